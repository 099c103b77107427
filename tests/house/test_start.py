"""A start loads only what the daemon needs before its pages answer."""

from __future__ import annotations

import subprocess
import sys

from alertd.handbook import SOON

LATER = {"telegram", "twilio.rest", "asyncpg", "alembic", "alertd.reading.reader", "pypdfium2", "lxml", "rich"}
LATER |= {"rapidfuzz", "prometheus_client", "sqlalchemy.dialects.postgresql"}
"""A provider's library is loaded when its channel is opened, PostgreSQL's driver and the migrations where there is need of them, the rules
of reading and the comparison of names in the processes that read, and what Prometheus reads when it asks."""


def loaded_by(program: str) -> set[str]:
    """The modules that a program in a process of its own has loaded at its end."""
    told = f"{program}; import sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", told], check=True, capture_output=True, text=True)  # noqa: S603 - our own program
    return set(done.stdout.splitlines()[-1].split())


def test_what_is_heavy_is_loaded_only_where_it_is_needed() -> None:
    assert LATER.union(SOON) & loaded_by("import alertd.cli.serve, alertd.app, alertd.daemon") == set()


def test_the_list_of_commands_is_shown_without_what_they_work_with() -> None:
    assert {"sqlalchemy", "aiohttp", "pydantic", "alertd.app"} & loaded_by("from alertd.cli import build_app; build_app()") == set()


def test_a_reader_is_loaded_with_the_first_file_of_its_format() -> None:
    assert {"pypdfium2", "lxml"} & loaded_by("import alertd.reading.reader") == set()
