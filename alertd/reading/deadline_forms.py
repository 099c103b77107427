"""The forms in which documents write a deadline, each with what it says of the moment."""

from __future__ import annotations

import re

from alertd.reading.calendar import CLOCK, DAY
from alertd.reading.timings import (
    PART,
    Tell,
    at_clock,
    at_day,
    at_hours_of_reports,
    at_interval,
    at_month_end,
    at_quarter_end,
    at_relative_day,
    at_week_end,
    at_year_end,
    in_force,
    open_ended,
    relative,
    repeating,
    unsaid,
    until,
    within_days,
    within_hours,
)

_BY = (
    r"(?:xong |hoàn thành |báo cáo |gửi )?(?:trước|(?:chậm|muộn) nhất(?: là| vào| đến| trước| hết| trong(?= ngày \d))*|"
    r"không quá|không muộn hơn|"
    r"(?:hạn cuối|hạn chót|thời hạn)(?: [^\W\d_]+){0,5}?(?: là)?\s?:?|đến trước)"
)
_ON = (
    r"(?:vào(?: lúc| hồi)?|lúc|(?:hoàn thành|xong)(?: lúc| vào)?(?= \d)|(?:thời (?:điểm|gian) )?bắt đầu(?: từ| vào| lúc)*:?|"
    r"thời (?:điểm|gian) (?:thực hiện|vận hành|mở|đóng|xả|điều chỉnh)(?: cửa xả| xả)?\s?:?(?: từ| vào| lúc| hồi)*)"
)
_LEAST = r"(?:ít nhất|tối thiểu|sớm nhất)(?: là)?"
_AT = rf"(?:{_BY}|vào(?: lúc)?|lúc)"
_EVERY = r"(?:(?:hằng|hàng|mỗi)\s*(?P<every>ngày|tuần|tháng)|các ngày(?!\s(?:\d|thứ|chủ nhật|mùng)))"
"""Days that are not named are all of them: "trước 10 giờ các ngày", but not "các ngày 12, 13/9"."""
_WEEKDAY = r"(?:ngày\s+)?(?:(?:thứ\s+(?P<weekday>\w+))|(?P<sunday>chủ nhật))"
_MORE_DAYS = r"(?:(?:,| và)\s(?:thứ\s\w+|chủ nhật)){0,5}"
_TODAY = r"(?P<rel>(?:trong )?(?:ngày )?(?:hôm nay|hôm sau|ngày mai)|(?:sáng|trưa|chiều|tối|đêm)\s(?:nay|mai)|cùng ngày|trong ngày)"
_LUNAR = r"(?:ngày )?(?:mùng )?\d{1,2} (?:tháng (?:chạp|giêng)|tết)(?!\w)(?: năm \w+ \w+)?"
"""A day of the lunar year's end, which the calendar's day may follow in brackets."""
_DAY_OF_QUARTER = (
    r"\d{1,2}\s+(?:của\s+)?tháng\s+(?:đầu|cuối|sau|kế|tiếp|liền|thứ)(?!\w)"
    r"(?: (?:tiên|tiếp|theo|kề|sau|cùng|hai|của|mỗi|hằng|hàng|quý)){0,5}"
)
"""A day of a month that is told by its place: "trước ngày 20 tháng cuối quý"."""
_ONE = r"(?:[01]?\d|2[0-4])\s*(?:giờ|g|h|:|\.(?=[0-5]\d(?!\d)))(?:\s*[0-5]\d(?:\s*phút|')?)?(?:\s(?:sáng|trưa|chiều|tối|đêm))?"
_MORE = rf"(?:\s*(?:,|;|và|,\s*và)\s*{_ONE})"
_CLOCKS = rf"(?P<clocks>{_ONE}{_MORE}{{0,7}})"
_SEVERAL = rf"(?P<clocks>{_ONE}{_MORE}{{1,7}})(?!\w)"
_NO_DAY = r"(?!\s*(?:,|;|và)\s*\d)(?!\s*,?\s*\(?(?:ngày|hôm|cùng|sáng|trưa|chiều|tối|đêm|nay|mai|hằng|hàng|mỗi|thứ|\d)(?!\w))"
_DAYS = (
    r"(?P<d>\d{1,2})(?:(?:, và| và|,)\s\d{1,2}){1,6}\s?(?:[/.]|\s+tháng\s+)\s?(?P<m>\d{1,2})"
    r"(?:\s?(?:[/.]|\s+năm\s+)\s?(?P<y>20\d\d))?(?![\d/])"
)
"""Days of a month in a row: "09, 10 và 11/12"."""
_GAP = r"[\s,:(]{1,3}"
_ONCE = r"(?:một|0?1)"
_COUNT = r"(?P<n>\d{1,3})(?:\s*\([^()]{1,30}\))?\s*"
_UNIT = r"(?P<unit>phút|giờ|h|tiếng|ngày|tuần)(?!\w)(?P<working>\s+làm việc)?"
_FROM = r"\s*,?\s*(?:(?:tính )?(?:kể )?từ|sau)\s(?:khi|ngày|lúc|thời điểm)[^,.;()]{0,60}"
_SINCE = rf"(?:{_FROM})?"

