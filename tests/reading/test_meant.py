"""Tests of whom a retelling means by an order that names nobody, or names them only after what they are to deal with."""

from __future__ import annotations

from alertd.model.documents import DocumentKind
from tests.reading.papers import only, read

OPENS = "UBND tỉnh Sơn Khê vừa có công điện khẩn về mưa lớn.\n\n"


def told(text: str) -> list[tuple[str, ...]]:
    return [d.addressees for d in only(read(text)).directives]


def test_what_names_nobody_goes_on_with_those_whom_the_paragraph_before_named_last() -> None:
    text = (
        "Theo công điện của Chủ tịch UBND tỉnh Sơn Khê cho biết, trâu chết vì rét hại.\n\nRét còn kéo dài. Trạm Thú y các xã che "
        "chắn chuồng trâu.\n\nChuẩn bị rơm cho trâu nghé.\n"
    )
    assert only(read(text)).issuer == "Chủ tịch UBND tỉnh Sơn Khê"
    assert told(text) == [("Trạm Thú y các xã",)]


def test_one_of_a_list_does_not_round_a_telegram_off() -> None:
    text = (
        "Sở Xây dựng vừa có Công điện số 12/CĐ-SXD về mưa lớn.\n\nGiám đốc Sở yêu cầu các đơn vị trong ngành giữ đường thông.\n\n"
        "Hạt Cầu Vân Hồ gia cố mố cầu;\n\nThực hiện nghiêm việc gác cầu.\n"
    )
    assert told(text)[-1] == ("Hạt Cầu Vân Hồ",)
    assert told(text.replace("mố cầu;", "mố cầu."))[-1] == ("các đơn vị trong ngành",)


def test_those_who_are_to_act_are_found_after_the_places_where_they_act() -> None:
    text = f"{OPENS}Chủ tịch UBND tỉnh Sơn Khê yêu cầu đối với khu vực bị lũ quét, đường hỏng, chính quyền các xã sơ tán dân.\n"
    assert told(text) == [("chính quyền các xã",)]


def test_those_with_an_outbreak_are_named_by_it() -> None:
    text = f"{OPENS}UBND tỉnh Sơn Khê yêu cầu UBND các xã đã có dịch khử trùng quanh chuồng.\n"
    assert told(text) == [("UBND các xã đã có dịch",)]


def test_a_dam_is_told_to_open_its_gates_by_an_order_without_a_paper() -> None:
    text = (
        "Hồ Mơ dâng nhanh\n\nMưa lớn làm nước hồ Mơ dâng.\n\nTrước tình hình trên, Ban Chỉ huy tỉnh Sơn Khê đã lệnh Công ty Thủy điện Mơ "
        "phải mở 2 cửa xả đáy vào 10 giờ ngày 21/7.\n"
    )
    document = only(read(text))
    assert (document.kind, document.issuer, document.is_emergency) == (DocumentKind.KHAC, "Ban Chỉ huy tỉnh Sơn Khê", True)
    assert told(text) == [("Công ty Thủy điện Mơ",)]
    deadline = document.directives[0].deadline
    assert deadline is not None
    assert deadline.text == "vào 10 giờ ngày 21/7"
    assert not read(text.replace("phải mở 2 cửa xả đáy", "vận hành")).documents


def test_a_number_that_has_run_into_the_word_before_it_is_read() -> None:
    text = "Chủ tịch UBND tỉnh có Công điện897/CĐ-UBND về việc ứng phó với mưa lớn.\n\nUBND xã Vân Hồ sơ tán dân.\n"
    document = only(read(text))
    assert (document.kind, document.number) == (DocumentKind.CONG_DIEN, "897/CĐ-UBND")


def test_a_telegram_that_the_headline_announces_is_one_though_its_orders_are_attached() -> None:
    text = (
        "Sở Y tế tỉnh Sơn Khê ban hành Công điện ứng phó bão số 7\n\nBão số 7 rất nguy hiểm. Để ứng phó, Sở Y tế tỉnh Sơn Khê đã ban hành "
        "Công điện số 60/CĐ-SYT gửi các trạm y tế xã triển khai công tác cấp cứu (chi tiết đính kèm).\n"
    )
    document = only(read(text))
    assert (document.number, document.is_emergency) == ("60/CĐ-SYT", True)
    assert document.addressees_to_act == ("các trạm y tế xã",)
    assert not read(text.partition("\n\n")[2]).documents  # an article on something else


def test_an_office_is_named_whole_before_its_verb() -> None:
    text = (
        "Căn cứ dự báo và thực tế, thực hiện quy trình liên hồ, Ban Chỉ đạo Phòng chống thiên tai tỉnh Sơn Khê đã ban hành Công điện số 36 "
        "chỉ đạo Công ty Thủy điện Mơ đóng 1 cửa xả đáy hồ Mơ.\n"
    )
    assert only(read(text)).issuer == "Ban Chỉ đạo Phòng chống thiên tai tỉnh Sơn Khê"


def test_a_letter_on_what_may_become_a_storm_is_an_emergency() -> None:
    text = (
        "Công văn nêu rõ, vùng áp thấp ở giữa biển gây lốc xoáy, gió mạnh. Văn phòng Ban Chỉ huy tỉnh Sơn Khê đề nghị các xã ven biển gọi "
        "tàu vào bờ.\n"
    )
    assert only(read(text)).is_emergency


def test_those_below_a_river_are_counted_up_after_it() -> None:
    text = f"{OPENS}UBND tỉnh đề nghị UBND các xã khu vực hạ du sông Mơ, gồm Vân Hồ, Khe Sặt và Suối Mơ, khẩn trương báo cho dân.\n"
    assert told(text) == [("UBND xã Vân Hồ", "UBND xã Khe Sặt", "UBND xã Suối Mơ")]


def test_a_fire_whose_victims_are_cared_for_is_no_ordinary_business() -> None:
    text = (
        "Sau vụ cháy ở khu đô thị, Sở Xây dựng tỉnh Sơn Khê có công văn yêu cầu UBND xã Vân Hồ cứu chữa người bị thương do vụ cháy, hỗ trợ "
        "việc làm.\n\nUBND xã Vân Hồ tìm nguyên nhân vụ cháy.\n"
    )
    assert only(read(text)).is_emergency


def test_what_another_office_has_told_a_dam_to_do_is_no_order_of_the_telegram() -> None:
    text = (
        "Ban Chỉ huy tỉnh Sơn Khê có công điện về xả lũ.\n\nBan Chỉ đạo Trung ương đã lệnh Công ty Thủy điện Mơ mở 1 cửa xả đáy. Ban "
        "Chỉ huy tỉnh Sơn Khê yêu cầu UBND các xã ven sông thông báo cho dân.\n"
    )
    assert told(text) == [("UBND các xã ven sông",)]


def test_who_is_ordered_to_go_and_look_is_ordered() -> None:
    text = (
        "Trước diễn biến bão số 7, UBND tỉnh Sơn Khê yêu cầu Chủ tịch UBND các xã ven biển hoãn các cuộc họp, trực tiếp chỉ đạo neo tàu và "
        "đi kiểm tra đê.\n"
    )
    assert told(text) == [("Chủ tịch UBND các xã ven biển",)]
    assert not read(f"Tại cuộc họp trước bão số 7, {text.partition(', ')[2]}").documents
