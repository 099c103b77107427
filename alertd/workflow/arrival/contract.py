"""Readings as other programs get them: the JSON of `alertd read --json` and of the API, field by field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from alertd.model.bodies import Resolution
from alertd.model.documents import Citation, Deadline, Directive, FileReading, Problem, Reading, ReportDuty, Span


def file_as_json(name: str, sha256: str | None, reading: FileReading, resolutions: Sequence[Sequence[Resolution]]) -> dict[str, Any]:
    """One file; without SHA-256 where it could not be read. `resolutions` has one row for each document and in it one entry for
    each directive.
    """
    documents = zip(reading.documents, resolutions, strict=True)
    return {
        "file": name,
        "sha256": sha256,
        "text": reading.text,
        "documents": [document_as_json(document, placed) for document, placed in documents],
        "outside": [_span(span) for span in reading.outside],
        "problems": [_problem(problem) for problem in reading.problems],
        "refused": reading.refused,
        "refused_code": reading.refused_code,
    }


def document_as_json(document: Reading, resolutions: Sequence[Resolution]) -> dict[str, Any]:
    """One document with its directives, each with the bodies that the directory found for it."""
    return {
        "kind": document.kind.value,
        "number": document.number,
        "issued_on": document.issued_on.isoformat() if document.issued_on else None,
        "issuer": document.issuer,
        "subject": document.subject,
        "urgency": document.urgency.value if document.urgency else None,
        "secrecy": document.secrecy.value if document.secrecy else None,
        "internal": document.is_internal,
        "emergency": document.is_emergency,
        "emergency_reason": document.emergency_reason,
        "hazards": [hazard.value for hazard in document.hazards],
        "cites": list(document.cites),
        "relations": [_relation(c) for c in document.citations if c.relation],
        "addressees_to_act": list(document.addressees_to_act),
        "copies": list(document.copies),
        "signatory": document.signatory,
        "span": _span(document.span),
        "directives": [_directive(d, r) for d, r in zip(document.directives, resolutions, strict=True)],
        "context": [_span(span) for span in document.context],
        "problems": [_problem(problem) for problem in document.problems],
    }


def _directive(directive: Directive, resolution: Resolution) -> dict[str, Any]:
    falling = zip(directive.actions, resolution.actions, strict=True)
    return {
        "section": directive.section,
        "addressees": list(directive.addressees),
        "supports": list(directive.supports),
        "text": directive.text,
        "span": _span(directive.span),
        "actions": [{"text": a.text, "span": _span(a.span), "bodies": list(bodies)} for a, bodies in falling],
        "deadline": _deadline(directive.deadline),
        "report": _report(directive.report),
        "bodies": [{"id": b.id, "name": b.name, "role": b.role.value, "reason": b.reason} for b in resolution.bodies],
        "unresolved": list(resolution.unresolved),
        "suggestions": list(resolution.suggestions),
        "candidates": [{"name": c.name, "label": c.label, "bodies": list(c.bodies), "reason": c.reason} for c in resolution.candidates],
        "outside": list(resolution.outside),
        "for_all_named": resolution.is_for_all_named,
        "why": list(directive.why),
    }


def _deadline(deadline: Deadline | None) -> dict[str, Any] | None:
    if deadline is None:
        return None
    return {
        "text": deadline.text,
        "at": deadline.at.isoformat() if deadline.at else None,
        "kind": deadline.kind.value,
        "repeats": deadline.repeats.value if deadline.repeats else None,
        "times": [f"{clock:%H:%M}" for clock in deadline.times],
        "weekday": deadline.weekday,
        "day": deadline.day,
        "within_s": int(deadline.within.total_seconds()) if deadline.within is not None else None,
    }


def _report(duty: ReportDuty | None) -> dict[str, Any] | None:
    return {"text": duty.text, "to": duty.to, "deadline": _deadline(duty.deadline)} if duty else None


def _relation(citation: Citation) -> dict[str, Any]:
    return {
        "number": citation.number,
        "issued_on": citation.issued_on.isoformat() if citation.issued_on else None,
        "relation": citation.relation.value if citation.relation else None,
        "span": _span(citation.span),
    }


def _problem(problem: Problem) -> dict[str, Any]:
    return {"code": problem.code, "text": problem.text, "span": _span(problem.span) if problem.span else None}


def _span(span: Span) -> list[int]:
    return [span.start, span.end]
