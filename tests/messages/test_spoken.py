"""What is said on the telephone is written as people say it."""

from __future__ import annotations

import pytest

from alertd.messages.spoken import Ear

EAR = Ear(
    {
        "UBND": "Ủy ban nhân dân",
        "PCTT": "phòng chống thiên tai",
        "TKCN": "tìm kiếm cứu nạn",
        "NN&PTNT": "nông nghiệp và phát triển nông thôn",
        "xã": "phường",
    }
)


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Công điện 07/CĐ-UBND ngày 5/9/2024", "Công điện số 07 ngày 5 tháng 9 năm 2024"),
        ("Công điện số 07/CĐ-UBND", "Công điện số 07"),
        ("Công văn số: 118/UBND-KT của tỉnh", "Công văn số 118 của tỉnh"),
        ("Nghị định 66/2021/NĐ-CP", "Nghị định số 66 năm 2021"),
        ("trước 17h30 ngày 6/9", "trước 17 giờ 30 ngày 6 tháng 9"),
        ("lúc 05:00 ngày 6/9/2024", "lúc 05 giờ ngày 6 tháng 9 năm 2024"),
        ("7g15; phát 10g phèn mỗi lít; tỷ lệ 3:x", "7 giờ 15, phát 10g phèn mỗi lít, tỷ lệ 3:x"),
        ("trước 7h, sau 9 giờ", "trước 7 giờ, sau 9 giờ"),
        ("7/11 đơn vị đã trả lời", "7/11 đơn vị đã trả lời"),
        ("Chủ tịch UBND xã, Sở NN&PTNT & Công an", "Chủ tịch Ủy ban nhân dân xã, Sở nông nghiệp và phát triển nông thôn và Công an"),
        ("Ban Chỉ huy PCTT&TKCN huyện", "Ban Chỉ huy phòng chống thiên tai và tìm kiếm cứu nạn huyện"),
        ("Trực ban 0205 3 000 113", "Trực ban 0205 3 000 113"),
        ("xem https://tinh.example/a?b=1 hoặc gửi truc.ban@tinh.example ngay", "xem hoặc gửi ngay"),
        ("sơ tán “36 hộ”; cấm đò", "sơ tán 36 hộ, cấm đò"),
        ("giữ mực nước dưới 36,5 m", "giữ mực nước dưới 36,5 m"),
        ("", ""),
    ],
)
def test_what_a_voice_would_stumble_over_is_written_as_it_is_said(written: str, said: str) -> None:
    assert EAR.written(written) == said


def test_lines_stay_lines_since_a_breath_is_drawn_between_them() -> None:
    assert EAR.written("một;\nhai  ba") == "một,\nhai ba"


def test_without_abbreviations_nothing_is_spelled_out() -> None:
    assert Ear({}).written("UBND huyện") == "UBND huyện"
