"""One drill: both stand-in providers, the telephones and the daemon itself, on loopback, with a clock that runs faster."""

from __future__ import annotations

import asyncio
import secrets
import socket
import tempfile
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from alertd.app import build
from alertd.clock import VIETNAM, FastClock
from alertd.config import Database, SenderSettings, Settings
from alertd.daemon import Daemon
from alertd.drill.page import phones_page
from alertd.drill.phones import Phones
from alertd.errors import Refused
from alertd.model.accounts import AccountRole
from alertd.model.register import Document
from alertd.reading.reader import read_file
from alertd.simulators.telegram import TelegramSimulator
from alertd.simulators.twilio import TwilioSimulator
from alertd.workflow.arrival.examination import file_limits
from alertd.workflow.board.views import DispatchView
from alertd.workflow.desk import Desk
from alertd.workflow.notices.packing import by_body

OFFICER = "truc-ban-dien-tap"
DOCUMENT = Path(__file__).parent / "document.txt"
_TOKEN, _ACCOUNT = "123456:drill", "AC" + "d" * 32
_NUMBER = "+15005550006"
AFTERNOON = time(15)
TRANSIT = timedelta(seconds=2)
"""How long an SMS is on its way, by the drill's clock."""


@dataclass(frozen=True)
class Exercise:
    """A drill that is under way."""

    desk: Desk
    daemon: Daemon
    phones: Phones
    address: str
    """The console's address, with the word that signs the drill's officer in."""
    officer: str

    async def submit(self, path: Path) -> list[Document]:
        """Hand the document in; returns its emergency orders. Telephones are handed out to everybody whom it orders to act."""
        submission = await self.desk.intake.submit(await asyncio.to_thread(path.read_bytes), path.name, "drill", self.officer)
        orders = [document for document in submission.documents if document.reading.is_emergency]
        bodies = list(dict.fromkeys(body for document in orders for body in by_body(document.proposals)))
        self.phones.hand_out(bodies, self.desk.settings.duty.body)
        return orders

    async def boards(self) -> list[DispatchView]:
        """The board of every release so far, oldest first."""
        async with self.desk.store.snapshot() as tx:
            dispatches = await tx.dispatches.recent()
        return [await self.desk.board.dispatch(dispatch.id) for dispatch in sorted(dispatches, key=lambda d: d.id)]


@asynccontextmanager
async def exercise(
    settings: Settings, *, speed: float, begins_at: datetime | None = None, port: int = 0, host: str = "127.0.0.1"
) -> AsyncIterator[Exercise]:
    """Everything open and running; all of it, and what it stored, is gone at the end. The clock begins at the present unless told."""
    clock = FastClock(speed, begins_at)
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="alertd-drill-")))
        port = port or _free_port(host)
        url = f"http://{'127.0.0.1' if host == '0.0.0.0' else host}:{port}"  # noqa: S104 - told apart, not listened on
        telegram = TelegramSimulator(_TOKEN, clock=clock, is_open=True)
        twilio = TwilioSimulator(_ACCOUNT, "drill", number=_NUMBER, sms_hook=f"{url}/hooks/twilio/sms/sms", takes=TRANSIT, clock=clock)
        for simulator in (telegram, twilio):
            await simulator.start()
            stack.push_async_callback(simulator.stop)
        desk = await build(_drilled(settings, folder, (host, port, url), telegram.url, twilio.url), clock, is_drill=True)
        phones = Phones(desk.directory, telegram, twilio, clock)
        stack.push_async_callback(phones.stop)
        word = secrets.token_urlsafe(16)
        daemon = Daemon(desk, extra={"/phones": phones_page(phones, desk)}, drill_login=word)
        stack.push_async_callback(daemon.stop)
        await desk.access.add_user(OFFICER, AccountRole.OFFICER, secrets.token_urlsafe(24))
        await daemon.start()
        yield Exercise(desk, daemon, phones, f"{url}/drill-login?word={word}", OFFICER)


def _drilled(settings: Settings, folder: Path, listens: tuple[str, int, str], telegram: str, twilio: str) -> Settings:
    """The settings of this installation, with stand-ins for the providers and everything stored in the drill's own folder. People are
    called where the installation calls people.
    """
    host, port, url = listens
    account: dict[str, Any] = {"account_sid": SecretStr(_ACCOUNT), "auth_token": SecretStr("drill"), "from_number": _NUMBER}
    senders = [
        SenderSettings(name="telegram", channel="telegram", api_base=telegram, rate=30.0, receive="poll", token=SecretStr(_TOKEN)),
        SenderSettings(name="sms", channel="twilio-sms", api_base=twilio, rate=10.0, receive="webhook", **account),
    ]
    for called in [sender for sender in settings.senders if sender.is_called][:1]:
        changes = {"api_base": twilio, "receive": "webhook", "live": None, **account}
        senders.append(called.model_copy(update=changes))
    return settings.model_copy(
        update={
            "senders": tuple(senders),
            "database": Database(url=f"sqlite:///{folder / 'drill.db'}"),
            "web": settings.web.model_copy(update={"host": host, "port": port, "public_url": url}),
            "intake": settings.intake.model_copy(update={"folder": folder / "inbox"}),
        }
    )


def when_issued(path: Path, settings: Settings) -> datetime | None:
    """The afternoon of the day on which the document's first order was issued: a drill plays then, so that its deadlines are still
    to come; None where there is no order, it bears no date, or that day is still to come. Raises Refused for a file that cannot be read.
    """
    reading = read_file(path.read_bytes(), path.name, file_limits(settings), datetime.now(VIETNAM).date())
    if reading.refused is not None:
        raise Refused(reading.refused_code or "unread", reading.refused)
    days = [document.issued_on for document in reading.documents if document.is_emergency and document.issued_on]
    at = datetime.combine(days[0], AFTERNOON, VIETNAM).astimezone(UTC) if days else None
    return at if at is not None and at < datetime.now(UTC) else None


def _free_port(host: str) -> int:
    with socket.socket() as probe:
        probe.bind((host, 0))
        return int(probe.getsockname()[1])
