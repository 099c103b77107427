"""Tests of the forms in which Party committees, houses, districts and communes write their telegrams."""

from __future__ import annotations

from datetime import date

import pytest

from alertd.reading.markers import marker_at
from alertd.reading.names import names_in
from alertd.reading.source import normalise
from alertd.reading.verbs import first_verb
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
        ("Các Cục: Viễn thông, Báo chí, Thông tin cơ sở", ("Cục Viễn thông", "Cục Báo chí", "Cục Thông tin cơ sở")),
        ("Các doanh nghiệp: VNPT, MobiFone, Vietnamobile", ("VNPT", "MobiFone", "Vietnamobile")),
        (
            "Chủ tịch Hội đồng quản trị, Tổng Giám đốc (Giám đốc) các tổ chức tín dụng",
            ("Chủ tịch Hội đồng quản trị các tổ chức tín dụng", "Tổng Giám đốc (Giám đốc) các tổ chức tín dụng"),
        ),
        ("Bí thư các tỉnh, thành phố: Hà Giang, Hải Phòng", ("Bí thư Tỉnh ủy Hà Giang", "Bí thư Thành ủy Hải Phòng")),
        ("Bí thư các Tỉnh ủy, Thành ủy: Hà Giang, Hải Phòng", ("Bí thư Tỉnh ủy Hà Giang", "Bí thư Thành ủy Hải Phòng")),
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


def test_the_head_of_a_bank_telegraphs_for_it() -> None:
    head = LETTERHEAD.replace("ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ\nCỘNG", "NGÂN HÀNG SƠN KHÊ\nCỘNG").replace(
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ điện:", "THỐNG ĐỐC NGÂN HÀNG SƠN KHÊ điện:"
    )
    found = only(read(head + "1. Sở Y tế cấp thuốc."))
    assert (found.issuer, found.subject) == ("Thống đốc Ngân hàng Sơn Khê", "ứng phó mưa lũ")


def test_whoever_only_helps_after_the_comma_has_no_order_of_his_own() -> None:
    body = "1. Giao Sở Y tế chủ trì, Sở Tài chính, Văn phòng UBND tỉnh phối hợp tổng hợp, báo cáo."
    assert told(body) == [("1", ("Sở Y tế",))]


def test_whoever_is_reported_to_in_some_case_is_not_ordered() -> None:
    body = "1. Sở Y tế:\n- Trường hợp quá sức, tổng hợp báo cáo, đề xuất Sở Nội vụ, Sở Tài chính trình UBND tỉnh hỗ trợ gạo."
    assert told(body) == [("1", ("Sở Y tế",))]


def test_people_are_told_to_stay_at_home() -> None:
    assert told("1. Từ 0h00 ngày 12/9/2024: người dân ở tại nhà, chỉ ra ngoài khi thật cần.") == [("1", ("người dân",))]


def test_a_type_word_at_the_end_of_a_line_goes_on_with_its_name() -> None:
    lines = "1. Cục Báo chí, Cục Bưu điện Trung ương, Cục\nThông tin cơ sở hướng dẫn báo chí đưa tin.\n2. Sở Y tế cấp thuốc."
    source = normalise(lines.split("\n"), frozenset({1}))
    starts = [line.span.start for line in source.lines]
    assert first_verb(source.plain, starts[0] + 3, starts[2], starts) == source.plain.index("hướng dẫn")


def test_each_person_is_charged_with_the_office_beside_the_name() -> None:
    body = "1. Phân công: ông Lê Văn A, Phó Chủ tịch UBND xã phụ trách khu 1; bà Trần Thị Thử, Trưởng phòng Văn hóa phụ trách khu 2."
    assert told(body) == [("1", ("Lê Văn A, Phó Chủ tịch UBND xã",)), ("1", ("Trần Thị Thử, Trưởng phòng Văn hóa",))]
    assert told("1. Trạm Y tế xã cấp thuốc; tổ trưởng các tổ ven sông sơ tán dân.")[1] == ("1", ("tổ trưởng các tổ ven sông",))


