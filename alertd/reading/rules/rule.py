"""What every rule is given and gives back."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from alertd.model.documents import Span
from alertd.reading.heads import is_body_head, is_brand, is_head
from alertd.reading.names import names_in
from alertd.reading.persons import are_people
from alertd.reading.predicates import order_begins
from alertd.reading.segment import Form
from alertd.reading.source import LOWER, UPPER, Source
from alertd.reading.verbs import LONGEST_RUN_OF_NAMES, OPENS_PLACES, first_verb, is_verb_at

# "Chủ tịch UBND các huyện theo địa bàn; Giám đốc các sở theo chức năng chịu trách nhiệm": what parts duties is no order yet.
_BY_DUTY = re.compile(r"theo (?:địa bàn|chức năng|nhiệm vụ|lĩnh vực|thẩm quyền|phạm vi|trách nhiệm)(?P<what>[^;.:]{0,60});\s+")
# "Cục Viễn thông sẽ là đầu mối …": articles tell a charge as what will be.
_WILL = re.compile(r"\ssẽ\s+$")
_IS_CHARGED = re.compile(r"(?:là (?:đầu mối|cơ quan|đơn vị)|chủ trì|chịu trách nhiệm|phối hợp)(?!\w)")
# "Những trường tổ chức ăn, ở cho học sinh cần …": the first verb describes who is meant.
_DUTY_OF_SOME = re.compile(r"\s(?:cần|phải)\s")
# "Các địa phương thực hiện giãn cách phải: a) …": the first verb describes who is meant, here too.
_DUTY_OPENS_LIST = re.compile(r"\s(?:cần|phải)\s?:$")
# "Các tàu neo đậu ở bến du lịch phải rời đi": how ships, people and works are, before what they must do.
_HOW_THEY_ARE = re.compile(
    r"(?:neo đậu|hoạt động|sinh sống|cư trú|nuôi trồng|khai thác|đánh bắt|thi công|vận hành|tham gia|lưu trú|làm việc)(?!\w)"
)
_COMMA = re.compile(r",\s+")
_LONGEST_DESCRIPTION = 120
# "Sở X được giao mời chuyên gia …": by whatever verb; not "các đơn vị được giao quản lý hồ phải …", which says who is meant.
_CHARGED = re.compile(
    rf"(?<!nhiệm vụ)(?<!trách nhiệm)(?<!chức năng)(?<!thẩm quyền) được (?:giao|yêu cầu|đề nghị|phân công)(?: nhiệm vụ)? (?=[{LOWER}])"
)
_SHORT = re.compile(rf"[{UPPER}][\w&-]{{1,14}}(?= [{LOWER}]|:|$)")
_EXPLAINS = ("(", "(nay là ", "(gọi tắt là ", "(viết tắt là ", "(sau đây gọi là ", "(sau đây gọi tắt là ", "(sau đây viết tắt là ")
_LAST_SHORT = re.compile(rf"(?:[,;]| và) (?P<short>[{UPPER}][{UPPER}\d&-]{{1,14}})\s*$")
BY_HOUR = re.compile(r"(?<!\w)(?:trước|chậm nhất|xong trong) (?P<hour>\d{1,2})\s?(?:giờ|h)(?!\w)")
"""By which hour something must be done: who is told so is ordered, whatever the verb."""
LOOK_BACK = 20_000
"""Characters before a sentence in which the issuer's short name may be told: longer than a telegram, and a bound where many follow."""
_OPENS_ORDER = re.compile(
    rf":\s+(?=[{LOWER}]|\d[\d.]{{0,5}} [{LOWER}]|\((?:a|1|i)\) |"
    r"(?:Trước|Trong|Ngay|Chậm nhất|Muộn nhất|Hằng|Hàng|Mỗi|Định kỳ|Từ|Kể từ|Sau|Khi|Nếu|Để|Nhằm) )"
)
# "Sở Tài chính: Số hóa hồ sơ …": a word of which only the first letter is large.
_OPENS_CAPITAL = re.compile(rf":\s+(?=[{UPPER}][{LOWER}]+ [{LOWER}])")
# "Các Binh chủng: Công binh, Hóa học": who they are follows.
_SEVERAL = re.compile(r"(?<!\w)(?:[Cc]ác|[Nn]hững) [^:;]{1,80}:$")
# "Bộ trưởng Bộ: Quốc phòng": the name of which only the type is said goes on.
_BARE_TYPE = re.compile(
    r"(?<!\w)(?:Bộ|Sở|Cục|Tổng cục|Chi cục|Vụ|Ban|Viện|Đài|Hội|Phòng|Trung tâm|[Cc]ông ty|Tập đoàn|Trường|Báo|Phát thanh|Ngân hàng|"
    r"đơn vị|cơ quan|ngành|lực lượng|gồm|sau|đây)\s*:$"
)


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence or clause of the text, without its numbering. `issuer` is the document's, in lower case."""

    source: Source
    span: Span
    line_starts: frozenset[int]
    issuer: str
    fills_paragraph: bool = False
    """Whether nothing else stands in its paragraph: it may then be a heading with names alone."""
    under: str = ""
    """The last name of the heading that it is a point of."""
    listed: tuple[str, ...] = ()
    """Those to whom the whole document goes, as it names them."""
    is_point: bool = False
    """Whether it opens a numbered point of a paper: whoever opens a point is charged there, unless it is the issuer."""

    @property
    def is_heading(self) -> bool:
        """Whether names alone may stand in it, their orders below: it ends in a colon, or fills its paragraph and ends in no stop."""
        last = self.source.plain[self.span.end - 1]
        return last == ":" or (self.fills_paragraph and last not in ".;")


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule reads in a sentence."""

    names: tuple[str, ...] | None
    """Who is ordered; None where the sentence names nobody, empty where it turns to everybody ("yêu cầu:")."""
    start: int
    """Where the words of the order begin, the names included."""
    verb: int | None
    """Where the first verb stands; None where the orders follow below."""
    words: str
    """The words that the rule went by."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A way in which an order is written, and the forms of document that use it."""

    name: str
    read: Callable[[Sentence], Found | None]
    forms: frozenset[Form]


