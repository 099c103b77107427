"""A wire between the daemon and whatever it talks to, which fails in the ways in which wires do."""

from __future__ import annotations

import asyncio
import contextlib
from enum import StrEnum
from typing import Self

from alertd.simulators.breaking import reset

_PIECE = 65536


class Wire(StrEnum):
    """What the wire does with what goes over it."""

    SOUND = "sound"
    REFUSED = "refused"
    """Nobody listens any more, and what was connected is reset."""
    RESETTING = "resetting"
    """Every connection is reset as soon as something is asked over it."""
    BLACKHOLE = "blackhole"
    """Connections stay open, and nothing goes over them in either direction."""
    HALF_OPEN = "half-open"
    """What is asked arrives, and the answer never does."""
    CUTTING = "cutting"
    """What is asked arrives, and the answer breaks off in its middle."""


class Proxy:
    """Listens on this machine and passes everything on to one address."""

    def __init__(self, target: str) -> None:
        """`target` is host:port."""
        self._host, _, self._target_port = target.rpartition(":")
        self.port = 0
        self.wire = Wire.SOUND
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.StreamWriter] = set()

    async def __aenter__(self) -> Self:
        await self._listen()
        return self

    async def __aexit__(self, *exc_info: object) -> None:
        await self.turn(Wire.REFUSED)

    async def turn(self, wire: Wire) -> None:
        """From now on it behaves so. What has been swallowed meanwhile does not come back: such connections are reset."""
        before, self.wire = self.wire, wire
        if wire is Wire.REFUSED or before in (Wire.BLACKHOLE, Wire.HALF_OPEN):
            self._reset_all()
        if wire is Wire.REFUSED and self._server is not None:
            self._server.close()
            self._server = None
        elif wire is not Wire.REFUSED and self._server is None:
            await self._listen()

    async def _listen(self) -> None:
        self._server = await asyncio.start_server(self._connected, "127.0.0.1", self.port, reuse_address=True)
        self.port = self._server.sockets[0].getsockname()[1]

    def _reset_all(self) -> None:
        for writer in tuple(self._open):
            _reset(writer)

    async def _connected(self, asking: asyncio.StreamReader, answering: asyncio.StreamWriter) -> None:
        self._open.add(answering)
        try:
            with contextlib.suppress(OSError):
                answers, onward = await asyncio.open_connection(self._host, int(self._target_port))
                self._open.add(onward)
                try:
                    await asyncio.gather(self._ask(asking, onward, answering), self._answer(answers, answering))
                finally:
                    self._open.discard(onward)
                    onward.close()
        finally:
            self._open.discard(answering)
            answering.close()

    async def _ask(self, source: asyncio.StreamReader, onward: asyncio.StreamWriter, back: asyncio.StreamWriter) -> None:
        while piece := await source.read(_PIECE):
            if self.wire is Wire.RESETTING:
                _reset(back)
            elif self.wire is not Wire.BLACKHOLE:
                onward.write(piece)
                await onward.drain()
        onward.close()

    async def _answer(self, source: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        while piece := await source.read(_PIECE):
            if self.wire is Wire.CUTTING:
                back.write(piece[: len(piece) // 2])
                break
            if self.wire not in (Wire.BLACKHOLE, Wire.HALF_OPEN):
                back.write(piece)
                await back.drain()
        back.close()


def _reset(writer: asyncio.StreamWriter) -> None:
    transport = writer.transport
    reset(transport if isinstance(transport, asyncio.Transport) else None)
