"""A province in a test: the real program over a real database, stand-in providers, telephones, and a clock set by hand."""

from __future__ import annotations

import socket
from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import timedelta
from functools import cache, cached_property
from itertools import cycle
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from alertd.app import build
from alertd.channels import ADDRESS_KINDS
from alertd.config import Database, Duty, SenderSettings, Settings, load_settings, packaged
from alertd.daemon import Daemon
from alertd.directory.directory import Directory
from alertd.handbook import Handbook, open_handbook
from alertd.messages.templates import Templates as MessageTemplates
from alertd.model.bodies import Address, Contact
from alertd.model.duty import Alert
from alertd.model.notices import Button
from alertd.model.register import Document
from alertd.model.replies import Meaning
from alertd.simulators.telegram import TelegramSimulator
from alertd.simulators.telegram_phone import TelegramMessage, TelegramPhone
from alertd.simulators.twilio import TwilioSimulator
from alertd.simulators.twilio_line import Line
from alertd.simulators.twilio_phone import SmsPhone
from alertd.workflow.board.views import BodyRow, DispatchView
from alertd.workflow.desk import Desk
from alertd.workflow.notices.wording import tapped
from tests.fakes.blank import lay_blank_database
from tests.fakes.clock import HandClock

TOKEN, SECRET = "123456:town", "the-secret-that-telegram-sends-along"
ACCOUNT, AUTH = "AC" + "e" * 32, "town"
NUMBER = "+15005550006"
TWILIO: dict[str, Any] = {"from_number": NUMBER, "account_sid": SecretStr(ACCOUNT), "auth_token": SecretStr(AUTH)}
OFFICER = "truc-ban"
DOCUMENTS = Path(__file__).parent.parent / "documents"


@dataclass
class Phone:
    """What one contact holds in the hand. Every message must be expected: what is left unread at the end fails the test."""

    contact: Contact
    telegram: TelegramPhone | None
    sms: SmsPhone | None
    line: Line | None = None
    """On which it is called, in towns where people are."""
    read: set[str] = field(default_factory=set)

    def unread(self) -> Iterator[tuple[str, str]]:
        """The messages that nobody expected yet: key and text, in order of arrival by channel."""
        for message in self.telegram.messages if self.telegram else ():
            if (key := f"telegram:{message.message_id}") not in self.read:
                yield key, message.text
        for sms in self.sms.messages if self.sms else ():
            if (key := f"sms:{sms.sid}") not in self.read:
                yield key, sms.text
        for call in self.line.calls if self.line else ():
            if (key := f"call:{call.sid}") not in self.read:
                yield key, call.text

    def receives(self, *fragments: str) -> str:
        """Expect an unread message that holds all the fragments; returns its text."""
        for key, text in self.unread():
            if all(fragment in text for fragment in fragments):
                self.read.add(key)
                return text
        raise AssertionError(f"{self.contact.title} ({self.contact.body}) did not receive {fragments}; unread: {list(self.unread())}")

    def reads_everything(self) -> None:
        """Expect whatever has come so far."""
        self.read.update(key for key, _ in self.unread())

    def is_quiet(self) -> None:
        """Nothing has come that was not expected."""
        assert not list(self.unread()), f"{self.contact.title} ({self.contact.body}) got what nobody expected: {list(self.unread())}"

    def taps(self, meaning: Meaning, task: int | None = None) -> None:
        """Press that button, for one task or for the whole order, under the latest message that has it."""
        assert self.telegram is not None
        shown = ((m, b, tapped(b.data)) for m in reversed(self.telegram.messages) for row in m.buttons for b in row)
        message, button = next((m, b) for m, b, said in shown if said and (said.meaning, said.task) == (meaning, task))
        self.telegram.tap(message.message_id, button.data)

    def writes(self, words: str, reply_to: int | None = None) -> None:
        """Write on Telegram."""
        assert self.telegram is not None
        self.telegram.type(words, reply_to)

    def texts(self, words: str) -> None:
        """Write an SMS."""
        assert self.sms is not None
        self.sms.type(words)


