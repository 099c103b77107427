"""Tests of what retellings say between and around their orders: hours only in the lead, courtesies, weather, the papers of two offices."""

from __future__ import annotations

from datetime import date

import pytest

from alertd.model.documents import DocumentKind
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


@pytest.mark.parametrize("place", ["UBND huyện Chợ Mới", "UBND xã Khe Mới"])
def test_new_may_be_a_places_name(place: str) -> None:
    assert told(f"{OPENS}Theo công điện, {place} phải dựng rào chắn ở bến đò.\n") == [(place,)]
    assert told(f"{OPENS}Công ty Thủy điện Khe Sặt mới phát đi thông báo về việc xả nước.\n") == []


def test_once_the_orders_have_begun_whoever_is_asked_in_general_is_asked() -> None:
    text = (
        "Do mưa lớn kéo dài, để giữ an toàn các hồ chứa và tính mạng của người dân vùng hạ du sông Khe trong đợt mưa này, Thủ tướng yêu "
        "cầu Chủ tịch UBND tỉnh Sơn Khê cho dời ngay các lán thợ gốm ở chân đập Khe Sặt.\n\nTrong đó, các địa phương tập trung soát lại "
        "mái đập, tràn xả lũ và những hộ ở dưới chân các đồi chè.\n\n“Chủ tịch UBND tỉnh phải chịu trách nhiệm nếu đập vỡ”, công điện nhấn "
        "mạnh.\n\nThủ tướng giao Bộ Công Thương cử người đến hồ Khe Sặt.\n"
    )
    assert ("các địa phương",) in told(text)


def test_names_are_told_again_with_or_without_their_commas() -> None:
    text = (
        "Ngay sau trận động đất, UBND huyện Vân Hồ đã có văn bản yêu cầu các cơ quan đơn vị trực thuộc huyện; Ủy ban nhân dân các xã khẩn "
        "trương ứng phó với động đất.\n\nCác cơ quan, đơn vị trực thuộc huyện và Ủy ban nhân dân các xã có trách nhiệm đếm số nhà nứt.\n"
    )
    assert told(text) == [("Các cơ quan, đơn vị trực thuộc huyện", "Ủy ban nhân dân các xã")]


def test_as_they_are_charged_is_how_they_act() -> None:
    asks = "UBND tỉnh yêu cầu Sở Y tế, Sở Công Thương theo phân công của trưởng đoàn khẩn trương xuống các xã.\n"
    assert told(f"{OPENS}{asks}") == [("Sở Y tế", "Sở Công Thương")]


def test_a_decision_that_declares_an_emergency_is_passed_on() -> None:
    text = (
        "Chủ tịch UBND tỉnh Sơn Khê đã ra quyết định ban bố tình trạng khẩn cấp vì hạn hán.\n\n"
        "Theo đó, tỉnh Sơn Khê giao Sở Y tế chở nước sạch đến các trạm xá.\n"
    )
    document = only(read(text))
    assert (document.kind, document.is_emergency) == (DocumentKind.QUYET_DINH, True)


@pytest.mark.parametrize(
    "news",
    [
        "Đài khí tượng cảnh báo nguy cơ nước dâng trên sông Khe.",
        "TP Sơn Khê có mưa rào kèm sấm sét.",
        "Sở Giáo dục Gò Mơ cũng quyết định cho trẻ nghỉ học.",
        "Người dân làng gốm dọn lò chạy lũ",
    ],
)
def test_weather_and_headlines_order_nobody(news: str) -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu Sở Y tế mở cửa trạm xá suốt đêm.\n\n{news}\n\nNước sông Khe đang lên.\n"
    assert told(text) == [("Sở Y tế",)]


def test_a_story_goes_on_to_the_paper_of_another_office() -> None:
    first = "UBND tỉnh Sơn Khê mới gửi công điện khẩn, yêu cầu UBND huyện Vân Hồ dời lò gốm ven sông.\n\n"
    second = "Cùng ngày, Chủ tịch UBND TP Gò Mơ cũng có công điện về triều cường. Công điện yêu cầu Sở Xây dựng đóng van ngăn triều.\n"
    documents = read(f"{first}{second}").documents
    assert [(d.issuer, [x.addressees for x in d.directives]) for d in documents] == [
        ("UBND tỉnh Sơn Khê", [("UBND huyện Vân Hồ",)]),
        ("Chủ tịch UBND TP Gò Mơ", [("Sở Xây dựng",)]),
    ]
    unclear = "Cùng ngày, Chủ tịch UBND TP Gò Mơ cũng có công điện về triều cường. Công điện yêu cầu Công ty Thoát nước đóng ghe.\n"
    (document,) = read(f"{first}{unclear}").documents
    assert any(problem.code == "unclear_order" for problem in document.problems)
    same = "Trước đó, Chủ tịch UBND TP Gò Mơ cũng có công điện về triều cường. Công điện yêu cầu Sở Xây dựng đóng van ngăn triều.\n"
    assert len(read(f"{first}{same}").documents) == 1


