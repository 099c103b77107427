"""Tests of telegrams and notices that somebody retells without their letterhead."""

from __future__ import annotations

from datetime import date

import pytest

from alertd.model.documents import DocumentKind, Hazard
from tests.reading.papers import only, read

HEADLINE = "UBND tỉnh Sơn Khê ra công điện khẩn ứng phó bão số 7\n\n"


def told(text: str) -> list[tuple[str, ...]]:
    return [d.addressees for d in only(read(text)).directives]


def test_who_is_addressed_stands_in_the_text_and_not_in_its_headline() -> None:
    text = (
        f"{HEADLINE}UBND tỉnh Sơn Khê vừa có công điện gửi Sở Y tế và UBND các xã, phường: Khe Sặt, Đồng Vai về việc ứng phó bão số 7.\n\n"
        "UBND tỉnh Sơn Khê yêu cầu Sở Y tế cấp thuốc cho các xã.\n"
    )
    assert only(read(text)).addressees_to_act[0] == "Sở Y tế"
    assert told(text) == [("Sở Y tế",)]


@pytest.mark.parametrize("matter", ["về việc chống bão", "ứng phó bão", "chủ động đối phó với mưa lớn", "yêu cầu chống bão"])
def test_the_matter_of_a_telegram_is_no_part_of_its_addressees(matter: str) -> None:
    text = f"Ngày 3/10, UBND tỉnh Sơn Khê ban hành công điện gửi Sở Y tế, Công an tỉnh {matter}.\n\nUBND tỉnh yêu cầu các xã trực ban.\n"
    assert only(read(text)).addressees_to_act[:1] == ("Sở Y tế",)
    assert told(text)[-1] == ("các xã",)


def test_the_sentence_that_presents_a_telegram_orders_those_to_whom_it_goes() -> None:
    text = (
        "Tổng công ty Điện Sơn Khê vừa có Công điện gửi các công ty thủy điện Khe Sặt, Đồng Vai yêu cầu theo dõi bản tin dự báo; "
        "trực ban 24/24 giờ; Các công ty điện lực chuẩn bị vật tư để khắc phục sự cố.\n\n"
        "Để ứng phó với mưa lũ, Tổng công ty Điện Sơn Khê yêu cầu các đơn vị kiểm tra hồ chứa.\n"
    )
    assert told(text) == [("Công ty thủy điện Khe Sặt", "Công ty thủy điện Đồng Vai"), ("Các công ty điện lực",), ("các đơn vị",)]


def test_an_order_in_quotation_marks_is_one() -> None:
    text = (
        "UBND tỉnh Sơn Khê ban hành công điện gửi các sở, ngành về việc ứng phó bão.\n\n"
        "“Yêu cầu người dân không ra khỏi nhà từ 18 giờ”, công điện nêu rõ.\n\nTỉnh Sơn Khê cũng yêu cầu các xã trực ban.\n"
    )
    assert told(text) == [("người dân",), ("các xã",)]


def test_a_plain_title_tells_the_kind_and_who_asks_is_the_issuer() -> None:
    text = (
        "Thông báo khẩn ngày 18/10/2020\n\nKính gửi:\nHiệu trưởng các trường MN, TH và THCS trên toàn thị xã\n\n"
        "Mưa lớn gây ngập lụt nghiêm trọng. Phòng GD&ĐT yêu cầu:\n1. Các đơn vị cho học sinh nghỉ học.\n2. Đề nghị Hiệu trưởng báo cáo.\n"
    )
    document = only(read(text))
    assert (document.kind, document.issuer) == (DocumentKind.THONG_BAO, "Phòng GD&ĐT")
    assert document.addressees_to_act == ("Hiệu trưởng các trường MN, TH và THCS trên toàn thị xã",)


def test_a_letter_in_haste_is_retold_like_a_telegram() -> None:
    text = (
        "Ngày 2/11, UBND TP Sơn Khê có công văn khẩn gửi các sở, ngành về việc ứng phó áp thấp nhiệt đới.\n\n"
        "UBND TP giao Sở Y tế cấp thuốc.\n\nUBND TP yêu cầu các phường trực ban.\n"
    )
    document = only(read(text))
    assert (document.kind, document.issuer) == (DocumentKind.CONG_VAN, "UBND TP Sơn Khê")
    assert told(text) == [("Sở Y tế",), ("các phường",)]


