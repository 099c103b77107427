"""Runs the scenarios: `python -m tools.torture [SCENARIO…] [--kills N] [--bodies N] [--database D] [--seed N]`."""

from __future__ import annotations

import argparse
import asyncio
import signal
import sys
from dataclasses import replace

from tools.torture.plan import LONG, Plan
from tools.torture.running import SCENARIOS, Total, run


def main(words: list[str]) -> int:
    """Run what is named, or everything; 1 where something was lost or cannot be explained."""
    parser = argparse.ArgumentParser(prog="python -m tools.torture", description=__doc__)
    parser.add_argument("scenario", nargs="*", choices=[*SCENARIOS, []], help="default: all of them")
    parser.add_argument("--kills", type=int, default=LONG.kills)
    parser.add_argument("--bodies", type=int, default=LONG.bodies)
    parser.add_argument("--seed", type=int, default=LONG.seed)
    parser.add_argument("--database", choices=["sqlite", "postgres"], action="append", help="default: both")
    given = parser.parse_args(words)
    plan = replace(LONG, kills=given.kills, bodies=given.bodies, seed=given.seed)
    total = asyncio.run(_run(given.scenario or list(SCENARIOS), given.database or ["sqlite", "postgres"], plan))
    print(total)
    return 0 if total.is_good else 1


async def _run(names: list[str], databases: list[str], plan: Plan) -> Total:
    """Whoever ends the harness ends what it has started: daemons and database servers are put away first."""
    work = asyncio.ensure_future(run(names, databases, plan))
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, work.cancel)
    return await work


sys.exit(main(sys.argv[1:]))
