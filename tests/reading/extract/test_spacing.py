"""Words run together or broken are mended where only one reading is possible, and said in any case."""

from __future__ import annotations

import pytest

from alertd.reading.extract import extract
from alertd.reading.extract.spacing import respaced
from alertd.reading.limits import Limits
from tests.reading.extract.pdf_files import Words, pdf


@pytest.mark.parametrize(
    ("damaged", "meant"),
    [
        ("Banchỉ huy PCTT huyện Khe Sặt", "Ban chỉ huy PCTT huyện Khe Sặt"),
        ("CHỦ TỊCH ỦYBAN NHÂN DÂN", "CHỦ TỊCH ỦY BAN NHÂN DÂN"),
        ("các tỉnh từ QuảngNinh đến NghệAn", "các tỉnh từ Quảng Ninh đến Nghệ An"),
        ("an toàn tính mạng và tài sảncủanhànướcvà nhân dân", "an toàn tính mạng và tài sản của nhà nước và nhân dân"),
        ("Đập th ủy điện và ph òng chống lũ", "Đập thủy điện và phòng chống lũ"),
    ],
)
def test_words_run_together_or_broken_are_mended_and_said(damaged: str, meant: str) -> None:
    lines, problems = respaced((damaged,))
    assert lines == (meant,)
    assert [p.code for p in problems] == ["spacing_mended"]


@pytest.mark.parametrize(
    "line",
    [
        "Phi-líp-pin, Krông Pắc, HĐND, QĐ-UBND, UBQGƯPSCTT&TKCN, Đắk Lắk, Êđê, Mêkông",
        "Nước sâu 5 m ở bờ trái, 3 h sáng, b) ở hạ du",
        "VietGAP và Wi-Fi",
        "Chu\u0309 tịch chủ động ứng phó".replace("Chu\u0309", "Chủ"),
    ],
)
def test_names_units_and_abbreviations_stay_as_they_are(line: str) -> None:
    assert respaced((line,)) == ((line,), ())


def test_a_letter_and_its_mark_written_apart_are_one_letter_here_too() -> None:
    assert respaced(("chu\u0309 động ư\u0301ng phó",))[1] == ()


def test_words_that_cannot_be_parted_for_sure_are_said() -> None:
    line = "Lệnh giaoxưởngxéo, lỗvướngxiếc và bẵnggẵng làm ngay"
    lines, (problem,) = respaced((line,))
    assert (lines, problem.code) == ((line,), "glued_words")
    assert "“bẵnggẵng”" in problem.text


def test_a_pdfs_words_are_parted_and_those_of_a_text_stay_as_they_were_typed() -> None:
    typed = "Banchỉ huy yêucầu các xã sơtán dân."
    parted = extract(pdf([[Words(60, 700, typed)]]), "a.pdf", Limits())
    assert (parted.lines, [p.code for p in parted.problems]) == (("Ban chỉ huy yêu cầu các xã sơ tán dân.",), ["spacing_mended"])
    kept = extract(typed.encode(), "a.txt", Limits())
    assert (kept.lines, kept.problems) == ((typed,), ())
