"""One HTTP call to a provider, bounded in time, and what its failure says about whether the request arrived."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import ClientConnectorError, ClientError, ClientSession, ClientTimeout, ConnectionTimeoutError, DummyCookieJar, TCPConnector

from alertd.errors import DeliveryFailed, FailureKind, Oversized

CONNECT_SECONDS = 10.0
"""How long reaching the provider may take; shorter than any call, so that it is not mistaken for an unanswered one."""


@dataclass(frozen=True, slots=True)
class Answer:
    """A provider's answer, whatever its status."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def open_session(seconds: float) -> ClientSession:
    """A session for calls that take `seconds` at most. Must be called inside the running loop.

    The pool has no limit of its own (the sender's pace limits what is under way), and connections are let go before providers
    close idle ones: a request on a connection that is just being closed would end as unknown.
    """
    return ClientSession(
        connector=TCPConnector(limit=0, ttl_dns_cache=300, keepalive_timeout=15),
        timeout=ClientTimeout(total=None, connect=min(CONNECT_SECONDS, seconds / 2)),
        cookie_jar=DummyCookieJar(),
    )


async def download(session: ClientSession, url: str, *, seconds: float, max_bytes: int, **options: Any) -> bytes:
    """Fetch a file of at most `max_bytes`; a provider may send us on to where it keeps files.

    Raises Oversized, or DeliveryFailed. As in `exchange` no address is named.
    """
    try:
        async with asyncio.timeout(seconds), session.get(url, **options) as response:
            if response.status != 200:
                raise DeliveryFailed(FailureKind.PROVIDER_DOWN, f"nhà cung cấp không đưa tệp (HTTP {response.status})")
            content = bytearray()
            async for piece in response.content.iter_chunked(65_536):
                content += piece
                if len(content) > max_bytes:
                    raise Oversized
            return bytes(content)
    except (ClientError, OSError, TimeoutError) as error:
        raise DeliveryFailed(FailureKind.NETWORK, f"không tải được tệp ({_told(error)})") from None


async def exchange(session: ClientSession, method: str, url: str, *, seconds: float, **options: Any) -> Answer:
    """Make one call; `options` are those of aiohttp's `request`.

    Raises DeliveryFailed: NETWORK where nothing left this machine, UNKNOWN where the request left and no whole answer came.
    The sentences name neither URL nor headers: both may hold a secret.
    """
    try:
        async with (
            asyncio.timeout(seconds),
            session.request(method, url, allow_redirects=False, **options) as response,
        ):
            return Answer(response.status, response.headers, await response.read())
    except (ClientConnectorError, ConnectionTimeoutError) as error:
        raise DeliveryFailed(FailureKind.NETWORK, f"không kết nối được tới nhà cung cấp ({_told(error)})") from None
    except (ClientError, OSError, TimeoutError) as error:
        raise DeliveryFailed(FailureKind.UNKNOWN, f"đã chuyển yêu cầu nhưng không nhận được trả lời ({_told(error)})") from None


def _told(error: Exception) -> str:
    """What happened, without the address that aiohttp writes into its messages."""
    if isinstance(error, TimeoutError):
        return "quá thời gian chờ"
    return (error.strerror if isinstance(error, OSError) else None) or type(error).__name__
