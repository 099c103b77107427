"""Tests of what is due in every week, month or quarter, and of the day that belongs to a report."""

from __future__ import annotations

import pytest

from alertd.model.documents import Period
from tests.reading.papers import orders
from tests.reading.test_deadlines import deadline


@pytest.mark.parametrize(
    ("order", "words"),
    [
        ("Hằng tuần, trước 16 giờ thứ Năm, báo cáo Sở", "Hằng tuần, trước 16 giờ thứ Năm"),
        ("hàng tuần vào 10 giờ 30 sáng thứ Năm báo cáo Sở", "hàng tuần vào 10 giờ 30 sáng thứ Năm"),
    ],
)
def test_the_day_of_the_week_may_follow_the_hour_of_what_is_due_every_week(order: str, words: str) -> None:
    found = deadline(order)
    assert found is not None
    assert (found.text, found.repeats, found.weekday) == (words, Period.WEEKLY, 3)


def test_what_is_due_every_month_may_have_its_day_after_it() -> None:
    found = deadline("định kỳ hàng tháng (trước ngày 25) báo cáo Sở")
    assert found is not None
    assert (found.text, found.repeats, found.day) == ("hàng tháng (trước ngày 25)", Period.MONTHLY, 25)


@pytest.mark.parametrize(
    "words", ["trước ngày 20 tháng cuối quý", "trước ngày 15 của tháng cuối quý", "trước ngày 05 tháng đầu tiên của quý sau"]
)
def test_a_day_of_a_month_that_is_told_by_its_place_is_no_day_of_this_month(words: str) -> None:
    found = deadline(f"báo cáo Sở {words}; lưu hồ sơ")
    assert found is not None
    assert (found.text, found.at) == (words, None)


def test_a_report_is_due_when_its_own_point_says_so() -> None:
    body = "1. Sở Y tế:\na) Rà soát xong trước ngày 15/9/2024; sau đó báo cáo UBND tỉnh.\nb) Trước ngày 20 hằng tháng thống kê thuốc."
    (order,) = orders(body)
    assert order.report is not None
    assert order.report.deadline is not None
    assert order.report.deadline.text == "xong trước ngày 15/9/2024"


def test_a_report_is_due_when_its_own_clause_says_so() -> None:
    (order,) = orders("1. Sở Y tế: trước ngày 15/9/2024 báo cáo UBND tỉnh; hoàn thành sửa trạm trước ngày 20/9/2024.")
    assert order.report is not None
    assert order.report.deadline is not None
    assert order.report.deadline.text == "trước ngày 15/9/2024"
