"""Tests of the many ways in which newspapers tell who must do what."""

from __future__ import annotations

import pytest

from alertd.model.documents import DocumentKind
from tests.reading.papers import only, read

OPENS = "UBND tỉnh Sơn Khê vừa có công điện khẩn về ứng phó bão số 7.\n\n"


def told(text: str) -> list[tuple[str, ...]]:
    return [d.addressees for d in only(read(text)).directives]


@pytest.mark.parametrize("opens", ["Theo đó, Sở Y tế, Công an tỉnh cấp", "Cụ thể, Bộ Y tế yêu cầu Sở Y tế, Công an tỉnh cấp"])
def test_a_retelling_goes_on_under_its_headline_where_its_first_paragraph_is_lost(opens: str) -> None:
    text = f"Sơn Khê chủ động ứng phó với bão số 7\n\n{opens} thuốc cho dân vùng trũng.\n\nCác xã trực ban.\n"
    assert told(text) == [("Sở Y tế", "Công an tỉnh"), ("Các xã",)]


def test_what_an_article_presents_in_its_first_words_is_no_mere_mention() -> None:
    text = (
        "Thủ tướng Chính phủ ký Công điện số 77 chỉ đạo khắc phục hậu quả vụ cháy chợ Khe Sặt.\n\n"
        "Bộ trưởng Bộ Công an chỉ đạo Công an tỉnh Sơn Khê điều tra vụ cháy.\n"
    )
    assert told(text) == [("Bộ trưởng Bộ Công an",)]


def test_a_notice_by_its_bare_number_is_told() -> None:
    text = (
        "Áp thấp nhiệt đới sắp vào Sơn Khê\n\nBan Chỉ huy Phòng thủ dân sự tỉnh Sơn Khê đã có thông báo số 3 gởi các đơn vị. "
        "Thông báo yêu cầu Sở Y tế, các xã:\n1- Cấp thuốc cho dân.\n2- Trực ban suốt đêm.\n"
    )
    document = only(read(text))
    assert (document.kind, document.issuer) == (DocumentKind.THONG_BAO, "Ban Chỉ huy Phòng thủ dân sự tỉnh Sơn Khê")
    assert document.is_emergency
    assert told(text) == [("Sở Y tế", "các xã")] * 2


@pytest.mark.parametrize("asks", ["được UBND tỉnh yêu cầu cắm", "cũng được Chủ tịch UBND tỉnh giao cắm", "được Sở Y tế đề nghị cắm"])
def test_whoever_is_asked_by_the_issuer_is_told_in_the_passive_too(asks: str) -> None:
    assert told(f"{OPENS}UBND tỉnh yêu cầu Sở Y tế cấp thuốc.\n\nTrong khi đó, Sở Xây dựng {asks} biển báo ở ngầm.\n")[-1] == (
        "Sở Xây dựng",
    )


def test_this_body_is_the_one_that_the_sentence_began_with() -> None:
    text = (
        f"{OPENS}Đối với Sở Xây dựng, UBND tỉnh yêu cầu đơn vị này cắm biển báo.\n\nRiêng Sở Y tế, UBND tỉnh giao cơ quan này cấp thuốc.\n"
    )
    assert told(text) == [("Sở Xây dựng",), ("Sở Y tế",)]


def test_what_must_not_be_done_is_ordered_by_any_verb() -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu Sở Y tế cấp thuốc.\n\nĐặc biệt, các cảng vụ không ký lệnh rời bến. Các xã không có điện từ đêm qua.\n"
    assert told(text) == [("Sở Y tế",), ("các cảng vụ",)]


def test_whoever_is_described_at_length_is_told_by_the_word_of_duty() -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu Sở Y tế cấp thuốc.\n\nNhững trường tổ chức ăn, ở cho học sinh cần trữ gạo, nước.\n"
    assert told(text)[-1] == ("Những trường tổ chức ăn, ở cho học sinh",)