def test_the_rest_of_a_paper_whose_beginning_is_lost_is_told() -> None:
    text = (
        "Sở Xây dựng, Công ty Thoát nước Gò Mơ phối hợp với UBND các phường dọn miệng cống trước triều cường.\n\n"
        "Đối với những ngã ba hay ngập do triều cường, đề nghị các quận cắm biển báo.\n\nCông an Gò Mơ phân luồng ở các ngã tư bị ngập.\n"
    )
    document = only(read(text))
    assert document.issuer is None
    assert [d.addressees for d in document.directives] == [("Sở Xây dựng", "Công ty Thoát nước Gò Mơ"), ("các quận",), ("Công an Gò Mơ",)]
    assert not read(text.replace("đề nghị các quận cắm biển báo", "nước còn rút chậm")).documents


def test_two_telegrams_in_one_breath_are_both_cited_by_their_issuer() -> None:
    asks = "UBND tỉnh yêu cầu Sở Y tế làm theo ý kiến của Thủ tướng tại các Công điện số 61 và số 74, mở cửa trạm xá suốt đêm.\n"
    assert only(read(f"{OPENS}{asks}")).cites == ("61/CĐ-TTg", "74/CĐ-TTg")


def test_how_a_body_or_a_lake_is_orders_nothing() -> None:
    how = "Hồ Khe Sặt có diện tích 8 km².\n\nThủy điện Khe Sặt còn có vai trò quan trọng trong việc cấp nước cho đồng.\n"
    assert told(f"{OPENS}UBND tỉnh yêu cầu Sở Y tế mở cửa trạm xá suốt đêm.\n\n{how}") == [("Sở Y tế",)]


def test_points_may_be_numbered_by_keycaps_and_pictures() -> None:
    text = (
        "Bão số 13 đang đến gần. Chủ tịch UBND phường Gò Mơ đề nghị:\n1\ufe0f\u20e3 Công an phường rào ngã tư chợ Gốm.\n"
        "2\ufe0f\u20e3 Trạm Y tế phường mang cáng sang đình.\n\U0001f449 Các trường dọn lớp học tầng hai.\n"
    )
    assert told(text) == [("Công an phường",), ("Trạm Y tế phường",), ("Các trường",)]


def test_a_headline_may_name_a_telegram_without_its_symbol() -> None:
    text = (
        "Ban Chỉ huy tỉnh Sơn Khê gửi Công điện khẩn số 4 về bão số 8\n\nBan Chỉ huy tỉnh Sơn Khê đã gửi công điện khẩn số 04/CĐ-BCH ngày "
        "29/10/2024 về bão số 8.\n\nBan Chỉ huy yêu cầu Sở Y tế mở cửa trạm xá suốt đêm.\n"
    )
    document = only(read(text))
    assert (document.number, document.issued_on, document.cites) == ("04/CĐ-BCH", date(2024, 10, 29), ())


def test_what_a_telegram_urges_in_general_is_what_it_is_about() -> None:
    sent = "Thủ tướng đã gửi công điện tới các bộ: Công an, Quốc phòng; UBND tỉnh Sơn Khê, đôn đốc việc giữ rừng trước nắng lửa.\n\n"
    says = "Công điện nhấn mạnh: Chủ tịch UBND tỉnh nêu trên cắm biển báo cháy rừng ở bìa rừng.\n"
    assert told(f"{sent}{says}") == [("Chủ tịch UBND tỉnh nêu trên",)]


def test_a_long_condition_ends_where_then_stands() -> None:
    text = (
        f"{OPENS}UBND tỉnh yêu cầu Công ty Thủy điện Khe Sặt mở hai cửa xả.\n\nTrong quá trình xả, nếu nước ở trạm Vân Hồ (xã Vân Hồ, Sơn "
        "Khê) lên quá mức hai hoặc hồ đầy thêm một mét thì mở thêm cửa số ba.\n"
    )
    assert told(text) == [("Công ty Thủy điện Khe Sặt",)] * 2