class Town:
    """Everybody and everything of one scenario."""

    def __init__(self, desk: Desk, daemon: Daemon, clock: HandClock, telegram: TelegramSimulator, twilio: TwilioSimulator) -> None:
        self.desk = desk
        self.daemon = daemon
        self.clock = clock
        self.telegram = telegram
        self.twilio = twilio
        self._phones: dict[str, Phone] = {}

    def phone(self, body: str, order: int = 1) -> Phone:
        """The telephone of a body's contact, by order of calling; `body` is an id without the province."""
        contact = next(c for c in self.desk.directory.contacts_of(f"lang-son/{body}") if c.order == order)
        return self._phone(contact)

    def officers(self) -> list[Phone]:
        """The duty desk's telephones."""
        return [self._phone(c) for c in self.desk.directory.contacts_of(self.desk.settings.duty.body)]

    def phones(self) -> list[Phone]:
        """Every telephone that anything came to."""
        return [self._phone(contact) for body in self.desk.directory.bodies for contact in self.desk.directory.contacts_of(body.id)]

    async def submits(self, name: str) -> Document:
        """The officer hands in one of tests/documents; the order in it."""
        submission = await self.desk.intake.submit((DOCUMENTS / name).read_bytes(), name, "test", OFFICER)
        return next(document for document in submission.documents if document.reading.is_emergency)

    async def releases(self, name: str) -> DispatchView:
        """The officer hands in a document and releases the order in it; everything is sent."""
        document = await self.submits(name)
        dispatch = await self.desk.release.approve(document.id, OFFICER)
        await self.settle()
        return await self.desk.board.dispatch(dispatch.id)

    async def board(self, dispatch_id: int) -> dict[str, BodyRow]:
        """The rows of a board by body, without the province."""
        view = await self.desk.board.dispatch(dispatch_id)
        return {row.body.id.partition("/")[2]: row for row in view.bodies}

    async def passes(self, **time: float) -> None:
        """Time goes by, five minutes after five minutes or in sixty steps, and everything due happens."""
        left = timedelta(**time)
        most = max(timedelta(minutes=5), left / 60)
        while left > timedelta(0):
            step = min(left, most)
            self.clock.forward(seconds=step.total_seconds())
            left -= step
            await self.settle()

    async def untaken(self) -> list[Alert]:
        """What the desk was told and nobody has taken."""
        async with self.desk.store.snapshot() as tx:
            return await tx.duty.untaken(100)

    def forged_tap(self, chat: TelegramPhone, data: str) -> None:
        """Somebody's telephone sends a button's data that no message on it carries, as a forged client can."""
        chat.messages.append(TelegramMessage(10**6 + len(chat.messages), "?", "?", ((Button("?", data),),), self.clock.now()))
        chat.tap(chat.messages[-1].message_id, data)

    async def settle(self) -> None:
        """Until nothing is left to do at this moment: no step has found anything since the last that did."""
        desk = self.desk
        timetable = (desk.followups, desk.fetcher, desk.selfcheck, desk.trials, desk.handing_in, desk.stranded)
        steps = (self._hears, *(each.step for each in timetable), *(courier.drain for courier in desk.couriers))
        idle = 0
        for step in cycle(steps):
            idle = 0 if await step() else idle + 1
            if idle == len(steps):
                return

    def received(self) -> int:
        """How many messages all telephones have got so far."""
        return sum(len(p.telegram.messages if p.telegram else ()) + len(p.sms.messages if p.sms else ()) for p in self.phones())

    def everybody_is_quiet(self) -> None:
        """No telephone holds a message that the scenario did not expect."""
        for phone in self.phones():
            phone.is_quiet()

    async def _hears(self) -> int:
        """What providers have to tell has come in, and is understood."""
        await self.telegram.settled()
        await self.twilio.settled()
        return await self.desk.answers.understand_pending()

    def _phone(self, contact: Contact) -> Phone:
        if contact.id not in self._phones:
            chat, number = contact.address_on("telegram"), contact.address_on("sms")
            called = contact.address_on("voice")
            telegram = self.telegram.phone(int(chat.value), contact.title) if chat else None
            sms, line = self.twilio.phone(number.value) if number else None, self.twilio.line(called.value) if called else None
            self._phones[contact.id] = Phone(contact, telegram, sms, line)
        return self._phones[contact.id]


@asynccontextmanager
async def town(
    folder: Path,
    clock: HandClock | None = None,
    database: str | None = None,
    *,
    is_behind_nat: bool = False,
    duty: Duty | None = None,
    calls: Calls | None = None,
) -> AsyncIterator[Town]:
    """A province whose database lies in `folder`, or at the URL `database`: opening it again is a restart.

    `is_behind_nat`: no provider can call back, so everything is polled. `duty`: the settings of the duty desk, with a roster. `calls`:
    people are called by telephone too.
    """
    with held_port() as port:
        url = f"http://127.0.0.1:{port}"
        async with _opened(folder, clock or HandClock(), url, database, is_behind_nat=is_behind_nat, duty=duty, calls=calls) as place:
            yield place


