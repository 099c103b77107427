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
        "UBND tỉnh Sơn Khê vừa ra hai quyết định công bố tình huống khẩn cấp về sạt lở bờ sông.\n\n"
        "UBND tỉnh yêu cầu Sở Xây dựng cắm biển báo, đưa 20 hộ dân ra khỏi bờ.\n"
    )
    document = only(read(text))
    assert (document.kind, document.is_emergency) == (DocumentKind.QUYET_DINH, True)


def test_what_all_of_a_kind_are_asked_for_first_is_not_told_again_to_them_by_a_shorter_name() -> None:
    text = (
        "Bộ Lâm nghiệp vừa có công điện khẩn số 5/CĐ-BLN yêu cầu các tỉnh, thành phố trực thuộc Trung ương có rừng thông "
        "chủ động thực hiện mọi cách phòng cháy, chữa cháy rừng thông, giảm bớt những gì ngọn lửa lấy đi.\n\n"
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
        "Thủ tướng đã có công điện gửi Bộ trưởng Bộ Y tế; Chủ tịch UBND các tỉnh, thành phố trực thuộc Trung ương liên quan đến "
        "vụ cháy chợ Khe Sặt.\n\nThủ tướng yêu cầu Bộ Công an làm rõ nguyên nhân vụ cháy.\n"
    )
    assert only(read(text)).addressees_to_act == ("Bộ trưởng Bộ Y tế", "Chủ tịch UBND các tỉnh, thành phố trực thuộc Trung ương")


def test_who_declares_an_emergency_and_asks_in_one_sentence_asks() -> None:
    text = (
        "UBND tỉnh Sơn Khê vừa ra hai quyết định công bố tình huống khẩn cấp và yêu cầu hai địa phương có bờ sông sạt lở gồm "
        "hai xã Vân Hồ và Khe Sặt đưa dân ra khỏi bờ.\n\nUBND tỉnh yêu cầu Sở Xây dựng cắm biển báo.\n"
    )
    assert told(text) == [("xã Vân Hồ", "xã Khe Sặt"), ("Sở Xây dựng",)]


def test_so_many_provinces_in_general_are_those_named_below() -> None:
    text = (
        "Ban Chỉ đạo Phòng thủ dân sự quốc gia vừa ban hành công điện khẩn yêu cầu 3 tỉnh, thành miền Bắc, các bộ, ngành liên quan "
        "triển khai ngay biện pháp chống bão số 7.\n\n"
        "Trong công điện, Ban Chỉ đạo yêu cầu các địa phương: Quảng Ninh, Hải Phòng và Hà Nội sơ tán dân ở chân núi.\n"
    )
    assert told(text) == [("Quảng Ninh", "Hải Phòng", "Hà Nội")]


def test_who_may_decide_is_named_without_the_word_for_it() -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu Sở Y tế trữ thuốc.\n\nChủ tịch UBND các xã được quyền quyết định đóng cửa chợ.\n"
    assert told(text) == [("Sở Y tế",), ("Chủ tịch UBND các xã",)]


def test_as_things_go_others_are_charged() -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu Sở Y tế trữ thuốc. Tùy theo sức gió ở từng cửa sông, các xã quyết định việc cấm đò.\n"
    assert told(text) == [("Sở Y tế",), ("các xã",)]


def test_local_government_is_one_beside_offices_and_none_beside_the_party() -> None:
    assert told(f"{OPENS}UBND tỉnh yêu cầu các sở, ngành và chính quyền địa phương cắm biển báo.\n") == [
        ("các sở, ngành", "chính quyền địa phương")
    ]
    assert told(f"{OPENS}UBND tỉnh yêu cầu các cấp ủy, chính quyền địa phương cắm biển báo.\n") == [("các cấp ủy, chính quyền địa phương",)]


def test_a_branch_of_government_asks_as_its_office_does() -> None:
    text = "Sở Giáo dục tỉnh Sơn Khê vừa ban hành công văn khẩn về bão số 7.\n\nNgành Giáo dục Sơn Khê yêu cầu các trường kê cao bàn ghế.\n"
    assert told(text) == [("các trường",)]


def test_a_telegram_told_twice_under_headlines_is_no_bulletin_of_two() -> None:
    text = (
        "Bộ Khai khoáng chỉ đạo khẩn sau vụ sập hầm Khe Sặt\n\n"
        "Chiều 9/9, Bộ Khai khoáng đã có Công điện số 35/CĐ-BKK về việc khắc phục sự cố hầm Khe Sặt\n\n"
        "Người dân lặng người bên cửa hầm sập: Thợ lò sẽ đi lối nào?\n\n"
        "Chiều 9/9, Thứ trưởng Bộ Khai khoáng Lê Văn Mẫu ký Công điện số 35/CĐ-BKK về việc khắc phục sự cố hầm Khe Sặt.\n\n"
        "Theo đó, Bộ Khai khoáng yêu cầu các đơn vị khẩn trương rà soát cửa lò.\n"
    )
    assert told(text) == [("các đơn vị",)]


