"""Tests of articles whose telegram cannot be read in full, and of those that tell what an office orders and name no paper."""

from __future__ import annotations

import pytest

from alertd.model.documents import DocumentKind, Hazard
from tests.reading.papers import only, read

ORDERS = (
    "Trước diễn biến bão số 7, ngày 3/9, Cục Cầu cống Sơn Khê yêu cầu các hạt quản lý cầu gia cố bằng đá hộc những mố yếu.\n\n"
    "Hạt Cầu Vân Hồ khẩn trương rào chắn cầu tạm.\n"
)
OPENS = "UBND tỉnh Sơn Khê vừa có công điện khẩn về mưa lớn.\n\n"


def told(text: str) -> list[tuple[str, ...]]:
    return [d.addressees for d in only(read(text)).directives]


def test_what_an_office_orders_against_a_danger_is_a_document_though_no_paper_is_named() -> None:
    document = only(read(f"Bão số 7 áp sát bờ\n\n{ORDERS}"))
    assert (document.kind, document.issuer, document.is_emergency) == (DocumentKind.KHAC, "Cục Cầu cống Sơn Khê", True)
    assert [d.addressees for d in document.directives] == [("các hạt quản lý cầu",), ("Hạt Cầu Vân Hồ",)]


@pytest.mark.parametrize(
    "text",
    [
        f"Mưa lớn kéo dài.\n\n{ORDERS.replace('yêu cầu', 'đã yêu cầu')}",  # told for the background
        ORDERS.replace("ngày 3/9, ", "phát biểu tại cuộc họp, "),
        f"Đoàn công tác đi kiểm tra đê Vân Hồ.\n\n{ORDERS}",
        ORDERS.replace("bão số 7", "nhu cầu đi lại"),  # no danger
        "Trước bão số 7, Công an xã Vân Hồ đề nghị người dân chuẩn bị đèn pin theo khi ra khỏi nhà.\n",
        "Trước bão số 7, Sở Y tế yêu cầu các trạm ứng phó.\n",  # says nothing
    ],
)
def test_what_is_said_on_a_visit_or_asked_of_anybody_is_no_document(text: str) -> None:
    assert not read(text).documents


def test_a_comma_may_stand_after_the_word_that_orders() -> None:
    assert told("Để ứng phó mưa lớn, Chủ tịch UBND tỉnh yêu cầu, UBND các xã đưa xuồng đến các bản ven suối.\n") == [("UBND các xã",)]


def test_a_telegram_on_a_danger_with_which_an_article_opens_is_shown_whatever_can_be_read_of_it() -> None:
    text = "Bão vào Sơn Khê\n\nUBND tỉnh Sơn Khê vừa ban hành Công điện số 24/CĐ-UBND về việc ứng phó bão số 7.\n\nGió giật cấp 9.\n"
    document = only(read(text))
    assert (document.number, document.is_emergency, document.directives) == ("24/CĐ-UBND", True, ())
    assert "no_orders" in {p.code for p in document.problems}


def test_a_telegram_that_stands_farther_below_is_only_mentioned() -> None:
    assert not read("Bộ đội gặt lúa giúp dân.\n\nUBND tỉnh vừa ban hành Công điện số 24/CĐ-UBND về việc ứng phó bão số 7.\n").documents


def test_a_telegram_named_by_its_number_alone_is_its_issuers_whom_the_article_named_before() -> None:
    text = (
        "Chiều 28/6, Thủ tướng Chính phủ đã có công điện chỉ đạo khắc phục hậu quả vụ cháy chợ Khe Sặt.\n\n"
        "Công điện số 100 nêu rõ, Thủ tướng gửi lời chia buồn đến các gia đình và yêu cầu UBND tỉnh Sơn Khê bố trí chỗ ở tạm, chăn màn, "
        "gạo, nước sạch cho mọi hộ mất nhà trong đêm.\n\nThủ tướng cũng giao UBND tỉnh Sơn Khê làm rõ nguyên nhân.\n"
    )
    document = only(read(text))
    assert (document.number, document.hazards) == ("100/CĐ-TTg", (Hazard.FIRE,))
    assert told(text) == [("UBND tỉnh Sơn Khê",)] * 2


