"""Sets a telegram's text as the programs of offices would: as a web page, a Word file, a PDF, and in the encodings of text files."""

from __future__ import annotations

import re
import textwrap
from html import escape

from tests.reading.extract import docx_files
from tests.reading.extract.docx_files import level, numbering, paragraph, row, table
from tests.reading.extract.pdf_files import Words, pdf
from tests.reading.extract.texts import in_tcvn3, in_vni, in_windows_1258

_COLUMNS = re.compile(r"(.*?\S)\s{4,}(\S.*)")
_NUMBERED = re.compile(r"(?:(\d+)\.|([a-z])\)) (.*)")
_LINES_A_PAGE = 42
_LETTERS_A_LINE = 78
_INDENT = " " * 6
_SIZE, _LETTER, _LEADING, _TOP, _LEFT, _MIDDLE = 11, 5.5, 16, 760, 70, 300


def blocks(text: str) -> list[tuple[str, ...]]:
    """The lines of the text, a row of two columns as two; a blank line is no block."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return [found.groups() if (found := _COLUMNS.fullmatch(line)) else (line,) for line in lines]


def as_html(text: str) -> bytes:
    """A page with a menu and a script around the text, the letterhead a table."""
    head, body = _parted(text)
    cells = "".join(f"<td><p>{'<br>'.join(map(escape, column))}</p></td>" for column in head)
    told = "".join(f"<p>{escape(words)}</p>" for words in body)
    return (
        "<!doctype html><html><head><meta charset=utf-8><title>Trang tin</title><script>var a = '<p>Công điện</p>';</script></head>"
        f"<body><nav>Trang chủ | Tin tức</nav><table><tr>{cells}</tr></table>{told}</body></html>"
    ).encode()


def as_docx(text: str) -> bytes:
    """A Word file: the letterhead a table without lines, numbers and letters written by Word, some words deleted while tracked."""
    head, body = _parted(text)
    cells = row(*("".join(map(paragraph, map(escape, column))) for column in head))
    deleted = "<w:p><w:del><w:r><w:delText>Giao Sở Y tế báo cáo ngay.</w:delText></w:r></w:del></w:p>"
    levels = numbering(level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)"))
    return docx_files.docx(table(cells) + deleted + "".join(map(_in_word, body)), levels)


def as_pdf(text: str) -> bytes:
    """A PDF with broken lines and indented first ones, numbers of pages and a running title, and a stamp's words across the letterhead."""
    head, body = _parted(text)
    pages = [[*_column(head[0], _LEFT), *_column(head[1], _MIDDLE)] if head else []]
    at = max(map(len, head), default=0) + 1
    for words in body:
        for line in textwrap.wrap(words, _LETTERS_A_LINE, initial_indent=_INDENT, break_on_hyphens=False):
            if at == _LINES_A_PAGE:
                pages, at = [*pages, [Words(_MIDDLE, 805, str(len(pages) + 1), _SIZE)]], 0
            text = line.strip()
            pages[-1].append(Words(_LEFT + _LETTER * (len(line) - len(text)), _TOP - _LEADING * at, text, _SIZE))
            at += 1
    return pdf(pages)


ENCODINGS = {
    "UTF-8 with a mark": lambda text: text.encode("utf-8-sig"),
    "UTF-16 LE with a mark": lambda text: b"\xff\xfe" + text.encode("utf-16-le"),
    "UTF-16 BE with a mark": lambda text: b"\xfe\xff" + text.encode("utf-16-be"),
    "UTF-16 LE without a mark": lambda text: text.encode("utf-16-le"),
    "Windows-1258": in_windows_1258,
    "TCVN3": lambda text: in_tcvn3(text).encode("latin-1"),
    "VNI": lambda text: in_vni(text).encode("latin-1"),
}
LAYOUTS = {"a.html": as_html, "a.docx": as_docx, "a.pdf": as_pdf}


def _parted(text: str) -> tuple[list[list[str]], list[str]]:
    """The columns of the letterhead, and the paragraphs below it."""
    parts = blocks(text)
    count = next((i for i, part in enumerate(parts) if len(part) == 1), 0)
    columns = [list(column) for column in zip(*parts[:count], strict=True)]
    return columns, [" ".join(part) for part in parts[count:]]


def _in_word(words: str) -> str:
    found = _NUMBERED.fullmatch(words)
    return docx_files.item(escape(found[3]), 0 if found[1] else 1) if found else paragraph(escape(words))


def _column(lines: list[str], x: float) -> list[Words]:
    return [Words(x, _TOP - _LEADING * index, line, 8) for index, line in enumerate(lines)]
