"""`alertd doctor`: says before the storm what would fail in it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from alertd.simulators.telegram import TelegramSimulator
from alertd.simulators.twilio import TwilioSimulator
from tests.cli.conftest import Alertd, Ended

TOKEN, ACCOUNT, AUTH = "123456:simulated", "AC" + "0" * 32, "simulated"


@pytest.fixture
async def telegram(alertd: Alertd, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[TelegramSimulator]:
    """Both senders have their credentials and a stand-in at the other end, an officer may sign in; Telegram's stand-in is given."""
    await asyncio.to_thread(alertd, "users", "add", "truc-ban", "--role", "officer", "--password-stdin", given="mat-khau-dai-12\n")
    async with TelegramSimulator(TOKEN) as telegram, TwilioSimulator(ACCOUNT, AUTH) as twilio:
        monkeypatch.setenv("ALERTD_SENDERS__TELEGRAM__API_BASE", telegram.url)
        monkeypatch.setenv("ALERTD_SENDERS__TELEGRAM__TOKEN", TOKEN)
        monkeypatch.setenv("ALERTD_SENDERS__SMS__API_BASE", twilio.url)
        monkeypatch.setenv("ALERTD_SENDERS__SMS__ACCOUNT_SID", ACCOUNT)
        monkeypatch.setenv("ALERTD_SENDERS__SMS__AUTH_TOKEN", AUTH)
        yield telegram


def findings(ended: Ended) -> dict[str, tuple[bool, str]]:
    return {finding["part"]: (finding["is_sound"], finding["word"]) for finding in ended.json}


def test_without_credentials_nobody_can_be_reached_and_it_says_so(alertd: Alertd) -> None:
    ended = alertd("doctor", "--json")
    found = findings(ended)
    assert ended.status == 1
    assert found["sender telegram"] == found["sender sms"] == (False, "off: it has no credentials")
    assert found["contacts"][1].startswith("0 of ")
    assert found["accounts"] == (False, "nobody may release: alertd users add NAME --role officer")
    assert {part for part, (is_sound, _) in found.items() if is_sound} == {"database", "inbox", "disk", "clock", "heartbeat"}


@pytest.mark.parametrize("below", ["", "inbox"])
def test_a_file_where_the_folder_for_documents_should_be_is_told(
    below: str, alertd: Alertd, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("x")
    monkeypatch.setenv("ALERTD_INTAKE__FOLDER", str(tmp_path / "file" / below))
    assert findings(alertd("doctor", "--json"))["inbox"] == (False, f"intake.folder: {tmp_path / 'file'} is no folder")


def test_people_read_the_same_in_a_table(alertd: Alertd) -> None:
    ended = alertd("doctor")
    assert ended.status == 1
    assert "✗" in ended.out
    assert "it has no credentials" in ended.out


async def test_a_complete_installation_is_ready(telegram: TelegramSimulator, alertd: Alertd) -> None:
    ended = await asyncio.to_thread(alertd, "doctor", "--json")
    assert (ended.status, ended.err) == (0, "")
    assert findings(ended)["sender telegram"] == (True, "on, but it reaches only this machine")


async def test_a_sender_on_which_nobody_can_answer_is_told_as_such(
    telegram: TelegramSimulator, alertd: Alertd, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALERTD_SENDERS__SMS__CHANNEL", "twilio-voice")
    monkeypatch.setenv("ALERTD_SENDERS__SMS__RECEIVE", "none")
    ended = await asyncio.to_thread(alertd, "doctor", "--json")
    is_sound, word = findings(ended)["sender sms"]
    assert is_sound
    assert word.endswith("; nobody can answer on it, so its messages name the duty telephone (receive)")


async def test_a_token_that_the_provider_does_not_accept_is_found_out(telegram: TelegramSimulator, alertd: Alertd) -> None:
    telegram.token = "another"
    ended = await asyncio.to_thread(alertd, "doctor", "--json")
    assert ended.status == 1
    assert not findings(ended)["sender telegram"][0]
    assert findings(ended)["sender telegram"][1].startswith("credentials: ")
    assert findings(ended)["sender sms"][0]


async def test_test_addresses_do_not_count_where_real_people_read(
    telegram: TelegramSimulator, alertd: Alertd, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("TELEGRAM", "SMS"):
        monkeypatch.setenv(f"ALERTD_SENDERS__{name}__LIVE", "true")
    ended = await asyncio.to_thread(alertd, "doctor", "--json")
    assert ended.status == 1
    assert findings(ended)["sender telegram"] == (True, "live")
    assert findings(ended)["contacts"][1].startswith("0 of ")


def test_a_broken_directory_is_refused(alertd: Alertd, tmp_path: Path) -> None:
    (tmp_path / "contacts").mkdir()
    (tmp_path / "contacts" / "wording.toml").write_text("titles = 3\n", encoding="utf-8")
    ended = alertd("doctor", "--json")
    assert (ended.status, ended.out) == (2, "")
    assert "there is no folder of a province here" in ended.err


@pytest.mark.parametrize(("key", "value"), [("PROVINCE__ID", "ha-noi"), ("DUTY__BODY", "lang-son/khong-co")])
def test_a_name_that_the_directory_does_not_know_is_refused(alertd: Alertd, monkeypatch: pytest.MonkeyPatch, key: str, value: str) -> None:
    monkeypatch.setenv(f"ALERTD_{key}", value)
    ended = alertd("doctor")
    assert ended.status == 2
    assert ended.err.startswith(f"{key.lower().replace('__', '.')}: the directory has no ")
