"""Text files that were printed in pages, in columns or with indents read as what was printed."""

from __future__ import annotations

import pytest

from alertd.reading.extract import Extracted, extract
from alertd.reading.limits import Limits

PAGE = [f"Dòng {letter} kể chuyện nước lên ở bến sông" for letter in "abcdeghiklmnopqrstuvxy"]
NEXT, LAST = ([line.replace("sông", where) for line in PAGE] for where in ("suối", "hồ"))
TITLE = "Công điện số 71/CĐ-BCH ngày 05/8/2025"


def read(text: str) -> Extracted:
    return extract(text.encode(), "công điện.txt", Limits())


def filled(text: str) -> list[str]:
    return [line for line in read(text).lines if line]


@pytest.mark.parametrize("number", ["2", "- 2 -", "Trang 2/3", "2 | Page", f"{TITLE}      Trang 2/3"])
@pytest.mark.parametrize("feed", ["\f", ""])
def test_a_page_number_between_two_lines_is_no_line(number: str, feed: str) -> None:
    assert filled("\n".join([*PAGE, f"{feed}{number}", "", *NEXT])) == [*PAGE, *NEXT]
    assert filled("\n".join([*PAGE, "", number, feed, *NEXT])) == [*PAGE, *NEXT]


def test_a_title_that_comes_back_on_every_page_is_no_line() -> None:
    text = "\n".join([*PAGE, f"\f{TITLE}", "2", "", *NEXT, f"\f{TITLE}", "3", "", *LAST])
    assert filled(text) == [*PAGE, *NEXT, *LAST]


def test_the_letterheads_of_two_telegrams_on_pages_of_their_own_stay() -> None:
    telegram = ["UBND TỈNH SƠN KHÊ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", *PAGE, "Lò Văn Tứ"]
    assert filled("\n".join(telegram) + "\n\f" + "\n".join(telegram)) == [*telegram, *telegram]


def test_the_figures_of_a_list_are_no_page_numbers() -> None:
    rows = [each for number in range(1, 9) for each in (str(number), "Xã Đồng Vai", "12 hộ")]
    assert filled("\n".join(rows)) == rows


def test_a_sentence_that_a_page_cuts_goes_on_and_one_that_ends_there_stands_apart() -> None:
    lines = read("\n".join(["Sở Y tế cấp thuốc cho", "\f2", "", "các trạm.", "\f3", "Sở Nội vụ trực."])).lines
    assert lines == ("Sở Y tế cấp thuốc cho", "các trạm.", "", "Sở Nội vụ trực.")


def test_the_two_columns_of_a_letterhead_are_read_one_after_the_other() -> None:
    text = """
      UBND TỈNH SƠN KHÊ            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
     VĂN PHÒNG THƯỜNG TRỰC            Độc lập - Tự do - Hạnh phúc
        Số: 71/VP-PC                 Sơn Khê, ngày 5 tháng 8 năm 2025
      V/v ứng phó mưa lớn
          ở vùng núi

                                  CÔNG ĐIỆN
                              Kính gửi:
                                    - Sở Y tế.
"""
    assert filled(text) == [
        *("UBND TỈNH SƠN KHÊ", "VĂN PHÒNG THƯỜNG TRỰC", "Số: 71/VP-PC", "V/v ứng phó mưa lớn", "ở vùng núi"),
        *("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Sơn Khê, ngày 5 tháng 8 năm 2025"),
        " " * 34 + "CÔNG ĐIỆN",
        " " * 30 + "Kính gửi:",
        " " * 36 + "- Sở Y tế.",
    ]


def test_who_signs_stands_below_the_list_of_copies_beside_which_the_name_was_set() -> None:
    text = """Sở Y tế cấp thuốc./.
Nơi nhận:                                      CHỦ TỊCH
- Như trên;
- Công ty Thủy điện
Khe Sặt;
                                              Lò Văn Tứ
- Lưu: VT.
"""
    copies = ["Nơi nhận:", "- Như trên;", "- Công ty Thủy điện", "Khe Sặt;", "- Lưu: VT."]
    assert filled(text) == ["Sở Y tế cấp thuốc./.", *copies, "CHỦ TỊCH", "Lò Văn Tứ"]


def test_columns_are_parted_by_tabs_too() -> None:
    text = "UBND XÃ ĐỒNG VAI\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nSố: 3/CĐ-UBND\tĐồng Vai, ngày 5 tháng 8 năm 2025\n"
    assert filled(text)[:2] == ["UBND XÃ ĐỒNG VAI", "Số: 3/CĐ-UBND"]


INDENTED = """
      1. Sở Y tế cấp thuốc cho các trạm ở xã Đồng
Vai, xã Bản Lủng và các thôn dọc theo con suối
lớn nhất của huyện, báo cáo trước buổi tối nay.
      2. Công an tỉnh chốt chặn các ngầm, không để
người và xe đi qua khi nước còn chảy xiết nhiều.
      3. Các xã trực.
      4. Sở Nội vụ phân công người trực ở các cơ quan
xã Khe Sặt, ghi sổ đầy đủ và nộp lại khi hết đợt.
"""


def test_indents_show_where_paragraphs_begin_and_lines_at_the_margin_go_on() -> None:
    lines = read(INDENTED).lines
    assert [lines[at].split()[0] for at in sorted(read(INDENTED).going_on)] == ["Vai,", "lớn", "người", "xã"]


def test_a_file_without_indents_says_nothing_of_its_paragraphs() -> None:
    assert not read("\n".join(line.strip() for line in INDENTED.split("\n"))).going_on