@pytest.mark.parametrize("leads", ["Về phần mình, ", "Theo đó, ", ""])
def test_for_its_part_a_body_is_ordered(leads: str) -> None:
    assert told(f"{OPENS}{leads}Hạt Kiểm lâm phải gác suốt đêm ở bìa rừng.\n") == [("Hạt Kiểm lâm",)]


def test_a_row_of_units_in_a_condition_does_not_begin_the_order() -> None:
    asks = "Bão mạnh thêm. Đối với các huyện, thành phố có đê phải cho người canh đê.\n"
    assert ("thành phố có đê",) not in told(f"{OPENS}UBND tỉnh yêu cầu Sở Y tế mở cửa trạm xá suốt đêm. {asks}")


def test_whoever_confirms_a_notice_has_not_issued_it() -> None:
    text = (
        "Ông Lê Văn Mẫu, Chánh Văn phòng UBND tỉnh Sơn Khê, xác nhận tối 3/10, Chủ tịch UBND tỉnh Sơn Khê đã ký thông báo khẩn gửi các xã "
        "về hồ Khe Sặt xả lũ.\n\nChủ tịch UBND tỉnh Sơn Khê yêu cầu Công an tỉnh đưa người dân lên cao.\n"
    )
    assert only(read(text)).issuer == "Chủ tịch UBND tỉnh Sơn Khê"


def test_the_head_of_government_who_charges_a_minister_has_issued_the_telegram() -> None:
    text = (
        "Công điện gửi hai bộ: Quốc phòng, Công an; Chủ tịch UBND tỉnh Sơn Khê về mưa lũ.\n\n"
        "Để nhanh chóng khắc phục hậu quả mưa lũ, Thủ tướng giao Bộ trưởng Bộ Công an lo chỗ ở cho dân vùng lũ.\n"
    )
    assert only(read(text)).issuer == "Thủ tướng"


def test_a_special_zone_asks_as_a_district_does() -> None:
    opens = "UBND đặc khu Vân Hồ vừa gửi Công điện số 07/CĐ-UBND về bão số 3.\n\n"
    assert told(f"{opens}Theo đó, đặc khu yêu cầu Đồn Biên phòng Khe cấm tàu ra khơi.\n") == [("Đồn Biên phòng Khe",)]


@pytest.mark.parametrize(
    ("headline", "about"),
    [
        ("Không để cúm A/H5N1 lây sang người", "gửi Chủ tịch UBND tỉnh Sơn Khê"),
        ("Suốt đêm ở thôn Gốm", "yêu cầu UBND xã Vân Hồ đưa 17 hộ ra khỏi vùng nguy hiểm"),
    ],
)
def test_a_telegram_on_whatever_threatens_people_is_no_administration(headline: str, about: str) -> None:
    orders = "Sở Y tế cử bác sĩ xuống thôn. Sở Công Thương chở chăn màn. Phòng Nội vụ xã xuất cấp 500 kg gạo.\n"
    text = f"{headline}\n\nTối 9/9, Chủ tịch UBND tỉnh Sơn Khê đã ra công điện {about}.\n\n{orders}"
    assert only(read(text)).is_emergency


def test_a_wire_in_great_haste_is_a_telegram() -> None:
    text = (
        "Thứ trưởng Bộ Công an Lê Văn Mẫu vừa gửi điện hỏa tốc, yêu cầu Công an các địa phương ven sông Khe lo cứu nạn.\n\n"
        "Theo đó, Cục Hậu cần chở áo phao đến các trạm. Còn Cục Cảnh sát giao thông phân luồng trên quốc lộ.\n"
    )
    document = only(read(text))
    assert (document.kind, document.is_emergency) == (DocumentKind.CONG_DIEN, True)
    assert told(text) == [("Cục Hậu cần",), ("Cục Cảnh sát giao thông",)]


@pytest.mark.parametrize(("one", "other"), [("", " số 27/CĐ-UBND"), (" số 9/CĐ-UBND", ""), ("", "")])
def test_each_of_two_provinces_has_its_telegram_with_a_number_or_without(one: str, other: str) -> None:
    text = (
        f"Chiều 10/11, Chủ tịch UBND tỉnh Sơn Khê ký công điện khẩn{one} yêu cầu Công ty Gốm Khe đưa thợ khỏi bãi sông.\n\n"
        f"Trong khi đó, UBND tỉnh Gò Mơ cũng ban hành công điện{other} về bão số 14. Tỉnh yêu cầu Sở Y tế mở cửa trạm xá suốt đêm.\n"
    )
    documents = read(text).documents
    assert [[d.addressees for d in document.directives] for document in documents] == [[("Công ty Gốm Khe",)], [("Sở Y tế",)]]
    assert [document.number for document in documents] == ["09/CĐ-UBND" if one else None, "27/CĐ-UBND" if other else None]


