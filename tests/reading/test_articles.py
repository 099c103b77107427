"""Tests of orders in newspaper articles whose addressee is hard to find."""

from __future__ import annotations

from datetime import date

import pytest

from alertd.model.documents import DocumentKind, Hazard
from tests.reading.papers import LETTERHEAD, only, orders, read

OPENS = "Chiều 3/10/2026, UBND tỉnh Sơn Khê ban hành công điện gửi các sở, ngành về việc ứng phó bão số 7.\n\n"


def told(text: str) -> list[tuple[str, ...]]:
    return [d.addressees for d in only(read(text)).directives]


def told_after(body: str) -> list[tuple[str, ...]]:
    return told(f"{OPENS}{body}")


def test_a_telegram_that_urges_somebody_is_told() -> None:
    text = "Ngày 3/10, Bộ Xây dựng đã có công điện đôn đốc UBND các xã ven sông khẩn trương gọi tàu vào bờ trước 17 giờ ngày 4/10.\n"
    document = only(read(text))
    assert [(d.addressees, d.deadline.text if d.deadline else "") for d in document.directives] == [
        (("UBND các xã ven sông",), "trước 17 giờ ngày 4/10")
    ]


def test_whoever_the_presenting_sentence_asks_is_meant_where_nobody_is_named_below() -> None:
    text = (
        "Ngày 3/10, Bộ Xây dựng đã có công điện đôn đốc UBND các xã ven sông khẩn trương gọi tàu vào bờ.\n\n"
        "Bộ Xây dựng cũng đề nghị việc sơ tán người trên lồng bè phải xong trước 15 giờ.\n"
    )
    found = only(read(text)).directives
    assert {d.addressees for d in found} == {("UBND các xã ven sông",)}
    assert any("sơ tán người trên lồng bè" in d.text for d in found)


def test_a_further_paper_orders_those_to_whom_it_goes_or_whom_it_names() -> None:
    body = (
        "UBND tỉnh yêu cầu Sở Y tế cấp thuốc cho các xã.\n\n"
        "Bên cạnh đó, UBND tỉnh cũng có thêm công văn riêng gửi Công an tỉnh, đề nghị khẩn trương gọi tàu vào bờ.\n\n"
        "Cùng ngày, UBND tỉnh ban hành thêm một văn bản đề nghị Sở Xây dựng chốt chặn các ngầm tràn.\n"
    )
    assert told_after(body) == [("Sở Y tế",), ("Công an tỉnh",), ("Sở Xây dựng",)]


def test_what_an_earlier_paper_asked_is_shown_to_the_officer() -> None:
    body = (
        "UBND tỉnh yêu cầu Sở Y tế cấp thuốc cho các xã.\n\n"
        "Trước đó, UBND tỉnh ban hành thêm một văn bản đề nghị Sở Xây dựng rà soát biển báo.\n"
    )
    document = only(read(OPENS + body))
    assert [d.addressees for d in document.directives] == [("Sở Y tế",)]
    assert "unclear_order" in {p.code for p in document.problems}


def test_the_sentence_after_the_presenting_one_orders_with_accordingly() -> None:
    text = (
        "Bộ trưởng Bộ Công Thương vừa ban hành Công điện về việc khắc phục hậu quả bão số 7. "
        "Theo đó, yêu cầu lãnh đạo các đơn vị không được chủ quan, trực ban 24/24 giờ.\n\n"
        "Bộ Công Thương yêu cầu Công ty Điện lực Sơn Khê đóng điện trở lại cho các xã.\n"
    )
    assert told(text) == [("lãnh đạo các đơn vị",), ("Công ty Điện lực Sơn Khê",)]


def test_whoever_is_charged_before_the_list_is_opened_keeps_the_charge() -> None:
    text = (
        "Bộ Xây dựng vừa có công điện về vụ tai nạn giao thông tại huyện Khe Sặt.\n\n"
        "Bộ gửi lời chia buồn tới gia đình nạn nhân, phân công Cục Đường bộ trực tiếp đến hiện trường, đồng thời yêu cầu:\n\n"
        "Công an tỉnh điều tra nguyên nhân.\n"
    )
    assert told(text) == [("Cục Đường bộ",), ("Công an tỉnh",)]


def test_a_body_that_is_charged_acts_by_whatever_verb_stands_there() -> None:
    body = "Chủ tịch UBND tỉnh yêu cầu các xã trực ban.\n\nSở Công Thương được giao mời chuyên gia đánh giá mức độ an toàn đập.\n"
    assert told_after(body) == [("các xã",), ("Sở Công Thương",)]


