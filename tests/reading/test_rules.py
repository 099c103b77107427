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
