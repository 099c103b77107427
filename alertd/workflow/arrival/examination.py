"""Examines a file: what is in it, and which bodies its orders fall to; pure, so that the command line and the daemon agree."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, fields
from datetime import date

from alertd.config import Settings
from alertd.directory.directory import Directory
from alertd.model.bodies import Resolution
from alertd.model.documents import FileReading, Reading
from alertd.reading.limits import Limits


@dataclass(frozen=True, slots=True)
class Examination:
    """A file's reading, and for each document what the directory makes of each directive."""

    reading: FileReading
    resolutions: tuple[tuple[Resolution, ...], ...]
    unrecognised: Reading | None = None
    """The whole file, where no document was found in it."""

    @property
    def entries(self) -> tuple[tuple[Reading, tuple[Resolution, ...]], ...]:
        """What belongs into the register: each document, or the whole file in which none was found."""
        found = tuple(zip(self.reading.documents, self.resolutions, strict=True))
        return ((self.unrecognised, ()),) if self.unrecognised else found


def file_limits(settings: Settings) -> Limits:
    """What is too much for one file, from [intake]."""
    return Limits(**{key.name: getattr(settings.intake, key.name) for key in fields(Limits)})


Examine = Callable[[bytes, str, date], Awaitable[Examination]]
"""Examines the bytes of a file by its name and the day on which it came in. Raises Unread where it could not come to an end."""


def in_a_thread(limits: Limits, directory: Directory) -> Examine:
    """Examination in a thread of this process: quick to begin, and without any bound on time or memory."""

    async def run(content: bytes, name: str, received_on: date) -> Examination:
        return await asyncio.to_thread(examine, content, name, limits, received_on, directory)

    return run


def examine(content: bytes, name: str, limits: Limits, received_on: date, directory: Directory) -> Examination:
    """Read a file and place its addressees. Names are resolved on the document's date; without one, on the day of receipt."""
    # The daemon has files read in processes of their own: the rules are loaded there alone.
    from alertd.reading.reader import read_file  # noqa: PLC0415 - see above
    from alertd.reading.unrecognised import whole_file  # noqa: PLC0415 - as above

    reading = read_file(content, name, limits, received_on)
    resolutions = tuple(directory.resolve(document, document.issued_on or received_on) for document in reading.documents)
    return Examination(reading, resolutions, whole_file(reading))
