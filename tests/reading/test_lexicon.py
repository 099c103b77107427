"""The lexicon of reading says each word once in a list: whoever takes one out has taken it out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from importlib import resources
from typing import Any

import tomli


def lists_in(value: Any, path: str = "") -> Iterator[tuple[str, list[str]]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from lists_in(inner, f"{path}.{key}")
    elif isinstance(value, list):
        yield path, value


def test_no_word_stands_twice_in_a_list() -> None:
    lexicon = tomli.loads(resources.files("alertd.reading").joinpath("lexicon.toml").read_text(encoding="utf-8"))
    found = list(lists_in(lexicon))
    assert len(found) > 20
    assert {path: twice for path, words in found if (twice := [word for word, times in Counter(words).items() if times > 1])} == {}