_EVENT = r"(?:(?! (?:phải|cần|thì|và) )[^,.;:()]){0,60}(?!\w)"
"""What follows "trước khi", up to the word of duty that the sentence goes on with."""

_UNTIL = r"(?:,?\s(?:cho )?(?:đến|tới) khi\s[^,.;:()]{4,60})?"

FORMS: tuple[tuple[re.Pattern[str], Tell], ...] = tuple(
    (re.compile(pattern), tell)
    for pattern, tell in (
        (rf"(?:{_AT}\s+)?{_CLOCKS}\s*(?:{_WEEKDAY}{_MORE_DAYS}\s*)?[\s,(]*{_EVERY}", repeating),
        (rf"{_EVERY}{_GAP}(?:\d{{1,2}} lần{_GAP})?(?:{_AT}\s+)?{_CLOCKS}(?:[\s,]{{1,2}}{_WEEKDAY}{_MORE_DAYS})?", repeating),
        (rf"(?:mỗi |một )?ngày (?:\d{{1,2}}|hai|ba|bốn) lần{_GAP}(?:{_AT}\s+)?{_CLOCKS}", repeating),
        (
            rf"(?:{_AT}|báo cáo(?: [^\W\d_]+){{0,3}}:|(?:vào|theo) các (?:giờ|mốc|mốc giờ|thời điểm)|các lúc)\s*:?\s*{_SEVERAL}{_NO_DAY}",
            at_hours_of_reports,
        ),
        (rf"(?:{_AT}|định kỳ(?: vào)?)\s+(?:ngày\s+)?(?P<d>\d{{1,2}})\s+{_EVERY}", repeating),
        (rf"{_EVERY}{_GAP}{_AT}\s+ngày\s+(?P<d>\d{{1,2}})(?!\d|\s*[/.-]\s*\d|\s+tháng)\)?", repeating),
        (rf"(?:{_AT}\s+|định kỳ\s+(?:vào\s+)?)?{_WEEKDAY}{_MORE_DAYS}\s+{_EVERY}", repeating),
        (rf"{_EVERY}{_GAP}(?:{_AT}\s+)?(?:sáng |trưa |chiều |tối )?{_WEEKDAY}{_MORE_DAYS}", repeating),
        (rf"(?:định kỳ )?(?:cứ |mỗi )?{_COUNT}(?P<unit>phút|giờ|h|tiếng|ngày|tuần)\s?(?:/\s?|{_ONCE} )lần", at_interval),
        (rf"(?:cứ |mỗi )?{_COUNT}(?P<unit>phút|giờ|h|tiếng) (?:báo|gửi|cập nhật)(?!\w)[^,.;()]{{0,60}}? {_ONCE} lần", at_interval),
        (r"(?:hằng|hàng) giờ(?!\w)", at_interval),
        (rf"(?:cứ |mỗi )(?:{_COUNT}(?P<unit>phút|giờ|tiếng)|giờ|tiếng)(?=[,.;)/]|$)", at_interval),
        (rf"(?:cứ |mỗi )(?:giờ|tiếng) {_ONCE} lần|{_ONCE} lần\s?(?:/\s?|mỗi |một )(?:giờ|tiếng)", at_interval),
        (rf"\d{{1,2}} lần\s?(?:/\s?|mỗi |một |trong )(?P<every>ngày|tuần|tháng)(?!\w)(?:{_GAP}(?:{_AT}\s+)?{_CLOCKS})?", repeating),
        (rf"{_BY}\s+{CLOCK}{PART},?\s*(?:{_WEEKDAY}\s*,?\s*)?(?:\(?{_TODAY}\)?)?,?\s*\(?{DAY}\)?", at_clock),
        (rf"{_BY}\s+{CLOCK},?\s*{_TODAY}", at_relative_day),
        # Of several hours of a day the first.
        (rf"(?:{_BY}|{_ON})\s+{CLOCK}{_MORE}{{1,7}},?\s*{_TODAY}", at_relative_day),
        (rf"(?:{_BY}|{_ON})\s+{CLOCK}{PART}{_MORE}{{1,7}},?\s*{DAY}", at_clock),
        (rf"(?:{_BY}|{_ON})\s+{_ONE}{_MORE}{{1,7}}(?!\w)", unsaid),
        (rf"{_AT}\s+{CLOCK}{PART},?\s*các ngày\s+{_DAYS}", at_clock),
        (rf"{_BY}\s+{CLOCK}{PART},?\s*ngày\s+(?P<d>\d{{1,2}})(?![\d/.-]\d)", at_clock),
        (rf"{_BY}\s+{DAY}", at_day),
        (rf"{_BY}\s+{_LUNAR}\s\((?:tức |nhằm )?{DAY}\)", at_day),
        (rf"{_BY}\s+{_LUNAR}", open_ended),
        (rf"{_BY}\s+ngày\s+(?P<d>\d{{1,2}})(?![\d/.-]\d)", at_day),
        (rf"{_BY}\s+(?:ngày\s+)?{_DAY_OF_QUARTER}", open_ended),
        (rf"{_BY}\s+{_TODAY}", at_relative_day),
        (
            (
                r"(?:hoàn thành |xong )?(?:ngay )?trong (?:ngày|(?P<part>sáng|trưa|chiều|tối|đêm)(?: ngày)?)\s+"
                r"(?P<d>\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(?P<m>\d{1,2})"
                r"(?:(?:\s*[/.-]\s*|\s+năm\s+)(?P<y>\d{4}))?"
            ),
            at_day,
        ),
        (
            r"(?:hoàn thành |xong )?(?:ngay )?(?P<rel>trong (?:ngày )?(?:hôm nay|sáng nay|chiều nay|tối nay|đêm nay|ngày mai|sáng mai))",
            at_relative_day,
        ),
        (r"(?:xử lý|giải quyết|hoàn thành|xong) (?P<rel>trong ngày)(?! (?:\d|nay|mai|hôm|qua|đầu))(?!\w)", at_relative_day),
        (r"ngay (?P<rel>trong (?:đêm|tối|chiều|sáng|ngày))(?! (?:\d|nay|mai|ngày|hôm|qua|đầu))(?!\w)", at_relative_day),
        (r"(?:hoàn thành |xong )?(?:ngay )?trong tuần (?P<week>này|tới|sau)", at_week_end),
        (r"(?:hoàn thành |xong )?(?:ngay )?trong tháng\s+(?P<m>\d{1,2})(?:(?:\s*[/.-]\s*|\s+năm\s+)(?P<y>\d{4}))?", at_month_end),
        (r"(?:hoàn thành )?trong năm\s+(?P<y>20\d\d)", at_year_end),
        (r"(?:hoàn thành )?trong quý\s+(?P<quarter>iv|i{1,3}|[1-4])(?!\w)(?:(?:/|\s+năm\s+|\s+)(?P<y>20\d\d))?", at_quarter_end),
        (
            (
                r"(?:hoàn thành |xong |báo cáo )?(?:ngay )?"
                r"(?:trong (?:vòng|thời hạn|thời gian)|(?:chậm|muộn) nhất(?: là| sau| trong)*|không quá)(?: không quá)?"
                rf"\s+{_COUNT}{_UNIT}{_SINCE}"
            ),
            relative,
        ),
        (
            rf"(?:ngay )?trong\s+{_COUNT}(?P<unit>giờ|h|tiếng|phút)(?P<working>)(?!\w)(?!\s(?:tới|qua|nữa|đầu|liên|vừa|trước|mỗi))",
            within_hours,
        ),
        (rf"(?:hoàn thành|xong|khắc phục)\s+(?:ngay )?trong\s+{_COUNT}{_UNIT}{_SINCE}", relative),
        (rf"(?:ngay )?trong\s+{_COUNT}{_UNIT}{_FROM}", relative),
        (
            (
                rf"(?:hoàn thành |xong )?(?:ngay )?trong\s+{_COUNT}(?P<unit>ngày|tuần)(?!\w)(?P<working>\s+làm việc)?(?:\s(?:tới|nữa))?"
                r"(?!\s(?:qua|đầu|liên|liền|vừa|trước|mỗi|nghỉ|lễ|tết|gần|cuối))"
            ),
            within_days,
        ),
        (rf"(?:hoàn thành |xong )?(?:ngay )?trong\s+{_COUNT}(?P<unit>giờ|h|tiếng)(?P<working>)\s(?:tới|nữa)(?!\w)", within_days),
        (rf"(?:từ nay )?(?:cho )?(?:đến|tới) (?:hết )?(?=ngày){DAY}", until),
        (r"(?:từ nay )?(?:cho )?(?:đến|tới) hết tháng (?P<m>\d{1,2})(?:(?:\s*[/.-]\s*|\s+năm\s+)(?P<y>\d{4}))?", until),
        (rf"{_ON}\s+{CLOCK}{PART},?\s*(?:{_WEEKDAY}\s*,?\s*)?(?:\(?{_TODAY}\)?)?,?\s*\(?{DAY}\)?", at_clock),
        (rf"{_ON}\s+{CLOCK},?\s*{_TODAY}", at_relative_day),
        (rf"(?:kể )?từ (?:lúc )?{CLOCK}{PART},?\s*(?:(?:hôm nay|nay),?\s*)?\(?{DAY}\)?{_UNTIL}", in_force),
        (rf"(?:kể )?từ (?:lúc )?{CLOCK},?\s*{_TODAY}{_UNTIL}", in_force),
        (rf"{_BY}\s+{CLOCK}(?!\w)", unsaid),
        (rf"(?:trước )?{_LEAST}\s+{_COUNT}{_UNIT}\s+trước (?:khi|lúc|thời điểm)\s{_EVENT}", open_ended),
        (rf"trước (?:khi|lúc)\s[^.;:()]{{3,110}}?\s(?:trước )?(?:{_LEAST}|chậm nhất)\s+{_COUNT}{_UNIT}", open_ended),
        (rf"trước {_LEAST}\s+{_COUNT}{_UNIT}", open_ended),
        (rf"{_COUNT}{_UNIT}\s+trước khi\s{_EVENT}", open_ended),
        (
            (
                rf"trước\s+(?:khi\s+(?:có\s+)?(?:bão|lũ|mưa|áp thấp|nước|xả|mở|vận hành){_EVENT}|"
                r"ca (?:[1-3]|sáng|chiều|đêm)(?: hôm nay| ngày \d{1,2}/\d{1,2})?|"
                r"tết nguyên đán(?: năm 20\d\d| \w+ \w+)?|mùa (?:mưa|bão|lũ|khô|hanh|cạn|nắng|rét)[^,.;:()]{0,20})"
            ),
            open_ended,
        ),
        (r"cho (?:đến|tới) khi\s+[^,.;:()]{4,60}(?<!\s)", open_ended),
        (r"đúng (?:thời )?hạn(?: (?:yêu cầu|quy định))?", open_ended),
    )
)
