"""Tests of retellings as web pages bring them: with other news below, letters known by their number, and several asked in one sentence."""

from __future__ import annotations

import pytest

from alertd.model.documents import DocumentKind, Hazard
from alertd.reading.names import names_in
from tests.reading.papers import only, read

OPENS = "Chiều 3/10, UBND tỉnh Sơn Khê ban hành công điện khẩn về việc ứng phó bão số 7.\n\n"


def told(text: str) -> list[tuple[str, ...]]:
    return [d.addressees for d in only(read(text)).directives]


@pytest.mark.parametrize("heading", ["Tin liên quan", "Tin cùng chuyên mục:", "Có thể bạn quan tâm", "Xem thêm", "-"])
def test_headlines_of_other_news_below_an_article_are_no_part_of_it(heading: str) -> None:
    text = (
        f"{OPENS}UBND tỉnh yêu cầu Sở Y tế cấp thuốc cho các trạm.\n\n{heading}\nHỗ trợ nông dân trồng dưa trước cháy rừng\n-\n"
        "Khánh thành cầu Khe Sặt: Niềm vui của bà con\n"
    )
    found = read(text)
    assert [d.addressees for d in only(found).directives] == [("Sở Y tế",)]
    assert only(found).hazards == (Hazard.STORM,)
    assert "Khánh thành" in found.text[found.outside[-1].start :]


def test_what_is_asked_below_a_heading_of_other_news_is_still_read() -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu Sở Y tế cấp thuốc.\n\nXem thêm\n\nUBND tỉnh cũng yêu cầu Công an tỉnh chốt chặn đường ngập.\n"
    assert told(text) == [("Sở Y tế",), ("Công an tỉnh",)]


def test_a_letter_known_by_its_number_and_sender_is_told() -> None:
    text = (
        "Theo văn bản số 62/BCC-ĐĐ do Bộ Cầu cống gửi UBND các tỉnh, bộ này đề nghị UBND các tỉnh khẩn trương kêu gọi tàu thuyền vào bờ "
        "tránh trú an toàn.\n\nBộ Cầu cống yêu cầu Thông tấn xã Việt Nam, hệ thống đài thông tin duyên hải phát và đưa tin ngay về tàu.\n"
    )
    document = only(read(text))
    assert (document.kind, document.number, document.issuer) == (DocumentKind.CONG_VAN, "62/BCC-ĐĐ", "Bộ Cầu cống")
    assert document.is_emergency
    assert document.addressees_to_act == ("UBND các tỉnh",)
    assert told(text) == [("UBND các tỉnh",), ("Thông tấn xã Việt Nam", "hệ thống đài thông tin duyên hải")]


def test_ships_that_are_called_in_show_a_storm_though_none_is_named() -> None:
    text = "Tối 3/10, Bộ Cầu cống có văn bản đề nghị UBND các xã ven biển kêu gọi các tàu thuyền ngoài khơi về nơi tránh trú.\n"
    document = only(read(text))
    assert (document.is_emergency, document.hazards) == (True, (Hazard.STORM,))


def test_two_of_a_kind_that_a_comma_parts_have_each_their_own_order() -> None:
    text = (
        "Ban Chỉ huy Phòng thủ dân sự tỉnh đã có Công điện số 33 yêu cầu Công ty Thủy điện Khe Sặt mở thêm 1 cửa xả đáy lúc 8 giờ, "
        "Công ty Thủy điện Suối Mơ đóng 1 cửa xả mặt lúc 9 giờ.\n"
    )
    assert told(text) == [("Công ty Thủy điện Khe Sặt",), ("Công ty Thủy điện Suối Mơ",)]


def test_a_partner_after_a_comma_has_no_order_of_its_own() -> None:
    text = f"{OPENS}Sở Y tế phối hợp với Sở Công Thương, Sở Xây dựng cấp nước cho các bản.\n"
    assert ("Sở Xây dựng",) not in told(text)