def test_an_order_may_follow_from_what_the_sentence_tells() -> None:
    text = (
        f"{OPENS}Bão rất mạnh, do đó các địa phương, đơn vị tuyệt đối không chủ quan, cần sơ tán dân. "
        "Lũ lên nhanh, vì vậy các xã bị chia cắt.\n"
    )
    assert told(text) == [("các địa phương, đơn vị",)]


def test_a_numbered_picture_shows_and_orders_nothing() -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu Sở Y tế cấp thuốc.\n\nKhẩn: Bảo đảm thuốc cho dân vùng trũng - Ảnh 2.\n"
    assert "Ảnh" not in " ".join(d.text for d in only(read(text)).directives)


def test_whoever_must_have_solutions_is_ordered() -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu Sở Y tế, Công an tỉnh có giải pháp cấp bách phòng dịch sau lũ.\n"
    assert told(text) == [("Sở Y tế", "Công an tỉnh")]


def test_an_urgent_notice_is_the_one_that_its_headline_tells_of() -> None:
    text = (
        "Bộ Y tế thông báo khẩn về tình hình lũ ở Sơn Khê\n\nCụ thể, Bộ chỉ đạo các Sở Y tế cấp thuốc cho vùng lũ.\n\n"
        "Cục Quản lý Dược chỉ đạo các kho chuyển thuốc.\n"
    )
    document = only(read(text))
    assert (document.kind, document.issuer, document.is_emergency) == (DocumentKind.THONG_BAO, "Bộ Y tế", True)
    assert told(text) == [("các Sở Y tế",), ("Cục Quản lý Dược",)]


def test_kinds_of_bodies_in_a_row_of_capitals_are_one_group() -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu Sở Y tế và các Sở, Ban, Ngành, các địa phương:\n1- Trực ban.\n"
    assert told(text) == [("Sở Y tế", "các Sở, Ban, Ngành", "các địa phương")]


def test_bodies_for_search_and_rescue_are_named_by_it() -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu Sở Y tế cấp thuốc.\n\nCác cơ quan tìm kiếm cứu nạn có kế hoạch sẵn sàng.\n"
    assert told(text)[-1] == ("Các cơ quan tìm kiếm cứu nạn",)


def test_a_letter_about_a_danger_is_told_without_number_or_haste() -> None:
    text = (
        "UBND tỉnh Sơn Khê ban hành văn bản gửi 12 nhà máy thủy điện trên sông Khe Sặt, yêu cầu rung chuông trước mỗi lần xả lũ.\n\n"
        "Nước sông đã tràn bờ. UBND tỉnh yêu cầu các nhà máy thủy điện bố trí người trực.\n"
    )
    document = only(read(text))
    assert (document.kind, document.is_emergency) == (DocumentKind.CONG_VAN, True)
    assert told(text) == [("12 nhà máy thủy điện trên sông Khe Sặt",), ("các nhà máy thủy điện",)]


def test_ministries_are_asked_in_the_passive_and_spelt_as_it_comes() -> None:
    text = (
        f"{OPENS}Bộ Công thương, Nông Nghiệp và Phát triển Nông thôn, Bộ Công an và Giao thông Vận Tải cũng được đề nghị chỉ đạo cứu nạn.\n"
    )
    assert told(text) == [("Bộ Công thương", "Bộ Nông Nghiệp và Phát triển Nông thôn", "Bộ Công an", "Bộ Giao thông Vận Tải")]


@pytest.mark.parametrize(("order", "is_told"), [("trực 24/24 giờ để đón lũ", True), ("chủ động ứng phó với lũ", False)])
def test_asking_everybody_for_one_thing_orders_it(order: str, is_told: bool) -> None:
    text = (
        f"Cục Thủy lợi Sơn Khê vừa phát công điện yêu cầu các cơ quan, đơn vị {order}.\n\nCục Thủy lợi Sơn Khê yêu cầu Sở Y tế cấp thuốc.\n"
    )
    assert (("các cơ quan, đơn vị",) in told(text)) is is_told