def test_who_signs_is_not_told_to_act() -> None:
    text = (
        "Phó Thủ tướng Nguyễn Văn Mẫu vừa ký Công điện về việc tìm kiếm, cứu nạn tàu cá bị chìm.\n\n"
        "Theo đó, Bộ Công an huy động phương tiện. Các tỉnh, thành Lào Cai, Hải Phòng huy động tàu cá.\n"
    )
    assert told(text) == [("Bộ Công an",), ("tỉnh Lào Cai", "thành phố Hải Phòng")]


def test_what_the_issuer_reminds_of_without_a_name_is_meant_for_whom_it_spoke_to() -> None:
    text = (
        "Thủ tướng Chính phủ vừa ký Công điện gửi Bộ trưởng Bộ Công an, Chủ tịch UBND tỉnh Sơn La về vụ cháy nhà dân.\n\n"
        "Thủ tướng yêu cầu UBND tỉnh Sơn La thăm hỏi gia đình người bị nạn.\n\n"
        "Thủ tướng lưu ý tăng cường tuyên truyền phòng cháy cho dân.\n"
    )
    assert set(told(text)) == {("UBND tỉnh Sơn La",)}


def test_an_office_may_telegraph_in_the_second_sentence() -> None:
    text = (
        "(Báo Sơn Khê) - Thủ tướng Chính phủ vừa có Công điện số 153/CĐ-TTg chỉ đạo chống rét. Thủ tướng Chính phủ điện: Bộ Y tế; "
        "UBND các tỉnh: Lào Cai, Sơn La. Nội dung Công điện như sau:\n\nTrời rét hại trên diện rộng.\n\nThủ tướng Chính phủ yêu cầu:\n\n"
        "Bộ Y tế: Cấp thuốc cho các tỉnh.\n\nTổ chức các đội cấp cứu; báo cáo Thủ tướng Chính phủ.\n"
    )
    document = only(read(text))
    assert document.addressees_to_act == ("Bộ Y tế", "UBND tỉnh Lào Cai", "UBND tỉnh Sơn La")
    assert {d.addressees for d in document.directives} == {("Bộ Y tế",)}


def test_the_issuer_and_the_day_stand_after_a_purpose_with_commas() -> None:
    text = (
        "Để khỏi bị động, giữ an toàn cho hạ du khi xả lũ, ngày 14-10-2021, Ban Chỉ huy PCTT và TKCN tỉnh đã có "
        "Công điện số 19/CĐ-BCH đề nghị Ban Chỉ huy PCTT và TKCN các huyện thông báo cho người dân. \n\nCác phường trực ban.\n\n"
        "Các xã thông báo cho dân.\n"
    )
    document = only(read(text))
    assert (document.issuer, document.issued_on) == ("Ban Chỉ huy PCTT và TKCN tỉnh", date(2021, 10, 14))


def test_a_clause_turns_to_a_group_unless_it_goes_on_telling_whom_to_direct() -> None:
    lead = "UBND tỉnh Sơn Khê có công điện gửi các sở, ngành chống rét.\n\nUBND tỉnh yêu cầu "
    assert told(f"{lead}UBND các huyện che chắn chuồng trại; các trường cho học sinh nghỉ học.\n") == [("UBND các huyện",), ("các trường",)]
    directed = "UBND các huyện chỉ đạo các phòng chuyên môn; các ban, ngành, chính quyền cơ sở tập trung vận động nhân dân.\n"
    assert told(lead + directed) == [("UBND các huyện",)]


def test_a_letter_that_its_signer_is_named_for_and_that_the_town_orders_by() -> None:
    text = (
        "Ngày 5/11, UBND TP.Sơn Khê đã có công văn khẩn do Phó chủ tịch UBND TP.Sơn Khê Nguyễn Văn Mẫu ký "
        "yêu cầu các phường ứng phó với bão.\n\n"
        "Trong công văn, UBND TP.Sơn Khê yêu cầu Sở Y tế cấp thuốc.\n\nTP yêu cầu các trường cân nhắc cho học sinh nghỉ học.\n\n"
        "Trong khi đó, các phường ven biển trực ban.\n"
    )
    document = only(read(text))
    assert (document.kind, document.issuer) == (DocumentKind.CONG_VAN, "UBND TP.Sơn Khê")
    assert told(text) == [("Sở Y tế",), ("các trường",), ("các phường ven biển",)]


