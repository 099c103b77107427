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


def test_a_table_without_lines_is_read_by_the_blank_between_its_columns() -> None:
    signed = column(430, 560, ["CHỦ TỊCH", "Lò Văn Mẫu"])
    lines = read([ABOVE, *sized(cells(HEADING, FIRST, SECOND)), BELOW, *signed])
    assert lines == read([ABOVE, *grid(COLUMNS, ROWS), *sized(cells(HEADING, FIRST, SECOND)), BELOW, *signed])
    assert "1 | Di dời dân bản Vân Hồ đến nhà văn hóa | UBND xã Vân Hồ | Trước 17 giờ ngày 3/9/2024" in lines


def test_a_table_without_lines_may_be_drawn_column_by_column_and_end_with_the_page() -> None:
    drawn = sorted(sized(cells(HEADING, FIRST, SECOND)), key=lambda words: (words.x, -words.y))
    assert read([ABOVE, *drawn])[1:] == (
        "TT | Nội dung | Cơ quan chủ trì | Thời hạn",
        "1 | Di dời dân bản Vân Hồ đến nhà văn hóa | UBND xã Vân Hồ | Trước 17 giờ ngày 3/9/2024",
        "2 | Cấp thuốc | Sở Y tế |",
    )


def test_what_is_signed_below_the_last_column_is_no_part_of_its_row() -> None:
    lines = read([ABOVE, *sized(cells(HEADING, FIRST, SECOND)), *sized(column(430, 590, ["CHỦ TỊCH", "Lò Văn Mẫu"]))])
    assert lines[3:] == ("2 | Cấp thuốc | Sở Y tế |", "CHỦ TỊCH", "Lò Văn Mẫu")


def test_points_and_wide_gaps_below_the_letters_tt_are_no_table() -> None:
    items = [Words(60, 700, "TT 26 hướng dẫn như sau:", 10), Words(60, 680, "1.", 10), Words(90, 680, "Di dời dân.", 10)]
    items += [Words(60, 660, "2.", 10), Words(90, 660, "Cấp thuốc", 10), Words(300, 660, "cho dân.", 10)]
    assert not any("|" in line for line in read(items))


def test_a_table_without_lines_goes_on_with_the_next_page_below_its_number() -> None:
    third = (606.0, ("3", "Cấm đường", "Công an tỉnh", "Ngay"))
    fourth = (700.0, ("4", "Thông tuyến#chính", "Sở Xây dựng", "Ngay"))
    number = Words(300, 800, "2", 10)
    lines = read([ABOVE, *sized(cells(HEADING, FIRST, SECOND, third))], [number, *sized(cells(fourth)), BELOW])
    assert lines[-3:] == ("3 | Cấm đường | Công an tỉnh | Ngay", "4 | Thông tuyến chính | Sở Xây dựng | Ngay", BELOW.text)
