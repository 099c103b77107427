"""Tests of stories that hand orders on: who is meant by how the sentence is built, and what of a story is no order."""

from __future__ import annotations

import pytest

from alertd.model.documents import DocumentKind
from alertd.reading.names import names_in
from tests.reading.papers import only, read

OPENS = "UBND tỉnh Sơn Khê vừa có công điện khẩn về bão số 7.\n\n"


def told(text: str) -> list[tuple[str, ...]]:
    return [d.addressees for d in only(read(text)).directives]


def test_a_bare_type_word_speaks_where_the_beginning_of_the_story_is_lost() -> None:
    text = (
        "Cụ thể, Bộ chỉ đạo các sở công trình chuẩn bị cầu phao, xuồng máy ở vùng lũ.\n\n"
        "Tổng công ty Cầu cống Sơn Khê chuyển rọ thép ra bờ sông.\n"
    )
    assert told(text) == [("các sở công trình",), ("Tổng công ty Cầu cống Sơn Khê",)]


def test_a_line_with_the_photographer_in_capitals_is_no_order() -> None:
    asks = "UBND tỉnh yêu cầu các chủ đập xả nước từ từ, báo cho dân hạ du."
    caption = "Tỉnh Sơn Khê yêu cầu các chủ đập trên thượng nguồn xả nước trước khi bão vào LÊ MẪU"
    assert told(f"{OPENS}{asks}\n\n{caption}\n\nSở Xây dựng rào các ngầm tràn.\n") == [("các chủ đập",), ("Sở Xây dựng",)]


def test_how_ships_are_says_which_of_them_must_go() -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu tất cả các thuyền nan hoạt động trên đầm phải vào âu trước trời tối.\n"
    assert told(text) == [("tất cả các thuyền nan hoạt động trên đầm",)]
    other = f"{OPENS}UBND tỉnh yêu cầu các tàu neo đậu cách nhau mười mét, ngư dân phải lên bờ.\n"
    assert told(other)[0] == ("các tàu",)


def test_for_one_place_others_are_asked() -> None:
    text = f"{OPENS}Riêng với thị xã Vân Hồ yêu cầu các nhà thầu che chắn mái dốc, khơi rãnh.\n"
    assert told(text) == [("các nhà thầu",)]


def test_those_under_a_house_open_a_clause_of_their_own() -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu Sở Y tế mở thêm giường bệnh; đơn vị trực thuộc Sở chuẩn bị thuốc, xe cứu thương.\n"
    assert told(text) == [("Sở Y tế",), ("đơn vị trực thuộc Sở",)]


def test_a_letter_to_dams_before_a_flood_is_urgent_and_goes_on_with_how_it_must_be_done() -> None:
    text = (
        "Ban Chỉ huy Phòng thủ dân sự tỉnh Sơn Khê đã gửi văn bản đến Công ty Thủy điện Khe Sặt.\n\n"
        "Theo đó, Ban Chỉ huy yêu cầu chủ hồ Khe Sặt hạ dần mực nước trước ngày 9/9.\n\n"
        "Tuy nhiên, việc xả nước phải bảo đảm không gây lũ bất ngờ cho bản Vân Hồ. Đồng thời, báo trước cho dân hai giờ.\n"
    )
    document = only(read(text))
    assert document.is_emergency
    assert {d.addressees for d in document.directives} == {("chủ hồ Khe Sặt",)}
    assert any("báo trước cho dân" in d.text for d in document.directives)


def test_works_are_named_for_places_that_and_parts() -> None:
    assert names_in("giám đốc các nhà máy thủy điện Khe Sặt và Cao Lộc") == (
        "giám đốc Nhà máy thủy điện Khe Sặt",
        "giám đốc Nhà máy thủy điện Cao Lộc",
    )
    assert names_in("các trung tâm Tư vấn và Dịch vụ") == ("các trung tâm Tư vấn và Dịch vụ",)


def test_whoever_is_concerned_belongs_to_the_row_of_ministries() -> None:
    assert names_in("Thủ trưởng các Bộ, ngành, cơ quan liên quan") == ("Thủ trưởng các Bộ, ngành, cơ quan liên quan",)


def test_districts_may_have_numbers_for_names() -> None:
    assert names_in("quận Vân Hồ, quận 12, huyện Khe Sặt") == ("quận Vân Hồ", "quận 12", "huyện Khe Sặt")


