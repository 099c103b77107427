"""Finds what an office orders against a danger in an article that names no paper: "Trước diễn biến bão số 5, Cục X yêu cầu …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from alertd.model.documents import DocumentKind, Span
from alertd.reading.actor import actor_in, in_full, office_before, orderer_in
from alertd.reading.declarations import told_now
from alertd.reading.header import Header
from alertd.reading.heads import is_body_head
from alertd.reading.introduction import is_substantial
from alertd.reading.names import names_in
from alertd.reading.paragraphs import Paragraph
from alertd.reading.persons import are_people
from alertd.reading.rows import known_places
from alertd.reading.source import UPPER, Source, fold, lower
from alertd.reading.threats import COMMANDED
from alertd.reading.verbs import first_verb

_NEAR_TOP = 12
"""Paragraphs; what is ordered only farther below is not what the article is about."""
# What is said at a meeting or on a visit is no order that goes out.
_SPOKEN = re.compile(
    r"(?<!\w)(?:phát biểu|(?:cuộc|buổi|phiên|kỳ) (?:họp|làm việc)|hội nghị|họp (?:khẩn|trực tuyến|bàn|báo)|"
    r"chủ trì (?=cuộc|buổi|phiên|hội|họp)|thị sát|thăm(?! hỏi)|đại biểu|cử tri|làm việc với|trao đổi với|cùng đoàn công tác|"
    r"trực tiếp chỉ đạo|"
    r"(?:đến|đi|trực tiếp|đoàn|đã|thực địa|thực tế)(?: công tác)? kiểm tra|kiểm tra (?:thực|công tác|hiện trường|tình hình|tại)|"
    r"trả lời (?:phỏng vấn|báo))(?!\w)"
)
_OFFICE_WORDS = 4
"""By so many of its first words an office is known again."""
_ORDERS = (
    r"(?<!từng )(?:yêu cầu|đề nghị|giao(?! thông)|(?<!ban )(?<!lãnh đạo, )(?<!sự )(?<!công tác )(?<!trực tiếp )chỉ đạo)(?=[\s:,])",
    (
        r"thông báo (?:(?:đến|tới|cho) |(?=(?:các|tất cả) ))"
        r"(?=[^.;:]{4,160} (?:phối hợp|chủ động|thông báo|sơ tán|di dời|phòng (?:ngừa|tránh)|cho (?:học sinh|sinh viên|trẻ)))"
    ),
    r"(?:ra )?lệnh(?: cho)? (?=[^.;:,]{4,60} (?:phải|mở|đóng|xả) )",
)
# A figure may stand right before the word: pages lose the space after a year.
_DIRECTS = re.compile(rf"(?<![^\W\d])(?:(?<!đã ){'|'.join(_ORDERS)}),?\s*")
# With what an article opens is news, though it has been ordered: "Để ứng phó bão số 5, Chủ tịch UBND tỉnh đã chỉ đạo các xã …".
_HAS_DIRECTED = re.compile(rf"(?<![^\W\d])(?:{'|'.join(_ORDERS)}),?\s*")
# Who closes the sea to ships, has people moved or gives the alarm for a river commands whoever is there.
_COMMANDS = re.compile(
    r"(?P<does>(?: đã| sẽ| chính thức| vừa| quyết định| thực hiện| ban hành| ban bố| ra| phát| có){0,3}) "
    rf"(?P<what>(?:lệnh (?=cấm))?{COMMANDED})"
)
# A syllable has seven letters at most.
_PROVINCE = re.compile(rf"(?<!\w)(?:(?P<unit>[Tt]ỉnh|[Tt]hành phố|TP\.?) ?)?(?P<place>[{UPPER}]\w{{0,6}}(?: [{UPPER}]\w{{0,6}}){{0,3}})$")
_LONGEST_PROVINCE = 40
# Who is asked, where whoever asks goes without saying: "Các cảng vụ được yêu cầu bật đèn".
_ARE_ASKED = re.compile(r"\s(?:được|phải được) (?:yêu cầu|đề nghị|giao)\s")
# Who passes a telegram on orders what it says.
_CARRY_OUT = re.compile(r"(?:thực hiện|triển khai)(?: \w+){0,6} (?:công điện|công văn|chỉ thị|văn bản)(?!\w)")
_BY_DIRECTION = re.compile(r"theo (?:sự )?(?:chỉ đạo|yêu cầu|lệnh|đề nghị) của (?P<office>[^,.;:]{4,120}), ")
_GROUP = re.compile(r"(?<!\w)các ")
_COMMA = re.compile(r", ")
_SITUATION = re.compile(r"(?:trước|do|để|nhằm) ")
# Offices charge and lead each other every day: such words order against a danger only where one is declared, or is to be met by those
# who are named.
_RESPONDING = re.compile(r"(?<!\w)(?:ứng phó|đối phó|sơ tán|di dời|tránh trú|diễn biến (?:của )?(?:cơn )?bão)(?!\w)")
# Whom a story opens with is sent to a rescue that goes on; farther below it tells how one went.
_RESCUES = re.compile(r"(?<!\w)(?:cứu nạn|cứu hộ)(?!\w)")
_SPEAKER = re.compile(
    rf"(?P<named>(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí)(?: [{UPPER}]\w*){{2,5}}(?:,|\s[-–])\s)"
    r"[^,.;:]{4,80}?(?P<says>,? (?:cho biết|cho hay|thông tin)(?!\w))"
)
# The head of government leads nobody by name from day to day.
_OF_GOVERNMENT = re.compile(r"(?<!\w)thủ tướng(?: chính phủ)?(?: \w+){0,4}? $")
_TO_RESPOND = re.compile(
    r"(?:để|nhằm)(?: chủ động| kịp thời| sẵn sàng| khẩn trương| tiếp tục)* (?:ứng phó|đối phó|phòng,? (?:chống|tránh))(?!\w)"
)
_DECLARES = re.compile(r"(?:công bố|ban bố) [^.;:]{0,40}(?:tình huống|tình trạng)[^.;:]{0,80}khẩn cấp")
_BY_NAME = re.compile(rf" [{UPPER}]")


def read_directed(source: Source, paragraphs: Sequence[Paragraph]) -> tuple[int, Header] | None:
    """The head of what is ordered, and the index of the first paragraph under the headlines; None where somebody only speaks."""
    prose = prose_at_top(source, paragraphs)
    if not prose:
        return None
    own = [p for _, p in prose]
    told: tuple[str | None, str | None] | None
    if orderer := _orderer_in(source, own):
        told = None if is_on_visit(source, own[: orderer[0]], orderer[1]) else (in_full(source, orderer[1]), None)
    else:
        sentences = [s for p in own for s in told_now(source, p.span)]
        told = (
            next(filter(None, (_command_in(source, p) for p in paragraphs[:_NEAR_TOP])), None)
            or next(((office, None) for s in sentences if (office := _directing(source, s))), None)
            or _without_asker(source, sentences)
        )
    if told is None:
        return None
    (first, opening), (issuer, command) = prose[0], told
    return first, Header(DocumentKind.KHAC, None, None, issuer, command, (), opening.span.start)


def _orderer_in(source: Source, prose: Sequence[Paragraph]) -> tuple[int, str] | None:
    """The first paragraph in which an office orders, by its place, and the office."""
    for index, (paragraph, following) in enumerate(zip_longest(prose, prose[1:])):
        own = list(told_now(source, paragraph.span))
        news = any(_orders(source, s, _HAS_DIRECTED, by_name=not _is_news(source, s, prose[0]), opening=prose[0]) for s in own)
        if is_spoken(source, paragraph) or not (news or any(_orders(source, s) for s in own) or _opens_orders(source, own, following)):
            continue
        if issuer := orderer_in(source, paragraph, _HAS_DIRECTED if news else _DIRECTS) or _speaker_in(source, paragraph):
            return index, issuer
    return None


def is_on_visit(source: Source, before: Sequence[Paragraph], issuer: str) -> bool:
    """Whether a paragraph before tells of a meeting or a visit of the office that orders: there it was said."""
    office = " ".join(lower(fold(issuer)).split()[:_OFFICE_WORDS])
    return any(is_spoken(source, p) and office in source.low[p.span.start : p.span.end] for p in before)


def _without_asker(source: Source, sentences: Sequence[Span]) -> tuple[str | None, None] | None:
    """The office that acts in the story, where bodies are said to be asked and nobody to ask them."""
    if not any(_are_asked(source, s) for s in sentences):
        return None
    return next((actor for s in sentences if (actor := actor_in(source, s)) and names_in(actor)), None), None


def prose_at_top(source: Source, paragraphs: Sequence[Paragraph]) -> list[tuple[int, Paragraph]]:
    """The paragraphs near the top that end as sentences, each with its index: what the story is about. None where it opens with somebody
    who only speaks.
    """
    prose = [(i, p) for i, p in enumerate(paragraphs[:_NEAR_TOP]) if source.plain[p.span.end - 1] in ".:;"]
    opening = paragraphs[: prose[0][0] + 1] if prose else ()
    return [] if any(is_spoken(source, p) for p in opening) else prose


def _command_in(source: Source, paragraph: Paragraph) -> tuple[str, str] | None:
    """The office or province that commands in the paragraph, and what: "Tỉnh Sơn Khê cấm biển từ 12 giờ"."""
    start = paragraph.span.start
    for found in _COMMANDS.finditer(source.low, start, paragraph.span.end):
        what = source.text[found.start("what") : paragraph.span.end].split(".")[0]
        at = office_before(source.plain, start, found.start())
        if at is not None:
            return source.text[at : found.start()].strip(" ,"), what
        province = _PROVINCE.search(source.plain[max(start, found.start() - _LONGEST_PROVINCE) : found.start()])
        if province and (province["unit"] or province["place"] in known_places()):
            return province.group().strip(), what
    return None


def _are_asked(source: Source, sentence: Span) -> bool:
    """Whether bodies are said to be asked for more than to respond."""
    asked = _ARE_ASKED.search(source.low, sentence.start, sentence.end)
    verb = first_verb(source.plain, asked.end(), sentence.end) if asked else None
    if asked is None or verb is None:
        return False
    lead = _SITUATION.match(source.low, sentence.start, asked.start())
    begins = (m.end() for m in _COMMA.finditer(source.plain, lead.end(), asked.start())) if lead else (sentence.start,)
    names = next(filter(None, (names_in(source.text[at : asked.start()]) for at in begins)), None)
    return names is not None and not are_people(names) and is_substantial(source.low, verb, sentence.end)


def _directing(source: Source, sentence: Span) -> str | None:
    """The office by whose direction a group of bodies acts: "Theo chỉ đạo của UBND tỉnh, các xã sơ tán dân"; what one does is news."""
    by = _BY_DIRECTION.match(source.low, sentence.start, sentence.end)
    if by is None or not is_body_head(source.plain, by.start("office")):
        return None
    verb = first_verb(source.plain, by.end(), sentence.end)
    names = names_in(source.text[by.end() : verb]) if verb is not None else None
    if verb is None or not names or not any(_GROUP.search(lower(fold(name))) for name in names):
        return None
    return source.text[by.start("office") : by.end("office")] if is_substantial(source.low, verb, sentence.end) else None


def _is_news(source: Source, sentence: Span, opening: Paragraph) -> bool:
    """Whether a sentence that tells what has been ordered tells the news: the article opens with it, or it says against what."""
    return sentence.start == opening.span.start or _TO_RESPOND.match(source.low, sentence.start, sentence.end) is not None


def _speaker_in(source: Source, paragraph: Paragraph) -> str | None:
    """The office of whoever is quoted, before sentences that ask and name no speaker: "Ông Lê Văn Mẫu - Chủ tịch UBND tỉnh cho biết …"."""
    said = _SPEAKER.search(source.plain, paragraph.span.start, paragraph.span.end)
    return source.text[said.end("named") : said.start("says")] if said and is_body_head(source.plain, said.end("named")) else None


def is_spoken(source: Source, paragraph: Paragraph) -> bool:
    """Whether it tells of a meeting or a visit before anything is ordered; what is ordered may be to go and look."""
    span = paragraph.span
    orders = _DIRECTS.search(source.low, span.start, span.end)
    return _SPOKEN.search(source.low, span.start, orders.start() if orders else span.end) is not None


def _orders(
    source: Source, span: Span, directs: re.Pattern[str] = _DIRECTS, *, by_name: bool = False, opening: Paragraph | None = None
) -> bool:
    """Whether bodies are asked by their names for more than to respond, or whoever is meant for what is listed below; what has been asked
    before is told for the background.
    """
    for asks in directs.finditer(source.low, span.start, span.end):
        verb = first_verb(source.plain, asks.end(), span.end)
        if source.plain.endswith(":", 0, span.end) and (
            (verb or span.end - 1) == asks.end() or _names_only(source, asks.end(), span, verb)
        ):
            return True
        names = names_in(source.text[asks.end() : verb]) if verb is not None else None
        if verb is None or not names or (by_name and not any(map(_BY_NAME.search, names))) or are_people(names):
            continue
        rescues = opening is not None and span.start == opening.span.start and _RESCUES.search(source.low, asks.end(), span.end)
        if rescues or _is_against_danger(source, span, asks, names):
            opens_list = source.plain.endswith(":", 0, span.end)
            return opens_list or is_substantial(source.low, verb, span.end) or _CARRY_OUT.match(source.low, verb, span.end) is not None
    return False


def _names_only(source: Source, start: int, span: Span, verb: int | None) -> bool:
    """Whether nothing but who is asked stands before the colon that opens a list: "Sở X yêu cầu các cơ quan, đơn vị:"."""
    return verb is None and bool(names_in(source.text[start : span.end - 1]))


def _opens_orders(source: Source, own: Sequence[Span], following: Paragraph | None) -> bool:
    """Whether nobody in particular is asked to meet the danger, and the next paragraph begins with who must do what."""
    if following is None or not own or not _RESPONDING.search(source.low, own[-1].start, own[-1].end):
        return False
    asks = _DIRECTS.search(source.low, own[-1].start, own[-1].end)
    verb = first_verb(source.plain, following.span.start, following.span.end)
    if asks is None or verb is None or first_verb(source.plain, asks.end(), own[-1].end) != asks.end():
        return False
    return is_body_head(source.plain, following.span.start) and bool(names_in(source.text[following.span.start : verb]))


def _is_against_danger(source: Source, span: Span, asks: re.Match[str], names: Sequence[str]) -> bool:
    """Whether so weak a word as "giao" or "chỉ đạo" stands for an order that a danger calls for."""
    if not asks.group().startswith(("giao", "chỉ đạo")):
        return True
    by_name = any(map(_BY_NAME.search, names))
    if by_name and _OF_GOVERNMENT.search(source.low, span.start, asks.start()):
        return True
    responds = _RESPONDING.search(source.low, span.start, span.end) is not None
    if _TO_RESPOND.match(source.low, span.start, span.end):
        return True
    if _DECLARES.search(source.low, 0, span.start):
        return True
    return asks.group().startswith("chỉ đạo") and responds and by_name