def test_several_bodies_that_are_to_ask_others_are_ordered_to() -> None:
    text = (
        "Theo công điện khẩn, Bộ Chỉ huy Quân sự tỉnh, Chi cục Thủy sản gọi tàu vào bờ.\n\n"
        "Sở Xây dựng, Cảng vụ Sơn Khê và UBND các xã ven sông yêu cầu các chủ đò dừng chở khách.\n"
    )
    document = only(read(text))
    assert document.issuer is None
    assert [d.addressees for d in document.directives] == [
        ("Bộ Chỉ huy Quân sự tỉnh", "Chi cục Thủy sản"),
        ("Sở Xây dựng", "Cảng vụ Sơn Khê", "UBND các xã ven sông"),
    ]


def test_what_the_issuer_forbids_is_an_order_even_where_nobody_is_named() -> None:
    text = (
        "Ngày 3/10, Ban Chỉ huy Phòng thủ dân sự TP Sơn Khê có thông báo về việc cấm biển để phòng, chống bão số 7.\n\n"
        "Theo đó, Ban Chỉ huy Phòng thủ dân sự thành phố thông báo cấm các loại tàu ra khơi từ 17 giờ.\n\n"
        "Bộ Chỉ huy Quân sự thành phố, UBND các xã ven biển gọi tàu vào bờ.\n"
    )
    document = only(read(text))
    assert document.directives[0].actions[0].text.startswith("cấm các loại tàu ra khơi")
    assert "no_addressee" in {p.code for p in document.problems}


def test_the_day_of_issue_may_stand_after_the_part_of_the_day_alone() -> None:
    text = (
        "Chiều 3/10/2026, Chủ tịch UBND tỉnh Sơn Khê ký Công điện số 09/CĐ-UBND về việc ứng phó bão số 7.\n\n"
        "Chủ tịch UBND tỉnh yêu cầu Sở Y tế cấp thuốc.\n"
    )
    assert only(read(text)).issued_on == date(2026, 10, 3)


def test_ships_and_stretches_of_coast_are_ordered_by_what_they_are_called() -> None:
    body = (
        "UBND tỉnh yêu cầu các tàu thuyền khẩn trương vào bờ trước 15 giờ.\n\n"
        "Các địa phương từ Khe Sặt đến Đồng Vai cấm biển.\n\n"
        "Các tàu, thuyền còn ở ngoài khơi thoát khỏi vùng nguy hiểm.\n"
    )
    assert told_after(body) == [("các tàu thuyền",), ("Các địa phương từ Khe Sặt đến Đồng Vai",), ("Các tàu, thuyền còn ở ngoài khơi",)]


def test_calling_ships_in_is_ordered_of_whoever_is_named_above() -> None:
    body = "1. Các xã ven biển:\n- Kêu gọi các tàu thuyền vào bờ xong trước 10 giờ ngày 11/9.\n"
    assert {d.addressees for d in orders(body)} == {("Các xã ven biển",)}


def test_whoever_no_list_knows_is_shown_to_the_officer_wherever_the_order_stands() -> None:
    body = (
        "UBND tỉnh yêu cầu nhóm thợ xẻ lo gạo vào bản.\n\nUBND tỉnh yêu cầu Sở Y tế cấp thuốc.\n\n"
        "Tàu thuyền đang ở ngoài khơi phải vào bờ.\n\nNhóm thợ xẻ lo bếp trước 15 giờ ngày 4/10.\n"
    )
    found = read(OPENS + body)
    document = only(found)
    unclear = [found.text[p.span.start : p.span.end] for p in document.problems if p.span]
    assert [words.split()[0] for words in unclear] == ["UBND", "Tàu", "Nhóm"]
    assert [d.addressees for d in document.directives] == [("Sở Y tế",)]


def test_a_numbered_order_to_nobody_known_goes_to_all_and_to_the_officer() -> None:
    document = only(read(LETTERHEAD + "1. Sở Y tế cấp thuốc.\n2. Nhóm Áo Xanh chở gạo vào bản.\n"))
    assert len(document.directives[1].addressees) == 2
    assert [p.code for p in document.problems if p.span] == ["unclear_order"]


