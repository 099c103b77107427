"""Tests of retellings in which a story says something only once, in its lead or a name, or tells of courtesies between its orders."""

from __future__ import annotations

from tests.reading.papers import only, read

OPENS = "Chiều 3/10, UBND tỉnh Sơn Khê ban hành công điện khẩn về việc ứng phó bão số 7.\n\n"


def told(text: str) -> list[tuple[str, ...]]:
    return [d.addressees for d in only(read(text)).directives]


def test_an_hour_that_only_the_lead_names_is_an_order_of_its_own() -> None:
    lead = "Chủ tịch UBND tỉnh Sơn Khê yêu cầu các xã ven sông Khe đưa hết người già, trẻ em lên đình làng trước 19h ngày 4/10.\n\n"
    body = "Công điện do Chủ tịch UBND tỉnh ký chiều 3/10 nêu bão số 7 mạnh lên.\n\nSở Y tế mở cửa trạm xá suốt đêm.\n"
    assert told(f"{lead}{body}") == [("các xã ven sông Khe",), ("Sở Y tế",)]
    again = "Các xã dọn đình làng, đưa người già lên trước 19 giờ ngày 4/10.\n"
    assert told(f"{lead}{body}\n{again}") == [("Sở Y tế",), ("Các xã",)]


def test_what_was_done_for_the_bereaved_is_no_order() -> None:
    text = (
        "Thủ tướng vừa có công điện về vụ cháy kho vải ở Khe Sặt.\n\nThủ tướng đã chỉ đạo các cơ quan chức năng gửi lời thăm hỏi tới gia "
        "đình thợ dệt.\n\nThủ tướng yêu cầu UBND tỉnh Sơn Khê lo chỗ ở cho họ.\n"
    )
    assert told(text) == [("UBND tỉnh Sơn Khê",)]


def test_a_day_of_the_week_numbers_nothing() -> None:
    assert told(f"{OPENS}UBND tỉnh yêu cầu Sở Y tế mở cửa trạm xá suốt đêm.\n\nThứ hai, 14 Tháng 10 Năm 2024\n") == [("Sở Y tế",)]
    assert told(f"{OPENS}UBND tỉnh yêu cầu Sở Y tế mở cửa trạm xá suốt đêm.\n\nThứ hai, cấp thuốc cho các trạm.\n") == [("Sở Y tế",)] * 2


def test_a_shortened_city_does_not_end_the_name_of_a_partner() -> None:
    asks = "UBND tỉnh yêu cầu Sở Y tế phối hợp với Công an TP.Vân Hồ và Sở Xây dựng đưa người bệnh lên tầng hai.\n"
    assert only(read(f"{OPENS}{asks}")).directives[0].supports == ("Công an TP.Vân Hồ", "Sở Xây dựng")


def test_what_an_enterprise_is_named_for_is_not_what_a_telegram_is_about() -> None:
    text = (
        "Trước mưa lũ, Bộ Công Thương vừa ra công điện chỉ đạo các đơn vị có hồ thủy điện như Tập đoàn Than và Khoáng sản Sơn Khê.\n\n"
        "Bộ yêu cầu các đơn vị mở cửa xả đáy hồ.\n"
    )
    assert only(read(text)).is_emergency