def names_then_verb(sentence: Sentence, start: int) -> tuple[tuple[str, ...] | None, int | None]:
    """The names that begin at `start` and the verb of command after them; (None, verb) where no name stands there."""
    plain, end = sentence.source.plain, sentence.span.end
    if (short := short_name(sentence, start)) is not None:
        return (short,), start + len(short) + 1
    verb = order_begins(plain, start, end, sentence.line_starts)
    within = None if verb is None else _BY_DUTY.match(plain, verb, end)
    if verb is not None and within and is_head(plain, within.end()) and first_verb(plain, within.start("what"), within.end()) is None:
        following, later = names_then_verb(sentence, within.end())
        own = names_in(sentence.source.text[start:verb]) if verb > start else None
        if own and following and later is not None:
            return (*own, *following), later
    if (charged := _after_charge(sentence, start, verb)) is not None:
        return names_in(sentence.source.text[start : charged.start()]), charged.end()
    verb = _after_description(sentence, start, verb)
    stop = end if verb is None else verb
    if (
        verb is not None
        and (will := _WILL.search(plain, start, verb))
        and (_IS_CHARGED.match(plain, verb) or BY_HOUR.search(plain, verb, end))
    ):
        stop = will.start()
    if stop == start or stop - start > LONGEST_RUN_OF_NAMES:
        return None, verb
    if (parted := _parted_by_colon(sentence.source, start, stop, end)) is not None:
        return parted
    names = _ending_in_short(sentence.source, start, stop) or names_in(sentence.source.text[start:stop])
    return _without_issuer(names, sentence.issuer), verb


def _parted_by_colon(source: Source, start: int, stop: int, end: int) -> tuple[tuple[str, ...], int] | None:
    """The names alone before a colon, and the order after it, whatever its verb: it opens with a small letter ("Bộ Chỉ huy Biên phòng
    tỉnh: bắn pháo hiệu …"), with when or why ("Sở Y tế: Trước ngày 5/6 …"), or with a word of which one letter is large.
    """
    colon = _OPENS_ORDER.search(source.plain, start, stop)
    named = names_in(source.text[start : colon.start()]) if colon else None
    if not named and (colon := _OPENS_CAPITAL.search(source.plain, start, end)) and colon.start() < stop:
        named = _complete(source, start, colon)
    return (named, colon.end()) if named and colon else None


