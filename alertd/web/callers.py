"""Finds out from which address somebody calls, also through proxies that the operator trusts."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

from aiohttp import web

from alertd.web.keys import DESK

Address = IPv4Address | IPv6Address
FORWARDED = "X-Forwarded-For"
HOME = 64
"""Bits of an IPv6 address that one household or office shares: whoever has one has 2^64 of them."""


def address_of(request: web.Request) -> str:
    """The nearest address that is not of a trusted proxy. What stands in the header beyond it could be anybody's invention."""
    found = _address(request.remote or "")
    if found is None:
        return request.remote or ""
    hops = ",".join(request.headers.getall(FORWARDED, [])).split(",")
    while _is_trusted(request, found) and hops:
        nearer = _address(hops.pop().strip())
        if nearer is None:
            break
        found = nearer
    return _as_one(found)


def _is_trusted(request: web.Request, address: Address) -> bool:
    return any(address in network for network in request.app[DESK].settings.web.trusted_proxies)


def _address(written: str) -> Address | None:
    """The address in one place of the header; None for what is none."""
    try:
        address = ip_address(written.partition("%")[0])
    except ValueError:
        return None
    return address.ipv4_mapped or address if isinstance(address, IPv6Address) else address


def _as_one(address: Address) -> str:
    return str(address) if isinstance(address, IPv4Address) else str(ip_network((address, HOME), strict=False))
