"""How long the daemon takes from the command to its first page, in a process of its own."""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
import time
from asyncio.subprocess import PIPE, STDOUT
from collections.abc import Iterator
from pathlib import Path
from statistics import median

RUNS = 5
ALERTD = Path(sys.executable).with_name("alertd")
A_LIBRARY = "sqlalchemy"


async def start() -> Iterator[tuple[str, float, str]]:
    """`start_s`: from `alertd serve` to its word that it serves, the median of five; only the first has to make the database.

    `start_ratio` divides it by the time in which the same Python, in turns with it, loads one library that everybody knows: machines
    differ by more than a factor of two, and one machine from hour to hour.
    """
    with tempfile.TemporaryDirectory() as folder:
        environment = _environment(folder)
        times = [(await _seconds_to_start(environment), await _seconds_to_import(environment)) for _ in range(RUNS)]
    starts, imports = zip(*times, strict=True)
    return iter([("start_s", median(starts), "s"), ("start_ratio", median(starts) / median(imports), f"times import {A_LIBRARY}")])


def _environment(folder: str) -> dict[str, str]:
    """An installation of its own. Python may keep what it has compiled, as it does wherever alertd is installed."""
    own = {
        "ALERTD_DATABASE__URL": f"sqlite:///{folder}/alertd.db",
        "ALERTD_INTAKE__FOLDER": f"{folder}/inbox",
        "ALERTD_WEB__PORT": "0",
    }
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | own


async def _seconds_to_start(environment: dict[str, str]) -> float:
    began = time.perf_counter()
    process = await asyncio.create_subprocess_exec(ALERTD, "serve", env=environment, stdout=PIPE, stderr=STDOUT)
    if process.stdout is not None:
        await process.stdout.readuntil(b"is serving")
    took = time.perf_counter() - began
    process.terminate()
    await process.communicate()
    return took


async def _seconds_to_import(environment: dict[str, str]) -> float:
    began = time.perf_counter()
    process = await asyncio.create_subprocess_exec(sys.executable, "-c", f"import {A_LIBRARY}", env=environment)
    await process.wait()
    return time.perf_counter() - began
