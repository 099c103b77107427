"""Tests of orders as official papers set them: headings in capitals, notices of conclusions, telegrams that amend or end another."""

from __future__ import annotations

import pytest

from alertd.model.documents import DocumentKind
from tests.reading.papers import LETTERHEAD, only, orders, read
from tests.reading.test_rules import TO_ALL, told


def test_capitals_a_heading_names_whoever_its_points_charge() -> None:
    body = (
        "I. SỞ Y TẾ CÁC HUYỆN: KHE SẶT, ĐỒNG VAI\n1. Cấp thuốc cho dân.\n2. Trực cấp cứu.\n"
        "II. CÁC BỆNH VIỆN TUYẾN TỈNH\nTiếp nhận người bệnh từ các bệnh viện tuyến tỉnh khác.\n"
        "III. ĐỐI VỚI CÁC XÃ VEN SÔNG\nCanh gác đê ngày đêm.\nIV. TỔ CHỨC THỰC HIỆN\nCác đơn vị trực ban 24/24 giờ."
    )
    assert [names for _, names in told(body)] == [
        ("Sở Y tế huyện Khe Sặt", "Sở Y tế huyện Đồng Vai"),
        ("Các Bệnh viện tuyến tỉnh",),
        ("Các xã ven sông",),
        ("Các đơn vị",),
    ]


def test_continued_a_line_that_only_opens_what_follows_orders_nothing() -> None:
    body = (
        "1. Sở Y tế cấp thuốc.\n2. Bổ sung điểm 2a như sau:\n"
        '"2a. Công an tỉnh, Sở Xây dựng chốt chặn các ngầm tràn."\n'
        "3. Thực hiện tốt các việc sau:\na) Trực ban 24/24 giờ."
    )
    assert told(body) == [("1", ("Sở Y tế",)), ("", ("Công an tỉnh", "Sở Xây dựng")), ("3", TO_ALL)]


def test_named_what_the_issuer_praises_or_notes_is_no_order() -> None:
    body = "1. Ghi nhận, biểu dương các lực lượng đã cứu dân.\n2. Cơ bản thống nhất với báo cáo của Sở Y tế.\n3. Sở Y tế cấp thuốc."
    assert told(body) == [("3", ("Sở Y tế",))]


def test_what_is_asked_in_the_same_sentence_as_praise_or_consent_is_an_order() -> None:
    body = (
        "1. Ghi nhận nỗ lực của các xã và yêu cầu UBND xã Khe Sặt tiếp tục di dời dân.\n"
        "2. Cảm ơn bộ đội; đề nghị Sở Y tế cử hai tổ cấp cứu.\n"
        "3. Công điện này thay thế Công điện số 08/CĐ-UBND; yêu cầu UBND xã Mẫu Thượng sơ tán dân trước 17 giờ.\n"
        "4. Thống nhất với đề xuất của Sở Giáo dục và Đào tạo, giao Sở Giáo dục và Đào tạo cho học sinh nghỉ học."
    )
    orders = told(body)
    assert [addressees for section, addressees in orders if section in {"1", "4"}] == [
        ("UBND xã Khe Sặt",),
        ("Sở Giáo dục và Đào tạo",),
    ]
    assert ("Sở Y tế",) in [addressees for _, addressees in orders]
    assert "3" in [section for section, _ in orders]


def test_what_a_telegram_says_of_its_own_validity_is_no_order() -> None:
    body = "1. Sở Y tế cấp thuốc.\n2. Công điện này thay thế Công điện số 04/CĐ-UBND ngày 9/9/2024./."
    assert told(body) == [("1", ("Sở Y tế",))]


def test_named_what_a_work_or_place_is_dealt_with_by_stands_after_it() -> None:
    body = "1. Các chủ hồ vận hành đúng quy trình. Riêng hồ Khe Sặt, Công ty Thủy lợi Bắc Khê duy trì xả 150 m3/s."
    assert told(body) == [("1", ("Các chủ hồ",)), ("1", ("Công ty Thủy lợi Bắc Khê",))]


