"""Tests of stories that tell of a paper after its orders, pass on what another office says, or name others' papers besides."""

from __future__ import annotations

from datetime import date

from alertd.model.documents import DocumentKind
from tests.reading.papers import only, read

OPENS = "UBND tỉnh Sơn Khê vừa có công điện khẩn về bão số 7.\n\n"


def told(text: str) -> list[tuple[str, ...]]:
    return [d.addressees for d in only(read(text)).directives]


def test_a_story_bears_no_day_of_the_telegram_that_it_carries_out() -> None:
    text = "{opens}, Sở Xây dựng vừa phát công điện yêu cầu Công ty cầu phà Khe Sặt neo chặt phà, dừng chở khách khi bão số 7 vào.\n"
    carried_out = only(read(text.format(opens="Triển khai Công điện số 9/CĐ-TTg ngày 3/9/2026 của Thủ tướng")))
    assert (carried_out.issuer, carried_out.issued_on) == ("Sở Xây dựng", None)
    assert only(read(text.format(opens="Ngày 4/9/2026"))).issued_on == date(2026, 9, 4)


def test_a_letter_is_told_where_the_orders_are_said_to_stand_in_it() -> None:
    text = (
        "Trước 17 giờ ngày 3/9, hai xã vùng trũng là Vân Hồ và Khe Sặt phải đưa xong dân lên đồi tránh lũ. Đây là một trong những nội dung "
        "của văn bản hỏa tốc số 14/UBND-KT của UBND tỉnh Sơn Khê gửi các địa phương nhằm ứng phó bão số 7.\n"
    )
    document = only(read(text))
    assert (document.number, document.is_emergency) == ("14/UBND-KT", True)
    assert [d.addressees for d in document.directives] == [("xã Vân Hồ", "xã Khe Sặt")]


def test_an_office_passes_on_what_those_say_whom_it_serves() -> None:
    text = (
        "Văn phòng Tỉnh ủy ban hành Công văn số 12-CV/VPTU về việc ứng phó bão số 7.\n\n"
        "Thường trực Tỉnh ủy chỉ đạo các cấp ủy, chính quyền ven biển đưa dân vào nhà kiên cố.\n"
    )
    assert [d.addressees for d in only(read(text)).directives] == [("các cấp ủy, chính quyền ven biển",)]
    ordered = text.replace("Văn phòng Tỉnh ủy", "UBND tỉnh Sơn Khê")
    assert [d.addressees for d in only(read(ordered)).directives] == [("Thường trực Tỉnh ủy",)]


def test_a_ban_on_all_ships_is_an_emergency_whoever_else_must_stay() -> None:
    text = (
        "Bão Mây đã mạnh lên.\n\nTừ 17 giờ ngày 17/9, tỉnh Khánh Hòa cấm toàn bộ phương tiện, tàu thuyền rời bến. "
        "Các đò ngang sông Cả cũng phải dừng chở khách.\n"
    )
    assert only(read(text)).is_emergency
    assert only(read(text)).issuer == "tỉnh Khánh Hòa"


def test_recipients_end_before_the_day_on_which_the_telegram_went_to_them() -> None:
    text = (
        "Công điện số 7/CĐ-BXD của Bộ Xây dựng gửi các cục, sở xây dựng địa phương ngày 18/9.\n\n"
        "Bộ Xây dựng yêu cầu Cục Đường bộ chốt chặn ngầm tràn trước bão số 7.\n"
    )
    assert only(read(text)).addressees_to_act == ("các cục, sở xây dựng địa phương",)


def test_a_closing_report_binds_those_who_were_asked_in_particular() -> None:
    text = (
        "Cục Đê điều yêu cầu các địa phương canh gác, đắp thêm bao cát và giữ vững mọi đoạn đê yếu.\n\n"
        "Để ứng phó lũ trên sông Cả, Cục Đê điều đề nghị Sở Nông nghiệp Sơn Khê chở đá hộc đến kè Vân Hồ.\n\n"
        "Báo cáo kịp thời các sự cố về Cục Đê điều.\n"
    )
    assert only(read(text)).directives[-1].addressees == ("Sở Nông nghiệp Sơn Khê",)


def test_who_is_asked_may_stand_alone_above_a_list_in_a_story_that_names_no_paper() -> None:
    text = (
        "Triển khai chỉ đạo tại Công điện số 9/CĐ-TTg ngày 3/9/2026 về việc ứng phó bão số 7, Sở Xây dựng yêu cầu các cơ quan, đơn vị:\n"
        "- Chằng néo cần cẩu ở mọi công trường.\n- Công ty cầu phà Khe Sặt dừng chở khách.\n"
    )
    assert told(text) == [("các cơ quan, đơn vị",), ("Công ty cầu phà Khe Sặt",)]
    assert not read(text.replace("ứng phó bão số 7", "thống kê nhà ở")).documents


def test_what_stands_above_the_telegram_whose_content_it_is_said_to_be_is_ordered() -> None:
    text = (
        "Sở Xây dựng yêu cầu các đội cầu đường thu dọn đất đá, cắm biển báo, rải đá dăm và gác hai đầu đèo Vân Hồ.\n\n"
        "Đây là nội dung tại Công điện số 9/CĐ-SXD do Sở Xây dựng phát đi để ứng phó bão số 7.\n"
    )
    assert only(read(text)).issuer == "Sở Xây dựng"
    assert told(text) == [("các đội cầu đường",)]


def test_party_committees_in_a_row_are_told_whole() -> None:
    text = f"{OPENS}UBND tỉnh nêu rõ:\n\n2- Các huyện, thành ủy vùng núi dừng mọi hội nghị để chống bão.\n"
    assert told(text) == [("Các huyện, thành ủy vùng núi",)]


def test_a_decision_that_is_carried_out_well_is_not_the_paper_that_is_told() -> None:
    text = (
        "Theo văn bản vừa được ban hành của Chủ tịch UBND thành phố Khe Sặt Lê Văn Mẫu, trường học đóng cửa trong ngày bão số 7 vào.\n\n"
        "Công an thành phố thực hiện có hiệu quả Quyết định số 44/QĐ-UBND ngày 2/1/2019 của Chủ tịch UBND thành phố về các đội cứu nạn.\n"
    )
    document = only(read(text))
    assert (document.kind, document.number, document.issuer) == (DocumentKind.CONG_VAN, None, "Chủ tịch UBND thành phố Khe Sặt Lê Văn Mẫu")
    assert told(text) == [("Công an thành phố",)]


def test_a_minister_by_a_shorter_title_directs_a_rescue() -> None:
    text = (
        "Bộ trưởng Y tế Lê Văn Mẫu đã chỉ đạo Sở Y tế Sơn Khê đưa ngay xe cấp cứu đến cứu nạn nơi đất đá vùi lấp nhà dân.\n\n"
        "Bộ trưởng Bộ Y tế chỉ đạo Bệnh viện Khe Sặt mổ cho những ai bị thương nặng.\n"
    )
    assert told(text) == [("Sở Y tế Sơn Khê",), ("Bệnh viện Khe Sặt",)]


def test_who_is_excepted_in_brackets_is_no_part_of_those_who_are_asked() -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu người dân (trừ các lực lượng làm nhiệm vụ) ở trong nhà từ 20 giờ.\n"
    assert told(text) == [("người dân",)]


def test_schools_that_close_for_the_waters_are_an_emergency() -> None:
    text = "Sở GD&ĐT Sơn Khê yêu cầu các trường cho trẻ ở nhà ngày 4/12 vì mưa lũ.\n"
    assert only(read(text)).is_emergency
