"""Tests of deadlines that name several hours or days, or stand behind a colon, as duty desks write them."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from alertd.reading.calendar import ZONE
from tests.reading.test_deadlines import deadline


@pytest.mark.parametrize(
    ("order", "words", "at"),
    [
        ("trực 24/24; đắp xong trước 14 giờ cùng ngày", "xong trước 14 giờ cùng ngày", (2024, 9, 10, 14, 0)),
        ("báo cáo trước 16h, 21h hôm nay", "báo cáo trước 16h, 21h hôm nay", (2024, 9, 10, 16, 0)),
        ("báo cáo lúc 8h, 15h ngày 11/9", "lúc 8h, 15h ngày 11/9", (2024, 9, 11, 8, 0)),
        ("gửi về Sở trước 16 giờ các ngày 11, 12 và 13/9", "trước 16 giờ các ngày 11, 12 và 13/9", (2024, 9, 11, 16, 0)),
        ("Hạn cuối hoàn thành di dời: 19h00 ngày 11/9", "Hạn cuối hoàn thành di dời: 19h00 ngày 11/9", (2024, 9, 11, 19, 0)),
        ("chuyển hết dân, xong 7h00 sáng mai", "xong 7h00 sáng mai", (2024, 9, 11, 7, 0)),
    ],
)
def test_of_several_hours_or_days_the_first_is_followed(order: str, words: str, at: tuple[int, int, int, int, int]) -> None:
    found = deadline(order)
    assert found is not None
    assert (found.text, found.at) == (words, datetime(*at, tzinfo=ZONE))


@pytest.mark.parametrize(("order", "hours"), [("báo cáo Sở mỗi 3 giờ, kể cả đêm", 3), ("báo cáo mỗi giờ.", 1)])
def test_what_is_told_every_so_many_hours_comes_again(order: str, hours: int) -> None:
    found = deadline(order)
    assert found is not None
    assert found.within == timedelta(hours=hours)
