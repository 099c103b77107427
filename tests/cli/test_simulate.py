"""`alertd simulate` as a process of its own."""

from __future__ import annotations

import asyncio
import signal
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest

from tests.cli.conftest import Alertd

ALERTD = (sys.executable, "-c", "from alertd.cli import main; main()", "simulate")


@asynccontextmanager
async def simulated(*arguments: str) -> AsyncIterator[str]:
    """The address of the simulator; it is told to stop at the end, and must end well."""
    process = await asyncio.create_subprocess_exec(*ALERTD, *arguments, "--port", "0", stdout=asyncio.subprocess.PIPE)
    assert process.stdout is not None
    try:
        yield (await process.stdout.readline()).decode().strip()
    finally:
        process.send_signal(signal.SIGTERM)
        status = await process.wait()
    assert status == 0


async def test_telegram_takes_messages_for_everybody() -> None:
    async with (
        simulated("telegram", "--token", "1:own") as url,
        aiohttp.ClientSession(url) as http,
        http.post("/bot1:own/sendMessage", json={"chat_id": 7, "text": "x"}) as response,
    ):
        assert (await response.json())["result"]["chat"]["id"] == 7


async def test_twilio_plays_the_faults_of_a_script(tmp_path: Path) -> None:
    script = tmp_path / "faults.toml"
    script.write_text('[[faults]]\ndoes = "rate"\nretry_after = 5\n', encoding="utf-8")
    account = "/2010-04-01/Accounts/AC0.json"
    async with (
        simulated("twilio", "--script", str(script)) as url,
        aiohttp.ClientSession(url) as http,
        http.get(account) as limited,
        http.get(account) as refused,
    ):
        assert (limited.status, limited.headers["Retry-After"], refused.status) == (429, "5", 401)


async def test_connections_break_in_a_process_of_its_own_as_in_ours(tmp_path: Path) -> None:
    script = tmp_path / "faults.toml"
    script.write_text('[[faults]]\ndoes = "reset"\n', encoding="utf-8")
    async with simulated("telegram", "--script", str(script)) as url, aiohttp.ClientSession(url) as http:
        with pytest.raises(aiohttp.ClientConnectionError):
            await http.post("/bot123456:simulated/getMe")


@pytest.mark.parametrize("text", ['[[faults]]\ndoes = "explode"\n', "not toml"])
async def test_a_script_with_a_mistake_is_refused(tmp_path: Path, text: str) -> None:
    script = tmp_path / "faults.toml"
    script.write_text(text, encoding="utf-8")
    process = await asyncio.create_subprocess_exec(*ALERTD, "telegram", "--script", str(script), stderr=asyncio.subprocess.PIPE)
    _, told = await process.communicate()
    assert process.returncode == 2
    assert str(script) in told.decode()
    assert "Traceback" not in told.decode()


def test_a_port_that_is_taken_and_one_that_does_not_exist_are_told_in_a_sentence(alertd: Alertd) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        for provider in ("telegram", "twilio"):
            ended = alertd("simulate", provider, "--port", str(port))
            assert ended.status == 2
            assert ended.err.startswith(f"127.0.0.1:{port} cannot be listened on: ")
    for command in (("simulate", "telegram"), ("drill",)):
        ended = alertd(*command, "--port", "99999")
        assert (ended.status, "Traceback" in ended.err) == (2, False)
