"""A database without contents, migrated once for all tests of a process and copied for each: migrating takes longer than most tests."""

from __future__ import annotations

import asyncio
import shutil
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from alertd.store.sql import SqlStore


def lay_blank_database(folder: Path) -> None:
    """Put one into the folder as `alertd.db`, unless there is a database already."""
    if not (kept := folder / "alertd.db").exists():
        shutil.copyfile(Path(_made().name, "alertd.db"), kept)


@cache
def _made() -> TemporaryDirectory[str]:
    """The folder with the first; it goes when the process ends."""
    folder = TemporaryDirectory(prefix="alertd-blank-")
    with ThreadPoolExecutor(1) as aside:  # whoever asks has a running loop already
        aside.submit(asyncio.run, _migrate(f"sqlite:///{folder.name}/alertd.db")).result()
    return folder


async def _migrate(url: str) -> None:
    await (await SqlStore.open(url)).close()
