"""Finds where a sentence turns to somebody else: after a semicolon, or after a comma once the order before it is complete."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from alertd.model.documents import Span
from alertd.reading.blocks import Block, named_in, why
from alertd.reading.heads import is_body_head, is_definite, is_head, is_title
from alertd.reading.lending import is_bare_territory
from alertd.reading.names import names_in
from alertd.reading.persons import holds_office
from alertd.reading.pointing import is_same
from alertd.reading.rules import Sentence, first_match
from alertd.reading.rules.rule import names_then_verb
from alertd.reading.rules.speaker import charged_beside, is_issuer
from alertd.reading.segment import Form
from alertd.reading.sentences import clauses
from alertd.reading.source import UPPER, Source, fold, lower
from alertd.reading.verbs import first_verb

TURNED = frozenset({"person", "assigned", "named"})
"""The rules by which somebody else is ordered within a sentence."""
# What opens a clause for somebody else; "yêu cầu" only where the issuer is the subject: "Sở X kiểm tra; yêu cầu chủ hồ xả nước" is Sở X's.
_ASKS = ("giao ", "đề nghị ")
_ISSUER_ASKS = (*_ASKS, "yêu cầu ")
# "UBND tỉnh yêu cầu Sở X mở kho, đồng thời đề nghị chủ đò dừng chạy": the issuer asks again.
_ASKS_AGAIN = re.compile(r"(?:và )?đồng thời (?:cũng )?(?:yêu cầu|đề nghị|giao) ")
_OF_ISSUER = ("issuer", "person", "presented")
# Groups that need no capital to open a clause for themselves.
_OPENS_SMALL = ("các ", "ngành ", "người dân ", "chủ các ", "đơn vị trực thuộc ", "cơ quan trực thuộc ")
_INLINE_MARK = re.compile(r"\(\w{1,3}\)\s*")
_COMRADE = re.compile(r"(?:các )?(?:đồng chí|đ/c|ông|bà)\s")
_TURNS = re.compile(r"(?:đồng thời|riêng|còn|trong đó),? ")
_TELLING = re.compile(r"(?<!\w)(?:chỉ đạo|đôn đốc|phối hợp với|hướng dẫn|yêu cầu|đề nghị|huy động|thông báo cho|bao gồm)\s+")
# "Sở X chủ trì, Sở Y phối hợp": whoever only helps is named beside.
_HELPS = re.compile(r"phối hợp(?! với)(?!\w)")
_COMMA = re.compile(r", ")
# "các xã A, B xong trước 9 giờ, các xã còn lại xong trước 11 giờ": the others have an order of their own.
# "; các hộ còn lại xong trước 6 giờ": those whom the same body is to move.
_LEFT_TO_MOVE = re.compile(r"(?:các|những|số) (?:hộ|người|trường hợp)[^,;.]{0,20} còn lại(?!\w)")
_THE_OTHERS = re.compile(r"(?:các|những) (?!hộ )[^,.;:]{2,40}(?:, [^,.;:]{2,30}){0,3}? (?:còn lại|khác) ")
_IN_CHARGE = re.compile(r"\sphụ trách(?!\w)")
_KIND = re.compile(r"(?:Bộ|Sở|Cục|UBND|[^\W_]+ [^\W_]+)(?= )")
_DEPUTY = re.compile(r"Phó (?:Thủ tướng|Chủ tịch|Bí thư|Giám đốc) ")
# Whoever gets something or is told, by a name that no list knows: "báo cho CSKV", "đoàn của Chính phủ".
_OBJECT = re.compile(rf"(?<!\w)(?:của|cho|với|cùng|theo|gửi|chỉ đạo|hướng dẫn|huy động) [{UPPER}][\w ]{{1,60}}$")
_WORD = re.compile(r"(?<!\w)\w")
_LOOK_BACK = 160
"""Characters before a clause in which those may be named who are told."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Where a sentence turns to somebody else: the block that begins there, and where its verb stands."""

    at: int
    block: Block
    verb: int


