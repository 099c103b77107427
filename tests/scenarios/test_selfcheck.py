"""The self-check finds dead numbers before the storm, is never taken for an order, and never stands in an order's way."""

from __future__ import annotations

from datetime import time

import pytest

from alertd.clock import VIETNAM
from alertd.errors import Refused
from alertd.model.assignments import AssignmentState
from alertd.model.checks import CheckState, Monthly
from alertd.model.notices import MessageKind
from alertd.model.replies import Meaning, ReplyState
from alertd.workflow.notices.wording import CHECK_TAP
from alertd.workflow.people.checked import CheckView
from tests.fakes.clock import HandClock
from tests.fakes.town import OFFICER, Phone, Town
from tests.scenarios.test_matching import CAO_LOC, TRANG_DINH

MARK = "KIỂM TRA LIÊN LẠC"


async def begun(place: Town) -> CheckView:
    """An officer begins a round; every telephone has read what it asks."""
    await place.desk.selfcheck.begin(OFFICER)
    await place.settle()
    for phone in place.phones():
        everything = [text for _, text in phone.unread()]
        assert all(MARK in text and "không phải công điện" in text.lower() for text in everything), everything
        phone.reads_everything()
    return await seen(place)


async def seen(place: Town) -> CheckView:
    """The round as the readiness page shows it."""
    view = (await place.desk.readiness.report()).check
    assert view is not None
    return view


def taps_present(phone: Phone) -> None:
    """Press the button under the message of the check."""
    assert phone.telegram is not None
    message = next(m for m in reversed(phone.telegram.messages) if MARK in m.text and m.buttons)
    phone.telegram.tap(message.message_id, CHECK_TAP)


def heard(view: CheckView, body: str) -> set[str]:
    """The channels on which somebody answered for a body."""
    checked = next(each for each in view.bodies if each.body_id == f"lang-son/{body}")
    return {probe.channel for _, probe in checked.probes if probe.answered_at is not None}


async def test_everybody_is_asked_on_every_channel_and_whoever_answers_is_shown_by_body(place: Town) -> None:
    view = await begun(place)
    today = place.clock.now().astimezone(VIETNAM).date()
    in_office = [
        phone.contact for phone in place.phones() if (b := place.desk.directory.find_body(phone.contact.body)) and b.exists_on(today)
    ]
    assert view.asked == sum(len(contact.addresses) for contact in in_office)
    assert view.answered == 0
    chief = place.phone(CAO_LOC)
    taps_present(chief)
    await place.settle()
    chief.receives(MARK, "đã nghe")
    chief.texts("co mat")
    await place.settle()
    chief.receives(MARK, "đã nghe")
    view = await seen(place)
    assert heard(view, CAO_LOC) == {"telegram", "sms"}
    assert heard(view, TRANG_DINH) == set()
    assert view.answered == 2
    unproven = {contact.id for _, contact in (await place.desk.readiness.report()).unproven}
    assert chief.contact.id not in unproven


async def test_a_round_has_no_ladder_and_ends_by_itself(place: Town) -> None:
    await begun(place)
    await place.passes(hours=25)
    assert (await seen(place)).check.state is CheckState.ENDED


async def test_it_is_never_made_while_an_order_is_followed(place: Town) -> None:
    dispatch = await place.releases("two-districts.txt")
    with pytest.raises(Refused):
        await place.desk.selfcheck.begin(OFFICER)
    await place.desk.release.close(dispatch.document.id, "xong", OFFICER)
    for body in (CAO_LOC, TRANG_DINH):
        place.phone(body).reads_everything()
    assert (await begun(place)).check.state is CheckState.OPEN


async def test_an_order_puts_a_round_off_until_nothing_is_followed_and_then_only_the_silent_are_asked_again(place: Town) -> None:
    await begun(place)
    taps_present(place.phone(CAO_LOC))
    await place.settle()
    place.phone(CAO_LOC).receives("đã nghe")
    dispatch = await place.releases("two-districts.txt")
    view = await seen(place)
    assert (view.check.state, view.check.reason) == (CheckState.PUT_OFF, "có công điện đang được theo dõi")
    for body in (CAO_LOC, TRANG_DINH):
        place.phone(body).reads_everything()
        place.phone(body).taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    for body in (CAO_LOC, TRANG_DINH):
        place.phone(body).receives("Đã ghi nhận")
    await place.desk.release.close(dispatch.document.id, "xong", OFFICER)
    await place.passes(hours=23)
    place.clock.forward(hours=2)
    await place.settle()
    assert (await seen(place)).check.state is CheckState.OPEN
    chief = place.phone(CAO_LOC)
    assert [key.partition(":")[0] for key, _ in chief.unread()] == ["sms"], "its Telegram had answered"
    chief.receives(MARK, "lần 2")
    for phone in place.phones():
        phone.reads_everything()


async def test_words_that_answer_the_check_acknowledge_no_order_and_the_other_way_round(place: Town) -> None:
    await begun(place)
    chief, other = place.phone(CAO_LOC), place.phone(TRANG_DINH)
    checked = [m for m in chief.telegram.messages if MARK in m.text][-1] if chief.telegram else None
    assert checked is not None
    dispatch = await place.releases("two-districts.txt")
    for phone in (chief, other):
        phone.reads_everything()
    chief.writes("đã nhận", reply_to=checked.message_id)
    other.writes("đã nhận")
    await place.settle()
    chief.receives(MARK, "đã nghe")
    other.receives("Đã ghi nhận")
    board = await place.board(dispatch.dispatch.id)
    assert board[CAO_LOC].assignments[0].state is AssignmentState.NOTIFIED
    assert board[TRANG_DINH].assignments[0].state is AssignmentState.ACKNOWLEDGED


