"""Reads what a document's text orders: finds where the introduction ends and walks through the rest."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from alertd.model.documents import Span
from alertd.reading.blocks import Block, Part
from alertd.reading.heads import is_head
from alertd.reading.paragraphs import Paragraph
from alertd.reading.rules import Found, Sentence, first_match
from alertd.reading.segment import Form
from alertd.reading.source import Source
from alertd.reading.twofold import parted
from alertd.reading.walk import FORMULA, Walk, opens_list

_BY_NAME = frozenset({"person", "assigned", "concerning", "named"})
# What the document says: after "Công điện nêu rõ:", or in its own words between quotation marks.
_DOCUMENT_SAYS = re.compile(r"[“\"]|(?:cũng )?theo đó,|(?:theo |nội dung |theo nội dung )?(?:công điện|công văn|văn bản)[^,:]{0,16}\s?[,:]")
# "… ban hành Công điện về bão. Theo đó, yêu cầu các xã …": the sentence after the one that presents the document orders.
_ACCORDINGLY = re.compile(r"theo đó,|cụ thể,")
_DUTY_OF_ALL = re.compile(r"(?<!\w)(?:trực ban|thường trực|báo cáo|chịu trách nhiệm|nghiêm túc thực hiện|thực hiện nghiêm)(?!\w)")
_GOES_ON = re.compile(r"(?:đồng thời|bên cạnh đó|ngoài ra|cùng với đó|cùng đó|mặt khác|song song)(?!\w)")
# "Bộ Y tế: Cấp thuốc …": what follows without a name goes on with it.
_HEADED = re.compile(r"[^:.;]{2,90}:\s+\S")
_BOUND = re.compile(r"(?<!\w)(?:được (?:giao|yêu cầu|phân công|đề nghị)|phải|tuyệt đối|có trách nhiệm)(?!\w)")
_LONGEST_BOND = 14
# The news first, its source after it: "Các cảng vụ rà soát tàu thuyền. Đây là nội dung Bộ X yêu cầu tại công điện …".
_SOURCE_AFTER = re.compile(r"đây (?:cũng )?là (?:một trong )?(?:những |các )?(?:nội dung|yêu cầu|chỉ đạo|nhiệm vụ)(?!\w)")
_ASKED = frozenset({"assigned"})
_TO_ALL = "danh sách nơi nhận"


@dataclass(frozen=True, slots=True)
class Orders:
    """The blocks in the order of the text, and the stretches that may order something but name nobody that is known."""

    blocks: tuple[Block, ...]
    unclear: tuple[Span, ...]


def for_all(to_act: tuple[str, ...]) -> Block:
    """Those to whom the whole document turns, as the block that is meant wherever nobody is named."""
    return Block("", to_act, (_TO_ALL,) if to_act else ())


def read_orders(source: Source, paragraphs: Sequence[Paragraph], start: int, form: Form, issuer: str, root: Block) -> Orders:
    """The orders in the paragraphs, from the place `start` on. `root` holds those who are meant where nobody is named."""
    after = [p for p in paragraphs if p.span.end > start]
    last = max((i for i, p in enumerate(after) if p.marker), default=None)
    body = [
        Part(
            source,
            p,
            max(p.span.start, start),
            issuer,
            is_trailing=_rounds_off(source, p, after[i - 1] if i else None, i, len(after)) if last is None else i > last,
        )
        for i, p in enumerate(after)
    ]
    walk = Walk(source, form, root)
    for part in body[_beginning(body, form) :]:
        walk.paragraph(part)
    blocks = sorted((b for b in walk.blocks if b.orders), key=lambda b: b.pieces[0])
    return Orders(tuple(blocks), tuple(walk.unclear))


def _rounds_off(source: Source, paragraph: Paragraph, before: Paragraph | None, index: int, count: int) -> bool:
    """Whether the last paragraph of a text without numbering turns to all again: with a duty that everybody has, and no "Đồng thời"."""
    if index < count - 1:
        return False
    if before is not None and _HEADED.match(source.plain, before.span.start, before.span.end) and is_head(source.plain, before.span.start):
        return False
    opens, words = paragraph.span.start, source.low[paragraph.span.start : paragraph.span.end]
    return bool(_DUTY_OF_ALL.search(words)) and not _GOES_ON.match(source.low, opens, paragraph.span.end)


def _orders_first(sentence: Sentence, following: Sequence[Part], form: Form) -> bool:
    """Whether the presenting sentence orders something itself, rather than sum up what its issuer asks of the same people below."""
    match = first_match(sentence, form, _ASKED)
    if match is None:
        return first_match(sentence, form) is not None and ";" in sentence.source.plain[sentence.span.start : sentence.span.end]
    formulas = (first_match(s, form, FORMULA) for part in following for s in part.sentences)
    asked = {name.lower() for name in match[1].names or ()}
    return not any(asked & {name.lower() for name in formula[1].names or ()} for formula in formulas if formula)


def _is_bound(part: Part, found: Found) -> bool:
    """Whether the paragraph says itself that its first sentence orders: "Công an tỉnh được giao …", "Các xã phải …", or after it."""
    low = part.source.low
    said_after = any(_SOURCE_AFTER.match(low, s.span.start) for s in part.sentences[1:2])
    return found.verb is not None and (said_after or bool(_BOUND.search(low, found.start, found.verb + _LONGEST_BOND)))


def _says_so(found: Sequence[Sentence], form: Form) -> bool:
    """Whether the paragraph tells what the document says, as its words or after a sentence that presents it."""
    if _DOCUMENT_SAYS.match(found[0].source.low, found[0].span.start) and first_match(found[0], form, _BY_NAME):
        return True
    return any(_ACCORDINGLY.match(s.source.low, s.span.start) and first_match(s, form, _ASKED) for s in found[1:])


def _opens(sentence: Sentence, form: Form) -> bool:
    """Whether the sentence asks for what stands below it."""
    return opens_list(sentence, form) or parted(sentence) is not None


def _beginning(body: Sequence[Part], form: Form) -> int:
    """The index of the first paragraph after the introduction: the issuer's formula ends it, or the numbering begins.

    Without either, or where two paragraphs before it already order somebody by name, the first such paragraph ends it.
    """
    named: list[int] = []
    for index, part in enumerate(body):
        found = part.sentences
        if not found:
            continue
        if _says_so(found, form):
            return index
        if part.start > part.paragraph.span.start and _orders_first(found[0], body[index + 1 :], form):
            return index
        if named and named[-1] == index - 1 and part.source.plain.endswith(":", 0, body[index - 1].body.end):
            return named[-1]
        if (part.marker and part.marker.label) or any(first_match(s, form, FORMULA) for s in found) or _opens(found[-1], form):
            return index if len(named) < 2 else named[0]
        if match := first_match(found[0], form, _BY_NAME):
            if form is Form.ARTICLE and not named and _is_bound(part, match[1]):
                return index
            named.append(index)
    return named[0] if named else 0