def turns(sentence: Sentence, verb: int, block: Block, form: Form) -> Iterator[Turn]:
    """The turns of a sentence whose order begins with `verb` and is that of `block`, one after the other."""
    for index, clause in enumerate(clauses(sentence.source.plain, verb, sentence.span.end)):
        begins = max(verb, clause.start)
        if index and (turn := _after_semicolon(sentence, clause, block, form)):
            block, begins = turn.block, turn.verb
            yield turn
        for later in _after_commas(sentence, Span(begins, clause.end), block, form):
            block = later.block
            yield later


def _after_semicolon(sentence: Sentence, clause: Span, current: Block, form: Form) -> Turn | None:
    """The turn with which a clause after a semicolon begins that names somebody else than `current` does."""
    plain, low = sentence.source.plain, sentence.source.low
    mark = _INLINE_MARK.match(plain, clause.start, clause.end)
    start = mark.end() if mark else clause.start
    if (kindly := _COMRADE.match(low, start, clause.end)) and is_head(plain, kindly.end()):
        start = kindly.end()
    if _LEFT_TO_MOVE.match(low, start):
        return None
    if holds_office(plain, start):
        return _charged(sentence, clause.start, Span(start, clause.end), current)
    asks = _ISSUER_ASKS if current.why[-1:] and current.why[-1].startswith("issuer") else _ASKS
    is_turn = low.startswith(asks, start) or (plain[start : start + 1].isupper() and not _is_listed(sentence, clause))
    is_turn = is_turn or (
        (low.startswith(_OPENS_SMALL, start) or is_bare_territory(plain, start) or is_definite(plain, start) or is_title(plain, start))
        and not _tells_whom(sentence, clause)
    )
    turn = None if is_turn else _TURNS.match(low, start, clause.end)
    if not (is_turn or (turn and is_head(plain, turn.end()))):
        return None
    return _turn(sentence, clause.start, Span(start, clause.end), current, form)


def _after_commas(sentence: Sentence, clause: Span, current: Block, form: Form) -> Iterator[Turn]:
    """The turns within a clause: "A trực tiếp chỉ đạo, Văn phòng Chính phủ theo dõi", where the order before each is complete and no
    name stands right before the comma, of which the next may be one more.
    """
    source, begins = sentence.source, clause.start
    for comma in _COMMA.finditer(source.plain, clause.start, clause.end):
        following = Span(comma.end(), clause.end)
        if following.start > begins and _asks_again(source, following, current):
            turn = _turn(sentence, following.start, following, current, form)
            if turn:
                current, begins = turn.block, turn.verb
                yield turn
            continue
        if following.start <= begins or not _may_name(source, following):
            continue
        is_deputy = _is_deputy(current, source, following.start)
        is_free = _is_of_kind(current, source, begins, comma) or not _ends_in_name(source, begins, comma.start())
        if not is_deputy and (not is_free or _tells_whom(sentence, following)):
            continue
        turn = _turn(sentence, following.start, following, current, form)
        if turn and _may_turn(sentence, turn) and (is_deputy or not _holds_issuer(sentence, turn.block)):
            current, begins = turn.block, turn.verb
            yield turn


def _may_name(source: Source, clause: Span) -> bool:
    """Whether somebody else may be named at the head of the clause, although no semicolon stands before it."""
    return is_body_head(source.plain, clause.start) or _THE_OTHERS.match(source.low, clause.start, clause.end) is not None


def _asks_again(source: Source, clause: Span, current: Block) -> bool:
    """Whether the issuer, who asks in the block before, asks again at the head of the clause."""
    is_of_issuer = bool(current.why) and current.why[-1].startswith(_OF_ISSUER)
    return is_of_issuer and _ASKS_AGAIN.match(source.low, clause.start, clause.end) is not None


def _may_turn(sentence: Sentence, turn: Turn) -> bool:
    """Whether a verb that orders stands right after the names: "Sở X chủ trì, Sở Y phối hợp" only names who helps."""
    return sentence.source.plain[turn.verb - 2] != "," and _HELPS.match(sentence.source.low, turn.verb) is None


