"""The same work over PostgreSQL: release, answer, reminder, restart, withdrawal."""

from __future__ import annotations

from pathlib import Path

import pytest

from alertd.model.assignments import AssignmentState
from alertd.model.replies import Meaning
from tests.fakes.clock import HandClock
from tests.fakes.postgres import new_database, postgres_server
from tests.fakes.town import OFFICER, town

__all__ = ["postgres_server"]

pytestmark = pytest.mark.postgres


async def test_a_storm_night_over_postgresql(postgres_server: str, tmp_path: Path) -> None:
    database, clock = await new_database(postgres_server), HandClock()
    async with town(tmp_path, clock, database) as before:
        view = await before.releases("two-districts.txt")
        for body in ("huyen-cao-loc", "huyen-trang-dinh"):
            for _ in range(2):
                before.phone(body).receives("03/CĐ-UBND")
        before.phone("huyen-cao-loc").taps(Meaning.DONE)
        await before.settle()
        before.phone("huyen-cao-loc").receives("đã xong")
        before.everybody_is_quiet()
    clock.forward(minutes=5)
    async with town(tmp_path, clock, database) as after:
        await after.settle()
        after.phone("huyen-trang-dinh").receives("NHẮC LẦN 1")
        after.phone("huyen-trang-dinh").texts("da nhan")
        await after.settle()
        after.phone("huyen-trang-dinh").receives("Đã ghi nhận")
        states = {body: row.state for body, row in (await after.board(view.dispatch.id)).items()}
        assert states == {"huyen-cao-loc": AssignmentState.DONE, "huyen-trang-dinh": AssignmentState.ACKNOWLEDGED}
        await after.desk.release.withdraw(view.document.id, "phát nhầm", OFFICER)
        await after.settle()
        for body in ("huyen-cao-loc", "huyen-trang-dinh"):
            for _ in range(2):
                after.phone(body).receives("THU HỒI")
        after.everybody_is_quiet()
