"""Prints every figure: `python -m tools.bench [NAME…]`."""

from __future__ import annotations

import argparse
import asyncio
import logging
import sys
from collections.abc import Awaitable, Callable, Iterator

import uvloop

from tools.bench.answering import acknowledge
from tools.bench.apprise import apprise
from tools.bench.boards import board
from tools.bench.delivering import fan_out, fan_out_postgres
from tools.bench.pacing import paced
from tools.bench.printing import read_large_pdf
from tools.bench.reading import read_bulletin
from tools.bench.releasing import release
from tools.bench.remembering import queued
from tools.bench.sharing import two_senders
from tools.bench.starting import start
from tools.bench.understanding import understand_replies

Figure = tuple[str, float, str]
FIGURES: dict[str, Callable[[], Awaitable[Iterator[Figure]]]] = {
    "fan_out": fan_out,
    "fan_out_postgres": fan_out_postgres,
    "apprise": apprise,
    "paced": paced,
    "two_senders": two_senders,
    "release": release,
    "acknowledge": acknowledge,
    "reading": read_bulletin,
    "pdf": read_large_pdf,
    "start": start,
    "understand": understand_replies,
    "queued": queued,
    "board": board,
}


LONGEST = 180.0
"""Seconds that one of them may take; one that takes longer is told as such, and the others are measured all the same."""


async def main(names: list[str]) -> int:
    """Measure what is named, or everything. Returns 1 where something could not be measured."""
    failed = False
    for name in names or FIGURES:
        try:
            async with asyncio.timeout(LONGEST):
                figures = await FIGURES[name]()
        except (TimeoutError, SystemExit) as error:
            print(f"{name} could not be measured: {str(error) or f'it did not end in {LONGEST:.0f} s'}", file=sys.stderr, flush=True)
            failed = True
            continue
        for figure, value, unit in figures:
            print(f"{figure} {value:.3f} {unit}", flush=True)
    return int(failed)


parser = argparse.ArgumentParser(prog="python -m tools.bench", description=__doc__)
parser.add_argument("name", nargs="*", choices=[*FIGURES, []], help="default: all of them")
logging.basicConfig(level=logging.ERROR)  # refused messages are part of what is measured
sys.exit(uvloop.run(main(parser.parse_args().name)))  # the loop that the daemon runs on
