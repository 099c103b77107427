"""What stands at the head of a document: its kind, number, date, issuer and subject, in the one form for every layout."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from alertd.model.documents import DocumentKind, Span
from alertd.reading.lexicon import lexicon


@dataclass(frozen=True, slots=True)
class Header:
    """A value that the text does not give is None or empty."""

    kind: DocumentKind
    number: str | None
    issued_on: date | None
    issuer: str | None
    subject: str | None
    to_act: tuple[str, ...]
    body_at: int
    """Where the text begins that may order something."""
    to_act_at: tuple[Span, ...] = ()
    """Where the entries of a list of `to_act` stand."""
    told: tuple[str, ...] = ()
    """Those in that list who are only reported to: they get a copy."""


def issuer_of_symbol(number: str | None) -> str | None:
    """Who issues under that symbol, where it is the same in the whole country."""
    return lexicon().issuer_symbols.get(number.rsplit("-", 1)[-1]) if number else None


def complete(number: str | None, issuer: str | None) -> str | None:
    """`05/CĐ` of the Prime Minister is `05/CĐ-TTg`: the symbol is the kind's abbreviation and the issuer's."""
    if number is None or not number.endswith("/CĐ") or issuer is None:
        return number
    low = issuer.lower()
    is_committee = low.startswith(("ubnd", "ủy ban nhân dân", "chủ tịch ubnd", "chủ tịch ủy ban"))
    named = next((short for office, short in lexicon().issuer_abbreviations.items() if low == office or low.startswith(f"{office} ")), None)
    short = named or ("UBND" if is_committee else None)
    return f"{number}-{short}" if short else number
