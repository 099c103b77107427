"""Tests of cutting off what a reply only repeats."""

from __future__ import annotations

import pytest

from alertd.messages.plain import without_diacritics
from alertd.model.replies import Meaning
from alertd.reading.answers import understand
from alertd.reading.answers.quotes import own_words

M = Meaning


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("> sơ tán ngay các hộ ven suối\nđã nhận", "đã nhận"),
        ("đã nhận\n--- Tin nhắn gốc ---\nYêu cầu xã báo cáo", "đã nhận"),
        ("rõ ạ. Trả lời: 1 KM07 đã nhận, 3 KM07 đã xong", "rõ ạ."),
        ("[DIỄN TẬP – CÔNG ĐIỆN 04/CĐ-UBND] Xã triển khai ngay\nem nhận rồi", "em nhận rồi"),
        ("“tổ chức trực ban 24/24 giờ” là sao ạ", "là sao ạ"),
        ("Chuyển tiếp: đã sơ tán xong toàn bộ", ""),
    ],
)
def test_the_quoted_part_is_cut_off(text: str, left: str) -> None:
    assert own_words(text) == left


ALERT = """HỎA TỐC Công điện 04/CĐ-UBND ngày 3/9/2024 của Chủ tịch UBND tỉnh: về việc ứng phó lũ.
UBND xã Suối Vàng thực hiện: sơ tán dân. Hạn: trước 17 giờ.
Trả lời: 1 KM07 đã nhận; 2 KM07 đang làm; 3 KM07 xong; 4 KM07 không làm được. Trực ban 0205 3 000 113"""


@pytest.mark.parametrize(
    ("words", "meaning"),
    [("lũ tràn vào bản rồi", M.INCIDENT), ("xã không có xuồng", M.CANNOT_COMPLY), ("em chưa rõ mục 2", M.NEGATIVE)],
)
@pytest.mark.parametrize("joined", [f"{ALERT}\n{{}}", f"{{}}\n{ALERT}", f"{ALERT} {{}}", f"{without_diacritics(ALERT)}\n{{}}"])
def test_what_stands_before_or_behind_an_alert_that_was_pasted_is_the_sender_s(joined: str, words: str, meaning: Meaning) -> None:
    assert understand(joined.format(words)).meaning is meaning


@pytest.mark.parametrize("alert", [ALERT, without_diacritics(ALERT), ALERT.replace("; 3", ";\n3"), " ".join(ALERT.split())])
def test_an_alert_that_was_pasted_and_nothing_else_stops_nothing(alert: str) -> None:
    assert not understand(alert).closes


def test_an_alert_sent_back_as_it_came_says_nothing() -> None:
    found = understand("> Công điện 04: sơ tán dân\nTrả lời: 1 KM07 đã nhận, 2 KM07 đang làm")
    assert (found.meaning, found.closes) == (Meaning.AMBIGUOUS, False)
