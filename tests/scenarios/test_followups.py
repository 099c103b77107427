"""Silence is noticed: reminders, the other channel, the deputy, the duty desk; and it all stops with the first clear answer."""

from __future__ import annotations

from pathlib import Path

from alertd.model.assignments import AssignmentState
from alertd.model.notices import DispatchState
from alertd.model.replies import Meaning
from tests.fakes.clock import HandClock
from tests.fakes.town import Town, town
from tests.scenarios.orders import released


async def answered(place: Town, body: str) -> None:
    place.phone(body).taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    place.phone(body).receives("Đã ghi nhận")


async def slept_through(place: Town) -> None:
    """The program stands still until the order has run out; everybody has read what comes of that."""
    place.clock.forward(hours=25)
    await place.settle()
    for phone in place.phones():
        phone.reads_everything()


async def test_a_reminder_goes_where_the_order_went_and_not_to_a_chat_that_is_blocked(place: Town) -> None:
    chief, other = place.phone("huyen-cao-loc"), place.phone("huyen-trang-dinh")
    assert chief.telegram is not None
    chief.telegram.block()
    await place.releases("two-districts.txt")
    other.taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    for phone in place.phones():
        phone.reads_everything()
    for number in (1, 2):
        await place.passes(minutes=5)
        chief.receives(f"NHẮC LẦN {number}")
    chief.texts("da nhan")
    await place.settle()
    chief.receives("Đã ghi nhận")


async def test_the_ladder_is_climbed_step_by_step_while_a_body_is_silent(place: Town) -> None:
    dispatch = await released(place)
    await answered(place, "huyen-trang-dinh")
    chief, deputy = place.phone("huyen-cao-loc"), place.phone("huyen-cao-loc", 2)

    await place.passes(minutes=5)
    chief.receives("NHẮC LẦN 1", "5 phút", "1/2 đơn vị đã trả lời")
    chief.is_quiet()
    await place.passes(minutes=5)
    chief.receives("NHẮC LẦN 2", "10 phút")
    await place.passes(minutes=5)
    deputy.receives("03/CĐ-UBND", "chưa trả lời")
    deputy.receives("03/CĐ-UBND", "chưa trả lời")
    chief.is_quiet()
    await place.passes(minutes=10)
    for officer in place.officers():
        officer.receives("Cao Lộc", "25 phút")
        officer.receives("Cao Lộc", "25 phút")

    deputy.taps(Meaning.IN_PROGRESS)
    await place.settle()
    deputy.receives("Đã ghi nhận", "đang triển khai")
    await place.passes(hours=2)
    row = (await place.board(dispatch))["huyen-cao-loc"]
    assert row.state is AssignmentState.IN_PROGRESS
    assert row.by == deputy.contact.title


async def test_a_reminder_that_still_waits_for_its_provider_is_not_sent_after_the_answer(place: Town) -> None:
    await released(place)
    await answered(place, "huyen-trang-dinh")
    chief = place.phone("huyen-cao-loc")
    await place.telegram.cut_off()
    await place.passes(minutes=5)
    chief.texts("đã nhận")
    await place.settle()
    chief.receives("Đã ghi nhận")
    await place.telegram.reconnect()
    await place.passes(minutes=30)
    chief.is_quiet()


async def test_a_long_text_that_only_begins_like_an_answer_stops_no_reminder(place: Town) -> None:
    await released(place)
    await answered(place, "huyen-trang-dinh")
    chief = place.phone("huyen-cao-loc")
    chief.writes("đã nhận, đang triển khai. " * 150)
    await place.settle()
    chief.reads_everything()
    await place.passes(minutes=20)
    chief.receives("NHẮC LẦN")
    for phone in (chief, place.phone("huyen-cao-loc", 2), *place.officers()):
        phone.reads_everything()


async def test_a_body_whose_first_contact_cannot_be_reached_is_told_through_the_next_at_once(place: Town) -> None:
    chief, deputy = place.phone("huyen-cao-loc"), place.phone("huyen-cao-loc", 2)
    assert chief.telegram is not None
    assert chief.sms is not None
    chief.telegram.is_blocked = True
    chief.sms.landline()
    view = await place.releases("two-districts.txt")
    for officer in place.officers():
        for _ in range(2):
            officer.receives("Cao Lộc", "không còn nhận được tin qua Telegram")
    deputy.receives("03/CĐ-UBND")
    deputy.receives("03/CĐ-UBND")
    for _ in range(2):
        place.phone("huyen-trang-dinh").receives("03/CĐ-UBND")
    assert (await place.board(view.dispatch.id))["huyen-cao-loc"].silent
    await answered(place, "huyen-trang-dinh")
    deputy.taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    deputy.receives("Đã ghi nhận")


async def test_a_body_nobody_can_reach_goes_to_the_duty_desk_at_once(place: Town) -> None:
    for order in (1, 2):
        phone = place.phone("huyen-cao-loc", order)
        assert phone.telegram is not None
        assert phone.sms is not None
        phone.telegram.is_blocked = True
        phone.sms.unreachable()
    await place.releases("two-districts.txt")
    for _ in range(2):
        place.phone("huyen-trang-dinh").receives("03/CĐ-UBND")
    for officer in place.officers():
        for _ in range(2):
            officer.receives("Cao Lộc", "Không còn kênh nào")
            officer.receives("Cao Lộc, Chủ tịch", "không còn nhận được tin qua Telegram")
    place.everybody_is_quiet()
    await place.passes(minutes=1)
    for officer in place.officers():
        for _ in range(2):
            officer.receives("Cao Lộc, Phó Chủ tịch", "không còn nhận được tin qua Telegram")


