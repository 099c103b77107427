"""Builds the whole program by hand, once, and runs it; drills and tests use the same function with other clocks and channels."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

import structlog
from aiohttp import web

from alertd.channels import ADDRESS_KINDS
from alertd.channels import channels as build_channels
from alertd.config import Settings
from alertd.directory.directory import Directory
from alertd.directory.loading import load_directory
from alertd.errors import DeliveryFailed, SetupError
from alertd.jobs import Timetable
from alertd.messages.rendering import Renderer
from alertd.messages.templates import Templates
from alertd.model.pacing import Pace
from alertd.model.shares import TIMETABLE
from alertd.ports import Channel, Clock, Store
from alertd.presence import has_ended, own_name
from alertd.readers.pool import Readers
from alertd.readers.process import Equipment
from alertd.reading.answers import Lexicon, load_lexicon, understand
from alertd.sources.folder import FolderSource
from alertd.store.sql import SqlStore
from alertd.supervisor import Supervisor
from alertd.web import build as build_web
from alertd.workflow.access import Access
from alertd.workflow.addresses import AddressBook
from alertd.workflow.agreement import check_agreement
from alertd.workflow.alerts import Alerts, Patience
from alertd.workflow.answers import Answers
from alertd.workflow.appointments import Secretary
from alertd.workflow.board import Board
from alertd.workflow.changes import Changes
from alertd.workflow.climbing import Climber
from alertd.workflow.composing import Composer
from alertd.workflow.delivery import Courier
from alertd.workflow.delivery import Limits as CourierLimits
from alertd.workflow.desk import Desk
from alertd.workflow.duty import Duty, Roster
from alertd.workflow.enrolment import Enrolment
from alertd.workflow.examination import Examine, file_limits, in_a_thread
from alertd.workflow.fetching import Fetcher
from alertd.workflow.followups import Followups
from alertd.workflow.handover import Handover
from alertd.workflow.hearing import Hearing
from alertd.workflow.heralding import Herald
from alertd.workflow.intake import Intake
from alertd.workflow.interventions import Interventions
from alertd.workflow.issuing import Issuer
from alertd.workflow.letterbox import Letterbox
from alertd.workflow.marking import Marker
from alertd.workflow.officer_line import OfficerLine
from alertd.workflow.packing import Packer
from alertd.workflow.readiness import Readiness
from alertd.workflow.receipts import Receipts
from alertd.workflow.release import Release
from alertd.workflow.reports import Reports
from alertd.workflow.responding import Responder
from alertd.workflow.review import Review
from alertd.workflow.routing import Router
from alertd.workflow.shares import Shares
from alertd.workflow.sorting import Sorter

log = structlog.get_logger(__name__)
FETCH_EVERY = timedelta(seconds=2)
RECEIPTS_EVERY = timedelta(seconds=10)
LISTENS_EVERY = 1.0
"""Seconds between two looks whether a sender has become this process's."""
IDLE_FOR = 75.0
"""Seconds after which a connection is closed over which nobody asks anything, or never comes to the end of asking."""
REOPEN_AFTER = 10.0
"""Seconds between two tries to open a channel."""


class _Bell:
    """Wakes the couriers, which are built after those who ring."""

    def __init__(self) -> None:
        self.couriers: tuple[Courier, ...] = ()

    def __call__(self) -> None:
        for courier in self.couriers:
            courier.wake()


@dataclass(frozen=True)
class Handbook:
    """Everything that an operator edits beside the settings, loaded and checked."""

    directory: Directory
    templates: Templates
    lexicon: Lexicon


def open_handbook(settings: Settings) -> Handbook:
    """Load contacts/ and templates/. Raises SetupError with every problem of the first that has any."""
    return Handbook(
        load_directory(settings.contacts.path),
        Templates(settings.templates.path, ADDRESS_KINDS),
        load_lexicon(settings.contacts.path / "lexicon"),
    )


@dataclass(frozen=True)
class _Tools:
    """What several steps share."""

    settings: Settings
    clock: Clock
    store: Store
    directory: Directory
    channels: Mapping[str, Channel]
    book: AddressBook
    composer: Composer
    packer: Packer
    roster: Roster
    alerts: Alerts
    router: Router
    enrolment: Enrolment
    changes: Changes
    bell: _Bell
    shares: Shares
    is_drill: bool