def test_issuer_tells_and_asks_in_one_breath() -> None:
    body = "1. Sở Y tế cấp thuốc.\nChủ tịch UBND tỉnh thông báo và yêu cầu các xã ven sông dọn đồ lên cao."
    assert told(body)[-1] == ("", ("các xã ven sông",))


def test_listed_whoever_is_on_the_list_is_known_whatever_verb_follows() -> None:
    body = "1. Giám đốc Sở Y tế xông pha vào vùng lũ.\n2. Ban Chỉ huy Biên phòng (Bộ Chỉ huy Quân sự tỉnh) quăng dây cho tàu bị nạn."
    assert told(body) == [("1", ("Giám đốc Sở Y tế",)), ("2", ("Ban Chỉ huy Biên phòng (Bộ Chỉ huy Quân sự tỉnh)",))]


def test_named_when_may_stand_before_the_names_without_a_comma() -> None:
    body = "1. Sở Y tế cấp thuốc.\n2. Hằng ngày trước 16 giờ 00 phút các đơn vị báo cáo về Sở Y tế."
    assert told(body)[-1] == ("2", ("các đơn vị",))


def test_another_telegram_that_ends_is_no_order() -> None:
    body = "1. Sở Y tế dùng loa báo tin.\n2. Công điện số 04/CĐ-UBND ngày 9/9/2024 hết hiệu lực kể từ 14 giờ hôm nay."
    assert told(body) == [("1", ("Sở Y tế",))]


def test_two_offices_telegraph_together() -> None:
    text = LETTERHEAD.replace("CÔNG ĐIỆN\n", "CÔNG ĐIỆN LIÊN TỊCH\n").replace("TỈNH SƠN KHÊ\nCỘNG", "TỈNH SƠN KHÊ\nLIÊN TỊCH\nCỘNG", 1)
    document = only(read(text + "1. Giao Sở Y tế cấp thuốc."))
    assert (document.issuer, document.subject) == ("Chủ tịch Ủy ban nhân dân tỉnh Sơn Khê", "ứng phó mưa lũ")


def test_the_one_recipient_may_stand_right_after_the_word() -> None:
    office = "BỘ TRƯỞNG BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG\nĐiện: Giám đốc Công ty Thủy điện Khe Sặt\n"
    head, _, _ = LETTERHEAD.partition("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ điện:")
    document = only(
        read(head + office + "Bộ trưởng Bộ Nông nghiệp và Môi trường lệnh cho Giám đốc Công ty Thủy điện Khe Sặt mở 01 cửa xả.")
    )
    assert document.issuer == "Bộ trưởng Bộ Nông nghiệp và Môi trường"
    assert document.addressees_to_act == ("Giám đốc Công ty Thủy điện Khe Sặt",)


def test_assigned_a_house_that_cannot_command_asks_kindly() -> None:
    body = "1. Sở Y tế cấp thuốc.\nKính đề nghị UBND các xã báo tin cho dân ven suối."
    assert told(body)[-1] == ("", ("UBND các xã",))


def test_a_numbered_order_by_an_unknown_verb_may_turn_to_somebody_after_a_semicolon() -> None:
    body = "1. Chợ đêm nghỉ bán từ 0 giờ ngày 22/7; giao Sở Y tế trực cấp cứu."
    assert told(body) == [("1", TO_ALL), ("1", ("Sở Y tế",))]


def test_named_after_what_it_has_to_do_besides() -> None:
    assert told("1. Ngoài nhiệm vụ nêu trên, Sở Y tế cấp thuốc cho các xã.") == [("1", ("Sở Y tế",))]


