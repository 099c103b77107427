"""`alertd serve` with a clock that somebody sets: its offset in seconds stands in the file that `OFFSET` names."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
import time
from pathlib import Path

from alertd.app import build
from alertd.clock import SystemClock
from alertd.config import load_settings
from alertd.daemon import Daemon

OFFSET = "TORTURE_CLOCK"
COMMAND = (sys.executable, "-m", "tools.torture.shifted")


def machine() -> float:
    """What the machine says after somebody has set its clock, in seconds since 1970."""
    offset = Path(os.environ[OFFSET])
    written = offset.read_text(encoding="ascii") if offset.exists() else ""
    return time.time() + float(written or 0)


async def serve() -> None:
    """Until it is told to stop."""
    daemon = Daemon(await build(load_settings(), SystemClock(machine, stands_for=0.0)))
    stopping = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stopping.set)
    try:
        await daemon.start()
        print(f"alertd is serving on http://127.0.0.1:{daemon.port}", file=sys.stderr)
        await stopping.wait()
    finally:
        await daemon.stop()


if __name__ == "__main__":
    asyncio.run(serve())
