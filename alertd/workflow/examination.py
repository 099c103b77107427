"""Examines a file: what is in it, and which bodies its orders fall to; pure, so that the command line and the daemon agree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from alertd.directory.directory import Directory
from alertd.model.bodies import Resolution
from alertd.model.documents import FileReading
from alertd.reading.extract import Limits
from alertd.reading.reader import read_file


@dataclass(frozen=True, slots=True)
class Examination:
    """A file's reading, and for each document what the directory makes of each directive."""

    reading: FileReading
    resolutions: tuple[tuple[Resolution, ...], ...]


def examine(content: bytes, name: str, limits: Limits, received_on: date, directory: Directory) -> Examination:
    """Read a file and place its addressees. Names are resolved on the document's date; without one, on the day of receipt."""
    reading = read_file(content, name, limits, received_on)
    resolutions = tuple(
        tuple(directory.resolve(directive, document, document.issued_on or received_on) for directive in document.directives)
        for document in reading.documents
    )
    return Examination(reading, resolutions)