def test_leaders_of_several_ministries_are_charged_in_words_of_the_paper() -> None:
    text = (
        "Trưa 9/9, Thủ tướng Chính phủ gửi công điện giao Phó thủ tướng Lê Văn Mẫu cùng lãnh đạo Bộ Quốc phòng, Công an, Xây dựng "
        '"xuống ngay bến sông". Chính phủ sẽ cùng lãnh đạo tỉnh khắc phục vụ sập cầu Khe Sặt.\n\n'
        "Thủ tướng yêu cầu các đơn vị cứu ngay người rơi xuống sông.\n"
    )
    assert told(text) == [
        ("Phó thủ tướng Lê Văn Mẫu", "lãnh đạo Bộ Quốc phòng", "lãnh đạo Bộ Công an", "lãnh đạo Bộ Xây dựng"),
        ("các đơn vị",),
    ]


def test_whoever_fell_ill_perhaps_from_food_is_an_emergency() -> None:
    text = (
        "Cục Thực phẩm cho biết, cơ quan có văn bản yêu cầu Sở Y tế Sơn Khê điều tra vụ nghi ngờ ngộ độc ở bếp ăn lò gốm.\n\n"
        "Chính quyền xã Vân Hồ cho biết đang phối hợp với Sở Y tế tìm nguyên nhân.\n"
    )
    assert only(read(text)).is_emergency
    assert told(text) == [("Sở Y tế Sơn Khê",)]


def test_whom_a_school_reports_to_makes_a_storm_no_administration() -> None:
    text = (
        "Từ mai, các trường theo dõi bão số 7 để báo cáo chính quyền địa phương và công ty bảo hiểm y tế.\n\n"
        "Sở Giáo dục Sơn Khê yêu cầu các trường cho học sinh nghỉ học trong ngày 5/9. Đồng thời, các trường cần kê cao bàn ghế.\n"
    )
    assert only(read(text)).is_emergency
    assert ("các trường",) in told(text)


def test_whoever_is_concerned_stands_beside_the_committees_before_it() -> None:
    text = (
        f"{OPENS}UBND tỉnh đề nghị Đài Thông tin Khe Sặt, các nhà cung cấp dịch vụ định vị, UBND các xã có tàu và cơ quan, đơn vị "
        "liên quan chủ động gọi tàu.\n"
    )
    assert told(text) == [("Đài Thông tin Khe Sặt", "các nhà cung cấp dịch vụ định vị", "UBND các xã có tàu", "cơ quan, đơn vị liên quan")]


def test_secretaries_whom_one_calls_comrades_have_their_provinces() -> None:
    text = f"{OPENS}“Các đồng chí bí thư, chủ tịch UBND các tỉnh ven biển trực tiếp chỉ đạo” - Thủ tướng lưu ý.\n"
    assert told(text) == [("bí thư các tỉnh ven biển", "chủ tịch UBND các tỉnh ven biển")]


def test_a_headline_run_into_the_sentence_is_no_part_of_the_issuer() -> None:
    text = (
        "Công điện của Thủ tướng: Khẩn trương chống bão số 7 Chiều 27-10, Thủ tướng ký công điện yêu cầu chống bão số 7. "
        "Thủ tướng yêu cầu các tỉnh ven biển gọi tàu vào bờ.\n"
    )
    assert only(read(text)).issuer == "Thủ tướng"


def test_a_forecast_above_a_telegram_is_not_the_paper() -> None:
    text = (
        "Trạm quan trắc của nước bạn cũng vừa phát thông báo số bốn về bão số 7.\n\n"
        "Trước diễn biến của bão, Ban Chỉ huy tỉnh Sơn Khê đã có công điện khẩn yêu cầu các xã ven biển gọi tàu vào bờ.\n"
    )
    document = only(read(text))
    assert (document.kind, document.issuer) == (DocumentKind.CONG_DIEN, "Ban Chỉ huy tỉnh Sơn Khê")


def test_all_districts_are_meant_beside_two_cities_by_name() -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu UBND các huyện, TP Khe Sặt và Vân Hồ cắm biển báo.\n"
    assert told(text) == [("UBND các huyện", "UBND TP Khe Sặt", "UBND TP Vân Hồ")]


def test_the_office_behind_a_headline_is_the_chairmans() -> None:
    text = (
        "Đưa dân rời sườn đồi Sáng 3/9, Chủ tịch UBND tỉnh Sơn Khê Lê Văn Mẫu đã ký Công điện khẩn yêu cầu sơ tán dân ở chân núi sạt lở. "
        "Chủ tịch UBND tỉnh yêu cầu Công an xã Vân Hồ rào đường.\n"
    )
    assert only(read(text)).issuer == "Chủ tịch UBND tỉnh Sơn Khê Lê Văn Mẫu"


