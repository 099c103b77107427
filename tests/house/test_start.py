"""A start loads only what the daemon needs before its pages answer."""

from __future__ import annotations

import subprocess
import sys

from alertd.daemon import SOON

LATER = {"telegram", "twilio.rest", "asyncpg", "alembic", "alertd.reading.reader", "pypdfium2", "lxml", "rich"}
LATER |= {"rapidfuzz", "prometheus_client", "sqlalchemy.dialects.postgresql"}
"""A provider's library is loaded when its channel is opened, PostgreSQL's driver and the migrations where there is need of them, the rules
of reading and the comparison of names in the processes that read, and what Prometheus reads when it asks."""


def test_what_is_heavy_is_loaded_only_where_it_is_needed() -> None:
    program = "import sys, alertd.cli.serve, alertd.app, alertd.daemon; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)  # noqa: S603 - our own program
    loaded = done.stdout.split()
    assert LATER.union(SOON).intersection(loaded) == set()
