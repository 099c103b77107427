"""The desk at work: its channels open, its tasks supervised, its timetable running, its pages served."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta
from functools import partial

from aiohttp import web

from alertd.errors import DeliveryFailed, SetupError
from alertd.heartbeat import Heart
from alertd.jobs import Timetable
from alertd.logs import EventLog
from alertd.model.shares import TIMETABLE
from alertd.ports import Channel
from alertd.sources.folder import FolderSource
from alertd.supervisor import Supervisor
from alertd.web import build as build_web
from alertd.web.health import problems_of
from alertd.web.listening import Door, talk_log
from alertd.workflow.desk import Desk

log = EventLog(__name__)
FETCH_EVERY = timedelta(seconds=2)
RECEIPTS_EVERY = timedelta(seconds=10)
STRANDED_EVERY = timedelta(seconds=15)
CHECK_EVERY = timedelta(seconds=20)
LISTENS_EVERY = 1.0
"""Seconds between two looks whether a sender has become this process's."""
IDLE_FOR = 75.0
"""Seconds after which a connection is closed over which nobody asks anything, or never comes to the end of asking."""
REOPEN_AFTER = 10.0
"""Seconds between two tries to open a channel."""


class Daemon:
    """The desk at work: its channels open, its tasks supervised, its pages served."""

    def __init__(
        self, desk: Desk, role: str = "all", extra: Mapping[str, web.Application] | None = None, drill_login: str | None = None
    ) -> None:
        """`extra` are applications to serve below a path of the console (the drill's phones)."""
        self.desk = desk
        self.role = role
        self.supervisor = Supervisor()
        self.timetable = Timetable(desk.clock)
        self.port = 0
        self._extra = extra or {}
        self._drill_login = drill_login
        self._runner: web.AppRunner | None = None
        self._listening: asyncio.Server | None = None

    async def start(self) -> None:
        """Open everything; when this returns the pages answer and messages go out.

        The pages come first: the board does not wait for a provider that is slow to answer.
        """
        if self.role in ("all", "web"):
            await self._start_web()
        await asyncio.gather(*(self._open_for_good(channel) for channel in self.desk.channels.values() if channel.is_on))
        self.supervisor.edge("database bell", partial(self.desk.store.listen, self._rung))
        if self.role in ("all", "worker"):
            self._start_work()

    async def wait(self) -> None:
        """Until a core task dies. Raises CoreTaskDied."""
        await self.supervisor.wait()

    async def stop(self) -> None:
        """Close everything, the outcomes of what is under way recorded first."""
        await self.timetable.stop()
        if self._listening is not None:
            self._listening.close()
        if self._runner is not None:
            await self._runner.cleanup()
        await self.supervisor.stop()
        for channel in self.desk.channels.values():
            with contextlib.suppress(DeliveryFailed):
                await channel.close()
        await self.desk.store.close()

    async def _open_for_good(self, channel: Channel) -> None:
        if not await self._open(channel):
            self.supervisor.edge(f"opening {channel.name}", partial(self._keep_opening, channel))

    async def _open(self, channel: Channel) -> bool:
        """Open a channel; one that does not open keeps its messages waiting and is tried again."""
        try:
            await channel.start()
        except DeliveryFailed as failure:
            log.warning("a channel does not open; its messages wait", sender=channel.name, reason=failure.detail)
            return False
        return True

    async def _keep_opening(self, channel: Channel) -> None:
        while not await self._open(channel):  # noqa: ASYNC110 - a provider that is away rings nobody when it is back
            await asyncio.sleep(REOPEN_AFTER)
        await asyncio.Event().wait()

    def _start_work(self) -> None:
        desk = self.desk
        for courier in desk.couriers:
            self.supervisor.core(f"courier {courier.name}", courier.run)
        self.supervisor.core("inbox", desk.answers.run)
        self.supervisor.core("shares", desk.shares.run)
        for sender in desk.settings.senders:
            channel = desk.channels[sender.name]
            if sender.receive == "poll" and channel.is_on:
                self.supervisor.edge(f"listener {sender.name}", partial(self._listen, channel))
        intake = desk.settings.intake
        self.supervisor.edge("folder", FolderSource(intake.folder, desk.intake, intake.settles_after, intake.max_bytes).run)
        self.timetable.every(desk.settings.followups.check_every, "followups", partial(self._lead, desk.followups.step))
        self.timetable.every(FETCH_EVERY, "media", partial(self._lead, desk.fetcher.step))
        self.timetable.every(FETCH_EVERY, "handed in", partial(self._lead, desk.handing_in.step))
        self.timetable.every(CHECK_EVERY, "selfcheck", partial(self._lead, desk.selfcheck.step))
        self.timetable.every(CHECK_EVERY, "trials", partial(self._lead, desk.trials.step))
        self.timetable.every(RECEIPTS_EVERY, "receipts", partial(self._lead, desk.receipts.step))
        self.timetable.every(STRANDED_EVERY, "stranded", partial(self._lead, desk.stranded.step))
        self.timetable.start()
        if (address := desk.settings.heartbeat.address) is not None and not desk.is_drill:
            is_mine = partial(desk.shares.holds, TIMETABLE)
            heart = Heart(address.get_secret_value(), desk.settings.heartbeat.every, self._ails, is_mine=is_mine)
            self.supervisor.edge("heartbeat", heart.run)

    async def _ails(self) -> str | None:
        """What keeps the desk from working; None where all does."""
        problems = await problems_of(self.desk, self.timetable.problem)
        return "; ".join(f"{part}: {problem}" for part, problem in problems.items() if problem) or None

    async def _lead(self, step: Callable[[], Awaitable[object]]) -> object:
        """Take a step of the timetable, in the one process that has it."""
        return await step() if self.desk.shares.holds(TIMETABLE) else None

    def _rung(self, what: str) -> None:
        """Another process has committed something."""
        desk = self.desk
        {"outbox": self._wake_couriers, "inbox": desk.answers.look, "audit": desk.changes.notify}[what]()

    def _wake_couriers(self) -> None:
        for courier in self.desk.couriers:
            courier.wake()

    async def _listen(self, channel: Channel) -> None:
        """Fetch what a provider has for us; a provider that is away is asked again by the supervisor."""
        while not self.desk.shares.holds(channel.name):  # noqa: ASYNC110 - two that poll would be told off by the provider
            await asyncio.sleep(LISTENS_EVERY)
        async with self.desk.store.snapshot() as tx:
            cursor = await tx.inbox.cursor(channel.name)
        while self.desk.shares.holds(channel.name):
            polled = await channel.poll(cursor)
            if polled.events or polled.cursor != cursor:
                await self.desk.answers.take_in(channel.name, polled.events, polled.cursor)
                cursor = polled.cursor

    async def _start_web(self) -> None:
        application = build_web(
            self.desk, timetable=self.timetable.problem, edges=lambda: self.supervisor.down, drill_login=self._drill_login
        )
        for path, extra in self._extra.items():
            application.add_subapp(path, extra)
        self._runner = web.AppRunner(application, access_log=None, logger=talk_log(), keepalive_timeout=IDLE_FOR)
        await self._runner.setup()
        assert self._runner.server is not None  # noqa: S101 - set up in the line above
        settings = self.desk.settings.web
        door = Door(self._runner.server, settings.connections_at_most, settings.trusted_proxies)
        try:
            self._listening = await asyncio.get_running_loop().create_server(door, settings.host, settings.port, reuse_address=True)
        except OSError as error:
            raise SetupError([f"web.port: {settings.host}:{settings.port} cannot be listened on: {error.strerror}"]) from None
        self.port = self._listening.sockets[0].getsockname()[1]
