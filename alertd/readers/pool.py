"""Hands files to the reading processes, so many at a time, and replaces a process that failed."""

from __future__ import annotations

import asyncio
import math
from datetime import date, timedelta

from alertd.errors import Busy, Unread
from alertd.logs import EventLog
from alertd.readers.process import Died, Equipment, ReadingProcess, Request, TookTooLong
from alertd.workflow.arrival.examination import Examination

log = EventLog(__name__)


class Readers:
    """So many processes; a file waits while all of them are busy, and its time counts from when it is taken up."""

    def __init__(self, equipment: Equipment, *, at_once: int, within: timedelta, waiting_at_most: int) -> None:
        """A process may work on one file for `within`, in whole seconds."""
        self._equipment = equipment
        self._at_once = at_once
        self._seconds = max(1, math.ceil(within.total_seconds()))
        self._turns = asyncio.Semaphore(at_once)
        self._places = at_once + waiting_at_most
        self._taken = 0
        self._all: set[ReadingProcess] = set()
        self._idle: list[ReadingProcess] = []

    async def open(self) -> None:
        """Start the processes now, not while an officer waits for the first document."""
        missing = range(self._at_once - len(self._all))
        self._idle += await asyncio.gather(*(asyncio.to_thread(self._started) for _ in missing))

    async def close(self) -> None:
        """End them; a file that is being read is not read to its end."""
        await asyncio.gather(*(asyncio.to_thread(self._end, process) for process in tuple(self._all)))

    async def examine(self, content: bytes, name: str, received_on: date) -> Examination:
        """What stands in a file. Raises Unread where that could not be found out, Busy where too many files wait already."""
        if self._taken >= self._places:
            raise Busy("busy", "Quá nhiều tệp đang chờ đọc; hãy gửi lại sau ít giây.")
        self._taken += 1
        try:
            async with self._turns:
                return await asyncio.to_thread(self._examine, (content, name, received_on))
        finally:
            self._taken -= 1

    def _examine(self, request: Request) -> Examination:
        process = self._free() or self._started()
        try:
            examination = process.read(request, self._seconds)
        except TookTooLong:
            self._end(process)
            too_slow = f"Đọc tệp quá {self._seconds} giây chưa xong (giới hạn intake.read_within) nên đã dừng; {_ASK}"
            raise Unread("too_slow", too_slow) from None
        except Died as death:
            self._end(process)
            log.warning("a reading process died", error=repr(death.__cause__ or death))
            raise Unread("unread", f"Chương trình đọc tệp bị dừng đột ngột (có thể quá intake.max_memory_bytes); {_ASK}") from None
        self._idle.append(process)
        return examination

    def _free(self) -> ReadingProcess | None:
        """An idle process; one that the system has ended meanwhile is taken out."""
        while self._idle:
            process = self._idle.pop()
            if process.is_alive:
                return process
            self._end(process)
        return None

    def _started(self) -> ReadingProcess:
        process = ReadingProcess(self._equipment)
        self._all.add(process)
        return process

    def _end(self, process: ReadingProcess) -> None:
        process.end()
        self._all.discard(process)


_ASK = "hãy mở bản gốc để xem, rồi gửi lại tệp dạng khác hoặc chia nhỏ."