def test_airports_airlines_and_hotels_can_be_ordered() -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu các hãng hàng không dừng các chuyến bay. Đồng thời, các sân bay phải chống ngập.\n"
    assert told(text) == [("các hãng hàng không",), ("các sân bay",)]


def test_as_for_one_body_the_issuer_directs_those_under_it() -> None:
    text = "Bộ Xây dựng vừa có công điện về bão số 7.\n\nVới Cục Đường bộ, Bộ Xây dựng chỉ đạo các khu quản lý đường bộ cắm biển.\n"
    assert told(text) == [("Cục Đường bộ", "các khu quản lý đường bộ")]


def test_a_telegram_to_counted_districts_orders_each() -> None:
    text = (
        "Hôm nay gió đã mạnh lên.\n\nSở Nông nghiệp Sơn Khê cũng đã có công điện khẩn đến 3 huyện, thị xã "
        "(Khe Sặt, Đồng Vai, Thị xã Bản Mun) ven biển Sơn Khê, yêu cầu bằng các biện pháp tốt nhất gọi tàu về bờ trước bão số 7.\n"
    )
    assert told(text) == [("Khe Sặt", "Đồng Vai", "Thị xã Bản Mun")]


def test_what_troops_do_is_told_before_the_telegram_that_orders() -> None:
    text = (
        "Sơn Khê chống bão số 7\n\n"
        "Đồn biên phòng các xã đã triển khai công tác chống bão từ đêm qua ở khắp các bến bãi trên địa bàn tỉnh Sơn Khê và các đảo xa bờ. "
        "Các đồn biên phòng thuộc các xã vùng núi chuẩn bị phòng chống lũ, sạt lở đất và sẵn sàng sơ tán người dân đến nơi an toàn.\n\n"
        "Sở Y tế Sơn Khê vừa có công điện khẩn yêu cầu các trạm y tế cấp thuốc cho dân.\n"
    )
    assert told(text) == [("các trạm y tế",)]


def test_what_the_issuer_announces_is_told() -> None:
    text = (
        "Ban Chỉ huy Phòng thủ dân sự tỉnh Sơn Khê thông báo kết thúc lệnh cấm biển.\n\nTrước đó, Ban Chỉ huy Phòng thủ dân sự tỉnh "
        "đã có Công điện số 1/CĐ-BCH về việc cấm biển để ứng phó với bão số 7.\n\nYêu cầu các xã ven biển theo dõi thời tiết.\n"
    )
    assert told(text) == [("các xã ven biển",)]


@pytest.mark.parametrize("how", ["đồng loạt", "lập tức", "đồng bộ"])
def test_how_an_order_is_carried_out_is_no_part_of_a_name(how: str) -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu các nhà máy thủy điện {how} tăng cường xả nước.\n"
    assert told(text) == [("các nhà máy thủy điện",)]


@pytest.mark.parametrize(
    "opens",
    [
        "Báo Sơn Khê đưa tin, chiều 7/8, Bộ Y tế có công điện, yêu cầu các tỉnh Tây Nguyên dự trữ thuốc.",
        "Vụ sập cầu Khe Sặt: Bộ Y tế ra công điện hỏa tốc\n\nBộ yêu cầu các tỉnh Tây Nguyên dự trữ thuốc.",
    ],
)
def test_the_issuer_stands_after_the_paper_or_the_topic_that_comes_first(opens: str) -> None:
    text = f"{opens}\n\nBộ Y tế cũng lưu ý các tỉnh Tây Nguyên cấp cứu người bị nạn sau mưa lũ.\n"
    assert only(read(text)).issuer == "Bộ Y tế"
    assert set(told(text)) == {("các tỉnh Tây Nguyên",)}


