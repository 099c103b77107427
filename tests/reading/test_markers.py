"""Tests of the numbering of paragraphs."""

from __future__ import annotations

import pytest

from alertd.reading.markers import Marker, Outline, marker_at


@pytest.mark.parametrize(
    ("text", "style", "label"),
    [
        ("I. Về thể chế", "roman", "I"),
        ("1. Bộ Y tế", "number", "1"),
        ("1.2. Bộ Y tế", "number", "1.2"),
        ("3/ Sở Y tế", "number", "3"),
        ("1- Bộ Y tế", "number", "1"),
        ("1.2 Bộ Y tế", "number", "1.2"),
        ("1./ Sở Y tế", "number", "1"),
        ("2.- Sở Y tế", "number", "2"),
        ("2/- Sở Y tế", "number", "2"),
        ("3: Sở Y tế", "number", "3"),
        ("1.1/ Sở Y tế", "number", "1.1"),
        ("II - Về y tế", "roman", "II"),
        ("I./ Về y tế", "roman", "I"),
        ("a. Chỉ đạo", "letter", "a"),
        ("b/ Chỉ đạo", "letter", "b"),
        ("\uf0b7 Chỉ đạo", "bullet", ""),
        ("➢ Chỉ đạo", "bullet", ""),
        ("a) Chỉ đạo", "letter", "a"),
        ("đ) Chỉ đạo", "letter", "đ"),
        ("(1) Chỉ đạo", "paren", "(1)"),
        ("- Chỉ đạo", "dash", ""),
        ("-Văn phòng", "dash", ""),
        ("+ Chỉ đạo", "plus", ""),
        ("• Chỉ đạo", "bullet", ""),
    ],
)
def test_every_sort_of_mark_is_known(text: str, style: str, label: str) -> None:
    found = marker_at(text, 0, len(text))
    assert found is not None
    assert (found.style, found.label) == (style, label)


@pytest.mark.parametrize(
    "text",
    [
        "2025. Đây là",
        "12,5 độ",
        "(ngày 16/11) mưa",
        "-5 độ",
        "Chỉ đạo",
        "17:30 mưa to",
        "24 - 48 giờ",
        "70/CĐ-BXD ngày",
        "15/7 Sở Y tế",
        "3: 5 xã",
    ],
)
def test_what_only_looks_like_a_mark_is_none(text: str) -> None:
    assert marker_at(text, 0, len(text)) is None


def test_styles_nest_in_the_order_in_which_they_are_met() -> None:
    outline = Outline()
    sections = []
    for style, label in [
        ("roman", "II"),
        ("number", "2"),
        ("letter", "b"),
        ("paren", "(1)"),
        ("paren", "(2)"),
        ("number", "3"),
        ("roman", "III"),
    ]:
        outline.enter(Marker(style, label, 0))
        sections.append(outline.section)
    assert sections == ["II", "II.2", "II.2.b", "II.2.b.(1)", "II.2.b.(2)", "II.3", "III"]


def test_a_paragraph_without_a_mark_stands_beside_the_numbers() -> None:
    outline = Outline()
    outline.enter(Marker("number", "6", 0))
    outline.leave()
    assert outline.section == ""
    assert outline.enter(Marker("dash", "", 0)) == 1
    assert outline.enter(Marker("number", "7", 0)) == 0
    assert outline.section == "7"