def test_the_issuer_directs_besides_something_else_that_it_does() -> None:
    text = (
        "Thủ tướng Nguyễn Văn Mẫu vừa có Công điện về vụ cháy chợ Khe Sặt làm nhiều người bị thương.\n\n"
        "Thay mặt Chính phủ, Thủ tướng gửi lời thăm hỏi tới người bị nạn, đồng thời chỉ đạo UBND tỉnh Sơn Khê bố trí chỗ ở tạm.\n\n"
        "Bộ Công an điều tra nguyên nhân vụ cháy.\n"
    )
    assert told(text) == [("UBND tỉnh Sơn Khê",), ("Bộ Công an",)]


def test_who_opens_the_list_of_orders_issues_the_telegram_that_speaks_first() -> None:
    text = (
        "Công điện nêu rõ: Vào khoảng 17 giờ ngày 7/5 xảy ra vụ cháy chợ Khe Sặt.\n\n"
        "Thủ tướng Chính phủ gửi lời chia buồn tới các gia đình và có ý kiến chỉ đạo như sau:\n\n"
        "Thứ nhất, UBND tỉnh Sơn Khê bố trí chỗ ở tạm.\n\nThứ hai, Bộ Công an điều tra nguyên nhân vụ cháy.\n"
    )
    assert only(read(text)).issuer == "Thủ tướng Chính phủ"
    assert told(text) == [("UBND tỉnh Sơn Khê",), ("Bộ Công an",)]


def test_two_offices_that_ask_together_are_not_asked() -> None:
    text = (
        "Ban Chỉ đạo phòng lụt Sơn Khê, Ủy ban cứu nạn Sơn Khê yêu cầu các xã thông báo cho chủ tàu biết hướng đi của gió mạnh.\n\n"
        "Các xã giữ liên lạc với tàu.\n"
    )
    assert told(text) == [("các xã",), ("Các xã",)]


def test_all_kinds_in_a_row_are_one_group() -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu các sở, ngành, địa phương, đoàn thể, UBND các xã dọn cây đổ.\n"
    assert told(text) == [("các sở, ngành, địa phương, đoàn thể", "UBND các xã")]


def test_with_what_has_been_ordered_an_article_may_open() -> None:
    text = (
        "Bão số 7 áp sát\n\nĐể ứng phó với bão số 7, Chủ tịch UBND tỉnh Sơn Khê đã chỉ đạo các sở, ban, ngành sơ tán dân vùng trũng. "
        "Yêu cầu Chủ tịch UBND các xã phải trực ban cả đêm.\n"
    )
    document = only(read(text))
    assert (document.issuer, document.is_emergency) == ("Chủ tịch UBND tỉnh Sơn Khê", True)
    assert told(text) == [("các sở, ban, ngành",), ("Chủ tịch UBND các xã",)]
    before = text.splitlines()[2].replace("Để ứng phó với bão số 7", "Đêm qua").split(" Yêu cầu")[0]
    assert not read(f"Mưa lớn kéo dài.\n\n{before}\n").documents


def test_a_province_that_closes_the_sea_orders_whoever_is_asked() -> None:
    text = (
        "Tỉnh Sơn Khê cấm biển để ứng phó bão số 7\n\nHơn 400 tàu cá đã vào nơi neo đậu.\n\n"
        "Các phương tiện đang hoạt động ngoài khơi phải vào bờ trước 15 giờ.\n\n"
        "Các cơ quan khác như Sở Xây dựng, Cảng vụ hàng hải được yêu cầu giám sát việc neo đậu.\n"
    )
    document = only(read(text))
    assert (document.issuer, document.is_emergency) == ("Tỉnh Sơn Khê", True)
    assert told(text) == [("Các phương tiện đang hoạt động ngoài khơi",), ("Sở Xây dựng", "Cảng vụ hàng hải")]


def test_a_headline_that_has_run_into_the_sentence_hides_no_issuer() -> None:
    text = (
        "Tỉnh ra công điện khẩn Để chủ động đối phó với bão số 7 đang mạnh lên từng giờ ngoài khơi, "
        "ngày 14-8, UBND tỉnh Sơn Khê ra công điện khẩn. "
        "Tỉnh yêu cầu thủ trưởng các sở ngừng họp.\n"
    )
    assert only(read(text)).issuer == "UBND tỉnh Sơn Khê"


