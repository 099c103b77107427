"""Takes in connections, no more than can be served and not all of them from one caller, and turns the others away."""

from __future__ import annotations

import asyncio
import logging
import resource
from collections.abc import Sequence
from ipaddress import IPv4Network, IPv6Network
from typing import cast

from aiohttp import web
from aiohttp.http_exceptions import HttpProcessingError

from alertd.web.households import household, read_address

Network = IPv4Network | IPv6Network
TURNED_AWAY = b"HTTP/1.1 503 Service Unavailable\r\nRetry-After: 5\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
"""What whoever is one too many gets, before anything is read of what they want."""


def talk_log() -> logging.Logger:
    """The log of what happens on connections, without what was no HTTP: any stranger could fill it with that."""
    talk = logging.getLogger(__name__)
    talk.addFilter(_is_ours)
    return talk


def _is_ours(record: logging.LogRecord) -> bool:
    return not (record.exc_info and isinstance(record.exc_info[1], HttpProcessingError | web.RequestPayloadError))


class Door:
    """Makes the protocols for new connections of a server. Half of all places at most are for one caller, unless it is a proxy."""

    def __init__(self, server: web.Server, at_most: int, proxies: Sequence[Network] = ()) -> None:
        self._server = server
        self._at_most = at_most
        self._proxies = proxies

    def __call__(self) -> asyncio.Protocol:
        """A protocol; who connects is known only once it is connected."""
        return _Visitor(self)

    def show_in(self, transport: asyncio.Transport) -> None:
        """Hand a connection over to the server, or end it."""
        if self._has_place_for(_host(transport.get_extra_info("peername"))):
            handler = self._server()
            transport.set_protocol(handler)
            handler.connection_made(transport)
        else:
            transport.write(TURNED_AWAY)
            transport.close()

    def _has_place_for(self, host: str) -> bool:
        present = [household(_host(connection.peername)) for connection in self._server.connections]
        return len(present) < self._at_most and (present.count(household(host)) < self._at_most // 2 or self._is_proxy(host))

    def _is_proxy(self, host: str) -> bool:
        address = read_address(host)
        return address is not None and any(address in network for network in self._proxies)


class _Visitor(asyncio.Protocol):
    def __init__(self, door: Door) -> None:
        self._door = door

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._door.show_in(cast("asyncio.Transport", transport))


def allow_open_files() -> None:
    """Each connection is an open file: have as many as the system lets this process have, not only as many as by default."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft != hard:
        resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))


def _host(peer: object) -> str:
    return str(peer[0]) if isinstance(peer, tuple) else ""