def test_a_lone_order_before_the_issuer_asks_is_shown_to_the_officer() -> None:
    body = "Các xã ven sông sơ tán dân khỏi bãi bồi.\n\nUBND tỉnh yêu cầu Sở Y tế cấp thuốc.\n"
    document = only(read(OPENS + body))
    assert [d.addressees for d in document.directives] == [("Sở Y tế",)]
    assert [p.code for p in document.problems if p.span] == ["unclear_order"]


def test_after_a_sentence_that_presents_and_asks_the_text_goes_on_with_orders() -> None:
    text = (
        "Chiều 7/8, Ban Chỉ đạo Phòng thủ dân sự quốc gia có công điện, yêu cầu các tỉnh miền núi thông tin kịp thời cho dân; đo mưa.\n\n"
        "Các địa phương sơ tán dân ở vùng trũng.\n\n"
        "Ban Chỉ đạo cũng lưu ý các tỉnh miền núi rà soát phương án.\n"
    )
    assert ("Các địa phương",) in told(text)


def test_the_issuer_turns_to_all_again_where_others_were_named_since() -> None:
    body = "UBND tỉnh yêu cầu Sở Y tế cấp thuốc.\n\nCông an tỉnh chốt chặn các ngầm tràn.\n\nUBND tỉnh yêu cầu tiếp tục theo dõi bản tin.\n"
    assert told_after(body) == [("Sở Y tế",), ("Công an tỉnh",), ("các sở, ngành",)]


def test_what_a_document_asks_beside_its_validity_goes_to_whom_it_names() -> None:
    body = "1. Sở Y tế cấp thuốc.\n2. Công điện này thay thế Công điện số 04/CĐ-UBND; yêu cầu UBND huyện Cao Lộc sơ tán dân ven sông.\n"
    assert [d.addressees for d in orders(body)] == [("Sở Y tế",), ("UBND huyện Cao Lộc",)]


def test_places_in_a_row_of_capitals_and_what_a_bracket_adds_are_written_out() -> None:
    body = (
        "I. CÁC HUYỆN CAO LỘC, VĂN LÃNG\nSơ tán dân.\nII. CÁC XÃ VEN SÔNG, SỞ Y TẾ\nCấp thuốc.\n"
        "III. SỞ Y TẾ, SỞ XÂY DỰNG (BAN QUẢN LÝ BẢO TRÌ ĐƯỜNG)\nTrực ban.\n"
    )
    assert [d.addressees for d in orders(body)] == [
        ("huyện Cao Lộc", "huyện Văn Lãng"),
        ("Các xã ven sông", "Sở Y tế"),
        ("Sở Y tế", "Sở Xây dựng (Ban quản lý bảo trì đường)"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "1. Giao đội thanh niên lo gạo vào bản.\n2. Sở Y tế cấp thuốc.\n",
        "1. Sở Y tế cấp thuốc. Giao đội thanh niên lo gạo vào bản.\n",
        "1. Sở Y tế cấp thuốc.\nChủ tịch UBND tỉnh giao đội thanh niên lo gạo vào bản.\n",
    ],
)
def test_whoever_is_charged_by_an_unknown_verb_is_shown_to_the_officer(body: str) -> None:
    found = read(LETTERHEAD + body)
    unclear = [found.text[p.span.start : p.span.end] for p in only(found).problems if p.span]
    assert len(unclear) == 1
    assert "đội thanh niên lo gạo vào bản" in unclear[0]


def test_a_telegram_that_somebody_signs_asks_of_those_it_names() -> None:
    text = (
        "Công điện do Thứ trưởng Nguyễn Văn Mẫu ký, yêu cầu Cục Đường sắt, Công ty Đường sắt Khe Sặt (KSR) "
        "khắc phục hậu quả vụ tai nạn.\n\n"
        "Để phòng ngừa tai nạn, Bộ Xây dựng yêu cầu KSR chủ động phối hợp với bệnh viện cứu chữa người bị thương.\n"
    )
    assert told(text)[-1] == ("KSR",)
    assert only(read(text)).is_emergency


def test_an_hour_that_is_set_makes_an_order_of_a_purpose() -> None:
    body = (
        "Để chủ động ứng phó, Bộ Chỉ huy Quân sự tỉnh phối hợp với các xã gọi tàu vào bờ trước 14 giờ ngày 4/10.\n\n"
        "Hoạt động du lịch tạm ngừng. Người dân trên lồng bè bắt buộc phải lên bờ.\n"
    )
    assert told_after(body) == [("Bộ Chỉ huy Quân sự tỉnh",), ("Người dân trên lồng bè",)]


