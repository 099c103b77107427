"""Reads web pages: each block of the page is a line, and what a browser would not show is left out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from lxml import etree

from alertd.model.documents import Problem
from alertd.reading.extract.decoding import decode
from alertd.reading.extract.numerals import capital, decimal, letter, roman
from alertd.reading.extract.outcome import Extracted, Unreadable
from alertd.reading.extract.registers import OpenTable
from alertd.reading.extract.txt import too_many_characters
from alertd.reading.limits import Limits

_BLOCK_TAGS = """address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr html legend li main ol p pre section summary table tbody td tfoot th thead tr ul"""
_BLOCKS = frozenset(_BLOCK_TAGS.split())
_UNSEEN_TAGS = "button canvas datalist head iframe math nav noscript object script select style svg template textarea"
"""Never part of the text: code, controls, and the site's own menu."""
_FEWEST_LINKS = 3
_SENTENCE_ENDS = (".", ";", ":")
_UNSEEN = frozenset(_UNSEEN_TAGS.split())
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_DECLARED_LATIN = re.compile(rb"""charset\s*=\s*["']?\s*(?:windows-1252|iso-8859-1|latin-?1)\b""", re.IGNORECASE)
_DECLARATION_WITHIN = 4096
# A browser and an office program end what they have begun; a page that does not has lost its end on the way.
_OPENED, _CLOSED = re.compile(r"<(?:html|body)[\s>]", re.IGNORECASE), re.compile(r"</(?:html|body)\s*>", re.IGNORECASE)
_OPENED_WITHIN = 65_536
_CUT_OFF = Problem("cut_off", "Trang web thiếu phần cuối, có thể tải về chưa đủ; cần mở bản gốc để đối chiếu.")
_PORTION = 1 << 16
# HTML's own white space; the no-break space is text.
_SPACE = re.compile(r"[ \t\n\r\f]+")
_NUMBERING: dict[str, Callable[[int], str]] = {
    "1": decimal, "a": letter, "A": capital(letter), "i": roman, "I": capital(roman),
}  # fmt: skip


def read_html(content: bytes, limits: Limits) -> Extracted:
    """The lines of a web page. It is parsed as a stream: no tree is built, so nesting of any depth costs nothing."""
    is_latin = _DECLARED_LATIN.search(content[:_DECLARATION_WITHIN]) is not None
    decoded = decode(content, is_declared_latin=is_latin)
    page = _Page()
    # The stubs demand a base class that exists in the stubs alone.
    parser = etree.HTMLParser(target=page, encoding="utf-8", huge_tree=True)  # type: ignore[call-overload]  # see above
    page_bytes = decoded.text.encode("utf-8", "replace")
    try:
        for start in range(0, len(page_bytes), _PORTION):
            parser.feed(page_bytes[start : start + _PORTION])
            if page.size > limits.max_characters:
                raise too_many_characters(limits)
        parser.close()
    except etree.XMLSyntaxError as error:
        raise Unreadable("broken", "Tệp HTML hỏng, không đọc được.") from error
    cut_off = (_CUT_OFF,) if _OPENED.search(decoded.text, 0, _OPENED_WITHIN) and not _CLOSED.search(decoded.text) else ()
    return Extracted(tuple(page.lines), "html", (*decoded.problems, *cut_off, *page.problems()))