def _holds_issuer(sentence: Sentence, block: Block) -> bool:
    """Whether the issuer is named there, who decides and is not ordered: "Sở X tham mưu, Chủ tịch UBND tỉnh xem xét"."""
    return any(is_issuer(name.lower(), sentence.issuer) for name in block.names)


def _is_deputy(current: Block, source: Source, at: int) -> bool:
    """Whether another deputy begins there after the one charged before: nobody tells or reports to him within that charge."""
    office = _DEPUTY.match(fold(current.names[-1])) if current.names else None
    return office is not None and source.plain.startswith(office.group(), at)


def _is_of_kind(current: Block, source: Source, start: int, comma: re.Match[str]) -> bool:
    """Whether another body of the kind of the one charged alone follows a part that names none: "mở cửa hồ số 2, Công ty X mở cửa số 1"."""
    kind = _KIND.match(fold(current.names[0])) if len(current.names) == 1 else None
    if kind is None or not source.plain.startswith(kind.group(), comma.end()):
        return False
    before = source.plain[start : comma.start()].rpartition(", ")[2]
    return not any(is_body_head(before, word.start()) for word in _WORD.finditer(before))


def _ends_in_name(source: Source, start: int, end: int) -> bool:
    """Whether what ends there ends in somebody's name, who does something with the next or is told with him."""
    if _OBJECT.search(source.plain, max(start, end - _LOOK_BACK), end):
        return True
    words = (m.start() for m in _WORD.finditer(source.plain, max(start, end - _LOOK_BACK), end))
    return any(is_head(source.plain, at) and names_in(source.text[at:end]) is not None for at in words)


def _charged(sentence: Sentence, at: int, clause: Span, current: Block) -> Turn | None:
    """The turn at `at` to the person with whom the clause opens, charged as the one before: "…; bà B, Giám đốc Sở Y tế …"."""
    names, verb = names_then_verb(replace(sentence, span=clause, fills_paragraph=False), clause.start)
    if verb is None and (in_charge := _IN_CHARGE.search(sentence.source.low, clause.start, clause.end)):
        names, verb = names_in(sentence.source.text[clause.start : in_charge.start()]), in_charge.start() + 1
    if not names or verb is None:
        return None
    return Turn(at, Block(current.section, names, current.why[-1:], named=[Span(clause.start, verb - 1)]), verb)


def _turn(sentence: Sentence, at: int, clause: Span, current: Block, form: Form) -> Turn | None:
    """The turn at `at` to whoever is ordered at the head of the clause."""
    beside = charged_beside(replace(sentence, span=clause, fills_paragraph=False), current.names)
    match = first_match(beside, form, TURNED)
    if match is None or not match[1].names or match[1].verb is None or is_same(match[1].names, current.names):
        return None
    return Turn(at, Block(current.section, match[1].names, (why(*match),), named=named_in(beside, match[1])), match[1].verb)


def _is_listed(sentence: Sentence, clause: Span) -> bool:
    """Whether the clause goes on with a list that a colon has opened: "hướng dẫn các Công ty: A, B; Công ty C trực bơm"."""
    return ":" in _told(sentence, clause).rpartition("các ")[2]


def _tells_whom(sentence: Sentence, clause: Span) -> bool:
    """Whether the clause before ends with those who are told: "chỉ đạo các phòng của huyện; các ban, ngành tập trung …"."""
    return bool(_told(sentence, clause))


def _told(sentence: Sentence, clause: Span) -> str:
    """Those who are told at the end of the clause before, as it names them; nothing where it ends otherwise."""
    before = sentence.source.slice(Span(sentence.span.start, clause.start)).rstrip(" ;")[-_LOOK_BACK:]
    said = [m.end() for m in _TELLING.finditer(lower(fold(before)))]
    rest = fold(before[said[-1] :]) if said else ""
    return rest if rest and first_verb(rest, 0, len(rest)) is None and names_in(rest) is not None else ""
