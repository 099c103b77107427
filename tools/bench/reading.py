"""How long a weekly bulletin takes from bytes to resolved assignments, and how that grows with its length."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from statistics import median

from alertd.config import load_settings
from alertd.directory.loading import load_directory
from alertd.garbage import look_rarely
from alertd.workflow.arrival.examination import examine, file_limits

ORDER = Path(__file__).parents[2] / "alertd/drill/document.txt"
BULLETIN_BYTES = 48_000
RUNS = 7


async def read_bulletin() -> Iterator[tuple[str, float, str]]:
    """`read_bulletin_ms` and `read_growth_10x`: the time for a document ten times as long, as a multiple; medians."""
    settings = load_settings()
    directory, limits = load_directory(settings.contacts.path), file_limits(settings)
    order = ORDER.read_bytes() + b"\n\n"
    bulletin = order * (BULLETIN_BYTES // len(order) + 1)

    def read(content: bytes) -> None:
        examine(content, "bulletin.txt", limits, date(2023, 7, 17), directory)

    read(bulletin)
    gc.collect()
    look_rarely()  # as a reading process does once it has started
    pairs = [(_seconds(lambda: read(bulletin)), _seconds(lambda: read(bulletin * 10))) for _ in range(RUNS)]
    growth = median(ten / one for one, ten in pairs)  # of those measured one right after the other: a machine's speed changes
    return iter([("read_bulletin_ms", median(one for one, _ in pairs) * 1000, "ms"), ("read_growth_10x", growth, "times")])


def _seconds(work: Callable[[], None]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
