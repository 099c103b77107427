"""Reads labelled replies and counts how they are understood, in the order in which the figures matter."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from alertd.model.replies import Meaning, Understanding
from alertd.reading.answers import understand

ANSWERS = Path(__file__).parents[2] / "answers"


@dataclass(frozen=True)
class Labelled:
    """One reply and what it means."""

    meaning: Meaning
    text: str


@dataclass(frozen=True)
class Figures:
    """How a set of replies is understood; lists name the replies."""

    false_closes: list[str]
    missed_incidents: list[str]
    false_incidents: list[str]
    closed: float
    """Share of the positive replies that stop the reminders."""
    accuracy: float


def labelled(path: Path) -> list[Labelled]:
    """The replies of a file of `label<TAB>reply`; lines without a tab are comments."""
    rows = [line.split("\t", 1) for line in path.read_text(encoding="utf-8").splitlines() if "\t" in line]
    return [Labelled(Meaning(label), text) for label, text in rows]


@cache
def understood(text: str) -> Understanding:
    """How a reply is understood, once for all the tests that ask: there are thousands."""
    return understand(text)


def figures(replies: list[Labelled]) -> Figures:
    """How these replies are understood."""
    read = [(reply, understood(reply.text)) for reply in replies]
    positive = [found.closes for reply, found in read if reply.meaning.is_positive]
    incident = Meaning.INCIDENT
    return Figures(
        false_closes=[reply.text for reply, found in read if found.closes and not reply.meaning.is_positive],
        missed_incidents=[reply.text for reply, found in read if reply.meaning is incident and found.meaning is not incident],
        false_incidents=[reply.text for reply, found in read if reply.meaning is not incident and found.meaning is incident],
        closed=sum(positive) / len(positive),
        accuracy=sum(found.meaning is reply.meaning for reply, found in read) / len(read),
    )


def crossed(replies: list[Labelled]) -> list[str]:
    """The rows of the table in docs/replies.md: meant down, read across."""
    counted = Counter((reply.meaning, understood(reply.text).meaning) for reply in replies)
    cells = {meant: " | ".join(str(counted[meant, read] or "·") for read in Meaning) for meant in Meaning}
    return [f"| {meant.value.replace('_', ' ')} | {row} |" for meant, row in cells.items()]
