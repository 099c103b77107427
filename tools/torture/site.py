"""One installation under torture: folder, database, telephones, and the daemons that live and die there."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import aiohttp

from alertd.clock import SystemClock
from alertd.config import load_settings
from alertd.failpoints import VARIABLE as FAILPOINT
from alertd.model.accounts import Scope
from alertd.store.sql import SqlStore
from alertd.workflow.people.access import Access
from tools.bench.province import bodies, write_directory
from tools.torture.books import Reader, reading
from tools.torture.databases import DATABASES, Database
from tools.torture.ledger import Order, Verdict, judge
from tools.torture.life import SERVE, Life
from tools.torture.telephones import TOKEN, Telephones

CONCURRENCY = 20
"""Messages under way at once: so many repeats each death may cost."""
DOCUMENT = Path(__file__).parents[2] / "alertd/drill/document.txt"
PATIENCE = 60.0
"""Seconds without any change after which what is not done counts as never done."""
QUIET = 2.5
"""Seconds without any change after which everything is done: more than two ticks of the timetable."""
LOOK = 0.1
"""Seconds between two looks at the books."""
SETTINGS = {
    "ALERTD_SENDERS__TELEGRAM__TOKEN": TOKEN,
    "ALERTD_SENDERS__TELEGRAM__RATE": "300",
    "ALERTD_DELIVERY__CONCURRENCY": str(CONCURRENCY),
    "ALERTD_DELIVERY__TIMEOUT": "2s",
    "ALERTD_DELIVERY__LEASE": "3s",
    "ALERTD_DELIVERY__DEAD_AFTER": "3s",
    "ALERTD_DELIVERY__RETRY_AFTER": "0.5s",
    "ALERTD_DELIVERY__RETRY_AT_MOST": "2s",
    "ALERTD_DELIVERY__ADDRESS_GAP": "0s",
    "ALERTD_WEB__PORT": "0",
    "ALERTD_INTAKE__READ_AT_ONCE": "1",
}
"""A provider that answers at once, and everything that waits made short, so that a night fits into minutes."""


@dataclass
class Site:
    """What a scenario works with."""

    folder: Path
    database: Database
    telephones: Telephones
    reader: Reader
    size: int
    token: str
    environ: dict[str, str]
    kills: int = 0
    """How often something was interrupted that a message may have been under way in."""
    fell: int = 0
    """How often a daemon ended by itself."""
    waiting: list[int] = field(default_factory=list)
    """Documents that are handed in and not known to be released."""
    orders: list[Order] = field(default_factory=list)
    lives: list[Life] = field(default_factory=list)

    @property
    def bodies(self) -> frozenset[str]:
        """Whom every order is for."""
        return frozenset(bodies(load_settings(), self.size))

    async def begin(self, *, role: str = "all", failpoint: str = "", command: Sequence[str] = SERVE, **environ: str) -> Life:
        """Start a daemon here."""
        environ = {**self.environ, **environ, FAILPOINT: failpoint}
        life = await Life.begin(self.folder, [*command, *(["--role", role] if role != "all" else [])], environ)
        self.lives.append(life)
        return life

    async def kill(self, life: Life) -> None:
        """End one as a power cut does. One that had ended by itself before is counted as such."""
        self.fell += life.is_over and not await life.ended()
        self.kills += 1
        await life.kill()

    async def submit(self, life: Life) -> int:
        """Hand in an order of its own bytes; its document."""
        text = DOCUMENT.read_text(encoding="utf-8") + f"\nBản {await self.reader.documents() + 1}.\n"
        answer = await self._ask(life, "documents", data=text.encode(), headers={"Content-Type": "text/plain"})
        return int(next(document["id"] for document in answer["documents"] if document["emergency"]))

    async def release(self, life: Life, document: int) -> None:
        """Release it to everybody; not twice, if it was released before an answer was lost."""
        if not await self.reader.dispatches_of(document):
            await self._ask(
                life, f"documents/{document}/approve", json={"assignments": [_assignment(body) for body in sorted(self.bodies)]}
            )
        (dispatch,) = await self.reader.dispatches_of(document)
        self.orders.append(Order(dispatch, self.bodies))

    async def orders_everybody(self, life: Life) -> None:
        """Hand in an order and release it."""
        self.waiting.append(await self.submit(life))
        await self.release_waiting(life)

    async def release_waiting(self, life: Life) -> None:
        """Release what was handed in: whoever got no answer asks again."""
        while self.waiting:
            await self.release(life, self.waiting[0])
            del self.waiting[0]

    async def settled(self) -> None:
        """Until nothing is left to do and no tick of the timetable brings anything more, or nothing has changed for too long. A
        daemon that has ended by itself is started again.
        """
        before, unchanged = await self.reader.progress(), 0.0
        while unchanged < (PATIENCE if before.left else QUIET):
            await self.keep_alive()
            await asyncio.sleep(LOOK)
            now = await self.reader.progress()
            unchanged = unchanged + LOOK if now == before else 0.0
            before = now

    async def keep_alive(self) -> Life:
        """The daemon that works, started again where it has ended by itself."""
        life = self.lives[-1]
        if life.is_over:
            self.fell += not await life.ended()
            life = await self.begin()
        return life

    async def judged(self) -> Verdict:
        """Stop everything; the verdict."""
        for life in self.lives:
            await life.stop()
        return judge(self.orders, self.telephones.received, self.telephones.tapped, await self.reader.books())

    async def _ask(self, life: Life, path: str, **options: Any) -> Any:
        headers = {"Authorization": f"Bearer {self.token}", **options.pop("headers", {})}
        async with aiohttp.ClientSession() as http, http.post(f"{life.url}/api/v1/{path}", headers=headers, **options) as answer:
            if answer.status >= 300:
                raise RuntimeError(f"{path}: {answer.status} {await answer.text()}")
            return await answer.json()


@asynccontextmanager
async def site(database: str, size: int) -> AsyncIterator[Site]:
    """A new installation with that many bodies to be told. Raises LookupError where the database cannot be had."""
    telephones = Telephones()
    with tempfile.TemporaryDirectory(prefix="alertd-torture-") as name:
        folder = Path(name)
        contacts = write_directory(folder, load_settings(), size)
        async with DATABASES[database](folder) as base, reading(base.url) as reader, telephones.simulator:
            environ = {
                **SETTINGS,
                "ALERTD_CONTACTS__PATH": str(contacts),
                "ALERTD_DATABASE__URL": base.url,
                "ALERTD_SENDERS__TELEGRAM__API_BASE": telephones.simulator.url,
            }
            place = Site(folder, base, telephones, reader, size, await _token(base.url), environ)
            try:
                yield place
            finally:
                for life in place.lives:
                    await life.kill()


async def _token(url: str) -> str:
    store = await SqlStore.open(url)
    try:
        scopes = frozenset({Scope.READ, Scope.SUBMIT, Scope.RELEASE})
        return await Access(store, SystemClock(), load_settings().web.session_lasts).create_token("torture", scopes, "torture")
    finally:
        await store.close()


def _assignment(body: str) -> dict[str, Any]:
    return {"body": body, "actions": ["Kiểm tra ngay các điểm sạt lở trên địa bàn."], "directive": 0}
