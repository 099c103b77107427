"""Short codes by which an answer names a notice: the body's initials and the dispatch's number, never used twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from alertd.messages.plain import without_diacritics
from alertd.model.bodies import Body

_GENERIC = re.compile(r"\b(?:uy ban nhan dan|ubnd|thanh pho|cong ty|huyen|tinh|so|xa|phuong)\b")
"""What many bodies are called and what therefore tells none of them apart."""
_LETTERS = "ABCDEGHKLMNPQRSTUVXY"
"""Letters that Vietnamese telephones have and that no digit looks like."""
IN_TEXT = re.compile(r"(?<![^\W\d])([A-Za-z]{2,4}\d{2,6})\b")
"""A code, also right after the digit of an answer: "1CL01"."""
_ALONE = re.compile(r"\W*(?:[1-4]|huy)?\W{0,3}([a-z]{2,4})\W{0,2}([\do]{1,6})(?:\W{1,3}[1-4])?\W*", re.IGNORECASE)


def code_for(body: Body, dispatch_id: int, taken: set[str]) -> str:
    """A code such as TD01, unlike every one in `taken` (those of the same dispatch)."""
    return next(code for stem in _stems(body, len(taken)) if (code := f"{stem}{dispatch_id:02d}") not in taken)


def codes_in(text: str) -> tuple[str, ...]:
    """Whatever looks like a code in a text, in capitals."""
    return tuple(match.upper() for match in IN_TEXT.findall(text))


def codes_alone(text: str) -> tuple[str, ...]:
    """The codes that an answer may mean which holds nothing but a digit and a code, as thumbs write it: "1 cl 01", "1 CLO1", "1 cl1"."""
    typed = _ALONE.fullmatch(without_diacritics(text))
    if typed is None:
        return ()
    letters, digits = typed[1].upper(), typed[2].upper()
    ways = [(letters, digits)] + [(letters[:-1], f"O{digits}")] * (len(letters) > 2 and letters.endswith("O"))
    return tuple(f"{stem}{int(number.replace('O', '0')):02d}" for stem, number in ways)


def _stems(body: Body, count: int) -> Iterator[str]:
    """Initials, then the first letter with each other one of the name, then letters that only count."""
    name = without_diacritics(body.short_name or body.name).lower()
    telling = re.findall("[a-z]+", _GENERIC.sub(" ", name)) or re.findall("[a-z]+", name) or ["dv"]
    initials = "".join(w[0] for w in telling)[:3].upper()
    if len(initials) > 1:
        yield initials
    letters = "".join(telling).upper()
    yield from (letters[0] + letter for letter in letters[1:])
    while True:
        yield _counted(count)
        count += 1


def _counted(number: int) -> str:
    """A number written in three letters or more."""
    digits = ""
    while number or len(digits) < 3:
        number, digit = divmod(number, len(_LETTERS))
        digits = _LETTERS[digit] + digits
    return digits
