"""Tests of stories that name neither a paper nor, sometimes, who asks: what bodies must do in them is an order in force."""

from __future__ import annotations

import pytest

from alertd.model.documents import Hazard
from tests.reading.papers import only, read

STORY = (
    "Bão số 7 áp sát Sơn Khê\n\nGió giật cấp 12 ngoài khơi.\n\n"
    "Khi di dời dân, Sở Y tế được yêu cầu phải cung cấp số điện thoại cấp cứu.\n\n"
    "Các phường sẽ di dời dân về nơi tránh trú, xong trước 14h chiều nay.\n"
)
OPENS = "Chiều 3/10, UBND tỉnh Sơn Khê ban hành công điện khẩn về việc ứng phó bão số 7.\n\n"


def told(text: str) -> list[tuple[str, ...]]:
    return [d.addressees for d in only(read(text)).directives]


def test_what_two_bodies_are_bound_to_do_against_a_danger_is_a_document() -> None:
    assert only(read(STORY)).is_emergency
    assert told(STORY) == [("Sở Y tế",), ("Các phường",)]


@pytest.mark.parametrize(
    "text",
    [
        STORY.replace("Các phường sẽ", "Hôm qua trời"),  # one alone
        STORY.replace("Sở Y tế được yêu cầu phải", "tàu thuyền cần"),  # advice
        STORY.replace("Gió giật", "Tại cuộc họp về bão, gió giật"),
        STORY.replace("Bão số 7 áp sát Sơn Khê", "Khánh thành chợ").replace("nơi tránh trú", "chợ mới"),
    ],
)
def test_a_duty_told_in_passing_advice_and_what_is_said_at_a_meeting_are_none(text: str) -> None:
    assert not read(text).documents


def test_who_has_asked_bodies_by_their_names_tells_the_news() -> None:
    text = (
        "Tàu gặp thời tiết nguy hiểm\n\nĐêm qua, 16 tàu cá đề nghị được vào tránh trú.\n\n"
        "Văn phòng Cứu nạn Sơn Khê đã đề nghị: Cục Lãnh sự thông báo cho các nước. BTM Biên phòng duy trì liên lạc với tàu.\n"
    )
    assert only(read(text)).is_emergency
    assert told(text) == [("Cục Lãnh sự",), ("BTM Biên phòng",)]


def test_what_is_stated_of_somebody_is_an_order() -> None:
    text = f"{OPENS}Công điện nhấn mạnh trách nhiệm, nêu rõ người đứng đầu các xã chịu trách nhiệm nếu để dân gặp nạn.\n"
    assert told(text) == [("người đứng đầu các xã",)]


def test_when_may_stand_before_what_is_asked_for_and_beside_what_before_whoever_must_act() -> None:
    text = (
        f"{OPENS}UBND tỉnh yêu cầu các xã trực ban.\n\nUBND tỉnh yêu cầu từ 18h hôm nay không để người trên lồng bè.\n\n"
        "Song song với việc khắc phục hậu quả bão, các sở thông tin và truyền thông phải giữ liên lạc.\n"
    )
    assert told(text) == [("các xã",), ("các xã",), ("các sở thông tin và truyền thông",)]


def test_a_long_paragraph_with_a_picture_in_it_is_no_caption() -> None:
    text = (
        f"{OPENS}UBND tỉnh yêu cầu Sở Y tế cấp thuốc cho các trạm ở vùng bị chia cắt, lập các tổ cấp cứu lưu động đến từng bản xa và "
        "chuẩn bị hóa chất khử trùng nguồn nước sau khi nước rút. Người dân chằng chống nhà cửa chiều 3/10. Ảnh: Văn Mẫu. "
        "Công an tỉnh chốt chặn các ngầm tràn, hướng dẫn xe đi đường khác và kiên quyết không cho người qua lại khi nước còn chảy xiết, "
        "nhất là ban đêm. Sở Xây dựng thông tuyến đường vào các xã.\n"
    )
    assert ("Sở Y tế",) in told(text)
    assert ("Sở Xây dựng",) in told(text)


def test_those_to_whom_a_telegram_goes_are_not_what_it_is_about() -> None:
    text = (
        "Đây là nội dung Công điện số 7/CĐ-BCC của Bộ Cầu cống gửi các sở, các doanh nghiệp viễn thông ngày 18/9.\n\n"
        "Cụ thể, các sở phải trực ban 24/24 giờ, theo dõi diễn biến của áp thấp nhiệt đới.\n"
    )
    document = only(read(text))
    assert (document.is_emergency, document.hazards) == (True, (Hazard.STORM,))


def test_who_charges_one_body_and_binds_another_is_the_issuer() -> None:
    text = (
        "Chủ tịch UBND tỉnh giao UBND xã Bản Lác cắm biển báo sạt lở bờ sông, di dời 40 hộ dân.\n\n"
        "Sở Xây dựng có trách nhiệm theo dõi tình hình sạt lở, kịp thời báo cáo UBND tỉnh.\n"
    )
    document = only(read(text))
    assert document.is_emergency
    assert document.issuer == "Chủ tịch UBND tỉnh"
    assert told(text) == [("UBND xã Bản Lác",), ("Sở Xây dựng",)]


def test_who_declares_an_emergency_is_not_told_to_do_so() -> None:
    text = (
        "Chủ tịch UBND tỉnh Sơn Khê vừa ký ban hành quyết định công bố tình huống khẩn cấp sạt lở bờ sông.\n\n"
        "Theo đó, UBND tỉnh Sơn Khê công bố tình huống khẩn cấp sạt lở bờ sông tại xã Bản Lác.\n\n"
        "Chủ tịch UBND tỉnh Sơn Khê yêu cầu UBND xã Bản Lác cắm biển báo. Các địa phương có thông báo rộng rãi đến người dân.\n"
    )
    assert told(text) == [("UBND xã Bản Lác",), ("Các địa phương",)]


def test_what_has_been_so_for_hours_is_no_order_though_it_follows() -> None:
    assert not read("Theo đó, từ 6 giờ sáng nay, nước lũ đã rút dần, người dân xã Bản Lác trở về nhà dọn dẹp.\n").documents