def test_a_steering_committee_directs_as_the_issuer_that_it_is() -> None:
    text = (
        "Ban Chỉ đạo Phòng thủ dân sự Sơn Khê vừa có công điện về bão số 7.\n\n"
        "Ban Chỉ đạo Phòng thủ dân sự cũng lưu ý các xã ven sông rà soát chỗ ở.\n\nVề hồ đập, Ban Chỉ đạo yêu cầu kiểm tra cửa xả.\n"
    )
    assert told(text) == [("các xã ven sông",)] * 2


def test_the_head_of_government_is_the_prime_minister() -> None:
    text = (
        "Thủ tướng vừa ký công điện về vụ cháy chợ Khe Sặt.\n\nThủ tướng giao UBND TP Sơn Khê thăm hỏi người bị nạn.\n\n"
        "Người đứng đầu Chính phủ lưu ý rà soát quy định về cho thuê nhà.\n"
    )
    assert told(text) == [("UBND TP Sơn Khê",)] * 2


def test_a_letter_that_was_sent_and_a_notice_that_stops_ships_are_told() -> None:
    letter = (
        "Ứng phó áp thấp nhiệt đới\n\nCông văn được gửi tới các cơ quan chức năng trên địa bàn.\n\n"
        "Theo đó, Sở Nông nghiệp đề nghị các xã gọi tàu về bờ.\n"
    )
    assert (only(read(letter)).kind, told(letter)) == (DocumentKind.CONG_VAN, [("các xã",)])
    notice = (
        "Sơn Khê cấm biển vì bão số 7\n\nBan Chỉ huy Phòng thủ dân sự tỉnh Sơn Khê thông báo tạm ngừng cho tàu ra khơi từ 12 giờ.\n\n"
        "Ban Chỉ huy Phòng thủ dân sự tỉnh Sơn Khê đề nghị Sở Xây dựng, các xã ven biển dừng cấp phép cho tàu.\n"
    )
    document = only(read(notice))
    assert (document.kind, document.is_emergency) == (DocumentKind.THONG_BAO, True)
    assert told(notice) == [("Sở Xây dựng", "các xã ven biển")]


def test_an_article_whose_beginning_is_lost_is_none_where_no_danger_is_told() -> None:
    text = "Sơn Khê mở hội làng\n\nTheo đó, các trường, Công an xã tổ chức thi kéo co. Phòng Văn hóa chuẩn bị quà.\n"
    assert read(text).documents == ()


def test_a_retelling_that_ends_without_a_full_stop_goes_on_too() -> None:
    text = "Công an chủ động ứng phó bão số 7\n\nTheo đó, Bộ Công an yêu cầu công an các xã, phường tuần tra, trực cứu nạn\n\nĐỗ Mẫu\n"
    assert told(text) == [("công an các xã, phường",)]


def test_the_telegram_of_another_that_the_issuer_carries_out_is_no_second_one() -> None:
    text = (
        "Ngày 3/9/2025, Bộ Xây dựng ban hành Công điện số 7/CĐ-BXD về việc ứng phó bão số 7.\n\nBão số 7 rất mạnh. Để ứng phó và thực hiện "
        "chỉ đạo của Thủ tướng Chính phủ tại Công điện số 8/CĐ-TTg ngày 2/9/2025, Bộ Xây dựng yêu cầu Cục Đường bộ, Sở Xây dựng trực ban.\n"
    )
    assert only(read(text)).number == "07/CĐ-BXD"
    assert told(text) == [("Cục Đường bộ", "Sở Xây dựng")]


@pytest.mark.parametrize("task", ["nhiệm vụ trước mắt là kê cao máy móc", "yêu cầu đặt ra là phải kê cao máy móc"])
def test_whose_task_something_is_must_do_it(task: str) -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu Sở Y tế cấp thuốc.\n\nĐối với các nhà máy ven sông, {task} trước khi nước lên.\n"
    assert told(text)[-1] == ("các nhà máy ven sông",)


def test_a_committee_written_small_after_a_group_is_a_name_of_its_own() -> None:
    text = f"{OPENS}UBND tỉnh đề nghị các sở, ngành và ủy ban nhân dân các xã ven biển trực ban.\n"
    assert told(text) == [("các sở, ngành", "ủy ban nhân dân các xã ven biển")]


