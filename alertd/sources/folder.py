"""Takes in what is dropped into a folder: each file once, when it is complete."""

from __future__ import annotations

import asyncio
import os
import stat
from datetime import timedelta
from pathlib import Path

from alertd.errors import Busy, Invalid, Refused, StoreAway
from alertd.logs import EventLog
from alertd.workflow.arrival.intake import Intake

log = EventLog(__name__)
DONE, REFUSED = "done", "refused"
NO_FILE = "Đây không phải là tệp văn bản nên không được tiếp nhận. Nếu là thư mục, hãy chép từng tệp trong đó vào thư mục nhận văn bản."
LONGEST_NAME = 255
"""Bytes."""
Shape = tuple[int, int]


class FolderSource:
    """Looks at the folder again and again; a file that has not changed between two looks is complete.

    Looking works on network shares too, where notices of change do not arrive. What was taken in moves to `done/`, what was
    refused to `refused/` beside a note that says why. After a power cut in between the same file is taken in again, and found to
    be known. A link is refused, since it may lead to what is nobody's document. A file that cannot be read or moved now, or over
    which the program stumbles, is tried again at the next look, and keeps no other waiting. Of a folder within the folder, or whatever
    else is no file, a note says once that nothing in it was taken in.
    """

    def __init__(self, folder: Path, intake: Intake, settles_after: timedelta, max_bytes: int) -> None:
        self._folder = folder
        self._intake = intake
        self._settles_after = settles_after
        self._max_bytes = max_bytes
        self._seen: dict[Path, Shape] = {}
        self._stuck: set[Path] = set()
        """What could not be taken in at the last look, of which the log tells once."""

    async def run(self) -> None:
        """Look for ever. Meant to run as a supervised edge."""
        while True:
            await self.look()
            await asyncio.sleep(self._settles_after.total_seconds())

    async def look(self) -> int:
        """Look once. Returns how many files were complete."""
        shapes = await asyncio.to_thread(self._shapes)
        complete = [path for path, shape in shapes.items() if self._seen.get(path) == shape]
        self._seen = shapes
        stuck = {path for path in complete if not await self._is_taken(path)}
        self._stuck = stuck
        return len(complete)

    def _shapes(self) -> dict[Path, Shape]:
        self._folder.mkdir(parents=True, exist_ok=True)
        names = sorted(path for path in self._folder.iterdir() if not path.name.startswith(".") and path.name not in (DONE, REFUSED))
        stats = {path: found for path in names if (found := _looked_at(path)) is not None}
        for path, found in stats.items():
            if not _is_file(found):
                self._note_no_file(path)
        return {path: (found.st_size, found.st_mtime_ns) for path, found in stats.items() if _is_file(found)}

    def _note_no_file(self, path: Path) -> None:
        note = self._folder / REFUSED / _name("", path.name, ".reason.txt")
        if not note.exists():
            log.warning("what is no file cannot be taken in", name=path.name)
            note.parent.mkdir(exist_ok=True)
            note.write_text(f"{NO_FILE}\n", encoding="utf-8")

    async def _is_taken(self, path: Path) -> bool:
        try:
            await self._take(path)
        except StoreAway:
            raise
        except OSError as error:
            if path not in self._stuck:
                log.warning("file cannot be taken in now; it is tried again", file=path.name, reason=str(error))
            return False
        except Exception:
            if path not in self._stuck:
                log.exception("the program stumbles over a file; it is tried again", file=path.name)
            return False
        return True

    async def _take(self, path: Path) -> None:
        try:
            content = await asyncio.to_thread(self._read, path)
            submission = await self._intake.submit(content, path.name, "folder", "folder")
        except Busy:
            log.info("too much comes in; the file waits in the folder", file=path.name)
        except Refused as refusal:
            log.warning("file refused", file=path.name, code=refusal.code)
            await asyncio.to_thread(self._move, path, REFUSED, refusal.sentence)
        else:
            log.info("file taken in", file=path.name, documents=len(submission.documents), is_new=submission.is_new)
            await asyncio.to_thread(self._move, path, DONE, "")

    def _read(self, path: Path) -> bytes:
        """The whole file, or just enough of one that is too large to be refused for it."""
        if path.is_symlink():
            raise Invalid("is_link", "Đây là liên kết đến tệp khác, không phải tệp văn bản. Hãy chép chính tệp đó vào thư mục.")
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW), "rb") as file:
            return file.read(self._max_bytes + 1)

    def _move(self, path: Path, where: str, note: str) -> None:
        target = self._folder / where
        target.mkdir(exist_ok=True)
        free = next(p for n in range(10_000) if not (p := target / _name(f"{n}-" if n else "", path.name)).exists())
        path.rename(free)
        if note:
            free.with_name(_name("", free.name, ".reason.txt")).write_text(f"{note}\n", encoding="utf-8")
        self._seen.pop(path, None)


def _looked_at(path: Path) -> os.stat_result | None:
    """None for what has been taken back meanwhile."""
    try:
        return path.lstat()
    except OSError:
        return None


def _is_file(found: os.stat_result) -> bool:
    """Links count: they are refused as such."""
    return stat.S_ISREG(found.st_mode) or stat.S_ISLNK(found.st_mode)


def _name(before: str, name: str, after: str = "") -> str:
    """A file's name with more at its ends; of a long one, as titles of telegrams are, as much as a file system takes."""
    room = LONGEST_NAME - len(before) - len(after)
    encoded = os.fsencode(name)
    return f"{before}{name if len(encoded) <= room else encoded[:room].decode(errors='ignore')}{after}"