def test_whoever_signs_for_the_prime_minister_issues_his_telegram_and_a_fire_is_no_department() -> None:
    text = (
        "Phó Thủ tướng Trần Văn Mẫu ký thay Thủ tướng Nguyễn Văn Bình công điện số 44 về vụ cháy ở bến Khe Sặt.\n\n"
        "Công điện gửi Bộ trưởng Bộ Công an; Chủ tịch UBND tỉnh Sơn Khê.\n\nVụ cháy xảy ra lúc 2 giờ.\n\n"
        "1. UBND tỉnh Sơn Khê chăm lo các hộ mất nhà.\n"
    )
    document = only(read(text))
    assert (document.number, document.issuer) == ("44/CĐ-TTg", "Thủ tướng Chính phủ")
    assert document.addressees_to_act == ("Bộ trưởng Bộ Công an", "Chủ tịch UBND tỉnh Sơn Khê")


def test_what_must_be_finished_goes_to_whoever_was_asked_before() -> None:
    text = (
        "UBND tỉnh Sơn Khê vừa có công điện khẩn về bão số 7.\n\nChủ tịch UBND tỉnh yêu cầu các xã ven biển gọi tàu vào bờ.\n\n"
        "Bên cạnh đó, việc đưa người già lên gò cao bắt buộc phải hoàn thành trước 18 giờ.\n"
    )
    assert told(text) == [("các xã ven biển",)] * 2


def test_a_list_that_a_colon_opened_goes_on_after_the_semicolon() -> None:
    text = (
        "UBND tỉnh Sơn Khê vừa có công điện khẩn về bão số 7.\n\nUBND tỉnh yêu cầu Sở Xây dựng hướng dẫn "
        "các Công ty Thủy lợi: Vân Hồ, Khe Sặt; Công ty Cấp nước Sơn Khê bơm tiêu úng.\n"
    )
    assert told(text) == [("Sở Xây dựng",)]
    assert told(text.replace("các Công ty Thủy lợi: Vân Hồ, Khe Sặt", "các trạm bơm trực đêm")) == [
        ("Sở Xây dựng",),
        ("Công ty Cấp nước Sơn Khê",),
    ]


def test_a_visit_told_between_is_no_reason_to_pass_over_what_an_office_orders() -> None:
    text = "Gió mạnh dần ở ven biển, bão số 7 vào gần.\n\nBộ đội đi kiểm tra các bến, gọi 40 thuyền vào bờ.\n\n"
    assert told(text + ORDERS) == [("các hạt quản lý cầu",), ("Hạt Cầu Vân Hồ",)]


@pytest.mark.parametrize(
    "declares",
    [
        "ra quyết định công bố tình trạng sạt lở kè Vân Hồ phải xử lý khẩn cấp",
        "ký Quyết định số 35/QĐ-UBND về lệnh khẩn cấp do sạt lở kè Vân Hồ",
    ],
)
def test_a_decision_that_declares_an_emergency_is_one(declares: str) -> None:
    text = f"UBND tỉnh Sơn Khê vừa {declares}.\n\nUBND tỉnh giao Sở Xây dựng cắm biển báo.\n\nUBND tỉnh giao xã Vân Hồ di dời dân.\n"
    document = only(read(text))
    assert (document.kind, document.is_emergency) == (DocumentKind.QUYET_DINH, True)


def test_a_letter_under_the_lead_that_sums_it_up_is_told_by_what_somebody_must_do() -> None:
    lead = "Thành phố Khe Sặt chủ động ứng phó với bão số 7 sắp đổ bộ vào các phường ven biển."
    text = (
        f"{lead}\n\nChiều 5/9, UBND thành phố Khe Sặt ra văn bản truyền đạt: chủ động ứng phó với bão số 7 sắp đổ bộ vào các phường "
        "ven biển.\n\nTheo chỉ đạo, các sở, ngành phải mở cửa hầm trú.\n\nUBND phường, xã được yêu cầu đong gạo.\n"
    )
    assert told(text) == [("các sở, ngành",), ("UBND phường, xã",)]


