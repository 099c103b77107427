"""Whoever has several orders open answers them by code, by number or all at once, and each counts for what was said of it."""

from __future__ import annotations

import pytest

from alertd.model.assignments import AssignmentState
from alertd.model.replies import Meaning
from alertd.workflow.board.views import BodyRow
from tests.fakes.town import Town
from tests.scenarios.orders import two_orders

CAO_LOC = "huyen-cao-loc"


async def row(place: Town, dispatch: int) -> BodyRow:
    return (await place.board(dispatch))[CAO_LOC]


async def state(place: Town, dispatch: int) -> AssignmentState:
    return (await row(place, dispatch)).state


async def test_one_message_may_name_several_codes(place: Town) -> None:
    first, second = await two_orders(place)
    codes = [(await row(place, dispatch)).notice.code for dispatch in (first, second)]
    place.phone(CAO_LOC).texts(f"da nhan {codes[0]} va {codes[1]}")
    await place.settle()
    for number in ("03/CĐ-UBND", "05/CĐ-UBND"):
        place.phone(CAO_LOC).receives("Đã ghi nhận", number)
    assert {await state(place, first), await state(place, second)} == {AssignmentState.ACKNOWLEDGED}


@pytest.mark.parametrize(
    ("words", "first_is", "second_is"),
    [
        ("{0} da nhan, {1} xong roi", AssignmentState.ACKNOWLEDGED, AssignmentState.DONE),
        ("{0} xong. {1} đang triển khai ạ", AssignmentState.DONE, AssignmentState.IN_PROGRESS),
        ("đã nhận {0}, xong {1}", AssignmentState.ACKNOWLEDGED, AssignmentState.DONE),
        ("1 {0} 3 {1}", AssignmentState.ACKNOWLEDGED, AssignmentState.DONE),
        ("1{0} 2{1}", AssignmentState.ACKNOWLEDGED, AssignmentState.IN_PROGRESS),
        ("{0} 3, {1} 1", AssignmentState.DONE, AssignmentState.ACKNOWLEDGED),
        ("{0} xong, {1} không có xuồng", AssignmentState.DONE, AssignmentState.CANNOT_COMPLY),
        ("{0} đã nhận, {1} chưa nhận được", AssignmentState.ACKNOWLEDGED, AssignmentState.NOTIFIED),
        ("đã nhận {0} và {1}, xong {0}", AssignmentState.NOTIFIED, AssignmentState.NOTIFIED),
        ("đã nhận {0}, {1} xong", AssignmentState.NOTIFIED, AssignmentState.NOTIFIED),
    ],
)
async def test_what_one_message_says_of_each_order_counts_for_that_order_alone(
    words: str, first_is: AssignmentState, second_is: AssignmentState, place: Town
) -> None:
    first, second = await two_orders(place)
    codes = [(await row(place, dispatch)).notice.code for dispatch in (first, second)]
    place.phone(CAO_LOC).texts(words.format(*codes))
    await place.settle()
    assert (await state(place, first), await state(place, second)) == (first_is, second_is)
    place.phone(CAO_LOC).reads_everything()
    for officer in place.officers():
        officer.reads_everything()


async def test_danger_beside_one_code_is_told_to_the_desk_for_both(place: Town) -> None:
    first, second = await two_orders(place)
    codes = [(await row(place, dispatch)).notice.code for dispatch in (first, second)]
    place.phone(CAO_LOC).texts(f"{codes[0]} xong, {codes[1]} lũ tràn vào bản rồi")
    await place.settle()
    for dispatch in (first, second):
        assert [reply.meaning for reply in (await row(place, dispatch)).replies] == [Meaning.INCIDENT]
        assert (await row(place, dispatch)).silent
    place.phone(CAO_LOC).reads_everything()
    for officer in place.officers():
        officer.reads_everything()


async def test_one_reply_may_speak_of_all_open_orders(place: Town) -> None:
    first, second = await two_orders(place)
    place.phone(CAO_LOC).texts("da nhan ca hai")
    await place.settle()
    for number in ("03/CĐ-UBND", "05/CĐ-UBND"):
        place.phone(CAO_LOC).receives("Đã ghi nhận", number)
    assert {await state(place, first), await state(place, second)} == {AssignmentState.ACKNOWLEDGED}
    await place.passes(hours=1)


async def test_all_of_something_else_is_not_all_orders(place: Town) -> None:
    first, second = await two_orders(place)
    place.phone(CAO_LOC).writes("tất cả các hộ đã di dời xong")
    place.phone(CAO_LOC).writes("đã nhận cả ba")
    await place.settle()
    for _ in range(2):
        place.phone(CAO_LOC).receives("Đồng chí đang có 2 nội dung")
    assert (await row(place, first)).silent
    assert (await row(place, second)).silent


async def test_a_question_back_is_answered_by_its_number(place: Town) -> None:
    _, second = await two_orders(place)
    place.phone(CAO_LOC).texts("dang trien khai")
    await place.settle()
    place.phone(CAO_LOC).receives("1 = Công điện 03/CĐ-UBND", "2 = Công điện 05/CĐ-UBND")
    place.phone(CAO_LOC).texts("3")
    await place.settle()
    place.phone(CAO_LOC).receives("Nhắn số")
    place.phone(CAO_LOC).texts("2")
    await place.settle()
    place.phone(CAO_LOC).receives("Chưa hiểu chắc ý", "05/CĐ-UBND")
    for officer in place.officers():
        for _ in range(2):
            officer.receives("3")
    assert (await row(place, second)).silent


async def test_the_number_brings_what_was_written_before_to_its_order(place: Town) -> None:
    first, second = await two_orders(place)
    place.phone(CAO_LOC).writes("đang triển khai")
    await place.settle()
    place.phone(CAO_LOC).receives("2. Công điện 05/CĐ-UBND")
    place.phone(CAO_LOC).writes("số 2")
    await place.settle()
    place.phone(CAO_LOC).receives("Đã ghi nhận", "05/CĐ-UBND", "đang triển khai")
    answered = await row(place, second)
    assert (answered.state, answered.words) == (AssignmentState.IN_PROGRESS, "đang triển khai")
    assert (await row(place, first)).silent
    assert (await place.desk.board.overview()).replies == ()


async def test_all_may_be_chosen(place: Town) -> None:
    first, second = await two_orders(place)
    place.phone(CAO_LOC).writes("đang triển khai")
    await place.settle()
    place.phone(CAO_LOC).receives("2. Công điện 05/CĐ-UBND")
    place.phone(CAO_LOC).writes("cả hai")
    await place.settle()
    for number in ("03/CĐ-UBND", "05/CĐ-UBND"):
        place.phone(CAO_LOC).receives("Đã ghi nhận", number)
    assert {await state(place, first), await state(place, second)} == {AssignmentState.IN_PROGRESS}


async def test_a_number_that_comes_too_late_answers_no_question(place: Town) -> None:
    first, second = await two_orders(place)
    place.phone(CAO_LOC).writes("đang triển khai")
    await place.settle()
    await place.passes(minutes=65)
    for phone in (*(place.phone(CAO_LOC, order) for order in (1, 2)), *place.officers()):
        phone.reads_everything()
    place.phone(CAO_LOC).writes("2")
    await place.settle()
    place.phone(CAO_LOC).receives("Đồng chí đang có 2 nội dung")
    assert (await row(place, first)).silent
    assert (await row(place, second)).silent