def test_who_has_asked_against_a_danger_is_told_by_the_full_name_whatever_plans_are_spoken_of() -> None:
    text = (
        "Bão số 7: cảng tạm dừng\n\nTheo Cục Cầu cống Sơn Khê, bão số 7 đang mạnh lên.\n\n"
        "Để chủ động phòng chống bão, Cục đã yêu cầu Công ty Phao tiêu Sơn Khê chỉ đạo các trạm bật đèn.\n\n"
        "Các cảng vụ được yêu cầu triển khai kế hoạch phòng chống thiên tai và đưa tàu vào nơi tránh trú.\n"
    )
    document = only(read(text))
    assert (document.issuer, document.is_emergency) == ("Cục Cầu cống Sơn Khê", True)
    assert told(text) == [("Công ty Phao tiêu Sơn Khê",), ("Các cảng vụ",)]


def test_whoever_is_quoted_asks_in_the_sentences_that_name_no_speaker() -> None:
    text = (
        "Nước lũ dâng cao\n\nỞ Sơn Khê, ông Lê Văn Mẫu - Chủ tịch UBND tỉnh Sơn Khê cho biết, lũ đang lên nhanh. "
        "Yêu cầu xã Vân Hồ sẵn sàng sơ tán dân vùng ngập lụt.\n"
    )
    assert only(read(text)).issuer == "Chủ tịch UBND tỉnh Sơn Khê"
    assert told(text) == [("xã Vân Hồ",)]


def test_who_leads_a_party_is_news_and_people_may_be_meant_after_a_semicolon() -> None:
    text = (
        f"{OPENS}Đoàn số 3 do Phó Chủ tịch UBND tỉnh Lê Văn Mẫu làm Trưởng đoàn, kiểm tra tại xã Vân Hồ.\n\n"
        "Sở Y tế cấp thuốc cho các trạm; người dân hạn chế ra đường từ tối 16/8.\n"
    )
    assert told(text) == [("Sở Y tế",), ("người dân",)]


def test_whoever_is_said_to_be_asked_is_ordered_where_whoever_asks_goes_without_saying() -> None:
    text = (
        "Ứng phó bão số 7\n\nBão số 7 mạnh lên ngoài khơi. Ban Chỉ huy Phòng thủ dân sự Sơn Khê đã lên phương án.\n\n"
        "Các cảng vụ được yêu cầu bật đèn, giữ liên lạc với tàu cá ngoài khơi.\n"
    )
    document = only(read(text))
    assert (document.issuer, document.is_emergency) == ("Ban Chỉ huy Phòng thủ dân sự Sơn Khê", True)
    assert told(text) == [("Các cảng vụ",)]


def test_a_slip_that_halves_the_word_that_asks_loses_no_order() -> None:
    text = f"{OPENS}Chủ tịch UBND tỉnh Sơn Khê yêu các xã dọn cây đổ.\n"
    assert told(text) == [("các xã",)]


def test_what_a_paragraph_adds_goes_to_those_whom_the_presenting_one_asked() -> None:
    text = (
        "Chủ tịch UBND tỉnh Sơn Khê đã có công điện khẩn yêu cầu các xã ven biển rà soát lồng bè ngoài bãi.\n\n"
        "Đồng thời, bảo đảm an toàn cho người trên tàu thuyền, nhất là tàu ở vùng nguy hiểm khi bão số 7 vào.\n\n"
        "Chủ tịch UBND tỉnh Sơn Khê yêu cầu: Công an tỉnh phải chốt chặn đường ngập.\n"
    )
    assert told(text) == [("các xã ven biển",), ("các xã ven biển",), ("Công an tỉnh",)]


@pytest.mark.parametrize(
    ("names", "bodies"),
    [
        ("UBND các huyện, thị xã và TP Khe Sặt", ("UBND các huyện, thị xã", "UBND TP Khe Sặt")),
        ("UBND thành phố Khe Sặt, các quận, huyện", ("UBND thành phố Khe Sặt", "UBND các quận, huyện")),
        ("các cơ quan khác như Sở Y tế, Công an tỉnh", ("Sở Y tế", "Công an tỉnh")),
    ],
)
def test_newspapers_name_a_city_by_its_abbreviation_and_an_office_once_for_all_its_territories(names: str, bodies: tuple[str, ...]) -> None:
    assert names_in(names) == bodies