async def test_what_has_happened_reaches_the_desk_although_only_the_check_was_answered(place: Town) -> None:
    await begun(place)
    place.phone(CAO_LOC).writes("lũ quét vào bản rồi, 2 người mất tích")
    await place.settle()
    place.phone(CAO_LOC).receives("Đã chuyển ngay")
    for officer in place.officers():
        for _ in range(2):
            officer.receives("lũ quét vào bản")
    assert heard(await seen(place), CAO_LOC) == {"telegram"}


async def test_whoever_says_that_the_number_is_wrong_is_shown_to_a_person(place: Town) -> None:
    await begun(place)
    place.phone(CAO_LOC).texts("nhầm số rồi")
    await place.settle()
    place.phone(CAO_LOC).receives("Trực ban")
    async with place.desk.store.snapshot() as tx:
        (reply,) = await tx.replies.recent(ReplyState.OPEN)
    assert (reply.words, reply.matched_by) == ("nhầm số rồi", "contact_check")


async def test_a_telephone_that_several_bodies_share_is_asked_once(place: Town) -> None:
    await begun(place)
    async with place.desk.store.snapshot() as tx:
        asked = [d for n in range(1, 500) if (d := await tx.outbox.get(n)) and d.kind is MessageKind.CONTACT_CHECK]
    places = [(d.channel, d.address) for d in asked]
    assert len(places) == len(set(places))


def at(day: int, hour: int, minute: int = 0) -> HandClock:
    """A clock on that day of July 2023, in Vietnam's time."""
    clock = HandClock()
    here = clock.now()
    clock.forward(days=day - here.day, hours=hour - (here.hour + 7) % 24, minutes=minute - here.minute)
    return clock


@pytest.mark.parametrize(
    ("day", "hour", "made_on", "is_due"),
    [
        (5, 8, None, False),
        (5, 9, None, True),
        (5, 10, None, False),
        (6, 9, None, True),
        (6, 9, 5, False),
        (20, 9, None, False),
    ],
)
def test_a_round_begins_at_its_hour_on_its_day_or_one_of_the_next(day: int, hour: int, made_on: int | None, is_due: bool) -> None:
    here = at(day, hour, 30).now().astimezone(VIETNAM)
    last = at(made_on, 9, 1).now() if made_on else None
    assert Monthly(5, time(9)).is_due(here, last) is is_due


async def tried(place: Town, body: str) -> CheckView:
    """The latest trial of a body as its page shows it."""
    view = await place.desk.trials.latest(f"lang-son/{body}")
    assert view is not None
    return view


async def test_one_body_is_tried_alone_and_whoever_answers_is_shown(place: Town) -> None:
    await place.desk.trials.begin(f"lang-son/{CAO_LOC}", OFFICER)
    await place.settle()
    chief, deputy = place.phone(CAO_LOC), place.phone(CAO_LOC, 2)
    for phone in (chief, deputy):
        for _ in range(2):
            phone.receives(MARK)
    place.everybody_is_quiet()
    taps_present(chief)
    deputy.texts("co mat")
    await place.settle()
    for phone in (chief, deputy):
        phone.receives(MARK, "đã nghe")
    view = await tried(place, CAO_LOC)
    assert (view.answered, view.asked) == (2, 4)
    assert (await place.desk.readiness.report()).check is None, "a trial is no round for everybody"


async def test_a_trial_is_made_again_as_often_as_wanted_and_ends_by_itself(place: Town) -> None:
    for _ in range(2):
        await place.desk.trials.begin(f"lang-son/{CAO_LOC}", OFFICER)
        await place.settle()
    for order in (1, 2):
        place.phone(CAO_LOC, order).reads_everything()
    assert (await tried(place, CAO_LOC)).check.state is CheckState.OPEN
    await place.passes(hours=25)
    assert (await tried(place, CAO_LOC)).check.state is CheckState.ENDED


async def test_nobody_is_tried_while_an_order_is_followed_and_a_trial_makes_way_for_one(place: Town) -> None:
    await place.telegram.cut_off()
    await place.twilio.cut_off()
    await place.desk.trials.begin(f"lang-son/{CAO_LOC}", OFFICER)
    view = await place.releases("two-districts.txt")
    await place.telegram.reconnect()
    await place.twilio.reconnect()
    await place.passes(minutes=4)
    for body in (CAO_LOC, TRANG_DINH):
        for _ in range(2):
            place.phone(body).receives("03/CĐ-UBND")
    assert (await tried(place, CAO_LOC)).check.state is CheckState.ENDED
    with pytest.raises(Refused, match="Đang có công điện"):
        await place.desk.trials.begin(f"lang-son/{CAO_LOC}", OFFICER)
    await place.desk.release.close(view.document.id, "xong", OFFICER)


async def test_a_body_that_nobody_can_answer_for_is_not_tried(place: Town) -> None:
    with pytest.raises(Refused, match="chưa có địa chỉ"):
        await place.desk.trials.begin("lang-son/nowhere", OFFICER)
