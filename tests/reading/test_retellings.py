"""Tests of how newspapers retell orders: who asks besides condoling, who is asked by a name told otherwise, what goes on with whom."""

from __future__ import annotations

import pytest

from alertd.model.documents import DocumentKind, Hazard
from tests.reading.papers import only, read

OPENS = "UBND tỉnh Sơn Khê vừa có công điện khẩn về bão số 7.\n\n"


def told(text: str) -> list[tuple[str, ...]]:
    return [d.addressees for d in only(read(text)).directives]


@pytest.mark.parametrize("adds", ["Ngoài ra", "Bên cạnh đó", "Cùng với đó", "Song song với đó"])
def test_a_word_that_adds_is_no_condition_after_which_somebody_new_is_named(adds: str) -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu Sở Xây dựng rào các ngầm tràn.\n\n{adds}, kiểm tra an toàn đập, hồ chứa nước, báo động kịp thời.\n"
    assert set(told(text)) == {("Sở Xây dựng",)}


@pytest.mark.parametrize("why", ["Thế nên", "Vì thế", "Do vậy", "Bởi vậy"])
def test_whoever_stresses_a_danger_asks_those_who_must_act_because_of_it(why: str) -> None:
    text = (
        "Dẫn tin bão, Bộ Khai khoáng nhấn mạnh cơn bão số 7 rất mạnh.\n\n"
        f"{why}, các sở khai khoáng cần cho thợ rời hầm, chèn chống cửa lò.\n"
    )
    document = only(read(text))
    assert (document.issuer, document.is_emergency) == ("Bộ Khai khoáng", True)
    assert told(text) == [("các sở khai khoáng",)]


def test_an_occasion_told_beside_a_storm_makes_its_orders_no_ceremony() -> None:
    text = (
        "Trong lúc cả tỉnh đón lễ kỷ niệm ngày giải phóng, bão số 7 tiến vào rất nhanh. "
        "UBND tỉnh Sơn Khê yêu cầu các xã ven sông sơ tán dân ở bãi bồi.\n"
    )
    assert only(read(text)).is_emergency
    assert not read(
        text.replace("bão số 7 tiến vào rất nhanh", "trời nắng đẹp").replace("sơ tán dân ở bãi bồi", "treo cờ, dọn đường")
    ).documents


@pytest.mark.parametrize("opens", ["", "Công điện nêu rõ, về vụ chìm đò ở bến Khe Sặt làm nhiều người mất tích, "])
@pytest.mark.parametrize("word", ["yêu cầu", "đề nghị", "giao"])
def test_who_condoles_and_asks_in_one_sentence_asks(opens: str, word: str) -> None:
    text = (
        "Thủ tướng Chính phủ vừa có công điện về vụ chìm đò ở bến Khe Sặt.\n\n"
        f"{opens}Thủ tướng Chính phủ gửi lời thăm hỏi, động viên tới các gia đình, thân nhân của những người đang còn mất tích và {word} "
        "Bộ Quốc phòng điều tàu lặn đến bến trước trời tối.\n"
    )
    assert told(text) == [("Bộ Quốc phòng",)]


def test_the_owner_of_a_ship_that_has_a_name_is_one_who_is_asked() -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu UBND xã Vân Hồ và chủ tàu vận tải Khe Sặt 08 đưa thợ máy lên bờ.\n"
    assert told(text) == [("UBND xã Vân Hồ", "chủ tàu vận tải Khe Sặt 08")]


def test_those_of_a_number_are_told_by_name_after_gom() -> None:
    text = (
        "UBND tỉnh Sơn Khê vừa ra công điện khẩn yêu cầu hai địa phương có đê nứt gồm hai huyện Vân Hồ và Khe Sặt đưa dân lên đồi.\n\n"
        "Đê đã nứt 30 mét sau bão số 7.\n"
    )
    assert told(text) == [("huyện Vân Hồ", "huyện Khe Sặt")]


def test_two_decisions_that_declare_an_emergency_are_of_that_kind() -> None:
    text = (
        "UBND tỉnh Sơn Khê vừa có hai quyết định công bố tình huống khẩn cấp về sạt lở bờ sông.\n\n"
        "UBND tỉnh yêu cầu Sở Xây dựng cắm biển báo, đưa 20 hộ dân ra khỏi bờ.\n"
    )
    document = only(read(text))
    assert (document.kind, document.is_emergency) == (DocumentKind.QUYET_DINH, True)


