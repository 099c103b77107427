"""A sender that is taken out of the configuration leaves no message behind."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from alertd.app import build
from alertd.config import Database, SenderSettings, Settings
from alertd.errors import FailureKind
from alertd.model.notices import Delivery, DeliveryState
from alertd.simulators.telegram import TelegramSimulator
from alertd.workflow.desk import Desk
from alertd.workflow.sending.stranded import MISSED_FOR
from tests.fakes.blank import lay_blank_database
from tests.fakes.clock import HandClock
from tests.fakes.town import handbook, packaged_settings
from tests.store.samples import delivery

TOKEN = "123456:two-bots"


class PostOffice:
    """A database that is opened with one configuration after another."""

    def __init__(self, folder: Path, telegram: TelegramSimulator, clock: HandClock) -> None:
        self.clock = clock
        self._folder = folder
        self._telegram = telegram

    @asynccontextmanager
    async def opened(self, *senders: str, **sender: Any) -> AsyncIterator[Desk]:
        """The desk with Telegram senders of these names; with other settings than usual they are never opened."""
        desk = await build(self._settings(senders, sender), self.clock, handbook=handbook())
        started = () if sender else desk.channels.values()
        try:
            for channel in started:
                await channel.start()
            yield desk
        finally:
            for channel in started:
                await channel.close()
            await desk.store.close()

    async def leaves_behind(self, **changes: Any) -> None:
        """A message waits at the sender `old` when the configuration that has it goes."""
        now = self.clock.now()
        waiting = delivery(**{"sender": "old", "address": "7", "text": "Trực 24/24."} | changes)
        async with self.opened("old") as desk, desk.store.transaction() as tx:
            await tx.outbox.add([replace(waiting, created_at=now, due_at=now, expires_at=now + timedelta(days=1))])

    def passes(self, time: timedelta) -> None:
        self.clock.forward(seconds=time.total_seconds())

    def received(self) -> list[str]:
        return [message.text for message in self._telegram.phone(7).messages]

    def _settings(self, names: tuple[str, ...], sender: dict[str, Any]) -> Settings:
        packaged = packaged_settings()
        told: dict[str, Any] = {"channel": "telegram", "api_base": self._telegram.url, "rate": 1e9, "receive": "none"}
        senders = tuple(SenderSettings(**(told | {"name": name, "token": SecretStr(TOKEN)} | sender)) for name in names)
        database = Database(url=f"sqlite:///{self._folder / 'alertd.db'}")
        return packaged.model_copy(update={"senders": senders, "database": database})


@asynccontextmanager
async def post_office(folder: Path) -> AsyncIterator[PostOffice]:
    clock = HandClock()
    lay_blank_database(folder)
    async with TelegramSimulator(TOKEN, is_open=True, clock=clock) as telegram:
        yield PostOffice(folder, telegram, clock)


async def first(desk: Desk) -> Delivery:
    async with desk.store.snapshot() as tx:
        found = await tx.outbox.get(1)
    assert found is not None
    return found


async def missed(desk: Desk, office: PostOffice) -> int:
    """So much time goes by that the sender counts as gone. Returns how many messages were dealt with."""
    assert await desk.stranded.step() == 0
    office.passes(MISSED_FOR)
    return await desk.stranded.step()


async def test_what_waits_there_goes_by_another_of_its_channel(tmp_path: Path) -> None:
    async with post_office(tmp_path) as office:
        await office.leaves_behind()
        async with office.opened("new") as desk:
            assert await missed(desk, office) == 1
            await desk.couriers[0].drain()
            assert (await first(desk)).state is DeliveryState.SENT
            assert office.received() == ["Trực 24/24."]
            async with desk.store.snapshot() as tx:
                changes = await tx.outbox.history([1])
            assert [(change.state, change.reason) for change in changes][1] == (
                DeliveryState.QUEUED,
                "chờ gửi; kênh gửi “old” không còn hoạt động nên đi qua “new”",
            )


async def test_a_sender_that_is_only_being_started_again_keeps_what_is_its_own(tmp_path: Path) -> None:
    async with post_office(tmp_path) as office:
        await office.leaves_behind()
        async with office.opened("new") as desk:
            assert await desk.stranded.step() == 0
            office.passes(MISSED_FOR - timedelta(seconds=1))
            assert await desk.stranded.step() == 0
            assert (await first(desk)).sender == "old"


async def test_a_sender_that_another_machine_has_is_not_missed(tmp_path: Path) -> None:
    async with post_office(tmp_path) as office, office.opened("old") as elsewhere:
        await elsewhere.shares.step()
        await office.leaves_behind()
        async with office.opened("new") as desk:
            assert await missed(desk, office) == 0
            await elsewhere.shares.leave()
            assert await missed(desk, office) == 1


async def test_what_was_under_way_there_is_sent_again_and_says_so(tmp_path: Path) -> None:
    async with post_office(tmp_path) as office:
        await office.leaves_behind()
        async with office.opened("old") as desk, desk.store.transaction() as tx:
            await tx.outbox.claim("old", office.clock.now(), office.clock.now() + timedelta(hours=1), 1)
        async with office.opened("new") as desk:
            await missed(desk, office)
            office.passes(timedelta(minutes=1))
            await desk.stranded.step()
            await desk.couriers[0].drain()
            assert office.received() == ["(gửi lại) Trực 24/24."]


async def test_where_no_other_serves_the_channel_it_has_failed_so_that_other_routes_open(tmp_path: Path) -> None:
    async with post_office(tmp_path) as office:
        await office.leaves_behind(channel="fax")
        async with office.opened("new") as desk:
            assert await missed(desk, office) == 1
            failed = await first(desk)
            assert (failed.state, failed.failure) == (DeliveryState.FAILED, FailureKind.REFUSED)
            assert failed.reason == "kênh gửi “old” không còn hoạt động; không có kênh gửi loại này"


async def test_a_sender_whose_secret_is_missing_loses_nothing_while_nobody_else_can_take_it(tmp_path: Path) -> None:
    async with post_office(tmp_path) as office:
        await office.leaves_behind()
        async with office.opened("old", token=None) as desk:
            assert await missed(desk, office) == 0
            assert (await first(desk)).state is DeliveryState.QUEUED


async def test_a_drills_message_goes_by_no_sender_that_reaches_real_people(tmp_path: Path) -> None:
    async with post_office(tmp_path) as office:
        await office.leaves_behind(is_drill=True)
        async with office.opened("new", api_base="https://api.telegram.org") as desk:
            assert await missed(desk, office) == 1
            assert (await first(desk)).reason == "kênh gửi “old” không còn hoạt động; diễn tập không gửi qua kênh thật"