def test_numbers_with_two_signs_open_orders_as_any_others_do() -> None:
    body = "1./ Đối với Sở Y tế: cấp thuốc cho dân.\n2./ Sở Xây dựng gia cố kè Khe Sặt.\n2.1./ Riêng Công an tỉnh chốt chặn ngầm Đồng Vai."
    assert told(body) == [("1", ("Sở Y tế",)), ("2", ("Sở Xây dựng",)), ("2.1", ("Công an tỉnh",))]


def test_what_an_operator_announces_point_by_point_is_no_order_and_what_it_asks_is() -> None:
    head = (
        LETTERHEAD.replace("CÔNG ĐIỆN", "THÔNG BÁO")
        .replace("/CĐ-", "/TB-")
        .replace("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ điện:", "Kính gửi:")
    )
    head = head.replace("Chủ tịch UBND tỉnh yêu cầu:", "Công ty Thủy điện Sông Ngân thông báo như sau:")
    points = "1. Thời gian bắt đầu xả: 08 giờ ngày 11/9/2024.\n2. Lưu lượng xả: từ 200 đến 300 m3/s.\n"
    points += "3. Thời gian báo cáo: trước 16 giờ hằng ngày.\n"
    found = only(read(head + points + "Đề nghị UBND các xã thông báo cho nhân dân vùng hạ du."))
    assert [d.section for d in found.directives] == ["3", ""]


def test_the_points_of_an_order_to_release_are_orders() -> None:
    body = "1. Thời gian mở cửa xả: 14 giờ ngày 11/9/2024.\n2. Lưu lượng xả: 300 m3/s."
    assert [section for section, _ in told(body)] == ["1", "2"]


def test_a_territory_after_a_semicolon_may_be_charged_by_its_name_alone() -> None:
    body = "1. UBND các xã sơ tán dân; xã Khe Sặt, xã Đồng Vai điều ngay hai máy xúc đến cầu Suối Mơ."
    assert told(body) == [("1", ("UBND các xã",)), ("1", ("xã Khe Sặt", "xã Đồng Vai"))]


def test_each_comrade_has_what_is_charged_to_him() -> None:
    body = "1. Phân công: đồng chí Giám đốc Sở Y tế phụ trách xã Khe Sặt; đồng chí Giám đốc Sở Xây dựng phụ trách xã Đồng Vai."
    assert told(body) == [("1", ("Giám đốc Sở Y tế",)), ("1", ("Giám đốc Sở Xây dựng",))]


def test_a_closing_line_on_what_must_be_reported_binds_all() -> None:
    body = "1. Sở Y tế cấp thuốc.\nMọi thông tin báo cáo về Văn phòng Ban Chỉ huy tỉnh 30 phút một lần."
    assert told(body) == [("1", ("Sở Y tế",)), ("", TO_ALL)]
    body = "1. Sở Y tế cấp thuốc.\nTrong quá trình thực hiện, có vướng mắc, báo cáo ngay về Văn phòng Ban Chỉ huy tỉnh."
    assert told(body) == [("1", ("Sở Y tế",)), ("", TO_ALL)]


def test_a_letter_whose_symbol_looks_like_another_kind_is_a_letter() -> None:
    head = (
        "SỞ NÔNG NGHIỆP VÀ PTNT SƠN KHÊ\nCHI CỤC KIỂM LÂM\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        "Số: 51/KL-QLBVR\nSơn Khê, ngày 02 tháng 6 năm 2023\nKính gửi: Các Hạt Kiểm lâm Khe Sặt, Đồng Vai.\n"
    )
    found = only(read(head + "Yêu cầu các Hạt Kiểm lâm trực gác cửa rừng 24/24 giờ."))
    assert found.kind is DocumentKind.CONG_VAN
    assert found.addressees_to_act == ("Hạt Kiểm lâm Khe Sặt", "Hạt Kiểm lâm Đồng Vai")


def test_whoever_is_telegraphed_politely_must_act() -> None:
    head = LETTERHEAD.replace("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ điện:", "Kính điện:")
    assert only(read(head + "1. Sở Y tế cấp thuốc.")).addressees_to_act == ("Chủ tịch UBND các huyện, thành phố", "Giám đốc Sở Y tế")