def test_to_go_on_opening_gates_is_more_than_to_respond() -> None:
    text = (
        "Sáng nay, Ban Chỉ huy Phòng thủ dân sự tỉnh Sơn Khê gửi công điện tới Giám đốc Công ty Thủy điện Khe Sặt yêu cầu "
        "tiếp tục mở thêm một cửa xả.\n\nMực nước hồ lúc 7 giờ cao hơn mức trước lũ hai mét.\n"
    )
    assert told(text) == [("Giám đốc Công ty Thủy điện Khe Sặt",)]


@pytest.mark.parametrize("word", ["yêu cầu", "đề nghị", "giao"])
def test_the_issuer_directs_one_and_asks_the_next(word: str) -> None:
    text = (
        "UBND tỉnh Sơn Khê chỉ đạo Cảng vụ Khe Sặt chủ động ứng phó bão số 7, dừng cấp phép cho đò dọc, "
        f"đồng thời {word} các nhà thầu thu dọn xe máy.\n"
    )
    assert told(text) == [("Cảng vụ Khe Sặt",), ("các nhà thầu",)]
    of_another = f"{OPENS}Sở Xây dựng kiểm tra kè, đồng thời {word} các nhà thầu thu dọn xe máy.\n"
    assert told(of_another) == [("Sở Xây dựng",)]


def test_tourists_brought_back_before_a_storm_are_no_matter_of_tourism() -> None:
    text = "Tỉnh còn 300 khách du lịch ngoài đảo. Cơn bão số 7 rất mạnh, UBND tỉnh Sơn Khê yêu cầu UBND xã đảo Hòn Mơ đưa khách vào bờ.\n"
    assert only(read(text)).is_emergency


def test_in_the_days_that_follow_whoever_is_named_must_act() -> None:
    asks = "UBND tỉnh yêu cầu các trường đóng cửa ngày 9/9."
    text = f"{OPENS}{asks} Trong những ngày sau, trưởng phòng giáo dục các huyện chủ động cho học sinh nghỉ.\n"
    assert told(text) == [("các trường",), ("trưởng phòng giáo dục các huyện",)]


def test_when_somebody_must_act_is_no_part_of_the_name() -> None:
    assert told(f"{OPENS}Lãnh đạo huyện sau đó phải gặp từng hộ mất nhà.\n") == [("Lãnh đạo huyện",)]


def test_a_telegram_that_a_point_has_obeyed_is_not_the_paper_that_is_told() -> None:
    text = (
        "Để chủ động chống bão số 7, Ủy ban nhân dân huyện Vân Hồ yêu cầu các phòng; Ủy ban nhân dân các xã thực hiện các nội dung sau:\n"
        "1. Chấp hành nghiêm chỉnh chỉ đạo của huyện tại Công văn số 31/UBND-KT ngày 5/9, Công điện số 7/CĐ-CT ngày 6/9 về chống bão.\n"
        "2. Trong trường hợp nước lên quá nhanh thì Công an các xã đưa người ra khỏi nhà.\n"
    )
    document = only(read(text))
    assert (document.kind, document.number, document.is_emergency) == (DocumentKind.KHAC, None, True)
    assert [d.addressees for d in document.directives] == [("các phòng", "Ủy ban nhân dân các xã"), ("Công an các xã",)]


def test_what_sums_up_for_everybody_above_the_telegram_is_no_order() -> None:
    text = (
        "Những ngày gần đây, trời nắng gắt, gió Lào thổi suốt đêm khiến rừng thông ở ba xã vùng cao khô nỏ, rất dễ cháy. "
        "Trước tình hình đó, UBND tỉnh Sơn Khê đề nghị các cơ quan, đơn vị tăng cường chống cháy rừng.\n\n"
        "Phó Chủ tịch UBND tỉnh vừa ký công điện gửi Hạt Kiểm lâm Vân Hồ về phòng cháy rừng.\n\n"
        "UBND tỉnh Sơn Khê yêu cầu Hạt Kiểm lâm Vân Hồ canh gác ngày đêm quanh rừng thông.\n"
    )
    assert told(text) == [("Hạt Kiểm lâm Vân Hồ",)]