async def build(
    settings: Settings, clock: Clock, *, is_drill: bool = False, handbook: Handbook | None = None, examine: Examine | None = None
) -> Desk:
    """Wire everything. Files are examined in a thread, unless another way is given.

    Raises SetupError with every problem of the directory, the templates and the database.
    """
    handbook = handbook or open_handbook(settings)
    tools = await _tools(settings, clock, handbook, is_drill=is_drill)
    tools.bell.couriers = _couriers(tools)
    store, changes, bell = tools.store, tools.changes, tools.bell
    directory, packer, composer = tools.directory, tools.packer, tools.composer
    climber = Climber(clock, composer, packer, tools.router, tools.alerts)
    secretary = Secretary(clock, climber)
    issuer = Issuer(clock, packer, tools.alerts, secretary, settings.followups)
    review = Review(store, clock, directory, packer, changes, settings.review.old_after)
    release = Release(store, clock, directory, packer, composer, issuer, changes, bell, is_drill=is_drill)
    board = Board(store, clock, directory, packer, tools.channels, lambda: {c.name: c.problem for c in bell.couriers if c.problem})
    duty = Duty(store, clock, tools.roster, changes)
    officers = OfficerLine(clock, tools.book, composer, board, review, release, duty, tools.roster, settings.duty.confirm_within)
    herald = Herald(clock, composer, tools.book, tools.roster, tools.channels, console_url=settings.web.public_url)
    return Desk(
        settings=settings,
        clock=clock,
        store=store,
        directory=directory,
        channels=tools.channels,
        packer=packer,
        intake=Intake(store, clock, directory, examine or in_a_thread(file_limits(settings), directory), herald, changes),
        review=review,
        release=release,
        couriers=bell.couriers,
        shares=tools.shares,
        answers=_answers(tools, handbook.lexicon, officers),
        followups=Followups(store, clock, climber, secretary, tools.router, tools.alerts, changes, bell, settings.review.chase_after),
        interventions=Interventions(store, clock, climber, secretary, changes, bell),
        fetcher=Fetcher(store, clock, tools.channels, changes, settings.media.max_bytes),
        duty=duty,
        handover=Handover(store, board, tools.roster),
        receipts=Receipts(store, clock, _deaf(tools), tools.router),
        board=board,
        readiness=Readiness(store, clock, directory, packer),
        access=Access(store, clock, settings.web.session_lasts),
        enrolment=tools.enrolment,
        changes=changes,
        is_drill=is_drill,
    )


async def _tools(settings: Settings, clock: Clock, handbook: Handbook, *, is_drill: bool) -> _Tools:
    directory = handbook.directory
    check_agreement(settings, directory)
    channels = build_channels(settings, clock)
    renderer = _renderer(settings, handbook.templates)
    password = settings.database.password.get_secret_value() if settings.database.password else None
    store = await SqlStore.open(settings.database.url, password)
    book = AddressBook(directory, channels)
    await book.load(store)
    composer = Composer(renderer, book, is_drill=is_drill)
    packer = Packer(directory, composer, channels, clock)
    roster = Roster(clock, packer, settings.duty.body, settings.duty.watches)
    patience = Patience(settings.duty.incident_again_after, settings.duty.again_after)
    alerts = Alerts(clock, composer, packer, roster, patience, console_url=settings.web.public_url)
    router, bell = Router(clock, composer, packer, alerts), _Bell()
    on = [name for name, channel in channels.items() if channel.is_on]
    shares = Shares(store, clock, router, on, settings.delivery.dead_after, own_name, has_ended, bell)
    return _Tools(
        settings=settings,
        clock=clock,
        store=store,
        directory=directory,
        channels=channels,
        book=book,
        composer=composer,
        packer=packer,
        roster=roster,
        alerts=alerts,
        router=router,
        enrolment=Enrolment(store, clock, directory, book, composer, alerts),
        changes=Changes(),
        bell=bell,
        shares=shares,
        is_drill=is_drill,
    )


def _renderer(settings: Settings, templates: Templates) -> Renderer:
    return Renderer(
        templates,
        province=settings.province.name,
        telephone=settings.duty.telephone,
        plain_sms=settings.sms.text == "plain",
        max_parts=settings.sms.max_parts,
    )