def test_whoever_stands_between_the_colon_and_the_comma_is_charged_too() -> None:
    body = "1. Đối với vùng hạ du hồ Suối Mơ: UBND xã Khe Sặt, UBND xã Đồng Vai thông báo cho dân."
    assert told(body) == [("1", ("UBND xã Khe Sặt", "UBND xã Đồng Vai"))]


def test_whoever_is_charged_after_what_is_to_be_done_has_it() -> None:
    assert told("1. Hỗ trợ gạo cho dân: giao Sở Nội vụ đề xuất.") == [("1", ("Sở Nội vụ",))]
    assert told("1. Sở Nội vụ:\n- Chỉ đạo trực ban: Chi cục Dân số kiểm tra.") == [("1", ("Sở Nội vụ",))]


def test_whoever_does_a_work_by_the_word_do_is_charged() -> None:
    assert told("1. Công tác hậu cần\nDo Sở Công Thương chủ trì, Sở Y tế phối hợp.\n2. Trực ban.")[0] == ("", ("Sở Công Thương",))


def test_a_closing_line_on_when_all_must_be_done_binds_all() -> None:
    body = "1. Sở Y tế cấp thuốc.\nThời gian hoàn thành các nội dung trên xong trước ngày 15/9/2024."
    assert told(body) == [("1", ("Sở Y tế",)), ("", TO_ALL)]


def test_bracketed_whoever_is_charged_in_brackets_has_the_order() -> None:
    body = (
        "1. Cưỡng chế các hộ không di dời (giao UBND huyện Khe Sặt).\n"
        "2. Mở kho gạo (Sở Công Thương chủ trì, phối hợp Sở Tài chính thực hiện).\n"
        "3. Gửi số liệu về Văn phòng (Sở Xây dựng)."
    )
    assert told(body) == [("1", ("UBND huyện Khe Sặt",)), ("2", ("Sở Công Thương",)), ("3", TO_ALL)]


def test_each_of_a_kind_and_whoever_is_empowered_are_charged() -> None:
    assert told("1. Mỗi thôn cử hai mươi người.\n2. Ủy quyền cho Chủ tịch UBND cấp huyện quyết định việc cấm biển.") == [
        ("1", ("Mỗi thôn",)),
        ("2", ("Chủ tịch UBND cấp huyện",)),
    ]


def test_the_list_of_recipients_may_begin_with_its_dash_in_the_line_of_the_word() -> None:
    head = LETTERHEAD.replace("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ điện:\n- Chủ tịch", "Điện: - Công an tỉnh;\n- Chủ tịch")
    found = only(read(head + "1. Sở Y tế cấp thuốc."))
    assert found.issuer == "Ủy ban nhân dân tỉnh Sơn Khê"
    assert found.addressees_to_act == (
        "Công an tỉnh",
        "Chủ tịch UBND các huyện, thành phố",
        "Giám đốc Sở Y tế",
    )


def test_what_people_cannot_do_says_who_is_meant() -> None:
    body = "1. Các thôn chưa thể tiếp cận bằng thuyền dùng loa báo nhu cầu.\n2. Các xã không thể khôi phục điện đề xuất máy phát."
    assert told(body) == [("1", ("Các thôn chưa thể tiếp cận bằng thuyền",)), ("2", ("Các xã không thể khôi phục điện",))]


def test_after_one_deputy_who_is_charged_the_next_is_too() -> None:
    head = LETTERHEAD.replace("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ điện:", "THỦ TƯỚNG CHÍNH PHỦ điện:")
    body = "1. Phân công Phó Thủ tướng Lê Mẫu trực tiếp chỉ đạo việc cứu trợ; Phó Thủ tướng Trần Thử chỉ đạo việc sơ tán."
    assert [d.addressees for d in only(read(head + body)).directives] == [("Phó Thủ tướng Lê Mẫu",), ("Phó Thủ tướng Trần Thử",)]


