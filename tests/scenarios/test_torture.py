"""Whatever the daemon dies of, nothing is lost, and whoever is told twice is told so: the torture harness in its short form."""

from __future__ import annotations

import pytest

from tests.fakes.postgres import MISSING
from tools.torture.plan import SHORT
from tools.torture.running import run


@pytest.mark.parametrize(("database", "deaths"), [("sqlite", ["kill-at-steps", "kill-at-random"]), ("postgres", ["kill-at-steps"])])
async def test_no_death_loses_a_message_and_no_more_are_repeated_than_were_under_way(database: str, deaths: list[str]) -> None:
    total = await run(deaths, [database], SHORT)
    if total.skipped:
        pytest.skip(MISSING)
    assert total.is_good, total
