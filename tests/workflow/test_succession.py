"""An order is for whoever is in office on the day on which it is sent."""

from __future__ import annotations

from datetime import UTC, datetime

from alertd.model.assignments import Proposal
from alertd.model.bodies import Role
from alertd.workflow.notices.succession import divided, passed_on
from tests.directory.papers import lang_son

BEFORE, AFTER = datetime(2025, 2, 28, 16, 59, tzinfo=UTC), datetime(2025, 2, 28, 17, 1, tzinfo=UTC)
"""A minute before and after midnight in Vietnam."""
JULY = datetime(2025, 7, 1, 3, tzinfo=UTC)
ROADS, BUILDING, BOTH = "lang-son/so-giao-thong", "lang-son/so-xay-dung", "lang-son/so-xay-dung-2025"


def proposal(body: str, *, directive: int | None = 0, actions: tuple[str, ...] = ("thông đường",), role: Role = Role.LEAD) -> Proposal:
    return Proposal(f"{directive}/{body}/{role}", body, role, directive, actions, "", None, "", f"“{body}”")


def test_nothing_changes_while_the_body_is_in_office() -> None:
    given = (proposal(ROADS), proposal("lang-son/huyen-cao-loc"))
    assert passed_on(given, lang_son(), BEFORE) == given
    assert divided(given, lang_son(), BEFORE) == ()


def test_from_midnight_in_vietnam_the_one_successor_gets_the_work_and_the_reason_says_so() -> None:
    (found,) = passed_on((proposal(ROADS),), lang_son(), AFTER)
    assert found.body == BOTH
    assert found.reason == "“lang-son/so-giao-thong”; nay là Sở Xây dựng (thay Sở Giao thông vận tải, từ 1/3/2025)"


def test_two_departments_that_became_one_get_one_order_with_the_clauses_of_both() -> None:
    given = (proposal(ROADS, actions=("thông đường",), role=Role.SUPPORT), proposal(BUILDING, actions=("thông đường", "kiểm tra cần trục")))
    (found,) = passed_on(given, lang_son(), AFTER)
    assert (found.body, found.role, found.actions) == (BOTH, Role.LEAD, ("thông đường", "kiểm tra cần trục"))


def test_orders_of_two_directives_stay_two() -> None:
    assert len(passed_on((proposal(ROADS), proposal(BUILDING, directive=1)), lang_son(), AFTER)) == 2


def test_who_is_ordered_to_act_needs_no_copy_by_its_former_name() -> None:
    given = (proposal(ROADS), proposal(BUILDING, directive=None, actions=(), role=Role.COPY))
    assert [found.role for found in passed_on(given, lang_son(), AFTER)] == [Role.LEAD]


def test_a_district_with_several_communes_is_left_to_the_officer_with_all_of_them() -> None:
    given = (proposal("lang-son/huyen-dinh-lap"),)
    assert passed_on(given, lang_son(), JULY) == given
    (found,) = divided(given, lang_son(), JULY)
    assert found.reason == "UBND huyện Đình Lập chỉ có đến 30/6/2025; nay có 4 đơn vị trên địa bàn."
    assert len(found.heirs) == 4


def test_a_name_used_before_its_time_goes_to_those_still_in_office() -> None:
    (found,) = divided((proposal(BOTH),), lang_son(), BEFORE)
    assert {heir.id for heir in found.heirs} == {ROADS, BUILDING}
