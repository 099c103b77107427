"""Reads what a caller sends, bounded in size and in time: whoever dribbles it in takes a place that others need."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from aiohttp import web

from alertd.errors import Invalid

WORDS_WITHIN = 10.0
"""Seconds that a caller has for a few kilobytes."""
FILE_WITHIN = 300.0
"""Seconds for a file: a duty desk's line may be slow."""


async def content_of(request: web.Request, at_most: int, within: float = WORDS_WITHIN) -> bytes:
    """The request's body. Raises HTTPRequestEntityTooLarge beyond so many bytes, HTTPRequestTimeout after so many seconds."""
    async with bounded(within):
        return await request.clone(client_max_size=at_most).read()


@asynccontextmanager
async def bounded(seconds: float) -> AsyncIterator[None]:
    """What takes longer ends in HTTPRequestTimeout, what is not packed or cut up as it says in Invalid."""
    try:
        async with asyncio.timeout(seconds):
            yield
    except TimeoutError:
        raise web.HTTPRequestTimeout from None
    except web.RequestPayloadError:
        raise Invalid("broken_body", "Dữ liệu gửi lên bị hỏng, không đọc được.") from None
