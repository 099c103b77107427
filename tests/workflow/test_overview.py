"""What the desk sees at one glance holds every release that is followed, however many there are."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.fakes.rig import Rig

MANY = 60


async def test_no_release_that_is_followed_is_missing_from_the_overview(tmp_path: Path) -> None:
    rig = await Rig.released(tmp_path)
    async with rig.desk.store.transaction() as tx:
        for _ in range(MANY):
            await tx.dispatches.add(replace(rig.dispatch, id=0))
    assert len((await rig.desk.board.overview()).open) == MANY + 1
    await rig.close()
