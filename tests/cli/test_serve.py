"""`alertd serve` as an operator runs it: a process of its own, with the providers at the other end of a socket."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from alertd.model.replies import Meaning
from alertd.simulators.telegram import TelegramSimulator
from alertd.simulators.telegram_phone import TelegramMessage, TelegramPhone
from alertd.simulators.twilio import TwilioSimulator
from alertd.workflow.notices.wording import tapped
from tests.cli.conftest import Alertd
from tests.test_heartbeat import switched

ALERTD = (sys.executable, "-c", "from alertd.cli import main; main()")
ORDER = Path(__file__).parents[1] / "documents" / "two-districts.txt"
TOKEN, ACCOUNT, AUTH = "123456:simulated", "AC" + "0" * 32, "simulated"
SAID = "alertd is serving on "


@asynccontextmanager
async def served(folder: Path, **environ: str) -> AsyncIterator[tuple[str, asyncio.subprocess.Process]]:
    """The daemon's address and process; it is told to stop at the end, and must end well."""
    process = await started(folder, ALERTD_WEB__PORT="0", **environ)
    assert process.stderr is not None
    try:
        url = ""
        while not url:
            line = (await process.stderr.readline()).decode()
            assert line, "the daemon has ended"
            url = line.partition(SAID)[2].strip()
        yield url, process
    finally:
        if process.returncode is None:
            process.send_signal(signal.SIGTERM)
        _, told = await process.communicate()
    assert process.returncode == 0, told.decode()
    assert "Traceback" not in told.decode()


async def started(folder: Path, *options: str, **environ: str) -> asyncio.subprocess.Process:
    """`alertd serve` in a folder where the packaged configuration holds."""
    pipe = asyncio.subprocess.PIPE
    return await asyncio.create_subprocess_exec(
        *ALERTD, "serve", *options, cwd=folder, env={**os.environ, **environ}, stdout=pipe, stderr=pipe
    )


def senders(telegram: TelegramSimulator, twilio: TwilioSimulator) -> dict[str, str]:
    """Both senders at their stand-ins, as the environment gives them."""
    return {
        "ALERTD_SENDERS__TELEGRAM__API_BASE": telegram.url,
        "ALERTD_SENDERS__TELEGRAM__TOKEN": TOKEN,
        "ALERTD_SENDERS__SMS__API_BASE": twilio.url,
        "ALERTD_SENDERS__SMS__ACCOUNT_SID": ACCOUNT,
        "ALERTD_SENDERS__SMS__AUTH_TOKEN": AUTH,
    }


class Arrivals:
    """What comes to the telephones, to be waited for."""

    def __init__(self, telegram: TelegramSimulator) -> None:
        self._queue: asyncio.Queue[tuple[TelegramPhone, TelegramMessage]] = asyncio.Queue()
        telegram.on_message(lambda phone, message: self._queue.put_nowait((phone, message)))

    async def with_words(self, words: str) -> tuple[TelegramPhone, TelegramMessage]:
        """The next message that holds these words."""
        while True:
            phone, message = await self._queue.get()
            if words in message.text:
                return phone, message


async def test_an_order_goes_from_the_terminal_to_the_telephones_and_the_answers_come_back(tmp_path: Path, alertd: Alertd) -> None:
    scopes = [f"--scope={scope}" for scope in ("read", "submit", "release", "answer")]
    token = (await asyncio.to_thread(alertd, "tokens", "create", *scopes)).out.strip()
    async with (
        TelegramSimulator(TOKEN, is_open=True) as telegram,
        TwilioSimulator(ACCOUNT, AUTH) as twilio,
        served(tmp_path, **senders(telegram, twilio)) as (url, _),
    ):
        arrivals = Arrivals(telegram)
        asked = ("--server", url, "--token", token)
        submitted = await asyncio.to_thread(alertd, "submit", ORDER, "--json", *asked)
        (document,) = [document["id"] for document in submitted.json["documents"] if document["emergency"]]
        approved = await asyncio.to_thread(alertd, "approve", str(document), "--json", *asked)
        dispatch = str(approved.json["dispatch_id"])

        phone, order = await arrivals.with_words("Cao Lộc")
        button = next(b for row in order.buttons for b in row if (said := tapped(b.data)) and said[1] is Meaning.IN_PROGRESS)
        phone.tap(order.message_id, button.data)
        await arrivals.with_words("Đã ghi nhận")
        recorded = await asyncio.to_thread(
            alertd, "acknowledge", dispatch, "lang-son/huyen-trang-dinh", "--words", "nghe rõ, làm ngay", *asked
        )
        board = (await asyncio.to_thread(alertd, "status", dispatch, "--json", *asked)).json

    assert (recorded.status, recorded.out) == (0, "đã ghi nhận\n")
    states = {row["body"]: row["state"] for row in board["bodies"]}
    assert states == {"lang-son/huyen-cao-loc": "in_progress", "lang-son/huyen-trang-dinh": "acknowledged"}
    assert board["totals"]["acknowledged"] == board["totals"]["bodies"] == 2


async def test_a_process_that_only_works_names_no_address_where_it_would_serve_pages(tmp_path: Path) -> None:
    process = await started(tmp_path, "--role", "worker")
    assert process.stderr is not None
    assert (await process.stderr.readline()).decode().strip() == "alertd is serving without pages"
    process.send_signal(signal.SIGTERM)
    await process.communicate()
    assert process.returncode == 0


async def test_whoever_watches_from_outside_hears_that_the_daemon_works(tmp_path: Path) -> None:
    async with TelegramSimulator(TOKEN) as telegram, TwilioSimulator(ACCOUNT, AUTH) as twilio, switched() as switch:
        beating = {"ALERTD_HEARTBEAT__ADDRESS": switch.address, "ALERTD_HEARTBEAT__EVERY": "0.1s"}
        async with served(tmp_path, **senders(telegram, twilio), **beating):
            for _ in range(2):
                await switch.beats.get()


async def test_without_credentials_it_serves_all_the_same_and_says_what_is_off(tmp_path: Path) -> None:
    async with served(tmp_path) as (url, process), aiohttp.ClientSession(url) as http:
        assert process.stderr is not None
        said = [(await process.stderr.readline()).decode().strip() for _ in range(2)]
        async with http.get("/healthz") as alive, http.get("/") as console:
            assert (alive.status, console.status) == (200, 200)
    assert said == ["sender telegram: off, it has no credentials", "sender sms: off, it has no credentials"]


def test_a_port_that_is_taken_is_told_in_a_sentence(alertd: Alertd, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        monkeypatch.setenv("ALERTD_WEB__PORT", str(port))
        ended = alertd("serve")
    assert ended.status == 2
    assert ended.err.splitlines()[-1].startswith(f"web.port: 127.0.0.1:{port} cannot be listened on: ")
    assert "Traceback" not in ended.err


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_it_ends_when_it_is_told_to(tmp_path: Path, number: signal.Signals) -> None:
    async with served(tmp_path) as (_, process):
        process.send_signal(number)
        assert await process.wait() == 0
