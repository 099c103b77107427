"""Finds where the introduction of a document ends and its orders begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from alertd.model.documents import Span
from alertd.reading.blocks import Part
from alertd.reading.formulas import FORMULA, opens_list
from alertd.reading.names import is_everybody
from alertd.reading.presentation import STANDS_ABOVE
from alertd.reading.rules import Found, Sentence, first_match
from alertd.reading.rules.issuer import asks
from alertd.reading.rules.rule import BY_HOUR
from alertd.reading.rules.sends import asked
from alertd.reading.segment import Form
from alertd.reading.twofold import parted

_BY_NAME = frozenset({"person", "assigned", "concerning", "named"})
# What the document says: after "Công điện nêu rõ:", or in its own words between quotation marks.
_DOCUMENT_SAYS = re.compile(
    r"[“\"]|(?:cũng )?theo đó(?!\w),?|cụ thể, (?=ubnd |ủy ban |chủ tịch |sở |bộ |các |ban |công an |giám đốc )|theo chỉ đạo,|"
    r"(?:theo |nội dung |theo nội dung )?(?:công điện|công văn|văn bản)[^,:]{0,16}\s?[,:]"
)
_BY_DOCUMENT = re.compile(r"(?:cũng )?theo (?:nội dung )?(?:công điện|công văn|văn bản)[^,:]{0,16}\s?[,:]")
# "… ban hành Công điện về bão. Theo đó, yêu cầu các xã …": the sentence after the one that presents the document orders.
_ACCORDINGLY = re.compile(r"theo đó(?!\w),?|cụ thể,")
_BOUND = re.compile(r"(?<!\w)(?:được (?:giao|yêu cầu|phân công|đề nghị)|phải|tuyệt đối|có trách nhiệm)(?!\w)")
# "Rét còn kéo dài. Vì vậy, các xã cần …": what is told before is why.
_BOUND_BY_WHAT_IS_TOLD = re.compile(r"(?:do đó|do vậy|vì vậy|vì thế|bởi vậy|thế nên),? [^,.;:]{3,80}? cần ")
_LONGEST_BOND = 14
# "Cấm tất cả các tàu cá ra khơi …": a paragraph that forbids orders, whether or not anybody is asked for anything above it.
_FORBIDS = re.compile(r"(?:(?:nghiêm|tuyệt đối|tạm thời) )?cấm (?:tất cả|toàn bộ|mọi|các|tàu|người|xe|phương tiện|hoạt động|biển)(?!\w)")
_ASKED = frozenset({"assigned"})
_CONTINUED = frozenset({"continued"})
_CAPITALS = frozenset({"capitals"})
_BESIDES = re.compile(r"(?:đồng thời|bên cạnh đó|ngoài ra|cùng với đó|cùng đó|song song đó),? ")
# "Trung tâm Dự báo … nhận định bão mạnh lên", "Công an xã đã dọn cây đổ": telling, whoever it is of.
_TELLS = re.compile(r"(?<!\w)(?:đã|đang|cho biết|dự báo|nhận định|cảnh báo|ghi nhận)(?!\w)")


def _orders_first(sentence: Sentence, following: Sequence[Part], form: Form) -> bool:
    """Whether the presenting sentence orders something itself, rather than sum up what its issuer asks of the same people below."""
    match = first_match(sentence, form, _ASKED)
    if match is None:
        return first_match(sentence, form) is not None and ";" in sentence.source.plain[sentence.span.start : sentence.span.end]
    formulas = (first_match(s, form, FORMULA) for part in following for s in part.sentences)
    charged = {name.lower() for name in match[1].names or ()}
    return not any(charged & {name.lower() for name in formula[1].names or ()} for formula in formulas if formula)


def _is_bound(part: Part, sentence: Sentence, found: Found) -> bool:
    """Whether the paragraph says that its sentence orders: "Công an tỉnh được giao …", "Các xã phải …", "… trước 14 giờ", or after it."""
    low = part.source.low
    # The news first, its source after it: "Các cảng vụ rà soát tàu thuyền. Đây là nội dung Bộ X yêu cầu tại công điện …".
    said_after = sentence is part.sentences[0] and any(STANDS_ABOVE.match(low, s.span.start) for s in part.sentences[1:2])
    if found.verb is None or said_after:
        return said_after
    if _BOUND_BY_WHAT_IS_TOLD.match(low, sentence.span.start, sentence.span.end):
        return True
    return _sets_hour(sentence, found.verb) or _BOUND.search(low, found.start, found.verb + _LONGEST_BOND) is not None


def _sets_hour(sentence: Sentence, start: int) -> bool:
    """Whether it says from `start` on by which hour something must be done, and does not merely tell."""
    low, end = sentence.source.low, sentence.span.end
    return BY_HOUR.search(low, start, end) is not None and not _TELLS.search(low, sentence.span.start, end)


def _binds(part: Part) -> bool:
    """Whether any sentence of an article's paragraph is bound so."""
    matches = ((s, first_match(s, Form.ARTICLE, _BY_NAME)) for s in part.sentences)
    return any(match is not None and match[1].names and _is_bound(part, s, match[1]) for s, match in matches)


def _says_so(found: Sequence[Sentence], form: Form) -> bool:
    """Whether the paragraph tells what the document says, as its words or after a sentence that presents it."""
    if _DOCUMENT_SAYS.match(found[0].source.low, found[0].span.start) and first_match(found[0], form, _BY_NAME):
        return True
    return any(
        (_ACCORDINGLY.match(s.source.low, s.span.start) and first_match(s, form, _ASKED))
        or (_BY_DOCUMENT.match(s.source.low, s.span.start) and first_match(s, form, _BY_NAME))
        for s in found[1:]
    )


