"""Tests of stamps: secrecy refuses, urgency is told, words within sentences are none."""

from __future__ import annotations

import pytest

from alertd.model.documents import Secrecy, Urgency
from alertd.reading.source import fold, lower
from alertd.reading.stamps import secrecy_of, urgency_of
from tests.reading.papers import LETTERHEAD, only, read


@pytest.mark.parametrize(
    ("line", "secrecy"),
    [
        ("MẬT", Secrecy.MAT),
        ("TỐI MẬT", Secrecy.TOI_MAT),
        ("TUYỆT MẬT", Secrecy.TUYET_MAT),
        ("[MẬT]", Secrecy.MAT),
        ("Độ mật: Tối mật", Secrecy.TOI_MAT),
        ("M Ậ T", Secrecy.MAT),
        ("T U Y Ệ T M Ậ T", Secrecy.TUYET_MAT),
        ("Số: 5/CĐ-BCH      MẬT", Secrecy.MAT),
        ("Số: 5/CĐ-BCH MẬT", Secrecy.MAT),
        ("HỎA TỐC - MẬT", Secrecy.MAT),
        ("TUYỆT MẬT/HỎA TỐC HẸN GIỜ", Secrecy.TUYET_MAT),
        ("Hỏa tốc - Tối mật", Secrecy.TOI_MAT),
        ("Mật", Secrecy.MAT),
    ],
)
def test_a_stamp_of_secrecy_is_seen(line: str, secrecy: Secrecy) -> None:
    assert secrecy_of(["BỘ TƯ LỆNH", line, "Số: 5/CĐ-BTL"]) is secrecy


@pytest.mark.parametrize(
    "line", ["Giữ bí mật phương án.", "BẢO VỆ BÍ MẬT NHÀ NƯỚC", "mật ong rừng", "Mật độ dân cư", "bảo mật", "Hỏa tốc, bí mật"]
)
def test_the_word_within_other_words_is_no_stamp(line: str) -> None:
    assert secrecy_of([line]) is None


def test_small_letters_count_only_near_the_top() -> None:
    assert secrecy_of([*["dòng"] * 60, "Mật"]) is None
    assert secrecy_of([*["dòng"] * 60, "MẬT"]) is Secrecy.MAT


def test_of_a_secret_file_nothing_is_kept_but_the_refusal() -> None:
    reading = read("TỐI MẬT\n" + LETTERHEAD)
    assert (reading.refused_code, reading.text, reading.paragraphs, reading.documents, reading.outside) == ("secret", "", (), (), ())
    assert reading.refused is not None
    assert "độ mật" in reading.refused


@pytest.mark.parametrize(
    ("text", "urgency"),
    [
        ("HỎA TỐC Số: 5", Urgency.HOA_TOC),
        ("HOẢ TỐC", Urgency.HOA_TOC),
        ("HỎA TỐC HẸN GIỜ", Urgency.HOA_TOC),
        ("THƯỢNG KHẨN", Urgency.THUONG_KHAN),
        ("KHẨN", Urgency.KHAN),
        ("CÔNG ĐIỆN KHẨN", Urgency.KHAN),
        ("vừa có công điện hỏa tốc số 5", Urgency.HOA_TOC),
        ("Độ khẩn: Thượng khẩn", Urgency.THUONG_KHAN),
        ("Hỏa tốc", Urgency.HOA_TOC),
        ("H Ỏ A T Ố C", Urgency.HOA_TOC),
        ("văn bản hỏa tốc số 5/UBND", Urgency.HOA_TOC),
        ("Khẩn cấp sơ tán", None),
        ("KHẨN TRƯƠNG TRIỂN KHAI", None),
        ("TÌNH HUỐNG KHẨN CẤP", None),
        ("khẩn trương sơ tán", None),
        ("công điện khẩn trương", None),
    ],
)
def test_urgency_is_a_stamp_and_not_a_manner(text: str, urgency: Urgency | None) -> None:
    plain = fold(text)
    assert urgency_of(plain, lower(plain), 0, len(plain)) is urgency


def test_a_document_for_internal_circulation_is_marked() -> None:
    assert only(read("LƯU HÀNH NỘI BỘ\n" + LETTERHEAD)).is_internal
