"""Opens a real desk for a measurement: its own database, a province of any size, one Telegram sender, and an order to everybody."""

from __future__ import annotations

import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from alertd.app import build
from alertd.clock import SystemClock
from alertd.config import Contacts, Database, SenderSettings, Settings, load_settings
from alertd.model.assignments import Proposal
from alertd.model.bodies import Role
from alertd.model.documents import DocumentState
from alertd.model.register import Document
from alertd.workflow.desk import Desk
from tools.bench.province import bodies, write_directory
from tools.bench.stand_in import TOKEN

AT_ONCE = 100
SECRET = "bench-secret"  # noqa: S105 - opens nothing
DOCUMENT = Path(__file__).parents[2] / "alertd/drill/document.txt"


@asynccontextmanager
async def open_desk(url: str, size: int, database_url: str | None = None, **delivery: Any) -> AsyncIterator[Desk]:
    """A desk with `size` bodies whose Telegram is at `url`, its provider's pace left out unless `rate` is given; on a SQLite file of
    its own unless there is a `database_url`; `delivery` are keys of [delivery].
    """
    with tempfile.TemporaryDirectory() as name:
        packaged = load_settings()
        settings = _settings(packaged, Path(name), url, write_directory(Path(name), packaged, size), delivery)
        if database_url:
            settings = settings.model_copy(update={"database": Database(url=database_url)})
        desk = await build(settings, SystemClock())
        try:
            await desk.channels["telegram"].start()
            yield desk
        finally:
            await desk.channels["telegram"].close()
            await desk.store.close()


async def order_to(desk: Desk, size: int, copies: int = 1) -> list[Document]:
    """The drill's order, ready for release `copies` times over, with its work given to `size` bodies of the province."""
    submission = await desk.intake.submit(DOCUMENT.read_bytes(), DOCUMENT.name, "bench", "bench")
    document = next(d for d in submission.documents if d.state is DocumentState.READ)
    model = document.proposals[0]
    document = replace(document, proposals=tuple(_proposal(model, body) for body in bodies(desk.settings, size)))
    orders = []
    async with desk.store.transaction() as tx:
        for position in range(1, copies + 1):
            order = replace(document, id=0, position=position)
            orders.append(replace(order, id=await tx.documents.add(order)))
    return orders


def _settings(settings: Settings, folder: Path, url: str, contacts: Path, delivery: dict[str, Any]) -> Settings:
    rate = delivery.pop("rate", 1_000_000)
    sender = SenderSettings(name="telegram", channel="telegram", api_base=url, rate=rate, token=SecretStr(TOKEN), secret=SecretStr(SECRET))
    return settings.model_copy(
        update={
            "senders": (sender,),
            "contacts": Contacts(path=contacts),
            "database": Database(url=f"sqlite:///{folder / 'bench.db'}"),
            "delivery": settings.delivery.model_copy(update={"address_gap": timedelta(0), "concurrency": AT_ONCE, **delivery}),
        }
    )


def _proposal(model: Proposal, body: str) -> Proposal:
    return Proposal(f"0/{body}", body, Role.LEAD, 0, model.actions, model.deadline_text, model.deadline_at, model.report, model.reason)