def test_a_paper_that_a_point_carries_out_is_not_the_one_that_is_told() -> None:
    text = (
        "Triển khai thực hiện Công điện số 97/CĐ-TTg của Thủ tướng Chính phủ về việc ứng phó mưa lớn, Cục Cầu cống Sơn Khê gửi: "
        "Hạt Cầu Vân Hồ; Hạt Cầu Khe Sặt - đề nghị các đơn vị thực hiện một số nội dung sau:\n\n1. Trực ban suốt đêm; yêu cầu các xe tải "
        "quay đầu.\n\n2. Tiếp tục thực hiện các nội dung tại Công điện số 21/CĐ-CCC về việc giữ cầu.\n"
    )
    document = only(read(text))
    assert (document.number, document.issuer) == (None, "Cục Cầu cống Sơn Khê")
    assert document.addressees_to_act == ("Hạt Cầu Vân Hồ", "Hạt Cầu Khe Sặt")
    assert told(text) == [("các đơn vị",)] * 2


def test_a_heading_inside_an_article_is_no_order_of_those_named_above() -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu xã Vân Hồ sơ tán dân.\n\nCảnh báo lũ trên sông Khe\n\nNước lên.\n"
    assert [d.text for d in only(read(text)).directives] == ["xã Vân Hồ sơ tán dân."]


def test_where_in_particular_names_nobody_besides() -> None:
    text = f"{OPENS}UBND các xã, nhất là các địa phương ven sông Khe rà soát bờ bãi.\n\nSở Y tế phải cấp thuốc.\n"
    assert told(text)[0] == ("UBND các xã",)


def test_loudspeakers_may_be_asked() -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu Sở Y tế cấp thuốc.\n\nHệ thống loa phát thanh xã được yêu cầu phát tin.\n"
    assert told(text)[-1] == ("Hệ thống loa phát thanh xã",)


def test_dry_reservoirs_are_no_danger_of_dams() -> None:
    text = (
        "Công điện số 12/CĐ-UBND ngày 8/12/2025 của UBND tỉnh Sơn Khê gửi UBND các xã.\n\n"
        "Mực nước các hồ chứa xuống thấp, nước mặn vào sâu.\n\n"
        "Để chủ động phòng, chống hạn hán, xâm nhập mặn, UBND tỉnh yêu cầu:\n1. UBND các xã đào giếng, tích nước.\n"
    )
    assert only(read(text)).hazards == (Hazard.DROUGHT, Hazard.SALTWATER)


def test_what_somebody_asked_for_earlier_is_shown_and_not_told_as_the_telegrams_order() -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu xã Vân Hồ sơ tán dân.\n\nTrước đó, Sở Xây dựng đã yêu cầu các bến đò dừng chạy.\n"
    found = read(text)
    assert told(text) == [("xã Vân Hồ",)]
    assert ["Trước đó" in found.text[p.span.start : p.span.end] for p in only(found).problems if p.span] == [True]
    assert ("xã Khe Sặt",) in told(f"{OPENS}Trước đó, UBND tỉnh đã có công điện yêu cầu xã Khe Sặt sơ tán dân.\n\nSở Y tế cấp thuốc.\n")


def test_forces_that_are_meant_as_a_whole_open_a_clause() -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu các xã gọi tàu vào bờ; lực lượng chức năng chốt chặn ở ngầm tràn.\n"
    assert told(text) == [("các xã",), ("lực lượng chức năng",)]


def test_the_departments_of_two_provinces_are_each_ones_own() -> None:
    assert told(f"{OPENS}UBND tỉnh yêu cầu Sở Y tế hai tỉnh Sơn La, Lai Châu cấp thuốc.\n") == [
        ("Sở Y tế tỉnh Sơn La", "Sở Y tế tỉnh Lai Châu")
    ]


def test_a_telegram_by_a_number_without_its_word_and_what_is_done_after_accidents() -> None:
    text = (
        "Phó Thủ tướng Trần Văn Mẫu vừa ký Công điện 67 của Thủ tướng Chính phủ về an toàn giao thông.\n\n"
        "Công điện nêu rõ vừa xảy ra vụ tai nạn trên đường Khe Sặt.\n\nThủ tướng yêu cầu UBND tỉnh Sơn Khê cứu chữa người bị nạn.\n"
    )
    document = only(read(text))
    assert (document.number, document.is_emergency) == ("67/CĐ-TTg", True)
    assert not only(read(text.replace("cứu chữa người bị nạn", "kiểm tra các bến xe"))).is_emergency


