"""Whatever happens to a provider, to the network or to the program, nobody who was to be told remains untold."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import timedelta

from alertd.model.assignments import Proposal
from alertd.model.notices import Attempt, Claimed, Delivery, DeliveryState
from alertd.model.replies import Meaning
from alertd.simulators.faults import Fault, FaultKind
from tests.fakes.town import OFFICER, Phone, Town

BODIES = ("huyen-cao-loc", "huyen-trang-dinh")
ORDER = "03/CĐ-UBND"
LEASE = timedelta(minutes=1)


def chat(phone: Phone) -> str:
    """The address of its Telegram."""
    assert phone.telegram is not None
    return str(phone.telegram.chat_id)


def told(phone: Phone) -> list[str]:
    """What came by Telegram, in order; it counts as expected."""
    assert phone.telegram is not None
    phone.reads_everything()
    return [message.text for message in phone.telegram.messages]


async def deliveries(place: Town, dispatch: int, body: str, channel: str = "telegram") -> list[Delivery]:
    row = (await place.board(dispatch))[body]
    return [delivery for delivery in row.deliveries if delivery.channel == channel]


async def everybody_acknowledges_by_sms(place: Town, dispatch: int) -> None:
    for body, row in (await place.board(dispatch)).items():
        place.phone(body).texts(f"1 {row.notice.code}")
    await place.settle()
    for body in BODIES:
        place.phone(body).receives("Đã ghi nhận")


async def claimed_by_a_process_that_dies(place: Town) -> list[Claimed]:
    """Everything that is due on Telegram is taken, and nothing is heard of it again."""
    now = place.clock.now()
    async with place.desk.store.transaction() as tx:
        return await tx.outbox.claim("telegram", now, now + LEASE, 100)


async def test_a_provider_that_is_away_for_an_hour_costs_an_hour_and_not_a_message(place: Town) -> None:
    await place.telegram.cut_off()
    await place.twilio.cut_off()
    await place.releases("two-districts.txt")
    await place.passes(hours=1)
    place.everybody_is_quiet()
    await place.telegram.reconnect()
    await place.twilio.reconnect()
    await place.passes(minutes=10)
    for body in BODIES:
        place.phone(body).receives(ORDER, "Yêu cầu thực hiện ngay")
        place.phone(body).receives(ORDER, "HỎA TỐC Công điện")
    for phone in place.phones():
        phone.reads_everything()


async def test_whoever_must_be_left_alone_for_a_minute_is_told_after_a_minute_and_the_others_at_once(place: Town) -> None:
    slow, quick = (place.phone(body) for body in BODIES)
    place.telegram.faults.add(Fault(FaultKind.RATE, method="sendMessage", to=chat(slow), retry_after=60))
    view = await place.releases("two-districts.txt")
    assert told(slow) == []
    assert len(told(quick)) == 1
    await everybody_acknowledges_by_sms(place, view.dispatch.id)
    await place.passes(seconds=59)
    assert told(slow) == []
    await place.passes(seconds=2)
    assert len(told(slow)) == 1
    assert [d.attempts for d in await deliveries(place, view.dispatch.id, BODIES[0])] == [2]


async def test_a_sender_that_is_told_to_wait_waits_as_a_whole(place: Town) -> None:
    place.telegram.faults.add(Fault(FaultKind.RATE, method="sendMessage", times=2, retry_after=30))
    view = await place.releases("two-districts.txt")
    for body in BODIES:
        assert told(place.phone(body)) == []
    place.twilio.phone("+84900999999").type("lũ tràn vào bản rồi")
    await place.settle()
    officers = place.officers()
    assert [told(officer) for officer in officers] == [[] for _ in officers]
    await place.passes(seconds=31)
    assert all(len(told(officer)) == 1 for officer in officers)
    for body in BODIES:
        assert len(told(place.phone(body))) == 1
    assert {d.attempts for body in BODIES for d in await deliveries(place, view.dispatch.id, body)} == {2}


async def test_a_message_whose_fate_is_unknown_is_sent_again_and_says_so(place: Town) -> None:
    phone = place.phone("huyen-cao-loc")
    place.telegram.faults.add(Fault(FaultKind.CUT, method="sendMessage", to=chat(phone)))
    view = await place.releases("two-districts.txt")
    assert ["(gửi lại)" in text for text in told(phone)] == [False]
    place.phone("huyen-trang-dinh").reads_everything()
    await everybody_acknowledges_by_sms(place, view.dispatch.id)
    await place.passes(minutes=1)
    assert ["(gửi lại)" in text for text in told(phone)] == [False, True]
    assert [d.state for d in await deliveries(place, view.dispatch.id, "huyen-cao-loc")] == [DeliveryState.SENT]


async def test_after_three_repeats_that_nobody_can_vouch_for_another_person_is_told(place: Town) -> None:
    chief, deputy = place.phone("huyen-cao-loc"), place.phone("huyen-cao-loc", 2)
    assert chief.sms is not None
    chief.sms.landline()
    place.telegram.faults.add(Fault(FaultKind.GARBLE, method="sendMessage", to=chat(chief), times=None))
    view = await place.releases("two-districts.txt")
    place.phone("huyen-trang-dinh").reads_everything()
    place.phone("huyen-trang-dinh").taps(Meaning.ACKNOWLEDGED)
    for _ in range(8):
        place.clock.forward(seconds=35)
        for courier in place.desk.couriers:
            await courier.drain()
    assert ["(gửi lại)" in text for text in told(chief)] == [False, True, True, True]
    doubtful, *_ = await deliveries(place, view.dispatch.id, "huyen-cao-loc")
    assert (doubtful.state, doubtful.is_doubtful) == (DeliveryState.QUEUED, True)
    deputy.receives(ORDER)
    deputy.receives(ORDER)
    await place.settle()
    for phone in place.phones():
        phone.reads_everything()


async def test_what_nobody_can_vouch_for_goes_on_ever_more_rarely_until_somebody_answers(place: Town) -> None:
    chief = place.phone("huyen-cao-loc")
    place.telegram.faults.add(Fault(FaultKind.GARBLE, method="sendMessage", to=chat(chief), times=None))
    view = await place.releases("two-districts.txt")

    async def copies_after(minutes: int) -> int:
        for _ in range(minutes):
            place.clock.forward(minutes=1)
            for courier in place.desk.couriers:
                await courier.drain()
        return len([text for text in told(chief) if ORDER in text])

    counted = [await copies_after(minutes) for minutes in (4, 5, 10, 20)]
    at_first, *later = [after - before for before, after in zip([0, *counted], counted, strict=False)]
    assert later == [1, 1, 1]
    assert at_first <= 5
    await place.desk.answers.record(view.dispatch.id, "lang-son/huyen-cao-loc", Meaning.ACKNOWLEDGED, "rõ", OFFICER)
    assert await copies_after(120) == counted[-1]
    for phone in place.phones():
        phone.reads_everything()


async def test_what_a_dead_process_had_taken_is_sent_again_and_what_it_says_afterwards_changes_nothing(place: Town) -> None:
    document = await place.submits("two-districts.txt")
    dispatch = await place.desk.release.approve(document.id, OFFICER)
    taken = await claimed_by_a_process_that_dies(place)
    await place.settle()
    for body in BODIES:
        place.phone(body).receives(ORDER)
        place.phone(body).is_quiet()
    await everybody_acknowledges_by_sms(place, dispatch.id)

    await place.passes(minutes=2)
    for body in BODIES:
        assert ["(gửi lại)" in text for text in told(place.phone(body))] == [True]
    late = [Attempt(d.id, d.fence, DeliveryState.FAILED, place.clock.now(), "muộn") for d in taken]
    async with place.desk.store.transaction() as tx:
        assert await tx.outbox.record(late) == []
    assert {d.state for body in BODIES for d in await deliveries(place, dispatch.id, body)} == {DeliveryState.SENT}


async def test_whoever_answers_is_not_reminded_although_the_reminder_waited_already(place: Town) -> None:
    view = await place.releases("two-districts.txt")
    for body in BODIES:
        place.phone(body).reads_everything()
        place.telegram.faults.add(Fault(FaultKind.RATE, method="sendMessage", to=chat(place.phone(body)), retry_after=120))
    await place.passes(minutes=5)
    place.everybody_is_quiet()
    await everybody_acknowledges_by_sms(place, view.dispatch.id)
    await place.passes(hours=2)


async def test_whoever_answers_while_a_reminder_is_under_way_is_not_sent_it_once_more(place: Town) -> None:
    view = await place.releases("two-districts.txt")
    for body in BODIES:
        place.phone(body).reads_everything()
    place.clock.forward(minutes=5)
    await place.desk.followups.step()
    assert len(await claimed_by_a_process_that_dies(place)) == len(BODIES)
    await everybody_acknowledges_by_sms(place, view.dispatch.id)
    await place.passes(hours=2)


async def test_an_order_that_is_called_back_while_it_is_under_way_is_not_sent_once_more(place: Town) -> None:
    document = await place.submits("two-districts.txt")
    await place.desk.release.approve(document.id, OFFICER)
    await claimed_by_a_process_that_dies(place)
    await place.settle()
    await place.desk.release.withdraw(document.id, "phát nhầm", OFFICER)
    await place.settle()
    for body in BODIES:
        place.phone(body).receives(ORDER, "HỎA TỐC Công điện")
        place.phone(body).receives("THU HỒI")
        place.phone(body).receives("THU HỒI")
    await place.passes(hours=1)


async def test_what_could_not_be_sent_before_the_order_ended_is_not_sent_any_more_and_the_desk_is_told(place: Town) -> None:
    await place.telegram.cut_off()
    await place.twilio.cut_off()
    view = await place.releases("two-districts.txt")
    place.clock.forward(hours=25)
    await place.settle()
    await place.telegram.reconnect()
    await place.twilio.reconnect()
    await place.passes(hours=1)
    states = {
        d.state for body in BODIES for channel in ("telegram", "sms") for d in await deliveries(place, view.dispatch.id, body, channel)
    }
    assert states == {DeliveryState.EXPIRED}
    for officer in place.officers():
        officer.reads_everything()
    over = [alert for alert in await place.untaken() if alert.about.startswith("over/")]
    assert len(over) == len(BODIES)


async def test_the_parts_of_a_long_order_arrive_in_their_order_even_if_the_first_is_refused_at_first(place: Town) -> None:
    document = await place.submits("two-districts.txt")
    longer = tuple(f"việc số {n}: " + "kiểm tra từng hộ dân ở vùng trũng thấp; " * 60 for n in range(4))
    proposals: list[Proposal] = [replace(p, actions=longer) for p in document.proposals]
    phone = place.phone("huyen-cao-loc")
    place.telegram.faults.add(Fault(FaultKind.RATE, method="sendMessage", to=chat(phone), retry_after=20))
    await place.desk.release.approve(document.id, OFFICER, proposals=proposals)
    await place.settle()
    assert told(phone) == []
    await place.passes(minutes=1)
    numbers = [text[:5] for text in told(phone)]
    assert len(numbers) > 2
    assert numbers == [f"({n}/{len(numbers)})" for n in range(1, len(numbers) + 1)]
    for other in place.phones():
        other.reads_everything()


async def test_one_who_does_not_answer_the_line_delays_nobody_and_a_stop_records_what_is_known(place: Town) -> None:
    hanging, other = (place.phone(body) for body in BODIES)
    place.telegram.faults.add(Fault(FaultKind.HANG, method="sendMessage", to=chat(hanging)))
    arrived = asyncio.Event()
    place.telegram.on_message(lambda phone, _: arrived.set() if phone is other.telegram else None)
    document = await place.submits("two-districts.txt")
    courier = next(c for c in place.desk.couriers if c.name == "telegram")
    work = asyncio.create_task(courier.run())
    dispatch = await place.desk.release.approve(document.id, OFFICER)
    await arrived.wait()
    place.clock.speed = 100.0  # so that the time that a stop leaves for what is under way is short
    work.cancel()
    await asyncio.gather(work, return_exceptions=True)

    assert [d.state for d in await deliveries(place, dispatch.id, "huyen-trang-dinh")] == [DeliveryState.SENT]
    (left,) = await deliveries(place, dispatch.id, "huyen-cao-loc")
    assert (left.state, left.is_repeat) == (DeliveryState.QUEUED, True)
    for phone in place.phones():
        phone.reads_everything()
