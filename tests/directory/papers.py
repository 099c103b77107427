"""Builds directives and readings by hand, and holds the project's own directory."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cache
from pathlib import Path

from alertd.directory.directory import Directory
from alertd.directory.loading import load_directory
from alertd.model.bodies import Resolution
from alertd.model.documents import Action, Directive, DocumentKind, Reading, Span

CONTACTS = Path(__file__).parents[2] / "contacts"
STORM = date(2023, 7, 17)
"""A day of the districts and of the departments of before."""
AUTUMN_2025 = date(2025, 10, 3)
"""A day of the communes and of the merged departments."""


@cache
def lang_son() -> Directory:
    """The project's own directory."""
    return load_directory(CONTACTS)


def directive(
    addressees: Sequence[str], clauses: Sequence[str] = ("trực ban 24/24",), supports: Sequence[str] = (), at: int = 0
) -> Directive:
    """A directive with these clauses, standing at `at` in its document."""
    span = Span(at, at + 1)
    return Directive("", tuple(addressees), tuple(supports), "; ".join(clauses), span, tuple(Action(clause, span) for clause in clauses))


def reading(*directives: Directive, issuer: str | None = "Chủ tịch UBND tỉnh", to_act: Sequence[str] = ()) -> Reading:
    """A telegram of that issuer with these directives."""
    return Reading(
        kind=DocumentKind.CONG_DIEN,
        number="07/CĐ-UBND",
        issued_on=STORM,
        issuer=issuer,
        subject=None,
        urgency=None,
        secrecy=None,
        is_internal=False,
        is_emergency=True,
        emergency_reason="",
        hazards=(),
        cites=(),
        addressees_to_act=tuple(to_act),
        copies=(),
        signatory=None,
        span=Span(0, 100),
        directives=directives,
        context=(),
        problems=(),
    )


def resolve(
    *addressees: str, on: date = STORM, issuer: str | None = "Chủ tịch UBND tỉnh", clauses: Sequence[str] = ("trực ban 24/24",)
) -> Resolution:
    """What the project's directory makes of a directive to these addressees."""
    order = directive(addressees, clauses)
    return lang_son().resolve(reading(order, issuer=issuer), on)[-1]


def ids(resolution: Resolution) -> list[str]:
    """The bodies of a resolution, without the province."""
    return [body.id.removeprefix("lang-son/") for body in resolution.bodies]