async def test_nobody_is_reminded_of_an_order_that_is_over(place: Town) -> None:
    dispatch = await released(place)
    view = await place.desk.board.dispatch(dispatch)
    await place.desk.release.close(view.document.id, "bão đã tan", "truc-ban")
    await place.passes(hours=3)


async def test_an_order_expires_and_is_not_chased_any_more(place: Town) -> None:
    dispatch = await released(place)
    for body in ("huyen-cao-loc", "huyen-trang-dinh"):
        await answered(place, body)
    await slept_through(place)
    assert (await place.desk.board.dispatch(dispatch)).dispatch.state is DispatchState.EXPIRED
    await place.passes(hours=2)


async def test_the_desk_is_told_who_never_answered_when_an_order_ends_that_alertd_slept_through(place: Town) -> None:
    dispatch = await released(place)
    await answered(place, "huyen-trang-dinh")
    place.clock.forward(hours=25)
    await place.settle()
    for officer in place.officers():
        for _ in range(2):
            assert "Tràng Định" not in officer.receives("Cao Lộc", "hết thời hạn nhắc", "Gọi: ")
    assert (await place.desk.board.dispatch(dispatch)).dispatch.state is DispatchState.EXPIRED
    [alert] = [alert for alert in await place.untaken() if alert.about.startswith("over/")]
    await answered(place, "huyen-cao-loc")
    place.clock.forward(minutes=20)
    await place.settle()
    async with place.desk.store.snapshot() as tx:
        settled = await tx.duty.alert(alert.id)
    assert settled is not None
    assert settled.next_at is None


async def test_whoever_was_never_heard_is_heard_without_a_code_for_a_day_after_the_order_has_run_out(place: Town) -> None:
    dispatch = await released(place)
    await answered(place, "huyen-trang-dinh")
    await slept_through(place)
    chief, other = place.phone("huyen-cao-loc"), place.phone("huyen-trang-dinh")
    chief.texts("da nhan")
    other.texts("da nhan")
    await place.settle()
    chief.receives("Đã ghi nhận", "03/CĐ-UBND")
    other.receives("không có văn bản nào chờ")
    board = await place.board(dispatch)
    assert board["huyen-cao-loc"].state is AssignmentState.ACKNOWLEDGED


async def test_words_without_a_code_are_no_answer_to_an_order_that_has_long_run_out(place: Town) -> None:
    dispatch = await released(place)
    await answered(place, "huyen-trang-dinh")
    await slept_through(place)
    place.clock.forward(hours=25)
    await place.settle()
    chief = place.phone("huyen-cao-loc")
    chief.texts("da nhan")
    await place.settle()
    chief.receives("không có văn bản nào chờ")
    assert (await place.board(dispatch))["huyen-cao-loc"].state is AssignmentState.NOTIFIED


async def test_a_document_that_waits_for_release_is_chased_at_the_duty_desk(place: Town) -> None:
    document = await place.submits("two-districts.txt")
    await place.passes(minutes=5)
    for officer in place.officers():
        officer.receives("03/CĐ-UBND", "5 phút")
        officer.receives("03/CĐ-UBND", "5 phút")
    await place.desk.review.reject(document.id, "văn bản thử", "truc-ban")
    await place.passes(hours=1)


async def test_a_restart_in_the_middle_loses_nothing_and_repeats_nothing(tmp_path: Path) -> None:
    clock = HandClock()
    async with town(tmp_path, clock) as before:
        dispatch = await released(before)
        await answered(before, "huyen-trang-dinh")
        before.everybody_is_quiet()
    clock.forward(minutes=5)
    async with town(tmp_path, clock) as after:
        await after.settle()
        after.phone("huyen-cao-loc").receives("NHẮC LẦN 1")
        after.everybody_is_quiet()
        board = await after.board(dispatch)
        assert board["huyen-trang-dinh"].state is AssignmentState.ACKNOWLEDGED
        after.phone("huyen-cao-loc").texts("da nhan")
        await after.settle()
        after.phone("huyen-cao-loc").receives("Đã ghi nhận")
        await after.passes(hours=1)
        after.everybody_is_quiet()


async def test_what_was_slept_through_comes_step_by_step_and_the_first_answer_ends_it(place: Town) -> None:
    await released(place)
    await answered(place, "huyen-trang-dinh")
    chief, deputy = place.phone("huyen-cao-loc"), place.phone("huyen-cao-loc", 2)
    place.clock.forward(hours=2)
    await place.settle()
    chief.receives("NHẮC LẦN 1", "2 giờ")
    for phone in (chief, deputy, *place.officers()):
        phone.is_quiet()
    await place.passes(minutes=2)
    chief.receives("NHẮC LẦN 2")
    await place.passes(minutes=2)
    for _ in range(2):
        deputy.receives("chưa trả lời")
    chief.taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    chief.receives("Đã ghi nhận")
    await place.passes(hours=2)


async def test_an_officer_who_was_not_told_in_time_is_not_told_three_times_at_once(place: Town) -> None:
    await released(place)
    await answered(place, "huyen-trang-dinh")
    chief = place.phone("huyen-cao-loc")
    chief.writes("sập cầu, có người bị cuốn trôi")
    await place.settle()
    chief.reads_everything()
    first, second = place.officers()
    for officer in (first, second):
        officer.reads_everything()
    place.clock.forward(hours=1)
    await place.settle()
    assert len(list(first.unread())) == 2, "one message on each of two channels"
    for phone in (chief, place.phone("huyen-cao-loc", 2), first, second):
        phone.reads_everything()
