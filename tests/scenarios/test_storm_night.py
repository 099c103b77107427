"""The storm night is lived through, and docs/storm-night.md tells it as it was."""

from __future__ import annotations

from pathlib import Path

from alertd.model.notices import DispatchState
from tests.fakes.rig import moment
from tests.scenarios.storm_night import tells
from tools.storm_night import PAGE, drawn


async def test_sixty_bodies_four_orders_one_correction_and_two_hours_without_network() -> None:
    with moment() as folder:
        night = await tells(Path(folder))
    for at, words in night.lines:
        print(f"{at:%H:%M}  {words}")  # noqa: T201 - the timeline, for whoever runs it with -s
    assert PAGE.read_text(encoding="utf-8") == drawn(night.lines), "stale: run python -m tools.storm_night"
    assert len(night.bodies) == 60
    assert [state for state in night.ended if state is DispatchState.OPEN] == []
    assert night.in_vain == []
