"""One life of the daemon: a process of its own, started like an operator's and ended like a power cut's."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Self

SERVE = (sys.executable, "-c", "from alertd.cli import main; main()", "serve")
_READY = "alertd is serving "
_AT = "on "


class Life:
    """A running `alertd serve`. What it says on standard error is kept in a file."""

    def __init__(self, process: asyncio.subprocess.Process, log: Path) -> None:
        self.url = ""
        """Where its pages are, once it is ready; empty where it has none."""
        self._process = process
        self._log = log
        self._is_ready = asyncio.Event()
        self._reading = asyncio.create_task(self._read())

    @classmethod
    async def begin(cls, folder: Path, command: Sequence[str], environ: Mapping[str, str]) -> Self:
        """Start it in a folder with settings of its own; returns when it works, or when it has died before."""
        environ = {**os.environ, **environ}
        process = await asyncio.create_subprocess_exec(*command, cwd=folder, env=environ, stderr=asyncio.subprocess.PIPE)
        life = cls(process, folder / "alertd.log")
        await life._is_ready.wait()
        return life

    @property
    def pid(self) -> int:
        """Its process."""
        return self._process.pid

    @property
    def is_over(self) -> bool:
        """Whether it has died or ended."""
        return self._process.returncode is not None

    async def ended(self) -> bool:
        """Until it ends; whether by a kill, not by itself."""
        await self._reading
        return await self._process.wait() == -signal.SIGKILL

    async def kill(self) -> None:
        """As if the power had failed."""
        if not self.is_over:
            self._process.kill()
        await self.ended()

    async def stop(self) -> None:
        """As an operator would."""
        if not self.is_over:
            self._process.terminate()
        await self.ended()

    def freeze(self) -> None:
        """It stands still and does not know it."""
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """It goes on as if no time had passed."""
        self._process.send_signal(signal.SIGCONT)

    async def _read(self) -> None:
        said = self._process.stderr
        with self._log.open("ab") as log:
            while said and (line := await said.readline()):
                log.write(line)
                log.flush()
                if _READY in line.decode(errors="replace"):
                    where = line.decode().partition(_READY)[2].strip()
                    self.url = where.removeprefix(_AT).rstrip("/") if where.startswith(_AT) else ""
                    self._is_ready.set()
        self._is_ready.set()
