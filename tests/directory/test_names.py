"""Tests that the many spellings of a name lead to one key."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alertd.directory.names import Wording, bare, tidy
from tests.directory.papers import lang_son

WORDING = Wording(
    abbreviations={
        "UBND": "Ủy ban nhân dân",
        "PCTT": "phòng chống thiên tai",
        "TKCN": "tìm kiếm cứu nạn",
        "PCT T&T KCN": "phòng chống thiên tai tìm kiếm cứu nạn",
        "TT&TT": "thông tin và truyền thông",
        "có liên quan": "liên quan",
    },
    titles=("các", "Chủ tịch", "Chủ tịch UBND", "Trưởng", "Trưởng ban"),
    tails=("tỉnh", "của tỉnh", "thuộc UBND tỉnh"),
    provinces=("Lạng Sơn",),
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Uỷ ban nhân dân huyện Cao Lộc", "ỦY BAN NHÂN DÂN HUYỆN CAO LỘC"),
        ("Thừa Thiên Hoà", "thừa thiên - hòa"),
        ("UBND huyện Ðình Lập", "Ủy ban nhân dân huyện Đình Lập"),
        (unicodedata.normalize("NFD", "Sở Y tế"), "Sở  Y\ntế"),
        ("Ban Chỉ huy PCTT&TKCN huyện", "Ban chỉ huy phòng, chống thiên tai và tìm kiếm cứu nạn huyện"),
        ("Ban Chỉ huy PCT T&T KCN huyện", "Ban Chỉ huy PCTT-TKCN huyện"),
        ("Sở TT&TT", "Sở Thông tin, Truyền thông"),
        ("các sở, ngành có liên quan", "các sở, ngành liên quan"),
        ("các sở, ngành của tỉnh", "các sở, ngành thuộc UBND tỉnh"),
        ("UBND tỉnh Lạng Sơn", "UBND Lạng Sơn"),
        ("Ban Chỉ huy (PCTT&TKCN) huyện", "Ban Chỉ huy huyện"),
    ],
)
def test_spellings_of_one_name_have_one_key(one: str, other: str) -> None:
    assert WORDING.key(one) == WORDING.key(other)


@pytest.mark.parametrize(("one", "other"), [("Sở Y tế", "Sở Y tê"), ("xã Vũ Lễ", "xã Vũ Lê"), ("quý", "quy"), ("Sở Nội vụ", "Sở Ngoại vụ")])
def test_names_that_differ_by_a_mark_have_different_keys(one: str, other: str) -> None:
    assert WORDING.key(one) != WORDING.key(other)


def test_tone_marks_move_only_where_both_places_are_right() -> None:
    assert tidy("hoà thuỷ quý hoàn quả") == "hòa thủy quý hoàn quả"


def test_titles_are_taken_off_one_after_another() -> None:
    keys = WORDING.keys("Chủ tịch UBND, Trưởng Ban Chỉ huy huyện Cao Lộc")
    assert keys[0] == "chủ tịch ủy ban nhân dân trưởng ban chỉ huy huyện cao lộc"
    assert "ban chỉ huy huyện cao lộc" in keys


def test_a_title_alone_is_left_as_it_is() -> None:
    assert WORDING.keys("Chủ tịch") == ("chủ tịch",)


def test_an_entry_is_found_with_and_without_the_province_behind_it() -> None:
    keys = WORDING.written_keys("Sở Y tế", "Lạng Sơn")
    assert {WORDING.key(name) for name in ("Sở Y tế", "Sở Y tế tỉnh", "Sở Y tế tỉnh Lạng Sơn", "Sở Y tế Lạng Sơn")} == keys


def test_an_entry_that_says_the_province_is_not_found_without_it() -> None:
    assert WORDING.key("UBND") not in WORDING.written_keys("UBND tỉnh", "Lạng Sơn")


def test_a_name_of_the_province_alone_keeps_its_words() -> None:
    assert WORDING.key("tỉnh Lạng Sơn") == "tỉnh lạng sơn"


def test_bare_letters_have_no_marks() -> None:
    assert bare(tidy("Đường bộ, Uỷ ban")) == "duong bo, uy ban"


@settings(deadline=None)
@given(st.text())
def test_any_text_has_a_key_that_is_its_own_key(text: str) -> None:
    wording = lang_son().content.wording
    key = wording.key(text)
    assert wording.keys(text)[0] == key
    assert tidy(key) == key
