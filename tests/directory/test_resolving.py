"""Tests which clause of a directive falls to which body, and why."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alertd.model.bodies import Role
from tests.directory.papers import AUTUMN_2025, STORM, directive, ids, lang_son, reading, resolve

CROPS = "hướng dẫn bà con thu hoạch sớm hoa màu, gia cố lồng bè thủy sản"
POWER = "cùng các địa phương vận hành an toàn hồ chứa thủy điện khi xả lũ, giữ vững lưới điện"
ROADS = "bố trí người và máy xúc sẵn sàng thông đường bộ khi sạt taluy"
RESCUE = "chuẩn bị xuồng, áo phao, sẵn sàng cứu hộ, cứu nạn và sơ tán dân"
NEWS = "đưa tin kịp thời về mưa lũ để bà con chủ động phòng tránh"
NOTHING = "thực hiện nghiêm các nội dung trên"


def test_each_body_of_a_by_topic_group_gets_only_its_own_clauses() -> None:
    found = resolve("Các sở, ngành liên quan", clauses=(CROPS, POWER, ROADS, RESCUE, NEWS))
    assert [{body.removeprefix("lang-son/") for body in action} for action in found.actions] == [
        {"so-nong-nghiep"},
        {"so-cong-thuong", "cong-ty-dien-luc"},
        {"so-giao-thong"},
        {"bo-chi-huy-quan-su", "bo-doi-bien-phong", "cong-an-tinh"},
        {"dai-phat-thanh-truyen-hinh", "bao-lang-son", "so-thong-tin"},
    ]
    assert found.unresolved == ()


def test_the_reason_of_a_by_topic_body_names_phrase_and_topic() -> None:
    reasons = {body.id: body.reason for body in resolve("Các sở, ngành liên quan", clauses=(POWER,)).bodies}
    assert reasons == {
        "lang-son/so-cong-thuong": (
            "“hồ chứa thủy điện” → chủ đề Hồ chứa thủy điện → Sở Công Thương; “lưới điện” → chủ đề Lưới điện → Sở Công Thương"
        ),
        "lang-son/cong-ty-dien-luc": "“lưới điện” → chủ đề Lưới điện → Công ty Điện lực Lạng Sơn",
    }


def test_a_topic_means_those_who_answer_for_it_on_that_day() -> None:
    found = resolve("các sở, ngành có liên quan", clauses=(CROPS, ROADS), on=AUTUMN_2025)
    assert found.actions == (("lang-son/so-nong-nghiep-moi-truong",), ("lang-son/so-xay-dung-2025",))


def test_a_clause_without_topic_goes_to_a_person_in_its_own_words() -> None:
    found = resolve("Các sở, ngành liên quan", clauses=(CROPS, NOTHING))
    assert found.unresolved == (NOTHING,)
    assert found.actions[1] == ()


def test_only_members_of_the_group_are_chosen_by_topic() -> None:
    clause = ("cung cấp bản tin dự báo khí tượng mỗi giờ",)
    assert resolve("Các sở, ngành liên quan", clauses=clause).unresolved == clause
    assert ids(resolve("các cơ quan, đơn vị liên quan", clauses=clause)) == ["dai-khi-tuong-thuy-van"]


def test_plain_bodies_get_every_clause_and_appear_once() -> None:
    found = resolve("Sở Công Thương", "Các sở, ngành liên quan", clauses=(CROPS, POWER))
    assert found.actions == (
        ("lang-son/so-cong-thuong", "lang-son/so-nong-nghiep"),
        ("lang-son/so-cong-thuong", "lang-son/cong-ty-dien-luc"),
    )
    assert ids(found).count("so-cong-thuong") == 1


def test_who_supports_has_that_role_and_every_clause() -> None:
    order = directive(["Sở Giao thông vận tải"], (ROADS, NOTHING), supports=["Công an tỉnh", "các cơ quan liên quan", "Sở GTVT"])
    found = lang_son().resolve(reading(order), STORM)[-1]
    assert [(body.id, body.role) for body in found.bodies] == [
        ("lang-son/so-giao-thong", Role.LEAD),
        ("lang-son/cong-an-tinh", Role.SUPPORT),
    ]
    assert found.actions == (("lang-son/so-giao-thong", "lang-son/cong-an-tinh"),) * 2


def test_supporters_by_topic_whom_no_clause_shows_go_to_a_person_once() -> None:
    order = directive(["Sở Y tế"], (NOTHING, NOTHING), supports=["các đơn vị liên quan"])
    assert lang_son().resolve(reading(order), STORM)[-1].unresolved == ("các đơn vị liên quan",)


def test_bodies_named_before_are_meant_by_what_points_back_to_them() -> None:
    first = directive(["UBND huyện Cao Lộc", "UBND huyện Văn Lãng", "Sở Y tế"])
    later = directive(["UBND các huyện nêu trên"], at=5)
    found = lang_son().resolve(reading(first, later), STORM)[-1]
    assert ids(found) == ["huyen-van-lang", "huyen-cao-loc"]


def test_what_points_back_to_nobody_goes_to_a_person() -> None:
    assert resolve("UBND các huyện nói trên").unresolved == ("UBND các huyện nói trên",)


def test_a_body_and_a_group_written_as_one_name_are_both_told() -> None:
    assert {"so-y-te", "huyen-cao-loc", "huyen-dinh-lap"} <= set(ids(resolve("Sở Y tế và các địa phương")))


def test_a_directive_without_addressees_is_for_those_of_the_document() -> None:
    order = directive(())
    assert ids(lang_son().resolve(reading(order, to_act=["Sở Y tế"]), STORM)[-1]) == ["so-y-te"]


def test_a_directive_for_nobody_leaves_every_clause_to_a_person() -> None:
    assert resolve(clauses=(CROPS, NOTHING)).unresolved == (CROPS, NOTHING)


def test_a_directive_without_clauses_is_resolved_by_its_text() -> None:
    order = directive(["Các sở, ngành liên quan"], ())
    found = lang_son().resolve(reading(order), STORM)[-1]
    assert found.actions == ()
    assert found.unresolved == (order.text,)


WORDS = st.sampled_from(
    [
        "các",
        "huyện",
        "thành phố",
        "trừ",
        "nêu trên",
        "từ",
        "đến",
        "và",
        ",",
        ":",
        "(",
        ")",
        "Lạng Sơn",
        "UBND",
        "Sở",
        "Y tế",
        "liên quan",
        "tỉnh",
    ]
)
NAMES = st.one_of(st.text(), st.lists(WORDS).map(" ".join))


@settings(deadline=None, max_examples=200)
@given(st.lists(NAMES, max_size=4), st.lists(st.text(), max_size=3), st.lists(NAMES, max_size=2), st.one_of(st.none(), st.text()))
def test_resolving_never_raises_and_drops_no_name(
    addressees: list[str], clauses: list[str], supports: list[str], issuer: str | None
) -> None:
    order = directive(addressees, clauses, supports)
    found = lang_son().resolve(reading(order, issuer=issuer), STORM)[-1]
    assert len(found.actions) == len(clauses)
    assert {body for action in found.actions for body in action} <= {body.id for body in found.bodies}


@pytest.mark.parametrize("name", ["x trừ " * 3000, "các " * 5000, "(" * 2000, "từ " * 900, "a, " * 900])
def test_a_monstrous_name_is_left_to_a_person(name: str) -> None:
    assert resolve(name).bodies == ()
