"""What a written name was found to mean, and what besides the name decides it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from alertd.model.bodies import Body, Group


@dataclass(frozen=True, slots=True)
class Likely:
    """What a name may mean, and why it comes into question."""

    meant: Body | Group
    why: str
    """Vietnamese, for the officer."""


@dataclass(frozen=True, slots=True)
class Placement:
    """What one written name was found to mean."""

    written: str
    bodies: tuple[str, ...] = ()
    group: Group | None = None
    """The group by which the bodies were found. Of a by-topic group the bodies are the members to choose from."""
    is_outside: bool = False
    """A body that is known and not of this directory."""
    candidates: tuple[Likely, ...] = ()
    """What may be meant, where nothing is certain."""
    is_unaccented: bool = False
    """Whether the name was written without diacritics and found by its bare letters."""
    full_name: str = ""
    """The name elsewhere in the document of which this one is the short form."""

    @property
    def is_placed(self) -> bool:
        """Whether it is certain what the name means."""
        return bool(self.bodies) or self.is_outside


@dataclass(frozen=True, slots=True)
class Context:
    """What one must know besides the name."""

    on: date
    """The day on which the name was written."""
    is_central: bool = False
    """Written by somebody above the provinces: "các địa phương" then means provinces."""
    named_before: frozenset[str] = frozenset()
    """The bodies that the document named before: "các huyện nêu trên"."""
    is_before_clear: bool = True
    """Whether every name before was placed: if not, who was not named there cannot be told."""
    apart_near: frozenset[str] = frozenset()
    """The bodies that the document named one by one in the same item, else in those beside it: "các huyện còn lại" are the others."""
    apart_far: frozenset[str] = frozenset()
    """The bodies that it named one by one in other places."""
    listed: tuple[str, ...] = ()
    """The names of the document's list of recipients, of which another may be the short form."""