def test_brands_joined_by_and_are_each_meant() -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu các doanh nghiệp viễn thông VNPT, Viettel, Vishipel và VNPOST bảo đảm thông tin liên lạc.\n"
    assert told(text) == [("VNPT", "Viettel", "Vishipel", "VNPOST")]


def test_one_of_five_who_is_told_more_below_leaves_the_others_their_order() -> None:
    text = (
        "Bộ Viễn thông vừa có công điện khẩn yêu cầu các doanh nghiệp VNPT, Viettel, MobiFone, Vishipel và VNPOST "
        "phải bảo đảm thông tin liên lạc để chống bão số 7.\n\nTập đoàn VNPT phải dự phòng máy nổ cho các đảo.\n"
    )
    assert told(text) == [("VNPT", "Viettel", "MobiFone", "Vishipel", "VNPOST"), ("Tập đoàn VNPT",)]


def test_a_letter_by_its_bare_number_that_looks_for_contacts_of_the_sick_is_an_emergency() -> None:
    text = (
        "Ngày 3/5/2021, Ban Chỉ đạo chống dịch thị xã Khe Sặt có Công văn 417 về truy vết tiếp xúc với ca nghi nhiễm.\n\n"
        "Theo đó, Ban Chỉ đạo yêu cầu UBND các phường lập danh sách người đến chợ Vân Hồ.\n"
    )
    document = only(read(text))
    assert (document.kind, document.is_emergency, document.hazards) == (DocumentKind.CONG_VAN, True, (Hazard.EPIDEMIC,))
    assert told(text) == [("UBND các phường",)]


def test_what_a_letter_passes_on_is_asked_accordingly() -> None:
    text = (
        "Ngày 9-6, Ủy ban An toàn tỉnh Sơn Khê có công văn thông báo kết luận của Chủ tịch UBND tỉnh, theo đó yêu cầu các cơ quan "
        "chức năng Khe Sặt tập trung cấp cứu các nạn nhân vụ lật xe. Bộ Công an điều tra nguyên nhân vụ tai nạn.\n"
    )
    assert told(text) == [("các cơ quan chức năng Khe Sặt",), ("Bộ Công an",)]


def test_by_what_an_office_says_communes_named_as_examples_must_act() -> None:
    text = (
        "Theo Ban Chỉ huy PCTT&TKCN Vân Hồ, trước diễn biến phức tạp của mưa lũ, các xã vùng hạ du của huyện như: Đá Dựng, Khe Sặt cần "
        "chủ động di dời dân, tài sản.\n"
    )
    document = only(read(text))
    assert (document.issuer, document.is_emergency) == ("Ban Chỉ huy PCTT&TKCN Vân Hồ", True)
    assert told(text) == [("xã Đá Dựng", "xã Khe Sặt")]
    assert not read(text.replace("cần chủ động di dời", "đang di dời")).documents


def test_who_has_an_order_that_closes_the_sea_is_named_without_the_verb() -> None:
    text = "Để ứng phó với cơn bão số 7, UBND tỉnh Sơn Khê đã có lệnh cấm biển từ 14 giờ chiều 5/9.\n\nTàu đã về bến.\n"
    assert only(read(text)).issuer == "UBND tỉnh Sơn Khê"


def test_whoever_reports_every_day_is_named_without_the_days() -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu Sở Y tế trữ thuốc.\n\nUBND các xã hàng ngày báo cáo số giường trống về UBND tỉnh.\n"
    assert told(text) == [("Sở Y tế",), ("UBND các xã",)]


def test_people_are_meant_without_those_who_are_excepted() -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu người dân, trừ công nhân của trạm bơm, ở trong nhà sau 22 giờ.\n"
    assert told(text) == [("người dân",)]


def test_whoever_lets_others_know_besides_what_to_do_asks_too() -> None:
    text = (
        f"{OPENS}UBND tỉnh yêu cầu Sở Y tế trữ thuốc.\n\nSở Giáo dục cũng đã thông báo đến các xã, phường chủ động cho học sinh nghỉ học.\n"
    )
    assert told(text) == [("Sở Y tế",), ("các xã, phường",)]


@pytest.mark.parametrize(
    "deed", ["cứu ngay người rơi xuống sông", "tìm người mất tích", "chở dân về đình", "canh đê suốt đêm", "neo tàu trong vịnh"]
)
def test_what_hands_do_in_a_disaster_is_an_order(deed: str) -> None:
    text = f"Trưa 9/9, Thủ tướng Chính phủ gửi công điện về vụ sập cầu Khe Sặt.\n\nThủ tướng yêu cầu các đơn vị {deed}.\n"
    assert told(text) == [("các đơn vị",)]
