"""The issuer's formula, which says who is meant wherever an item names nobody: "UBND tỉnh yêu cầu các xã thực hiện các việc sau:"."""

from __future__ import annotations

from collections.abc import Sequence

from alertd.reading.blocks import Part
from alertd.reading.introduction import is_substantial
from alertd.reading.rules import Sentence, first_match
from alertd.reading.segment import Form

FORMULA = frozenset({"issuer", "forbids"})
ASKED = frozenset({"assigned"})


def formula_at(found: Sequence[Sentence], form: Form) -> int:
    """The index of the sentence with the issuer's formula, 0 without one: what stands before it tells how things are."""
    last = len(found) - 1
    return next((i for i, s in enumerate(found) if first_match(s, form, FORMULA) or (i == last and opens_list(s, form))), 0)


def opens_list(sentence: Sentence, form: Form) -> bool:
    """Whether the sentence asks somebody for what follows below: "Yêu cầu các xã thực hiện tốt các nội dung sau:"."""
    if not sentence.source.plain.endswith(":", 0, sentence.span.end) or (match := first_match(sentence, form, ASKED)) is None:
        return False
    verb = match[1].verb
    return verb is not None and not is_substantial(sentence.source.low, verb, sentence.span.end)


def is_broken_formula(part: Part, sentence: Sentence) -> bool:
    """Whether the dash before the issuer's formula is the hyphen of its double name, come to stand at the start of a line."""
    return part.marker is not None and part.marker.style == "dash" and sentence.source.plain.endswith(":", 0, sentence.span.end)
