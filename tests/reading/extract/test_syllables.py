"""What is and what is not a Vietnamese syllable."""

from __future__ import annotations

import unicodedata

import pytest

from alertd.reading.extract.syllables import Likeness, is_syllable, likeness

SYLLABLES = "ưỡn giếng gì quốc Quỳnh khuỷu NGHIÊNG đường thuở xuống nghĩa yết ủy uỷ hoà hòa Đắk khoảnh quăng rượu HĐND QĐ ƯPT"


@pytest.mark.parametrize("word", SYLLABLES.split())
def test_words_of_the_language_are_syllables(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize("word", ["hoµ", "§iÖn", "vÒ", "naêm", "Ã´ng", "đđ", "hộí", "�", "Müller", "b\ufffdo"])
def test_what_wrong_tables_make_of_words_is_none(word: str) -> None:
    assert not is_syllable(word)


def test_likeness_counts_marked_words_only() -> None:
    assert likeness("Công điện so 3, hoµ (2023)") == Likeness(words=3, possible=2)
