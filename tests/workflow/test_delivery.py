"""A courier keeps its provider's pace, and lets nobody wait for somebody else's line."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from alertd.app import build
from alertd.config import Database, SenderSettings, Settings
from alertd.model.notices import Delivery, DeliveryState, DispatchState, MessageKind
from alertd.simulators.faults import Fault, FaultKind
from alertd.simulators.telegram import TelegramSimulator
from alertd.workflow.desk import Desk
from alertd.workflow.sending.delivery import Courier
from tests.fakes.blank import lay_blank_database
from tests.fakes.clock import HandClock
from tests.fakes.town import handbook, packaged_settings
from tests.store.samples import delivery, released

TOKEN = "123456:post-office"


class PostOffice:
    """One sender with its provider, and a clock set by hand."""

    def __init__(self, desk: Desk, telegram: TelegramSimulator, clock: HandClock) -> None:
        self.desk = desk
        self.telegram = telegram
        self.clock = clock

    @property
    def courier(self) -> Courier:
        return self.desk.couriers[0]

    async def queues(self, *deliveries: Delivery) -> None:
        """Put messages that are due now into the outbox."""
        now = self.clock.now()
        due = [replace(each, due_at=now, created_at=now, expires_at=now + timedelta(days=1)) for each in deliveries]
        async with self.desk.store.transaction() as tx:
            await tx.outbox.add(due)

    async def delivery(self, number: int) -> Delivery:
        async with self.desk.store.snapshot() as tx:
            found = await tx.outbox.get(number)
        assert found is not None
        return found

    def texts(self, address: str) -> list[str]:
        return [message.text for message in self.telegram.phone(int(address)).messages]


@asynccontextmanager
async def post_office(folder: Path, rate: float = 1e9, **delivery: Any) -> AsyncIterator[PostOffice]:
    clock = HandClock()
    async with TelegramSimulator(TOKEN, is_open=True, clock=clock) as telegram:
        lay_blank_database(folder)
        desk = await build(settings(folder, telegram.url, rate, delivery), clock, handbook=handbook())
        try:
            await desk.channels["telegram"].start()
            yield PostOffice(desk, telegram, clock)
        finally:
            await desk.channels["telegram"].close()
            await desk.store.close()


def settings(folder: Path, url: str, rate: float, delivery: dict[str, Any]) -> Settings:
    packaged = packaged_settings()
    sender = SenderSettings(name="telegram", channel="telegram", api_base=url, rate=rate, receive="none", token=SecretStr(TOKEN))
    return packaged.model_copy(
        update={
            "senders": (sender,),
            "database": Database(url=f"sqlite:///{folder / 'alertd.db'}"),
            "delivery": packaged.delivery.model_copy(update=delivery),
        }
    )


async def test_an_address_in_demand_takes_no_place_from_the_others(tmp_path: Path) -> None:
    async with post_office(tmp_path, concurrency=4, address_gap=timedelta(seconds=1)) as office:
        await office.queues(*(delivery(address="7", text=f"tin {n}") for n in range(10)), delivery(address="8", text="tin khác"))
        await office.courier.drain()
        assert len(office.texts("7")) == 1
        assert len(office.texts("8")) == 1
        for seconds in range(1, 40):
            office.clock.forward(seconds=1)
            await office.courier.drain()
            assert len(office.texts("7")) <= 1 + seconds
        assert sorted(office.texts("7")) == sorted(f"tin {n}" for n in range(10))


async def test_what_waited_in_line_was_not_tried_meanwhile(tmp_path: Path) -> None:
    async with post_office(tmp_path, address_gap=timedelta(seconds=1)) as office:
        await office.queues(delivery(address="7"), delivery(address="7"))
        await office.courier.drain()
        waiting = await office.delivery(2)
        assert (waiting.state, waiting.attempts, waiting.reason) == (DeliveryState.QUEUED, 0, "chờ đến lượt gửi")
        assert waiting.due_at == office.clock.now() + timedelta(seconds=1)


async def test_no_more_are_taken_than_can_leave_within_a_second(tmp_path: Path) -> None:
    async with post_office(tmp_path, rate=2, address_gap=timedelta(0)) as office:
        await office.queues(*(delivery() for _ in range(5)))
        arrived = asyncio.Event()
        office.telegram.on_message(lambda *_: arrived.set())
        work = asyncio.create_task(office.courier.drain())
        await arrived.wait()
        async with office.desk.store.snapshot() as tx:
            counts = await tx.outbox.counts()
        assert (counts["sending"], counts["queued"]) == (2, 3)
        while not work.done():
            office.clock.forward(seconds=0.5)
            await asyncio.wait([work], timeout=0.01)
        assert work.result() == 5


async def test_a_repeat_says_so_within_a_drills_mark_and_in_plain_letters_where_the_text_is_plain(tmp_path: Path) -> None:
    async with post_office(tmp_path, address_gap=timedelta(0)) as office:
        long = "ă" * 4096
        await office.queues(
            delivery(address="1", text="DIỄN TẬP\nTrực 24/24\nDIỄN TẬP", is_drill=True, is_repeat=True),
            delivery(address="2", text="Truc 24/24", is_repeat=True),
            delivery(address="3", text=long, is_repeat=True),
        )
        await office.courier.drain()
        assert office.texts("1") == ["DIỄN TẬP\n(gửi lại) Trực 24/24\nDIỄN TẬP"]
        assert office.texts("2") == ["(gui lai) Truc 24/24"]
        assert office.texts("3") == [long]


async def test_a_provider_that_is_away_is_tried_ever_more_slowly(tmp_path: Path) -> None:
    async with post_office(tmp_path, retry_after=timedelta(seconds=5), retry_at_most=timedelta(minutes=5)) as office:
        office.telegram.faults.add(Fault(FaultKind.ERROR, method="sendMessage", status=502, times=None))
        await office.queues(delivery())
        pauses = []
        for _ in range(8):
            await office.courier.drain()
            waiting = await office.delivery(1)
            pauses.append((waiting.due_at - office.clock.now()).total_seconds())
            office.clock.forward(seconds=pauses[-1])
        assert 3.75 <= pauses[0] <= 6.25
        assert pauses[1] > pauses[0]
        assert 225 <= pauses[-1] <= 375
        office.telegram.faults.clear()
        await office.courier.drain()
        assert (await office.delivery(1)).state is DeliveryState.SENT


async def test_work_goes_on_as_soon_as_something_is_queued_and_what_is_done_is_written_down(tmp_path: Path) -> None:
    async with post_office(tmp_path, address_gap=timedelta(0)) as office:
        arrived = asyncio.Event()
        office.telegram.on_message(lambda *_: arrived.set())
        work = asyncio.create_task(office.courier.run())
        await office.queues(delivery(), delivery())
        office.courier.wake()
        await arrived.wait()
        work.cancel()
        await asyncio.gather(work, return_exceptions=True)
        assert {(await office.delivery(n)).state for n in (1, 2)} == {DeliveryState.SENT}


async def test_what_has_left_and_is_not_written_down_yet_still_takes_its_place(tmp_path: Path) -> None:
    async with post_office(tmp_path, concurrency=4, address_gap=timedelta(0)) as office:
        await office.queues(*(delivery(address=str(n)) for n in range(1, 301)))
        work = asyncio.create_task(office.courier.run())
        office.courier.wake()
        taken, left = [0], 1
        while left:
            async with office.desk.store.snapshot() as tx:
                counts = await tx.outbox.counts()
            taken.append(counts["sending"])
            left = counts["sending"] + counts["queued"]
        work.cancel()
        await asyncio.gather(work, return_exceptions=True)
        assert max(taken) == 4


async def test_while_a_provider_is_down_one_message_at_a_time_finds_out_and_the_others_keep_their_attempts(tmp_path: Path) -> None:
    async with post_office(tmp_path, address_gap=timedelta(0), concurrency=10) as office:
        office.telegram.faults.add(Fault(FaultKind.ERROR, method="sendMessage", status=502, times=None))
        await office.queues(*(delivery(address=str(n)) for n in range(1, 41)))
        await office.courier.drain()
        assert "Bad Gateway" in office.courier.problem
        for _ in range(60):
            office.clock.forward(seconds=30)
            await office.courier.drain()
        assert sum([(await office.delivery(n)).attempts for n in range(1, 41)]) <= 10 + 60
        office.telegram.faults.clear()
        office.clock.forward(seconds=30)
        await office.courier.drain()
        await office.courier.drain()
        assert office.courier.problem == ""
        office.clock.forward(minutes=7)
        await office.courier.drain()
        assert {(await office.delivery(n)).state for n in range(1, 41)} == {DeliveryState.SENT}


async def test_wrong_credentials_are_told_to_the_duty_desk_once(tmp_path: Path) -> None:
    async with post_office(tmp_path, address_gap=timedelta(0)) as office:
        office.telegram.faults.add(Fault(FaultKind.ERROR, method="sendMessage", status=401, times=None))
        await office.queues(*(delivery(address=str(n)) for n in range(1, 11)))
        for _ in range(20):
            await office.courier.drain()
            office.clock.forward(minutes=1)
        async with office.desk.store.snapshot() as tx:
            told = [entry for entry in await tx.audit.recent(1000) if entry.action == "sender.fails"]
        assert len(told) == 1


async def test_a_message_that_is_sent_again_is_counted(tmp_path: Path) -> None:
    async with post_office(tmp_path, address_gap=timedelta(0)) as office:
        await office.queues(delivery(address="1"), delivery(address="2", is_repeat=True))
        await office.courier.drain()
        assert office.courier.repeats == 1


async def test_a_reminder_that_waits_for_its_moment_does_not_leave_once_an_answer_is_committed(tmp_path: Path) -> None:
    async with post_office(tmp_path, rate=2, address_gap=timedelta(0)) as office:
        notices = []
        for _ in range(2):
            async with office.desk.store.transaction() as tx:
                notices.append(await released(tx))
        await office.queues(*(delivery(kind=MessageKind.REMINDER, notice=n.id, dispatch=n.dispatch, address=f"{n.id}") for n in notices))
        arrived = asyncio.Event()
        office.telegram.on_message(lambda *_: arrived.set())
        work = asyncio.create_task(office.courier.drain())
        await arrived.wait()
        async with office.desk.store.transaction() as tx:
            await tx.dispatches.save_notice(replace(notices[1], acknowledged_at=office.clock.now()))
        while not work.done():
            office.clock.forward(seconds=0.5)
            await asyncio.wait([work], timeout=0.01)
        assert [len(office.texts(f"{n.id}")) for n in notices] == [1, 0]
        assert ((await office.delivery(2)).state, (await office.delivery(2)).attempts) == (DeliveryState.CANCELLED, 0)


async def test_a_reminder_of_an_order_that_has_ended_meanwhile_does_not_leave(tmp_path: Path) -> None:
    async with post_office(tmp_path, rate=2, address_gap=timedelta(0)) as office:
        async with office.desk.store.transaction() as tx:
            notice = await released(tx)
            order = await tx.dispatches.get(notice.dispatch)
        assert order is not None
        reminder = delivery(kind=MessageKind.DEADLINE, notice=notice.id, dispatch=notice.dispatch, address="8")
        await office.queues(delivery(address="7", priority=0), reminder)
        arrived = asyncio.Event()
        office.telegram.on_message(lambda *_: arrived.set())
        work = asyncio.create_task(office.courier.drain())
        await arrived.wait()
        async with office.desk.store.transaction() as tx:
            await tx.dispatches.save(replace(order, state=DispatchState.CLOSED))
        while not work.done():
            office.clock.forward(seconds=0.5)
            await asyncio.wait([work], timeout=0.01)
        assert (len(office.texts("7")), len(office.texts("8"))) == (1, 0)
