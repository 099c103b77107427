"""The invented documents that the tests of reading share, and short ways to read a text."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from alertd.model.documents import Directive, FileReading, Reading, Span
from alertd.reading.reader import read_text

DOCUMENTS = Path(__file__).parent.parent / "documents"
TODAY = date(2026, 3, 1)
LETTERHEAD = """ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 05/CĐ-UBND
Sơn Khê, ngày 10 tháng 9 năm 2024
CÔNG ĐIỆN
Về việc ứng phó mưa lũ
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ điện:
- Chủ tịch UBND các huyện, thành phố;
- Giám đốc Sở Y tế.
Mưa to đã gây ngập nhiều nơi. Chủ tịch UBND tỉnh yêu cầu:
"""


def shared() -> Path | None:
    """The folder of labelled real texts, where it is there."""
    named = os.environ.get("ALERTD_SHARED")
    folder = Path(named) if named else Path(__file__).parents[3] / "shared"
    return folder if (folder / "gold").is_dir() else None


def read(text: str) -> FileReading:
    """A text, read as if it had come in today."""
    return read_text(text.split("\n"), TODAY)


def read_paper(name: str) -> FileReading:
    """An invented document of tests/documents."""
    return read((DOCUMENTS / f"{name}.txt").read_text(encoding="utf-8"))


def only(reading: FileReading) -> Reading:
    """The one document of a file."""
    (document,) = reading.documents
    return document


def orders(body: str) -> tuple[Directive, ...]:
    """What a telegram of the province orders whose text is `body`."""
    return only(read(LETTERHEAD + body)).directives


def uncovered(reading: FileReading) -> str:
    """What of a file's text lies in no document and not outside, or in no part of its document: nothing, ever."""
    left = _left(Span(0, len(reading.text)), [*(d.span for d in reading.documents), *reading.outside])
    for document in reading.documents:
        problems = [p.span for p in document.problems if p.span]
        left += _left(document.span, [*(d.span for d in document.directives), *document.context, *problems])
    return "".join(reading.text[place] for place in left)


def _left(whole: Span, taken: list[Span]) -> list[int]:
    held = {place for span in taken for place in range(span.start, span.end)}
    return [place for place in range(whole.start, whole.end) if place not in held]
