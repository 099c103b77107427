"""Tests of what names in a run lend one another: offices, titles and the places where they are held."""

from __future__ import annotations

import pytest

from alertd.reading.names import names_in


@pytest.mark.parametrize(
    ("run", "names"),
    [
        ("Giám đốc các Sở Y tế, Sở Xây dựng", ("Giám đốc Sở Y tế", "Giám đốc Sở Xây dựng")),
        ("Thủ trưởng các Sở Y tế, Sở Xây dựng; Công an tỉnh", ("Thủ trưởng Sở Y tế", "Thủ trưởng Sở Xây dựng", "Công an tỉnh")),
        ("Bộ trưởng các Bộ Y tế, Bộ Xây dựng và Bộ Công an", ("Bộ trưởng Bộ Y tế", "Bộ trưởng Bộ Xây dựng", "Bộ trưởng Bộ Công an")),
        ("Giám đốc các Sở Y tế, Công an tỉnh, Sở Xây dựng", ("Giám đốc các Sở Y tế", "Công an tỉnh", "Sở Xây dựng")),
        (
            "Giám đốc các Công ty Thủy lợi Bắc Khê, Công ty Thủy lợi Nam Khê",
            ("Giám đốc Công ty Thủy lợi Bắc Khê", "Giám đốc Công ty Thủy lợi Nam Khê"),
        ),
    ],
)
def test_an_office_in_the_plural_goes_on_to_every_next_body_of_the_kind(run: str, names: tuple[str, ...]) -> None:
    assert names_in(run) == names


@pytest.mark.parametrize(
    ("run", "names"),
    [
        ("Chủ tịch UBND: Vân Hồ, Suối Mơ", ("Chủ tịch UBND Vân Hồ", "Chủ tịch UBND Suối Mơ")),
        ("UBND Vân Hồ, Suối Mơ và thành phố Khe Sặt", ("UBND Vân Hồ", "UBND Suối Mơ", "UBND thành phố Khe Sặt")),
        (
            "Sở Y tế, Chủ tịch UBND Vân Hồ, Suối Mơ, Công an tỉnh",
            ("Sở Y tế", "Chủ tịch UBND Vân Hồ", "Chủ tịch UBND Suối Mơ", "Công an tỉnh"),
        ),
        (
            "Chủ tịch UBND các huyện Vân Hồ, Suối Mơ, Chủ tịch UBND Khe Sặt",
            ("Chủ tịch UBND huyện Vân Hồ", "Chủ tịch UBND huyện Suối Mơ", "Chủ tịch UBND Khe Sặt"),
        ),
    ],
)
def test_places_in_a_row_may_lack_the_word_for_their_kind(run: str, names: tuple[str, ...]) -> None:
    assert names_in(run) == names