def _opens(sentence: Sentence, form: Form) -> bool:
    """Whether the sentence asks for what stands below it; a heading in capitals with a colon does ("LỆNH CHO GIÁM ĐỐC CÔNG TY X:")."""
    is_heading = sentence.source.plain[sentence.span.end - 1] == ":" and first_match(sentence, form, _CAPITALS) is not None
    return is_heading or opens_list(sentence, form) or parted(sentence) is not None


def _heads_points(part: Part, form: Form) -> bool:
    """Whether a paragraph under a sign without a number only says whose points stand below it: "* Đối với các xã ven biển:"."""
    only = part.sentences[0]
    match = first_match(only, form, _BY_NAME) if form is Form.DECREE and part.source.plain.endswith(":", 0, part.body.end) else None
    return only.fills_paragraph and match is not None and bool(match[1].names) and match[1].verb is None


def _tells_an_order(sentence: Sentence, form: Form) -> bool:
    """Whether the sentence says what somebody by name has to do, for all that it says itself."""
    source, span = sentence.source, sentence.span
    is_line = sentence.fills_paragraph and source.plain[span.end - 1] not in ".;:"  # what a picture shows
    match = None if is_line or _TELLS.search(source.low, span.start, span.end) else first_match(sentence, form, _BY_NAME)
    return match is not None and match[0].name not in _ASKED and bool(match[1].names) and match[1].verb is not None


def _asks_itself(part: Part) -> bool:
    """Whether the paragraph presents the document with what it asks of somebody: the next one then goes on with orders."""
    told = (asked(sentence) for sentence in part.sentences)
    return any(not all(map(is_everybody, found.names)) for found in told if found is not None)


def _goes_on(before: Sequence[Part], part: Part) -> bool:
    """Whether the paragraph goes on with orders after the one before it."""
    first = part.sentences[0]
    return bool(before) and _asks_itself(before[-1]) and (_tells_an_order(first, Form.ARTICLE) or _adds(first))


def _adds(sentence: Sentence) -> bool:
    """Whether the sentence adds to what was asked before it: "Đồng thời, bảo đảm an toàn cho tàu thuyền"."""
    source, span = sentence.source, sentence.span
    if not _BESIDES.match(source.low, span.start) or _TELLS.search(source.low, span.start, span.end):
        return False
    match = first_match(sentence, Form.ARTICLE, _CONTINUED)
    return match is not None and match[1].verb is not None


def _goes_on_by_name(found: Sequence[Sentence]) -> bool:
    """Whether a text that opens in the midst of orders, nobody named, next tells somebody by name: "Tiêu nước ruộng. Công ty X bơm …"."""
    match = first_match(found[0], Form.ARTICLE, _CONTINUED)
    is_order = match is not None and match[1].verb is not None and not _TELLS.search(found[0].source.low, *_ends(found[0]))
    return is_order and any(_tells_an_order(sentence, Form.ARTICLE) for sentence in found[1:2])


def _ends(sentence: Sentence) -> tuple[int, int]:
    return sentence.span.start, sentence.span.end


def _asks_besides(sentence: Sentence) -> bool:
    """Whether somebody by name is asked besides what its speaker has done before it: "Đồng thời yêu cầu UBND xã A thăm hỏi …"."""
    source, span = sentence.source, sentence.span
    if not _BESIDES.match(source.low, span.start) or _TELLS.search(source.low, span.start, span.end):
        return False
    match = first_match(sentence, Form.ARTICLE, _ASKED)
    return match is not None and match[1].verb is not None and not all(map(is_everybody, match[1].names or ()))


def passed_over(introduction: Sequence[Part], form: Form) -> Iterator[Span]:
    """The sentences before the orders that may be orders themselves: a person must look."""
    for sentence in (s for part in introduction for s in part.sentences):
        source, span = sentence.source, sentence.span
        is_order = _sets_hour(sentence, span.start) or asks(sentence) or (form is Form.ARTICLE and _tells_an_order(sentence, form))
        if is_order and source.plain[span.end - 1] != ":":
            yield span


def beginning(body: Sequence[Part], form: Form) -> int:
    """The index of the first paragraph after the introduction: the issuer's formula ends it, or the numbering begins.

    Without either, or where two paragraphs before it already order somebody by name, the first such paragraph ends it.
    """
    named: list[int] = []
    for index, part in enumerate(body):
        found = part.sentences
        if not found:
            continue
        if _says_so(found, form) or (part.start > part.paragraph.span.start and _orders_first(found[0], body[index + 1 :], form)):
            return index
        if named and named[-1] == index - 1 and part.source.plain.endswith(":", 0, body[index - 1].body.end):
            return named[-1]
        if (
            (part.marker and (part.marker.label or _heads_points(part, form)))
            or any(first_match(s, form, FORMULA) for s in found)
            or (form is Form.DECREE and index > 0 and _FORBIDS.match(part.source.low, part.body.start))
            or _opens(found[-1], form)
        ):
            return index if len(named) < 2 else named[0]
        if not named and form is Form.ARTICLE and (_binds(part) or _asks_besides(found[0]) or _goes_on(body[:index], part)):
            return index
        if first_match(found[0], form, _BY_NAME) or (form is Form.ARTICLE and index == 0 and _goes_on_by_name(found)):
            named.append(index)
    return named[0] if named else 0
