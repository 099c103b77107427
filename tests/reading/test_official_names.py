"""Where the name of a body begins and ends in telegrams and letters of the official form."""

from __future__ import annotations

import pytest

from tests.reading.papers import LETTERHEAD, only, orders, read
from tests.reading.test_rules import told


def test_listed_by_the_short_name_that_the_list_gives() -> None:
    text = LETTERHEAD.replace("- Giám đốc Sở Y tế.", "- Công ty Vận hành hệ thống điện (NSMO).")
    (directive,) = only(read(text + "1. NSMO lên sơ đồ cấp điện.")).directives
    assert directive.addressees == ("NSMO",)


def test_a_stamp_among_the_issuers_lines_is_no_part_of_its_name() -> None:
    text = LETTERHEAD.replace("TỈNH SƠN KHÊ\nCỘNG", "TỈNH SƠN KHÊ\nHỎA TỐC\nCỘNG", 1).replace("CÔNG ĐIỆN\nVề", "THÔNG BÁO\nVề")
    text = text.replace("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ điện:", "Kính gửi:")
    assert only(read(text + "1. Sở Y tế trực ban.")).issuer == "Ủy ban nhân dân tỉnh Sơn Khê"


def test_the_type_word_of_a_territory_ends_the_name_before_a_verb_that_no_list_knows() -> None:
    body = (
        "1. Trạm Y tế xã đun nước cho dân.\n2. Hội Phụ nữ tỉnh gói bánh.\n3. Công an huyện đảo Hòn Mơ trực cảng.\n"
        "4. Ban Chỉ huy Biên phòng tỉnh tuyến biển kiểm đếm tàu."
    )
    assert [names for _, names in told(body)] == [
        ("Trạm Y tế xã",),
        ("Hội Phụ nữ tỉnh",),
        ("Công an huyện đảo Hòn Mơ",),
        ("Ban Chỉ huy Biên phòng tỉnh tuyến biển",),
    ]


def test_a_border_post_keeps_its_whole_name() -> None:
    assert told("1. Đồn Biên phòng Cửa khẩu Khe Sặt tiếp cận hiện trường.") == [("1", ("Đồn Biên phòng Cửa khẩu Khe Sặt",))]


def test_the_number_of_a_unit_ends_its_name() -> None:
    body = "1. Trung đoàn 12, Tiểu đoàn Bộ binh 8: Sẵn sàng cơ động.\n2. Đại đội Công binh 17 nổ máy thường xuyên."
    assert told(body) == [("1", ("Trung đoàn 12", "Tiểu đoàn Bộ binh 8")), ("2", ("Đại đội Công binh 17",))]


def test_a_company_that_drains_is_named_without_its_work() -> None:
    assert told("1. Các Công ty TNHH thủy lợi tiêu nước đệm.") == [("1", ("Các Công ty TNHH thủy lợi",))]


def test_whom_the_text_calls_upon_to_join_hands_is_named_without_that() -> None:
    body = "1. Đề nghị Hội Chữ thập đỏ tỉnh, các đoàn thể chung tay góp gạo."
    assert told(body) == [("1", ("Hội Chữ thập đỏ tỉnh", "các đoàn thể"))]


def test_the_army_in_a_houses_name_does_not_end_it() -> None:
    body = "1. Tập đoàn Công nghiệp - Viễn thông Quân đội (Viettel), Công ty Khe Sặt điều xe phát sóng."
    assert told(body) == [("1", ("Tập đoàn Công nghiệp - Viễn thông Quân đội (Viettel)", "Công ty Khe Sặt"))]


def test_what_a_house_manages_is_part_of_its_name() -> None:
    assert told("1. Cục Quản lý xây dựng và bến bãi kiểm tra công trường.") == [("1", ("Cục Quản lý xây dựng và bến bãi",))]
    assert told("1. Lữ đoàn Thông tin liên lạc, Sở Y tế trực ban.") == [("1", ("Lữ đoàn Thông tin liên lạc", "Sở Y tế"))]