def _couriers(tools: _Tools) -> tuple[Courier, ...]:
    """One for each sender that has its credentials. A lease is a matter of real time, however fast the clock runs."""
    given = tools.settings.delivery
    limits = CourierLimits(given.concurrency, given.batch, given.lease * tools.clock.speed, given.retry_after, given.retry_at_most)
    rates = {sender.name: sender.rate for sender in tools.settings.senders}
    couriers = tuple(
        Courier(
            channel,
            tools.store,
            tools.clock,
            tools.book,
            tools.router,
            tools.changes,
            limits,
            Pace(rates[name], given.address_gap),
            tools.shares.holds,
        )
        for name, channel in tools.channels.items()
        if channel.is_on
    )
    for courier in couriers:
        tools.shares.hand_over_when(courier.name, partial(getattr, courier, "is_busy"))
    return couriers


def _deaf(tools: _Tools) -> dict[str, Channel]:
    """The senders whose receipts must be asked for: nobody can call back to a machine without a public address."""
    asked = {name: channel for name, channel in tools.channels.items() if channel.is_on and channel.traits.has_receipts}
    return {} if tools.settings.web.public_url else asked


def _answers(tools: _Tools, lexicon: Lexicon, officers: OfficerLine) -> Answers:
    marker = Marker(tools.clock, tools.settings.followups.unclear_pauses_for)
    responder = Responder(tools.clock, tools.composer, tools.packer)
    reports = Reports(tools.clock)
    hearing = Hearing(tools.clock, tools.book, partial(understand, lexicon=lexicon), marker, responder, tools.alerts, reports)
    sorter = Sorter(tools.clock, tools.channels, hearing, tools.router, tools.enrolment, officers)
    letterbox = Letterbox(tools.store, tools.clock, tools.settings.web.waiting_at_most)
    return Answers(tools.store, tools.clock, letterbox, sorter, marker, reports, tools.changes, tools.bell)


async def last_written(store: Store, otherwise: datetime) -> datetime:
    """The moment of the latest entry in the audit trail."""
    async with store.snapshot() as tx:
        entries = await tx.audit.recent(1)
    return entries[0].at if entries else otherwise


def readers(settings: Settings) -> Readers:
    """The processes that read files for this installation, not started yet."""
    intake = settings.intake
    equipment = Equipment(settings.contacts.path, file_limits(settings), intake.max_memory_bytes)
    return Readers(equipment, at_once=intake.read_at_once, within=intake.read_within)


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

    async def start(self) -> None:
        """Open everything; when this returns the pages answer and messages go out."""
        for channel in self.desk.channels.values():
            if channel.is_on and not await self._open(channel):
                self.supervisor.edge(f"opening {channel.name}", partial(self._keep_opening, channel))
        self.supervisor.edge("database bell", partial(self.desk.store.listen, self._rung))
        if self.role in ("all", "worker"):
            self._start_work()
        if self.role in ("all", "web"):
            await self._start_web()

    async def wait(self) -> None:
        """Until a core task dies. Raises CoreTaskDied."""
        if self.role == "web":
            await asyncio.Event().wait()
        await self.supervisor.wait()

    async def stop(self) -> None:
        """Close everything, the outcomes of what is under way recorded first."""
        await self.timetable.stop()
        if self._runner is not None:
            await self._runner.cleanup()
        await self.supervisor.stop()
        for channel in self.desk.channels.values():
            with contextlib.suppress(DeliveryFailed):
                await channel.close()
        await self.desk.store.close()

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
        self.timetable.every(RECEIPTS_EVERY, "receipts", partial(self._lead, desk.receipts.step))
        self.timetable.start()

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
        self._runner = web.AppRunner(application, access_log=None, keepalive_timeout=IDLE_FOR)
        await self._runner.setup()
        settings = self.desk.settings.web
        site = web.TCPSite(self._runner, settings.host, settings.port)
        try:
            await site.start()
        except OSError as error:
            raise SetupError([f"web.port: {settings.host}:{settings.port} cannot be listened on: {error.strerror}"]) from None
        self.port = self._runner.addresses[0][1]
