"""Tests of the ways in which an order is written, each within a whole telegram."""

from __future__ import annotations

import pytest

from tests.reading.papers import LETTERHEAD, only, orders, read

TO_ALL = ("Chủ tịch UBND các huyện, thành phố", "Giám đốc Sở Y tế")


def told(body: str) -> list[tuple[str, tuple[str, ...]]]:
    """Section and addressees of each directive."""
    return [(d.section, d.addressees) for d in orders(body)]


def rules(body: str) -> list[str]:
    """The rules that made each directive."""
    return [" ".join(w.split(":")[0] for w in d.why) for d in orders(body)]


def test_named_the_addressee_is_the_subject() -> None:
    body = "1. Sở Công Thương chủ động dự trữ hàng hóa.\n2. Công an tỉnh, Sở Y tế sẵn sàng lực lượng."
    assert told(body) == [("1", ("Sở Công Thương",)), ("2", ("Công an tỉnh", "Sở Y tế"))]
    assert rules(body) == ["named", "named"]


def test_named_the_addressee_stands_alone_above_its_points() -> None:
    (directive,) = orders("1. Sở Công Thương:\na) Dự trữ hàng hóa; bình ổn giá.\nb) Báo cáo UBND tỉnh.")
    assert directive.addressees == ("Sở Công Thương",)
    assert [a.text for a in directive.actions] == ["Dự trữ hàng hóa", "bình ổn giá", "Báo cáo UBND tỉnh"]


def test_assigned_an_order_without_its_subject() -> None:
    last = "Nhận được Công điện này, yêu cầu các đơn vị thực hiện nghiêm./."
    body = f"1. Giao Sở Y tế cấp thuốc.\n2. Đề nghị Ủy ban MTTQ tỉnh vận động nhân dân.\n{last}"
    assert told(body) == [("1", ("Sở Y tế",)), ("2", ("Ủy ban MTTQ tỉnh",)), ("", ("các đơn vị",))]
    assert rules(body) == ["assigned"] * 3


def test_issuer_orders_in_the_middle_of_a_text() -> None:
    body = "1. Sở Y tế cấp thuốc.\nChủ tịch UBND tỉnh giao Văn phòng UBND tỉnh theo dõi, đôn đốc."
    assert told(body)[-1] == ("", ("Văn phòng UBND tỉnh",))


def test_concerning_a_heading_turns_to_somebody() -> None:
    body = "1. Đối với các địa phương ven sông: tổ chức canh gác đê."
    assert told(body) == [("1", ("các địa phương ven sông",))]


def test_appeal_names_those_who_are_called_upon() -> None:
    assert told("1. Kêu gọi sự giúp đỡ của nhân dân, các nhà hảo tâm với tinh thần tương thân tương ái.") == [
        ("1", ("nhân dân", "các nhà hảo tâm"))
    ]


def test_continued_an_item_that_names_nobody_is_for_the_whole_list() -> None:
    assert told("1. Theo dõi chặt chẽ diễn biến mưa lũ.") == [("1", TO_ALL)]


def test_a_topic_before_a_colon_does_not_hide_the_addressee() -> None:
    assert told("1. Về công tác trực ban: Các đơn vị tổ chức trực ban 24/24 giờ.") == [("1", ("Các đơn vị",))]


def test_a_numbered_order_by_an_unknown_verb_is_not_lost() -> None:
    (directive,) = orders("1. Tàu thuyền không ra khơi từ 15 giờ ngày 11/9.")
    assert directive.addressees == TO_ALL
    assert directive.actions[0].text == "Tàu thuyền không ra khơi từ 15 giờ ngày 11/9"


def test_an_unknown_verb_after_a_place_does_not_swallow_the_order() -> None:
    assert told("1. Chủ tịch UBND huyện Khe Sặt lùa trâu bò lên đồi cao; giữ dân ở yên.") == [("1", ("Chủ tịch UBND huyện Khe Sặt",))]