@asynccontextmanager
async def _opened(
    folder: Path, clock: HandClock, url: str, database: str | None, *, is_behind_nat: bool, duty: Duty | None, calls: Calls | None
) -> AsyncIterator[Town]:
    telegram = TelegramSimulator(TOKEN, clock=clock)
    twilio = TwilioSimulator(ACCOUNT, AUTH, number=NUMBER, sms_hook=f"{url}/hooks/twilio/sms/sms", clock=clock)
    await telegram.start()
    await twilio.start()
    settings = settings_for(folder, url, telegram.url, twilio.url)
    if database is None:
        lay_blank_database(folder)
    else:
        settings = settings.model_copy(update={"database": Database(url=database)})
    if duty is not None:
        settings = settings.model_copy(update={"duty": duty})
    if calls is not None:
        settings = settings.model_copy(update={"senders": (*settings.senders, voice_sender(twilio.url, at_once=calls.at_once))})
    if is_behind_nat:
        polling = tuple(s.model_copy(update={"receive": "none" if s.name == "voice" else "poll"}) for s in settings.senders)
        settings = settings.model_copy(update={"senders": polling, "web": settings.web.model_copy(update={"public_url": ""})})
    desk = await build(settings, clock, handbook=handbook() if calls is None else calls.handbook)
    daemon = Daemon(desk, role="web")
    place = Town(desk, daemon, clock, telegram, twilio)
    place.phones()
    try:
        await daemon.start()
        yield place
    finally:
        await daemon.stop()
        await telegram.stop()
        await twilio.stop()


@cache
def handbook() -> Handbook:
    """The packaged directory, templates and lexicon, loaded once for all tests."""
    return open_handbook(packaged_settings())


@dataclass(frozen=True)
class Calls:
    """Who is called by telephone in a town."""

    addresses: Mapping[str, tuple[Address, ...]]
    """The addresses of some contacts, by their id without the province, in place of the packaged ones."""
    at_once: bool = False

    @cached_property
    def handbook(self) -> Handbook:
        """The packaged directory with these addresses, and templates for what is said."""
        content = handbook().directory.content
        given = {f"lang-son/{contact}": addresses for contact, addresses in self.addresses.items()}
        assert given.keys() <= {contact.id for contact in content.contacts}
        contacts = tuple(replace(each, addresses=given.get(each.id, each.addresses)) for each in content.contacts)
        return replace(handbook(), directory=Directory(replace(content, contacts=contacts)), templates=_templates_for_calls())


@cache
def _templates_for_calls() -> MessageTemplates:
    return MessageTemplates(packaged("templates"), ADDRESS_KINDS)


@cache
def packaged_settings() -> Settings:
    """The packaged settings, loaded once for all tests."""
    return load_settings(str(packaged("config.toml")))


def settings_for(folder: Path, url: str, telegram: str, twilio: str) -> Settings:
    """The packaged settings with both senders at the stand-ins; an SMS may be long, and pauses between messages to
    one address are left out.
    """
    settings = packaged_settings()
    senders = (
        SenderSettings(
            name="telegram",
            channel="telegram",
            api_base=telegram,
            rate=1e9,
            receive="webhook",
            token=SecretStr(TOKEN),
            secret=SecretStr(SECRET),
        ),
        SenderSettings(
            name="sms",
            channel="twilio-sms",
            api_base=twilio,
            rate=1e9,
            receive="webhook",
            **TWILIO,
        ),
    )
    host, _, port = url.removeprefix("http://").partition(":")
    return settings.model_copy(
        update={
            "senders": senders,
            "database": Database(url=f"sqlite:///{folder / 'alertd.db'}"),
            "web": settings.web.model_copy(update={"host": host, "port": int(port), "public_url": url}),
            "intake": settings.intake.model_copy(update={"folder": folder / "inbox"}),
            "sms": settings.sms.model_copy(update={"max_parts": 10}),
            "delivery": settings.delivery.model_copy(update={"address_gap": timedelta(0)}),
        }
    )


def voice_sender(twilio: str, *, at_once: bool = False) -> SenderSettings:
    """A sender that calls people through the stand-in."""
    return SenderSettings(
        name="voice",
        channel="twilio-voice",
        api_base=twilio,
        rate=1e9,
        receive="webhook",
        at_once=at_once,
        **TWILIO,
    )


@contextmanager
def held_port() -> Iterator[int]:
    """A port on which nobody else will listen: it is held until the end, but somebody who says that he may can still listen there."""
    with socket.socket() as holder:
        holder.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        holder.bind(("127.0.0.1", 0))
        yield int(holder.getsockname()[1])