def test_a_department_notifies_schools_of_what_they_must_do() -> None:
    text = (
        "Hiện nay, do mưa lũ diễn biến phức tạp, để giữ an toàn cho trẻ, thực hiện chỉ đạo của UBND tỉnh, "
        "Sở Giáo dục Sơn Khê thông báo các trường ven sông tiếp tục cho học sinh nghỉ học đến khi hết lũ.\n"
    )
    assert told(text) == [("các trường ven sông",)]


def test_a_word_run_into_the_year_before_it_asks_all_the_same() -> None:
    text = "Ban Chỉ huy chữa cháy rừng tỉnh Sơn Khê năm 2024đề nghị UBND các xã vùng cao dập lửa, chặn người vào khu cháy rừng.\n"
    assert told(text) == [("UBND các xã vùng cao",)]


def test_an_area_of_low_pressure_is_a_danger_at_sea() -> None:
    text = (
        "Công văn nêu rõ, vùng áp thấp ở giữa biển đang mạnh lên.\n\n"
        "Văn phòng Ban Chỉ huy Phòng thủ dân sự tỉnh Sơn Khê đề nghị Đồn Biên phòng Hòn Mơ báo cho thuyền trưởng đổi hướng.\n"
    )
    assert only(read(text)).is_emergency


def test_the_sentence_names_the_office_that_the_headline_calls_by_its_province() -> None:
    text = (
        "Tỉnh Sơn Khê ra công điện khẩn\nĐể chống bão số 7, ngày 8/9, UBND tỉnh Sơn Khê ra công điện khẩn. Tỉnh yêu cầu các xã đóng cống.\n"
    )
    assert only(read(text)).issuer == "UBND tỉnh Sơn Khê"


def test_works_under_way_stand_for_whoever_builds_them() -> None:
    assert told(f"{OPENS}Các công trình đang thi công cần hạ cần cẩu trước trời tối.\n") == [("Các công trình đang thi công",)]


def test_border_guards_have_no_commands_in_communes() -> None:
    assert names_in("Ban Chỉ huy bộ đội biên phòng, Ủy ban nhân dân các phường") == (
        "Ban Chỉ huy bộ đội biên phòng",
        "Ủy ban nhân dân các phường",
    )


def test_a_city_by_name_stands_beside_all_districts() -> None:
    assert names_in("các huyện và TP Cao Lộc") == ("các huyện", "TP Cao Lộc")
    assert names_in("Sở Y tế, các huyện, thị xã và TP.Cao Lộc") == ("Sở Y tế", "các huyện, thị xã", "TP.Cao Lộc")


def test_the_second_half_of_a_citys_name_is_no_office() -> None:
    text = "TP Hải Phòng vừa thông báo cấm đò ngang từ 17 giờ vì bão số 7.\n\nĐề nghị Đồn Biên phòng Khe Sặt kêu gọi đò vào bến.\n"
    assert only(read(text)).issuer != "Phòng"


def test_a_station_that_tells_where_the_storm_is_is_not_ordered() -> None:
    text = f"{OPENS}Sở Xây dựng chặn đường ngập.\n\nĐài Khí tượng tỉnh thông tin, chiều 8/9 tâm bão cách bờ 90 km.\n"
    assert told(text) == [("Sở Xây dựng",)]
    orders = f"{OPENS}Các xã ven biển thông tin, tuyên truyền cho từng hộ.\n"
    assert told(orders) == [("Các xã ven biển",)]


def test_what_bodies_need_to_do_because_of_what_is_told_is_an_order() -> None:
    text = (
        "Rét đậm, rét hại còn kéo dài ở vùng cao. Vì vậy, các xã cần che chuồng, nhốt trâu bò khi trời dưới 10 độ.\n\n"
        "Sở Nông nghiệp Sơn Khê cũng yêu cầu các thôn giữ ấm cho bê nghé, đốt trấu ở chuồng.\n"
    )
    assert told(text) == [("các xã",), ("các thôn",)]


def test_what_a_telegram_is_about_is_no_order_for_those_listed_with_signs_of_their_own() -> None:
    text = (
        "Chủ tịch UBND tỉnh Sơn Khê vừa ký công điện gửi Công an các xã; các công ty thủy điện: Khe Sặt, Cao Lộc yêu cầu chủ động "
        "ứng phó với mưa lũ.\n\nChủ tịch UBND tỉnh yêu cầu Công an các xã chặn các ngầm tràn.\n"
    )
    assert told(text) == [("Công an các xã",)]


