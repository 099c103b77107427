"""Finds what bodies must do against a danger in a story that names no paper, as the rules read it: "Huyện A yêu cầu các xã …", or, whoever
asks, "Sở Y tế được yêu cầu …".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from alertd.model.documents import DocumentKind
from alertd.reading.actor import actor_in, in_full, office_before
from alertd.reading.blocks import Part
from alertd.reading.declarations import told_now
from alertd.reading.directed import is_on_visit, is_spoken, prose_at_top
from alertd.reading.header import Header
from alertd.reading.heads import is_body_head
from alertd.reading.introduction import is_substantial
from alertd.reading.names import names_in
from alertd.reading.paragraphs import Paragraph
from alertd.reading.persons import are_people
from alertd.reading.rules import Sentence, first_match
from alertd.reading.rules.rule import BY_HOUR
from alertd.reading.segment import Form, Piece
from alertd.reading.source import Source, fold, lower

_ENOUGH = 2
"""One duty may be told in passing."""
_NAMED = frozenset({"named"})
_IN_NOBODYS_NAME = frozenset({"appended", "assigned"})
_CHARGED = frozenset({"issuer"})
_ASKED = frozenset({"issuer", "person"})
# What stands before the word that asks belongs to the office, up to what the office does besides.
_ASKS = re.compile(
    r",?(?: (?:cho biết|cho hay)(?: \w+){0,3}?)?(?: (?:cũng|vừa|mới|còn|tiếp tục|đã|có ý kiến|quyết định|phát đi))*,? "
    r"(?:yêu cầu|đề nghị|lệnh cho|ra lệnh cho|nhấn mạnh)$"
)
_OF_PERSON = re.compile(r"(?:ông|bà|đồng chí|đại tá|thượng tá|thiếu tướng|trung tướng) [^,–-]{2,40}(?:,| [-–]) ")
_BACKGROUND = ("trước đó", "trước đây")
_HAS_ASKED = re.compile(r"(?<!\w)đã(?!\w)")
_QUOTES = re.compile(r"[“\"][^“”\"]+[”\"],? (?:- )?(?P<office>[^.;:]{4,120}?),? (?:yêu cầu|chỉ đạo|nhấn mạnh|đề nghị)(?!\w)")
_BY_REQUEST = re.compile(r" theo (?:yêu cầu|chỉ đạo|lệnh|đề nghị) của (?P<office>[^,.;:]{4,120})")
_CHARGES = re.compile(r"(?<!\w)(?:giao|phân công)$")
_DUTY = re.compile(r"(?<!\w)(?:được (?:giao|yêu cầu|phân công|đề nghị)|phải|có trách nhiệm|chịu trách nhiệm)(?!\w)")
# Offices charge each other every day; against a danger, where people are to be moved or helped.
_RESPONDS = re.compile(r"(?<!\w)(?:ứng phó|đối phó|sơ tán|di dời|ứng cứu|cứu nạn|cứu hộ|tránh trú)(?!\w)")
# "Bộ X nhấn mạnh bão rất mạnh. Thế nên, các sở cần …": why they must, and who says so.
_STRESSES = re.compile(r"(?<!\w)(?:nhấn mạnh|lưu ý|nêu rõ|khẳng định)(?!\w)")
_THEREFORE = re.compile(r"(?:do đó|do vậy|vì vậy|vì thế|bởi vậy|thế nên|theo đó),? ")
_BY_ITS_WORD = re.compile(r"Theo (?P<office>[^,.;:]{4,120}), ")
_MUST = re.compile(r"(?<!\w)(?:cần|phải|được (?:yêu cầu|đề nghị|giao))(?!\w)")
_TELLS = re.compile(r"(?<!\w)(?:đã|đang|cho biết|nhận định|dự báo)(?!\w)")
# "Tàu thuyền cần tìm nơi tránh trú": advice to whoever is there.
_VESSELS = re.compile(r"(?:các |mọi |toàn bộ |tất cả )?(?:tàu|thuyền|phương tiện)")
_LONGEST_DUTY = 14


def read_bound(source: Source, paragraphs: Sequence[Paragraph]) -> Piece | None:
    """The story as a document, where an office asks somebody, or two bodies at least are said to be bound."""
    prose = prose_at_top(source, paragraphs)
    if not prose:
        return None
    own = [p for _, p in prose if not is_spoken(source, p)]
    told = [sentence for p in own for sentence in Part(source, p, p.span.start, "").sentences]
    asks = list(_who_asks(source, [p for _, p in prose]))
    responds = any(_RESPONDS.search(source.low, sentence.span.start, sentence.span.end) for sentence in told)
    charges = [office for sentence in told if responds and (office := _charging(sentence))]
    are_bound = bool(asks) or len(charges) + sum(_binds(sentence) for sentence in told) >= _ENOUGH
    if not are_bound and not _is_rest_of_paper(told):
        return None
    first, opening = prose[0]
    office = next(iter((*asks, *charges)), None)
    issuer = in_full(source, office) if office else next(_actors(source, own), None) if are_bound else None
    header = Header(DocumentKind.KHAC, None, None, issuer, None, (), opening.span.start)
    return Piece(Form.ARTICLE, first, len(paragraphs), header)


def _who_asks(source: Source, prose: Sequence[Paragraph]) -> Iterator[str]:
    """The offices that ask somebody, but for what they said at a meeting or on a visit."""
    stressing: str | None = None
    for index, paragraph in enumerate(prose):
        if is_spoken(source, paragraph):
            continue
        for sentence in Part(source, paragraph, paragraph.span.start, "").sentences:
            stressing = _stressing(sentence) or stressing
            office = _asking(sentence, prose[0]) or _asking_afterwards(sentence) or _by_its_word(sentence)
            office = office or (stressing if _follows(sentence) else None)
            if office and not is_on_visit(source, prose[:index], office):
                yield office


def _asking(sentence: Sentence, opening: Paragraph) -> str | None:
    """The office that asks bodies for more than to respond: "Ông A, Chủ tịch UBND huyện B, cho biết đã yêu cầu các xã …". What it has asked
    is news with which the story opens, or where it is a person's word.
    """
    source, span = sentence.source, sentence.span
    match = first_match(sentence, Form.ARTICLE, _ASKED)
    if match is None or not match[1].names or match[1].verb is None or source.low.startswith(_BACKGROUND, span.start):
        return None
    words = match[1].words
    low = lower(fold(words))
    asks = _ASKS.search(low)
    if asks is None or are_people(match[1].names) or not is_substantial(source.low, match[1].verb, span.end):
        return None
    is_news = span.start == opening.span.start or _OF_PERSON.match(source.low, span.start, span.end)
    if _HAS_ASKED.search(low) and not is_news:
        return None
    person = _OF_PERSON.match(low)
    return words[person.end() if person else 0 : asks.start()].strip(" ,") or None


def _asking_afterwards(sentence: Sentence) -> str | None:
    """The office that is named after what somebody must do: "“Các xã phải sơ tán dân”, Chủ tịch UBND huyện B yêu cầu"."""
    source, span = sentence.source, sentence.span
    said = _QUOTES.match(source.plain, span.start, span.end)
    if said is None and _binds(sentence):
        said = _BY_REQUEST.search(source.plain, span.start, span.end)
    if said is None or not is_body_head(source.plain, said.start("office")) or first_match(sentence, Form.ARTICLE, _NAMED) is None:
        return None
    return source.text[said.start("office") : said.end("office")]


def _stressing(sentence: Sentence) -> str | None:
    """The office that stresses how things are: "Dẫn tin bão, Bộ X nhấn mạnh …"."""
    source, span = sentence.source, sentence.span
    stresses = _STRESSES.search(source.low, span.start, span.end)
    at = office_before(source.plain, span.start, stresses.start()) if stresses else None
    return source.text[at : stresses.start()].strip(" ,") if stresses and at is not None else None


def _by_its_word(sentence: Sentence) -> str | None:
    """The office by whose word bodies must act: "Theo Ban Chỉ huy huyện, các xã vùng trũng cần …"."""
    source, span = sentence.source, sentence.span
    said = _BY_ITS_WORD.match(source.plain, span.start, span.end)
    if said is None or not is_body_head(source.plain, said.start("office")):
        return None
    match = first_match(sentence, Form.ARTICLE, _NAMED)
    must = match is not None and match[1].verb is not None and _MUST.search(source.low, match[1].start, match[1].verb + _LONGEST_DUTY)
    return source.text[said.start("office") : said.end("office")] if must else None


def _follows(sentence: Sentence) -> bool:
    """Whether the sentence says what bodies must do because of what was stressed before it."""
    source, span = sentence.source, sentence.span
    if not _THEREFORE.match(source.low, span.start):
        return False
    match = first_match(sentence, Form.ARTICLE, _NAMED)
    return (
        match is not None
        and match[1].verb is not None
        and _MUST.search(source.low, match[1].start, match[1].verb + _LONGEST_DUTY) is not None
    )


def _charging(sentence: Sentence) -> str | None:
    """The office that charges somebody: "UBND tỉnh giao UBND xã A cắm biển báo …"."""
    match = first_match(sentence, Form.ARTICLE, _CHARGED)
    if match is None or not match[1].names or match[1].verb is None:
        return None
    charges = _CHARGES.search(match[1].words)
    return (match[1].words[: charges.start()].strip(" ,") or None) if charges else None


def _binds(sentence: Sentence) -> bool:
    source, span = sentence.source, sentence.span
    match = first_match(sentence, Form.ARTICLE, _NAMED)
    if match is None or match[1].verb is None or _TELLS.search(source.low, span.start, match[1].verb):
        return False
    names, verb = match[1].names or (), match[1].verb
    if are_people(name for name in names if not _VESSELS.match(name.lower())):
        return False
    duty = _DUTY.search(source.low, match[1].start, verb + _LONGEST_DUTY)
    return duty is not None or BY_HOUR.search(source.low, verb, span.end) is not None


def _is_rest_of_paper(told: Sequence[Sentence]) -> bool:
    """Whether a story whose beginning is lost goes on with a paper's orders: it asks in nobody's name, and bodies are ordered by theirs."""
    asks = any(_matched(sentence, _IN_NOBODYS_NAME) for sentence in told)
    return asks and sum(_matched(sentence, _NAMED) for sentence in told) >= _ENOUGH


def _matched(sentence: Sentence, rules: frozenset[str]) -> bool:
    """Whether bodies are ordered there by one of those rules, and nothing is told of them."""
    source, span = sentence.source, sentence.span
    match = first_match(sentence, Form.ARTICLE, rules)
    if match is None or not match[1].names or match[1].verb is None or are_people(match[1].names):
        return False
    return _TELLS.search(source.low, span.start, match[1].verb) is None


def _actors(source: Source, paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """The offices that act in the story."""
    actors = (actor_in(source, s) for p in paragraphs for s in told_now(source, p.span))
    return (actor for actor in actors if actor and names_in(actor))
