"""The same work over PostgreSQL: release, answer, reminder, restart, withdrawal."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from alertd.app import build
from alertd.config import Database
from alertd.model.assignments import AssignmentState
from alertd.model.replies import Meaning
from alertd.model.shares import TIMETABLE
from alertd.store.sql import SqlStore
from tests.fakes.clock import HandClock
from tests.fakes.postgres import new_database
from tests.fakes.rig import NOBODY
from tests.fakes.town import DOCUMENTS, OFFICER, handbook, settings_for, town

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


async def test_an_order_that_another_process_is_just_taking_is_called_back_all_the_same(postgres_server: str, tmp_path: Path) -> None:
    async with town(tmp_path, HandClock(), await new_database(postgres_server)) as place:
        document = await place.submits("two-districts.txt")
        await place.desk.release.approve(document.id, OFFICER)
        now = place.clock.now()
        async with place.desk.store.transaction() as tx:
            taken = [d for sender in ("telegram", "sms") for d in await tx.outbox.claim(sender, now, now + timedelta(minutes=1), 100)]
            withdrawing = asyncio.create_task(place.desk.release.withdraw(document.id, "phát nhầm", OFFICER))
            await somebody_waits_for_a_row(place.desk.store)
        await withdrawing
        async with place.desk.store.snapshot() as tx:
            called_back = [d for n in {t.notice for t in taken} for d in await tx.outbox.of_notice(n or 0) if d.kind == "withdrawal"]
        assert {d.contact for d in called_back} == {d.contact for d in taken}
        assert len(taken) == 4


async def test_processes_that_begin_their_work_in_the_same_moment_share_it(postgres_server: str, tmp_path: Path) -> None:
    database, clock = Database(url=await new_database(postgres_server)), HandClock()
    settings = settings_for(tmp_path, NOBODY, NOBODY, NOBODY).model_copy(update={"database": database})
    desks = [await build(settings, clock, handbook=handbook()) for _ in range(3)]
    try:
        for _ in range(4):  # who sees that it has too much gives it back with its next sign of life
            await asyncio.gather(*(desk.shares.step() for desk in desks))
        for post in ("telegram", "sms", TIMETABLE):
            assert [desk.shares.holds(post) for desk in desks].count(True) == 1
    finally:
        for desk in desks:
            await desk.store.close()


async def test_a_file_that_is_handed_in_twice_in_the_same_moment_is_one_file(postgres_server: str, tmp_path: Path) -> None:
    async with town(tmp_path, HandClock(), await new_database(postgres_server)) as place:
        content = (DOCUMENTS / "two-districts.txt").read_bytes()
        handed_in = [place.desk.intake.submit(content, "a.txt", "test", OFFICER) for _ in range(4)]
        submissions = await asyncio.gather(*handed_in)
        assert [s.is_new for s in submissions].count(True) == 1
        assert {tuple(d.id for d in s.documents) for s in submissions} == {(1,)}


async def somebody_waits_for_a_row(store: object) -> None:
    """Until one transaction on that server waits for what another one holds."""
    assert isinstance(store, SqlStore)
    waiting = text("SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'")
    while True:
        async with store._readers.connect() as connection:
            if await connection.scalar(waiting):
                return
