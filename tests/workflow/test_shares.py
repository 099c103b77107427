"""Processes share the senders out; one that is silent loses them in time, and one that was frozen sends nothing more."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from pydantic import SecretStr

from alertd.app import build
from alertd.config import Database, SenderSettings, Settings
from alertd.model.notices import DeliveryState
from alertd.model.shares import TIMETABLE
from alertd.simulators.telegram import TelegramSimulator
from alertd.workflow.desk import Desk
from alertd.workflow.sending.shares import Shares
from tests.fakes.blank import lay_blank_database
from tests.fakes.clock import HandClock
from tests.fakes.town import handbook, packaged_settings
from tests.store.samples import delivery

TOKEN = "123456:two-offices"


class Offices:
    """Several processes' desks on one database, all by one clock."""

    def __init__(self, desks: list[Desk], clock: HandClock, telegram: TelegramSimulator) -> None:
        self.desks = desks
        self.clock = clock
        self.telegram = telegram
        self.ended: set[str] = set()

    def shares(self, number: int) -> Shares:
        return self.desks[number].shares

    async def beat(self, *numbers: int) -> None:
        for number in numbers:
            await self.shares(number).step()

    async def pass_time(self, seconds: float, *beating: int) -> None:
        for _ in range(round(seconds)):
            self.clock.forward(seconds=1)
            await self.beat(*beating)

    async def states(self) -> list[DeliveryState]:
        async with self.desks[0].store.snapshot() as tx:
            found = [await tx.outbox.get(n) for n in range(1, 4)]
        return [each.state for each in found if each]


@asynccontextmanager
async def offices(folder: Path, number: int) -> AsyncIterator[Offices]:
    clock = HandClock()
    async with TelegramSimulator(TOKEN, is_open=True, clock=clock) as telegram:
        lay_blank_database(folder)
        desks = [await build(settings(folder, telegram.url), clock, handbook=handbook()) for _ in range(number)]
        found = Offices(desks, clock, telegram)
        try:
            for desk in desks:
                await desk.channels["telegram"].start()
            yield found
        finally:
            for desk in desks:
                await desk.channels["telegram"].close()
                await desk.store.close()


def settings(folder: Path, url: str) -> Settings:
    packaged = packaged_settings()
    sender = SenderSettings(name="telegram", channel="telegram", api_base=url, rate=1e9, receive="none", token=SecretStr(TOKEN))
    return packaged.model_copy(
        update={
            "senders": (sender,),
            "database": Database(url=f"sqlite:///{folder / 'alertd.db'}"),
            "delivery": packaged.delivery.model_copy(update={"address_gap": timedelta(0), "dead_after": timedelta(seconds=8)}),
        }
    )


async def queue(places: Offices, number: int) -> None:
    now = places.clock.now()
    async with places.desks[0].store.transaction() as tx:
        await tx.outbox.add([replace(delivery(), due_at=now, created_at=now, expires_at=now + timedelta(days=1)) for _ in range(number)])


async def test_each_post_has_one_holder_and_a_newcomer_gets_its_share(tmp_path: Path) -> None:
    async with offices(tmp_path, 2) as places:
        await places.beat(0)
        assert places.shares(0).holds("telegram")
        assert places.shares(0).holds(TIMETABLE)
        await places.beat(1, 0, 1)
        for post in ("telegram", TIMETABLE):
            assert [places.shares(n).holds(post) for n in (0, 1)].count(True) == 1
        assert places.shares(0).holds("telegram") != places.shares(0).holds(TIMETABLE)


async def test_whoever_does_not_hold_a_sender_sends_nothing(tmp_path: Path) -> None:
    async with offices(tmp_path, 2) as places:
        await places.beat(0, 1, 0, 1)
        holder = 0 if places.shares(0).holds("telegram") else 1
        await queue(places, 3)
        assert await places.desks[1 - holder].couriers[0].drain() == 0
        assert await places.desks[holder].couriers[0].drain() == 3


async def test_a_silent_process_loses_its_sender_within_ten_seconds_and_what_was_under_way_is_repeated_with_its_mark(
    tmp_path: Path,
) -> None:
    async with offices(tmp_path, 2) as places:
        await places.beat(0)
        await queue(places, 1)
        async with places.desks[0].store.transaction() as tx:
            now = places.clock.now()
            assert len(await tx.outbox.claim("telegram", now, now + timedelta(minutes=1), 1)) == 1
        await places.beat(1)
        await places.pass_time(7, 1)
        assert not places.shares(1).holds("telegram")
        await places.pass_time(3, 1)
        assert places.shares(1).holds("telegram")
        assert await places.desks[1].couriers[0].drain() == 1
        (told,) = next(iter(places.telegram.phones.values())).messages
        assert told.text.startswith("(gửi lại)")
        assert await places.states() == [DeliveryState.SENT]


async def test_a_process_that_was_frozen_past_its_time_sends_and_claims_nothing_more(tmp_path: Path) -> None:
    async with offices(tmp_path, 2) as places:
        await places.beat(0, 1, 0, 1)
        holder = 0 if places.shares(0).holds("telegram") else 1
        await queue(places, 3)
        await places.pass_time(10, 1 - holder)
        assert not places.shares(holder).holds("telegram")
        assert await places.desks[holder].couriers[0].drain() == 0
        assert places.shares(1 - holder).holds("telegram")
        await places.beat(holder)  # thawed: it finds that it was taken for dead, and comes back as a new one
        assert [places.shares(n).holds("telegram") for n in (0, 1)].count(True) == 1


async def test_a_clock_that_is_set_by_hours_makes_nobody_dead(tmp_path: Path) -> None:
    async with offices(tmp_path, 2) as places:
        await places.beat(0, 1, 0, 1)
        holder = [places.shares(n).holds("telegram") for n in (0, 1)]
        places.clock.set_forward(hours=5)
        assert [places.shares(n).holds("telegram") for n in (0, 1)] == holder
        await places.beat(0, 1)
        assert [places.shares(n).holds("telegram") for n in (0, 1)] == holder


async def test_whoever_leaves_hands_over_at_once(tmp_path: Path) -> None:
    async with offices(tmp_path, 2) as places:
        await places.beat(0)
        await places.shares(0).leave()
        assert not places.shares(0).holds("telegram")
        await places.beat(1)
        assert places.shares(1).holds("telegram")


async def test_a_sender_is_handed_over_only_when_nothing_is_under_way_there(tmp_path: Path) -> None:
    async with offices(tmp_path, 2) as places:
        busy = {"telegram"}
        for post in ("telegram", TIMETABLE):
            places.shares(0).hand_over_when(post, lambda post=post: post in busy)  # type: ignore[misc]  # mypy reads no default into a lambda
        places.shares(0).hand_over_when(TIMETABLE, lambda: True)
        await places.beat(0, 1, 0, 1)
        given_up = [post for post in ("telegram", TIMETABLE) if not places.shares(0).holds(post)]
        assert len(given_up) == 1
        assert not places.shares(1).holds(given_up[0]) or given_up[0] not in busy
        busy.clear()
        places.shares(0).hand_over_when(TIMETABLE, lambda: False)
        await places.beat(0, 1)
        assert places.shares(1).holds(given_up[0])