def test_a_second_addressee_within_an_item_gets_a_block_of_its_own() -> None:
    body = "1. Sở Y tế cấp thuốc. Công an tỉnh phân luồng giao thông. Giao Sở Xây dựng khắc phục sạt lở."
    assert told(body) == [("1", ("Sở Y tế",)), ("1", ("Công an tỉnh",)), ("1", ("Sở Xây dựng",))]


def test_a_second_addressee_after_a_semicolon_gets_a_block_of_its_own() -> None:
    assert told("1. Giao Sở Y tế cấp thuốc; Sở Công Thương bình ổn giá.") == [("1", ("Sở Y tế",)), ("1", ("Sở Công Thương",))]


def test_a_point_with_an_addressee_of_its_own_leaves_its_item() -> None:
    first, second = orders("1. Chủ tịch UBND các huyện tập trung chỉ đạo:\na) Sơ tán dân.\nb) Sở Y tế cấp thuốc.\nc) Kiểm tra đê.")
    assert (first.section, first.addressees) == ("1", ("Chủ tịch UBND các huyện",))
    assert (second.section, second.addressees) == ("1.b", ("Sở Y tế",))
    assert [a.text for a in first.actions][-2:] == ["Sơ tán dân", "Kiểm tra đê"]
    assert "cấp thuốc" not in first.text


def test_a_sentence_that_points_back_to_the_addressees_stays_in_their_block() -> None:
    body = "1. Bộ trưởng các Bộ: Y tế, Công an chỉ đạo ứng phó. Các Bộ trưởng chịu trách nhiệm toàn diện."
    assert len(orders(body)) == 1


def test_partners_must_be_named_specifically() -> None:
    (directive,) = orders("1. Sở Y tế chủ trì, phối hợp với Công an tỉnh, các cơ quan liên quan cấp cứu người bị nạn.")
    assert directive.addressees == ("Sở Y tế",)
    assert directive.supports == ("Công an tỉnh",)


def test_semicolons_in_brackets_and_quotation_marks_part_nothing() -> None:
    (directive,) = orders("1. Sở Y tế thực hiện “bốn tại chỗ” (chỉ huy; lực lượng; vật tư); trực ban 24/24; báo cáo UBND tỉnh.")
    assert [a.text for a in directive.actions] == [
        "thực hiện “bốn tại chỗ” (chỉ huy; lực lượng; vật tư)",
        "trực ban 24/24",
        "báo cáo UBND tỉnh",
    ]


def test_inline_numbers_part_actions() -> None:
    (directive,) = orders("1. Tập trung: (1) Kiểm tra đê; (2) Sơ tán dân; (3) Trực ban.")
    assert [a.text for a in directive.actions] == ["Kiểm tra đê", "Sơ tán dân", "Trực ban"]


@pytest.mark.parametrize(
    "telling", ["Bộ Y tế đã cấp thuốc cho các xã.", "Chính phủ đang chỉ đạo khắc phục.", "Mực nước sông Ngân lên nhanh."]
)
def test_telling_what_was_done_orders_nothing(telling: str) -> None:
    text = LETTERHEAD.replace("Mưa to đã gây ngập nhiều nơi.", telling) + "1. Sở Y tế cấp thuốc."
    assert len(only(read(text)).directives) == 1


def test_an_introduction_with_an_order_of_its_own_is_a_directive() -> None:
    text = LETTERHEAD.replace(
        "yêu cầu:",
        "yêu cầu Giám đốc các Sở khắc phục nhanh hậu quả bão lũ, ổn định đời sống nhân dân, trong đó tập trung một số nhiệm vụ sau:",
    )
    first, *_ = only(read(text + "1. Sở Y tế cấp thuốc.")).directives
    assert first.addressees == ("Giám đốc các Sở",)