def test_an_order_in_the_middle_of_the_introduction_is_shown_to_the_officer() -> None:
    body = (
        "Tỉnh sẽ cấm biển từ 5 giờ ngày 4/10. Bên cạnh đó, các địa phương ven biển chủ động phương án neo đậu.\n\n"
        "UBND tỉnh yêu cầu Sở Y tế cấp thuốc.\n"
    )
    found = read(OPENS + body)
    unclear = [found.text[p.span.start : p.span.end] for p in only(found).problems if p.span]
    assert unclear == ["Bên cạnh đó, các địa phương ven biển chủ động phương án neo đậu."]


def test_who_speaks_to_those_concerned_is_not_one_of_them() -> None:
    body = "Với các chủ rừng, UBND tỉnh Sơn Khê nhấn mạnh phải làm đường băng cản lửa.\n\nCác xã trực cháy rừng 24/24 giờ.\n"
    assert told_after(body) == [("các chủ rừng",), ("Các xã",)]


def test_bodies_that_act_together_are_each_named() -> None:
    body = "UBND tỉnh yêu cầu Sở Xây dựng cùng ba nhà mạng nhắn tin cảnh báo.\n\nChi cục Kiểm lâm khoanh ngay các khu rừng thông.\n"
    assert told_after(body) == [("Sở Xây dựng", "ba nhà mạng"), ("Chi cục Kiểm lâm",)]


def test_the_hazard_may_be_told_in_the_sentence_that_names_the_recipients() -> None:
    text = (
        "Trước nguy cơ cháy rừng, sáng 3/10, Chủ tịch UBND tỉnh Sơn Khê đã ký Công điện số 14/CĐ-UBND "
        "gửi giám đốc các sở và các chủ rừng.\n\n"
        "Chủ tịch UBND tỉnh giao Sở Y tế trực cấp cứu.\n"
    )
    assert only(read(text)).hazards == (Hazard.FOREST_FIRE,)


def test_who_must_report_at_the_end_are_all_who_were_named_where_no_list_says_so() -> None:
    text = (
        "Ngày 3/10/2026, Ủy ban Quốc gia Ứng phó sự cố phát Công điện số 77/CĐ-UB về việc cứu nạn tàu cá.\n\n"
        "Công điện yêu cầu Sở Xây dựng điều ngay tàu ra cứu.\n\nCông an tỉnh giữ liên lạc với tàu.\n\n"
        "Kết quả báo cáo về Văn phòng Ủy ban trước 22 giờ.\n"
    )
    assert told(text)[-1] == ("Sở Xây dựng", "Công an tỉnh")


def test_a_headline_said_again_under_a_picture_is_no_order_to_all() -> None:
    body = "UBND tỉnh Sơn Khê yêu cầu chủ động ứng phó bão số 7\n\nUBND tỉnh yêu cầu Sở Y tế cấp thuốc.\n\nCác xã phải trực ban.\n"
    assert told_after(body) == [("Sở Y tế",), ("Các xã",)]


def test_the_issuer_may_order_by_the_abbreviation_that_the_text_explains_or_by_its_type_word() -> None:
    text = (
        "Ngày 4/11/2026, Ban Chỉ huy PCTT Tổng công ty Điện 9 (EVN9) đã ban hành Công điện số 77/CĐ-EVN9 về việc ứng phó bão số 7.\n\n"
        "EVN9 yêu cầu Nhà máy Thủy điện Khe Sặt kiểm tra đập.\n\nCác đơn vị phải trực ban.\n\n"
        "Tổng công ty chỉ đạo Công ty Đồng Vai chuẩn bị vật tư.\n"
    )
    assert told(text) == [("Nhà máy Thủy điện Khe Sặt",), ("Các đơn vị",), ("Công ty Đồng Vai",)]


def test_a_letter_about_a_danger_that_the_headline_does_not_name_is_told() -> None:
    text = (
        "Sơn Khê: Học sinh nghỉ học từ ngày 27/9\n\n"
        "Ngày 26/9, Sở Giáo dục và Đào tạo tỉnh Sơn Khê có công văn gửi các trường nhằm ứng phó bão số 7.\n\n"
        "Theo đó, Sở Giáo dục và Đào tạo tỉnh Sơn Khê cho phép các trường thông báo cho học sinh nghỉ học.\n\n"
        "Các trường phải chằng chống mái nhà.\n"
    )
    document = only(read(text))
    assert (document.kind, document.is_emergency) == (DocumentKind.CONG_VAN, True)
    assert [d.addressees for d in document.directives] == [("các trường",), ("Các trường",)]


