"""Tests of cutting off what a reply only repeats."""

from __future__ import annotations

import pytest

from alertd.model.replies import Meaning
from alertd.reading.answers import understand
from alertd.reading.answers.quotes import own_words


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


def test_an_alert_sent_back_as_it_came_says_nothing() -> None:
    found = understand("> Công điện 04: sơ tán dân\nTrả lời: 1 KM07 đã nhận, 2 KM07 đang làm")
    assert (found.meaning, found.closes) == (Meaning.AMBIGUOUS, False)
