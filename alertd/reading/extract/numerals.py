"""Writes the numbers that word processors and browsers put before list items without storing them in the text."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_ROMAN = 3999
_LETTERS = 26


def decimal(number: int) -> str:
    """1, 2, 3."""
    return str(number)


def padded(number: int) -> str:
    """01, 02, 03."""
    return f"{number:02d}"


def letter(number: int) -> str:
    """Letters a to z, then aa, bb: the Latin alphabet, as both Word and HTML count it (a "đ)" in between is typed by hand)."""
    if number < 1:
        return str(number)
    repeats, index = divmod(number - 1, _LETTERS)
    return chr(ord("a") + index) * min(repeats + 1, 9)


def roman(number: int) -> str:
    """From i to mmmcmxcix; a number beyond that in figures."""
    if not 1 <= number <= _LARGEST_ROMAN:
        return str(number)
    written = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value)
        written += sign * count
    return written


def capital(write: Callable[[int], str]) -> Callable[[int], str]:
    """The same numbers in capitals."""
    return lambda number: write(number).upper()
