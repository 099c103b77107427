"""Checks that a reading accounts for every character of its text, and quotes it word for word."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from itertools import pairwise

from alertd.model.documents import Directive, FileReading, Reading, Span


def check_accounts(found: FileReading) -> None:
    """Nothing of a text may be lost: every character lies in a document or outside, and in a document in an order, context or a problem."""
    if found.refused is not None:
        assert found.refused.endswith(".")
        assert found.text == ""
        return
    assert found.text == unicodedata.normalize("NFC", " ".join(found.text.split()))
    assert all(before.span.end <= after.span.start for before, after in pairwise(found.documents))
    _check_held(Span(0, len(found.text)), [*found.outside, *(document.span for document in found.documents)])
    for document in found.documents:
        _check_document(found.text, document)


def _check_document(text: str, document: Reading) -> None:
    problems = [problem.span for problem in document.problems if problem.span]
    _check_held(document.span, [*document.context, *problems, *(directive.span for directive in document.directives)])
    for directive in document.directives:
        _check_directive(text, directive, document.span)


def _check_directive(text: str, directive: Directive, whole: Span) -> None:
    assert _within(directive.span, whole)
    quoted = [*directive.actions, *(part for part in (directive.deadline, directive.report) if part)]
    for part in quoted:
        assert text[part.span.start : part.span.end] == part.text
        assert _within(part.span, directive.span)


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start <= inner.end <= outer.end


def _check_held(whole: Span, spans: Iterable[Span]) -> None:
    at = whole.start
    for span in sorted(spans):
        assert span.start <= at, f"nothing holds [{at}, {span.start})"
        at = max(at, span.end)
    assert at == whole.end