def test_an_introduction_that_only_opens_the_list_is_none() -> None:
    text = LETTERHEAD.replace("yêu cầu:", "yêu cầu các đơn vị tập trung thực hiện ngay các nhiệm vụ sau:")
    (directive,) = only(read(text + "1. Kiểm tra đê.")).directives
    assert directive.addressees == ("các đơn vị",)


def test_what_may_order_but_names_nobody_is_shown_to_a_person() -> None:
    document = only(read(LETTERHEAD + "1. Sở Y tế cấp thuốc.\nMọi vướng mắc phải được xử lý trong đêm."))
    assert [p.code for p in document.problems] == ["unclear_order"]


def test_every_directive_tells_the_rule_and_the_words() -> None:
    assert orders("1. Sở Y tế cấp thuốc.")[0].why == ("named: “Sở Y tế”",)


def test_an_order_knows_where_its_addressees_are_named() -> None:
    text = LETTERHEAD + "1. Sở Y tế, Công an tỉnh khẩn trương cấp thuốc; Giao Sở Xây dựng kiểm tra nhà ở.\n2. Tiếp tục trực ban."
    reading = read(text)
    named = [[reading.text[at.start : at.end] for at in d.named_at] for d in only(reading).directives]
    assert named[:2] == [["Sở Y tế, Công an tỉnh"], ["Sở Xây dựng"]]


def test_completed_a_point_takes_its_type_word_from_the_heading() -> None:
    body = "1. Giám đốc các Sở:\na) Công Thương dự trữ hàng hóa.\nb) Y tế chuẩn bị thuốc."
    assert told(body) == [("1.a", ("Giám đốc Sở Công Thương",)), ("1.b", ("Giám đốc Sở Y tế",))]


def test_a_point_numbered_in_parts_belongs_to_its_item() -> None:
    (directive,) = orders("1. Sở Công Thương:\n1.1. Dự trữ hàng hóa.\n1.2. Bình ổn giá.")
    assert (directive.section, directive.addressees) == ("1", ("Sở Công Thương",))


def test_one_of_several_who_is_named_again_has_an_order_of_its_own() -> None:
    body = "1. Sở Công Thương, Sở Y tế bố trí trực ban. Sở Y tế chuẩn bị giường bệnh."
    assert told(body) == [("1", ("Sở Công Thương", "Sở Y tế")), ("1", ("Sở Y tế",))]


def test_the_last_paragraph_without_a_mark_turns_to_all_again() -> None:
    body = "1. Sở Công Thương dự trữ hàng hóa.\nTổ chức trực ban 24/24 giờ, báo cáo UBND tỉnh hằng ngày./."
    assert told(body) == [("1", ("Sở Công Thương",)), ("", TO_ALL)]


def test_an_office_whose_name_holds_a_comma_orders() -> None:
    body = "Ban Chỉ đạo về bảo vệ rừng và phòng cháy, chữa cháy rừng yêu cầu UBND các xã:\n1. Kiểm soát việc đốt nương."
    assert told(body) == [("1", ("UBND các xã",))]


def test_those_concerned_are_named_before_the_issuer() -> None:
    body = "Đối với các xã ven sông, Chủ tịch UBND tỉnh yêu cầu hoàn thành sơ tán trước 10 giờ ngày 11/9."
    assert told(body) == [("", ("các xã ven sông",))]


def test_the_issuer_directs_somebody_who_must_act() -> None:
    article = "UBND tỉnh vừa ban hành Công điện số 08/CĐ-UBND ngày 09/9/2024 về ứng phó mưa lũ.\n"
    document = only(read(article + "UBND tỉnh yêu cầu Sở Y tế cấp thuốc.\nUBND tỉnh chỉ đạo Công ty Thủy lợi phải tiêu úng cho lúa."))
    assert [d.addressees for d in document.directives] == [("Sở Y tế",), ("Công ty Thủy lợi",)]


