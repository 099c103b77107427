"""Who is away is kept until it is over."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from alertd.clock import day_there
from alertd.model.absences import Absence
from alertd.store.sql import SqlStore
from tests.store.samples import NOW


async def test_absences_are_kept_until_they_are_over_or_ended(store: SqlStore) -> None:
    day = day_there(NOW)
    one, two = (Absence(0, f"x#{number}", day, day + timedelta(days=number), "họp", "truc", NOW) for number in (1, 2))
    async with store.transaction() as work:
        one, two = [replace(each, id=await work.absences.add(each)) for each in (one, two)]
        assert await work.absences.standing(day + timedelta(days=1)) == [one, two]
        assert await work.absences.standing(day + timedelta(days=2)) == [two]
        assert await work.absences.stand() == (2, 0)
        ended = replace(two, ended_at=NOW)
        await work.absences.save(ended)
        assert await work.absences.get(two.id) == ended
        assert await work.absences.standing(day) == [one]
        assert await work.absences.stand() == (2, 1)