def test_what_all_police_are_asked_for_in_general_is_not_told_twice() -> None:
    text = (
        "Hôm 9/8, Ban Chỉ đạo Bộ Công an đã có Công điện số 31 yêu cầu Công an các đơn vị, địa phương chủ động chống bão.\n\n"
        "Trong đó, Ban Chỉ đạo yêu cầu Công an các địa phương đưa dân ra khỏi lồng bè; trực 24/24 giờ.\n"
    )
    assert told(text) == [("Công an các địa phương",)]


def test_lifting_a_ban_at_sea_is_no_matter_of_sports() -> None:
    text = (
        "Chủ tịch UBND tỉnh Sơn Khê vừa có công điện gửi các địa phương, "
        "yêu cầu giải tỏa lệnh cấm tàu thuyền và hoạt động thể thao trên biển.\n\n"
        "Sở Xây dựng và Cảng vụ Sơn Khê kiểm tra tàu khách trước khi cấp phép rời bến.\n"
    )
    assert only(read(text)).is_emergency


def test_a_daily_hour_before_whoever_reports_is_when_and_not_why() -> None:
    body = "UBND tỉnh yêu cầu Sở Y tế cấp thuốc.\n\nTrước 15 giờ 30 hằng ngày, các huyện gửi báo cáo về Chi cục Thủy lợi.\n"
    (_, directive) = only(read(OPENS + body)).directives
    assert directive.addressees == ("các huyện",)
    assert directive.report is not None


def test_people_by_what_they_do_and_forces_in_a_row_are_ordered() -> None:
    body = (
        "UBND tỉnh yêu cầu Sở Y tế cấp thuốc.\n\nNgười chăn nuôi phải khai báo ngay khi lợn ốm.\n\n"
        "Lực lượng quản lý thị trường, cảnh sát giao thông giữ lại mọi xe chở lợn.\n"
    )
    assert told_after(body) == [("Sở Y tế",), ("Người chăn nuôi",), ("Lực lượng quản lý thị trường", "cảnh sát giao thông")]


def test_the_day_of_issue_may_stand_after_the_reason() -> None:
    text = (
        "Trước diễn biến của dịch bệnh, tối 5/6/2026, Chủ tịch UBND tỉnh Sơn Khê phát Công điện khẩn số 06/CĐ-UBND, yêu cầu chống dịch.\n\n"
        "Chủ tịch UBND tỉnh yêu cầu Sở Y tế cấp thuốc.\n"
    )
    assert only(read(text)).issued_on == date(2026, 6, 5)


def test_what_only_the_presenting_sentence_asks_at_length_is_shown_to_the_officer() -> None:
    text = (
        "Chiều 7/8, Ban Chỉ đạo có công điện, yêu cầu các xã ven sông theo dõi mực nước, thông tin kịp thời đến từng hộ dân ở bãi bồi, "
        "cất giữ giống lúa, dời trâu bò lên gò cao cùng thức ăn dự trữ.\n\n"
        "Ban Chỉ đạo yêu cầu các xã ven sông rà soát phương án chống sạt lở.\n"
    )
    found = read(text)
    unclear = [found.text[p.span.start : p.span.end] for p in only(found).problems if p.span]
    assert [words.split(",")[0] for words in unclear] == ["Chiều 7/8"]


def test_those_who_are_to_act_and_to_ask_others_are_not_the_issuer_by_their_title() -> None:
    body = "1. Chủ tịch UBND các huyện cấm xe qua ngầm tràn; yêu cầu các tàu thuyền vào bờ.\n2. Sở Y tế cấp thuốc.\n"
    assert [d.addressees for d in orders(body)] == [("Chủ tịch UBND các huyện",), ("Sở Y tế",)]


def test_whoever_bears_a_proper_name_is_charged_whatever_the_verb() -> None:
    document = only(read(LETTERHEAD + "1. Sở Y tế cấp thuốc.\n2. Đội Áo Xanh chở gạo vào bản.\n3. Giao Đội Mõ Tre luồn cáp qua suối.\n"))
    assert [d.addressees for d in document.directives] == [("Sở Y tế",), ("Đội Áo Xanh",), ("Đội Mõ Tre",)]
