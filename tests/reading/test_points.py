"""Tests of points and charges that follow one another in one line."""

from __future__ import annotations

import pytest

from tests.reading.papers import LETTERHEAD, only, orders, read
from tests.reading.test_rules import TO_ALL, told

OF_GOVERNMENT = LETTERHEAD.replace("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ điện:", "THỦ TƯỚNG CHÍNH PHỦ điện:")


def charged(body: str) -> list[tuple[str, ...]]:
    """The addressees of each directive of a Prime Minister's telegram."""
    return [d.addressees for d in only(read(OF_GOVERNMENT + body)).directives]


@pytest.mark.parametrize(
    "body",
    [
        "1. Giao các Sở: a) Sở Y tế cấp thuốc; b) Sở Xây dựng kiểm tra các cầu yếu.\n2. Trực ban 24/24 giờ.",
        "1. Giao các Sở:\na) Sở Y tế cấp thuốc;\nb) Sở Xây dựng kiểm tra các cầu yếu.\n2. Trực ban 24/24 giờ.",
    ],
)
def test_points_in_one_line_are_read_as_those_in_lines_of_their_own(body: str) -> None:
    assert told(body) == [("1.a", ("Sở Y tế",)), ("1.b", ("Sở Xây dựng",)), ("2", TO_ALL)]


@pytest.mark.parametrize("sign", [".", ")"])
@pytest.mark.parametrize("stop", [".", ";"])
def test_numbers_that_follow_one_another_in_one_line_are_points(sign: str, stop: str) -> None:
    body = f"1{sign} Sở Y tế: cấp thuốc{stop} 2{sign} Công an tỉnh: cắm biển báo{stop} 3{sign} Sở Xây dựng: kiểm tra cầu."
    assert told(body) == [("1", ("Sở Y tế",)), ("2", ("Công an tỉnh",)), ("3", ("Sở Xây dựng",))]
    assert orders(body)[0].text == f"1{sign} Sở Y tế: cấp thuốc{stop}"


def test_letters_within_numbers_in_one_line_belong_to_their_number() -> None:
    body = "1. Sở Y tế: a) Cấp thuốc; b) Trực cấp cứu. 2. Sở Công Thương: a) Dự trữ hàng; b) Bình ổn giá."
    assert told(body) == [("1", ("Sở Y tế",)), ("2", ("Sở Công Thương",))]
    assert [a.text for a in orders(body)[1].actions] == ["Dự trữ hàng", "Bình ổn giá"]


def test_the_points_of_one_line_complete_their_heading() -> None:
    assert charged("1. Bộ trưởng các Bộ: a) Công Thương chỉ đạo giữ điện; b) Xây dựng kiểm tra cầu.") == [
        ("Bộ trưởng Bộ Công Thương",),
        ("Bộ trưởng Bộ Xây dựng",),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "1. Sở Y tế cấp thuốc theo điểm a) khoản 2 và điểm b) khoản 3 của quy chế.",
        "1. Sở Y tế cấp thuốc tại các nơi sau: a) thôn Suối Mơ; b) thôn Đồng Vai.",
        "1. Sở Y tế cấp thuốc cho hai tổ: 1. Tổ Một; 2. Tổ Hai.",
        "1. Sở Y tế cấp thuốc; danh sách có các mục: 2. Bệnh viện; 3. Trường học.",
    ],
)
def test_what_is_counted_up_within_an_order_is_no_point(body: str) -> None:
    assert told(body) == [("1", ("Sở Y tế",))]


@pytest.mark.parametrize(
    "body",
    [
        "1. Phân công các đồng chí Phó Chủ tịch UBND tỉnh: Lê Văn Mẫu phụ trách huyện Vân Hồ; Trần Thử phụ trách huyện Suối Mơ.",
        "1. Phân công các Phó Chủ tịch UBND tỉnh: đồng chí Lê Văn Mẫu phụ trách huyện Vân Hồ; đồng chí Trần Thử phụ trách huyện Suối Mơ.",
        "1. Phân công các đồng chí Phó Chủ tịch UBND tỉnh:\n- Lê Văn Mẫu phụ trách huyện Vân Hồ;\n- Trần Thử phụ trách huyện Suối Mơ.",
    ],
)
def test_each_deputy_has_what_is_charged_to_him_under_the_name_of_their_office(body: str) -> None:
    assert told(body) == [("1", ("Phó Chủ tịch UBND tỉnh Lê Văn Mẫu",)), ("1", ("Phó Chủ tịch UBND tỉnh Trần Thử",))]


def test_deputies_of_the_prime_minister_are_charged_under_the_name_of_their_office() -> None:
    body = "1. Phân công các Phó Thủ tướng: Lê Văn Mẫu trực tiếp chỉ đạo việc cứu trợ, Trần Văn Thử trực tiếp chỉ đạo việc sơ tán."
    assert charged(body) == [("Phó Thủ tướng Lê Văn Mẫu",), ("Phó Thủ tướng Trần Văn Thử",)]


