"""A paper that is sent with what it asks: "… cũng có công văn riêng gửi Sở X, đề nghị kêu gọi tàu", "… ban hành văn bản yêu cầu Sở X …"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from alertd.model.documents import Span
from alertd.reading.heads import is_head
from alertd.reading.names import names_in
from alertd.reading.rules.leads import ISSUES
from alertd.reading.rules.rule import Found, Sentence, names_then_verb
from alertd.reading.source import holds_any
from alertd.reading.verbs import is_verb_at

_PAPERS = ("công điện", "công văn", "văn bản")
_PRESENTS = re.compile(rf"{ISSUES}(?:yêu cầu|đề nghị|giao|chỉ đạo|đôn đốc|yêu(?= các))\s+")
# "… có công văn thông báo ý kiến của Chủ tịch, theo đó yêu cầu các cơ quan …"
_ACCORDINGLY = re.compile(r"(?<!\w)(?:công điện|công văn|văn bản)(?!\w)[^.;:]{3,240}?, (?:theo đó|trong đó),? (?:yêu cầu|đề nghị|giao)\s+")
# "… ký công điện chỉ đạo các địa phương ứng phó bão; trong đó yêu cầu đưa dân khỏi bãi sông": what of it is told.
_ABOVE_ALL = re.compile(r"[;,] trong đó,? (?:yêu cầu|nhấn mạnh) ")
_GOES_TO = re.compile(rf"{ISSUES}(?:gửi|đến|tới)(?: đến| tới| cho)?\s+")
_SENDS = re.compile(rf"{ISSUES}(?:gửi|đến|tới)(?: đến| tới| cho)? (?P<whom>[^.;:]{{3,240}}?),? (?:yêu cầu|đề nghị) ")
_ASKS = re.compile(r"(?:yêu cầu|đề nghị)\s+")
_ABOUT = re.compile(r"(?:đôn đốc|chỉ đạo|nhắc nhở) (?:việc|công tác|về)(?!\w)")
# What shows that it is a further paper, not the one that the article is about.
_FURTHER = re.compile(r"(?:cùng ngày|ngoài ra|bên cạnh đó|đồng thời|cùng với đó)(?!\w)|.{0,160}?\s(?:cũng|thêm|còn|riêng)\s")
# What was asked before this is told for the background.
_EARLIER = ("trước đó", "trước đây")


@dataclass(frozen=True, slots=True)
class Asked:
    """What a sentence says that a paper asks: the words that ask, of whom, where those are named, and where the order begins."""

    words: Span
    names: tuple[str, ...]
    named_at: int
    verb: int
    is_of_recipients: bool
    """Whether those are asked to whom the paper goes, rather than whoever is named after the word that asks."""


def asked(sentence: Sentence) -> Asked | None:
    """What the paper that the sentence tells of asks, None where it tells of none or only says what it is about."""
    source, span = sentence.source, sentence.span
    if not holds_any(source.low, _PAPERS, span.start, span.end):
        return None
    if asks := _PRESENTS.search(source.low, span.start, span.end) or _ACCORDINGLY.search(source.low, span.start, span.end):
        names, verb = names_then_verb(sentence, asks.end())
        if names and verb is not None:
            return Asked(Span(asks.start(), asks.end()), names, asks.end(), _told_of_it(sentence, verb), is_of_recipients=False)
    sends = _SENDS.search(source.low, span.start, span.end)
    if sends is None:
        return _asked_directly(sentence)
    if is_head(source.plain, sends.end(), opens=True) and not is_verb_at(source.plain, sends.end(), span.end):
        names, verb = names_then_verb(sentence, sends.end())  # "… gửi các tỉnh, đề nghị các trường đóng cửa"
        return Asked(Span(*sends.span()), names, sends.end(), verb, is_of_recipients=False) if names and verb is not None else None
    whom = names_in(source.text[sends.start("whom") : sends.end("whom")])
    return Asked(Span(*sends.span()), whom, sends.start("whom"), sends.end(), is_of_recipients=True) if whom else None


def _told_of_it(sentence: Sentence, verb: int) -> int:
    """Where the order begins that a sentence tells of all that is asked from `verb` on."""
    source, end = sentence.source, sentence.span.end
    above_all = _ABOVE_ALL.search(source.low, verb, end)
    return above_all.end() if above_all and is_verb_at(source.plain, above_all.end(), end) else verb


def _asked_directly(sentence: Sentence) -> Asked | None:
    """Those to whom the paper goes, where what they must do follows without a word that asks: "… gửi các trường cho học sinh nghỉ"."""
    source, span = sentence.source, sentence.span
    goes_to = _GOES_TO.search(source.low, span.start, span.end)
    names, verb = names_then_verb(sentence, goes_to.end()) if goes_to else (None, None)
    if goes_to is None or not names or verb is None or source.low.find(" về ", goes_to.end(), verb) >= 0 or _ABOUT.match(source.low, verb):
        return None  # "… gửi Công ty X về việc xả lũ" says what it is about
    asks = _ASKS.match(source.low, verb)  # after a list with signs of its own: "… gửi các xã; Công ty X yêu cầu …"
    return Asked(Span(*goes_to.span()), names, goes_to.end(), asks.end() if asks else verb, is_of_recipients=True)


def read(sentence: Sentence) -> Found | None:
    """The order in another paper that the article tells of besides."""
    source, span = sentence.source, sentence.span
    found = None if source.low.startswith(_EARLIER, span.start) else asked(sentence)
    if found is None or not _FURTHER.match(source.low, span.start, found.words.end):
        return None
    return Found(found.names, found.named_at, found.verb, source.slice(found.words).strip())