def test_what_leads_with_the_telegram_or_a_quotation_mark_orders() -> None:
    text = (
        "Thủ tướng Chính phủ vừa ký công điện yêu cầu khẩn trương ứng phó bão số 9.\n\nTheo Công điện, Bộ Y tế cấp thuốc.\n\n"
        "“Các tỉnh Tây Nguyên trực tiếp chỉ đạo sơ tán”, Thủ tướng lưu ý.\n\n"
        "Bộ Công an huy động lực lượng...Đặc biệt, các xã phải trực ban.\n"
    )
    assert told(text) == [("Bộ Y tế",), ("Các tỉnh Tây Nguyên",), ("Bộ Công an",), ("các xã",)]


def test_calling_back_tourist_ships_before_a_storm_is_no_matter_of_tourism() -> None:
    text = (
        "UBND TP Sơn Khê vừa có công điện khẩn yêu cầu tạm ngưng hoạt động tàu du lịch.\n\n"
        "Áp thấp nhiệt đới sắp đổ bộ. UBND TP yêu cầu các phường trực ban.\n"
    )
    assert only(read(text)).is_emergency


def test_the_news_may_come_before_the_telegram_that_it_is_from() -> None:
    text = (
        "Khẩn trương tìm người ở Sơn Khê\n\n"
        "Thủ tướng yêu cầu Chủ tịch UBND tỉnh Sơn Khê huy động lực lượng tìm kiếm người mất tích, cứu chữa "
        "người bị thương, hỗ trợ gia đình bị nạn, bố trí chỗ ở tạm cho người dân mất nhà và bảo đảm đời sống sau trận lũ quét.\n\n"
        "Đây là một trong những nội dung của Công điện số 77/CĐ-TTg ngày 3/9/2024 vừa được Phó Thủ tướng ký ban hành.\n\n"
        "Bộ Quốc phòng chủ trì, phối hợp với Bộ Công an hỗ trợ địa phương.\n"
    )
    document = only(read(text))
    assert (document.number, document.issued_on) == ("77/CĐ-TTg", date(2024, 9, 3))
    assert told(text) == [("Chủ tịch UBND tỉnh Sơn Khê",), ("Bộ Quốc phòng",)]


def test_a_short_lead_that_the_body_repeats_is_no_order_of_its_own() -> None:
    text = (
        "Sơn Khê chống bão số 7\n\nUBND tỉnh Sơn Khê yêu cầu các xã sơ tán dân trước bão số 7.\n\n"
        "Công điện khẩn vừa được ban hành chiều nay.\n\nUBND tỉnh Sơn Khê yêu cầu các xã sơ tán dân ở vùng trũng, ven sông.\n"
    )
    assert told(text) == [("các xã",)]


@pytest.mark.parametrize(
    "presents",
    [
        "Sáng nay, UBND tỉnh Sơn Khê phát công điện hỏa tốc trước tin bão số 7.",
        "Văn bản nêu rõ: bão số 7 sẽ vào Sơn Khê trong đêm.",
        "Trong công điện có ghi: bão số 7 sẽ vào Sơn Khê trong đêm.",
    ],
)
def test_a_telegram_is_told_in_many_words(presents: str) -> None:
    text = f"{presents}\n\nĐể ứng phó với bão số 7, UBND tỉnh Sơn Khê đề nghị Sở Y tế cấp thuốc, các xã sơ tán dân.\n"
    document = only(read(text))
    assert (document.issuer, document.is_emergency) == ("UBND tỉnh Sơn Khê", True)


def test_provinces_named_alone_are_asked_as_their_governments() -> None:
    text = "Thủ tướng vừa ký công điện về ứng phó bão số 7.\n\nThủ tướng yêu cầu Thanh Hóa, Nghệ An và Hà Tĩnh sơ tán dân ở vùng trũng.\n"
    assert told(text) == [("tỉnh Thanh Hóa", "tỉnh Nghệ An", "tỉnh Hà Tĩnh")]