@pytest.mark.parametrize("lead", ["Nhận được văn bản này, đề nghị", "Khi nhận được Công điện này yêu cầu", "Công điện nêu rõ: đề nghị"])
def test_an_order_may_follow_words_about_the_document(lead: str) -> None:
    assert told(f"1. Sở Y tế cấp thuốc.\n{lead} các đơn vị triển khai ngay.")[-1] == ("", ("các đơn vị",))


@pytest.mark.parametrize(
    ("order", "name"),
    [
        ("Trung tâm phối hợp tìm kiếm cứu nạn Sơn Khê chuẩn bị tàu.", "Trung tâm phối hợp tìm kiếm cứu nạn Sơn Khê"),
        ("Văn phòng thường trực Ban Chỉ huy theo dõi tình hình.", "Văn phòng thường trực Ban Chỉ huy"),
        ("Báo và phát thanh, truyền hình Sơn Khê đưa tin.", "Báo và phát thanh, truyền hình Sơn Khê"),
        ("Trung tâm Văn hóa - Thông tin - Thể thao đưa tin.", "Trung tâm Văn hóa - Thông tin - Thể thao"),
        ("Trung tâm Y tế huyện cử 02 tổ cấp cứu.", "Trung tâm Y tế huyện"),
        ("Sở Y tế là cơ quan thường trực, tổng hợp tình hình.", "Sở Y tế"),
        ("Sở Y tế xử lý ngay đề nghị hỗ trợ thuốc của các huyện.", "Sở Y tế"),
        ("Ban CHQS xã lùng sục các hang đá.", "Ban CHQS xã"),
        ("Bộ Chỉ huy Biên phòng tỉnh: khua chiêng báo cho các tàu.", "Bộ Chỉ huy Biên phòng tỉnh"),
        ("Cổng thông tin điện tử tỉnh đăng tải bản tin.", "Cổng thông tin điện tử tỉnh"),
    ],
)
def test_a_verb_within_a_name_begins_no_order(order: str, name: str) -> None:
    assert told(f"1. {order}") == [("1", (name,))]


def test_a_clause_singles_one_out() -> None:
    body = "1. Sở Y tế, Công an tỉnh giúp dân; riêng Công an tỉnh phân luồng giao thông."
    assert told(body) == [("1", ("Sở Y tế", "Công an tỉnh")), ("1", ("Công an tỉnh",))]


def test_a_clause_turns_to_a_group_after_at_the_same_time() -> None:
    body = "1. Sở Y tế cấp thuốc; đồng thời các xã ven sông cảnh báo người dân."
    assert told(body) == [("1", ("Sở Y tế",)), ("1", ("các xã ven sông",))]


def test_no_order_is_dropped_whose_verb_no_list_knows() -> None:
    body = "1. Giám đốc Công ty Thủy điện Khe Sặt lắng nghe dân.\n2. Sở Y tế cấp thuốc."
    texts = " ".join(d.text for d in orders(body))
    assert "lắng nghe dân" in texts


def test_a_condition_before_a_duty_names_nobody() -> None:
    body = "1. Sở Y tế trực ban.\nKhi xảy ra cháy rừng phải báo cáo ngay Ban Chỉ huy tỉnh.\nYêu cầu các đơn vị thực hiện nghiêm."
    assert told(body)[1:] == [("", TO_ALL), ("", ("các đơn vị",))]


def test_what_follows_a_heading_of_names_alone_is_theirs_even_where_it_is_the_last() -> None:
    found = orders("I. SỞ Y TẾ\n1. Chuẩn bị thuốc.\n\nII. CÔNG TY CỔ PHẦN THỦY ĐIỆN BẢN MÒNG\nVận hành hồ chứa đúng quy trình.\n")
    assert found[-1].addressees == ("CÔNG TY CỔ PHẦN THỦY ĐIỆN BẢN MÒNG",)
    assert "Vận hành hồ chứa" in found[-1].text


def test_what_follows_a_heading_with_a_colon_is_its_own_to_the_end() -> None:
    body = "1. Sở Công Thương dự trữ hàng hóa.\n2. Sở Y tế:\nChuẩn bị thuốc.\nBố trí giường bệnh./."
    assert told(body) == [("1", ("Sở Công Thương",)), ("2", ("Sở Y tế",))]


