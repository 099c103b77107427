"""Walks through the paragraphs that order, and keeps who is addressed at each depth of the numbering."""

from __future__ import annotations

import re
from dataclasses import replace

from alertd.model.documents import Span
from alertd.reading.blocks import Block, Part, goes_on, named_in, why
from alertd.reading.captions import may_be_caption, names_picture
from alertd.reading.declarations import declares, tells_earlier, tells_fact
from alertd.reading.formulas import ASKED, FORMULA, formula_at, is_broken_formula
from alertd.reading.heads import is_body_head, is_head, is_portfolio_at
from alertd.reading.introduction import is_substantial, is_whole
from alertd.reading.names import is_everybody
from alertd.reading.persons import are_people
from alertd.reading.pointing import is_same
from alertd.reading.rules import Found, Rule, Sentence, first_match
from alertd.reading.rules.speaker import charged_in_point
from alertd.reading.scopes import Scopes
from alertd.reading.segment import Form
from alertd.reading.source import Source, trim
from alertd.reading.turning import TURNED, turns
from alertd.reading.twofold import parted
from alertd.reading.verbs import first_verb

_LATER = frozenset({"issuer", "sends", "person", "duty", "assigned", "named"})
_MAY_ORDER = re.compile(
    r"(?<!\w)(?:yêu cầu|đề nghị|phải|không được|nghiêm cấm|khẩn trương|báo cáo (?:ngay )?về|giao cho|"
    r"cấm (?:các|mọi|toàn bộ|tất cả|tàu|người)|(?:trước|chậm nhất|xong trong) (?:\d{1,2}\s?(?:giờ|h|ngày)|ngày \d))(?!\w)"
)
# "Mọi thông tin báo cáo về Văn phòng …" closes a telegram and binds all to whom it goes.
_REPORTED = re.compile(
    r"(?:mọi |các )?(?:thông tin|kết quả|tình hình|diễn biến|vướng mắc|khó khăn|vấn đề|nội dung|báo cáo)(?!\w)[^.;:]{0,90}?"
    r"(?<!\w)(?:báo cáo|phản ánh|gửi|báo|thông báo|liên hệ)(?: ngay| nhanh| kịp thời| trực tiếp)* (?:về|với|tới|đến|cho|qua)(?!\w)|"
    r"(?:mọi|các) trường hợp(?!\w)[^.;:]{0,90}?(?<!\w)(?:gọi|điện|báo|liên hệ)(?: ngay)?(?: theo| đến| tới| cho| về| với| số)(?!\w)|"
    r"thời (?:gian|hạn) (?:hoàn thành|thực hiện|báo cáo|gửi)(?!\w)|"
    r"(?:(?:trong )?(?:quá trình|trường hợp)|nếu|khi|có (?:khó khăn|vướng mắc))(?!\w)[^.;:]{0,140}?,(?: thì)?"
    r"(?: đề nghị| yêu cầu| kịp thời| khẩn trương| phải| cần)* (?:báo cáo|phản ánh|liên hệ|thông báo)(?!\w)"
)
# "Sở X kiểm tra đập; Sở Y kiểm tra kè. Hoàn thành trước ngày 5/8.": the hour is for both.
_ONLY_BY_WHEN = re.compile(
    r"(?:(?:thời (?:gian|hạn) )?(?:phải |cần )?hoàn thành|xong)(?: xong)?:? (?:trước|chậm nhất|trong)(?!\w)[^.;]{2,60}[.;/]*$"
)
# What these ask is done by others under whoever is addressed: "Chỉ đạo các đơn vị: Chi cục X kiểm tra …".
_FOR_OTHERS = re.compile(
    r"(?:\w+ ){0,3}?(?:chỉ đạo|yêu cầu|đề nghị|hướng dẫn|đôn đốc|phối hợp|thông báo|gửi|tham mưu|phân công|giao|vận động|huy động|"
    r"tổ chức)(?!\w)"
)
_TOPIC = re.compile(r"[^:;.]{3,110}:\s+(?=\S)")
_LONGEST_HEADING = 250


