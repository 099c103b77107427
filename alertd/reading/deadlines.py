"""Finds by when a block of orders must be done, and which moment that is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from alertd.model.deadlines import next_moment
from alertd.model.documents import Deadline, DeadlineKind, Period, ReportDuty, Span
from alertd.reading.calendar import ZONE
from alertd.reading.deadline_forms import FORMS
from alertd.reading.rewording import former_words
from alertd.reading.sentences import clauses, sentences
from alertd.reading.source import Source, normalise

# The words with which a form can begin: one pass for them instead of one for each form.
_CUE = re.compile(
    r"(?<!\w)(?:(?:xử lý|giải quyết|hoàn thành|xong)(?= trong ngày)|(?:hoàn thành|xong)(?: lúc| vào)?(?= \d)|"
    r"báo cáo(?=(?: [^\W\d_]+){0,3}:\s\d)|"
    r"(?:xong |hoàn thành |báo cáo |gửi )?(?:trước|chậm nhất|muộn nhất|không quá|không muộn|hạn cuối|hạn chót|thời hạn|đến trước|vào|lúc|"
    r"(?:kể )?từ (?=(?:lúc )?\d)|(?:từ nay )?(?:đến|tới) (?=hết |ngày )|"
    r"ngay trong|trong|khắc phục|bắt đầu|thời điểm|thời gian|ít nhất|tối thiểu|sớm nhất|"
    r"cho đến|cho tới|đúng|định kỳ|thứ|chủ nhật|hằng|hàng|mỗi|một ngày|ngày (?:\d{1,2}|hai|ba|bốn) lần|cứ \d|cứ giờ|một lần|"
    r"\d{1,3}(?:\s?\([^()]{1,30}\))?\s?(?:giờ|g|h|:|phút|tiếng|lần|(?:ngày|tuần)\s?(?:/|(?:một|0?1) lần))))"
)
_SINCE = ("từ ", "kể từ ")
# "17 giờ" alone may be an hour of the day or so many hours: no guess.
_HOUR_OR_HOURS = re.compile(r"(?:[01]?\d|2[0-3])\s?(?:giờ|g|h)")
# Where the next point of a block begins: "…; b) báo cáo …", "…. - Lập kế hoạch …".
_POINT = re.compile(r"[.;:]\s(?:[a-zđ]\)|[-+•–])\s?")
_DIGIT = re.compile(r"\d")
_EVERY = re.compile(r"(?<!\w)(?:hằng|hàng|mỗi)\s(ngày|tuần|tháng)(?!\w)")
_PERIODS = {"ngày": Period.DAILY, "tuần": Period.WEEKLY, "tháng": Period.MONTHLY}


def deadline_in(source: Source, pieces: list[Span], issued: date | None) -> Deadline | None:
    """The first deadline in those stretches of text that can be counted, else how often something is done ("1 lần/tuần"), else the hour
    from which something is forbidden or goes on, else the first that only an event tells ("trước khi bão đổ bộ"); of two that begin at
    one place, the one that says more.
    """
    found = [d for piece in pieces for d in _deadlines(source, piece, issued) if not _is_former(source, piece, d.span)]
    counted = [d for d in found if d.kind is not DeadlineKind.OPEN or _DIGIT.search(d.text)]
    ends = [d for d in counted if not d.text.lower().startswith(_SINCE)]
    return next((d for d in ends if not _is_rhythm(d)), next(iter(ends or counted or found), None))


def _is_former(source: Source, piece: Span, span: Span) -> bool:
    """Whether the words are those of an earlier paper which a correction replaces."""
    return any(old.start <= span.start and span.end <= old.end for old in former_words(source, piece))


def _is_rhythm(deadline: Deadline) -> bool:
    """Whether it only says how often, and no hour or day."""
    says_when = deadline.times or deadline.weekday is not None or deadline.day is not None
    return deadline.kind is DeadlineKind.REPEATING and not says_when


def deadline_called(words: str, issued: date | None) -> Deadline | None:
    """The deadline that somebody's own words name, with or without the word that opens one in a document: "17 giờ ngày 28/7"."""
    for opening in ("", "trước ") if _HOUR_OR_HOURS.fullmatch(words.strip().lower()) else ("", "trước ", "trong vòng "):
        source = normalise([f"{opening}{words}"])
        found = deadline_in(source, [Span(0, len(source.text))], issued)
        if found is not None and _says_something(found):
            return replace(found, text=words, span=Span(0, len(words)))
    return None


def _says_something(deadline: Deadline) -> bool:
    """Whether more is known than that there is a deadline."""
    return deadline.at is not None or deadline.kind is not DeadlineKind.ABSOLUTE


def with_deadline(source: Source, report: ReportDuty | None, pieces: list[Span], issued: date | None) -> ReportDuty | None:
    """The duty with its own deadline: the next one in its clause, else the last one before it there; else so in its sentence; else
    "hằng ngày" alone.
    """
    if report is None:
        return None
    piece = next(p for p in pieces if p.start <= report.span.start < p.end)
    sentence = next(s for s in sentences(source.plain, *_point_around(source, piece, report.span)) if report.span.start < s.end)
    clause = next(c for c in clauses(source.plain, sentence.start, sentence.end) if report.span.start < c.end)
    chosen = _nearest(source, clause, report.span, issued) or _nearest(source, sentence, report.span, issued)
    return replace(report, deadline=chosen or _every_period(source, report.span))


def _point_around(source: Source, piece: Span, duty: Span) -> tuple[int, int]:
    """The point "b)" or "-" of a block in which the duty stands."""
    points = [m.end() for m in _POINT.finditer(source.low, piece.start, piece.end)]
    return max((p for p in points if p <= duty.start), default=piece.start), min((p for p in points if p > duty.start), default=piece.end)


def _nearest(source: Source, stretch: Span, duty: Span, issued: date | None) -> Deadline | None:
    """The next deadline from the duty on, else the last one before it."""
    found = list(_deadlines(source, stretch, issued))
    after = [d for d in found if d.span.end > duty.start]
    return next(iter(after or found[::-1]), None)


def _deadlines(source: Source, piece: Span, issued: date | None) -> Iterator[Deadline]:
    """The deadlines of a stretch of text, in order."""
    at = piece.start
    while cue := _CUE.search(source.low, at, piece.end):
        said = ((m, tell(m, issued)) for pattern, tell in FORMS if (m := pattern.match(source.low, cue.start(), piece.end)))
        tried = [(m, timing) for m, timing in said if timing is not None]
        if not tried:
            at = cue.start() + 1
            continue
        match, timing = max(tried, key=lambda t: t[0].end())
        yield _dated(
            Deadline(
                source.text[match.start() : match.end()],
                Span(match.start(), match.end()),
                timing.at,
                timing.kind,
                timing.repeats,
                timing.times,
                timing.weekday,
                timing.day,
                timing.within,
            ),
            issued,
        )
        at = match.end()


def _dated(deadline: Deadline, issued: date | None) -> Deadline:
    """A repeating deadline with its first moment from the day of issue on, where it has hours."""
    if deadline.kind is not DeadlineKind.REPEATING or issued is None or not deadline.times:
        return deadline
    before = datetime.combine(issued, time(0), ZONE) - timedelta(minutes=1)
    return replace(deadline, at=next_moment(deadline, before, ZONE))


def _every_period(source: Source, span: Span) -> Deadline | None:
    found = _EVERY.search(source.low, span.start, span.end)
    if not found:
        return None
    words = Span(found.start(), found.end())
    return Deadline(source.slice(words), words, None, DeadlineKind.REPEATING, _PERIODS[found.group(1)])