def test_the_coastal_radio_is_somebody_of_its_own_behind_the_broadcasters() -> None:
    body = "1. Đài Tiếng nói Việt Nam và hệ thống thông tin duyên hải tăng cường phát tin bão."
    assert told(body) == [("1", ("Đài Tiếng nói Việt Nam", "hệ thống thông tin duyên hải"))]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ("Các bệnh viện Đa khoa Sơn Khê, Y học cổ truyền", ("Bệnh viện Đa khoa Sơn Khê", "Bệnh viện Y học cổ truyền")),
        ("Viễn thông Sơn Khê, Chi nhánh Thủy lợi Bản Mòng", ("Viễn thông Sơn Khê", "Chi nhánh Thủy lợi Bản Mòng")),
    ],
)
def test_hospitals_and_branches_are_bodies_of_their_own(names: str, expected: tuple[str, ...]) -> None:
    assert told(f"1. {names} chuẩn bị phương án ứng phó.") == [("1", expected)]


@pytest.mark.parametrize("order", ["thường trực 24/24 giờ", "thường trực, tổng hợp tình hình", "thường trực theo dõi mực nước"])
def test_being_on_duty_is_an_order(order: str) -> None:
    assert told(f"1. Văn phòng Sở {order}.") == [("1", ("Văn phòng Sở",))]


def test_a_row_of_party_committees_is_one_group() -> None:
    body = "1. Đề nghị Thường trực các Huyện ủy, Thị ủy, Thành ủy chỉ đạo cả hệ thống chính trị vào cuộc."
    assert told(body) == [("1", ("Thường trực các Huyện ủy, Thị ủy, Thành ủy",))]


def test_an_order_whose_addressee_cannot_be_cut_off_is_put_to_a_person() -> None:
    document = only(read(f"{LETTERHEAD}1. Đài truyền thanh lùng tin.\n2. Sở Y tế cấp thuốc."))
    assert [p.code for p in document.problems] == ["unclear_order"]


def test_a_condition_may_stand_before_the_names() -> None:
    for condition in ("Trong tình huống nước lên nhanh, vượt tràn", "Đối với các ngầm đang ngập sâu", "Ở những nơi bị chia cắt"):
        assert told(f"1. {condition}, Công an tỉnh phải cấm đường.") == [("1", ("Công an tỉnh",))]
    assert told("1. Sở Y tế cấp thuốc.\n2. Ngay sau khi nước rút, tổ chức phun khử khuẩn.")[1] == ("2", TO_ALL)


def test_after_a_list_of_places_and_a_colon_a_verb_may_open_with_a_capital() -> None:
    assert told("1. Chủ tịch UBND các huyện, thành phố: Tiếp tục rà soát nhà dân.") == [("1", ("Chủ tịch UBND các huyện, thành phố",))]


def test_organisations_are_no_verb() -> None:
    body = "1. Cấp ủy, các tổ chức đảng, Công an tỉnh tổ chức trực ban."
    assert told(body) == [("1", ("Cấp ủy", "các tổ chức đảng", "Công an tỉnh"))]


def test_points_may_be_counted_in_words() -> None:
    body = "Thứ nhất, Sở Y tế cấp thuốc.\nThứ hai, trực ban.\nBa là: Công an tỉnh cấm đường."
    assert told(body) == [("Thứ nhất", ("Sở Y tế",)), ("Thứ hai", TO_ALL), ("Ba là", ("Công an tỉnh",))]


def test_a_full_stop_without_its_space_ends_a_sentence() -> None:
    assert told("1. Sở Y tế cấp thuốc cho dân.Công an tỉnh cấm đường.") == [("1", ("Sở Y tế",)), ("1", ("Công an tỉnh",))]


