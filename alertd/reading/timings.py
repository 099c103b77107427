"""What the words of a deadline say of the moment, form by form."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from alertd.model.documents import DeadlineKind, Period
from alertd.reading.calendar import DAY, afternoon, end_of, make_day, moment

PART = r"(?:\s*(?P<part>sáng|trưa|chiều|tối|đêm)(?!\s(?:nay|mai)))?"
"""The part of a day after an hour; not "sáng nay", which says which day as well."""

_PERIODS = {"ngày": Period.DAILY, "tuần": Period.WEEKLY, "tháng": Period.MONTHLY}
_WEEKDAYS = {"hai": 0, "2": 0, "ba": 1, "3": 1, "tư": 2, "4": 2, "năm": 3, "5": 3, "sáu": 4, "6": 4, "bảy": 5, "7": 5}
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
_UNITS = {"phút": "minutes", "giờ": "hours", "h": "hours", "tiếng": "hours", "ngày": "days", "tuần": "weeks"}
_PART_ENDS = {"sáng": 12, "trưa": 13, "chiều": 18}
# "từ 9 giờ đến 21 giờ hằng ngày": what begins and ends every day is due at neither hour.
_WINDOW_BEFORE = re.compile(r"(?<!\w)từ \d[^,.;()]{0,30} (?:đến|tới)(?: lúc)? $")
_LONGEST_WINDOW = 48
_LOOK_BACK = 400
_LONGEST_CLAUSE = 90
_NAMED_DAY = re.compile(rf"(?<![\d/]){DAY}")
# What lasts so long: "cho nghỉ học trong 48 giờ", "mưa lớn trong 24 giờ".
_LASTS = re.compile(
    r"(?<!\w)(?:nghỉ|cấm|dừng|ngừng|tạm|duy trì|trực|kéo dài|cắt|ngắt|mưa|gió|lượng|dự báo|hiệu lực|hoạt động|đủ|dự trữ|cách ly|theo dõi|"
    r"ở lại|dùng|cung cấp|phát|giữ|cầm cự)(?!\w)"
)
_FINISHES = re.compile(
    r"(?<!\w)(?:hoàn thành|xong|kết thúc|di dời|sơ tán|khắc phục|khôi phục|giải ngân|bàn giao|thông xe|báo cáo|gửi|nộp)(?!\w)"
)
_FINISHES_AFTER = re.compile(r"(?:,? [^,]{3,60}?)?,? (?:phải|cần|hoàn thành|xong|kết thúc|khắc phục xong|báo cáo)(?!\w)")
# What is forbidden or goes on from an hour on must have begun by then: "cấm biển từ 14 giờ ngày 13/11", "mở cửa xả kể từ 20 giờ ngày 3/10".
_BEGINS = re.compile(
    r"(?<!\w)(?:cấm|dừng)(?: (?:toàn bộ|mọi|tất cả|các))* (?:người|xe|tàu|thuyền|phương tiện)"
    r"(?:, (?:và )?(?:người|xe|tàu|thuyền|phương tiện))+(?!\w)[^,;:]{0,120}$|"
    r"(?<!\w)(?:cấm|dừng|ngừng|tạm ngưng|nghỉ học|đóng cửa|không (?:được )?(?:ra|cho|cấp|để|đi|qua|đánh|khai|hoạt))(?!\w)[^,;:]{0,120}$|"
    r"(?<!\w)(?:cấm biển|nghỉ học)(?:, | và )$|"
    r"(?<!\w)(?:vận hành|điều tiết|(?:mở|đóng)(?: thêm)?(?: \d{1,2})? cửa|xả (?:lũ|nước|tràn)|ứng trực|trực(?: ban| chỉ huy| chiến đấu)?|"
    r"chốt(?: chặn| gác)?|giãn cách|phong tỏa|cách ly)(?!\w)[^;]{0,120}$"
)
_REPORTS = re.compile(r"(?<!\w)(?:báo cáo|cập nhật|thông báo|thông tin|gửi|báo)(?!\w)")
# One of the times in a list; there the army's "06.00" is no day of a month.
_CLOCK = re.compile(rf"(?P<h>[01]?\d|2[0-4])\s*(?:giờ|g|h|:|\.)(?:\s*(?P<min>[0-5]\d)(?:\s*phút|')?)?{PART}")


@dataclass(frozen=True, slots=True)
class Timing:
    """What the words of a deadline say of the moment: the fields of `Deadline` without its words."""

    kind: DeadlineKind
    at: datetime | None = None
    repeats: Period | None = None
    times: tuple[time, ...] = ()
    weekday: int | None = None
    day: int | None = None
    within: timedelta | None = None


Tell = Callable[[re.Match[str], date | None], Timing | None]
"""What a match says; None where the words before it show that it is no deadline."""


def _absolute(at: datetime | None) -> Timing:
    return Timing(DeadlineKind.ABSOLUTE, at)


def at_clock(found: re.Match[str], issued: date | None) -> Timing:
    """An hour of a day that is named."""
    day = _day(found, issued)
    return _absolute(moment(day, afternoon(int(found["h"]), found["part"] or ""), int(found["min"] or 0)) if day else None)


def at_day(found: re.Match[str], issued: date | None) -> Timing:
    """A deadline "trước ngày 25" is over as that day begins, "trong ngày", "chậm nhất ngày 25" as it ends, "trong chiều 25/9" with
    that part of it.
    """
    day = _day(found, issued)
    if day is None:
        return _absolute(None)
    if part := found.groupdict().get("part"):
        return _absolute(moment(day, _PART_ENDS.get(part, 24)))
    is_before = found.group().startswith(("trước", "xong trước", "hoàn thành trước", "báo cáo trước", "gửi trước", "đến trước"))
    return _absolute(moment(day) if is_before else end_of(day))


def _day(found: re.Match[str], issued: date | None) -> date | None:
    """The day meant; a missing year is that of issue, or the next where the day would lie far behind it."""
    groups = found.groupdict()
    if groups.get("y"):
        return make_day(groups["d"], groups["m"], groups["y"])
    if issued is None:
        return None
    if groups.get("m"):
        day = make_day(groups["d"], groups["m"], issued.year)
        return make_day(groups["d"], groups["m"], issued.year + 1) if day and day < issued - timedelta(days=180) else day
    return _in_coming_month(int(groups["d"]), issued)


def _in_coming_month(day: int, issued: date) -> date | None:
    """A bare day of the month: the next one that has not passed on the day of issue."""
    if day >= issued.day:
        return make_day(str(day), str(issued.month), issued.year)
    following = issued.replace(day=1) + timedelta(days=32)
    return make_day(str(day), str(following.month), following.year)


def at_relative_day(found: re.Match[str], issued: date | None) -> Timing:
    """An hour of today or tomorrow, or the end of that day."""
    words = found["rel"]
    issued = _same_day(found, issued) if words == "cùng ngày" else issued
    if issued is None:
        return _absolute(None)
    day = issued + timedelta(days=1) if "mai" in words or "sau" in words else issued
    groups = found.groupdict()
    if not groups.get("h"):
        return _absolute(end_of(day))
    return _absolute(moment(day, afternoon(int(groups["h"]), words), int(groups["min"] or 0)))


def _same_day(found: re.Match[str], issued: date | None) -> date | None:
    """The day meant by "cùng ngày": the one that its sentence named ("cấm biển từ ngày 24/9, xong trước 18 giờ cùng ngày"), else that of
    issue; None where a sentence before named another, which may be meant.
    """
    before = found.string[max(0, found.start() - _LOOK_BACK) : found.start()]
    named = [found for found in _NAMED_DAY.finditer(before) if _day(found, issued)]  # "trực 24/24" names none
    if not named:
        return issued
    day = _day(named[-1], issued)
    return day if day == issued or ". " not in before[named[-1].end() :] else None


def at_month_end(found: re.Match[str], issued: date | None) -> Timing:
    """The last minute of a month, which is of the year of issue where none is named."""
    year = int(found["y"]) if found["y"] else issued.year if issued else None
    return _absolute(_month_end(year, int(found["m"])))


def _month_end(year: int | None, month: int) -> datetime | None:
    return end_of(date(year, month, monthrange(year, month)[1])) if year and 1 <= month <= 12 else None


def at_week_end(found: re.Match[str], issued: date | None) -> Timing:
    """The Sunday of the week of issue, or of the one after."""
    weeks = 0 if found["week"] == "này" else 1
    return _absolute(end_of(issued + timedelta(days=6 - issued.weekday() + 7 * weeks)) if issued else None)


def at_quarter_end(found: re.Match[str], issued: date | None) -> Timing:
    """The last minute of a quarter."""
    year = int(found["y"]) if found["y"] else issued.year if issued else None
    return _absolute(_month_end(year, 3 * _QUARTERS[found["quarter"]]))


def at_year_end(found: re.Match[str], issued: date | None) -> Timing:
    """The last minute of a year."""
    return _absolute(end_of(date(int(found["y"]), 12, 31)))


def unsaid(found: re.Match[str], issued: date | None) -> Timing:
    """An hour of a day that the words leave out: no guess."""
    return _absolute(None)


def relative(found: re.Match[str], issued: date | None) -> Timing:
    """Days are counted from the issue, to the end of the last one, unless the words count from receipt; hours from being told."""
    count, unit = int(found["n"]), found["unit"]
    within = timedelta(**{_UNITS[unit]: count})
    if unit not in ("ngày", "tuần") or issued is None or "nhận" in found.group():
        return Timing(DeadlineKind.RELATIVE, within=within)
    last = _working_day(issued, count) if found["working"] else issued + within
    return Timing(DeadlineKind.RELATIVE, end_of(last), within=end_of(last) - end_of(issued))


def within_hours(found: re.Match[str], issued: date | None) -> Timing | None:
    """So many hours in which something must be done ("xử lý ổ dịch trong 48 giờ"), not for which it lasts ("dừng máy trong 6 giờ")."""
    before = found.string[max(0, found.start() - _LONGEST_CLAUSE) : found.start()]
    return None if _LASTS.search(re.split(r"[.;]\s", before)[-1]) else relative(found, issued)


def within_days(found: re.Match[str], issued: date | None) -> Timing | None:
    """So many days or coming hours in which something must be finished ("hoàn thành việc kiểm tra trong 03 ngày"); all else lasts so long
    or is foretold.
    """
    return relative(found, issued) if _must_be_finished(found) else None


def until(found: re.Match[str], issued: date | None) -> Timing | None:
    """The day or month to whose end something must be finished: "từ nay đến hết ngày 10/8 phải hoàn thành …"; what only lasts until then
    has no deadline.
    """
    if not _must_be_finished(found):
        return None
    if not found.groupdict().get("d"):
        return at_month_end(found, issued)
    day = _day(found, issued)
    return _absolute(end_of(day) if day else None)


def _must_be_finished(found: re.Match[str]) -> bool:
    """Whether the clause says that something is to be finished, and not only done for a time."""
    before = re.split(r"[.;:]", found.string[max(0, found.start() - _LONGEST_CLAUSE) : found.start()])[-1]
    after = re.split(r"[.;:]", found.string[found.end() : found.end() + _LONGEST_CLAUSE])[0]
    return not _LASTS.search(before) and bool(_FINISHES.search(before) or _FINISHES_AFTER.match(after))


def in_force(found: re.Match[str], issued: date | None) -> Timing | None:
    """The hour from which something is forbidden, or must be going on."""
    before = found.string[max(0, found.start() - _LONGEST_CLAUSE) : found.start()]
    tell = at_relative_day if found.groupdict().get("rel") else at_clock
    return tell(found, issued) if _BEGINS.search(re.split(r"[.;]\s", before)[-1]) else None


def _working_day(start: date, count: int) -> date:
    """The day so many working days later; public holidays are not known."""
    day = start
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def repeating(found: re.Match[str], issued: date | None) -> Timing | None:
    """A time of every day, week or month; of several days of the week the first."""
    if _WINDOW_BEFORE.search(found.string, max(0, found.start() - _LONGEST_WINDOW), found.start()):
        return None
    groups = found.groupdict()
    period = _PERIODS[groups.get("every") or "ngày"]
    weekday = _WEEKDAYS.get(groups.get("weekday") or "", 6 if groups.get("sunday") else None)
    return Timing(
        DeadlineKind.REPEATING,
        repeats=period,
        times=_times(groups.get("clocks") or ""),
        weekday=weekday if period is Period.WEEKLY else None,
        day=int(groups["d"]) if groups.get("d") and period is Period.MONTHLY else None,
    )


def at_hours_of_reports(found: re.Match[str], issued: date | None) -> Timing | None:
    """Several hours without a day, at which somebody is to report: every day until told otherwise."""
    told = found.string[max(0, found.start() - _LONGEST_CLAUSE) : found.end()]
    return repeating(found, issued) if _REPORTS.search(re.split(r"[.;]\s", told)[-1]) else None


def at_interval(found: re.Match[str], issued: date | None) -> Timing:
    """Once in so many hours or days."""
    groups = found.groupdict()
    within = timedelta(**{_UNITS[groups.get("unit") or "giờ"]: int(groups.get("n") or 1)})
    return Timing(DeadlineKind.REPEATING, repeats=Period.INTERVAL, within=within) if within else Timing(DeadlineKind.OPEN)


def _times(words: str) -> tuple[time, ...]:
    """The times of day in a list such as "06 giờ, 17 giờ 30", in order."""
    hours = {(afternoon(int(c["h"]), c["part"] or ""), int(c["min"] or 0)) for c in _CLOCK.finditer(words)}
    return tuple(sorted(time(23, 59) if hour >= 24 else time(hour, minute) for hour, minute in hours))


def open_ended(found: re.Match[str], issued: date | None) -> Timing:
    """An event that has no hour."""
    return Timing(DeadlineKind.OPEN)
