"""Gathers what only a person can decide about a document before it goes out: names that nobody could place, and divided bodies."""

from __future__ import annotations

from dataclasses import dataclass

from alertd.model.bodies import Candidate
from alertd.model.documents import Reading
from alertd.model.register import Document


@dataclass(frozen=True, slots=True)
class Question:
    """A name, or a clause, for which no body is certain; asked once however many directives hold it."""

    name: str
    is_clause: bool
    """Whether it is a clause of a by-topic group rather than a name."""
    directives: tuple[int, ...]
    """Indices of the directives that hold it."""
    candidates: tuple[Candidate, ...]


def questions(document: Document) -> tuple[Question, ...]:
    """Everything open in a document, in the order of its text."""
    held: dict[str, list[int]] = {}
    candidates: dict[str, dict[Candidate, None]] = {}
    for index, resolution in enumerate(document.resolutions):
        for name in resolution.unresolved:
            held.setdefault(name, []).append(index)
        for candidate in resolution.candidates:
            candidates.setdefault(candidate.name, {})[candidate] = None
    clauses = _clauses(document.reading)
    return tuple(Question(name, name in clauses, tuple(at), tuple(candidates.get(name, ()))) for name, at in held.items())


def elsewhere(document: Document) -> frozenset[int]:
    """Indices of the directives that are understood and order nobody of this installation."""
    ours = {proposal.directive for proposal in document.proposals}
    placed = enumerate(document.resolutions)
    return frozenset(index for index, r in placed if r.outside and not r.unresolved and not r.bodies and index not in ours)


def _clauses(reading: Reading) -> frozenset[str]:
    return frozenset(text for directive in reading.directives for text in (directive.text, *(action.text for action in directive.actions)))