@pytest.mark.parametrize(
    "commands",
    [
        "Ban Chỉ huy Phòng thủ dân sự Sơn Khê lệnh báo động lũ cấp 1 trên sông Mơ tại xã Vân Hồ.",
        "Rạng sáng nay, UBND tỉnh Sơn Khê đã chính thức phát lệnh di dân khỏi bãi sông Mơ khi lũ lên.",
    ],
)
def test_what_is_commanded_of_whoever_is_there_is_shown_though_it_names_nobody(commands: str) -> None:
    document = only(read(f"Lũ lên nhanh\n\n{commands}\n"))
    assert document.is_emergency
    assert document.issuer in ("Ban Chỉ huy Phòng thủ dân sự Sơn Khê", "UBND tỉnh Sơn Khê")


def test_a_command_leading_its_own_against_a_storm_is_told() -> None:
    text = "Bộ Tư lệnh Biên phòng đã chỉ đạo Biên phòng tỉnh Sơn Khê theo dõi chặt chẽ diễn biến của cơn bão số 4, gọi tàu vào bờ.\n"
    assert told(text) == [("Biên phòng tỉnh Sơn Khê",)]


def test_whoever_passes_a_dam_release_on_to_others_asks_them() -> None:
    text = (
        "Ngày 22/9, Công ty Thủy điện Khe Sặt thông báo sẽ xả lũ qua đập tràn vì nước về hồ tăng nhanh.\n\n"
        "Công ty Thủy điện Khe Sặt thông báo đến UBND các xã hạ du và Ban Chỉ huy Phòng thủ dân sự các cấp phối hợp, báo cho người dân.\n"
    )
    document = only(read(text))
    assert document.is_emergency
    assert document.issuer == "Công ty Thủy điện Khe Sặt"
    assert [d.addressees for d in document.directives] == [("UBND các xã hạ du", "Ban Chỉ huy Phòng thủ dân sự các cấp")]


def test_who_sends_a_notice_is_not_told_to_do_so_and_its_short_name_asks() -> None:
    text = (
        "Các xã đã phát đi thông báo khẩn.\n\n"
        "Tại Sơn Khê, Công ty Cổ phần Đầu tư Cầu cống (Cacotra) vừa phát đi thông báo về việc xả lũ hồ thủy điện Khe Sặt 1.\n\n"
        "Để bảo đảm an toàn, Cacotra đã đề nghị UBND các xã hạ du thông báo đến người dân.\n"
    )
    document = only(read(text))
    assert document.is_emergency
    assert [d.addressees for d in document.directives] == [("UBND các xã hạ du",)]


def test_the_government_directs_for_its_prime_minister_whom_it_names() -> None:
    text = (
        "Thủ tướng Chính phủ vừa ký Công điện số 36 gửi Bộ trưởng Bộ Y tế; Chủ tịch UBND tỉnh Sơn Khê về vụ cháy tại xã Bản Lác.\n\n"
        "Theo công điện, Thủ tướng gửi lời thăm hỏi tới gia đình người bị nạn.\n\n"
        "Đồng thời yêu cầu UBND tỉnh Sơn Khê tổ chức thăm hỏi, động viên gia đình người bị nạn.\n\n"
        "Chính phủ chỉ đạo Bộ Y tế chỉ đạo các bệnh viện cứu chữa người bị thương.\n\n"
        "Trước đó, Chính phủ chỉ đạo triển khai công tác phòng cháy từ sớm.\n"
    )
    assert told(text) == [("UBND tỉnh Sơn Khê",), ("Bộ Y tế",)]


def test_what_is_done_by_a_telegram_is_no_telegram() -> None:
    text = (
        "Sở GD&ĐT ban hành văn bản gửi các trường học, triển khai các biện pháp ứng phó mưa lũ theo Công điện khẩn số 09/CĐ-UBND ngày "
        "17/11/2025 của Chủ tịch UBND thành phố.\n\nSở GD&ĐT yêu cầu các trường cho học sinh nghỉ học trong ngày 18/11.\n"
    )
    document = only(read(text))
    assert document.number is None
    assert told(text) == [("các trường",)]


