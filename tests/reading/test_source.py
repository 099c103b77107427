"""Tests of the text that everything else reads."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from alertd.reading.source import fold, lower, normalise


def test_every_run_of_white_space_becomes_one_space_and_nothing_else_changes() -> None:
    source = normalise(["  Số:\u00a0 7 ", "", "\tBộ  Y tế "])
    assert source.text == "Số: 7 Bộ Y tế"
    assert [source.slice(line.span) for line in source.lines] == ["Số: 7", "Bộ Y tế"]
    assert [line.after_blank for line in source.lines] == [False, True]


def test_decomposed_letters_are_composed() -> None:
    assert normalise([unicodedata.normalize("NFD", "Đợt mưa lũ")]).text == "Đợt mưa lũ"


def test_spellings_of_the_same_word_are_folded_into_one() -> None:
    assert fold("Uỷ ban, hoà, khoẻ, Ðiện 7⁄CÐ – 8") == "Ủy ban, hòa, khỏe, Điện 7/CĐ - 8"
    assert fold("quý, hoàn, thuỷ") == "quý, hoàn, thủy"


@given(st.text(max_size=300))
def test_folding_never_moves_a_character(text: str) -> None:
    composed = unicodedata.normalize("NFC", text)
    assert len(fold(composed)) == len(composed)
    assert len(lower(fold(composed))) == len(composed)


@given(st.lists(st.text(max_size=60), max_size=12))
def test_normalised_text_is_the_squeezed_file(lines: list[str]) -> None:
    whole = " ".join(unicodedata.normalize("NFC", "\n".join(lines)).split())
    assert normalise(lines).text == whole