@pytest.mark.parametrize("who", ["Hạt Kiểm lâm Khe Sặt", "Công chức Địa chính", "Hội Bảo vệ người tiêu dùng Sơn Khê"])
def test_whoever_must_use_something_is_named_without_it(who: str) -> None:
    assert told(f"{OPENS}Yêu cầu {who} dùng flycam soi các sườn đồi chè.\n") == [(who,)]


@pytest.mark.parametrize("goes_on", ["Cùng với đó là đẩy mạnh", "Bên cạnh đó là tăng cường"])
def test_what_comes_with_an_order_is_one_more_for_the_same(goes_on: str) -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu các xã neo bè.\n\n{goes_on} việc rao loa ở bến đò.\n"
    assert told(text) == [("các xã",), ("các xã",)]


def test_a_telegram_may_direct_one_and_ask_another_in_a_breath() -> None:
    text = (
        f"{OPENS}Công điện ngày 3/10 của Chủ tịch UBND tỉnh chỉ đạo các xã thanh tra các bến đò ngang, đồng thời yêu cầu Sở Y tế giữ đủ "
        "thuốc.\n"
    )
    assert told(text) == [("các xã",), ("Sở Y tế",)]


def test_whoever_is_reminded_may_be_told_why_before() -> None:
    text = f"{OPENS}UBND tỉnh cũng lưu ý do nước sông Khe còn lên nhanh, các xã neo bè vào sâu trong ngòi.\n"
    assert told(text) == [("các xã",)]


def test_what_people_must_be_given_and_what_an_office_warns_of_are_no_orders_to_them() -> None:
    orders = f"{OPENS}UBND tỉnh yêu cầu các xã neo bè.\n\n"
    assert told(f"{orders}Người dân cần được hướng dẫn cách neo bè.\n") == [("các xã",)]
    assert told(f"{orders}Chính quyền cảnh báo nếu mưa tiếp, cầu phao sẽ đứt.\n") == [("các xã",)]


def test_what_must_be_done_may_come_after_what_it_is_about() -> None:
    text = f"{OPENS}UBND tỉnh đề nghị các xã triển khai các việc sau:\n\nVề ứng phó với bão số 7 đối với bến đò, cần theo dõi mực nước.\n"
    assert told(text) == [("các xã",)]


@pytest.mark.parametrize(
    ("signs", "issuer"),
    [
        ("Trung tướng Lê Văn Mẫu, Thứ trưởng Bộ Công an", "Thứ trưởng Bộ Công an"),
        ("Thượng tướng Lê Văn Mẫu, Phó Tổng Tham mưu trưởng Quân đội", "Phó Tổng Tham mưu trưởng Quân đội"),
    ],
)
def test_whoever_signs_with_a_rank_is_named_by_the_whole_office(signs: str, issuer: str) -> None:
    text = f"Ngày 3/10, {signs} ký Công điện số 11 về bão số 7.\n\nCác xã dời bè vào ngòi.\n"
    assert only(read(text)).issuer == issuer


def test_the_general_staff_speaks_for_its_chief() -> None:
    text = (
        "Ngày 3/10, Đại tướng Lê Văn Mẫu, Tổng Tham mưu trưởng Quân đội, ký Công điện số 11 gửi Quân khu 2 về bão số 7.\n\n"
        "Bộ Tổng Tham mưu lưu ý các đơn vị di dời kho gạo khỏi bãi sông.\n"
    )
    assert told(text) == [("các đơn vị",)]


def test_what_a_presenting_sentence_tells_above_all_is_the_order() -> None:
    text = (
        "UBND tỉnh Sơn Khê ký Công điện số 11 chỉ đạo các ngành, địa phương tập trung ứng phó bão; trong đó yêu cầu đưa hết người khỏi "
        "bãi sông trước 15 giờ hôm nay.\n\nSở Y tế phải mở cửa trạm xá suốt đêm.\n"
    )
    orders = [(d.addressees, d.actions[0].text) for d in only(read(text)).directives]
    assert orders[0] == (("các ngành, địa phương",), "đưa hết người khỏi bãi sông trước 15 giờ hôm nay")


