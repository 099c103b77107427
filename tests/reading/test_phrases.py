"""Tests of how phrases are found in a text."""

from __future__ import annotations

from alertd.reading.lexicon import Phrases


def test_phrases_are_found_as_whole_words_only() -> None:
    assert [m.group() for m in Phrases(("mưa đá", "đá")).finditer("mưa đá lăn, đám mây, sỏi đá")] == ["mưa đá", "đá"]


def test_a_pattern_beside_the_phrases_is_found_by_the_letters_that_it_needs() -> None:
    found = Phrases(("mưa đá",), {"giông": r"cơn giông \w+"})
    assert found.search("có cơn giông lớn") is not None
    assert found.search("có cơn gió lớn") is None
