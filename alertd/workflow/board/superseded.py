"""Finds releases still followed that another document replaces, corrects or ends."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from alertd.model.documents import Citation, Reading, Relation
from alertd.model.notices import Dispatch
from alertd.model.register import Document

_SUPERSEDES = frozenset({Relation.REPLACES, Relation.CORRECTS, Relation.ENDS})


@dataclass(frozen=True, slots=True)
class Superseded:
    """A release that does not stand any more as it was sent."""

    dispatch: Dispatch
    document: Document
    relation: Relation
    by: Document
    """Which says so; released itself, or waiting for the officer's decision."""


def superseded(followed: Iterable[tuple[Dispatch, Document]], others: Sequence[Document]) -> tuple[Superseded, ...]:
    """What some documents say of the releases that are followed."""
    return tuple(
        Superseded(dispatch, document, relation, other)
        for dispatch, document in followed
        for other in others
        if (relation := _relation(other.reading, document.reading)) is not None
    )


def _relation(later: Reading, earlier: Reading) -> Relation | None:
    return next((c.relation for c in later.citations if c.relation in _SUPERSEDES and _means(c, later, earlier)), None)


def _means(citation: Citation, later: Reading, earlier: Reading) -> bool:
    """Whether that document is cited. Numbers begin anew each year: without its day it is one of the same year."""
    if citation.number != earlier.number:
        return False
    if citation.issued_on is not None:
        return earlier.issued_on in (None, citation.issued_on)
    return None in (later.issued_on, earlier.issued_on) or _year(later) == _year(earlier)


def _year(reading: Reading) -> int | None:
    return reading.issued_on.year if reading.issued_on else None
