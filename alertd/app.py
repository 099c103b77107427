"""Builds the whole program by hand, once; drills and tests use the same function with other clocks and channels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from alertd.channels import channels as build_channels
from alertd.config import Settings
from alertd.directory.directory import Directory
from alertd.handbook import Handbook, open_handbook
from alertd.messages.rendering import Renderer
from alertd.model.pacing import Pace
from alertd.ports import Channel, Clock, Store
from alertd.presence import has_ended, own_name
from alertd.readers.pool import Readers
from alertd.readers.process import Equipment
from alertd.reading.answers import Lexicon, understand
from alertd.store.sql import SqlStore
from alertd.workflow.agreement import check_agreement
from alertd.workflow.arrival.examination import Examine, file_limits, in_a_thread
from alertd.workflow.arrival.intake import Intake
from alertd.workflow.board.board import Board
from alertd.workflow.changes import Changes
from alertd.workflow.desk import Desk
from alertd.workflow.dispatch.issuing import Issuer
from alertd.workflow.dispatch.recalling import Recaller
from alertd.workflow.dispatch.release import Release
from alertd.workflow.dispatch.review import Review
from alertd.workflow.duty.alerts import Alerts
from alertd.workflow.duty.duty import Duty, Roster
from alertd.workflow.duty.heralding import Herald
from alertd.workflow.duty.telling import Patience, Teller
from alertd.workflow.notices.addresses import AddressBook
from alertd.workflow.notices.composing import Composer
from alertd.workflow.notices.packing import Packer
from alertd.workflow.officers.handing_in import HandingIn
from alertd.workflow.officers.handover import Handover
from alertd.workflow.officers.line import Penman
from alertd.workflow.officers.officer_line import OfficerLine
from alertd.workflow.people.access import Access
from alertd.workflow.people.asking import Asker
from alertd.workflow.people.attesting import Attesting
from alertd.workflow.people.enrolment import Enrolment
from alertd.workflow.people.invitations import Invitations
from alertd.workflow.people.leave import Leave
from alertd.workflow.people.readiness import Readiness
from alertd.workflow.people.selfcheck import SelfCheck
from alertd.workflow.people.trials import Trials
from alertd.workflow.replies.answers import Answers
from alertd.workflow.replies.fetching import Fetcher
from alertd.workflow.replies.hearing import Hearing
from alertd.workflow.replies.letterbox import Letterbox
from alertd.workflow.replies.marking import Marker
from alertd.workflow.replies.responding import Responder
from alertd.workflow.replies.rollcall import RollCall
from alertd.workflow.replies.sorting import Sorter
from alertd.workflow.replies.speaking import Speaker
from alertd.workflow.sending.delivery import Courier
from alertd.workflow.sending.delivery import Limits as CourierLimits
from alertd.workflow.sending.receipts import Receipts
from alertd.workflow.sending.routing import Router
from alertd.workflow.sending.shares import Shares
from alertd.workflow.sending.stranded import Stranded
from alertd.workflow.sending.waiting import Lines
from alertd.workflow.silence.appointments import Secretary
from alertd.workflow.silence.climbing import Climber
from alertd.workflow.silence.followups import Followups
from alertd.workflow.silence.interventions import Interventions
from alertd.workflow.silence.reports import Reports


class _Bell:
    """Wakes the couriers, which are built after those who ring."""

    def __init__(self) -> None:
        self.couriers: tuple[Courier, ...] = ()

    def __call__(self) -> None:
        for courier in self.couriers:
            courier.wake()

    def problems(self) -> dict[str, str]:
        """What keeps senders from sending."""
        return {courier.name: courier.problem for courier in self.couriers if courier.problem}

    def rests(self) -> dict[str, datetime]:
        """Until when providers have told senders to wait."""
        return {courier.name: until for courier in self.couriers if (until := courier.rests_until)}


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
    penman: Penman
    packer: Packer
    roster: Roster
    teller: Teller
    alerts: Alerts
    router: Router
    enrolment: Enrolment
    changes: Changes
    bell: _Bell
    shares: Shares
    asker: Asker
    selfcheck: SelfCheck
    is_drill: bool


async def build(
    settings: Settings, clock: Clock, *, is_drill: bool = False, handbook: Handbook | None = None, examine: Examine | None = None
) -> Desk:
    """Wire everything; files are examined in a thread unless `examine` is given. Raises SetupError with every problem of what it opens."""
    handbook = handbook or open_handbook(settings)
    tools = await _tools(settings, clock, handbook, is_drill=is_drill)
    store, changes, bell, directory, packer = tools.store, tools.changes, tools.bell, tools.directory, tools.packer
    climber = Climber(clock, tools.composer, packer, tools.router, tools.alerts)
    secretary = Secretary(clock, climber)
    review = Review(store, clock, directory, packer, changes, settings.review.old_after, is_drill=is_drill)
    release = _release(tools, secretary)
    board = Board(store, clock, directory, packer, tools.channels, bell.problems, Lines(clock, _rates(settings), bell.problems, bell.rests))
    duty = Duty(store, clock, tools.roster, tools.teller.taken, changes, bell)
    intake, handing_in = _arrival(tools, examine or in_a_thread(file_limits(settings), directory))
    officers = _officers(tools, handing_in, board, review, release, duty)
    answers = _answers(tools, handbook.lexicon, officers)
    return Desk(
        settings=settings,
        clock=clock,
        store=store,
        directory=directory,
        channels=tools.channels,
        packer=packer,
        intake=intake,
        handing_in=handing_in,
        review=review,
        release=release,
        couriers=bell.couriers,
        shares=tools.shares,
        stranded=Stranded(store, clock, tools.channels, tools.book, tools.router, bell),
        answers=answers,
        speaker=Speaker(store, answers, settings.duty.telephone),
        followups=_followups(tools, climber, secretary),
        interventions=Interventions(store, clock, climber, secretary, changes, bell),
        fetcher=Fetcher(store, clock, tools.channels, changes, settings.media.max_bytes),
        duty=duty,
        handover=Handover(store, board, tools.roster),
        receipts=Receipts(store, clock, _telling(tools.channels), tools.router, bell, are_called_back=bool(settings.web.public_url)),
        board=board,
        readiness=Readiness(store, clock, directory, packer),
        selfcheck=tools.selfcheck,
        leave=Leave(store, clock, directory, packer, changes),
        trials=Trials(store, clock, packer, tools.asker, changes, bell, settings.selfcheck.open_for),
        access=Access(store, clock, settings.web.session_lasts),
        enrolment=tools.enrolment,
        attesting=Attesting(store, clock, directory, tools.book),
        invitations=Invitations(store, clock, directory, packer, tools.enrolment),
        changes=changes,
        is_drill=is_drill,
    )


def _arrival(tools: _Tools, examine: Examine) -> tuple[Intake, HandingIn]:
    console_url = tools.settings.web.public_url
    herald = Herald(tools.clock, tools.composer, tools.book, tools.roster, tools.channels, console_url=console_url)
    intake = Intake(tools.store, tools.clock, tools.directory, examine, herald, tools.changes)
    most = tools.settings.intake.max_bytes
    return intake, HandingIn(tools.store, tools.clock, tools.channels, intake, tools.penman, tools.changes, tools.bell, most)


def _officers(tools: _Tools, handing_in: HandingIn, board: Board, review: Review, release: Release, duty: Duty) -> OfficerLine:
    within = tools.settings.duty.confirm_within
    return OfficerLine(tools.clock, tools.book, tools.penman, handing_in, board, review, release, duty, tools.roster, within)


def _release(tools: _Tools, secretary: Secretary) -> Release:
    clock, packer = tools.clock, tools.packer
    issuer = Issuer(clock, packer, tools.alerts, secretary, tools.selfcheck, tools.settings.followups)
    recaller = Recaller(clock, packer, tools.composer, issuer, tools.alerts)
    return Release(tools.store, clock, tools.directory, packer, issuer, recaller, tools.changes, tools.bell, is_drill=tools.is_drill)


def _followups(tools: _Tools, climber: Climber, secretary: Secretary) -> Followups:
    chase_after = tools.settings.review.chase_after
    return Followups(
        tools.store, tools.clock, climber, secretary, tools.router, tools.alerts, tools.teller, tools.changes, tools.bell, chase_after
    )


async def _tools(settings: Settings, clock: Clock, handbook: Handbook, *, is_drill: bool) -> _Tools:
    directory = handbook.directory
    check_agreement(settings, directory)
    channels = build_channels(settings, clock)
    renderer = _renderer(settings, handbook)
    password = settings.database.password.get_secret_value() if settings.database.password else None
    store = await SqlStore.open(settings.database.url, password)
    book = AddressBook(directory, channels, clock)
    await book.load(store)
    composer = Composer(renderer, book, is_drill=is_drill)
    packer = Packer(directory, composer, channels, clock)
    roster = Roster(clock, packer, settings.duty.body, settings.duty.watches)
    patience = Patience(settings.duty.incident_again_after, settings.duty.again_after)
    teller = Teller(clock, composer, roster, patience)
    alerts = Alerts(clock, packer, roster, teller, console_url=settings.web.public_url)
    router = Router(clock, composer, packer, alerts, settings.delivery.retry_at_most)
    bell = _Bell()
    on = [name for name, channel in channels.items() if channel.is_on]
    shares = Shares(store, clock, router, on, settings.delivery.dead_after, own_name, has_ended, bell)
    changes, check = Changes(), settings.selfcheck
    asker = Asker(clock, directory, packer, composer)
    selfcheck = SelfCheck(store, clock, asker, changes, bell, check.monthly, check.open_for)
    tools = _Tools(
        settings=settings,
        clock=clock,
        store=store,
        directory=directory,
        channels=channels,
        book=book,
        composer=composer,
        penman=Penman(clock, composer),
        packer=packer,
        roster=roster,
        teller=teller,
        alerts=alerts,
        router=router,
        enrolment=Enrolment(store, clock, directory, book, composer, alerts),
        changes=changes,
        bell=bell,
        shares=shares,
        asker=asker,
        selfcheck=selfcheck,
        is_drill=is_drill,
    )
    bell.couriers = _couriers(tools)
    return tools


def _renderer(settings: Settings, handbook: Handbook) -> Renderer:
    return Renderer(
        handbook.templates,
        province=settings.province.name,
        telephone=settings.duty.telephone,
        plain_sms=settings.sms.text == "plain",
        max_parts=settings.sms.max_parts,
        abbreviations=handbook.directory.content.wording.abbreviations,
    )


def _couriers(tools: _Tools) -> tuple[Courier, ...]:
    """One for each sender that has its credentials. A lease is a matter of real time, however fast the clock runs."""
    given = tools.settings.delivery
    limits = CourierLimits(given.concurrency, given.batch, given.lease * tools.clock.speed, given.retry_after, given.retry_at_most)
    rates = _rates(tools.settings)
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


def _rates(settings: Settings) -> dict[str, float]:
    """Messages a second, by sender that has its credentials."""
    return {sender.name: sender.rate for sender in settings.senders if sender.is_on}


def _telling(channels: Mapping[str, Channel]) -> dict[str, Channel]:
    """The senders whose providers tell how far a message has come."""
    return {name: channel for name, channel in channels.items() if channel.is_on and channel.traits.has_receipts}


def _answers(tools: _Tools, lexicon: Lexicon, officers: OfficerLine) -> Answers:
    marker = Marker(tools.clock, tools.settings.followups.unclear_pauses_for)
    responder = Responder(tools.clock, tools.composer, tools.packer)
    reports = Reports(tools.clock)
    means = partial(understand, lexicon=lexicon)
    rollcall = RollCall(tools.clock, tools.selfcheck, means, tools.alerts, responder)
    hearing = Hearing(tools.clock, tools.book, tools.packer, means, marker, responder, tools.alerts, reports, rollcall)
    sorter = Sorter(tools.clock, tools.channels, hearing, tools.router, tools.enrolment, officers)
    letterbox = Letterbox(tools.store, tools.clock, tools.settings.web.waiting_at_most)
    return Answers(tools.store, tools.clock, letterbox, sorter, marker, reports, tools.packer.contacts, tools.changes, tools.bell)


def readers(settings: Settings) -> Readers:
    """The processes that read files for this installation, not started yet."""
    intake = settings.intake
    equipment = Equipment(settings.contacts.path, file_limits(settings), intake.max_memory_bytes)
    return Readers(equipment, at_once=intake.read_at_once, within=intake.read_within, waiting_at_most=intake.waiting_at_most)