def test_what_all_of_a_kind_are_asked_for_first_is_not_told_again_to_them_by_a_shorter_name() -> None:
    text = (
        "Bộ Lâm nghiệp vừa có công điện khẩn số 5/CĐ-BLN yêu cầu các tỉnh, thành phố trực thuộc Trung ương có rừng thông "
        "chủ động triển khai các biện pháp phòng cháy, chữa cháy rừng thông, giảm thiểu mọi thiệt hại do cháy rừng gây ra.\n\n"
        "Trời hanh khô đã nhiều ngày. Do vậy, các tỉnh, thành phố có rừng thông cần cấm đốt nương, dọn đường băng.\n"
    )
    assert told(text) == [("các tỉnh, thành phố có rừng thông",)]


def test_letting_water_out_is_no_flood() -> None:
    text = (
        "Bộ Thủy lợi vừa có công điện yêu cầu Công ty Thủy điện Khe Sặt mở 1 cửa xả đáy lúc 15 giờ.\n\n"
        "Bộ cũng đề nghị UBND tỉnh Sơn Khê báo cho dân ven sông biết giờ xả lũ.\n"
    )
    assert only(read(text)).hazards == (Hazard.DAM,)


def test_whom_one_is_given_to_warn_issues_no_notice() -> None:
    text = (
        "Cụ thể, UBND thành phố Sơn Khê yêu cầu các phường chống bão số 7.\n\n"
        "UBND thành phố giao Thường trực Ban Chỉ huy quyết định thông báo cấm đò ngang, đò dọc.\n"
    )
    document = only(read(text))
    assert document.kind is DocumentKind.CONG_DIEN
    assert (document.issuer, document.is_emergency) == ("UBND thành phố Sơn Khê", True)


@pytest.mark.parametrize("at", [" tại", " ở", ""])
def test_offices_of_one_kind_at_several_places_are_each_meant(at: str) -> None:
    text = f"{OPENS}Các Cảng vụ hàng hải{at} Quảng Ninh, Nghệ An và Cà Mau được yêu cầu gọi tàu về bến.\n"
    assert told(text) == [("Cảng vụ hàng hải Quảng Ninh", "Cảng vụ hàng hải Nghệ An", "Cảng vụ hàng hải Cà Mau")]


@pytest.mark.parametrize(
    "signed", ["vừa được Phó Chủ tịch UBND tỉnh Sơn Khê Lê Văn Mẫu ký ngày 3/9", "do UBND tỉnh Sơn Khê phát đi sáng 3/9"]
)
def test_by_a_paper_that_somebody_signed_others_are_asked(signed: str) -> None:
    text = f"Theo văn bản khẩn {signed}, Sở Giáo dục được yêu cầu chỉ đạo các trường đóng cửa trước bão số 7.\n\nGió đã mạnh lên.\n"
    document = only(read(text))
    assert "UBND tỉnh Sơn Khê" in (document.issuer or "")
    assert told(text) == [("Sở Giáo dục",)]


def test_so_many_districts_are_named_beside_another_group() -> None:
    text = f"{OPENS}Các sở ngành và 11 quận huyện được yêu cầu tuần tra bờ sông.\n"
    assert told(text) == [("Các sở ngành", "11 quận huyện")]


def test_who_is_there_to_search_has_searching_in_its_name() -> None:
    text = f"{OPENS}Các lực lượng tìm kiếm cứu hộ - cứu nạn phải sẵn sàng xuồng máy.\n"
    assert told(text) == [("Các lực lượng tìm kiếm cứu hộ - cứu nạn",)]


def test_to_whom_a_telegram_goes_is_told_without_what_it_is_about() -> None:
    text = (
        "Thủ tướng đã có công điện gửi Bộ trưởng Bộ Công an; Chủ tịch UBND các tỉnh, thành phố trực thuộc Trung ương liên quan đến "
        "vụ cháy chợ Khe Sặt.\n\nThủ tướng yêu cầu Bộ Công an làm rõ nguyên nhân vụ cháy.\n"
    )
    assert only(read(text)).addressees_to_act == ("Bộ trưởng Bộ Công an", "Chủ tịch UBND các tỉnh, thành phố trực thuộc Trung ương")


def test_who_declares_an_emergency_and_asks_in_one_sentence_asks() -> None:
    text = (
        "UBND tỉnh Sơn Khê vừa có hai quyết định công bố tình huống khẩn cấp và yêu cầu hai địa phương có bờ sông sạt lở gồm "
        "hai xã Vân Hồ và Khe Sặt đưa dân ra khỏi bờ.\n\nUBND tỉnh yêu cầu Sở Xây dựng cắm biển báo.\n"
    )
    assert told(text) == [("xã Vân Hồ", "xã Khe Sặt"), ("Sở Xây dựng",)]