def test_a_duty_said_by_a_verb_is_an_order_before_the_next_body() -> None:
    body = "1. Chi cục Thú y theo nhiệm vụ hướng dẫn tiêu độc; Trạm Y tế xã cấp thuốc."
    assert told(body) == [("1", ("Chi cục Thú y",)), ("1", ("Trạm Y tế xã",))]


def test_an_introduction_that_says_how_orders_something_although_a_list_follows() -> None:
    asks = "Chủ tịch Ủy ban nhân dân tỉnh yêu cầu các xã, phường "
    general = told(asks + "triển khai công tác chống hạn theo phương châm “tự lo trước”, trong đó lưu ý:\n1. Sở Y tế cấp thuốc.")
    assert general == [("", ("các xã, phường",)), ("1", ("Sở Y tế",))]
    assert told(asks + "triển khai ngay một số nhiệm vụ trọng tâm:\n1. Sở Y tế cấp thuốc.") == [("1", ("Sở Y tế",))]


def test_a_deputy_in_a_point_of_its_own_is_charged() -> None:
    head = LETTERHEAD.replace("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ điện:", "THỦ TƯỚNG CHÍNH PHỦ điện:")
    body = "1. Phó Thủ tướng Lê Mẫu được giao chỉ đạo việc cứu trợ.\n2. Phó Thủ tướng Trần Thử chỉ đạo việc sơ tán."
    assert [d.addressees for d in only(read(head + body)).directives] == [("Phó Thủ tướng Lê Mẫu",), ("Phó Thủ tướng Trần Thử",)]
    body = "1. Phó Thủ tướng Lê Mẫu thành lập và chỉ đạo Ban Chỉ đạo tiền phương đặt tại Khe Sặt."
    assert [d.addressees for d in only(read(head + body)).directives] == [("Phó Thủ tướng Lê Mẫu",)]


def test_a_person_is_charged_with_the_office_that_stands_beside_the_name() -> None:
    body = (
        "1. Giao đồng chí Lê Văn Mẫu - Phó Chủ tịch UBND tỉnh trực tiếp chỉ đạo việc chống rét.\n"
        "2. Phân công ông Trần Thử, Giám đốc Sở Y tế chỉ đạo việc cấp thuốc."
    )
    assert told(body) == [("1", ("Lê Văn Mẫu - Phó Chủ tịch UBND tỉnh",)), ("2", ("Trần Thử, Giám đốc Sở Y tế",))]


def test_a_point_for_a_body_that_no_list_knows_is_not_for_all() -> None:
    body = "1. Hội đồng đang giải quyết đền bù vẫn trực ban.\n2. Trực ban 24/24 giờ."
    first, second = orders(body)
    assert first.addressees == ("Hội đồng đang giải quyết đền bù vẫn",)
    assert second.addressees == TO_ALL


def test_right_after_something_whoever_is_named_acts() -> None:
    body = "1. Sở Y tế cấp thuốc.\n2. Ngay sau khi nước rút, các trạm y tế phun thuốc."
    assert told(body) == [("1", ("Sở Y tế",)), ("2", ("các trạm y tế",))]


@pytest.mark.parametrize("space", ["", " "])
def test_a_word_that_orders_may_have_grown_together_with_the_year_before_it(space: str) -> None:
    body = f"Thực hiện Công điện số 12/CĐ-TTg ngày 05/9/2024{space}đề nghị Sở Y tế cấp thuốc."
    assert told(body) == [("", ("Sở Y tế",))]


