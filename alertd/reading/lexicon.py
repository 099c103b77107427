"""The word lists of `lexicon.toml`, loaded once and folded like the text that they are compared with."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Any

import tomli

from alertd.reading.source import fold


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the file says; see the comments there for what each list means."""

    verbs: tuple[str, ...]
    verbs_not_after: dict[str, tuple[str, ...]]
    verbs_not_before: dict[str, tuple[str, ...]]
    work: tuple[str, ...]
    goes_on: tuple[str, ...]
    which: tuple[str, ...]
    says_who: frozenset[str]
    heads: tuple[str, ...]
    brands: tuple[str, ...]
    not_heads: tuple[str, ...]
    groups: tuple[str, ...]
    vessels: tuple[str, ...]
    never_within: tuple[str, ...]
    courtesies: tuple[str, ...]
    territorial: tuple[str, ...]
    titles: tuple[str, ...]
    portfolios: tuple[str, ...]
    cities: tuple[str, ...]
    provinces: tuple[str, ...]
    regions: tuple[str, ...]
    general_partners: tuple[str, ...]
    order_words: tuple[str, ...]
    leads: tuple[str, ...]
    stock: frozenset[str]
    kind_names: dict[str, str]
    kind_symbols: dict[str, str]
    issuing: tuple[str, ...]
    issuer_symbols: dict[str, str]
    issuer_abbreviations: dict[str, str]
    hazards: dict[str, tuple[str, ...]]
    hazard_names: dict[str, str]
    weak_hazards: frozenset[str]
    general_hazards: tuple[str, ...]
    ordinary: tuple[str, ...]
    occasions: tuple[str, ...]
    seasonal: tuple[str, ...]
    in_force: tuple[str, ...]


def _words(values: list[str]) -> tuple[str, ...]:
    """Folded, longest first, so that "Tổng cục" is tried before "Tổng"; those of one length as they are listed."""
    return tuple(sorted(dict.fromkeys(map(fold, values)), key=len, reverse=True))


@cache
def lexicon() -> Lexicon:
    """The lexicon of this program."""
    data: dict[str, Any] = tomli.loads(resources.files(__package__).joinpath("lexicon.toml").read_text(encoding="utf-8"))
    verbs, names, orders, kinds, issuers, triage = (data[k] for k in ("verbs", "names", "orders", "kinds", "issuers", "triage"))
    return Lexicon(
        verbs=_words(verbs["starts"]),
        work=_words(verbs["work"]),
        verbs_not_after={fold(k): _words(v) for k, v in verbs["not_after"].items()},
        verbs_not_before={fold(k): _words(v) for k, v in verbs["not_before"].items()},
        **{
            k: _words(names[k])
            for k in ("heads", "brands", "not_heads", "groups", "vessels", "never_within", "courtesies", "territorial", "portfolios")
        },
        **{k: _words(names[k]) for k in ("cities", "provinces", "regions", "general_partners", "titles", "goes_on", "which")},
        says_who=frozenset(_words(names["says_who"])),
        order_words=_words(orders["words"]),
        leads=_words(orders["leads"]),
        stock=frozenset(_words(orders["stock"])),
        kind_names={fold(k): v for k, v in kinds["names"].items()},
        kind_symbols=kinds["symbols"],
        issuing=_words(kinds["issuing"]),
        issuer_symbols=issuers["symbols"],
        issuer_abbreviations=issuers["abbreviations"],
        hazards={k: _words(v) for k, v in triage["hazards"].items()},
        hazard_names=triage["hazard_names"],
        weak_hazards=frozenset(triage["words"]["weak"]),
        general_hazards=_words(triage["words"]["general"]),
        ordinary=_words(triage["words"]["ordinary"]),
        occasions=_words(triage["words"]["occasions"]),
        seasonal=_words(triage["words"]["seasonal"]),
        in_force=_words(triage["words"]["in_force"]),
    )


def either(words: tuple[str, ...], not_after: tuple[str, ...] = ()) -> str:
    """A pattern that matches any of the words as whole words and not right after one of `not_after`; the words come longest first."""
    return f"(?:{alternatives(words, not_after)})"


def alternatives(words: tuple[str, ...], not_after: tuple[str, ...] = (), ending: str = "") -> str:
    """The same without brackets around it, to stand beside other alternatives at the top of a pattern; `ending` is asked of what follows.

    Each opens with its letter and asks only then what stands before it: as long as all of a pattern do so, a search passes over the
    places where none can begin, which makes it several times as fast.
    """
    by_letter: dict[str, list[str]] = {}
    for word in words:
        by_letter.setdefault(word[0], []).append(re.escape(word[1:]))
    return "|".join(opened(re.escape(letter), f"(?:{'|'.join(rest)})", not_after) + ending for letter, rest in by_letter.items())


def opened(letter: str, rest: str, not_after: tuple[str, ...]) -> str:
    """A pattern for words by their first letter, with what must not stand before it; of that most is asked only where a word stands.

    A figure may stand right before it: pages lose the space after a year ("ngày 5/9/2021đề nghị …").
    """
    not_before = "".join(f"(?<!{before}{letter})" for before in map(re.escape, not_after))
    return rf"{letter}(?<![^\W\d]{letter}){f'(?={rest}){not_before}' if not_before else ''}{rest}(?!\w)"


def opening(phrases: tuple[str, ...]) -> str:
    """A pattern that matches the longest of the phrases which begins right at a place, whatever stands before it.

    A single word counts only where white space, a comma or the end of the text follows, with a stop before it or not: "Bộ:", not "Bộ/".
    """
    by_letter: dict[str, list[str]] = {}
    for phrase in phrases:
        end = r"(?![^\W_])" if re.search(r"[\s,]", phrase) else r"(?=[:;.]*(?:[\s,]|$))"
        by_letter.setdefault(phrase[0], []).append(re.escape(phrase[1:]) + end)
    found = (f"{re.escape(letter)}(?:{'|'.join(rest)})" for letter, rest in by_letter.items())
    return f"(?:{'|'.join(found)})"


class Phrases:
    """Phrases to be found as whole words, each first by its letters alone: most texts hold few of them, and a pattern takes longer."""

    def __init__(self, phrases: tuple[str, ...], patterns: Mapping[str, str] = MappingProxyType({})) -> None:
        """`patterns` are further ones, each by the letters without which it matches nothing."""
        self._letters = (*phrases, *patterns)
        self._pattern = re.compile("|".join((alternatives(phrases), *patterns.values())))

    def search(self, text: str) -> re.Match[str] | None:
        """Where the first of them stands."""
        return self._pattern.search(text) if any(map(text.__contains__, self._letters)) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Where each of them stands."""
        return self._pattern.finditer(text) if any(map(text.__contains__, self._letters)) else iter(())


def first_of(words: str, phrases: tuple[str, ...]) -> str | None:
    """The first of the phrases that stands in the words; None for none."""
    found = any_of(phrases).search(words)
    return found.group() if found else None


@cache
def any_of(phrases: tuple[str, ...]) -> Phrases:
    """What finds any of the phrases as whole words."""
    return Phrases(phrases)