def test_those_whom_the_presenting_sentence_sums_up_are_told_once() -> None:
    text = (
        "T.Ư Hội Khe Sặt vừa có công văn khẩn yêu cầu các huyện đoàn khẩn cấp ứng phó bão số 7.\n\n"
        "Ban Bí thư T.Ư Hội yêu cầu Ban Thường vụ các huyện đoàn chuẩn bị lều cho dân vùng trũng.\n"
    )
    assert told(text) == [("Ban Thường vụ các huyện đoàn",)]


def test_the_issuer_asks_on_after_a_semicolon() -> None:
    text = f"{OPENS}UBND tỉnh giao Tham mưu trưởng Đại đội 3 trực tiếp chỉ huy cứu nạn; yêu cầu các xã báo cáo hai giờ một lần.\n"
    assert told(text) == [("Tham mưu trưởng Đại đội 3",), ("các xã",)]
    text = f"{OPENS}UBND tỉnh giao Sở Y tế cấp thuốc.\n\nSở Công Thương kiểm tra hồ chứa; yêu cầu chủ hồ xả nước đúng quy trình.\n"
    assert told(text) == [("Sở Y tế",), ("Sở Công Thương",)]


def test_what_the_issuer_reminds_a_body_of_is_its_order() -> None:
    text = f"{OPENS}UBND tỉnh giao Sở Y tế cấp thuốc.\n\nĐối với Công an tỉnh, UBND tỉnh lưu ý việc giữ trật tự ở nơi sơ tán.\n"
    assert told(text)[-1] == ("Công an tỉnh",)


def test_a_statement_may_end_with_an_order() -> None:
    order = "Học sinh toàn tỉnh nghỉ học ngày 3/10, giao Sở Giáo dục và Đào tạo báo cho các trường."
    assert told(f"{OPENS}UBND tỉnh yêu cầu Sở Y tế cấp thuốc.\n\n{order}\n")[-1] == ("Sở Giáo dục và Đào tạo",)


@pytest.mark.parametrize("when", ["Sau bão", "Kết thúc đợt mưa", "Ngay sau lũ"])
def test_when_the_hazard_is_over_somebody_must_act(when: str) -> None:
    assert told(f"{OPENS}UBND tỉnh yêu cầu Sở Y tế cấp thuốc.\n\n{when}, các nhà trường dọn vệ sinh phòng học.\n")[-1] == (
        "các nhà trường",
    )


def test_those_who_are_ordered_assign_their_own_people() -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu Sở Y tế cấp thuốc.\n\nBan Thường vụ các đảng ủy xã phân công cán bộ bám sát từng thôn.\n"
    assert told(text)[-1] == ("Ban Thường vụ các đảng ủy xã",)
    text = f"{OPENS}UBND tỉnh phân công Sở Y tế cấp thuốc.\n"
    assert told(text) == [("Sở Y tế",)]


def test_a_wire_that_says_something_is_no_part_of_the_name_after_it() -> None:
    text = f"{OPENS}Bức điện nêu rõ, Bộ Chỉ huy Quân sự tỉnh điều động xuồng máy; Công an tỉnh giữ trật tự.\n"
    assert told(text) == [("Bộ Chỉ huy Quân sự tỉnh",), ("Công an tỉnh",)]


def test_whoever_reminds_somebody_besides_speaks_for_the_issuer() -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu Sở Y tế cấp thuốc.\n\nBan Chỉ huy Phòng thủ dân sự cũng lưu ý các hồ chứa không xả nước ban đêm.\n"
    assert told(text)[-1] == ("các hồ chứa",)


def test_a_clause_may_turn_to_a_branch_of_the_administration() -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu ngành Y tế cấp thuốc; ngành Giáo dục cho học sinh nghỉ học.\n"
    assert told(text) == [("ngành Y tế",), ("ngành Giáo dục",)]


