"""Finds by when a block of orders must be done, and which moment that is."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime, timedelta

from alertd.model.documents import Deadline, Span
from alertd.reading.calendar import CLOCK, DAY, end_of, make_day, moment
from alertd.reading.source import Source

_BY = (
    r"(?:xong |hoàn thành |báo cáo )?(?:trước|(?:chậm|muộn) nhất(?: là| vào| đến)?(?: trước)?|không quá|hạn cuối(?: là)?|"
    r"thời hạn(?: là)?:?|đến trước)"
)
_EVERY = r"(?:hằng|hàng|mỗi)\s*(?P<every>ngày|tuần|tháng)"
_WEEKDAY = r"(?:ngày\s+)?(?:thứ\s+\w+|chủ nhật)"
_TODAY = r"(?P<rel>(?:trong )?(?:ngày )?(?:hôm nay|hôm sau|ngày mai)|(?:sáng|trưa|chiều|tối|đêm)\s(?:nay|mai)|cùng ngày|trong ngày)"
_PERIODS = {"ngày": "daily", "tuần": "weekly", "tháng": "monthly"}

_Moment = Callable[[re.Match[str], date | None], datetime | None]


def _at_clock(found: re.Match[str], issued: date | None) -> datetime | None:
    day = _day(found, issued)
    return moment(day, int(found["h"]), int(found["min"] or 0)) if day else None


def _at_day(found: re.Match[str], issued: date | None) -> datetime | None:
    """A deadline "trước ngày 25" is over as that day begins, "trong ngày", "chậm nhất ngày 25" as it ends."""
    day = _day(found, issued)
    if day is None:
        return None
    is_before = found.group().startswith(("trước", "xong trước", "hoàn thành trước", "báo cáo trước", "đến trước"))
    return moment(day) if is_before else end_of(day)


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


def _at_relative(found: re.Match[str], issued: date | None) -> datetime | None:
    if issued is None:
        return None
    words = found["rel"]
    day = issued + timedelta(days=1) if "mai" in words or "sau" in words else issued
    groups = found.groupdict()
    return moment(day, _afternoon(int(groups["h"]), words), int(groups["min"] or 0)) if groups.get("h") else end_of(day)


def _afternoon(hour: int, words: str) -> int:
    """The hour of the day: "5 giờ chiều nay" is 17."""
    return hour + 12 if hour < 12 and words.startswith(("chiều", "tối", "đêm")) else hour


def _at_month_end(found: re.Match[str], issued: date | None) -> datetime | None:
    year = int(found["y"]) if found["y"] else issued.year if issued else None
    month = int(found["m"])
    return end_of(date(year, month, monthrange(year, month)[1])) if year and 1 <= month <= 12 else None


def _at_year_end(found: re.Match[str], issued: date | None) -> datetime | None:
    return end_of(date(int(found["y"]), 12, 31))


def _after_days(found: re.Match[str], issued: date | None) -> datetime | None:
    return end_of(issued + timedelta(days=int(found["n"]))) if issued else None


def _never(found: re.Match[str], issued: date | None) -> datetime | None:
    """The words name no moment, or one that comes again."""
    return None


_FORMS: tuple[tuple[re.Pattern[str], _Moment], ...] = tuple(
    (re.compile(rf"(?<!\w){pattern}"), moment_of)
    for pattern, moment_of in (
        (rf"(?:{_BY}|vào(?: lúc)?|lúc)\s+{CLOCK}(?:(?:,| và)\s*\d{{1,2}}\s*(?:giờ|h|g))*\s*(?:{_WEEKDAY}\s*)?,?\s*{_EVERY}", _never),
        (rf"{_BY}\s+(?:ngày\s+)?\d{{1,2}}\s+{_EVERY}", _never),
        (rf"{_BY}\s+{_WEEKDAY}\s+{_EVERY}", _never),
        (rf"{_BY}\s+{CLOCK},?\s*(?:{_WEEKDAY}\s*,?\s*)?(?:\(?{_TODAY}\)?)?,?\s*\(?{DAY}\)?", _at_clock),
        (rf"{_BY}\s+{CLOCK},?\s*{_TODAY}", _at_relative),
        (rf"{_BY}\s+{CLOCK},?\s*ngày\s+(?P<d>\d{{1,2}})(?![\d/.-]\d)", _at_clock),
        (rf"{_BY}\s+{DAY}", _at_day),
        (rf"{_BY}\s+ngày\s+(?P<d>\d{{1,2}})(?![\d/.-]\d)", _at_day),
        (rf"{_BY}\s+{_TODAY}", _at_relative),
        (
            (
                r"(?:hoàn thành |xong )?(?:ngay )?trong ngày\s+(?P<d>\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(?P<m>\d{1,2})"
                r"(?:(?:\s*[/.-]\s*|\s+năm\s+)(?P<y>\d{4}))?"
            ),
            _at_day,
        ),
        (
            r"(?:hoàn thành |xong )?(?:ngay )?(?P<rel>trong (?:ngày )?(?:hôm nay|sáng nay|chiều nay|tối nay|đêm nay|ngày mai|sáng mai))",
            _at_relative,
        ),
        (r"(?:hoàn thành |xong )?(?:ngay )?trong tháng\s+(?P<m>\d{1,2})(?:(?:\s*[/.-]\s*|\s+năm\s+)(?P<y>\d{4}))?", _at_month_end),
        (r"(?:hoàn thành )?trong năm\s+(?P<y>20\d\d)", _at_year_end),
        (r"(?:hoàn thành )?trong quý\s+\S+(?:[/ ]+(?:năm )?20\d\d)?", _never),
        (
            (
                r"(?:trong (?:vòng|thời hạn|thời gian)|chậm nhất(?: sau)?|không quá)\s+(?P<n>\d{1,2})\s+ngày"
                r"(?:\s+(?:làm việc\s+)?kể từ[^,.;]{0,60})?"
            ),
            _after_days,
        ),
        (
            r"(?:trong (?:vòng|thời hạn|thời gian)|chậm nhất(?: sau)?|không quá)\s+\d{1,3}\s*(?:giờ|phút|h)(?!\w)(?:\s+kể từ[^,.;]{0,60})?",
            _never,
        ),
        (rf"{_BY}\s+{CLOCK}(?!\w)", _never),
        (
            (
                r"trước\s+(?:khi\s+(?:có\s+)?(?:bão|lũ|mưa|áp thấp|nước|xả)[^,.;:()]{0,40}|"
                r"tết nguyên đán(?: năm 20\d\d| \w+ \w+)?|mùa (?:mưa|bão|lũ)[^,.;:()]{0,20})"
            ),
            _never,
        ),
        (r"cho đến khi\s+[^,.;:()]{4,60}", _never),
        (r"đúng (?:thời )?hạn(?: (?:yêu cầu|quy định))?", _never),
    )
)


def deadline_in(source: Source, pieces: list[Span], issued: date | None) -> Deadline | None:
    """The first deadline in those stretches of text; of two that begin at one place, the one that says more."""
    for piece in pieces:
        found = [
            (m.start(), -m.end(), index, m)
            for index, (pattern, _) in enumerate(_FORMS)
            if (m := pattern.search(source.low, piece.start, piece.end))
        ]
        if not found:
            continue
        _, _, index, match = min(found, key=lambda f: f[:3])
        every = match.groupdict().get("every")
        return Deadline(
            source.text[match.start() : match.end()],
            Span(match.start(), match.end()),
            _FORMS[index][1](match, issued),
            _PERIODS[every] if every else None,
        )
    return None
