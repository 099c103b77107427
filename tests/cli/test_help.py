"""`alertd` explains itself: every command says what it is for, and only what is asked for is loaded."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Iterator
from typing import Any

import pytest
import typer.main

from alertd.cli import COMMANDS, build_app
from tests.cli.conftest import Alertd


def commands(command: Any, words: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The words of every command and of every group of commands."""
    yield words
    for name, part in getattr(command, "commands", {}).items():
        yield from commands(part, (*words, name))


def test_every_command_says_what_it_is_for(alertd: Alertd) -> None:
    for words in commands(typer.main.get_command(build_app())):
        ended = alertd(*words, "--help")
        assert ended.status == 0, words
        lines = [line for line in ended.out.splitlines() if line.strip()]
        assert lines[0].split()[:2] == ["Usage:", "alertd"], words
        assert lines[1].strip().endswith((".", "…")) or lines[2].strip().endswith("."), f"no sentence says what {words} does"


def test_the_list_of_commands_names_them_all(alertd: Alertd) -> None:
    ended = alertd("--help")
    assert [word for own in COMMANDS.values() for word in own if word not in ended.out] == []


@pytest.mark.parametrize("words", [("nonsense",), ("drill", "--nonsense"), ("users", "add", "--role", "king", "x")])
def test_a_command_that_does_not_exist_is_refused(alertd: Alertd, words: tuple[str, ...]) -> None:
    ended = alertd(*words)
    assert (ended.status, ended.out) == (2, "")
    assert "Traceback" not in ended.err


@pytest.mark.parametrize("words", [("users", "list"), ("serve",), ("contacts", "check"), ("doctor",), ("db", "upgrade"), ("drill",)])
def test_a_configuration_with_mistakes_is_refused_with_all_of_them(
    alertd: Alertd, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("ALERTD_WEB__PORT", "many")
    monkeypatch.setenv("ALERTD_PROVINCES__ID", "x")
    ended = alertd(*words)
    assert (ended.status, ended.out) == (2, "")
    assert len(ended.err.splitlines()) == 2
    assert "ALERTD_WEB__PORT" in ended.err
    assert "ALERTD_PROVINCES__ID" in ended.err


async def test_help_does_not_wait_for_the_daemons_libraries() -> None:
    heavy = {"sqlalchemy", "aiohttp", "telegram", "twilio", "lxml", "pypdfium2", "apscheduler"}
    program = "import sys; from alertd.cli import build_app; build_app('serve'); build_app('read'); print(*sys.modules)"
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", program, stdout=asyncio.subprocess.PIPE)
    loaded, _ = await process.communicate()
    assert heavy.intersection(loaded.decode().split()) == set()
