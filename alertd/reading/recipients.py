"""The two lists of recipients: who must act ("điện:", "Kính gửi:") and who gets a copy ("Nơi nhận:")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from alertd.model.documents import Span
from alertd.reading.heads import is_body_head, is_head
from alertd.reading.names import names_in
from alertd.reading.paragraphs import Paragraph
from alertd.reading.sentences import sentences
from alertd.reading.source import LOWER, UPPER, Source, fold, trim
from alertd.reading.verbs import first_verb

_TELEGRAPHS = re.compile(
    r"đ(?<!\wđ)(?<!công đ)iện(?:(?: gửi)?\s*:| (?=các đồng chí[: ]))|g(?<!\wg)(?<!kính g)(?<!đồng g)(?<!điện g)(?<!này g)ửi\s*:"
)
_TELEGRAPHS_BARE = re.compile(r"(?<!công )(?<!thủy )(?<!nhiệt )(?<!lưới )(?<!phát )(?<!bưu )(?<!ngành )(?<!\w)điện$")
_UNNUMBERED = frozenset({"dash", "plus", "bullet"})
_LONGEST_OFFICE = 160
_DEAR = re.compile(
    r"(?:đồng )?(?:kính )?gửi\s*:|(?:(?:cụ thể|theo đó), )?"
    r"công điện(?: này| khẩn| hỏa tốc)?(?: được)? gửi(?: tới| đến| cho)?\s*:?(?=\s)|"
    r"công điện của [^,.;:]{4,40}? gửi (?![^.]{0,900}? (?:yêu cầu|đề nghị) )|"
    r"công điện[^:;.]{3,60}? gửi(?: tới| đến| cho)?\s*:|điện gửi\s*:?|kính điện\s*:|điện (?:khẩn|hỏa tốc)(?: gửi)?\s*:"
)
_ALSO = re.compile(r"(?:đồng (?:kính )?(?:gửi|điện)|kính gửi)\s*:?\s*")
_SENT_TOO = re.compile(r"\s*(?:đồng thời|ngoài ra|bên cạnh đó),? (?:công điện )?(?:được |cũng )*gửi(?: tới| đến| cho)?\s*:?\s")
_GAP = re.compile(r"\s?(?:-\s?)?")
_COPIES = re.compile(r"nơi nhận\s*:?")
_NOT_COPIES = re.compile(r"như (?:trên|kính gửi|điều)|lưu\s*:?|lưu\b", re.IGNORECASE)
_PURPOSE = re.compile(r"\s?(?:để (?:lãnh đạo|chỉ đạo|biết|thực hiện|phối hợp|báo cáo|b/c)[^;]*)$")
_RUN_TOGETHER = re.compile(r";\s*[-+]\s")
_SAYS = re.compile(r"\s(?:nêu|nêu rõ|với nội dung|yêu cầu|có nội dung)(?: như sau)?\s*:?$")
SIGNING_OFFICES = (
    r"(?:phó )?(?:thủ tướng|thống đốc|chủ tịch|bộ trưởng|trưởng ban|tổng giám đốc|giám đốc|thứ trưởng|cục trưởng|tổng cục trưởng|"
    r"chánh văn phòng|chỉ huy trưởng|tư lệnh|tổng tham mưu trưởng|chi cục trưởng|viện trưởng|hạt trưởng|trưởng phòng)"
)
_SIGNING = re.compile(rf"(?:kt|tm|tl|tuq|q)\.\s|{SIGNING_OFFICES}")
_RANK = r"(?:(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá|úy) |(?:GS\.? ?|PGS\.? ?)?(?:TS|ThS|BS)\.? )?"
_PERSON = re.compile(rf"{_RANK}(?P<name>(?:[{UPPER}][{LOWER}]+ ){{1,4}}[{UPPER}][{LOWER}]+)$")
# Two columns run into one line: the archive's entry, then the name of whoever signs.
_BESIDE_ARCHIVE = re.compile(rf"-\s?Lưu\s?:[^.;]{{0,40}}[.;]\s+{_RANK}(?P<name>(?:[{UPPER}][{LOWER}]+ ){{1,4}}[{UPPER}][{LOWER}]+)$")
# The same beside "Nơi nhận:" or any other entry: an office in capitals, a person after the end of the entry.
_COLUMN = re.compile(rf"(?:^|[;.,]?\s)(?:(?:KT|TM|TL|TUQ|Q)\.\s?)?[{UPPER}]{{2,}}(?:[ ,-]{{1,3}}[{UPPER}]{{2,}}){{0,20}}$")
_PERSON_BESIDE = re.compile(rf"[;.]\s+{_RANK}(?P<name>(?:[{UPPER}][{LOWER}]+ ){{1,4}}[{UPPER}][{LOWER}]+)$")
_ONLY_TOLD = re.compile(r"(?<!\s)\s*\((?:để )?(?:báo cáo|b/?c)\)$")
_LONGEST_LIST = 60
_LONGEST_ENTRY = 1500


@dataclass(frozen=True, slots=True)
class ActList:
    """The bodies that must act. `first` is the paragraph that opens the list, `issuer_end` where its "điện:" stands,
    `body_at` where the text after the list begins.
    """

    names: tuple[str, ...]
    first: int
    issuer_end: int | None
    body_at: int
    places: tuple[Span, ...]
    """Where its entries stand."""
    told: tuple[str, ...] = ()
    """Those in the list who are only reported to: "Ban Bí thư (để báo cáo)"."""


def act_list(source: Source, paragraphs: Sequence[Paragraph], start: int, end: int) -> ActList | None:
    """The first list of recipients among the paragraphs `[start, end)`."""
    for index in range(start, end):
        paragraph = paragraphs[index]
        if found := _opening(source, paragraph) or _opening_bare(source, paragraphs, index):
            names, places, body_at = _entries(source, paragraphs, index, found.end())
            told = tuple(_ONLY_TOLD.sub("", name) for name in names if _ONLY_TOLD.search(name))
            names = tuple(name for name in names if not _ONLY_TOLD.search(name))
            telegraphs = found.group() == "điện" or (
                _TELEGRAPHS.fullmatch(found.group()) and found.group() not in ("điện gửi:", "điện gửi :")
            )
            return ActList(names, index, found.start() if telegraphs else None, body_at, places, told)
    return None


def _opening(source: Source, paragraph: Paragraph) -> re.Match[str] | None:
    span = paragraph.span
    if dear := _DEAR.match(source.low, paragraph.body.start, span.end):
        return dear
    found = _TELEGRAPHS.search(source.low, paragraph.body.start, min(span.end, span.start + 600))
    parts = sentences(source.plain, span.start, span.end) if found else iter(())
    begins = next((s.start for s in parts if found and s.end >= found.start()), span.start)
    is_office = found and found.start() - begins < 160 and is_body_head(source.plain, begins)
    is_alone = found and found.start() == paragraph.body.start and (found.end() == span.end or _names_follow(source, found.end()))
    is_heading = found and (is_alone or paragraph.is_caps or is_office or source.plain[span.start : found.start()].isupper())
    return found if is_heading else None


def _names_follow(source: Source, at: int) -> bool:
    """Whether a body is named there, after a dash, a space or neither: "Điện: - Công an huyện; …", "ĐIỆN:Bộ Y tế"."""
    gap = _GAP.match(source.plain, at)
    return gap is not None and is_head(source.plain, gap.end())


def _opening_bare(source: Source, paragraphs: Sequence[Paragraph], index: int) -> re.Match[str] | None:
    """An office and its "ĐIỆN" without a colon, in a line of their own above unnumbered entries or a "Kính gửi:"."""
    paragraph = paragraphs[index]
    following = paragraphs[index + 1] if index + 1 < len(paragraphs) else None
    if following is None or not (
        following.marker.style in _UNNUMBERED if following.marker else _ALSO.match(source.low, following.span.start)
    ):
        return None
    is_office = is_body_head(source.plain, paragraph.span.start) and paragraph.span.end - paragraph.span.start < _LONGEST_OFFICE
    return _TELEGRAPHS_BARE.search(source.low, paragraph.span.start, paragraph.span.end) if paragraph.is_caps or is_office else None


def _entries(source: Source, paragraphs: Sequence[Paragraph], index: int, at: int) -> tuple[tuple[str, ...], tuple[Span, ...], int]:
    """The entries from `at` on, where they stand, and where the text after the last one begins."""
    names: list[str] = []
    places: list[Span] = []
    numbered, goes_on = None, False
    for paragraph in paragraphs[index : index + _LONGEST_LIST]:
        is_first = paragraph is paragraphs[index]
        also = _ALSO.match(source.low, paragraph.body.start, paragraph.body.end)
        start = at if is_first else also.end() if also else paragraph.body.start
        stop = next(sentences(source.plain, start, paragraph.span.end), Span(start, start)).end
        words = source.text[start:stop]
        is_next = paragraph.marker is not None and numbered == paragraph.marker.style
        is_next = is_next and (_names_alone(words) or (goes_on and _orders_nothing(words)))
        is_due = paragraph.marker is None and goes_on and words.endswith((";", ".")) and names_in(words.strip(" .;,-")) is not None
        opens_numbers = paragraph.marker is not None and not names and not words.endswith(":") and _names_alone(words)
        if not (is_first or also or is_next or opens_numbers or is_due or _is_entry(words, paragraph)):
            return tuple(names), tuple(places), paragraph.span.start
        numbered = paragraph.marker.style if paragraph.marker and not is_first else numbered
        goes_on = words.endswith(";")  # another entry is due, whatever words its name holds
        told = words.strip(" ;.,-")
        names += [n for n in ([told] if _ONLY_TOLD.search(told) else _names(words)) if n not in names]
        place = trim(source.text, start, stop, " .;,-")
        places += [place] if place.start < place.end else []
        if too := _SENT_TOO.match(source.low, stop, paragraph.span.end):
            stop = next(sentences(source.plain, too.end(), paragraph.span.end), Span(stop, stop)).end
            names += [n for n in _names(source.text[too.end() : stop]) if n not in names]
            places.append(trim(source.text, too.end(), stop, " .;,-"))
        if stop < paragraph.span.end:
            return tuple(names), tuple(places), trim(source.text, stop, paragraph.span.end).start
    return tuple(names), tuple(places), paragraph.span.end


def _is_entry(words: str, paragraph: Paragraph) -> bool:
    if paragraph.marker and paragraph.marker.style in _UNNUMBERED:
        return True
    if paragraph.marker and not words.endswith((";", ",")):
        return False
    return _names_alone(words)


def _names_alone(words: str) -> bool:
    """Whether the words are a run of names and order nothing."""
    words = _PURPOSE.sub("", words)
    return len(words) < _LONGEST_ENTRY and _orders_nothing(words) and names_in(words.strip(" .;,-")) is not None


def _orders_nothing(words: str) -> bool:
    """Whether no verb of command stands in the words and no list follows them."""
    return not words.endswith(":") and first_verb(fold(words), 0, len(words)) is None


def _names(words: str) -> tuple[str, ...]:
    """The names of an entry, or of several that ran into one line: "- Bộ Y tế; - Các bệnh viện: A, B"."""
    entries = (_SAYS.sub("", _PURPOSE.sub("", entry.strip(" .;,-"))).strip(" .;,") for entry in _RUN_TOGETHER.split(words))
    return tuple(name for entry in entries if entry for name in names_in(entry) or (entry,))


def copies_start(source: Source, paragraphs: Sequence[Paragraph], start: int, end: int) -> int | None:
    """The index of the paragraph that opens "Nơi nhận:"."""
    return next((i for i in range(start, end) if _COPIES.match(source.low, paragraphs[i].span.start, paragraphs[i].span.end)), None)


def copies(source: Source, paragraphs: Sequence[Paragraph], start: int, end: int) -> tuple[str, ...]:
    """The entries of "Nơi nhận:" that are neither "Như trên" nor the archive."""
    found: list[str] = []
    for paragraph in paragraphs[start:end]:
        words = source.slice(paragraph.span)
        words = words[opening.end() :].strip() if (opening := _COPIES.match(words.lower())) else words
        if paragraph.is_caps or not words or (not opening and paragraph.marker is None):
            if found and not opening:
                break
            continue
        words = _without_signature(words)
        entries = [words] if not opening else re.split(r";\s*-?\s*|\s-\s", words)
        found += [e.strip(" -+.;") for e in entries if e.strip(" -+.;") and not _NOT_COPIES.match(e.strip(" -+"))]
    return tuple(found)


def _without_signature(words: str) -> str:
    """An entry without what stands beside it in the column of whoever signs."""
    column = _COLUMN.search(words)
    if column and _SIGNING.match(column.group().strip(" ;.,").lower()):
        return words[: column.start()]
    person = _PERSON_BESIDE.search(words)
    return words[: person.start()] if person else words


def signatory(source: Source, paragraphs: Sequence[Paragraph], start: int, end: int) -> str | None:
    """The name under the signing office, None where there is none."""
    for index in range(start, end):
        if not _SIGNING.match(source.low, paragraphs[index].span.start) or not paragraphs[index].is_caps:
            continue
        for paragraph in paragraphs[index + 1 : min(end, index + 7)]:
            if person := _PERSON.match(source.slice(paragraph.span)):
                return person["name"]
    entries = [source.slice(p.span) for p in paragraphs[start:end]]
    beside = [_BESIDE_ARCHIVE.search(words) for words in entries]
    beside += [_PERSON_BESIDE.search(words) for words in entries if words.startswith(("-", "+", "•"))]
    return next((found["name"] for found in beside if found), None)
