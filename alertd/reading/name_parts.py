"""What a run of names is cut into: a name as written, or an office with the list that it is spelled out for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class ListOf(Enum):
    """What the members of a list are."""

    PLACES = "places"
    """Territories: the office before the list exists in each."""
    OFFICES = "offices"
    """Portfolios or proper names to which the list lends its type word: "các Bộ: Quốc phòng"."""
    ANYBODY = "anybody"
    """Whole names."""


@dataclass(frozen=True, slots=True)
class Part:
    """One name as written, or one office with the list that it is spelled out for."""

    whole: str
    prefix: str = ""
    """The words before the list: "Chủ tịch UBND"."""
    unit: str = ""
    """The type word of the list: "tỉnh, thành phố", "Bộ"."""
    members: tuple[str, ...] = ()
    list_of: ListOf | None = None