def test_ships_that_are_put_in_place_are_no_matter_of_administration() -> None:
    text = (
        "Gió ở vùng biển Sơn Khê mạnh dần.\n\nCác bến đã sắp xếp chỗ cho 40 thuyền.\n\n"
        "Chủ tịch UBND tỉnh yêu cầu Bộ đội Biên phòng tỉnh gọi tàu vào bờ, cấm biển vì bão từ 5 giờ ngày 2/8.\n"
    )
    assert only(read(text)).is_emergency


def test_what_is_said_on_somebodys_visit_is_no_order_of_his_office() -> None:
    text = (
        "Nước sông Khe ở mức trên báo động 3.\n\nBí thư Huyện ủy Khe Sặt cùng đoàn công tác kiểm tra đê.\n\n"
        "Bí thư Huyện ủy Khe Sặt Lê Văn Mẫu đề nghị lãnh đạo xã Vân Hồ tăng cường lực lượng canh đê.\n"
    )
    assert not read(text).documents


def test_a_telegram_that_asks_everybody_for_one_thing_is_told_where_nothing_else_is() -> None:
    text = (
        "Mưa to từ đêm qua.\n\nNước lên ở bãi bồi. Ban Chỉ huy Phòng thủ dân sự tỉnh Sơn Khê đã có công điện, yêu cầu các địa phương "
        "chủ động đối phó với lũ đang lên nhanh ở vùng trũng.\n\nNgười dân thức trắng đêm.\n"
    )
    document = only(read(text))
    assert (document.is_emergency, [d.addressees for d in document.directives]) == (True, [("các địa phương",)])


def test_a_letter_on_how_the_rain_goes_on_is_urgent() -> None:
    text = (
        "Trước tình hình mưa lũ diễn biến phức tạp, ông Lê Văn Mẫu, Phó Chủ tịch UBND tỉnh Sơn Khê ban hành công văn yêu cầu các ngành, "
        "địa phương chủ động các phương án giữ đê.\n\nNước sông Khe còn lên.\n"
    )
    assert only(read(text)).is_emergency


def test_after_the_word_that_orders_and_a_colon_somebody_may_be_singled_out() -> None:
    assert told(f"{OPENS}UBND tỉnh đề nghị: Đối với các xã ven sông phải gọi bà con rời bãi bồi.\n") == [("các xã ven sông",)]


def test_those_who_are_asked_to_announce_a_ban_announce_no_document() -> None:
    text = (
        "UBND tỉnh Sơn Khê ra lệnh cấm biển trước bão số 7.\n\nPhó Chủ tịch UBND tỉnh Sơn Khê yêu cầu Chủ tịch UBND huyện Vân Hồ, "
        "thị xã Khe Sặt và TP Sơn Khê thông báo cấm các tàu ra khơi.\n"
    )
    document = only(read(text))
    assert (document.kind, document.is_emergency) == (DocumentKind.KHAC, True)
    assert told(text) == [("Chủ tịch UBND huyện Vân Hồ", "Chủ tịch UBND thị xã Khe Sặt", "Chủ tịch UBND TP Sơn Khê")]


def test_this_province_is_the_one_that_the_sentence_named() -> None:
    text = (
        "Văn phòng Ban Chỉ huy tỉnh Sơn Khê cho biết, UBND tỉnh này vừa có văn bản về việc ứng phó bão số 7; trong đó yêu cầu các xã đóng "
        "cửa chợ.\n"
    )
    assert only(read(text)).issuer == "UBND tỉnh Sơn Khê"


def test_who_presides_over_a_meeting_is_news() -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu xã Vân Hồ sơ tán dân.\n\nThứ trưởng Lê Văn Mẫu chủ trì cuộc họp về siêu bão"
    assert told(text) == [("xã Vân Hồ",)]
    assert told(text.replace("Thứ trưởng Lê Văn Mẫu", "Sở Xây dựng"))[-1] == ("Sở Xây dựng",)