def test_a_long_order_that_presents_a_telegram_is_one_where_the_next_paragraph_goes_on() -> None:
    long = "theo dõi sát mực nước từng giờ, báo tới mọi nhà ven suối, cất lúa giống, trâu bò, xuồng máy vào chỗ cao trước khi lũ về bản"
    text = (
        f"Chiều 7/8, Ban Chỉ huy Phòng thủ dân sự tỉnh Sơn Khê có công điện, yêu cầu các xã vùng cao {long}.\n\n"
        "Các trường đóng cửa khi nước lên.\n\nBan Chỉ huy cũng lưu ý các xã vùng cao giữ liên lạc với thợ rừng.\n"
    )
    assert told(text) == [("các xã vùng cao",), ("Các trường",), ("các xã vùng cao",)]


def test_those_to_whom_somebodys_telegram_goes_are_its_recipients() -> None:
    text = (
        "Thủ tướng Chính phủ vừa có Công điện số 99 về lũ quét ở Khe Sặt.\n\n"
        "Công điện của Thủ tướng gửi Bộ trưởng các Bộ: Quốc phòng, Y tế; Chủ tịch UBND tỉnh Sơn Khê.\n\n"
        "Thủ tướng yêu cầu Bộ trưởng Bộ Y tế lập bệnh viện dã chiến ở Khe Sặt.\n"
    )
    assert only(read(text)).addressees_to_act == ("Bộ trưởng Bộ Quốc phòng", "Bộ trưởng Bộ Y tế", "Chủ tịch UBND tỉnh Sơn Khê")


def test_whoever_signed_a_letter_is_called_by_the_given_name() -> None:
    text = (
        "Sáng 8/9, Chủ tịch UBND tỉnh Sơn Khê Lê Văn Mẫu có công văn về việc đóng cầu treo khi bão số 7 vào. "
        "Theo nội dung công văn, ông Mẫu yêu cầu người dân không qua cầu treo từ 18 giờ.\n\n"
        "Ngoài ra, ông Lê Văn Mẫu yêu cầu các xưởng mộc ở bến Khe Sặt cho cán bộ, thợ nghỉ.\n"
    )
    assert told(text)[0] == ("người dân",)


def test_and_others_of_the_kind_stay_in_the_name() -> None:
    assert names_in("các công ty, nhà máy... ở ven sông Khe Sặt") == ("các công ty, nhà máy ở ven sông Khe Sặt",)


def test_a_letter_by_which_people_are_moved_at_once_is_urgent_and_what_is_spelt_out_is_its_order() -> None:
    text = (
        "Để giữ an toàn cho dân ở bãi sông đã bị ngập, Sở Thủy lợi tỉnh Sơn Khê vừa có Công văn số 301/STL-ĐĐ, đề nghị các đơn vị và các "
        "địa phương ven sông Cao Lộc tập trung lo chỗ ở an toàn cho bà con sống ngoài bãi.\n\n"
        "Theo đó, Sở đề nghị UBND các xã ven sông khẩn trương tổ chức di dời ngay các hộ ngoài bãi vào trong đê.\n"
    )
    assert only(read(text)).is_emergency
    assert told(text) == [("UBND các xã ven sông",)]


def test_of_two_telegrams_that_are_obeyed_neither_is_the_one_that_is_told() -> None:
    text = (
        "Bộ Cầu đường vừa có công điện khẩn yêu cầu các đơn vị ứng phó với bão số 7, chấp hành nghiêm Công điện số 71 và "
        "Công điện số 74 của Bộ.\n\nCác đơn vị cần cử người gác cầu, phà.\n"
    )
    assert only(read(text)).number is None


def test_what_a_station_makes_known_is_no_order() -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu Sở Xây dựng rào các ngầm.\n\nThông tin từ Đài Khí tượng tỉnh, lũ trên suối Khe Sặt còn lên.\n"
    assert len(only(read(text)).directives) == 1
    airports = "Các sân bay dự kiến trong vùng bão gồm sân bay Khe Sặt, Cao Lộc và khuyến cáo hành khách gọi trước.\n"
    assert told(f"{OPENS}Sở Xây dựng rào các ngầm.\n\n{airports}") == [("Sở Xây dựng",)]
