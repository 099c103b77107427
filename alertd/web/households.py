"""Tells which addresses are one caller's: whoever has one address of IPv6 has 2^64 of them."""

from __future__ import annotations

from functools import lru_cache
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

Address = IPv4Address | IPv6Address
SHARED = 64
"""Bits of an IPv6 address that one household or office shares."""


def read_address(written: str) -> Address | None:
    """The address as it stands in a header or of a connection; None for what is none."""
    try:
        address = ip_address(written.partition("%")[0])
    except ValueError:
        return None
    return address.ipv4_mapped or address if isinstance(address, IPv6Address) else address


def household_of(address: Address) -> str:
    """The same for all addresses that one caller may have."""
    return str(address) if isinstance(address, IPv4Address) else str(ip_network((address, SHARED), strict=False))


@lru_cache(1024)
def household(written: str) -> str:
    """The household of an address as it is written; what is no address stands for itself."""
    address = read_address(written)
    return written if address is None else household_of(address)