def test_of_several_papers_that_are_carried_out_none_is_told() -> None:
    text = (
        "Thực hiện nghiêm Chỉ thị 10/CT-UBND của UBND tỉnh về mùa khô; Công điện số 20/CĐ-UBND của Chủ tịch UBND tỉnh, dân làng dọn rừng.\n"
    )
    assert not read(text).documents


DECLARED = (
    "UBND tỉnh Sơn Khê vừa công bố tình huống khẩn cấp sạt lở bờ sông Mơ.\n\n"
    "Để giữ làng, UBND tỉnh Sơn Khê giao UBND xã Vân Hồ cắm biển cấm dọc bờ sông, dời chuồng trâu khỏi bãi bồi.\n\n"
    "Sở Xây dựng được giao chở đá hộc ra bờ sông.\n"
)


def test_where_an_emergency_is_declared_offices_charge_others_with_what_it_calls_for() -> None:
    document = only(read(f"Bờ sông Mơ lở\n\n{DECLARED}"))
    assert (document.kind, document.issuer, document.is_emergency) == (DocumentKind.KHAC, "UBND tỉnh Sơn Khê", True)
    assert [d.addressees for d in document.directives] == [("UBND xã Vân Hồ",), ("Sở Xây dựng",)]
    assert not read(DECLARED.replace("công bố tình huống khẩn cấp", "nói về tình hình")).documents  # a day's business


def test_what_is_listed_under_an_order_to_nobody_by_name_is_told() -> None:
    text = (
        "Tỉnh Sơn Khê công bố tình huống khẩn cấp\n\nMưa lớn làm sạt lở bờ hồ Mơ. Do đó, UBND tỉnh Sơn Khê yêu cầu thực hiện ngay những "
        "việc sau:\n\nTheo dõi vết nứt trên bờ hồ.\n\nUBND xã Vân Hồ và xã Suối Mơ được giao đóng cọc tre quanh hồ.\n"
    )
    assert told(text)[-1] == ("UBND xã Vân Hồ", "UBND xã Suối Mơ")


LED = (
    "Cụ thể, đỉnh triều trên sông Mơ sắp vượt báo động 3.\n\nTrước tình hình này, Ban Chỉ huy thành phố Sơn Khê chỉ đạo các quận 12, Khe "
    "Sặt và các huyện Vân Hồ, Suối Mơ… kiểm tra bờ bao, chở bao cát ra chỗ yếu nhằm ứng phó với triều cường.\n"
)


def test_whom_an_office_leads_by_name_to_meet_a_danger_is_ordered_although_the_news_begins_with_what_goes_on() -> None:
    assert told(LED) == [("quận 12", "quận Khe Sặt", "huyện Vân Hồ", "huyện Suối Mơ")]
    assert not read(LED.replace("ứng phó với triều cường", "phạt xe chở cát")).documents
    assert not read(LED.replace("các quận 12, Khe Sặt và các huyện Vân Hồ, Suối Mơ…", "các phòng")).documents


@pytest.mark.parametrize(
    "before",
    [
        "Chiều 3/9, Cục trưởng cùng đoàn công tác đến xã Vân Hồ xem đê.\n\n",
        "Bão số 7 còn xa bờ.\n\nCục Cầu cống Sơn Khê trực tiếp chỉ đạo chống bão tại bến Mơ.\n\n",
    ],
)
def test_what_is_ordered_on_the_spot_is_no_document(before: str) -> None:
    assert not read(f"{before}{ORDERS}").documents


def test_the_course_of_a_storm_makes_a_telegram_on_visitors_an_emergency() -> None:
    text = (
        "Sở Du lịch tỉnh Sơn Khê có công điện yêu cầu các khách sạn giữ an toàn cho du khách.\n\n"
        "Giám đốc Sở yêu cầu các khách sạn theo dõi diễn biến của bão.\n"
    )
    document = only(read(text))
    assert (document.is_emergency, document.hazards) == (True, (Hazard.STORM,))
    assert not only(read(text.replace("diễn biến của bão", "giờ tàu chạy"))).is_emergency


