"""One process that reads: started with its directory, asked for one file after another, killed when it takes too long."""

from __future__ import annotations

import contextlib
import math
import multiprocessing
import resource
import signal
from dataclasses import dataclass
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path

from alertd.directory.directory import Directory
from alertd.directory.loading import load_directory
from alertd.garbage import look_rarely
from alertd.reading.limits import Limits
from alertd.workflow.arrival.examination import Examination, examine

_CONTEXT = multiprocessing.get_context("spawn")
"""A fresh interpreter: a copy of the daemon would hold its connections and locks."""
_ENDS_WITHIN = 5.0
_PATIENCE = 10
"""So many times as long as it may work on a file, a process may take over it: a machine that has much else to do lets it wait."""

Request = tuple[bytes, str, date]
"""The bytes of a file, its name, and the day on which it came in."""


class Died(Exception):
    """The process ended over the file: out of memory, or a library that it read with crashed."""


class TookTooLong(Exception):
    """The file was not read with so much work."""


@dataclass(frozen=True, slots=True)
class Equipment:
    """What a reading process is started with."""

    contacts: Path
    """The contacts/ folder."""
    limits: Limits
    max_memory_bytes: int
    """The address space that it may take."""


class ReadingProcess:
    """The process as its owner sees it. Every method waits: call them in a thread."""

    def __init__(self, equipment: Equipment) -> None:
        self._ours, theirs = _CONTEXT.Pipe()
        self._process = _CONTEXT.Process(target=_serve, args=(theirs, equipment), name="alertd reader", daemon=True)
        self._process.start()
        theirs.close()

    @property
    def is_alive(self) -> bool:
        """Whether it runs."""
        return self._process.is_alive()

    def read(self, request: Request, seconds: int) -> Examination:
        """What stands in the file, found with so many seconds of work. Raises TookTooLong or Died; the process is then of no more use."""
        try:
            self._ours.send((*request, seconds))
            if not self._ours.poll(seconds * _PATIENCE):
                raise TookTooLong
            answer = self._ours.recv()
        except (EOFError, OSError) as error:
            self._process.join(_ENDS_WITHIN)
            raise TookTooLong if self._process.exitcode == -signal.SIGXCPU else Died from error
        if not isinstance(answer, Examination):
            raise Died(answer)
        return answer

    def end(self) -> None:
        """Kill it; whoever waits for its answer hears that it died."""
        self._process.kill()
        self._process.join(_ENDS_WITHIN)


def _serve(asked: Connection, equipment: Equipment) -> None:
    """The process itself: it ends with its owner, whose end of the pipe closes then."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches every process of the terminal; the owner ends this one
    directory = load_directory(equipment.contacts)
    _make_ready(directory)
    look_rarely()
    _bound_memory(equipment.max_memory_bytes)
    with contextlib.suppress(EOFError, OSError):
        while True:
            content, name, received_on, seconds = asked.recv()
            _bound_work(seconds)
            try:
                answer: Examination | str = examine(content, name, equipment.limits, received_on, directory)
            except Exception as error:  # noqa: BLE001 - the owner tells of it and starts a process that is whole
                answer = f"{type(error).__name__}: {error}"
            asked.send(answer)


def _make_ready(directory: Directory) -> None:
    """Load and make now what the first document needs, not while an officer waits for it."""
    from alertd.reading.extract import Format, reader_of  # noqa: PLC0415 - in this process alone: the daemon itself reads nothing
    from alertd.reading.reader import read_file  # noqa: F401, PLC0415 - as above

    for each in Format:
        reader_of(each)
    directory.compile_names()


def _bound_memory(most: int) -> None:
    """Of the address space; what the system dumps of a process that it ends would hold what was read, so it dumps nothing."""
    _limit(resource.RLIMIT_AS, most)
    _limit(resource.RLIMIT_CORE, 0)


def _bound_work(seconds: int) -> None:
    """So much more processor time than was used so far; then the system ends this process."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    _limit(resource.RLIMIT_CPU, math.ceil(used.ru_utime + used.ru_stime) + seconds)


def _limit(what: int, most: int) -> None:
    _, hard = resource.getrlimit(what)
    resource.setrlimit(what, (most if hard == resource.RLIM_INFINITY else min(most, hard), hard))
