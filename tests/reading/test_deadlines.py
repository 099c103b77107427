"""Tests of deadlines and of the moments that they mean."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from alertd.model.documents import Deadline, Span
from alertd.reading.calendar import ZONE
from alertd.reading.deadlines import deadline_in
from alertd.reading.source import normalise

ISSUED = date(2024, 9, 10)


def deadline(words: str, issued: date | None = ISSUED) -> Deadline | None:
    """The deadline in an order issued on 10 September 2024."""
    source = normalise([words])
    return deadline_in(source, [Span(0, len(source.text))], issued)


@pytest.mark.parametrize(
    ("order", "words", "at"),
    [
        ("báo cáo trước 17 giờ ngày 27/11/2025 để", "báo cáo trước 17 giờ ngày 27/11/2025", (2025, 11, 27, 17, 0)),
        ("di dời xong trước 18 giờ 30 ngày 11/9;", "xong trước 18 giờ 30 ngày 11/9", (2024, 9, 11, 18, 30)),
        ("di dời trước 18h00 ngày 11 tháng 9 năm 2024", "trước 18h00 ngày 11 tháng 9 năm 2024", (2024, 9, 11, 18, 0)),
        ("chậm nhất 17 giờ ngày 12/9", "chậm nhất 17 giờ ngày 12/9", (2024, 9, 12, 17, 0)),
        ("trước 6 giờ ngày 11 phải xong", "trước 6 giờ ngày 11", (2024, 9, 11, 6, 0)),
        ("trước 6 giờ ngày 02 phải xong", "trước 6 giờ ngày 02", (2024, 10, 2, 6, 0)),
        ("gửi về Sở trước ngày 15/9", "trước ngày 15/9", (2024, 9, 15, 0, 0)),
        ("chậm nhất ngày 15/01", "chậm nhất ngày 15/01", (2025, 1, 15, 23, 59)),
        ("hoàn thành ngay trong ngày 12 tháng 9", "hoàn thành ngay trong ngày 12 tháng 9", (2024, 9, 12, 23, 59)),
        ("xong trong ngày hôm nay", "xong trong ngày hôm nay", (2024, 9, 10, 23, 59)),
        ("trước 13 giờ cùng ngày", "trước 13 giờ cùng ngày", (2024, 9, 10, 13, 0)),
        ("trước 5 giờ chiều nay", "trước 5 giờ chiều nay", (2024, 9, 10, 17, 0)),
        ("trước 6 giờ sáng mai", "trước 6 giờ sáng mai", (2024, 9, 11, 6, 0)),
        ("hoàn thành trong tháng 11 năm 2025", "hoàn thành trong tháng 11 năm 2025", (2025, 11, 30, 23, 59)),
        ("hoàn thành trong năm 2025", "hoàn thành trong năm 2025", (2025, 12, 31, 23, 59)),
        ("trong thời hạn 03 ngày kể từ ngày ký", "trong thời hạn 03 ngày kể từ ngày ký", (2024, 9, 13, 23, 59)),
    ],
)
def test_a_deadline_is_quoted_and_dated(order: str, words: str, at: tuple[int, int, int, int, int]) -> None:
    found = deadline(order)
    assert found is not None
    assert (found.text, found.at, found.repeats) == (words, datetime(*at, tzinfo=ZONE), None)


@pytest.mark.parametrize(
    ("order", "words", "repeats"),
    [
        ("báo cáo về Sở trước 16 giờ hằng ngày", "trước 16 giờ hằng ngày", "daily"),
        ("báo cáo trước 7 giờ và 16 giờ hàng ngày", "trước 7 giờ và 16 giờ hàng ngày", "daily"),
        ("báo cáo trước 15:00 ngày thứ Sáu hàng tuần", "trước 15:00 ngày thứ Sáu hàng tuần", "weekly"),
        ("báo cáo trước ngày 20 hằng tháng", "trước ngày 20 hằng tháng", "monthly"),
        ("dọn xong trước khi có lũ tràn về", "trước khi có lũ tràn về", None),
        ("có nhà ở trước Tết nguyên đán năm 2026", "trước Tết nguyên đán năm 2026", None),
        ("cấm biển cho đến khi bão tan", "cho đến khi bão tan", None),
        ("trong vòng 24 giờ phải xong", "trong vòng 24 giờ", None),
        ("gửi Sở đúng thời hạn yêu cầu", "đúng thời hạn yêu cầu", None),
    ],
)
def test_a_deadline_that_names_no_single_moment_is_quoted_only(order: str, words: str, repeats: str | None) -> None:
    found = deadline(order)
    assert found is not None
    assert words in found.text
    assert (found.at, found.repeats) == (None, repeats)


def test_without_a_date_of_issue_a_missing_year_stays_missing() -> None:
    found = deadline("trước 18 giờ ngày 11/9", issued=None)
    assert found is not None
    assert found.at is None


@pytest.mark.parametrize("order", ["từ ngày 16/11 đến ngày 20/11 có mưa", "trực ban 24/24 giờ", "theo dõi hằng ngày", "ngày 31/02/2024"])
def test_other_times_are_no_deadlines(order: str) -> None:
    assert deadline(order) is None


def test_a_day_that_the_calendar_has_not_is_no_moment() -> None:
    found = deadline("trước 17 giờ ngày 31/02/2024")
    assert found is not None
    assert found.at is None