def test_a_telegram_that_speaks_from_the_first_sentence_is_read_whoever_sent_it() -> None:
    text = (
        "Công điện khẩn về chống rét cho trâu\n\nNội dung công điện nêu rõ: các vùng núi (Vân Hồ, Suối Mơ có rét hại.\n\n"
        "Bên cạnh đó, hướng dẫn dân làng đốt trấu sưởi ấm cho trâu.\n"
    )
    document = only(read(text))
    assert (document.is_emergency, document.hazards) == (True, (Hazard.COLD,))


def test_an_office_named_after_what_it_develops_issues_under_its_whole_name() -> None:
    text = (
        "Trước tình hình đó, Cục Đàn trâu (Bộ Nông nghiệp và Phát triển nông thôn) có công văn khẩn gửi các tỉnh "
        "chống đói rét cho trâu. Công văn nêu rõ, các xã "
        "phải lập quy trình che chuồng.\n"
    )
    document = only(read(text))
    assert document.issuer == "Cục Đàn trâu (Bộ Nông nghiệp và Phát triển nông thôn)"
    assert document.hazards == (Hazard.COLD,)
    assert [d.addressees for d in document.directives] == [("các xã",)]


@pytest.mark.parametrize(
    ("names", "bodies"),
    [
        ("Các trạm thuộc Sở như Trạm Vân Hồ, Trạm Mơ… được giao nhiệm vụ", ("Các trạm thuộc Sở",)),
        ("Các cơ quan báo chí, phát thanh, truyền hình", ("Các cơ quan báo chí, phát thanh, truyền hình",)),
        ("Sở Xây dựng Sơn Khê; ban chỉ huy phòng thủ dân sự các xã", ("Sở Xây dựng Sơn Khê", "ban chỉ huy phòng thủ dân sự các xã")),
        ("Các tổ 1, 2 và 3 phường Khe Sặt", ("tổ 1 phường Khe Sặt", "tổ 2 phường Khe Sặt", "tổ 3 phường Khe Sặt")),
        ("UBND các phường 1, 2", ("UBND phường 1", "UBND phường 2")),
        (
            "Giám đốc các Công ty Khai thác công trình thuỷ lợi Bắc Khê, Nam Khê",
            (
                "Giám đốc Công ty Khai thác công trình thuỷ lợi Bắc Khê",
                "Giám đốc Công ty Khai thác công trình thuỷ lợi Nam Khê",
            ),
        ),
    ],
)
def test_examples_numbers_and_houses_in_a_row_reach_those_who_are_meant(names: str, bodies: tuple[str, ...]) -> None:
    assert told(f"{OPENS}UBND tỉnh nêu rõ:\n\n{names} chuyển gạo lên núi cho dân trước cơn mưa.\n") == [bodies]


def test_a_sentence_that_has_run_into_the_year_before_it_begins_anew() -> None:
    text = (
        "Chủ tịch UBND tỉnh vừa có Công điện số 12/CĐ-UBND yêu cầu các sở, ngành, địa phương ứng phó bão số 7 năm 2026.Công điện nêu rõ: "
        "Bão rất mạnh. UBND xã Vân Hồ dời dân khỏi bãi sông.\n"
    )
    assert told(text) == [("UBND xã Vân Hồ",)]


UNTOLD = (
    "Bão số 7 mạnh lên, gây lũ lớn.\n\nUBND tỉnh Sơn Khê yêu cầu tập trung các biện pháp ứng phó với bão số 7.\n\n"
    "Chủ tịch UBND các xã ven biển cho người gọi từng chủ thuyền vào bờ.\n"
)


def test_nobody_in_particular_is_asked_before_those_who_must_act() -> None:
    document = only(read(UNTOLD))
    assert (document.kind, document.issuer, document.is_emergency) == (DocumentKind.KHAC, "UBND tỉnh Sơn Khê", True)
    assert told(UNTOLD)[-1] == ("Chủ tịch UBND các xã ven biển",)
    assert not read(UNTOLD.replace("Chủ tịch UBND các xã ven biển cho", "Nhiều thuyền đã vào bờ và cho")).documents
    assert not read(UNTOLD.replace("yêu cầu", "đã yêu cầu")).documents