def test_the_issuers_own_directing_names_who_must_act() -> None:
    lead = "Chủ tịch UBND tỉnh Sơn Khê Nguyễn Văn Mẫu vừa ký Công điện số 08/CĐ-UBND ngày 09/9/2024 về ứng phó mưa lũ."
    told_so = "Cụ thể, Chủ tịch UBND tỉnh Sơn Khê Nguyễn Văn Mẫu đặc biệt lưu ý UBND các xã cần sơ tán dân."
    last = "Chủ tịch UBND tỉnh có ý kiến chỉ đạo đến Công an tỉnh tổ chức cấm đường."
    document = only(read(f"{lead}\n{told_so}\nSở Y tế cấp thuốc.\n{last}"))
    assert [d.addressees for d in document.directives] == [("UBND các xã",), ("Sở Y tế",), ("Công an tỉnh",)]


def test_the_last_paragraph_turns_to_all_only_with_a_duty_of_all() -> None:
    lead = "UBND tỉnh ban hành Công điện số 08/CĐ-UBND ngày 09/9/2024 về ứng phó mưa lũ.\n"
    lead += "UBND tỉnh yêu cầu các sở, ngành tập trung ứng phó mưa lũ."
    for last, who in (
        ("Chỉ đạo các bệnh viện cấp cứu người dân.", "Sở Y tế"),
        ("Đồng thời báo cáo tình hình.", "Sở Y tế"),
        ("Tổ chức trực ban nghiêm túc.", "các sở, ngành"),
    ):
        directives = only(read(f"{lead}\nSở Y tế cấp thuốc.\n{last}")).directives
        assert next(d.addressees for d in directives if last in d.text) == (who,)


def test_what_a_picture_shows_is_no_order_but_a_person_looks() -> None:
    lead = "UBND tỉnh ban hành Công điện số 08/CĐ-UBND ngày 09/9/2024 về ứng phó mưa lũ."
    document = only(read(f"{lead}\nBộ đội Biên phòng giúp dân chằng chống nhà cửa\nSở Y tế cấp thuốc.\nCông an tỉnh cấm đường."))
    assert [d.addressees for d in document.directives] == [("Sở Y tế",), ("Công an tỉnh",)]
    assert [p.code for p in document.problems].count("unclear_order") == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "Thủ tướng gửi lời thăm hỏi đến các gia đình; yêu cầu Bộ Y tế cứu chữa người bị thương.",
        "Theo đó, người đứng đầu Chính phủ yêu cầu Bộ Y tế cứu chữa người bị thương.",
        "Theo chỉ đạo của Thủ tướng, Bộ Y tế tiếp tục cứu chữa người bị thương.",
        "Trước nguy cơ dịch bệnh, Bộ Y tế phải khử khuẩn vùng ngập.",
        "Bộ Y tế được giao khử trùng vùng ngập.",
    ],
)
def test_articles_turn_to_a_body_in_many_ways(sentence: str) -> None:
    lead = "Chiều nay, Thủ tướng Chính phủ ký Công điện số 91/CĐ-TTg ngày 09/9/2024 về khắc phục hậu quả vụ sập cầu."
    document = only(read(f"{lead}\nCông điện nêu rõ, nhiều người bị thương.\n{sentence}\nBộ Công an điều tra nguyên nhân."))
    assert [d.addressees for d in document.directives] == [("Bộ Y tế",), ("Bộ Công an",)]


def test_a_situation_without_a_word_of_duty_only_tells() -> None:
    lead = "Thủ tướng Chính phủ ký Công điện số 91/CĐ-TTg ngày 09/9/2024 về ứng phó mưa lũ. Thủ tướng yêu cầu Bộ Công an trực ban."
    document = only(read(f"{lead}\nTrước nguy cơ lũ lên nhanh, Sở Y tế huy động thuyền đưa bệnh nhân đi.\nBộ Y tế cấp thuốc."))
    assert ("Sở Y tế",) not in [d.addressees for d in document.directives]


