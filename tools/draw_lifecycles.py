"""Draws docs/lifecycles.md from the tables of states, so that the page never says anything else than the program."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Any

from alertd.model import lifecycles

PAGE = Path(__file__).resolve().parent.parent / "docs" / "lifecycles.md"

OPENING = """\
# Lifecycles

Written by `python -m tools.draw_lifecycles` from the tables in `alertd/model/lifecycles.py`; a test fails when this page is stale.
A move that is not drawn here is refused. What the clock alone can tell (late, silent) is computed and is no state.
"""

LIFECYCLES: tuple[tuple[str, str, lifecycles.Table[Any]], ...] = (
    ("Document", "From its reading to its end. Only a released document is followed.", lifecycles.DOCUMENT),
    ("Dispatch", "One release of one document. What has expired can still be closed, corrected or withdrawn.", lifecycles.DISPATCH),
    (
        "Assignment",
        "People answer before receipts come, and every answer can be taken back. Only a person's answer acknowledges.",
        lifecycles.ASSIGNMENT,
    ),
    ("Appointment", "A deadline, or one of the reports that an order asks for again and again.", lifecycles.APPOINTMENT),
    ("Check", "A round in which everybody is asked to answer. It makes way for orders.", lifecycles.CHECK),
    (
        "Delivery",
        "`unknown`: the request left and no answer came. It is asked for or sent again, marked as a repeat: a duplicate beats a silence.",
        lifecycles.DELIVERY,
    ),
)


def drawn() -> str:
    """The whole page."""
    return "\n".join((OPENING, *(line for name, text, table in LIFECYCLES for line in _chapter(name, text, table))))


def _chapter(name: str, text: str, table: lifecycles.Table[StrEnum]) -> Iterator[str]:
    yield f"## {name}\n\n{text}\n"
    yield "```mermaid\nstateDiagram-v2"
    yield f"    [*] --> {next(iter(table))}"
    for old, moves in table.items():
        yield from (f"    {old} --> {new}" for new in _in_order(table, moves))
    yield from (f"    {state} --> [*]" for state, moves in table.items() if not moves)
    yield "```\n\n| from | to |\n|---|---|"
    yield from (f"| {old} | {' · '.join(_in_order(table, moves)) or 'the end'} |" for old, moves in table.items())
    yield ""


def _in_order(table: lifecycles.Table[StrEnum], moves: frozenset[StrEnum]) -> list[StrEnum]:
    """The moves in the order in which the table names its states."""
    return [state for state in table if state in moves]


if __name__ == "__main__":
    PAGE.write_text(drawn(), encoding="utf-8")
