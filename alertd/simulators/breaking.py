"""Breaks a connection in the ways in which networks do."""

from __future__ import annotations

import asyncio
import socket
import struct

from aiohttp import web

_NO_LINGER = struct.pack("ii", 1, 0)
"""SO_LINGER of zero seconds: closing the socket then resets the connection."""


def reset(transport: asyncio.Transport | None) -> None:
    """Reset the connection: the other side sees ECONNRESET, not an orderly end."""
    if transport is not None:
        transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
        transport.abort()


def drop(request: web.BaseRequest) -> web.Response:
    """Reset the connection of a call. What is returned goes nowhere."""
    reset(request.transport)
    return web.Response()


async def cut_short(request: web.BaseRequest, answer: web.Response) -> web.StreamResponse:
    """Send the head and the first half of an answer, then close the connection."""
    body = answer.body if isinstance(answer.body, bytes) else b""
    half = web.StreamResponse(status=answer.status, headers={"Content-Type": answer.content_type, "Content-Length": str(len(body))})
    await half.prepare(request)
    await half.write(body[: len(body) // 2])
    if request.transport is not None:
        request.transport.close()
    return half