@pytest.mark.parametrize(
    "shows",
    ["Cán bộ, chiến sĩ Đồn Khe Sặt triển khai neo bè.", "anh-ben-do.jpg\nLực lượng dân quân xã Vân Hồ chằng nhà."],
)
def test_what_a_picture_shows_is_no_order_though_it_ends_as_a_sentence(shows: str) -> None:
    document = only(read(f"{OPENS}UBND tỉnh yêu cầu Sở Y tế giữ đủ thuốc.\n\n{shows}\n\nCác xã dời bè vào ngòi.\n"))
    assert [d.addressees for d in document.directives] == [("Sở Y tế",), ("Các xã",)]
    assert "unclear_order" in {problem.code for problem in document.problems}


def test_those_to_whom_a_telegram_is_sent_besides_are_recipients_too() -> None:
    text = (
        "Sáng 3/10, Bộ Công an có Công điện số 11 về bão số 7.\n\nCông điện gửi Cục Y tế; Cục Viễn thông. Đồng thời, gửi Công an các tỉnh: "
        "Sơn La, Phú Thọ.\n\nCục Y tế phải giữ đủ thuốc.\n"
    )
    assert only(read(text)).addressees_to_act == ("Cục Y tế", "Cục Viễn thông", "Công an tỉnh Sơn La", "Công an tỉnh Phú Thọ")


def test_a_story_may_say_to_whom_its_issuer_telegraphs() -> None:
    text = (
        "Thủ tướng Chính phủ có Công điện số 11 về bão.\n\nThủ tướng Chính phủ điện các đồng chí: Bí thư Tỉnh ủy Sơn La; Bộ trưởng "
        "Bộ Y tế.\n\nBộ Y tế phải giữ đủ thuốc.\n"
    )
    assert only(read(text)).addressees_to_act == ("Bí thư Tỉnh ủy Sơn La", "Bộ trưởng Bộ Y tế")


def test_what_a_story_tells_in_particular_begins_the_orders_though_it_asks_others_later() -> None:
    text = f"{OPENS}Cụ thể, UBND xã Vân Hồ sẵn sàng chỗ ngủ cho 90 hộ.\n\nTheo đó, đề nghị các thôn dời bè vào ngòi.\n"
    assert told(text) == [("UBND xã Vân Hồ",), ("các thôn",)]


def test_which_newspaper_told_it_first_stands_before_the_order() -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu các xã neo bè.\n\nTheo thông tin từ báo Sơn Khê, Sở Y tế khẩn trương mở cửa trạm xá suốt đêm.\n"
    assert told(text) == [("các xã",), ("Sở Y tế",)]


def test_a_number_told_with_its_word_twice_and_a_letter_on_disasters_in_general_are_read() -> None:
    text = (
        "Sáng 3/10, Sở Thủy lợi Sơn Khê có Văn bản số số 41/STL-ĐĐ gửi UBND các xã, đề nghị các xã sẵn lòng chống thiên tai.\n\n"
        "Vùng áp thấp trên biển đang mạnh lên.\n\nSở Thủy lợi Sơn Khê đề nghị UBND các xã gọi thuyền vào bờ.\n"
    )
    document = only(read(text))
    assert (document.number, document.is_emergency) == ("41/STL-ĐĐ", True)


def test_a_whole_branch_may_be_asked_and_a_row_of_departments_be_charged_by_their_ministry() -> None:
    orders = f"{OPENS}UBND tỉnh yêu cầu toàn ngành y tế giữ đủ thuốc.\n\n"
    assert told(orders) == [("toàn ngành y tế",)]
    text = (
        "Bộ Xây dựng vừa có công điện khẩn về bão số 7.\n\nCác Sở Xây dựng Sơn La, Phú Thọ được Bộ Xây dựng giao nhiệm vụ phối hợp với các "
        "đồn gác cầu phao.\n"
    )
    assert told(text) == [("Sở Xây dựng Sơn La", "Sở Xây dựng Phú Thọ")]


def test_how_somebody_must_act_is_no_part_of_the_name() -> None:
    asks = "UBND tỉnh yêu cầu Sở Y tế giữ đủ thuốc.\n\nCác xã ven sông bằng mọi hình thức thông tin cho chủ đò.\n"
    assert told(f"{OPENS}{asks}") == [("Sở Y tế",), ("Các xã ven sông",)]


def test_a_comma_may_slip_in_before_those_to_whom_a_telegram_goes() -> None:
    text = "Cục Cầu cống vừa có công điện gửi, các Ban Quản lý dự án 2 và 9 về bão số 7.\n\nCục yêu cầu Ban Quản lý dự án 2 rào bến đò.\n"
    assert only(read(text)).addressees_to_act == ("Ban Quản lý dự án 2", "Ban Quản lý dự án 9")
