"""What two processes with a sender each send together, of what one process with one sender sends: on PostgreSQL, as two hosts would."""

from __future__ import annotations

import asyncio
import sys
import tempfile
import time
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

from alertd.model.notices import DeliveryState
from alertd.store.sql import SqlStore
from tests.fakes.postgres import new_database
from tools.bench.databases import database
from tools.bench.messages import message
from tools.bench.stand_in import TOKEN, stand_in
from tools.torture.life import Life

RATE, EACH = 300, 3_000
"""Messages a second of each sender, and how many each has to send."""
WORKER = (sys.executable, "-c", "from alertd.cli import main; main()", "serve", "--role", "worker")
PACKAGED = Path(__file__).parents[2] / "config.toml"
SENDER = '\n[[senders]]\nname = "{name}"\nchannel = "telegram"\napi_base = "{url}"\nrate = {rate}\nreceive = "none"\n'


async def two_senders() -> Iterator[tuple[str, float, str]]:
    """`two_senders_ratio`; nothing where no PostgreSQL is installed. No row may be sent twice."""
    try:
        with database() as address:
            async with stand_in() as url:
                one, two = [await _rate(url, await new_database(address), number) for number in (1, 2)]
    except LookupError as missing:
        print(missing, file=sys.stderr)
        return iter([])
    return iter([("two_senders_ratio", two / one, "of one process with one sender")])


async def _rate(url: str, database_url: str, number: int) -> float:
    """Messages a second of that many processes and senders together."""
    store = await SqlStore.open(database_url)
    senders = [f"bot-{n}" for n in range(1, number + 1)]
    try:
        async with _workers(url, database_url, senders):
            await _until_shared(store, senders)
            async with store.transaction() as tx:
                await tx.outbox.add([message(n, sender) for sender in senders for n in range(EACH)])
            began = time.perf_counter()
            while (await _sent(store)) < EACH * number:  # noqa: ASYNC110 - the processes are not ours to listen to
                await asyncio.sleep(0.05)
            seconds = time.perf_counter() - began
            async with store.snapshot() as tx:
                history = await tx.outbox.history(range(1, EACH * number + 1))
            if sum(change.state is DeliveryState.SENDING for change in history) != EACH * number:
                raise SystemExit("a message was claimed more than once")
        return EACH * number / seconds
    finally:
        await store.close()


@asynccontextmanager
async def _workers(url: str, database_url: str, senders: list[str]) -> AsyncIterator[None]:
    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        written = "".join(SENDER.format(name=name, url=url, rate=RATE) for name in senders)
        (folder / "config.toml").write_text(PACKAGED.read_text(encoding="utf-8") + written, encoding="utf-8")
        environ = {
            "ALERTD_DATABASE__URL": database_url,
            "ALERTD_CONTACTS__PATH": str(PACKAGED.parent / "contacts"),
            "ALERTD_TEMPLATES__PATH": str(PACKAGED.parent / "templates"),
            "ALERTD_DELIVERY__ADDRESS_GAP": "0s",
            "ALERTD_WEB__PORT": "0",
            **{f"ALERTD_SENDERS__{name.upper().replace('-', '_')}__TOKEN": TOKEN for name in senders},
        }
        lives = [await Life.begin(folder, WORKER, environ) for _ in senders]
        try:
            yield
        finally:
            for life in lives:
                await life.stop()


async def _until_shared(store: SqlStore, senders: list[str]) -> None:
    while True:
        async with store.snapshot() as tx:
            holders = await tx.workers.holders()
        if len({holders.get(sender) for sender in senders} - {None}) == len(senders):
            return
        await asyncio.sleep(0.2)


async def _sent(store: SqlStore) -> int:
    async with store.snapshot() as tx:
        return (await tx.outbox.counts(None, (DeliveryState.SENT,)))[DeliveryState.SENT]