def _complete(source: Source, start: int, colon: re.Match[str]) -> tuple[str, ...] | None:
    """The names before a colon that are whole without what follows it: "Bộ Y tế: Tiết giảm chi phí …", but not "Các Bộ: Quốc phòng …"."""
    before = source.plain[start : colon.start() + 1]
    opens_list = _SEVERAL.search(before) and not OPENS_PLACES.search(before)
    if opens_list or _BARE_TYPE.search(before) or is_head(source.plain, colon.end()):
        return None
    return names_in(source.text[start : colon.start()])


def _ending_in_short(source: Source, start: int, stop: int) -> tuple[str, ...] | None:
    """The names of a run whose last one is an abbreviation that the text has explained: "Cục X; Sở Y; TCX phân luồng"."""
    last = _LAST_SHORT.search(source.plain, start, stop)
    if last is None or is_head(source.plain, last.start("short")) or explained_at(source, last.start("short"), stop + 2) is None:
        return None
    before = names_in(source.text[start : last.start()])
    return (*before, last["short"]) if before else None


def explained_at(source: Source, start: int, end: int) -> str | None:
    """The abbreviation at `start` before a small word that the text has explained: "Tổng công ty X (TCX) … TCX phải …"."""
    found = _SHORT.match(source.plain, start, end)
    if found is None:
        return None
    before = max(0, start - LOOK_BACK)
    explained = any(source.plain.find(f"{opens}{found.group()})", before, start) >= 0 for opens in _EXPLAINS)
    return found.group() if explained else None


def short_name(sentence: Sentence, start: int) -> str | None:
    """Such an abbreviation, before a verb of command."""
    source, end = sentence.source, sentence.span.end
    found = _SHORT.match(source.plain, start, end)
    is_heading = found is not None and found.end() == end and sentence.fills_paragraph
    if found is None or is_head(source.plain, start) or not (is_heading or _opens_order(source, found.end(), end)):
        return None  # the text is looked through last: most capitals open a verb
    return explained_at(source, start, end)


def _opens_order(source: Source, at: int, end: int) -> bool:
    """Whether a verb of command stands there, or a colon that ends a heading."""
    return is_verb_at(source.plain, at + 1, end) or source.plain[at:end].strip() == ":"


def _after_charge(sentence: Sentence, start: int, verb: int | None) -> re.Match[str] | None:
    """The word that says that a body by its name has been charged, where no verb that is known stands before it."""
    plain, stop = sentence.source.plain, sentence.span.end if verb is None else verb
    if not (is_body_head(plain, start) or is_brand(plain, start)) or (charged := _CHARGED.search(plain, start, stop)) is None:
        return None
    describes = _DUTY_OF_SOME.search(plain, charged.end(), min(sentence.span.end, charged.end() + _LONGEST_DESCRIPTION))
    return None if describes or not names_in(sentence.source.text[start : charged.start()]) else charged


def _without_issuer(names: tuple[str, ...] | None, issuer: str) -> tuple[str, ...] | None:
    """The names but for the issuer's own type word, which speaks and is not ordered: "Về phía Bộ, Cục X lập các đoàn công tác"."""
    if names is None or len(names) < 2:
        return names
    return tuple(name for name in names if " " in name or not issuer.startswith(f"{name.lower()} "))


def _after_description(sentence: Sentence, start: int, verb: int | None) -> int | None:
    """Where the word of duty stands after what tells which of them are meant ("Những …", how they are) or before a list, else `verb`."""
    plain = sentence.source.plain
    if verb is not None and (opens := _DUTY_OPENS_LIST.search(plain, verb, sentence.span.end)):
        return opens.start() + 1
    are_some = plain.startswith(("Những ", "những "), start)
    if verb is None or not (are_some or _HOW_THEY_ARE.match(sentence.source.low, verb)):
        return verb
    duty = _DUTY_OF_SOME.search(plain, verb, min(sentence.span.end, verb + _LONGEST_DESCRIPTION))
    if duty is None or any(sign in plain[verb : duty.start()] for sign in ".;:"):
        return verb
    return duty.start() + 1 if are_some or _is_one_group(sentence.source, Span(start, duty.start()), verb) else verb


def _is_one_group(source: Source, run: Span, how: int) -> bool:
    """Whether a run that tells from `how` on how those are whom it names goes on with nobody else: "các tàu neo đậu, ngư dân"."""
    others = (m.end() for m in _COMMA.finditer(source.plain, how, run.end))
    return len(names_in(source.slice(run)) or ()) == 1 and not any(are_people((source.plain[at : run.end],)) for at in others)
