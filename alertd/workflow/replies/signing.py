"""Takes from an answer the name of the body that signs it, as the directory writes it: "Vũ Lễ đã nhận", "DA NHAN - VU LE"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from alertd.messages.plain import without_diacritics
from alertd.model.bodies import Body

_OFFICE = r"(?:(?:ubnd|bch|bch pctt|uy ban nhan dan|ban chi huy)\s+)?(?:(?:xa|phuong|thi tran|huyen|thanh pho|tp|tt)\s+)?"
_END = r"(?:\s*+[\-–—:,.(/_]|[^\S\n]*+\n)[\s(]*+"
"""Before a name at the end a stop must stand, or a new line: else it may be what is spoken of ("nước vào Vũ Lễ"). White space is taken
as a whole, so that a page full of it is looked through once.
"""
_STOP = r"[\s\-–—:,.()/_]+"


def unsigned(words: str, bodies: Iterable[Body]) -> str:
    """The words without the sender's own body's name before or after them; a name in their midst, and a lone one, stay.

    Only names of two syllables or more: a short one may be a word.
    """
    folded = without_diacritics(words).lower()
    if len(folded) != len(words):
        return words
    for name in sorted(_names(bodies), key=len, reverse=True):
        signature = _OFFICE + re.escape(name)
        if before := re.match(rf"\W*{signature}{_STOP}(?=\w)", folded):
            return words[before.end() :]
        if after := re.search(rf"(?<=\w){_END}{signature}\W*$", folded):
            return words[: after.start()]
    return words


def _names(bodies: Iterable[Body]) -> Iterator[str]:
    for body in bodies:
        for name in (body.short_name, body.name, *body.aliases):
            folded = " ".join(without_diacritics(name).lower().split())
            if " " in folded:
                yield folded
