"""A file that cannot be read to its end is refused in words, and the next one is read all the same."""

from __future__ import annotations

import asyncio
import os
import resource
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from alertd.config import load_settings
from alertd.directory.loading import load_directory
from alertd.errors import Busy, Unread
from alertd.readers.pool import Readers
from alertd.readers.process import Equipment, ReadingProcess
from alertd.workflow.arrival.examination import examine, file_limits
from tests.fakes.town import DOCUMENTS

ORDER = (DOCUMENTS / "two-districts.txt").read_bytes()
DAY = date(2023, 7, 17)
ENDLESS = (ORDER + b"\n\n") * 3000
"""Takes many times as long to read as a process takes to be found too slow."""
LONG = (ORDER + b"\n\n") * 20
"""Takes a small part of a second to read."""
SETTINGS = load_settings()
EQUIPMENT = Equipment(SETTINGS.contacts.path, replace(file_limits(SETTINGS), max_characters=10_000_000), SETTINGS.intake.max_memory_bytes)


@pytest.fixture
async def patient() -> AsyncIterator[Readers]:
    readers = Readers(EQUIPMENT, at_once=1, within=timedelta(minutes=5), waiting_at_most=3)
    yield readers
    await readers.close()


async def test_a_file_is_read_as_in_the_program_itself(patient: Readers) -> None:
    expected = examine(ORDER, "a.txt", EQUIPMENT.limits, DAY, load_directory(EQUIPMENT.contacts))
    assert await patient.examine(ORDER, "a.txt", DAY) == expected


async def test_files_beyond_the_number_of_processes_wait_their_turn(patient: Readers) -> None:
    read = await asyncio.gather(*(patient.examine(ORDER, f"{n}.txt", DAY) for n in range(4)))
    assert all(len(examination.reading.documents) == 1 for examination in read)


async def test_a_flood_of_files_is_asked_to_come_again_and_those_that_wait_are_read(patient: Readers) -> None:
    flood = await asyncio.gather(*(patient.examine(ORDER, f"{n}.txt", DAY) for n in range(20)), return_exceptions=True)
    assert sum(isinstance(each, Busy) for each in flood) == 16
    assert (await patient.examine(ORDER, "a.txt", DAY)).reading.documents


async def test_a_slow_file_keeps_no_other_waiting() -> None:
    readers = Readers(EQUIPMENT, at_once=2, within=timedelta(minutes=5), waiting_at_most=3)
    slow = asyncio.create_task(readers.examine(ENDLESS, "slow.txt", DAY))
    quick = asyncio.create_task(readers.examine(ORDER, "quick.txt", DAY))
    done, _ = await asyncio.wait({slow, quick}, return_when=asyncio.FIRST_COMPLETED)
    await readers.close()
    await asyncio.gather(slow, return_exceptions=True)
    assert done == {quick}


async def test_a_file_that_takes_too_much_work_is_refused_in_words() -> None:
    hasty = Readers(EQUIPMENT, at_once=1, within=timedelta(seconds=1), waiting_at_most=3)
    with pytest.raises(Unread) as caught:
        await hasty.examine(ENDLESS, "a.txt", DAY)
    await hasty.close()
    assert caught.value.code == "too_slow"
    assert "intake.read_within" in caught.value.sentence


async def test_what_was_read_before_counts_for_no_later_file() -> None:
    hasty = Readers(EQUIPMENT, at_once=1, within=timedelta(seconds=1), waiting_at_most=3)
    await hasty.examine(LONG, "first.txt", DAY)
    (process,) = hasty._all
    allowed_at_first, _ = resource.prlimit(process._process.pid or 0, resource.RLIMIT_CPU)
    while worked(process) < allowed_at_first:
        assert (await hasty.examine(LONG, "later.txt", DAY)).reading.documents
    await hasty.close()


def worked(process: ReadingProcess) -> float:
    """Seconds of the processor's time that a process has surely used."""
    used = Path(f"/proc/{process._process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[11:13]
    return sum(map(int, used)) / os.sysconf("SC_CLK_TCK") - 0.2


async def test_a_file_that_needs_too_much_memory_is_refused_and_the_next_one_read() -> None:
    narrow = replace(EQUIPMENT, limits=replace(EQUIPMENT.limits, max_bytes=2 << 30), max_memory_bytes=256 << 20)
    readers = Readers(narrow, at_once=1, within=timedelta(minutes=5), waiting_at_most=3)
    with pytest.raises(Unread) as caught:
        await readers.examine(b"a" * (120 << 20), "a.txt", DAY)
    assert caught.value.code == "unread"
    assert (await readers.examine(ORDER, "a.txt", DAY)).reading.documents
    await readers.close()


async def test_a_process_that_the_system_ends_is_replaced(patient: Readers) -> None:
    await patient.open()
    for process in tuple(patient._all):
        process.end()
    assert (await patient.examine(ORDER, "a.txt", DAY)).reading.documents
