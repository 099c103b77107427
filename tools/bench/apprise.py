"""The whole durable path against Apprise, a library that only sends: the same messages to the same stand-in."""

from __future__ import annotations

import asyncio
import importlib
import sys
import time
from collections.abc import Iterator, Sequence
from statistics import median
from typing import Any

from alertd.model.notices import Delivery
from tools.bench.delivering import release_to
from tools.bench.desks import open_desk
from tools.bench.stand_in import TOKEN, stand_in

RECIPIENTS, OF_APPRISE = 5_000, 200
"""How many alertd tells, and how many of those Apprise: its rate does not depend on how many there are."""
RUNS = 3
SLOW = 0.05


async def apprise() -> Iterator[tuple[str, float, str]]:
    """`apprise_ratio` with a provider that answers at once, `apprise_ratio_slow` with one that takes 50 ms; nothing without Apprise."""
    try:
        library = importlib.import_module("apprise")
    except ImportError:
        print("Apprise is not installed: pip install -e .[bench]", file=sys.stderr)
        return iter([])
    figures = []
    for name, latency in (("apprise_ratio", 0.0), ("apprise_ratio_slow", SLOW)):
        async with stand_in(latency) as url:
            ratios = [await _ratio(library, url) for _ in range(RUNS)]
        figures.append((name, median(ratios), "times as fast"))
    return iter(figures)


async def _ratio(library: Any, url: str) -> float:
    """The one right after the other: how fast a machine is changes from minute to minute."""
    async with open_desk(url, RECIPIENTS) as desk:
        seconds, deliveries = await release_to(desk, RECIPIENTS)
    theirs = await asyncio.to_thread(_seconds, library, url, deliveries[:OF_APPRISE])
    return (RECIPIENTS / seconds) / (OF_APPRISE / theirs)


def _seconds(library: Any, url: str, deliveries: Sequence[Delivery]) -> float:
    """The same words to the same chats: each chat is a service of its own, made before the clock starts, since each is told something else.

    One by one, which with a provider that answers at once is Apprise's quickest way: its `async_notify`, all at once, sends a tenth fewer.
    """
    importlib.import_module("apprise.plugins.telegram").NotifyTelegram.notify_url = f"{url}/bot"
    services = [library.Apprise() for _ in deliveries]
    for service, delivery in zip(services, deliveries, strict=True):
        service.add(f"tgram://{TOKEN}/{delivery.address}/?format=html")
    began = time.perf_counter()
    if not all(service.notify(body=delivery.text, body_format="html") for service, delivery in zip(services, deliveries, strict=True)):
        raise SystemExit("Apprise could not send")
    return time.perf_counter() - began
