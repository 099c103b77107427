"""What a storm brings for many bodies at once comes to the duty desk in one message, and is taken with one tap."""

from __future__ import annotations

from datetime import timedelta

from alertd.model.accounts import AccountRole
from alertd.model.replies import Meaning
from tests.fakes.town import OFFICER, Town
from tests.scenarios.orders import released

DISTRICTS = ("huyen-cao-loc", "huyen-trang-dinh")


async def is_silent_until_the_desk_is_told(place: Town) -> int:
    dispatch = await released(place)
    await place.passes(minutes=25)
    bodies_read(place)
    return dispatch


def bodies_read(place: Town) -> None:
    for body in DISTRICTS:
        for order in (1, 2):
            place.phone(body, order).reads_everything()


def officers_read(place: Town) -> None:
    for officer in place.officers():
        officer.reads_everything()


async def close(place: Town, dispatch: int) -> None:
    view = await place.desk.board.dispatch(dispatch)
    await place.desk.release.close(view.document.id, "bão đã tan", OFFICER)


async def test_bodies_that_are_silent_alike_come_in_one_message_with_a_line_and_the_numbers_to_call_for_each(place: Town) -> None:
    dispatch = await is_silent_until_the_desk_is_told(place)
    for officer in place.officers():
        told = officer.receives("TRỰC BAN: 2 đơn vị", "25 phút", "Việc số")
        for body in DISTRICTS:
            [line] = [line for line in told.splitlines() if line.startswith(f"• {place.desk.packer.body(f'lang-son/{body}').name} (mã ")]
            assert place.phone(body).contact.title in line
        officer.receives("TRỰC BAN: 2 đơn vị", "25 phút", "; ")
        officer.is_quiet()
    await close(place, dispatch)


async def test_one_tap_takes_all_that_came_in_one_message_and_nobody_is_asked_again(place: Town) -> None:
    await place.desk.access.add_user("lan", AccountRole.OFFICER, "mat-khau-dai-12")
    officer = place.officers()[0]
    assert officer.telegram is not None
    officer.telegram.press_start(await place.desk.enrolment.invite_account("lan", "telegram", "test"))
    await place.settle()
    dispatch = await is_silent_until_the_desk_is_told(place)
    officers_read(place)
    message = officer.telegram.messages[-1]
    officer.telegram.tap(message.message_id, message.buttons[0][0].data)
    await place.settle()
    assert await place.untaken() == []
    officer.receives("Việc số", "(2 đơn vị)", "lan đã nhận xử lý")
    for other in place.officers()[1:]:
        for _ in range(2):
            other.receives("lan đã nhận xử lý", "2 đơn vị")
    await close(place, dispatch)
    await place.passes(hours=2)


async def test_whoever_takes_one_body_of_them_at_the_desk_leaves_the_others_to_be_told_again(place: Town) -> None:
    dispatch = await is_silent_until_the_desk_is_told(place)
    officers_read(place)
    first, second = sorted(await place.untaken(), key=lambda alert: alert.id)
    await place.desk.duty.take(first.id, OFFICER)
    officers_read(place)
    assert [alert.id for alert in await place.untaken()] == [second.id]
    await close(place, dispatch)


async def test_what_is_like_it_gathers_for_a_minute_after_the_desk_was_told(place: Town) -> None:
    dispatch = await released(place)
    await place.passes(minutes=24)
    await place.desk.interventions.pause(dispatch, f"lang-son/{DISTRICTS[1]}", timedelta(seconds=90), "đang gọi", OFFICER)
    await place.passes(minutes=1)
    bodies_read(place)
    for officer in place.officers():
        for _ in range(2):
            officer.receives(place.desk.packer.body(f"lang-son/{DISTRICTS[0]}").name, "25 phút")
    await place.passes(seconds=30)
    place.everybody_is_quiet()
    await place.passes(seconds=30)
    for officer in place.officers():
        for _ in range(2):
            officer.receives(place.desk.packer.body(f"lang-son/{DISTRICTS[1]}").name, "25 phút")
    await close(place, dispatch)


async def test_a_body_that_answers_while_it_waits_to_be_told_is_not_told(place: Town) -> None:
    dispatch = await released(place)
    await place.passes(minutes=24)
    await place.desk.interventions.pause(dispatch, f"lang-son/{DISTRICTS[1]}", timedelta(seconds=90), "đang gọi", OFFICER)
    await place.passes(minutes=1, seconds=30)
    bodies_read(place)
    officers_read(place)
    place.phone(DISTRICTS[1]).taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    place.phone(DISTRICTS[1]).receives("Đã ghi nhận")
    await place.passes(minutes=1)
    await close(place, dispatch)
