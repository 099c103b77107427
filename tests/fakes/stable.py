"""Desks for tests that need hundreds: databases opened once, and set back to the moment after a release instead of being made anew."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from alertd.config import Settings, StepSettings
from alertd.model.documents import Urgency
from alertd.model.escalation import StepKind
from alertd.model.notices import Dispatch
from alertd.store import engines
from alertd.store.one_trip import OneTripConnection
from alertd.store.sql import SqlStore
from tests.fakes.clock import HandClock
from tests.fakes.rig import NOBODY, Rig, opened
from tests.fakes.town import settings_for


class AtOnce(OneTripConnection):
    """The same connection in the thread that asks: a small statement costs less than the way to another thread and back."""

    async def _trip(self, fn: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        return fn(*args, **kwargs)


def at_once(path: str, *, begin: str, **options: Any) -> AtOnce:
    """In place of `alertd.store.one_trip.connect`."""
    connection = AtOnce(partial(sqlite3.connect, path, **options), begin)
    connection._thread.daemon = True
    return connection


@dataclass
class Stable:
    """Databases by number, each with connections that stay open, and the one that they are set back to."""

    folder: Path
    settings: Settings
    released: Path
    dispatch: Dispatch
    stores: Mapping[int, SqlStore]

    @classmethod
    async def built(cls, folder: Path, count: int) -> Stable:
        """Release a document once, and open so many copies of the database; their connections stay in the thread that asks."""
        settings = _brief(settings_for(folder, NOBODY, NOBODY, NOBODY))
        rig = await Rig.released(folder, settings=settings)
        await rig.close()
        released = folder / "alertd.db"
        stores = {}
        for number in range(count):
            copy = folder / f"{number}.db"
            shutil.copyfile(released, copy)
            with pytest.MonkeyPatch.context() as patch:
                patch.setattr(engines, "connect", at_once)
                stores[number] = await SqlStore.open(f"sqlite:///{copy}")
        return cls(folder, settings, released, rig.dispatch, stores)

    async def rig(self, number: int) -> Rig:
        """The desk of that number, as it was when the document had been released."""
        with closing(sqlite3.connect(self.released)) as source, closing(sqlite3.connect(self.folder / f"{number}.db")) as target:
            source.backup(target)
        clock, store = HandClock(), self.stores[number]
        desk = await opened(self.settings, clock, store)
        return Rig(self.folder, clock, desk, self.dispatch, self.settings, store)

    async def close(self) -> None:
        """Let go of every database."""
        for store in self.stores.values():
            await store.close()


def _brief(settings: Settings) -> Settings:
    """One rung of each sort and one more round at the desk: more of the same would show nothing else."""
    rungs = ((5, StepKind.REMIND), (10, StepKind.OTHER_CHANNEL), (15, StepKind.NEXT_CONTACT), (25, StepKind.TELL_OFFICER))
    ladder = tuple(StepSettings(after=timedelta(minutes=minutes), does=does) for minutes, does in rungs)
    followups = settings.followups.model_copy(update={"ladders": dict.fromkeys(Urgency, ladder)})
    duty = settings.duty.model_copy(update={"incident_again_after": (timedelta(minutes=3),), "again_after": (timedelta(minutes=15),)})
    return settings.model_copy(update={"followups": followups, "duty": duty})