def test_issuer_commands_an_office_by_the_bare_word_of_command() -> None:
    body = "Thực hiện quy trình vận hành, Chủ tịch UBND tỉnh lệnh Giám đốc Công ty Thủy điện Khe Sặt:\n- Mở 02 cửa xả vào hồi 9h00."
    assert told(body)[-1] == ("", ("Giám đốc Công ty Thủy điện Khe Sặt",))
    assert told("1. Sở Y tế cấp thuốc theo lệnh Giám đốc Sở Công an.") == [("1", ("Sở Y tế",))]


def test_a_point_that_another_office_opens_orders_that_office_to_ask() -> None:
    body = "1. Sở Công Thương yêu cầu các chủ đập vận hành đúng quy trình.\n2. Sở Xây dựng đề nghị Bộ Xây dựng hỗ trợ phao tiêu."
    assert told(body) == [("1", ("Sở Công Thương",)), ("2", ("Sở Xây dựng",))]


def test_a_point_that_the_issuer_or_whoever_stands_above_opens_asks_those_named() -> None:
    body = "1. UBND tỉnh yêu cầu Sở Y tế cấp thuốc.\n2. Thủ tướng Chính phủ yêu cầu các xã sơ tán dân."
    assert told(body) == [("1", ("Sở Y tế",)), ("2", ("các xã",))]


def test_leaders_on_duty_are_assigned_by_whoever_is_charged() -> None:
    body = "1. UBND các xã ven sông\n- Phân công lãnh đạo trực tại các thôn có nguy cơ.\n- Cấm đò ngang."
    assert told(body) == [("1", ("UBND các xã ven sông",))]


def test_party_bodies_lead_as_others_direct() -> None:
    body = "1. Các huyện ủy, thị ủy lãnh đạo, chỉ đạo công tác tiêm phòng.\n2. Sở Y tế cấp thuốc cho lãnh đạo các xã."
    assert told(body) == [("1", ("Các huyện ủy, thị ủy",)), ("2", ("Sở Y tế",))]


def test_whoever_is_charged_by_a_verb_that_no_list_knows_is_told() -> None:
    body = "1. Giao Sở Y tế cấp thuốc; đề nghị Công ty Nước sạch Cao Lộc, Công ty Đô thị Khe Sặt xúc rửa đường ống cho dân."
    assert told(body)[-1] == ("1", ("Công ty Nước sạch Cao Lộc", "Công ty Đô thị Khe Sặt"))


def test_whom_to_call_closes_a_telegram_and_is_for_all() -> None:
    body = "1. Sở Y tế cấp thuốc.\nMọi trường hợp cần cứu nạn gọi ngay số 114."
    assert told(body) == [("1", ("Sở Y tế",)), ("", TO_ALL)]


def test_households_that_a_point_counts_are_charged_themselves() -> None:
    body = "1. 12 hộ bản Vân Hồ, 9 hộ bản Suối Mơ (có danh sách kèm theo) phải di dời trước 16h ngày 12/9/2024.\n2. Sở Y tế cấp thuốc."
    assert told(body) == [("1", ("12 hộ bản Vân Hồ", "9 hộ bản Suối Mơ")), ("2", ("Sở Y tế",))]


def test_those_whom_a_group_names_after_a_colon_are_told_by_name() -> None:
    body = "1. Các đơn vị quản lý hồ, đập trên sông: Công ty Thủy điện Sông Mẫu, Nhà máy Thủy điện Khe Sặt báo tin trước khi xả."
    assert told(body) == [("1", ("Công ty Thủy điện Sông Mẫu", "Nhà máy Thủy điện Khe Sặt"))]


def test_a_boards_name_may_hold_what_it_builds_and_a_brand_shows_itself() -> None:
    body = "1. Ban Quản lý tư vấn và xây dựng cầu 9 vận hành hồ.\n2. Viễn thông Khe Sặt, KheWACO bảo đảm thông tin, nước sạch."
    assert told(body) == [("1", ("Ban Quản lý tư vấn và xây dựng cầu 9",)), ("2", ("Viễn thông Khe Sặt", "KheWACO"))]


