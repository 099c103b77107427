"""The whole durable path against Apprise, a library that only sends: the same messages to the same stand-in."""

from __future__ import annotations

import asyncio
import importlib
import sys
import time
from collections.abc import Iterator
from typing import Any

from tools.bench.delivering import release_to
from tools.bench.desks import open_desk
from tools.bench.province import CHAT
from tools.bench.stand_in import TOKEN, stand_in

RECIPIENTS, OF_APPRISE = 1_000, 200
"""How many alertd tells, and how many of those Apprise: its rate does not depend on how many there are."""
SLOW = 0.05
TEXT = "Đề nghị kiểm tra ngay các điểm sạt lở trên địa bàn và báo cáo trước 17 giờ."


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
            async with open_desk(url, RECIPIENTS) as desk:
                seconds, _ = await release_to(desk, RECIPIENTS)
            theirs = await asyncio.to_thread(_seconds, library, url)
        figures.append((name, (RECIPIENTS / seconds) / (OF_APPRISE / theirs), "times as fast"))
    return iter(figures)


def _seconds(library: Any, url: str) -> float:
    """One service with many chats: how Apprise is used for a list of recipients."""
    importlib.import_module("apprise.plugins.telegram").NotifyTelegram.notify_url = f"{url}/bot"
    sender = library.Apprise()
    sender.add(f"tgram://{TOKEN}/" + "/".join(str(CHAT + n) for n in range(OF_APPRISE)) + "/?format=text")
    began = time.perf_counter()
    if not sender.notify(body=TEXT):
        raise SystemExit("Apprise could not send")
    return time.perf_counter() - began
