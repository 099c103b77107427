"""The log: readable by people and machines, and free of secrets wherever they stand."""

from __future__ import annotations

import io
import json
import logging
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from alertd.logs import HIDDEN, EventLog, clear_text, configure

BOT_TOKEN = "123456789:AAF-abcdefghijklmnopqrstuvwxyz012345"


@dataclass(frozen=True)
class Table:
    """The table [log]."""

    level: str = "info"
    format: str = "json"


@pytest.fixture(autouse=True)
def _logging_as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


def logged(**event: object) -> dict[str, object]:
    """One event as a machine reads it."""
    stream = io.StringIO()
    configure(Table(), stream)
    EventLog("alertd.test").info("something happened", **event)
    line: dict[str, object] = json.loads(stream.getvalue())
    return line


def test_an_event_is_one_line_of_json_with_level_and_time() -> None:
    line = logged(body="lang-son/huyen-cao-loc", so_lan=2)
    assert (line["event"], line["level"], line["body"], line["so_lan"]) == ("something happened", "info", "lang-son/huyen-cao-loc", 2)
    assert str(line["timestamp"]).endswith("Z")


def test_people_read_plain_words_in_vietnamese_letters() -> None:
    stream = io.StringIO()
    configure(Table(format="console"), stream)
    EventLog("alertd.test").warning("không gửi được", body="Cao Lộc")
    assert "không gửi được" in stream.getvalue()
    assert "body='Cao Lộc'" in stream.getvalue()


def test_what_is_below_the_level_is_left_out() -> None:
    stream = io.StringIO()
    configure(Table(level="warning"), stream)
    EventLog("alertd.test").info("small talk")
    assert stream.getvalue() == ""


def test_libraries_that_tell_every_tick_are_heard_only_when_debugging() -> None:
    stream = io.StringIO()
    configure(Table(level="info"), stream)
    logging.getLogger("apscheduler.executors").info("Running job")
    assert stream.getvalue() == ""
    configure(Table(level="debug"), stream)
    logging.getLogger("apscheduler.executors").info("Running job")
    assert "Running job" in stream.getvalue()


@pytest.mark.parametrize(
    "key", ["token", "auth_token", "Authorization", "password", "x-telegram-bot-api-secret-token", "cookie", "account_sid"]
)
def test_the_value_of_a_secret_key_is_hidden_however_deep(key: str) -> None:
    assert logged(headers=[{key: "plain"}])["headers"] == [{key: HIDDEN}]


@pytest.mark.parametrize(
    ("text", "cleared"),
    [
        (f"POST https://api.example/bot{BOT_TOKEN}/sendMessage", f"POST https://api.example/bot{HIDDEN}/sendMessage"),
        ("Authorization: Basic QUMxOmtleQ==", f"Authorization: Basic {HIDDEN}"),
        ("postgresql://duty:geheim@db/alertd", f"postgresql://duty:{HIDDEN}@db/alertd"),
        ("GET /hook?token=abc&page=2", f"GET /hook?token={HIDDEN}&page=2"),
        ("to +84912345678 by sms", "to +84…678 by sms"),
        ("gọi 0205 3 000 113 ngay", "gọi 020…113 ngay"),
        ("0912.345.678", "091…678"),
    ],
)
def test_secrets_and_telephone_numbers_are_taken_out_of_texts(text: str, cleared: str) -> None:
    assert clear_text(text) == cleared


@pytest.mark.parametrize(
    "text",
    ["2026-11-22T08:00:00.012345Z", "36/CĐ-BXD ngày 08/9/2026", "sha256 0123456789abcdef0123", "notice/1000000000", "10.0.0.12:8080"],
)
def test_what_is_neither_stays_as_it_is(text: str) -> None:
    assert clear_text(text) == text


def test_the_logs_of_libraries_and_their_tracebacks_are_cleared_too() -> None:
    stream = io.StringIO()
    configure(Table(), stream)
    try:
        int(f"bad bot{BOT_TOKEN}")
    except ValueError:
        logging.getLogger("library").exception("calling %s failed", f"/bot{BOT_TOKEN}/getMe")
    assert "ValueError" in stream.getvalue()
    assert "AAF-" not in stream.getvalue()


def test_a_traceback_for_people_shows_no_values_of_variables() -> None:
    stream = io.StringIO()
    configure(Table(format="console"), stream)
    hidden_value = "fish and chips"
    try:
        int(hidden_value[:4])
    except ValueError:
        EventLog("alertd.test").exception("failed")
    assert "ValueError: " in stream.getvalue()
    assert stream.getvalue().count("fish and chips") == 0  # only the line of code that failed is shown, not this name's value
