"""Tables that a PDF draws with lines around their cells are read row by row."""

from __future__ import annotations

from collections.abc import Sequence

from alertd.reading.extract import extract
from alertd.reading.limits import Limits
from tests.reading.extract.pdf_files import Line, Words, column, grid, pdf

COLUMNS = (60, 90, 300, 420, 540)
ROWS = (700, 680, 640, 620)
ABOVE = Words(60, 740, "Các đơn vị làm ngay các việc sau:", 10)
BELOW = Words(60, 600, "Các đơn vị báo cáo trước 16 giờ.", 10)


def cells(*rows: tuple[float, tuple[str, ...]]) -> list[Words]:
    """The words of cells, each row with the height of its first line; a second line stands below."""
    return [
        words
        for top, texts in rows
        for x, text in zip(COLUMNS, texts, strict=False)
        for words in column(x + 4, top, text.split("#"), leading=14)
        if words.text
    ]


def sized(words: list[Words]) -> list[Words]:
    return [Words(each.x, each.y, each.text, 8) for each in words]


HEADING = (686.0, ("TT", "Nội dung", "Cơ quan chủ trì", "Thời hạn"))
FIRST = (664.0, ("1", "Di dời dân bản Vân Hồ#đến nhà văn hóa", "UBND xã Vân Hồ", "Trước 17 giờ#ngày 3/9/2024"))
SECOND = (626.0, ("2", "Cấp thuốc", "Sở Y tế", ""))


def read(*pages: Sequence[Words | Line]) -> tuple[str, ...]:
    return extract(pdf(pages), "a.pdf", Limits()).lines


def test_each_row_is_a_line_whatever_its_cells_hold() -> None:
    lines = read([ABOVE, *grid(COLUMNS, ROWS), *sized(cells(HEADING, FIRST, SECOND)), BELOW])
    assert lines == (
        ABOVE.text,
        "TT | Nội dung | Cơ quan chủ trì | Thời hạn",
        "1 | Di dời dân bản Vân Hồ đến nhà văn hóa | UBND xã Vân Hồ | Trước 17 giờ ngày 3/9/2024",
        "2 | Cấp thuốc | Sở Y tế |",
        BELOW.text,
    )


def test_a_table_goes_on_with_the_next_page() -> None:
    first: list[Words | Line] = [ABOVE, *grid(COLUMNS, ROWS[:3]), *sized(cells(HEADING, FIRST))]
    second: list[Words | Line] = [*grid(COLUMNS, (640, 620)), *sized(cells(SECOND)), BELOW]
    assert read(first, second)[2:] == (
        "1 | Di dời dân bản Vân Hồ đến nhà văn hóa | UBND xã Vân Hồ | Trước 17 giờ ngày 3/9/2024",
        "2 | Cấp thuốc | Sở Y tế |",
        BELOW.text,
    )


def test_lines_around_what_numbers_no_rows_are_passed_over() -> None:
    heading = (686.0, ("Xã", "Nội dung", "Cơ quan chủ trì", "Thời hạn"))
    lines = read([ABOVE, *grid(COLUMNS, ROWS), *sized(cells(heading, FIRST, SECOND)), BELOW])
    assert not any("|" in line for line in lines)


def test_what_stands_below_a_table_goes_on_with_no_row_of_it() -> None:
    entry, below = Words(60, 708, "- Giám đốc Sở Y tế.", 10), Words(60, 608, BELOW.text, 10)
    content = pdf([[entry, *grid(COLUMNS, ROWS), *sized(cells(HEADING, FIRST, SECOND)), below]])
    assert not extract(content, "a.pdf", Limits()).going_on
