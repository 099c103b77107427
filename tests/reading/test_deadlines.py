"""Tests of deadlines and of the moments that they mean."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from alertd.model.documents import Deadline, DeadlineKind, Period, Span
from alertd.reading.calendar import ZONE
from alertd.reading.deadlines import deadline_called, deadline_in
from alertd.reading.source import normalise
from tests.reading.papers import orders

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
        ("trước 12.00 ngày 11 tháng 9 năm 2024", "trước 12.00 ngày 11 tháng 9 năm 2024", (2024, 9, 11, 12, 0)),
        ("chậm nhất ngày 15/01", "chậm nhất ngày 15/01", (2025, 1, 15, 23, 59)),
        ("kết thúc chậm nhất trong ngày 20 tháng 9 năm 2024", "chậm nhất trong ngày 20 tháng 9 năm 2024", (2024, 9, 20, 23, 59)),
        ("hoàn thành ngay trong ngày 12 tháng 9", "hoàn thành ngay trong ngày 12 tháng 9", (2024, 9, 12, 23, 59)),
        ("sơ tán xong ngay trong đêm 22/9", "xong ngay trong đêm 22/9", (2024, 9, 22, 23, 59)),
        ("kiểm đếm xong trong chiều ngày 22/9", "xong trong chiều ngày 22/9", (2024, 9, 22, 18, 0)),
        ("xong trong ngày hôm nay", "xong trong ngày hôm nay", (2024, 9, 10, 23, 59)),
        ("trước 13 giờ cùng ngày", "trước 13 giờ cùng ngày", (2024, 9, 10, 13, 0)),
        ("trước 5 giờ chiều nay", "trước 5 giờ chiều nay", (2024, 9, 10, 17, 0)),
        ("trước 6 giờ sáng mai", "trước 6 giờ sáng mai", (2024, 9, 11, 6, 0)),
        ("hoàn thành trong tháng 11 năm 2025", "hoàn thành trong tháng 11 năm 2025", (2025, 11, 30, 23, 59)),
        ("hoàn thành trong năm 2025", "hoàn thành trong năm 2025", (2025, 12, 31, 23, 59)),
        ("chậm nhất đến hết ngày 03/10/2025 cấp điện lại", "chậm nhất đến hết ngày 03/10/2025", (2025, 10, 3, 23, 59)),
        (
            "tăng lưu lượng xả, thời điểm bắt đầu 05 giờ 30 phút ngày 27/10",
            "thời điểm bắt đầu 05 giờ 30 phút ngày 27/10",
            (2024, 10, 27, 5, 30),
        ),
        ("mở 01 cửa xả, bắt đầu từ 16h00 ngày 12/9", "bắt đầu từ 16h00 ngày 12/9", (2024, 9, 12, 16, 0)),
        ("vận hành hồ từ 1.000 đến 1.200 m3/s kể từ 16h00 ngày 12/9", "kể từ 16h00 ngày 12/9", (2024, 9, 12, 16, 0)),
        ("ứng trực toàn bộ quân số, tàu xe từ 6h00 ngày 12/9", "từ 6h00 ngày 12/9", (2024, 9, 12, 6, 0)),
        ("hoàn thành trong quý IV/2024", "hoàn thành trong quý IV/2024", (2024, 12, 31, 23, 59)),
        ("trước 5 giờ chiều ngày 11/9", "trước 5 giờ chiều ngày 11/9", (2024, 9, 11, 17, 0)),
    ],
)
def test_a_deadline_is_quoted_and_dated(order: str, words: str, at: tuple[int, int, int, int, int]) -> None:
    found = deadline(order)
    assert found is not None
    assert (found.text, found.at, found.repeats) == (words, datetime(*at, tzinfo=ZONE), None)


@pytest.mark.parametrize(
    ("order", "words", "minutes"),
    [
        ("báo mực nước hồ 30 phút/lần về Sở", "30 phút/lần", 30),
        ("gửi số liệu 01 giờ/lần", "01 giờ/lần", 60),
        ("định kỳ 05 ngày một lần báo cáo", "định kỳ 05 ngày một lần", 7200),
        ("cứ 2 giờ một lần báo tình hình", "cứ 2 giờ một lần", 120),
        ("báo cáo 1 lần/giờ", "1 lần/giờ", 60),
        ("30 phút báo cáo về Ban Chỉ huy một lần", "30 phút báo cáo về Ban Chỉ huy một lần", 30),
        ("cập nhật mỗi giờ một lần", "mỗi giờ một lần", 60),
        ("gửi bản tin nguồn nước 7 ngày/lần", "7 ngày/lần", 7 * 24 * 60),
    ],
)
def test_a_report_may_be_owed_every_so_many_minutes_or_hours(order: str, words: str, minutes: int) -> None:
    found = deadline(order)
    assert found is not None
    assert (found.text, found.kind, found.repeats) == (words, DeadlineKind.REPEATING, Period.INTERVAL)
    assert found.within == timedelta(minutes=minutes)


def test_what_is_to_be_told_hourly_is_due_every_hour() -> None:
    found = deadline("báo cáo mực nước hàng giờ về Ban Chỉ huy")
    assert found is not None
    assert (found.text, found.repeats, found.within) == ("hàng giờ", Period.INTERVAL, timedelta(hours=1))


def test_so_many_times_a_day_without_hours_is_daily() -> None:
    found = deadline("báo cáo 02 lần/ngày về Văn phòng")
    assert found is not None
    assert (found.text, found.repeats, found.times) == ("02 lần/ngày", Period.DAILY, ())


@pytest.mark.parametrize(
    ("order", "words", "period", "hours", "at"),
    [
        ("báo cáo về Sở trước 16 giờ hằng ngày", "trước 16 giờ hằng ngày", Period.DAILY, (16,), (10, 16)),
        ("báo cáo trước 16 giờ và 7 giờ hàng ngày", "trước 16 giờ và 7 giờ hàng ngày", Period.DAILY, (7, 16), (10, 7)),
        ("báo cáo trước 06.00 và 16.00 hằng ngày", "trước 06.00 và 16.00 hằng ngày", Period.DAILY, (6, 16), (10, 6)),
        ("gửi số liệu 06 giờ, 17 giờ hằng ngày", "06 giờ, 17 giờ hằng ngày", Period.DAILY, (6, 17), (10, 6)),
        ("gửi số liệu 02 lần/ngày (trước 06 giờ và 16 giờ)", "02 lần/ngày (trước 06 giờ và 16 giờ", Period.DAILY, (6, 16), (10, 6)),
        ("báo cáo Sở trước 10h các ngày.", "trước 10h các ngày", Period.DAILY, (10,), (10, 10)),
        ("báo cáo hằng ngày (trước 15 giờ)", "hằng ngày (trước 15 giờ", Period.DAILY, (15,), (10, 15)),
        (
            "gửi mỗi ngày 02 lần, vào lúc 6 giờ và 4 giờ chiều",
            "mỗi ngày 02 lần, vào lúc 6 giờ và 4 giờ chiều",
            Period.DAILY,
            (6, 16),
            (10, 6),
        ),
        ("báo cáo trước 15:00 ngày thứ Sáu hàng tuần", "trước 15:00 ngày thứ Sáu hàng tuần", Period.WEEKLY, (15,), (13, 15)),
        ("báo cáo hằng tuần vào chiều thứ Sáu", "hằng tuần vào chiều thứ Sáu", Period.WEEKLY, (), None),
        ("báo cáo trước ngày 20 hằng tháng", "trước ngày 20 hằng tháng", Period.MONTHLY, (), None),
    ],
)
def test_a_repeating_deadline_tells_its_period_its_hours_and_the_first_of_them(
    order: str, words: str, period: Period, hours: tuple[int, ...], at: tuple[int, int] | None
) -> None:
    found = deadline(order)
    assert found is not None
    assert words in found.text
    assert (found.kind, found.repeats, found.times) == (DeadlineKind.REPEATING, period, tuple(time(hour) for hour in hours))
    assert found.at == (datetime(2024, 9, *at, tzinfo=ZONE) if at else None)


@pytest.mark.parametrize(
    ("order", "at"),
    [
        ("cấm biển từ 12 giờ ngày 24/9, gọi tàu vào bờ trước 18 giờ cùng ngày", datetime(2024, 9, 24, 18, tzinfo=ZONE)),
        ("bão vào ngày 24/9. Sơ tán dân trước 18 giờ cùng ngày", None),
        ("nước lên từ ngày 10/9. Sơ tán dân trước 18 giờ cùng ngày", datetime(2024, 9, 10, 18, tzinfo=ZONE)),
    ],
)
def test_the_same_day_is_the_one_that_its_sentence_names_and_never_a_guess(order: str, at: datetime | None) -> None:
    found = deadline(order)
    assert found is not None
    assert found.at == at


@pytest.mark.parametrize(
    ("order", "is_deadline"),
    [
        ("xử lý ổ dịch trong 48 giờ", True),
        ("thông xe trong 24 giờ.", True),
        ("dừng phát điện trong 6 giờ", False),
        ("cho học sinh nghỉ học trong 48 giờ", False),
        ("theo dõi mưa trong 24 giờ tới", False),
    ],
)
def test_so_many_hours_are_a_deadline_where_something_must_be_done_in_them(order: str, is_deadline: bool) -> None:
    found = deadline(order)
    assert (found is not None) == is_deadline
    assert found is None or found.kind is DeadlineKind.RELATIVE


@pytest.mark.parametrize(
    ("order", "words"),
    [
        ("dọn xong trước khi có lũ tràn về", "trước khi có lũ tràn về"),
        ("thông báo cho dân tối thiểu 04 giờ trước khi xả", "tối thiểu 04 giờ trước khi xả"),
        ("bật còi ít nhất 30 phút trước khi tăng lưu lượng xả; trực", "ít nhất 30 phút trước khi tăng lưu lượng xả"),
        ("trước khi mở cửa van phải báo dân hạ du ít nhất 02 giờ.", "trước khi mở cửa van phải báo dân hạ du ít nhất 02 giờ"),
        ("phải báo cho các xã trước tối thiểu 02 giờ", "trước tối thiểu 02 giờ"),
        ("trước khi xả lũ phải báo cho chính quyền và nhân dân", "trước khi xả lũ"),
        ("có nhà ở trước Tết nguyên đán năm 2026", "trước Tết nguyên đán năm 2026"),
        ("cấm biển cho đến khi bão tan", "cho đến khi bão tan"),
        ("không qua ngầm cho đến khi nước rút (trừ xe cứu thương)", "cho đến khi nước rút"),
        ("gửi Sở đúng thời hạn yêu cầu", "đúng thời hạn yêu cầu"),
    ],
)
def test_an_open_deadline_is_quoted_and_names_no_moment(order: str, words: str) -> None:
    found = deadline(order)
    assert found is not None
    assert words in found.text
    assert (found.kind, found.at) == (DeadlineKind.OPEN, None)


@pytest.mark.parametrize(
    ("order", "words", "within", "at"),
    [
        ("trong vòng 24 giờ phải xong", "trong vòng 24 giờ", timedelta(hours=24), None),
        ("thông xe trong 36 giờ sau khi nước rút", "trong 36 giờ sau khi nước rút", timedelta(hours=36), None),
        ("khắc phục trong 48 giờ kể từ khi nước rút", "khắc phục trong 48 giờ kể từ khi nước rút", timedelta(hours=48), None),
        (
            "chậm nhất 02 ngày kể từ ngày ban hành công điện này",
            "chậm nhất 02 ngày kể từ ngày ban hành công điện này",
            timedelta(days=2),
            (12, 23, 59),
        ),
        ("trong thời hạn 03 (ba) ngày làm việc", "trong thời hạn 03 (ba) ngày làm việc", timedelta(days=3), (13, 23, 59)),
        ("trong vòng 02 ngày kể từ khi nhận được", "trong vòng 02 ngày kể từ khi nhận được", timedelta(days=2), None),
    ],
)
def test_a_relative_deadline_tells_how_long_there_is(order: str, words: str, within: timedelta, at: tuple[int, int, int] | None) -> None:
    found = deadline(order)
    assert found is not None
    assert (found.text, found.kind, found.within) == (words, DeadlineKind.RELATIVE, within)
    assert found.at == (datetime(2024, 9, *at, tzinfo=ZONE) if at else None)


def test_a_duty_to_report_has_the_deadline_of_its_own_sentence() -> None:
    body = "1. Sở Y tế hoàn thành việc khử trùng trước 18 giờ ngày 11/9. Báo cáo UBND tỉnh trước 16 giờ hằng ngày."
    (order,) = orders(body)
    assert order.deadline is not None
    assert order.report is not None
    assert order.report.deadline is not None
    assert (order.deadline.kind, order.report.deadline.kind) == (DeadlineKind.ABSOLUTE, DeadlineKind.REPEATING)


def test_a_daily_report_without_an_hour_is_repeating_all_the_same() -> None:
    (order,) = orders("1. Sở Y tế trực cấp cứu và báo cáo UBND tỉnh hằng ngày.")
    assert order.report is not None
    assert order.report.deadline is not None
    assert (order.report.deadline.repeats, order.report.deadline.times) == (Period.DAILY, ())


def test_without_a_date_of_issue_a_missing_year_stays_missing() -> None:
    found = deadline("trước 18 giờ ngày 11/9", issued=None)
    assert found is not None
    assert found.at is None


@pytest.mark.parametrize(
    "order",
    [
        "từ ngày 16/11 đến ngày 20/11 có mưa",
        "trực ban 24/24 giờ",
        "theo dõi hằng ngày",
        "ngày 31/02/2024",
        "dự trữ gạo tối thiểu 07 ngày",
        "bão vào bờ ngay trong đêm qua",
    ],
)
def test_other_times_are_no_deadlines(order: str) -> None:
    assert deadline(order) is None


def test_a_day_that_the_calendar_has_not_is_no_moment() -> None:
    found = deadline("trước 17 giờ ngày 31/02/2024")
    assert found is not None
    assert found.at is None


@pytest.mark.parametrize(
    ("words", "kind", "at", "within"),
    [
        ("17h ngày 11/9", DeadlineKind.ABSOLUTE, datetime(2024, 9, 11, 17, tzinfo=ZONE), None),
        ("18 giờ hôm nay", DeadlineKind.ABSOLUTE, datetime(2024, 9, 10, 18, tzinfo=ZONE), None),
        ("12 tiếng", DeadlineKind.RELATIVE, None, timedelta(hours=12)),
        ("24 giờ", DeadlineKind.RELATIVE, None, timedelta(hours=24)),
        ("trong vòng 24 giờ", DeadlineKind.RELATIVE, None, timedelta(hours=24)),
        ("trước 13 giờ hằng ngày", DeadlineKind.REPEATING, datetime(2024, 9, 10, 13, tzinfo=ZONE), None),
    ],
)
def test_an_officer_may_write_a_deadline_without_the_words_that_open_one(
    words: str, kind: DeadlineKind, at: datetime | None, within: timedelta | None
) -> None:
    found = deadline_called(words, ISSUED)
    assert found is not None
    assert (found.text, found.kind, found.at, found.within) == (words, kind, at, within)


@pytest.mark.parametrize("words", ["sớm nhất có thể", "ngay", "", "17 giờ"])
def test_words_that_name_no_moment_are_no_deadline(words: str) -> None:
    assert deadline_called(words, ISSUED) is None


def test_a_time_of_the_day_of_issue_may_stand_without_its_day() -> None:
    found = deadline("đưa dân đến nhà văn hóa ngay trong đêm")
    assert found is not None
    assert (found.text, found.kind) == ("ngay trong đêm", DeadlineKind.ABSOLUTE)


def test_a_day_of_every_week_may_stand_without_a_word_before_it() -> None:
    found = deadline("định kỳ thứ Sáu hằng tuần báo cáo UBND tỉnh")
    assert found is not None
    assert (found.text, found.repeats, found.weekday) == ("định kỳ thứ Sáu hằng tuần", Period.WEEKLY, 4)


def test_who_and_what_may_not_pass_from_an_hour_on_may_be_counted_up() -> None:
    found = deadline("cấm toàn bộ người, phương tiện qua cầu Khe Sặt từ 12h00 ngày 17/7")
    assert found is not None
    assert found.text == "từ 12h00 ngày 17/7"


def test_how_often_something_is_done_yields_to_by_when() -> None:
    found = deadline("ra quân ít nhất 1 lần/tuần, phun thuốc xong trước ngày 20/7")
    assert found is not None
    assert found.text == "xong trước ngày 20/7"
    rhythm = deadline("ra quân ít nhất 1 lần/tuần")
    assert rhythm is not None
    assert rhythm.text == "1 lần/tuần"


def test_when_a_gate_is_to_be_worked_may_stand_in_a_line_of_its_own() -> None:
    found = deadline("giảm lưu lượng xả. Thời gian thực hiện: từ 17 giờ 00 ngày 17/7/2023.")
    assert found is not None
    assert found.text == "Thời gian thực hiện: từ 17 giờ 00 ngày 17/7/2023"


def test_of_several_days_of_the_week_the_first_is_followed_and_all_are_quoted() -> None:
    found = deadline("giao ban trước 8 giờ sáng thứ Ba và thứ Sáu hằng tuần")
    assert found is not None
    assert (found.text, found.repeats, found.weekday) == ("trước 8 giờ sáng thứ Ba và thứ Sáu hằng tuần", Period.WEEKLY, 1)


def test_a_week_ends_with_its_sunday() -> None:
    found = deadline("công bố tình huống khẩn cấp, hoàn thành trong tuần này")
    assert found is not None
    assert (found.text, found.at and found.at.weekday()) == ("hoàn thành trong tuần này", 6)


def test_a_deadline_that_can_be_counted_says_more_than_one_by_an_event() -> None:
    found = deadline("báo dân trước khi xả lũ; nộp sổ trực trước 17 giờ ngày 12/9")
    assert found is not None
    assert found.text == "trước 17 giờ ngày 12/9"


@pytest.mark.parametrize(
    ("order", "words"),
    [
        ("cấm tàu thuyền ra khơi từ 14 giờ ngày 11/9.", "từ 14 giờ ngày 11/9"),
        ("không cấp phép chạy đò từ 14 giờ ngày 11/9.", "từ 14 giờ ngày 11/9"),
        ("không để ai ra đường từ 18h ngày 11/9 cho đến khi có lệnh mới; trực ban", "từ 18h ngày 11/9 cho đến khi có lệnh mới"),
        ("cấm biển từ 14 giờ ngày 11/9, gọi tàu vào bờ xong trước 12 giờ ngày 11/9", "xong trước 12 giờ ngày 11/9"),
        ("cấm biển cho đến khi gió lặng, gọi tàu vào bờ xong trước 12 giờ ngày 11/9", "xong trước 12 giờ ngày 11/9"),
    ],
)
def test_what_is_forbidden_from_an_hour_on_is_due_by_then_where_no_other_hour_is_set(order: str, words: str) -> None:
    found = deadline(order)
    assert found is not None
    assert found.text == words


def test_from_when_the_wind_blows_is_no_deadline() -> None:
    assert deadline("theo dõi gió mạnh dần từ 14 giờ ngày 11/9 ở vùng biển phía bắc") is None


@pytest.mark.parametrize(
    ("order", "words", "at"),
    [
        ("hoàn thành phun khử khuẩn đến hết ngày 12/9", "đến hết ngày 12/9", (12, 23, 59)),
        ("từ nay đến ngày 20/9 phải hoàn thành việc rà soát hồ đập", "từ nay đến ngày 20/9", (20, 23, 59)),
        ("đến hết tháng 9/2024 Sở Xây dựng phải bàn giao nhà", "đến hết tháng 9/2024", (30, 23, 59)),
        ("hoàn thành việc kiểm tra trong 03 ngày", "trong 03 ngày", (13, 23, 59)),
        ("trong 02 ngày, Sở Y tế phải báo cáo kết quả", "trong 02 ngày", (12, 23, 59)),
        ("xuất cấp gạo, xử lý trong ngày; trực ban", "xử lý trong ngày", (10, 23, 59)),
        ("sơ tán hết dân vùng trũng trong 12 giờ tới", "trong 12 giờ tới", None),
    ],
)
def test_a_window_in_which_something_must_be_finished_is_a_deadline(order: str, words: str, at: tuple[int, int, int] | None) -> None:
    found = deadline(order)
    assert found is not None
    assert (found.text, found.at) == (words, datetime(2024, 9, *at, tzinfo=ZONE) if at else None)


@pytest.mark.parametrize(
    "order",
    [
        "trực cấp cứu đến hết ngày 12/9",
        "cấm biển từ nay đến hết ngày 12/9",
        "nghỉ học trong 03 ngày",
        "dự báo trong 24 giờ tới có mưa lớn",
        "trong 03 ngày qua đã có mưa to",
        "từ nay đến ngày 20/9 theo dõi chặt chẽ mực nước",
    ],
)
def test_what_lasts_for_a_window_or_is_foretold_has_no_deadline(order: str) -> None:
    assert deadline(order) is None


def test_a_day_of_every_month_may_be_set_as_a_period() -> None:
    found = deadline("báo cáo kết quả định kỳ ngày 15 hằng tháng")
    assert found is not None
    assert (found.text, found.repeats, found.day) == ("định kỳ ngày 15 hằng tháng", Period.MONTHLY, 15)


def test_a_window_of_every_day_is_due_at_neither_hour() -> None:
    found = deadline("gác cửa rừng từ 9 giờ đến 21 giờ hằng ngày; ký cam kết trước ngày 15/9")
    assert found is not None
    assert found.text == "trước ngày 15/9"


def test_a_day_of_the_lunar_year_is_told_by_the_calendars_in_brackets() -> None:
    found = deadline("dời xong trước ngày 25 tháng Chạp (tức ngày 12/02/2025)")
    assert found is not None
    assert found.at == datetime(2025, 2, 12, 0, 0, tzinfo=ZONE)
    bare = deadline("dời xong trước 28 Tết")
    assert bare is not None
    assert (bare.kind, bare.at) == (DeadlineKind.OPEN, None)


def test_a_post_that_stands_from_an_hour_on_is_due_by_then() -> None:
    found = deadline("chốt ngầm Khe Sặt từ 20h ngày 12/9 cho đến khi nước rút")
    assert found is not None
    assert found.at == datetime(2024, 9, 12, 20, 0, tzinfo=ZONE)
