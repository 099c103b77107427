"""Reads Word documents: each paragraph and table cell is a line, with the list numbers that Word shows; so is a numbered table's row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from alertd.model.documents import Problem
from alertd.reading.extract.decoding import legacy_encoding
from alertd.reading.extract.docx_numbering import Numbering
from alertd.reading.extract.docx_styles import Styles
from alertd.reading.extract.docx_text import paragraph_text
from alertd.reading.extract.docx_xml import child, has_deleted_end, name_of, shown, value
from alertd.reading.extract.outcome import Extracted, Unreadable
from alertd.reading.extract.package import Package, broken, open_package
from alertd.reading.extract.page_edges import is_stamp
from alertd.reading.extract.refusals import refusal_of_package
from alertd.reading.extract.registers import is_register, row
from alertd.reading.limits import Limits

_MAIN_PART = "word/document.xml"
_PAGE_EDGE = re.compile(r"word/(?:header|footer)\d*\.xml")
_NOTES = frozenset(["footnoteReference", "endnoteReference"])
_EMBEDDED = frozenset(["altChunk", "object"])
_TABLE, _ROW, _CELL = frozenset(["tbl"]), frozenset(["tr"]), frozenset(["tc"])


def read_docx(content: bytes, limits: Limits) -> Extracted:
    """The lines of a .docx or .docm file."""
    package = open_package(content, limits)
    main = _main_part(package)
    body = child(package.part(main), "body")
    if body is None:
        raise broken()
    folder = main.rpartition("/")[0]
    styles = Styles(package.part(f"{folder}/styles.xml"))
    story = _Story(styles, Numbering(package.part(f"{folder}/numbering.xml"), styles))
    story.add(body)
    lines = (*_stamps(package, styles), *story.lines)
    if not any(lines) and any("/media/" in name for name in package.names):
        raise Unreadable("unsupported", "Tệp Word chỉ có ảnh chụp, không có chữ; chưa đọc được chữ trong ảnh.")
    return Extracted(lines, "docx", (*_macros(package), *story.problems()))


def _main_part(package: Package) -> str:
    """The part that the package names as its document; raises where it is no Word document."""
    relations = package.part("_rels/.rels")
    targets = [value(each, "Target") or "" for each in (() if relations is None else relations) if _is_document(each)]
    main = next((target.lstrip("/") for target in targets), _MAIN_PART)
    if main not in package.names or not main.startswith("word/"):
        raise refusal_of_package(package.names)
    return main


def _is_document(relation: etree._Element) -> bool:
    return (value(relation, "Type") or "").endswith("/officeDocument")


@dataclass(slots=True)
class _Story:
    """A run of paragraphs as it is turned into lines, and what was met on the way."""

    styles: Styles
    numbering: Numbering
    lines: list[str] = field(default_factory=list)
    _number: str = ""
    _words: str = ""
    """Of the paragraph that is still open: one whose end was deleted while changes were tracked goes on in the next."""
    _fonts: set[str] = field(default_factory=set)
    _hidden: int = 0
    _notes: int = 0
    _embedded: int = 0

    def add(self, root: etree._Element) -> None:
        """All paragraphs under `root` in the order of the file: rows from the top, cells from the left, text boxes where they hang."""
        for element in shown(root, stop_at=_TABLE):
            name = name_of(element)
            if name == "p":
                self._add_paragraph(element)
            elif name == "tbl":
                self._end_paragraph()
                self._add_table(element)
            self._notes += name in _NOTES
            self._embedded += name in _EMBEDDED
        self._end_paragraph()

    def _add_table(self, table: etree._Element) -> None:
        """The cells line by line, those of a numbered table row by row."""
        rows = [each for each in shown(table, stop_at=_ROW) if name_of(each) == "tr"]
        is_numbered = None
        for each in rows:
            begins = len(self.lines)
            cells = [self._add_cell(cell) for cell in shown(each, stop_at=_CELL) if name_of(cell) == "tc"]
            is_numbered = is_register(cells) if is_numbered is None else is_numbered
            if is_numbered:
                self.lines[begins:] = [row(cells), ""]

    def _add_cell(self, cell: etree._Element) -> str:
        begins = len(self.lines)
        self.add(cell)
        return " ".join(self.lines[begins:])

    def _add_paragraph(self, paragraph: etree._Element) -> None:
        read = paragraph_text(paragraph, self.styles)
        self._fonts |= read.fonts
        self._hidden += read.has_hidden
        if has_deleted_end(paragraph) and not read.text.strip():
            return  # the whole paragraph was deleted: it counts in no list
        self._number = self._number or self.numbering.next_for(paragraph)
        self._words += read.text
        if not has_deleted_end(paragraph):
            self._end_paragraph()

    def _end_paragraph(self) -> None:
        if self._words.strip():
            self.lines += (self._number + self._words).split("\n")
        if self.lines and self.lines[-1]:
            self.lines.append("")
        self._number = self._words = ""

    def problems(self) -> Iterator[Problem]:
        """What a person must look at."""
        for font in sorted(self._fonts):
            yield legacy_encoding(font)
        if self._hidden:
            yield Problem("hidden_text", f"Văn bản có {self._hidden} đoạn chứa chữ bị ẩn, không được đọc; cần mở bản gốc để đối chiếu.")
        if self._notes:
            yield Problem("notes_left_out", f"Văn bản có {self._notes} chú thích cuối trang không được đọc; cần mở bản gốc để đối chiếu.")
        if self._embedded:
            yield Problem("embedded_left_out", f"Văn bản có {self._embedded} đối tượng nhúng không được đọc; cần mở bản gốc để đối chiếu.")


def _stamps(package: Package, styles: Styles) -> list[str]:
    """Short lines in capitals from the page headers and footers: there a degree of secrecy or urgency may stand and nowhere else.

    The rest of them (page numbers, running titles) is left out.
    """
    edges = _Story(styles, Numbering(None, styles))
    for name in filter(_PAGE_EDGE.fullmatch, package.names):
        part = package.part(name)
        if part is not None:
            edges.add(part)
    stamps = dict.fromkeys(line.strip() for line in edges.lines if is_stamp(line))
    return [line for stamp in stamps for line in (stamp, "")]


def _macros(package: Package) -> Iterator[Problem]:
    if any(name.lower().endswith("vbaproject.bin") for name in package.names):
        yield Problem("macros", "Tệp có chứa macro; chỉ phần chữ được đọc, không mở tệp này nếu chưa chắc chắn về nguồn gửi.")
