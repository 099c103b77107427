"""Reads PDF files that carry text, one page at a time: a printed line is a line."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator

import pypdfium2
from pypdfium2 import raw

from alertd.model.documents import Problem
from alertd.reading.extract.decoding import bad_encoding
from alertd.reading.extract.outcome import Extracted, Unreadable
from alertd.reading.extract.pdf_fragments import fragments
from alertd.reading.extract.pdf_glyphs import glyphs
from alertd.reading.extract.pdf_layout import reading_order
from alertd.reading.extract.pdf_margins import Page, without_margins
from alertd.reading.extract.pdf_paragraphs import lines_that_go_on
from alertd.reading.extract.pdf_rulings import rulings
from alertd.reading.extract.pdf_signatures import printed_lines
from alertd.reading.extract.pdf_tables import Tables
from alertd.reading.extract.txt import too_many_characters
from alertd.reading.limits import Limits

# PDFium is not thread-safe: two threads inside it at once crash the process.
_PDFIUM = threading.Lock()
_UNMAPPED = "\ufffd"
_MOST_UNMAPPED = 0.25
_END_WITHIN = 4096


def read_pdf(content: bytes, limits: Limits) -> Extracted:
    """The lines of a PDF file with a text layer."""
    with _PDFIUM:
        document = _opened(content)
        try:
            pages = _read(document, limits)
        finally:
            document.close()
    return _judged(pages, is_cut_off=b"%%EOF" not in content[-_END_WITHIN:])


def _opened(content: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        if error.err_code in (raw.FPDF_ERR_PASSWORD, raw.FPDF_ERR_SECURITY):
            raise Unreadable("encrypted", "Tệp PDF được đặt mật khẩu, không đọc được; hãy gỡ mật khẩu rồi gửi lại.") from error
        raise Unreadable("broken", "Tệp PDF hỏng hoặc tải về chưa đủ, không mở được; hãy gửi lại tệp.") from error


def _read(document: pypdfium2.PdfDocument, limits: Limits) -> list[Page]:
    """The fragments of every page; of a page only these outlive it."""
    count = len(document)
    if count > limits.max_pages:
        raise Unreadable("too_large", f"Tệp PDF có {count} trang, quá giới hạn {limits.max_pages} trang (intake.max_pages).")
    pages, characters, tables = [], 0, Tables()
    for index in range(count):
        page = _page(document, index, tables)
        characters += sum(len(fragment.text) for fragment in (*page.fragments, *page.aside))
        if characters > limits.max_characters:
            raise too_many_characters(limits)
        pages.append(page)
    return pages


def _page(document: pypdfium2.PdfDocument, index: int, tables: Tables) -> Page:
    """One page; without any fragments where it is damaged."""
    try:
        page = document[index]
    except pypdfium2.PdfiumError:
        return Page(index + 1, 0, ())
    try:
        return _laid(index + 1, page, tables)
    finally:
        page.close()


def _laid(number: int, page: pypdfium2.PdfPage, tables: Tables) -> Page:
    """The page as its text stands on it: turned as most of the letters are, however the file says that it is shown."""
    width, height = page.get_size() if page.get_rotation() in (0, 180) else page.get_size()[::-1]
    text_page = page.get_textpage()
    try:
        found = tuple(fragments(glyphs(text_page.raw, width, height)))
        found = tables.read(found, lambda: glyphs(text_page.raw, width, height), lambda: rulings(page))
    finally:
        text_page.close()
    letters = Counter({0: 0})
    for fragment in found:
        letters[fragment.turn] += len(fragment.text)
    turn = letters.most_common(1)[0][0]
    printed = printed_lines(found)
    text, aside = (
        tuple(f for place, f in enumerate(found) if (f.turn == turn and place not in printed) is along) for along in (True, False)
    )
    return Page(number, height if turn % 2 == 0 else width, text, aside)


def _judged(pages: list[Page], *, is_cut_off: bool) -> Extracted:
    """The lines of the pages; raises where they are too few or too poor to be the document's text."""
    ordered = [reading_order(page) for page in without_margins(pages)]
    lines = (*(fragment.text for page in ordered for fragment in page), *(fragment.text for page in pages for fragment in page.aside))
    letters = "".join(lines)
    if not letters:
        raise Unreadable(
            "unsupported", "Tệp PDF là bản chụp (không có lớp chữ), chưa đọc được chữ trong ảnh; hãy gửi bản .docx hoặc PDF có chữ."
        )
    unmapped = letters.count(_UNMAPPED)
    if unmapped > _MOST_UNMAPPED * len(letters):
        raise Unreadable("unsupported", "Chữ trong tệp PDF không có bảng mã, không đọc được; hãy gửi bản .docx hoặc PDF khác.")
    silent = [page.number for page in pages if not page.fragments]
    problems = tuple(_problems(silent, has_unmapped=unmapped > 0, is_cut_off=is_cut_off))
    return Extracted(lines, "pdf", problems, lines_that_go_on(ordered))


def _problems(silent_pages: list[int], *, has_unmapped: bool, is_cut_off: bool) -> Iterator[Problem]:
    if silent_pages:
        pages = ", ".join(map(str, silent_pages))
        yield Problem("pages_without_text", f"Không đọc được chữ nào ở trang {pages} của tệp PDF; cần mở bản gốc để đối chiếu.")
    if has_unmapped:
        yield bad_encoding()
    if is_cut_off:
        yield Problem("cut_off", "Tệp PDF thiếu phần cuối, có thể tải về chưa đủ; cần mở bản gốc để đối chiếu.")
