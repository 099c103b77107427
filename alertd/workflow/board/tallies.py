"""Adds up what the bodies of a release report in figures, and keeps beside each sum who reported what, and when."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from alertd.model.bodies import Body
from alertd.model.replies import Figure, Reply


@dataclass(frozen=True, slots=True)
class Report:
    """A body's latest figure of one kind."""

    body: Body
    figure: Figure
    by: str
    """Whoever answered, by function; in a group with the name of the member."""
    at: datetime
    reply: int


@dataclass(frozen=True, slots=True)
class Tally:
    """Figures of one kind over all bodies."""

    what: str
    about: str
    done: float | None
    of: float | None
    left: float | None
    reports: tuple[Report, ...]

    @property
    def label(self) -> str:
        """E.g. "di dời (hộ)"."""
        return f"{self.about} ({self.what})" if self.about else self.what


def tallies(replies: Sequence[tuple[Body, Reply, str]]) -> tuple[Tally, ...]:
    """The sums over replies, each given with its body and its sender, in the order in which the kinds were first reported. A later
    figure of a body takes the place of its earlier one of the same kind; a reply that no longer counts is left out, and so is one that
    reports no work: whoever asks for two boats has not got them.
    """
    latest: dict[tuple[str, str], dict[str, Report]] = {}
    for body, reply, by in sorted(replies, key=lambda pair: (pair[1].received_at, pair[1].id)):
        if reply.void_at is not None or not reply.meaning.is_positive:
            continue
        for figure in reply.figures:
            latest.setdefault((figure.what, figure.about), {})[body.id] = Report(body, figure, by, reply.received_at, reply.id)
    return tuple(_tally(what, about, reports) for (what, about), reports in latest.items())


def _tally(what: str, about: str, reports: Mapping[str, Report]) -> Tally:
    figures = [report.figure for report in reports.values()]
    done, of, left = (_sum([getattr(figure, name) for figure in figures]) for name in ("done", "of", "left"))
    return Tally(what, about, done, of, left, tuple(reports.values()))


def _sum(numbers: Sequence[float | None]) -> float | None:
    """The sum of those that were given; None where none was."""
    given = [number for number in numbers if number is not None]
    return sum(given) if given else None


def figure_label(figure: Figure | Tally) -> str:
    """E.g. "20/45", "192, còn 5"."""
    done = "" if figure.done is None else f"{figure.done:g}"
    whole = f"{done or '?'}/{figure.of:g}" if figure.of is not None else done
    return ", ".join(filter(None, (whole, f"còn {figure.left:g}" if figure.left is not None else "")))
