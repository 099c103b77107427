"""Writes small PDF files for tests: words at given places, with a map from codes to Unicode so that Vietnamese can be read back."""

from __future__ import annotations

import unicodedata
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

WIDTH, HEIGHT = 595, 842


@dataclass(frozen=True)
class Words:
    """A line of words whose baseline begins at (x, y), in points from the lower left corner."""

    x: float
    y: float
    text: str
    size: float = 14
    turn: int = 0
    """In quarters of a circle to the left: 1 runs up the page."""


@dataclass(frozen=True)
class Line:
    """A line as Word draws one: a thin rectangle from its lower left corner on."""

    x: float
    y: float
    width: float
    height: float
    text: str = ""


def grid(columns: Sequence[float], rows: Sequence[float]) -> list[Line]:
    """The lines around the cells of a table, drawn cell by cell."""
    level = [Line(a, y, b - a, 0.5) for y in rows for a, b in pairwise(columns)]
    return [*level, *(Line(x, low, 0.5, high - low) for x in columns for high, low in pairwise(rows))]


def column(x: float, top: float, lines: Iterable[str], leading: float = 18) -> list[Words]:
    """Lines one below the other."""
    return [Words(x, top - leading * index, line) for index, line in enumerate(lines)]


def pdf(pages: Sequence[Sequence[Words | Line]], trailer: bytes = b"", extra: Sequence[bytes] = (), rotate: int = 0) -> bytes:
    """A PDF of these pages, every word drawn in the given order. `extra` objects are numbered from 3 on. `rotate` is how many degrees
    to the right a page is shown turned.
    """
    codes = _codes(words.text for page in pages for words in page)
    font = 3 + len(extra)
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", *extra, *_font(codes, font)]
    kids = []
    for page in pages:
        stream = zlib.compress(b"\n".join(_drawn(words, codes) for words in page))
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(stream), stream))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Rotate %d /Contents %d 0 R /Resources << /Font << /F %d 0 R >> >> >>"
            % (WIDTH, HEIGHT, rotate, len(objects), font)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    return assembled(objects, trailer)


def assembled(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    """The file that holds these objects, the first being the catalogue."""
    written, offsets = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return written + b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (
        size, table, size, trailer, len(written),
    )  # fmt: skip


def _codes(texts: Iterable[str]) -> dict[str, int]:
    letters = sorted(set("".join(texts)))
    own = {letter: ord(letter) for letter in letters if letter.isascii()}
    free = (code for code in range(0x21, 0x100) if code not in own.values())
    return own | {letter: next(free) for letter in letters if letter not in own}


def _font(codes: dict[str, int], number: int) -> list[bytes]:
    lines = b"\n".join(b"<%02X> <%s>" % (code, letter.encode("utf-16-be").hex().encode()) for letter, code in codes.items())
    cmap = (
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /T def /CMapType 2 def\n"
        b"1 begincodespacerange <00> <FF> endcodespacerange\n%d beginbfchar\n%s\nendbfchar\nendcmap end end" % (len(codes), lines)
    )
    signs = {code for letter, code in codes.items() if unicodedata.combining(letter)}
    widths = b" ".join(b"0" if code in signs else b"500" for code in range(256))
    return [
        b"<< /Type /Font /Subtype /TrueType /BaseFont /Helvetica /FirstChar 0 /LastChar 255 /Widths [%s] /ToUnicode %d 0 R >>"
        % (widths, number + 1),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(cmap), cmap),
    ]


def _drawn(words: Words | Line, codes: dict[str, int]) -> bytes:
    if isinstance(words, Line):
        return b"%g %g %g %g re f" % (words.x, words.y, words.width, words.height)
    text = bytes(codes[letter] for letter in words.text).hex().encode()
    across, up = ((1, 0), (0, 1), (-1, 0), (0, -1))[words.turn]
    return b"BT /F %g Tf %d %d %d %d %g %g Tm <%s> Tj ET" % (words.size, across, up, -up, across, words.x, words.y, text)
