"""Sorts things by what they belong to, once for all that ask."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

T = TypeVar("T")


def sorted_by(items: Iterable[T], key: Callable[[T], int | None]) -> dict[int | None, list[T]]:
    """The items by their key, each key's in the order in which they came."""
    found: dict[int | None, list[T]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return found
