"""Says in an officer's words by which way a written name led to a body."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from alertd.directory.index import NameIndex
from alertd.directory.placements import Placement
from alertd.model.bodies import Body, Group

_MOST_NAMED = 3
"""Successors named in a reason; a district has up to eight."""


class Trail(NamedTuple):
    """The words of the document and the way from them to the body."""

    written: str
    way: str


def trail_of(written: str, step: str, body: Body, on: date, index: NameIndex, looks_after: Sequence[str] = ()) -> Trail:
    """The way from the written words, over a group or topic if there was one, to the body."""
    name = body.name + (f" (phụ trách {', '.join(looks_after)})" if looks_after else "") + _other_day(body, on, index)
    return Trail(written, f"{step} → {name}" if step else name)


def join_reasons(trails: Sequence[Trail]) -> str:
    """One reason out of several: words that led the same way are named together."""
    by_way: dict[str, dict[str, None]] = {}
    for trail in trails:
        by_way.setdefault(trail.way, {})[trail.written] = None
    return "; ".join(f"“{'” và “'.join(words)}” → {way}" for way, words in by_way.items())


def candidates_sentence(found: Placement) -> str:
    """What an unresolved name may mean; empty where nothing is near."""
    names = [candidate_label(guess.meant) for guess in found.candidates]
    return f"“{found.written}” có thể là: {' hoặc '.join(names)}" if names else ""


def candidate_label(candidate: Body | Group) -> str:
    """What officers call a body or group that may be meant, with the day on which the body ended."""
    if isinstance(candidate, Group):
        return f"nhóm “{candidate.names[0]}”"
    return f"{candidate.name} (đến {_day(candidate.valid_to)})" if candidate.valid_to else candidate.name


def _other_day(body: Body, on: date, index: NameIndex) -> str:
    """A remark where the body did not exist on the document's day."""
    if body.exists_on(on):
        return ""
    if body.valid_from is not None and on < body.valid_from:
        return f" (đơn vị này chỉ có từ {_day(body.valid_from)})"
    heirs = [index.bodies[heir].name for heir in index.in_office(body.id, on)]
    named = ", ".join(heirs[:_MOST_NAMED]) + (f" và {len(heirs) - _MOST_NAMED} đơn vị khác" if len(heirs) > _MOST_NAMED else "")
    ended = f"đơn vị này chỉ có đến {_day(body.valid_to)}" if body.valid_to else "đơn vị này không còn"
    return f" ({ended}; nay là {named})" if named else f" ({ended})"


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""
