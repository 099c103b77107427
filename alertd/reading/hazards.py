"""Says which hazards words name."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from alertd.model.documents import Hazard
from alertd.reading.lexicon import Phrases, first_of, lexicon, opened

ACCIDENTS = frozenset({Hazard.ACCIDENT, Hazard.FIRE})
# What happened once and must be dealt with now, whatever ordinary business its place or subject reminds of.
HAPPENED = re.compile(
    r"(?<!\w)(?:các )?vụ (?:tai nạn|cháy|nổ|sập|lật|chìm|ngộ độc|rò rỉ|va chạm|cháy nổ)(?!\w)|"
    r"xảy ra (?:các vụ |vụ )?tai nạn|(?<!\w)khắc phục hậu quả (?:vụ|tai nạn)"
)
# A storm by whatever words ("phòng bão Mẫu"), but not the season's "mưa bão", "lụt bão", "bão lũ", nor a storm of prices.
_A_STORM = opened("b", r"ão(?!,? (?:lũ|lụt|mưa|giá|và lũ|và lụt))", not_after=("mưa ", "mưa, ", "lụt ", "lụt, ", "lũ ", "lũ, ", "mùa "))


@lru_cache(maxsize=8)
def hazards_in(words: str) -> tuple[Hazard, ...]:
    """The hazards that words in lower case name; asked several times for the same part of a document."""
    return tuple(hazard for hazard, pattern in hazard_patterns().items() if pattern.search(words))


def is_weak(hazard: Hazard) -> bool:
    """Whether it is named beside others as a matter of course, and alone says little."""
    return hazard.value in lexicon().weak_hazards


def first_hazard(words: str) -> tuple[str, str]:
    """The first hazard's name for people, and the phrase that shows it."""
    for hazard, pattern in hazard_patterns().items():
        if match := pattern.search(words):
            return lexicon().hazard_names[hazard.value], match.group()
    general = first_of(words, lexicon().general_hazards)
    return ("thiên tai", general) if general else ("", "")


@cache
def hazard_patterns() -> dict[Hazard, Phrases]:
    """How each hazard is named."""
    also = {Hazard.STORM: {"bão": _A_STORM}}
    return {(hazard := Hazard(name)): Phrases(words, also.get(hazard, {})) for name, words in lexicon().hazards.items()}
