"""The whole durable path against plain posts of the same payload, 100 at once, to the same stand-in, in the same run."""

from __future__ import annotations

import asyncio
import json
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from statistics import median

import aiohttp
from pydantic import SecretStr

from alertd.app import build
from alertd.clock import SystemClock
from alertd.config import Contacts, Database, SenderSettings, Settings, load_settings
from alertd.model.assignments import Proposal
from alertd.model.bodies import Role
from alertd.model.documents import DocumentState
from alertd.model.register import Document
from alertd.workflow.desk import Desk
from tools.bench.province import CHAT, bodies, write_directory
from tools.bench.stand_in import TOKEN, stand_in

RECIPIENTS = 2_000
AT_ONCE = 100
RUNS = 3
DOCUMENT = Path(__file__).parents[2] / "alertd/drill/document.txt"


async def fan_out() -> Iterator[tuple[str, float, str]]:
    """`fan_out_ratio` and the two rates that make it: the median of three pairs."""
    async with stand_in() as url:
        with tempfile.TemporaryDirectory() as name:
            pairs = [await _pair(Path(name) / str(run), url) for run in range(RUNS)]
    ratio = median(path / plain for path, plain in pairs)
    return iter(
        [
            ("fan_out_ratio", ratio, "of plain posts"),
            ("fan_out_rate", median(path for path, _ in pairs), "messages/s"),
            ("plain_post_rate", median(plain for _, plain in pairs), "messages/s"),
        ]
    )


async def _pair(folder: Path, url: str) -> tuple[float, float]:
    folder.mkdir()
    settings = load_settings()
    settings = _settings(settings, folder, url, write_directory(folder, settings, RECIPIENTS))
    desk = await build(settings, SystemClock())
    try:
        await desk.channels["telegram"].start()
        text, seconds = await _release(desk, settings)
    finally:
        await desk.channels["telegram"].close()
        await desk.store.close()
    return RECIPIENTS / seconds, RECIPIENTS / await _plain(url, text)


def _settings(settings: Settings, folder: Path, url: str, contacts: Path) -> Settings:
    sender = SenderSettings(name="telegram", channel="telegram", api_base=url, rate=1_000_000, token=SecretStr(TOKEN))
    return settings.model_copy(
        update={
            "senders": (sender,),
            "contacts": Contacts(path=contacts),
            "database": Database(url=f"sqlite:///{folder / 'bench.db'}"),
            "delivery": settings.delivery.model_copy(update={"address_gap": timedelta(0), "concurrency": AT_ONCE}),
        }
    )


async def _release(desk: Desk, settings: Settings) -> tuple[str, float]:
    """Seconds from the officer's decision to the last message recorded as sent, and one of the texts."""
    document = await _document(desk, settings)
    couriers = [asyncio.create_task(courier.run()) for courier in desk.couriers]
    began = time.perf_counter()
    dispatch = await desk.release.approve(document.id, "bench")
    while True:
        async with desk.store.snapshot() as tx:
            counts = await tx.outbox.counts()
        if counts.get("sent", 0) >= RECIPIENTS:
            break
        await asyncio.sleep(0.01)
    seconds = time.perf_counter() - began
    for task in couriers:
        task.cancel()
    await asyncio.gather(*couriers, return_exceptions=True)
    async with desk.store.snapshot() as tx:
        return (await tx.outbox.of_dispatch(dispatch.id))[0].text, seconds


async def _document(desk: Desk, settings: Settings) -> Document:
    """The drill's document, its work given to every body of the measurement instead."""
    submission = await desk.intake.submit(DOCUMENT.read_bytes(), DOCUMENT.name, "bench", "bench")
    document = next(d for d in submission.documents if d.state is DocumentState.READ)
    model = document.proposals[0]
    proposals = tuple(_proposal(model, body) for body in bodies(settings, RECIPIENTS))
    async with desk.store.transaction() as tx:
        document = replace(document, proposals=proposals)
        await tx.documents.save(document)
    return document


def _proposal(model: Proposal, body: str) -> Proposal:
    return Proposal(f"0/{body}", body, Role.LEAD, 0, model.actions, model.deadline_text, model.deadline_at, model.report, model.reason)


async def _plain(url: str, text: str) -> float:
    """Seconds for as many posts of the same payload by the bare client, 100 at once."""
    gate = asyncio.Semaphore(AT_ONCE)
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=AT_ONCE)) as session:

        async def post(n: int) -> None:
            body = json.dumps({"chat_id": CHAT + n, "text": text, "parse_mode": "HTML"}).encode()
            async with (
                gate,
                session.post(f"{url}/bot{TOKEN}/sendMessage", data=body, headers={"Content-Type": "application/json"}) as answer,
            ):
                await answer.read()

        await asyncio.gather(*(post(n) for n in range(AT_ONCE)))
        began = time.perf_counter()
        await asyncio.gather(*(post(n) for n in range(RECIPIENTS)))
        return time.perf_counter() - began