def test_recipients_whose_lines_ran_together_are_several() -> None:
    text = (
        LETTERHEAD.replace(";\n- Giám đốc Sở Y tế.\n", "; - Giám đốc Sở Y tế; - Các bệnh viện: Khe Sặt, Đồng Vai.\n")
        + "1. Sở Y tế cấp thuốc."
    )
    assert only(read(text)).addressees_to_act == (
        "Chủ tịch UBND các huyện, thành phố",
        "Giám đốc Sở Y tế",
        "Bệnh viện Khe Sặt",
        "Bệnh viện Đồng Vai",
    )


def test_other_central_agencies_in_a_row_are_told_through_their_heads() -> None:
    body = "1. Thủ trưởng cơ quan ngang Bộ, cơ quan thuộc Chính phủ, cơ quan khác ở Trung ương trực ban."
    assert told(body) == [
        ("1", ("Thủ trưởng cơ quan ngang Bộ", "Thủ trưởng cơ quan thuộc Chính phủ", "Thủ trưởng cơ quan khác ở Trung ương"))
    ]


def test_a_recipient_may_follow_the_word_that_telegraphs_without_a_space() -> None:
    text = LETTERHEAD.split("CHỦ TỊCH")[0] + "BAN CHỈ ĐẠO PHÒNG CHỐNG THIÊN TAI\nĐIỆN:Bộ Y tế\nĐể giữ thông đường sá\n1. Cấp thuốc cho dân."
    document = only(read(text))
    assert document.addressees_to_act == ("Bộ Y tế",)
    assert [(d.section, d.addressees) for d in document.directives] == [("1", ("Bộ Y tế",))]


def test_a_stress_in_brackets_is_no_part_of_a_name() -> None:
    body = "1. Chủ tịch UBND các xã, phường (đặc biệt các xã ven biển: Khe Sặt, Đồng Vai) cấm biển.\n2. Các đồn (nhất là ở cửa sông) trực."
    assert told(body) == [("1", ("Chủ tịch UBND các xã, phường",)), ("2", ("Các đồn",))]


def test_a_kind_of_command_with_a_colon_lends_its_word_to_each() -> None:
    text = LETTERHEAD.replace("- Giám đốc Sở Y tế.", "- Bộ Tư lệnh: BĐBP, Cảnh sát biển;\n- Binh đoàn: 91, 92.")
    assert only(read(text + "1. Trực ban 24/24 giờ.")).addressees_to_act[1:] == (
        "Bộ Tư lệnh BĐBP",
        "Bộ Tư lệnh Cảnh sát biển",
        "Binh đoàn 91",
        "Binh đoàn 92",
    )


def test_a_house_of_post_and_power_keeps_its_whole_name() -> None:
    body = "1. Công ty Viễn thông Điện lực và Thông tin Sơn Khê kiểm tra cáp vào bờ."
    assert told(body) == [("1", ("Công ty Viễn thông Điện lực và Thông tin Sơn Khê",))]


def test_what_is_supplied_is_no_tier_of_government() -> None:
    body = "1. Công ty Điện lực Sơn Khê:\n- Kiểm tra trạm biến áp.\n- Cấp điện lại cho trạm bơm, bệnh viện trong 6 giờ."
    assert [names for _, names in told(body)] == [("Công ty Điện lực Sơn Khê",)]


def test_units_of_a_ministry_are_listed_one_by_one() -> None:
    text = LETTERHEAD.replace("- Giám đốc Sở Y tế.", "- Các đơn vị thuộc Bộ: Cục Đê Kè, Cục Chăn tằm.")
    assert only(read(text + "1. Sở Y tế trực ban.")).addressees_to_act[1:] == ("Cục Đê Kè", "Cục Chăn tằm")


def test_a_reserve_is_ordered_to_be_one() -> None:
    assert told("1. Lữ đoàn 12 trực ban. Đại đội 3 làm lực lượng dự bị.") == [("1", ("Lữ đoàn 12",)), ("1", ("Đại đội 3",))]


