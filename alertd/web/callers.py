"""Finds out from which address somebody calls, also through proxies that the operator trusts."""

from __future__ import annotations

from aiohttp import web

from alertd.web.households import Address, household_of, read_address
from alertd.web.keys import DESK

FORWARDED = "X-Forwarded-For"


def address_of(request: web.Request) -> str:
    """The nearest address that is not of a trusted proxy. What stands in the header beyond it could be anybody's invention."""
    found = read_address(request.remote or "")
    if found is None:
        return request.remote or ""
    hops = ",".join(request.headers.getall(FORWARDED, [])).split(",")
    while _is_trusted(request, found) and hops:
        nearer = read_address(hops.pop().strip())
        if nearer is None:
            break
        found = nearer
    return household_of(found)


def _is_trusted(request: web.Request, address: Address) -> bool:
    return any(address in network for network in request.app[DESK].settings.web.trusted_proxies)