def test_what_a_telegram_says_is_ordered_whatever_its_purpose() -> None:
    text = (
        "Ngày 24/8, Cục Cầu cống đã có công điện gửi Sở Xây dựng các tỉnh về việc ứng phó bão số 5.\n\n"
        "Theo chỉ đạo, để chủ động ứng phó bão số 5, Sở Xây dựng các tỉnh bố trí lãnh đạo trực chỉ huy 24/24 giờ.\n\n"
        "Cục yêu cầu các đơn vị quản lý đường bộ chốt chặn các ngầm tràn.\n"
    )
    assert told(text) == [("Sở Xây dựng các tỉnh",), ("các đơn vị quản lý đường bộ",)]


def test_what_a_page_asks_of_its_readers_is_no_order() -> None:
    text = (
        f"{OPENS}UBND tỉnh yêu cầu các xã:\n\n- Tìm mọi biện pháp báo cho chủ tàu thuyền biết.\n\n- Giữ liên lạc với tàu thuyền.\n\n"
        "Áp thấp gần Biển Đông\n\n* Mời quý độc giả theo dõi các chương trình của Đài Sơn Khê!\n"
    )
    assert told(text) == [("các xã",), ("các xã",)]


def test_a_ship_out_of_reach_is_an_emergency_and_a_crew_is_looked_for() -> None:
    text = (
        "Ngày 29-9, Phó Chủ tịch UBND tỉnh Sơn Khê Lê Văn Mẫu đã ký ban hành Công văn số 42/UBND-NN, truyền đạt chỉ đạo của Chủ tịch UBND "
        "tỉnh về việc khẩn trương hỗ trợ, tìm kiếm tàu cá SK 97 TS hiện đang bị mất liên lạc.\n\n"
        "Chủ tịch UBND tỉnh yêu cầu Bộ Chỉ huy Quân sự tỉnh thông báo, kêu gọi các tàu gần khu vực tham gia tìm kiếm. Đài thông tin duyên "
        "hải Sơn Khê phát quảng bá thông tin cho tàu thuyền.\n"
    )
    assert only(read(text)).is_emergency
    assert told(text) == [("Bộ Chỉ huy Quân sự tỉnh",), ("Đài thông tin duyên hải Sơn Khê",)]


def test_the_committee_for_the_safety_of_traffic_meets_accidents() -> None:
    text = (
        "Theo Ủy ban An toàn giao thông Quốc gia, ngày 29-2 đã xảy ra hai vụ tai nạn giao thông làm chết bảy người.\n\n"
        "Ngoài ra, Ủy ban An toàn giao thông Quốc gia đề nghị Trưởng Ban An toàn giao thông tỉnh Sơn Khê yêu cầu Công an tìm "
        "nguyên nhân hai vụ tai nạn.\n"
    )
    document = only(read(text))
    assert document.is_emergency
    assert document.issuer == "Ủy ban An toàn giao thông Quốc gia"


def test_a_person_is_known_again_by_name_and_a_city_by_its_short_type() -> None:
    text = (
        "Mưa lớn làm nước sông Mơ trên báo động 3, ngập lụt nhiều nơi. Người dân vùng ngập phải di dời đã được cấp gạo.\n\n"
        "Chủ tịch UBND TP Lê Văn Mẫu yêu cầu các lực lượng liên quan phải trực 24/24h, ứng phó mưa lũ.\n\n"
        "Ông Lê Văn Mẫu cũng chỉ đạo huyện, trong đêm 3/8 và sáng 4/8, phải chở 800 thùng nước sạch tới các hộ.\n\n"
        "Đặc biệt, TP Sơn Khê triển khai ngay phương án ứng phó với lũ lịch sử.\n"
    )
    assert told(text) == [("các lực lượng liên quan",), ("huyện",), ("TP Sơn Khê",)]


def test_what_a_committee_put_forward_in_a_telegram_is_its_own() -> None:
    text = (
        "Yêu cầu được Ban chỉ đạo Phòng thủ dân sự quốc gia đưa ra trong công điện trưa 27/10 gửi UBND TP Sơn Khê về ứng phó với lũ.\n\n"
        "UBND TP Sơn Khê phải theo dõi chặt chẽ diễn biến mưa lũ.\n"
    )
    assert only(read(text)).issuer == "Ban chỉ đạo Phòng thủ dân sự quốc gia"


