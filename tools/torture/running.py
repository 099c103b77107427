"""Runs scenarios one after another and adds up their verdicts."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from time import monotonic

from tools.torture.plan import Plan
from tools.torture.scenarios import answers, deaths, moments, providers, storage
from tools.torture.site import CONCURRENCY, Site, site

Work = Callable[[Site, Plan], Awaitable[None]]
TOLD = 5
"""How many sentences of a kind are printed."""


@dataclass(frozen=True, slots=True)
class Scenario:
    """One misfortune, and on which databases it can befall."""

    work: Work
    databases: tuple[str, ...] = ("sqlite", "postgres")


SCENARIOS: Mapping[str, Scenario] = {
    "kill-at-random": Scenario(deaths.at_random),
    "kill-at-steps": Scenario(deaths.at_each_step),
    "provider": Scenario(providers.by_script, ("sqlite",)),
    "line": Scenario(providers.by_wire, ("sqlite",)),
    "database-dies": Scenario(storage.dies, ("postgres",)),
    "partition": Scenario(storage.is_partitioned, ("postgres",)),
    "disk-full": Scenario(storage.is_full, ("sqlite",)),
    "freeze": Scenario(moments.stands_still),
    "clock": Scenario(moments.jumps),
    "acknowledgement": Scenario(answers.race_with_reminders),
}


@dataclass
class Total:
    """The sums of all verdicts."""

    lost: int = 0
    duplicates: int = 0
    unexplained: int = 0
    allowed: int = 0
    """How many duplicates the interruptions excuse."""
    skipped: int = 0

    @property
    def is_good(self) -> bool:
        """Whether nothing was lost, nothing is unexplained, and no more came twice than was under way."""
        return self.lost == 0 and self.unexplained == 0 and self.duplicates <= self.allowed

    def __str__(self) -> str:
        return f"lost {self.lost} duplicates {self.duplicates} unexplained {self.unexplained}"


async def run(names: Sequence[str], databases: Sequence[str], plan: Plan) -> Total:
    """Run scenarios on each of those databases that they are made for, and say how each went."""
    total = Total()
    for name in names:
        for database in (each for each in databases if each in SCENARIOS[name].databases):
            try:
                await _run_one(name, database, plan, total)
            except LookupError as error:
                total.skipped += 1
                print(f"{name} {database}: skipped, {error}", flush=True)
    return total


async def _run_one(name: str, database: str, plan: Plan, total: Total) -> None:
    began = monotonic()
    async with site(database, plan.bodies) as place:
        await SCENARIOS[name].work(place, plan)
        verdict = await place.judged()
        allowed = place.kills * CONCURRENCY
        figures = Total(len(verdict.lost), verdict.duplicates, len(verdict.unexplained), allowed)
        seconds = monotonic() - began
        facts = f"{place.kills} interruptions, {place.fell} falls, {len(place.telephones.received)} messages, {seconds:.0f} s"
        print(f"{name} {database}: {figures} ({facts})", flush=True)
        for sentence in (*verdict.lost[:TOLD], *verdict.unexplained[:TOLD]):
            print(f"  {sentence}", flush=True)
    total.lost += figures.lost
    total.duplicates += figures.duplicates
    total.unexplained += figures.unexplained
    total.allowed += allowed