def test_what_the_issuer_itself_does_is_told() -> None:
    text = (
        "UBND tỉnh Sơn Khê vừa ban hành công điện yêu cầu ứng phó bão số 7.\n\n"
        "Chủ tịch UBND tỉnh Sơn Khê chỉ đạo Sở Y tế các địa phương tiếp tục cấp thuốc.\n\nTrên biển, các xã ven biển cấm tàu ra khơi.\n"
    )
    assert told(text) == [("Sở Y tế các địa phương",), ("các xã ven biển",)]


def test_a_forecast_orders_nobody() -> None:
    text = (
        "UBND tỉnh Sơn Khê vừa ban hành công điện yêu cầu các xã ứng phó bão số 7.\n\n"
        "Trên đất liền, các xã ven biển dự báo sẽ có gió mạnh. "
        "Ở vùng núi, các xã tiếp tục có mưa to.\n\nUBND tỉnh yêu cầu các xã trong hai ngày tới sơ tán dân.\n"
    )
    assert told(text) == [("các xã",)]


def test_the_presenting_sentence_orders_those_to_whom_the_text_does_not_turn_again() -> None:
    presents = "Ngày 3/9, UBND tỉnh Sơn Khê ký công văn khẩn yêu cầu UBND các huyện Khe Sặt, Đồng Vai đắp đập ngăn mặn, trữ nước ngọt."
    text = f"{presents} Sở Y tế cấp thuốc cho vùng hạn mặn.\n"
    assert told(text) == [("UBND huyện Khe Sặt", "UBND huyện Đồng Vai"), ("Sở Y tế",)]
    again = f"{presents} UBND tỉnh yêu cầu UBND các huyện Khe Sặt, Đồng Vai bơm nước.\n"
    assert told(again) == [("UBND huyện Khe Sặt", "UBND huyện Đồng Vai")]


def test_an_urgent_letter_told_in_an_article_is_urgent() -> None:
    text = "Ngày 3/9, UBND tỉnh Sơn Khê ký công văn khẩn yêu cầu Sở Y tế, Công an tỉnh ứng phó xâm nhập mặn, cấp nước cho dân.\n"
    assert only(read(text)).is_emergency


def test_who_orders_by_name_before_the_issuer_asks_for_more_is_heard() -> None:
    text = (
        "UBND tỉnh Sơn Khê vừa có công điện về bão số 7.\n\nSở Y tế được yêu cầu cấp thuốc.\n\n"
        "Tại Đồng Vai, Công an xã chốt chặn các ngầm. UBND tỉnh yêu cầu bằng mọi biện pháp đưa dân khỏi vùng trũng.\n"
    )
    assert told(text) == [("Sở Y tế",), ("Công an xã",)]


def test_whom_an_earlier_telegram_charged_is_told_for_the_background() -> None:
    text = (
        "Ban Chỉ huy Phòng thủ dân sự tỉnh Sơn Khê ban hành Công điện số 5/CĐ-BCH về việc cấm biển.\n\n"
        "Thực hiện chỉ đạo của Chủ tịch UBND tỉnh tại Công điện số 3/CĐ-UBND, trong đó giao Sở Y tế tham mưu. Bão số 7 rất mạnh. "
        "Yêu cầu Chủ tịch UBND các xã, phường ven biển thực hiện tốt các nội dung sau:\n\n1.Cấm tàu ra khơi từ 6 giờ.\n"
    )
    assert told(text) == [("Chủ tịch UBND các xã, phường ven biển",)]


@pytest.mark.parametrize("asks", ["yeu cầu", "yêu câu", "đề nghi", "đè nghị", "để nghị"])
def test_a_slip_in_the_word_that_orders_loses_nobody(asks: str) -> None:
    text = f"UBND tỉnh Sơn Khê có công điện về bão số 7.\n\nĐể chống bão, UBND tỉnh Sơn Khê {asks} Sở Y tế cấp thuốc, các xã trực ban.\n"
    assert told(text) == [("Sở Y tế",)]


