"""Tells somebody outside, again and again, that alertd works: a desk behind NAT cannot be asked, and one that is down cannot say so."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import timedelta

from aiohttp import ClientError, ClientSession, ClientTimeout, DummyCookieJar

from alertd.logs import EventLog

log = EventLog(__name__)
ANSWERS_WITHIN = 10.0
"""Seconds that whoever is told may take to answer."""


class Unheard(Exception):
    """Whoever should be told did not hear it. Says nothing of the address, which is a secret."""


class Heart:
    """Calls an address as long as nothing is wrong; whoever keeps the address raises the alarm when the calls stop."""

    def __init__(self, address: str, every: timedelta, ails: Callable[[], Awaitable[str | None]], *, is_mine: Callable[[], bool]) -> None:
        """`ails` says what is wrong, None where all works; `is_mine`: whether among several processes it is for this one to tell."""
        self._address = address
        self._every = every.total_seconds()
        self._ails = ails
        self._is_mine = is_mine

    async def run(self) -> None:
        """Beat for ever. Meant to run as a supervised edge. Raises Unheard."""
        timeout = ClientTimeout(total=ANSWERS_WITHIN)
        async with ClientSession(timeout=timeout, cookie_jar=DummyCookieJar()) as session:
            while True:
                if self._is_mine():
                    await self._beat(session)
                await asyncio.sleep(self._every)

    async def _beat(self, session: ClientSession) -> None:
        wrong = await self._ails()
        if wrong is not None:
            log.error("no heartbeat is sent, since something does not work", wrong=wrong)
            return
        try:
            async with session.get(self._address, allow_redirects=False) as response:
                status = response.status
        except (ClientError, OSError, TimeoutError, ValueError) as error:
            raise Unheard(type(error).__name__) from None
        if status >= 300:
            raise Unheard(f"HTTP {status}")