def test_owners_of_all_of_a_kind_are_turned_to_after_a_semicolon() -> None:
    body = "1. Sở Y tế kiểm tra các bến đò; chủ các bè cá di dời bè về nơi an toàn."
    assert charged(body) == [("Sở Y tế",), ("chủ các bè cá",)]


def test_each_may_be_charged_under_his_own_office_without_a_verb() -> None:
    body = (
        "1. Phân công các đồng chí lãnh đạo Chính phủ đến nơi chỉ đạo: "
        "Phó Thủ tướng Lê Văn Mẫu tại tỉnh Sơn Khê; Phó Thủ tướng Trần Thử tại tỉnh Cam Khê."
    )
    assert charged(body) == [("Phó Thủ tướng Lê Văn Mẫu",), ("Phó Thủ tướng Trần Thử",)]


@pytest.mark.parametrize(
    ("body", "second"),
    [
        ("1. Phó Thủ tướng Lê Mẫu trực tiếp chỉ đạo, Văn phòng Chính phủ theo dõi, đôn đốc thực hiện.", "Văn phòng Chính phủ"),
        ("1. Giao Phó Thủ tướng Lê Mẫu chỉ đạo việc cứu trợ, Văn phòng Chính phủ theo dõi.", "Văn phòng Chính phủ"),
        (
            "1. Giao Phó Thủ tướng Lê Mẫu làm Tổng chỉ huy; Bộ Xây dựng là cơ quan thường trực, tổng hợp báo cáo Thủ tướng.",
            "Bộ Xây dựng",
        ),
        (
            "1. Giao Phó Thủ tướng Lê Mẫu chỉ đạo tại tỉnh Sơn Khê, Phó Thủ tướng Trần Thử chỉ đạo tại tỉnh Cam Khê.",
            "Phó Thủ tướng Trần Thử",
        ),
    ],
)
def test_a_second_body_in_the_same_sentence_has_its_own_order(body: str, second: str) -> None:
    assert charged(body) == [("Phó Thủ tướng Lê Mẫu",), (second,)]


@pytest.mark.parametrize(
    "body",
    [
        "1. Sở Y tế phối hợp với Công an tỉnh, Sở Xây dựng kiểm tra cầu.",
        "1. Sở Y tế tổng hợp, báo cáo Văn phòng UBND tỉnh, Ban Chỉ huy tỉnh theo dõi.",
        "1. Sở Y tế chỉ đạo Bệnh viện tỉnh, Trung tâm Cấp cứu trực 24/24 giờ.",
        "1. Sở Y tế tham mưu, Chủ tịch UBND tỉnh xem xét, quyết định.",
    ],
)
def test_whoever_is_told_or_reported_to_within_an_order_has_none_of_his_own(body: str) -> None:
    assert told(body) == [("1", ("Sở Y tế",))]


def test_a_heading_of_names_without_a_mark_has_the_numbered_list_below_it() -> None:
    body = (
        "Sở Xây dựng:\n1. Thông tuyến đường.\n2. Giữ cầu.\nĐối với Sở Y tế:\n1. Cấp thuốc.\n2. Trực cấp cứu.\n"
        "CÁC XÃ VEN SÔNG\n1. Gác đê.\n2. Cấm đò.\nTổ chức trực ban 24/24 giờ."
    )
    assert [names for _, names in told(body)] == [("Sở Xây dựng",), ("Sở Y tế",), ("Các xã ven sông",), TO_ALL]


def test_numbers_that_go_on_after_a_heading_are_none_of_its_own() -> None:
    body = "1. Sở Y tế cấp thuốc.\nSở Xây dựng:\n- Giữ cầu.\n2. Trực ban 24/24 giờ."
    assert [names for _, names in told(body)] == [("Sở Y tế",), ("Sở Xây dựng",), TO_ALL]


def test_a_command_in_capitals_is_for_the_office_that_it_names() -> None:
    body = "LỆNH CHO GIÁM ĐỐC CÔNG TY THỦY ĐIỆN KHE SẶT:\n1. Giảm dần lưu lượng xả.\n2. Báo mực nước 15 phút/lần.\nSở Y tế cấp thuốc."
    assert [names for _, names in told(f"Mưa to.\n{body}")] == [("Giám đốc Công ty Thủy điện Khe Sặt",), ("Sở Y tế",)]


def test_a_heading_under_a_star_has_the_numbered_list_below_it() -> None:
    body = "* Đối với các xã ven sông:\n1. Gác đê.\n2. Cấm đò.\n* Đối với các xã miền núi:\n1. Di dời dân."
    names = [names for _, names in told(body)]
    assert set(names) == {("các xã ven sông",), ("các xã miền núi",)}