def test_schools_of_several_kinds_in_a_row_are_one_group() -> None:
    body = "1. Giám đốc các học viện, trường y và Giám đốc Sở Y tế cho sinh viên đi trực."
    assert told(body) == [("1", ("Giám đốc các học viện, trường y", "Giám đốc Sở Y tế"))]


def test_parties_sent_out_are_told_where_to_go() -> None:
    assert told("1. Các tiểu ban, đoàn công tác đến ngay các xã.\n2. Các tổ công tác kiểm tra đê.") == [
        ("1", ("Các tiểu ban, đoàn công tác",)),
        ("2", ("Các tổ công tác",)),
    ]


def test_a_point_that_opens_with_the_word_of_command_is_for_whoever_is_commanded() -> None:
    body = "1. Lệnh Giám đốc Công ty Thủy điện Sông Ngân đóng một cửa xả lúc 9 giờ.\n2. Lệnh Công ty Thủy điện Khe Sặt đóng toàn bộ cửa xả."
    assert told(body) == [("1", ("Giám đốc Công ty Thủy điện Sông Ngân",)), ("2", ("Công ty Thủy điện Khe Sặt",))]


def test_households_that_are_named_for_their_people_are_told_one_by_one() -> None:
    body = "1. Yêu cầu hộ ông Lò Văn Mẫu, hộ bà Vàng Thị Hoa chuyển đồ đạc ra khỏi vùng sạt lở.\n2. Sở Y tế trực."
    assert told(body) == [("1", ("hộ ông Lò Văn Mẫu", "hộ bà Vàng Thị Hoa")), ("2", ("Sở Y tế",))]


def test_comrades_are_told_however_the_word_is_shortened() -> None:
    assert told("1. Các đ/c ủy viên Ban Chỉ huy phụ trách bản xuống ngay cơ sở.\n2. Sở Y tế trực.") == [
        ("1", ("ủy viên Ban Chỉ huy phụ trách bản",)),
        ("2", ("Sở Y tế",)),
    ]


def test_what_stays_unchanged_in_a_corrected_telegram_is_no_order() -> None:
    body = "1. Sở Y tế cấp thuốc.\n2. Các nội dung khác của Công điện số 04/CĐ-UBND giữ nguyên, không thay đổi."
    assert told(body) == [("1", ("Sở Y tế",))]


def test_the_articles_of_an_order_are_its_points_and_who_decides_stands_above_them() -> None:
    text = (
        "UBND HUYỆN KHE SẶT\nSố: 02/L-BCH\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nKhe Sặt, ngày 3 tháng 8 năm 2024\nLỆNH\nDI DỜI KHẨN CẤP\n"
        "Dân bản Đồng Vai dưới vết nứt núi, xã Vân Hồ\nTRƯỞNG BAN CHỈ HUY PHÒNG THỦ DÂN SỰ HUYỆN KHE SẶT\nCăn cứ vết nứt,\nRA LỆNH:\n"
        "Điều 1. Công an huyện cắm biển báo.\nĐiều 2. Giao Chủ tịch UBND xã Vân Hồ chỉ huy việc di dời.\nNơi nhận:\n- Như Điều 2."
    )
    document = only(read(text))
    assert document.issuer == "Trưởng Ban Chỉ huy Phòng thủ dân sự huyện Khe Sặt"
    assert document.subject == "DI DỜI KHẨN CẤP Dân bản Đồng Vai dưới vết nứt núi, xã Vân Hồ"
    assert [(d.section, d.addressees) for d in document.directives] == [
        ("Điều 1", ("Công an huyện",)),
        ("Điều 2", ("Chủ tịch UBND xã Vân Hồ",)),
    ]


def test_what_a_decision_declares_is_no_order() -> None:
    assert told("1. Công bố tình huống khẩn cấp tại bờ sông Vân Hồ.\n2. Sở Y tế cấp thuốc.") == [("2", ("Sở Y tế",))]
