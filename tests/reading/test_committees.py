"""Tests of the forms in which Party committees, houses, districts and communes write their telegrams."""

from __future__ import annotations

from datetime import date

import pytest

from alertd.reading.markers import marker_at
from alertd.reading.names import names_in
from tests.reading.papers import LETTERHEAD, only, read
from tests.reading.test_rules import TO_ALL, told

OF_THE_PARTY = """TỈNH ỦY SƠN KHÊ
*
Số 05-CĐ/TU
ĐẢNG CỘNG SẢN VIỆT NAM
Sơn Khê, ngày 9 tháng 9 năm 2024
CÔNG ĐIỆN
về việc ứng phó mưa lũ
BAN THƯỜNG VỤ TỈNH ỦY điện:
- Văn phòng Tỉnh ủy, các đảng ủy trực thuộc Tỉnh ủy;
- Các huyện ủy Vân Hồ, Suối Mơ.
Mưa to đã gây ngập nhiều nơi. Ban Thường vụ Tỉnh ủy yêu cầu:
1. Văn phòng Tỉnh ủy theo dõi, đôn đốc.
"""


def test_a_party_committee_telegraphs_in_its_own_form() -> None:
    found = only(read(OF_THE_PARTY))
    assert (found.issuer, found.subject) == ("Ban Thường vụ Tỉnh ủy Sơn Khê", "ứng phó mưa lũ")
    assert found.addressees_to_act == ("Văn phòng Tỉnh ủy", "các đảng ủy trực thuộc Tỉnh ủy", "Huyện ủy Vân Hồ", "Huyện ủy Suối Mơ")


def test_a_number_before_a_comma_opens_a_point_that_orders() -> None:
    body = "1, UBND các xã:\n- Sơ tán dân ven suối.\n2, Công an huyện: Cắm biển báo.\n3, Kiểm tra cầu yếu."
    assert told(body) == [("1", ("UBND các xã",)), ("2", ("Công an huyện",)), ("3", TO_ALL)]


@pytest.mark.parametrize("line", ["12, Gò Mơ kiểm tra cống", "5, Khe Sặt và các phường ven sông"])
def test_a_number_before_a_comma_within_a_row_opens_no_point(line: str) -> None:
    assert marker_at(line, 0, len(line)) is None


def test_a_heading_of_stock_words_alone_orders_nothing() -> None:
    body = "I. Công an tỉnh\nCắm biển báo.\nII. Tổ chức thực hiện\n1. Sở Y tế theo dõi, tổng hợp."
    assert told(body) == [("I", ("Công an tỉnh",)), ("II.1", ("Sở Y tế",))]


def test_a_title_in_small_letters_after_a_semicolon_is_charged() -> None:
    body = "1. Chủ tịch UBND các xã ven biển cấm biển; chủ tịch UBND các xã miền núi sơ tán dân ven suối."
    assert told(body) == [("1", ("Chủ tịch UBND các xã ven biển",)), ("1", ("chủ tịch UBND các xã miền núi",))]
    body = "1. Sở Y tế chỉ đạo các trạm y tế; giám đốc bệnh viện huyện trực cấp cứu."
    assert told(body) == [("1", ("Sở Y tế",))]


@pytest.mark.parametrize(
    ("run", "names"),
    [
        (
            "Các Tổng công ty Điện lực: miền Bắc, thành phố Sơn Khê",
            ("Tổng công ty Điện lực miền Bắc", "Tổng công ty Điện lực thành phố Sơn Khê"),
        ),
        ("Thành ủy Khe Sặt, các Huyện ủy Vân Hồ, Suối Mơ", ("Thành ủy Khe Sặt", "Huyện ủy Vân Hồ", "Huyện ủy Suối Mơ")),
        ("Bí thư các tỉnh, thành phố: Hà Giang, Hải Phòng", ("Bí thư Tỉnh ủy Hà Giang", "Bí thư Thành ủy Hải Phòng")),
    ],
)
def test_houses_and_committees_in_a_list_keep_their_type_word(run: str, names: tuple[str, ...]) -> None:
    assert names_in(run) == names


def test_the_title_of_a_page_gives_the_hour_before_the_day() -> None:
    found = only(
        read(
            "Công điện số 12/CĐ-BCH hồi 09h30 ngày 02/11/2023 của Ban Chỉ huy tỉnh Sơn Khê về bão số 5\n"
            + LETTERHEAD.partition("CÔNG ĐIỆN")[2]
        )
    )
    assert found.issued_on == date(2023, 11, 2)


def test_what_stands_before_the_duty_that_opens_a_list_says_who_is_meant() -> None:
    body = "1. Các địa phương thực hiện giãn cách xã hội phải:\na) Cấp gạo cho dân;\nb) Trực ban."
    assert told(body) == [("1", ("Các địa phương thực hiện giãn cách xã hội",))]