def test_points_in_brackets_after_the_words_that_ask_are_each_one_s_own() -> None:
    body = "Trời còn mưa. UBND tỉnh yêu cầu: (1) Sở Y tế chỉ đạo cấp thuốc cho dân; (2) Công an tỉnh chốt chặn ngầm tràn; (3) trực ban."
    text = LETTERHEAD.replace("Mưa to đã gây ngập nhiều nơi. Chủ tịch UBND tỉnh yêu cầu:\n", body)
    read_as = [(d.section, d.addressees) for d in only(read(text)).directives]
    assert read_as == [("(1)", ("Sở Y tế",)), ("(2)", ("Công an tỉnh",)), ("(3)", TO_ALL)]


@pytest.mark.parametrize(
    "when",
    [
        "Trước ngày 05 tháng 6 năm 2025",
        "Trong tháng 6 năm 2025",
        "Ngay trong quý II năm 2025",
        "Hằng tuần, vào 10 giờ",
        "Định kỳ trước ngày 25 hằng tháng",
        "Khi có ổ dịch",
    ],
)
def test_when_something_is_due_opens_the_order_after_a_colon_and_is_no_part_of_the_name(when: str) -> None:
    assert told(f"1. Sở Y tế: {when} báo cáo UBND tỉnh.") == [("1", ("Sở Y tế",))]


@pytest.mark.parametrize(
    "when", ["Trước ngày 15 tháng 6 năm 2025", "Chậm nhất ngày 15/6/2025", "Trong quý III/2025", "Ngay trong năm 2025"]
)
def test_what_is_due_by_a_day_that_is_named_first_is_the_order_of_whoever_is_named_after_it(when: str) -> None:
    (order,) = orders(f"1. {when}, Sở Y tế trình UBND tỉnh đề án.")
    assert order.addressees == ("Sở Y tế",)
    assert order.deadline is not None
    assert order.deadline.text.lower() in when.lower()


def test_by_when_between_commas_is_no_part_of_a_name() -> None:
    assert told("1. Thanh tra tỉnh, trong năm 2025, hoàn thành thanh tra ba dự án.") == [("1", ("Thanh tra tỉnh",))]


@pytest.mark.parametrize(
    "order", ["Cho mượn kho lạnh", "Vá lại mái trạm", "Kiểm kê thuốc", "Đấu thầu vật tư", "Luân chuyển bác sĩ", "Truy tố kẻ trộm"]
)
@pytest.mark.parametrize("name", ["Sở Y tế", "Chủ tịch UBND huyện Khe Sặt"])
def test_after_a_name_and_a_colon_any_word_of_which_one_letter_is_large_opens_the_order(name: str, order: str) -> None:
    assert told(f"1. {name}: {order} theo quy định.") == [("1", (name,))]


def test_what_completes_a_list_of_offices_after_a_colon_opens_no_order() -> None:
    assert charged("1. Bộ trưởng các Bộ: Quốc phòng, Y tế cử bác sĩ ra đảo.") == [("Bộ trưởng Bộ Quốc phòng", "Bộ trưởng Bộ Y tế")]
    assert charged("1. Các Binh chủng: Pháo binh, Thông tin cử người đi tìm.") == [("Binh chủng Pháo binh", "Binh chủng Thông tin")]
    assert told("1. Đài Phát thanh: Truyền hình Sơn Khê đưa tin về lũ.") == [("1", ("Đài Phát thanh: Truyền hình Sơn Khê",))]
    assert charged("1. Bộ trưởng Bộ: Quốc phòng, Y tế cử bác sĩ ra đảo.") == [("Bộ trưởng Bộ Quốc phòng", "Bộ trưởng Bộ Y tế")]


def test_an_order_may_open_with_a_large_letter_after_places_by_the_sea() -> None:
    body = "1. Chủ tịch UBND các xã, phường ven biển: Chịu trách nhiệm trước Chủ tịch UBND tỉnh nếu còn người trên lồng bè."
    assert told(body) == [("1", ("Chủ tịch UBND các xã, phường ven biển",))]


def test_to_whom_something_is_reported_by_a_day_is_not_charged_with_it() -> None:
    body = "1. Sở Y tế: Cấp thuốc cho các trạm. Chậm nhất ngày 15/9/2024, báo cáo Bộ Y tế kết quả."
    assert {names for _, names in told(body)} == {("Sở Y tế",)}


def test_a_meeting_every_week_is_no_charge() -> None:
    assert told("1. Sở Y tế:\na) Giao ban hằng tuần với các trạm.\nb) Cấp thuốc.") == [("1", ("Sở Y tế",))]
    assert told("1. Giao Ban Chỉ huy Quân sự huyện cấp thuốc.") == [("1", ("Ban Chỉ huy Quân sự huyện",))]