class _Page:
    """What the parser tells, in its order, turned into lines."""

    def __init__(self) -> None:
        self.lines: list[str] = []
        self.size = 0
        """Characters and elements met so far: a page of nothing but tags takes time too."""
        self._words: list[str] = []
        self._marker = ""
        """The number of an item of which no word has come yet: they may stand in a block of their own."""
        self._unseen: list[bool] = []
        """For each open element inside an unseen one, itself included: whether the author hid it."""
        self._hidden_texts = 0
        self._lists: list[_List] = []
        self._anchors: list[bool] = []
        """For each open anchor: whether it leads somewhere."""
        self._tables: list[OpenTable] = []
        self._preformatted = 0

    def problems(self) -> tuple[Problem, ...]:
        """What a person must look at."""
        if not self._hidden_texts:
            return ()
        return (Problem("hidden_text", f"Trang có {self._hidden_texts} đoạn chữ bị ẩn, không được đọc; cần mở bản gốc để đối chiếu."),)

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element opens."""
        self.size += 1
        is_hidden = "hidden" in attributes or _HIDING.search(attributes.get("style", "")) is not None
        if self._unseen or tag in _UNSEEN or is_hidden:
            self._unseen.append(is_hidden)
            return
        if tag in _BLOCKS:
            self._end_block()
        self._preformatted += tag == "pre"
        self._open_in_table(tag)
        if tag == "a":
            self._anchors.append("href" in attributes)
        elif tag in ("ol", "ul"):
            # Office programs open a list within a list for a level that they skip.
            around = next((each for each in reversed(self._lists) if each.has_items), None)
            self._lists.append(_List(tag, attributes, len(self.lines), around))
        elif tag == "li" and self._lists:
            self._marker = self._lists[-1].next_number(attributes)

    def end(self, tag: str) -> None:
        """An element closes."""
        if self._unseen:
            self._unseen.pop()
            return
        if tag == "br":
            self._end_line()
        if tag in _BLOCKS:
            self._end_block()
        self._close_in_table(tag)
        self._preformatted -= tag == "pre"
        if tag == "a" and self._anchors:
            self._anchors.pop()
        elif tag == "li":
            self._marker = ""
        elif tag in ("ol", "ul") and self._lists:
            self._lists.pop().close(self.lines)

    def data(self, text: str) -> None:
        """Text between two tags."""
        self.size += 0 if self._unseen else len(text)
        if self._lists and not self._unseen and not text.isspace():
            self._lists[-1].has_own_words |= not any(self._anchors)
            self._words.append(self._marker)
            self._marker = ""
        if self._unseen:
            self._hidden_texts += any(self._unseen) and not text.isspace()
        elif self._preformatted:
            self._add_preformatted(text)
        else:
            self._words.append(text)

    def close(self) -> None:
        """The page ends."""
        self._end_block()

    def _open_in_table(self, tag: str) -> None:
        if tag == "table":
            self._tables.append(OpenTable())
        elif tag == "tr" and self._tables:
            self._tables[-1].open_row(self.lines)
        elif tag in ("td", "th") and self._tables:
            self._tables[-1].open_cell(self.lines)

    def _close_in_table(self, tag: str) -> None:
        if not self._tables:
            return
        if tag in ("td", "th"):
            self._tables[-1].close_cell(self.lines)
        elif tag == "tr":
            self._tables[-1].close_row(self.lines)
        elif tag == "table":
            self._tables.pop()

    def _add_preformatted(self, text: str) -> None:
        first, *others = text.split("\n")
        self._words.append(first)
        for line in others:
            self._end_line()
            self._words.append(line)

    def _end_line(self) -> None:
        self.lines.append(_SPACE.sub(" ", "".join(self._words)).strip(" "))
        self._words.clear()

    def _end_block(self) -> None:
        if any(word.strip(" \t\n\r\f") for word in self._words):
            self._end_line()
        self._words.clear()
        if self.lines and self.lines[-1]:
            self.lines.append("")


class _List:
    """A list that is open, and the number of its last item."""

    def __init__(self, tag: str, attributes: Mapping[str, str], first_line: int, around: _List | None) -> None:
        self.has_own_words = False
        """Whether it holds a word that is no link."""
        self._first_line = first_line
        self._items = 0
        self._write = _NUMBERING.get(attributes.get("type", "1"), decimal) if tag == "ol" else None
        self._number = _whole(attributes.get("start"), 1) - 1
        self._above = around.counted if around and self._write is decimal else ""
        """The numbers above a list of figures in another: office programs write the "2" of "1.2" alone."""

    @property
    def has_items(self) -> bool:
        """Whether an item of its own has begun."""
        return self._items > 0

    @property
    def counted(self) -> str:
        """The number of the item that is open, where it is written in figures."""
        return f"{self._above}{self._number}." if self._write is decimal else ""

    def next_number(self, attributes: Mapping[str, str]) -> str:
        """What the browser prints before the next item: "3. ", with the numbers above it, or a dash in an unnumbered list."""
        self._items += 1
        if self._write is None:
            return "- "
        self._number = _whole(attributes.get("value"), self._number + 1)
        return f"{self._above}{self._write(self._number)}. "

    def close(self, lines: list[str]) -> None:
        """The list ends with these lines. One of nothing but links, none of them a sentence, is the site's menu or its other news."""
        own = [line for line in lines[self._first_line :] if line]
        is_menu = self._items >= _FEWEST_LINKS and not self.has_own_words and not any(line.endswith(_SENTENCE_ENDS) for line in own)
        if is_menu:
            del lines[self._first_line :]


def _whole(written: str | None, otherwise: int) -> int:
    """The number, as far as a list can hold it."""
    return int(written) if written is not None and re.fullmatch(r"-?[0-9]{1,6}", written) else otherwise
