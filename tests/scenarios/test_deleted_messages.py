"""A message that was deleted leaves no trace at the bot: what answers it finds its order in another way, or its sender is asked."""

from __future__ import annotations

from alertd.model.assignments import AssignmentState
from alertd.model.replies import Meaning
from alertd.simulators.telegram_phone import TelegramPhone
from tests.fakes.town import Phone, Town
from tests.scenarios.orders import two_orders
from tests.scenarios.test_groups import after_the_gap, in_a_group
from tests.scenarios.test_matching import CAO_LOC, TRANG_DINH, released, row, state


def telegram(phone: Phone) -> TelegramPhone:
    assert phone.telegram is not None
    return phone.telegram


async def test_what_answers_a_deleted_order_is_about_the_only_one_that_is_open(place: Town) -> None:
    dispatch = await released(place, "two-districts.txt", CAO_LOC, TRANG_DINH)
    place.phone(TRANG_DINH).taps(Meaning.ACKNOWLEDGED)
    phone = place.phone(CAO_LOC)
    order = telegram(phone).messages[-1].message_id
    telegram(phone).delete(order)
    phone.writes("đang triển khai", reply_to=order)
    await place.settle()
    place.phone(TRANG_DINH).receives("Đã ghi nhận")
    phone.receives("Đã ghi nhận", "đang triển khai")
    answered = await row(place, dispatch)
    assert (answered.state, answered.replies[0].matched_by) == (AssignmentState.IN_PROGRESS, "only_open_notice")


async def test_with_several_open_orders_whoever_answers_a_deleted_one_is_asked_which_he_means(place: Town) -> None:
    first, second = await two_orders(place)
    phone = place.phone(CAO_LOC)
    order = telegram(phone).messages[-1].message_id
    telegram(phone).delete(order)
    phone.writes("đã nhận", reply_to=order)
    await place.settle()
    phone.receives("1. Công điện 03/CĐ-UBND", "2. Công điện 05/CĐ-UBND")
    assert ((await row(place, first)).silent, (await row(place, second)).silent) == (True, True), "nothing is taken for a yes"
    phone.writes("2")
    await place.settle()
    phone.receives("Đã ghi nhận", "05/CĐ-UBND")
    assert (await state(place, second), (await row(place, first)).silent) == (AssignmentState.ACKNOWLEDGED, True)


async def test_the_code_in_a_quoted_part_tells_the_order_though_its_message_is_gone(place: Town) -> None:
    first, second = await two_orders(place)
    phone = place.phone(CAO_LOC)
    order = telegram(phone).messages[-1].message_id
    code = (await row(place, second)).notice.code
    telegram(phone).delete(order)
    telegram(phone).quote(order, f"Mã: {code}", "đã nhận")
    await place.settle()
    phone.receives("Đã ghi nhận", "05/CĐ-UBND")
    assert (await state(place, second), (await row(place, first)).silent) == (AssignmentState.ACKNOWLEDGED, True)


async def test_an_answer_that_its_sender_deletes_stands_until_it_is_taken_back(place: Town) -> None:
    dispatch = await released(place, "two-districts.txt", CAO_LOC, TRANG_DINH)
    place.phone(TRANG_DINH).taps(Meaning.ACKNOWLEDGED)
    phone = place.phone(CAO_LOC)
    written = telegram(phone).type("đã xong")
    await place.settle()
    place.phone(TRANG_DINH).receives("Đã ghi nhận")
    phone.receives("Đã ghi nhận", "đã xong")
    telegram(phone).delete(written)
    await place.passes(minutes=30)
    assert await state(place, dispatch) is AssignmentState.DONE
    phone.is_quiet()


async def test_in_a_group_what_answers_a_deleted_order_is_talk_and_its_sender_is_told_how_to_answer(place: Town) -> None:
    group = await in_a_group(place)
    dispatch = await released(place, "two-districts.txt", CAO_LOC, TRANG_DINH)
    place.phone(TRANG_DINH).taps(Meaning.ACKNOWLEDGED)
    order = telegram(group).messages[-1].message_id
    group.receives("03/CĐ-UBND")
    telegram(group).delete(order)
    telegram(group).type("đã nhận", reply_to=order, member="Lương Thế Vinh")
    await after_the_gap(place)
    place.phone(TRANG_DINH).receives("Đã ghi nhận")
    group.receives("bấm nút dưới tin")
    assert (await row(place, dispatch)).silent
    code = (await row(place, dispatch)).notice.code
    telegram(group).type(f"đã nhận {code}", member="Lương Thế Vinh")
    await after_the_gap(place)
    group.receives("Đã ghi nhận", "đã nhận")
    assert await state(place, dispatch) is AssignmentState.ACKNOWLEDGED
