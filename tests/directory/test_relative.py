"""Tests of names that say whom they mean by others: "các huyện còn lại", "các sở khác", a name that the list of recipients completes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from alertd.model.bodies import Resolution
from alertd.model.documents import Directive
from tests.directory.papers import AUTUMN_2025, STORM, directive, ids, lang_son, reading

NATIONAL = "Ban Chỉ đạo phòng thủ dân sự quốc gia"


def item(section: str, *names: str, at: int) -> Directive:
    """A directive of that item."""
    return replace(directive(names, at=at), section=section)


def last(*orders: Directive, to_act: Sequence[str] = (), issuer: str = "Chủ tịch UBND tỉnh") -> Resolution:
    """What becomes of the last of a telegram's directives."""
    return lang_son().resolve(reading(*orders, to_act=to_act, issuer=issuer), STORM)[-1]


def test_the_other_districts_are_those_that_the_item_has_not_named() -> None:
    found = last(item("1", "UBND các huyện, thành phố", at=1), item("1", "huyện Tràng Định", at=2), item("1", "các huyện còn lại", at=3))
    assert len(found.bodies) == 9
    assert "huyen-trang-dinh" not in ids(found)


def test_the_items_beside_it_name_them_where_its_own_names_nobody() -> None:
    found = last(item("2.1", "Sở Y tế", at=1), item("2.2", "Công an tỉnh", at=2), item("2.3", "Các sở, ngành khác", at=3))
    assert {"so-y-te", "cong-an-tinh"}.isdisjoint(ids(found))
    assert {"so-tai-chinh", "bo-chi-huy-quan-su"} <= set(ids(found))


def test_a_department_with_other_work_elsewhere_is_one_of_the_others() -> None:
    found = last(item("1.c", "Sở Văn hóa, Thể thao và Du lịch", at=1), item("2", "Sở Y tế", at=2), item("3", "Các sở, ngành còn lại", at=3))
    assert "so-van-hoa" in ids(found)
    assert "so-y-te" not in ids(found)


def test_a_district_named_elsewhere_for_other_work_leaves_it_to_a_person() -> None:
    found = last(item("1", "huyện Lộc Bình", at=1), item("2", "huyện Tràng Định", at=2), item("2", "các huyện còn lại", at=3))
    assert (found.bodies, found.unresolved) == ((), ("các huyện còn lại",))


def test_nobody_named_before_leaves_the_others_to_a_person() -> None:
    assert last(item("1", "các huyện còn lại", at=1)).unresolved == ("các huyện còn lại",)


def test_ours_is_one_of_the_other_provinces_where_the_list_holds_it_and_nothing_named_it() -> None:
    others = item("1", "các tỉnh từ Thanh Hóa đến Quảng Ngãi", at=1)
    rest = item("2", "Các tỉnh, thành phố khác", at=2)
    assert ids(last(others, rest, to_act=["UBND các tỉnh Bắc Bộ"], issuer=NATIONAL)) == ["ubnd-tinh"]
    assert last(others, rest, to_act=["UBND các tỉnh từ Thanh Hóa đến Gia Lai"], issuer=NATIONAL).outside == ("Các tỉnh, thành phố khác",)
    named = last(item("1", "UBND tỉnh Lạng Sơn", at=1), rest, to_act=["UBND các tỉnh Bắc Bộ"], issuer=NATIONAL)
    assert named.outside == ("Các tỉnh, thành phố khác",)


def test_a_name_that_one_recipient_completes_is_its_short_form() -> None:
    found = last(item("1", "thành viên Ban Chỉ huy", at=1), to_act=["thành viên Ban Chỉ huy PCTT&TKCN tỉnh", "Sở Y tế"])
    assert "bo-chi-huy-quan-su" in ids(found)
    assert "viết gọn của “thành viên Ban Chỉ huy PCTT&TKCN tỉnh”" in found.bodies[0].reason


def test_a_name_that_two_recipients_complete_goes_to_a_person() -> None:
    listed = ["Công ty Điện lực Lạng Sơn", "Công ty TNHH MTV Khai thác công trình thủy lợi Lạng Sơn"]
    assert last(item("1", "Giám đốc Công ty", at=1), to_act=[f"Giám đốc {name}" for name in listed]).unresolved == ("Giám đốc Công ty",)


def test_the_press_and_the_broadcaster_in_one_name_are_both_told() -> None:
    found = lang_son().resolve(reading(directive(["Báo và Đài Phát thanh - Truyền hình Lạng Sơn"])), AUTUMN_2025)[0]
    assert ids(found) == ["dai-phat-thanh-truyen-hinh", "bao-lang-son"]


def test_why_a_district_is_left_out_is_no_part_of_its_name() -> None:
    found = last(item("1", "UBND các huyện, thành phố (trừ huyện Bắc Sơn đã có lệnh riêng)", at=1))
    assert len(found.bodies) == 10
    assert "huyen-bac-son" not in ids(found)


def test_where_who_is_left_out_is_unclear_nobody_is_told_until_a_person_has_looked() -> None:
    name = "UBND các huyện, thành phố (trừ nơi nước chưa rút)"
    found = last(item("1", name, at=1))
    assert (found.bodies, found.unresolved) == ((), (name,))
