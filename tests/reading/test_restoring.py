"""Tests of set phrases that lost their marks where a page was read from its picture."""

from __future__ import annotations

import unicodedata

import pytest

from alertd.model.documents import FileReading
from alertd.reading.limits import Limits
from alertd.reading.reader import read_file
from alertd.reading.restoring import restored
from tests.reading.papers import LETTERHEAD, TODAY, only

ORDERS = "1. Sở Y tế cấp thuốc cho các trạm y tế.\n2. Công an tỉnh chốt chặn các ngầm tràn trước 17 giờ ngày 11 tháng 9 năm 2024.\n"


def unmarked(text: str) -> str:
    """The text as somebody types it who leaves out all marks."""
    letters = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def read(text: str) -> FileReading:
    return read_file(text.encode(), "a.txt", Limits(), TODAY)


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("Chu tich Uy ban nhân dan", "Chủ tịch Ủy ban nhân dân"),
        ("CÔNG HOA XA HỘI CHU NGHIA VIÊT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("So: 12/CĐ-UBND", "Số: 12/CĐ-UBND"),
        ("ngay 3 thang 9 nam 2024", "ngày 3 tháng 9 năm 2024"),
        ("Cac sở, ngành; Sơ Y tê di doi dân", "Các sở, ngành; Sở Y tế di dời dân"),
        ("đi đôi với việc", "đi đôi với việc"),
        ("phía nam của xã Van Ho", "phía nam của xã Van Ho"),
    ],
)
def test_a_phrase_is_whole_again_where_only_marks_are_missing(words: str, whole: str) -> None:
    assert restored(words) == whole


@pytest.mark.parametrize(
    ("lose", "code"),
    [
        (unmarked, "unmarked"),
        (
            lambda text: text.replace("Số:", "Sô:").replace("CÔNG ĐIỆN", "CONG ĐIÊN").replace("các", "cac").replace("chặn", "chăn"),
            "misread",
        ),
    ],
)
def test_a_telegram_without_marks_is_read_and_told_of(lose: object, code: str) -> None:
    assert callable(lose)
    reading = read(lose(LETTERHEAD + ORDERS))
    assert [problem.code for problem in reading.problems] == [code]
    document = only(reading)
    assert (document.kind.value, document.number, document.is_emergency) == ("cong_dien", "05/CĐ-UBND", True)
    assert [lose(unmarked(" ".join(d.addressees))) for d in document.directives] == [lose("So Y te"), lose("Cong an tinh")]


def test_a_telegram_with_all_its_marks_is_told_nothing_of() -> None:
    assert read(LETTERHEAD + ORDERS).problems == ()


@pytest.mark.parametrize("stamp", ["MAT", "MÂT", "TOI MAT", "TUYÊT MÂT"])
def test_a_stamp_of_secrecy_that_lost_its_marks_is_one(stamp: str) -> None:
    assert read(unmarked(f"{stamp}\n{LETTERHEAD}{ORDERS}").replace(unmarked(stamp), stamp)).refused_code == "secret"