@pytest.mark.parametrize(
    ("subject", "is_storm"),
    [("phòng bão Mẫu", True), ("tránh bão", True), ("phòng, chống thiên tai mùa mưa bão", False), ("khắc phục hậu quả bão, lũ", False)],
)
def test_a_storm_has_many_names(subject: str, is_storm: bool) -> None:
    text = f"UBND tỉnh Sơn Khê ban hành Công điện số 5/CĐ-UBND về việc {subject}.\n\nUBND tỉnh yêu cầu Sở Y tế cấp thuốc.\n"
    assert (Hazard.STORM in only(read(text)).hazards) is is_storm


def test_what_an_article_opens_with_accordingly_is_what_the_telegram_says() -> None:
    text = (
        "UBND tỉnh Sơn Khê vừa có công điện khẩn gửi các sở, ngành khẩn trương ứng phó bão số 7.\n\n"
        "Theo đó, Sở Y tế cấp thuốc cho vùng lũ.\n\nTùy theo diễn biến của bão, giao Công an tỉnh cấm đường.\n\n"
        '"Chủ tịch UBND xã chịu trách nhiệm nếu để dân ở lại vùng trũng", công điện nhấn mạnh.\n'
    )
    assert only(read(text)).addressees_to_act == ("các sở, ngành",)
    assert told(text) == [("Sở Y tế",), ("Công an tỉnh",), ("Chủ tịch UBND xã",)]


@pytest.mark.parametrize(
    "text",
    [
        "Các tỉnh đã có công điện, văn bản về bão số 7. Cùng với đó, các xã ven biển, Công an tỉnh tiếp tục giúp dân.",
        "Thực hiện công điện của Thủ tướng, Công an xã đã giúp dân trước bão số 7. Đơn vị đảm bảo thông tin liên lạc.",
    ],
)
def test_what_is_told_of_telegrams_in_passing_is_none(text: str) -> None:
    assert read(text).documents == ()


def test_a_letter_by_its_bare_number_is_told() -> None:
    text = (
        "Các lực lượng được yêu cầu ứng phó mưa lớn.\n\nNgày 3/9, Ban Chỉ huy Phòng thủ dân sự tỉnh Sơn Khê đã ban hành công văn số 08 "
        "đề nghị Sở Y tế và Đài Thông tin duyên hải Sơn Khê thông báo mưa lớn cho tàu thuyền.\n\nSở Y tế cấp thuốc.\n"
    )
    assert only(read(text)).kind is DocumentKind.CONG_VAN
    assert told(text) == [("Sở Y tế", "Đài Thông tin duyên hải Sơn Khê"), ("Sở Y tế",)]


def test_the_number_of_what_somebody_else_directed_is_not_the_telegrams_own() -> None:
    text = (
        "Ban Chỉ đạo Phòng thủ dân sự quốc gia đã ban hành công điện khẩn yêu cầu các bộ ứng phó bão số 7 theo chỉ đạo của Thủ tướng "
        "Chính phủ tại Công điện số 86/CĐ-TTg.\n\nBan Chỉ đạo Phòng thủ dân sự quốc gia yêu cầu Bộ Y tế cấp thuốc.\n"
    )
    document = only(read(text))
    assert (document.number, document.issuer, document.cites) == (None, "Ban Chỉ đạo Phòng thủ dân sự quốc gia", ("86/CĐ-TTg",))


def test_a_retelling_whose_first_paragraph_is_lost_is_read() -> None:
    text = "Theo đó, để ứng phó với bão số 7, Chủ tịch UBND tỉnh Sơn Khê yêu cầu Sở Y tế cấp thuốc.\n"
    assert told(text) == [("Sở Y tế",)]


@pytest.mark.parametrize(
    "opens",
    [
        "Bộ Y tế gửi công điện khẩn về bão số 7\n\nCông điện yêu cầu",
        "Trong công điện chiều 3/9, Bộ Y tế cho biết bão rất mạnh. Lãnh đạo Bộ yêu cầu",
    ],
)
def test_who_sends_a_telegram_may_stand_in_the_headline_or_speak_in_it(opens: str) -> None:
    document = only(read(f"{opens} các sở y tế trực cấp cứu.\n"))
    assert document.issuer == "Bộ Y tế"


