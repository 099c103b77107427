"""The code tables of the legacy fonts give back every letter of the Vietnamese alphabet."""

from __future__ import annotations

import pytest

from alertd.reading.extract import tcvn3, vni
from alertd.reading.extract.mending import mend
from tests.reading.extract.texts import ALPHABET, SMALL, in_tcvn3, in_vni


@pytest.mark.parametrize("letter", SMALL)
def test_every_small_letter_comes_back_from_tcvn3(letter: str) -> None:
    assert tcvn3.to_unicode(in_tcvn3(letter)) == letter


@pytest.mark.parametrize("letter", "ĂÂÊÔƠƯĐ")
def test_the_capitals_that_tcvn3_has_come_back(letter: str) -> None:
    assert tcvn3.to_unicode(in_tcvn3(letter) + "a") == letter + "a"


@pytest.mark.parametrize("letter", ALPHABET)
def test_every_letter_in_both_cases_comes_back_from_vni(letter: str) -> None:
    assert vni.to_unicode(in_vni(letter)) == letter


def test_the_capitals_that_tcvn3_lacks_are_restored_from_the_letters_around() -> None:
    assert tcvn3.to_unicode("ñy ban nh©n d©n: C¤NG §IÖN") == "ủy ban nhân dân: CÔNG ĐIỆN"
    assert tcvn3.to_unicode("TØNH Hµ GIANG") == "TỈNH HÀ GIANG"
    assert tcvn3.to_unicode("tØnh Hµ Giang") == "tỉnh Hà Giang"


@pytest.mark.parametrize(
    "line", ["BỘ Y TẾ", "SỞ Y TẾ", "BAN THƯỜNG VỤ TỈNH ỦY điện:", "BỘ TRƯỞNG BỘ Y TẾ điện:", "UBND Hà Vân", "Số: 5/CĐ-UBND", "Xã Bó Mộ"]
)
def test_short_words_in_capitals_are_restored_by_their_neighbours(line: str) -> None:
    assert tcvn3.to_unicode(in_tcvn3(line)) == line


def test_a_capital_vowel_of_vni_takes_its_sign_in_either_case() -> None:
    assert vni.to_unicode("Aùo AÙO") == "Áo ÁO"


@pytest.mark.parametrize("line", ["Xã Hà Vân, xã Phú Thành", "café, façade, Müller", "Điều 5 · mục 3 – “khẩn”", "25 °C ± 2 m²"])
def test_lines_that_are_right_already_are_left_alone(line: str) -> None:
    assert mend([line]) == ((line,), ())