def test_quarters_of_a_commune_are_charged_by_name() -> None:
    body = "1. Trưởng các thôn báo cho dân; các khối Tân Mơ, Đồng Vai và thôn Khe Sặt kê cao.\n2. Trạm Y tế xã + Đoàn Thanh niên xã: trực."
    assert [names for _, names in told(body)] == [
        ("Trưởng các thôn",),
        ("khối Tân Mơ", "khối Đồng Vai", "thôn Khe Sặt"),
        ("Trạm Y tế xã", "Đoàn Thanh niên xã"),
    ]


def test_a_publisher_is_a_body_and_a_level_of_danger_is_none() -> None:
    body = "1. Nhà xuất bản Sơn Khê gửi sách.\n2. UBND các xã:\n- Cấp dự báo cháy rừng là cấp V: cấm đốt nương."
    assert [names for _, names in told(body)] == [("Nhà xuất bản Sơn Khê",), ("UBND các xã",)]


def test_numbered_recipients_may_end_without_a_sign() -> None:
    text = LETTERHEAD.replace(
        "- Chủ tịch UBND các huyện, thành phố;\n- Giám đốc Sở Y tế.", "1. Chủ tịch UBND các huyện\n2. Giám đốc Sở Y tế"
    )
    found = only(read(text + "a) Sở Xây dựng hót sụt đèo Mơ.\nb) Xã Khe Sặt, xã Đồng Vai căng dây quanh hố."))
    assert found.addressees_to_act == ("Chủ tịch UBND các huyện", "Giám đốc Sở Y tế")
    assert [d.addressees for d in found.directives] == [("Sở Xây dựng",), ("Xã Khe Sặt", "xã Đồng Vai")]


def test_rescue_is_ordered_and_part_of_names() -> None:
    body = "1. Đồn Biên phòng Hòn Mơ cứu hộ cầu phao.\n2. Đội cứu hộ số 3, Đội cứu hộ số 4 trực ban."
    assert [names for _, names in told(body)] == [("Đồn Biên phòng Hòn Mơ",), ("Đội cứu hộ số 3", "Đội cứu hộ số 4")]


def test_a_list_with_a_colon_ends_where_another_list_begins() -> None:
    text = LETTERHEAD.replace("- Giám đốc Sở Y tế.", "Các Công ty Thủy điện: Khe Sặt, Hòn Mơ; Các Ban Quản lý đập 1, 2.")
    found = only(read(text + "1. Sở Y tế trực ban.")).addressees_to_act[1:]
    assert found == ("Công ty Thủy điện Khe Sặt", "Công ty Thủy điện Hòn Mơ", "Ban Quản lý đập 1", "Ban Quản lý đập 2")


@pytest.mark.parametrize("name", ["Cục Xuất nhập khẩu", "Hiệp hội Rau quả Sơn Khê", "Các ngân hàng thương mại", "Các tổ chức tín dụng"])
def test_whoever_has_to_do_with_trade_and_money_is_charged_by_name(name: str) -> None:
    assert [d.addressees for d in orders(f"1. {name} chủ trì giảm lãi suất cho người bị lũ.")] == [(name,)]


def test_that_tasks_follow_is_no_part_of_the_last_name() -> None:
    body = "Yêu cầu Giám đốc Sở Y tế, Chủ tịch UBND các huyện những nhiệm vụ cụ thể sau:\n- Cấp thuốc.\n- Trực cấp cứu."
    assert {d.addressees for d in orders(body)} == {("Giám đốc Sở Y tế", "Chủ tịch UBND các huyện")}


def test_parliament_and_the_auditors_are_asked_by_name() -> None:
    (order,) = orders("1. Đề nghị Quốc hội, Kiểm toán nhà nước giám sát việc cấp thuốc.")
    assert order.addressees == ("Quốc hội", "Kiểm toán nhà nước")