def test_a_row_may_end_in_an_abbreviation_that_the_list_explains() -> None:
    head = LETTERHEAD.replace("- Giám đốc Sở Y tế.", "- Tổng công ty Đường cao tốc Sơn Khê (TCS);\n- Giám đốc Sở Y tế.")
    (order,) = only(read(head + "1. Cục Đường bộ; Sở Xây dựng các tỉnh; TCS phân luồng tại các ngầm, tràn.")).directives
    assert order.addressees == ("Cục Đường bộ", "Sở Xây dựng các tỉnh", "TCS")


def test_bodies_of_the_whole_country_and_pages_of_news_are_names() -> None:
    body = "1. Đề nghị Ủy ban MTTQ tỉnh, Trung ương Hội Chữ thập đỏ vận động ủng hộ.\n2. Báo Sơn Khê, các trang thông tin điện tử đưa tin."
    assert told(body) == [("1", ("Ủy ban MTTQ tỉnh", "Trung ương Hội Chữ thập đỏ")), ("2", ("Báo Sơn Khê", "các trang thông tin điện tử"))]


def test_whoever_was_named_assigns_his_own_people() -> None:
    body = "1. Các trường học:\na) Đóng cửa phòng học.\nb) Phân công cán bộ, bảo vệ trực 24/24 giờ."
    assert told(body) == [("1", ("Các trường học",))]
    assert told("1. Phân công cán bộ trực 24/24 giờ.") == [("1", TO_ALL)]


def test_a_telegram_that_was_received_needs_no_more_words() -> None:
    assert told("1. Sở Y tế cấp thuốc.\nNhận điện, các đơn vị triển khai nghiêm túc.")[1] == ("", ("các đơn vị",))


def test_what_a_house_deals_with_is_no_order() -> None:
    assert told("1. Trung tâm Dịch vụ tổng hợp phát loa báo dân.") == [("1", ("Trung tâm Dịch vụ tổng hợp",))]


def test_what_is_done_with_a_place_says_which_is_meant() -> None:
    body = "1. Hiệu trưởng các trường được trưng dụng làm nơi sơ tán bàn giao phòng học."
    assert told(body) == [("1", ("Hiệu trưởng các trường được trưng dụng làm nơi sơ tán",))]


def test_whoever_the_list_names_only_for_a_report_gets_a_copy() -> None:
    head = LETTERHEAD.replace("- Giám đốc Sở Y tế.", "- Ban Thường vụ Tỉnh ủy (để báo cáo);\n- Giám đốc Sở Y tế.")
    found = only(read(head + "1. Sở Y tế cấp thuốc."))
    assert found.addressees_to_act == ("Chủ tịch UBND các huyện, thành phố", "Giám đốc Sở Y tế")
    assert found.copies == ("Ban Thường vụ Tỉnh ủy",)


def test_heads_of_hamlets_in_a_row_are_told_each() -> None:
    assert told("1. Bí thư chi bộ, khối trưởng, trưởng bản: đánh kẻng báo động.") == [("1", ("Bí thư chi bộ", "khối trưởng", "trưởng bản"))]


def test_a_standing_office_after_a_semicolon_is_charged() -> None:
    body = "1. Sở Y tế cấp thuốc; thường trực Ban Chỉ huy tỉnh tổng hợp số liệu.\n2. Sở Y tế cấp thuốc; thường trực 24/24 giờ."
    assert told(body) == [("1", ("Sở Y tế",)), ("1", ("thường trực Ban Chỉ huy tỉnh",)), ("2", ("Sở Y tế",))]


def test_what_owners_are_and_what_is_stored_is_part_of_the_name() -> None:
    body = "1. Các chủ rừng là tổ chức kiểm tra đường băng cản lửa.\n2. Ban Quản lý hàng dự trữ điều phối xe."
    assert told(body) == [("1", ("Các chủ rừng là tổ chức",)), ("2", ("Ban Quản lý hàng dự trữ",))]