def test_whoever_looks_for_people_under_what_fell_down_is_in_an_emergency() -> None:
    text = (
        "Ngày 13/9, Chủ tịch UBND tỉnh Sơn Khê Lê Văn Mẫu đã ra văn bản yêu cầu các đơn vị triển khai phương án tìm kiếm người vụ cầu Khe "
        "Sặt bị sập.\n\nChủ tịch UBND tỉnh Sơn Khê yêu cầu:\n\nCông an tỉnh phân luồng giao thông cho các lực lượng đến cứu nạn.\n"
    )
    assert only(read(text)).is_emergency


def test_a_deputy_is_no_prime_minister_and_draws_attention_before_a_comma() -> None:
    text = (
        "(Báo Sơn Khê)Ngày 1/10, Phó Thủ tướng Lê Văn Mẫu đã có công văn yêu cầu Bộ Xây dựng tổng hợp tình hình vụ sập cầu Khe Sặt để báo "
        "cáo Chính phủ.\n\n"
        "Phó Thủ tướng đặc biệt lưu ý, Bộ Xây dựng và các đơn vị có liên quan tiếp tục nỗ lực tìm kiếm số người bị nạn.\n"
    )
    document = only(read(text))
    assert document.issuer == "Phó Thủ tướng Lê Văn Mẫu"
    assert told(text)[-1] == ("Bộ Xây dựng", "các đơn vị có liên quan")


def test_airports_ordered_to_meet_a_storm_do_no_business() -> None:
    text = (
        "Cục Hàng không Việt Nam thông báo sẽ ngừng tiếp nhận tàu bay tại cảng hàng không Sơn Khê do ảnh hưởng của bão số 10.\n\n"
        "Nhằm chủ động ứng phó với bão, Cục Hàng không Việt Nam yêu cầu các cơ quan, đơn vị chằng buộc thiết bị, gia cố nhà ga.\n"
    )
    assert only(read(text)).is_emergency


def test_a_purpose_told_before_an_order_shows_what_is_there() -> None:
    text = (
        "Bốn sân bay ngừng đón tàu bay do ảnh hưởng của bão Sao Mơ.\n\nTheo đó, các sân bay này nằm trong vùng gió mạnh.\n\n"
        "Nhằm chủ động ứng phó với bão cũng như giữ an toàn cho người, Cục Cầu cống yêu cầu các cơ quan, đơn vị chằng buộc thiết bị.\n"
    )
    assert only(read(text)).is_emergency


def test_a_page_that_ends_in_ways_back_and_boxes_to_write_in_orders_no_more() -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu các xã neo bè.\n\nL.M\n\n< Trở về trang trước\nGửi bình luận của bạn\n"
    assert told(text) == [("các xã",)]


def test_what_goes_on_after_a_picture_is_for_those_before_it_and_after_a_heading_for_all() -> None:
    asks = "UBND tỉnh yêu cầu các xã neo bè. Sở Y tế phải giữ đủ thuốc.\n\n"
    sure = "Sở Xây dựng cử người gác cầu phao.\n\n"
    picture, goes_on = "Đò ngang nằm bến vì gió lớn\n\n", "Bên cạnh đó, chuẩn bị sẵn dây chão.\n"
    assert told(f"{OPENS}{asks}{sure}{picture}{goes_on}")[-1] == ("Sở Xây dựng",)
    assert told(f"{OPENS}{asks}{sure}Về bến đò\n\nChuẩn bị sẵn dây chão.\n")[-1] == ("các xã",)


def test_a_line_that_once_more_says_what_the_telegram_is_for_orders_nothing() -> None:
    sent = "Chiều 3/10, Thủ tướng Chính phủ có công điện hỏa tốc gửi Bộ Y tế, Bộ Xây dựng.\n\nNước các sông lên nhanh.\n\n"
    line = "Thủ tướng gửi công điện hỏa tốc, yêu cầu tập trung ứng phó, khắc phục mưa lũ.\n\n"
    assert told(f"{sent}{line}Thủ tướng yêu cầu các tỉnh miền núi neo bè.\n") == [("các tỉnh miền núi",)]
    assert told(f"{sent}{line}") == [("Bộ Y tế", "Bộ Xây dựng")]