def test_the_words_under_a_picture_order_nothing() -> None:
    lead = "Bộ Xây dựng ban hành Công điện số 12/CĐ-BXD ngày 09/9/2024 về ứng phó bão số 3."
    body = "Bộ Xây dựng yêu cầu Cục Đường bộ phân luồng từ xa.\nBộ đội Biên phòng kêu gọi tàu vào bờ. Ảnh: Nguyễn Văn Mẫu."
    assert [d.addressees for d in only(read(f"{lead}\n{body}")).directives] == [("Cục Đường bộ",)]


def test_neither_traffic_nor_a_case_is_taken_for_a_verb_or_a_school() -> None:
    assert told("1. Phòng Cảnh sát giao thông, các ngành giao thông vận tải phân luồng từ xa.") == [
        ("1", ("Phòng Cảnh sát giao thông", "các ngành giao thông vận tải"))
    ]
    assert told("1. Sở Y tế cấp thuốc. Trường hợp thiếu thuốc thì báo cáo ngay.") == [("1", ("Sở Y tế",))]


def test_a_paragraph_of_names_that_ends_in_a_colon_says_who_is_meant_below() -> None:
    body = "Để đối phó với bão UBND tỉnh yêu cầu:\nSở Nội vụ, Sở Tư pháp thực hiện tốt một số nhiệm vụ sau:\n1. Trực ban.\n2. Sở Y tế trực."
    document = only(read(LETTERHEAD.replace("Chủ tịch UBND tỉnh yêu cầu:\n", "") + body))
    assert [(d.section, d.addressees) for d in document.directives] == [("1", ("Sở Nội vụ", "Sở Tư pháp")), ("2", ("Sở Y tế",))]


def test_who_is_to_be_directed_is_no_order_of_its_own() -> None:
    lead = "Chủ tịch UBND tỉnh đề nghị Sở Y tế chỉ đạo các phòng, đơn vị trực thuộc, cơ quan liên quan:"
    assert told(f"{lead}\n1. Cấp thuốc.\n2. Trực cấp cứu.") == [("1", ("Sở Y tế",)), ("2", ("Sở Y tế",))]


def test_a_notice_to_many_orders_what_it_lists() -> None:
    lead = "UBND tỉnh thông báo cho tất cả các cơ quan và nhân dân thực hiện một số việc sau:"
    assert told(f"{lead}\n- Chằng chống nhà cửa.") == [("", ("tất cả các cơ quan và nhân dân",))]
    assert told("1. Sở Y tế thông báo cho các xã.") == [("1", ("Sở Y tế",))]


def test_a_relative_clause_is_no_part_of_a_name() -> None:
    assert told("1. Các ban quản lý dự án, nơi đang thi công, phải đưa người ra khỏi lán.") == [("1", ("Các ban quản lý dự án",))]


def test_duties_told_apart_by_territory_and_field_part_no_names_from_their_order() -> None:
    body = "Chủ tịch UBND các xã theo địa bàn quản lý; Giám đốc Sở Y tế theo chức năng chịu trách nhiệm nếu để xảy ra thiệt hại."
    assert told(body) == [("", ("Chủ tịch UBND các xã", "Giám đốc Sở Y tế"))]


def test_no_comma_need_part_the_purpose_from_the_office_that_asks() -> None:
    lead = "Để sớm đối phó với mưa to Ban Chỉ huy PCTT tỉnh yêu cầu các ngành, đơn vị và UBND các xã tập chung làm một số việc sau:"
    letterhead = LETTERHEAD.split("- Chủ tịch UBND các huyện")[0].replace("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ điện:\n", "")
    document = only(read(f"{letterhead}{lead}\n1. Canh đê.\n2. Báo cáo hằng ngày."))
    assert [(d.section, d.addressees) for d in document.directives] == [
        ("1", ("các ngành, đơn vị", "UBND các xã")),
        ("2", ("các ngành, đơn vị", "UBND các xã")),
    ]