class Walk:
    """`blocks` and `unclear` grow as `paragraph` is called for one after the other."""

    def __init__(self, source: Source, form: Form, root: Block) -> None:
        """`root` holds those who are meant wherever nobody is named."""
        self._source, self._form, self._root = source, form, root
        self._listed = root
        self._scopes = Scopes()
        self._previous: Part | None = None
        self._above_line: Block | None = None
        self._opened_at = 0
        self.blocks: list[Block] = []
        self.unclear: list[Span] = []

    def paragraph(self, part: Part) -> None:
        """One paragraph of the text that orders."""
        if self._form is Form.ARTICLE and names_picture(self._source, part.paragraph.span):
            return
        parent = self._after_line(part) or self._scopes.enter(part, self._root)
        if part.is_announced and tells_fact(self._source, part.body):
            return
        found = part.sentences
        if not found:
            return
        if part.marker is None and not (self.blocks and self._orders_by_name(found[0])):
            found = found[formula_at(found, self._form) :]
        self._opened_at = len(self.blocks)
        current = self._first(part, found[0], parent)
        for sentence in found[1:]:
            current = self._later(sentence, current)
        self._previous = part

    def _after_line(self, part: Part) -> Block | None:
        """The block before a line that might have been a heading, where the paragraph goes on: the line says what a picture shows."""
        above, self._above_line = self._above_line, None
        if above is None or part.marker is not None or not goes_on(self._source, part.body):
            return None
        self._scopes.take(above)
        return above

    def _orders_by_name(self, sentence: Sentence) -> bool:
        """Whether it orders somebody itself, whoever asks for more after it: "Công an xã chốt chặn. UBND tỉnh yêu cầu sơ tán dân"."""
        match = first_match(sentence, self._form, TURNED)
        return match is not None and bool(match[1].names) and match[1].verb is not None

    def order(self, sentence: Sentence, block: Block, found: Found) -> None:
        """One sentence that orders those of a block, and in further clauses perhaps somebody else."""
        self.blocks.append(block)
        self._take(block, sentence, found, Span(found.start, sentence.span.end))

    def _open(self, part: Part, names: tuple[str, ...], why: tuple[str, ...], *, is_heading: bool = False) -> Block:
        """A new block at this place of the outline. What an article asks of people is theirs alone: whoever was named before goes on."""
        before = self._scopes.current or self._root
        if part.marker is None:
            self._scopes.leave()
        if is_heading:
            self._scopes.head()
        block = Block(self._scopes.section, names, why)
        is_beside = self._form is Form.ARTICLE and part.marker is None and bool(before.names) and are_people(names)
        self._scopes.take(before if is_beside else block)
        self.blocks.append(block)
        return block

    def _first(self, part: Part, sentence: Sentence, parent: Block) -> Block:
        """The sentence that opens a paragraph: it decides to whom the paragraph turns."""
        under = parent.names[-1] if part.marker and parent.names else ""
        is_point = self._form is Form.DECREE and part.marker is not None
        sentence = replace(sentence, under=under, listed=self._listed.names, is_point=is_point)
        if declares(self._source, sentence.span):
            return Block("", (), ())
        sentence = charged_in_point(sentence)
        if twofold := parted(sentence):
            first, charged, sentence = twofold
            self.blocks.append(Block("", charged.names or (), (f"assigned: “{charged.words}”",)))
            self._take(self.blocks[-1], first, charged, Span(charged.start, first.span.end))
        match = first_match(sentence, self._form)
        if match is None or not match[1].names:
            match = self._after_topic(sentence, is_order=match is not None) or match
        if match is None:
            return self._unread(part, sentence, parent)
        rule, found = match
        is_caption = self._form is Form.ARTICLE and may_be_caption(part, sentence, rule, found, self._previous)
        if is_caption or self._is_background(sentence, found):
            self.unclear.append(sentence.span)
            return Block("", (), ())
        if part.marker is None and self._introduces(sentence, rule, found):
            return self._formula(sentence, found, rule)
        if rule.name == "issuer" and (part.marker is None or is_broken_formula(part, sentence)):
            return self._formula(sentence, found, rule)
        if part.closes and not found.names and self._root.names and not self._is_open(parent):
            parent = self._all()
        block = self._block_for(part, parent, found.names, why(rule, found), is_heading=found.verb is None)
        start = part.paragraph.span.start if part.marker else sentence.span.start
        return self._take(block, sentence, found, Span(start, sentence.span.end))

    def _all(self) -> Block:
        """All to whom the end of the text turns: the list, else those whom the issuer named and whoever was named since."""
        if self._listed.names or not self.blocks or any(map(is_everybody, self._root.names)):
            return self._root
        named = dict.fromkeys(name for block in (self._root, *self.blocks) for name in block.names)
        in_particular = tuple(name for name in named if not is_everybody(name))
        self._root = Block("", in_particular or tuple(named), self._root.why)
        return self._root

    def _introduces(self, sentence: Sentence, rule: Rule, found: Found) -> bool:
        """Whether a paragraph of its own only says who is meant below: "Công an xã, các thôn thực hiện tốt các việc sau:"."""
        if rule.name not in TURNED or found.verb is None or not self._source.plain.endswith(":", 0, sentence.span.end):
            return False
        return not is_substantial(self._source.low, found.verb, sentence.span.end)

    def _is_background(self, sentence: Sentence, found: Found) -> bool:
        """Whether an article's sentence tells what somebody asked for earlier: a person must look."""
        return self._form is Form.ARTICLE and found.verb is not None and tells_earlier(self._source, sentence.span.start, found.verb)

    def _is_open(self, block: Block) -> bool:
        """Whether the block began as a heading, with a colon or by names alone: what follows is its own, until its marked points begin."""
        if not block.pieces or not (self._source.plain[block.pieces[0].end - 1] == ":" or not block.orders):
            return False
        before = self._previous
        return before is None or before.marker is None or before.paragraph.span.start == block.pieces[0].start

    def _block_for(self, part: Part, parent: Block, names: tuple[str, ...] | None, why: str, *, is_heading: bool = False) -> Block:
        """The block to which an order at the head of a paragraph belongs."""
        if names:
            return self._open(part, names, (why,), is_heading=is_heading)
        if parent is self._root:
            return self._open(part, parent.names, (*parent.why, why))
        if part.marker:
            self._scopes.take(parent)
        return parent

    def _after_topic(self, sentence: Sentence, *, is_order: bool) -> tuple[Rule, Found] | None:
        """The order after a topic and a colon: "Về tàu thuyền: các địa phương ven biển kêu gọi …". Where the topic is an order itself,
        only somebody who is charged after it counts: "Cấp gạo cho dân: giao Sở X đề xuất".
        """
        topic = _TOPIC.match(self._source.plain, sentence.span.start, sentence.span.end)
        if topic is None or (is_order and _FOR_OTHERS.match(self._source.low, sentence.span.start)):
            return None
        match = first_match(replace(sentence, span=Span(topic.end(), sentence.span.end), fills_paragraph=False), self._form)
        if not is_order:
            return match
        return match if match and match[0].name in TURNED and match[1].names and match[1].verb is not None else None

    def _unread(self, part: Part, sentence: Sentence, parent: Block) -> Block:
        """A paragraph that no rule reads: a topic's heading, a numbered order by an unknown verb, or plain telling."""
        words = self._source.slice(sentence.span)
        is_heading = sentence.fills_paragraph and (words[-1] == ":" or (words[-1] not in ".;,…" and len(words) < _LONGEST_HEADING))
        if part.marker and not (is_heading and parent is self._root):
            block = self._block_for(part, parent, self._said_at_head(sentence) if parent is self._root else None, "numbered")
            if parent is self._root:
                self.unclear.append(sentence.span)  # somebody may be named whom no list knows: a person must look
            return self._take(block, sentence, _unnamed(sentence), Span(part.paragraph.span.start, sentence.span.end))
        if is_heading:
            self._above_line = self._scopes.current if self._form is Form.ARTICLE and words[-1] != ":" else None
            return self._open(part, self._root.names, self._root.why)
        if part.closes and _REPORTED.match(self._source.low, sentence.span.start, sentence.span.end) and (root := self._all()).names:
            return self._take(self._open(part, root.names, root.why), sentence, _unnamed(sentence), sentence.span)
        if _MAY_ORDER.search(self._source.low, sentence.span.start, sentence.span.end) or self._may_charge(sentence):
            self.unclear.append(sentence.span)
        return Block("", (), ())

    def _may_charge(self, sentence: Sentence) -> bool:
        """Whether a paper's paragraph among the orders opens with somebody's name: by a verb that no list knows he may be charged."""
        plain, start = self._source.plain, sentence.span.start
        is_branch = plain.startswith(":", start + is_portfolio_at(plain, start))  # "Y tế: 1 tổ đi cùng dân quân"
        return self._form is Form.DECREE and bool(self.blocks) and (is_branch or is_head(plain, start, opens=True))

    def _said_at_head(self, sentence: Sentence) -> tuple[str, ...] | None:
        """What stands before the first verb of a sentence that a body's name opens, where no list knows it: it is meant for that body, not
        for all.
        """
        plain, span = self._source.plain, sentence.span
        verb = first_verb(plain, span.start, span.end, sentence.line_starts) if is_body_head(plain, span.start) else None
        words = self._source.text[span.start : verb].strip(" ,:") if verb and verb - span.start < _LONGEST_HEADING else ""
        return (words,) if words else None

    def _formula(self, sentence: Sentence, found: Found, rule: Rule) -> Block:
        """The issuer's formula: who is named there is meant wherever an item names nobody."""
        if found.names and found.verb is None and self._source.plain[sentence.span.end - 1] != ":":
            self.unclear.append(sentence.span)  # nothing opens a list, so that what is ordered must stand in what was taken for a name
        elif found.names:
            self._root = Block("", found.names, (why(rule, found),), named=named_in(sentence, found))
        elif self._listed.names and self.blocks and self.blocks[-1].names != self._root.names:
            self._root = self._listed  # others have been named since: the issuer turns to all again
        self._scopes.leave()
        block = Block("", self._root.names, (*(() if found.names else self._root.why), why(rule, found)))
        end = sentence.span.end
        if found.verb is None or not (
            is_substantial(self._source.low, found.verb, end) or (found.names and is_whole(self._source.low, end))
        ):
            return block
        if not block.names:
            self.unclear.append(Span(found.start, end))
            return block
        self.blocks.append(block)
        return self._take(block, sentence, found, Span(found.start, end))

    def _later(self, sentence: Sentence, current: Block) -> Block:
        """A sentence after the first of its paragraph: it goes on with the order, or turns to somebody else."""
        match = first_match(sentence, self._form, _LATER)
        found = match[1] if match and match[1].verb is not None else None
        if found and found.names and self._is_background(sentence, found):
            self.unclear.append(sentence.span)
            return Block("", (), ())
        if match and found is None and match[1].names and match[0].name in ASKED | FORMULA:
            self.unclear.append(sentence.span)  # "Giao đội Áo Xanh chở gạo": somebody is charged, but no list knows where the name ends
        if match and found and found.names and not is_same(found.names, current.names):
            block = Block(current.section, found.names, (why(match[0], found),))
            self.blocks.append(block)
            if self._form is Form.ARTICLE and not self._root.names:
                self._scopes.take(block)
            return self._take(block, sentence, found, sentence.span)
        if _ONLY_BY_WHEN.match(self._source.low, sentence.span.start, sentence.span.end):
            self._bind_all_of_paragraph(sentence, current)
        if current.pieces:
            return self._take(current, sentence, found or _unnamed(sentence), sentence.span)
        if _MAY_ORDER.search(self._source.low, sentence.span.start, sentence.span.end):
            self.unclear.append(sentence.span)
        return current

    def _bind_all_of_paragraph(self, sentence: Sentence, current: Block) -> None:
        """By when all whom the paragraph has charged must be done: its words go to each, as they go to the last."""
        opened = {id(block): block for block in self.blocks[self._opened_at :] if block is not current and block.orders}
        for block in opened.values():
            block.add(sentence.span, sentence.span)

    def _take(self, block: Block, sentence: Sentence, found: Found, piece: Span) -> Block:
        """Add a sentence to a block, clause by clause: a clause may turn to somebody else."""
        block.named += named_in(sentence, found)
        if found.verb is None:
            block.add(piece, None)
            return block
        start, current, order_at = piece.start, block, found.verb
        for turn in turns(sentence, found.verb, block, self._form):
            end = trim(self._source.text, start, turn.at).end
            current.add(Span(start, end), Span(order_at, end))
            current = turn.block
            self.blocks.append(current)
            start, order_at = turn.at, turn.verb
        current.add(Span(start, sentence.span.end), Span(order_at, sentence.span.end))
        return current


def _unnamed(sentence: Sentence) -> Found:
    """A whole sentence as an order that names nobody and opens with no verb that is known."""
    return Found(None, sentence.span.start, sentence.span.start, "")