def test_the_person_who_holds_the_issuers_office_orders_for_it() -> None:
    text = (
        "Chủ tịch UBND tỉnh Sơn Khê Nguyễn Văn Mẫu vừa ký công điện về bão số 7.\n\n"
        "Trên cơ sở đó, ông Nguyễn Văn Mẫu yêu cầu chính quyền các cấp, lực lượng vũ trang sơ tán dân.\n\n"
        "Bà Trần Thị Vẽ cũng đề nghị Sở Y tế cấp thuốc.\n"
    )
    assert told(text) == [("chính quyền các cấp", "lực lượng vũ trang"), ("Sở Y tế",)]


def test_what_the_issuer_settles_itself_is_told_and_its_purposes_do_not_hide_it() -> None:
    text = (
        "UBND tỉnh Sơn Khê vừa ký công điện về bão số 7.\n\n"
        "Để bảo vệ dân, giảm thiệt hại, Chủ tịch UBND tỉnh Sơn Khê chỉ đạo các xã sơ tán dân.\n\n"
        "Chủ tịch UBND tỉnh Sơn Khê thống nhất cho cán bộ nghỉ làm việc.\n\n"
        "Từ 10 giờ sáng nay, người dân ven biển được yêu cầu không ra đường.\n"
    )
    assert told(text) == [("các xã",), ("người dân ven biển",)]


def test_asking_everybody_in_the_presenting_sentence_only_sums_up() -> None:
    text = (
        "UBND tỉnh Sơn Khê vừa phát công điện khẩn yêu cầu các địa phương, đơn vị chủ động ứng phó bão số 7.\n\n"
        "Nội dùng công điện yêu cầu Sở Y tế cấp thuốc.\n\nĐó là trực ban suốt ngày đêm.\n\n"
        "“Kiên quyết đưa dân khỏi vùng trũng” - công điện chỉ rõ.\n"
    )
    assert told(text)[0] == ("Sở Y tế",)
    assert "trực ban suốt ngày đêm" in " ".join(d.text for d in only(read(text)).directives)
    assert "Kiên quyết đưa dân" in " ".join(d.text for d in only(read(text)).directives)


def test_a_charge_may_be_told_as_what_will_be() -> None:
    text = (
        "UBND tỉnh Sơn Khê vừa gửi công điện về việc ứng phó bão số 7 đến Sở Y tế các tỉnh thành phố Hải Phòng, Lạng Sơn.\n\n"
        "UBND tỉnh Sơn Khê yêu cầu Công an tỉnh cấm đường.\n\nSở Công Thương sẽ là đầu mối tiếp nhận thông tin. Các xã sẽ họp.\n"
    )
    assert only(read(text)).addressees_to_act == ("Sở Y tế thành phố Hải Phòng", "Sở Y tế tỉnh Lạng Sơn")
    assert told(text) == [("Công an tỉnh",), ("Sở Công Thương",)]


def test_the_day_may_stand_with_its_hour_after_the_purpose() -> None:
    text = (
        "Để ứng phó với bão số 3, 8 giờ ngày 6/9/2024, Chủ tịch UBND tỉnh có Công điện số 09/CĐ-UBND gửi các sở.\n\n"
        "Chủ tịch UBND tỉnh yêu cầu Sở Y tế cấp thuốc.\n"
    )
    assert only(read(text)).issued_on == date(2024, 9, 6)


def test_whoever_is_asked_is_not_the_issuer() -> None:
    text = (
        "Đồi Khe Sặt nứt dài 100 m sau mưa lớn. UBND tỉnh Sơn Khê vừa ban hành Công điện về việc ứng phó sạt lở đất.\n\n"
        "Theo đó, Chủ tịch UBND xã Khe Sặt được yêu cầu di dời ngay 20 hộ dân.\n\nSở Y tế trực cấp cứu.\n"
    )
    document = only(read(text))
    assert document.issuer == "UBND tỉnh Sơn Khê"
    assert told(text) == [("Chủ tịch UBND xã Khe Sặt",), ("Sở Y tế",)]


def test_a_comma_may_be_missing_after_the_word_that_goes_on() -> None:
    text = (
        "Chủ tịch UBND tỉnh Sơn Khê vừa ký Công điện gửi các huyện, thành phố về việc ứng phó bão số 7.\n\n"
        "Theo đó Chủ tịch UBND tỉnh yêu cầu Sở Y tế chuẩn bị thuốc.\n"
    )
    assert told(text) == [("Sở Y tế",)]