def test_what_comes_to_pass_is_reported_by_those_named_after_it() -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu Sở Y tế cấp thuốc.\n\nMọi diễn biến phát sinh, các xã báo cáo ngay về Công an tỉnh.\n"
    assert told(text)[-1] == ("các xã",)


def test_a_body_is_known_by_the_abbreviation_that_the_text_explains() -> None:
    text = f"{OPENS}UBND tỉnh yêu cầu Công ty Cảng Sơn Khê (CSK), Sở Y tế trực ban.\n\nCSK phải neo chắc cần cẩu. BVN cấp cứu 5 người.\n"
    assert told(text) == [("Công ty Cảng Sơn Khê (CSK)", "Sở Y tế"), ("CSK",)]


def test_the_issuers_own_type_word_is_no_addressee() -> None:
    text = (
        "Bộ Y tế vừa có công điện khẩn về ứng phó bão số 7.\n\nBộ Y tế yêu cầu Sở Y tế các tỉnh cấp thuốc.\n\n"
        "Về phía Bộ, Cục Quản lý dược cung ứng thuốc.\n"
    )
    assert told(text)[-1] == ("Cục Quản lý dược",)


def test_the_city_may_ask_by_its_short_name() -> None:
    text = "UBND thành phố Sơn Khê vừa có công điện khẩn về bão số 7.\n\nThành phố giao Sở Y tế, Công an thành phố trực cấp cứu.\n"
    assert told(text) == [("Sở Y tế", "Công an thành phố")]


def test_recipients_are_asked_at_length_where_only_others_are_named_below() -> None:
    text = (
        "Bộ Y tế có công điện gửi Sở Y tế Sơn Khê, đề nghị chủ động vệ sinh giếng nước, đặc biệt là ở bãi ngập, phát thuốc khử khuẩn đến "
        "từng nhà, khám cho trẻ nhỏ, người già sau bão số 7.\n\n{below} dự trữ máu.\n"
    )
    assert told(text.format(below="Đồng thời yêu cầu các bệnh viện trực thuộc")) == [("Sở Y tế Sơn Khê",), ("các bệnh viện trực thuộc",)]
    assert told(text.format(below="Bộ Y tế yêu cầu Sở Y tế Sơn Khê")) == [("Sở Y tế Sơn Khê",)]


def test_to_whom_a_telegram_goes_may_stand_below_the_lead() -> None:
    text = (
        "Thủ tướng đã có công điện yêu cầu các tỉnh kịp thời dời dân khỏi bãi sông.\n\nPhó Thủ tướng Lê Văn Mẫu vừa ký công điện của "
        "Thủ tướng gửi lãnh đạo các tỉnh Sơn La và Gia Lai về việc ứng phó lũ lớn.\n\nThủ tướng yêu cầu Bộ Y tế cấp thuốc.\n"
    )
    assert only(read(text)).addressees_to_act == ("lãnh đạo tỉnh Sơn La", "lãnh đạo tỉnh Gia Lai")


def test_a_tropical_depression_is_known_by_its_letters() -> None:
    text = "ATNĐ sẽ vào vùng biển Sơn Khê.\n\nUBND tỉnh Sơn Khê yêu cầu các xã phải gọi bà con ngoài khơi về bờ, neo bè cho chắc.\n"
    assert only(read(text)).is_emergency


def test_a_story_cut_in_the_midst_of_its_orders_loses_none_of_those_who_are_named() -> None:
    text = (
        "Gia cố bờ bao ở các xã trũng. Công ty Thoát nước Khe Sặt bơm nước ra sông.\n\nCác chủ hồ mở cống xả.\n\n"
        "Ban Chỉ huy phòng, chống thiên tai thành phố yêu cầu Sở Y tế cấp thuốc, phòng ngập úng do mưa lớn.\n"
    )
    assert told(text)[:2] == [(), ("Công ty Thoát nước Khe Sặt",)]  # who is to do the first is lost
