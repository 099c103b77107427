"""A desk without providers: events are handed in as providers would send them, messages count as sent, the clock stands still."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from typing import Any

import pytest

from alertd.app import build
from alertd.config import Contacts, Settings
from alertd.handbook import open_handbook
from alertd.model.accounts import Enrolment
from alertd.model.bodies import Contact
from alertd.model.inbox import RawEvent
from alertd.model.notices import Attempt, Delivery, DeliveryState, Dispatch
from alertd.model.replies import Meaning
from alertd.store.sql import SqlStore
from alertd.workflow.desk import Desk
from tests.fakes.blank import lay_blank_database
from tests.fakes.clock import HandClock
from tests.fakes.town import DOCUMENTS, OFFICER, handbook, packaged_settings, settings_for

RAM = Path("/dev/shm")  # noqa: S108 - folders in it are made by TemporaryDirectory, for their owner alone
"""Where there is one, a database of a moment is kept in memory: the same SQLite, without a disk's pauses."""


def moment() -> TemporaryDirectory[str]:
    """A folder for one short life."""
    return TemporaryDirectory(dir=RAM if RAM.is_dir() else None)


NOBODY = "http://127.0.0.1:9"
"""Where nobody listens."""


@dataclass
class Rig:
    """One desk over one database; `restart` opens the same database again."""

    folder: Path
    clock: HandClock
    desk: Desk
    dispatch: Dispatch
    settings: Settings
    store: SqlStore | None = None
    """A database that outlives the desk; without one the desk opens and closes its own."""
    _numbers: count[int] = field(default_factory=lambda: count(1))

    @classmethod
    async def released(
        cls,
        folder: Path,
        name: str = "two-districts.txt",
        settings: Settings | None = None,
        joined: Mapping[str, str] = MappingProxyType({}),
    ) -> Rig:
        """A desk that has released a document; everything is sent. `joined`: contacts that have a Telegram chat of their own."""
        lay_blank_database(folder)
        clock, settings = HandClock(), settings or settings_for(folder, NOBODY, NOBODY, NOBODY)
        desk = await opened(settings, clock)
        async with desk.store.transaction() as tx:
            for contact, chat in joined.items():
                await tx.accounts.add_enrolment(Enrolment(contact, contact, "telegram", clock.now(), clock.now(), chat, clock.now()))
        submission = await desk.intake.submit((DOCUMENTS / name).read_bytes(), name, "test", OFFICER)
        dispatch = await desk.release.approve(submission.documents[0].id, OFFICER)
        rig = cls(folder, clock, desk, dispatch, settings)
        await rig.carry()
        return rig

    async def close(self) -> None:
        """Let go of the database."""
        if self.store is None:
            await self.desk.store.close()

    async def restart(self) -> None:
        """The program ends and begins again."""
        await self.close()
        self.desk = await opened(self.settings, self.clock, self.store)

    async def carry(self) -> None:
        """Every message that waits is taken by its provider."""
        now = self.clock.now()
        async with self.desk.store.transaction() as tx:
            for name in self.desk.channels:
                while claimed := await tx.outbox.claim(name, now, now + timedelta(minutes=1), 500):
                    sent = [Attempt(d.id, d.fence, DeliveryState.SENT, now, "", None, f"ref-{d.id}") for d in claimed]
                    await tx.outbox.record(sent)

    async def passes(self, minutes: int) -> None:
        """Time goes by in one go, and everything due happens."""
        self.clock.forward(minutes=minutes)
        while await self.desk.followups.step():
            await self.carry()
        await self.carry()

    async def hears(self, events: Sequence[RawEvent]) -> None:
        """Events come in together and are understood."""
        for event in events:
            await self.desk.answers.take_in(event.sender, [event])
        await self.desk.answers.understand_pending()
        await self.carry()

    def contact(self, body: str) -> Contact:
        """Who is called first for a body."""
        return self.desk.directory.contacts_of(body)[0]

    async def code(self, body: str) -> str:
        """The code of the body's latest notice."""
        async with self.desk.store.snapshot() as tx:
            return (await tx.dispatches.notices_of_body(body))[0].code

    def written(self, body: str, words: str) -> RawEvent:
        """The first contact writes on Telegram."""
        number = next(self._numbers)
        return _update(number, message={"message_id": 10**6 + number, "text": words, "date": 0, **self._who(body)})

    def texted(self, body: str, words: str) -> RawEvent:
        """The first contact writes an SMS."""
        sms = self.contact(body).address_on("sms")
        number = f"SM{next(self._numbers):032}"
        form = {"MessageSid": number, "From": sms.value if sms else "", "To": "+15005550006", "Body": words}
        return RawEvent("sms", number, json.dumps(form))

    def tapped(self, body: str, code: str, meaning: Meaning) -> RawEvent:
        """The first contact presses a button."""
        number, who = next(self._numbers), self._who(body)
        message = {"message_id": 1, "chat": who["chat"], "date": 0}
        return _update(number, callback_query={"id": str(number), "from": who["from"], "message": message, "data": f"a:{code}:{meaning}"})

    async def deliveries(self) -> list[Delivery]:
        """Everything that was ever queued."""
        found: list[Delivery] = []
        async with self.desk.store.snapshot() as tx:
            while (delivery := await tx.outbox.get(len(found) + 1)) is not None:
                found.append(delivery)
        return found

    def _who(self, body: str) -> dict[str, Any]:
        chat = self.contact(body).address_on("telegram")
        number = int(chat.value) if chat else 0
        return {"from": {"id": number, "is_bot": False, "first_name": "x"}, "chat": {"id": number, "type": "private"}}


def _update(number: int, **content: Any) -> RawEvent:
    return RawEvent("telegram", str(number), json.dumps({"update_id": number, **content}))


async def opened(settings: Settings, clock: HandClock, store: SqlStore | None = None) -> Desk:
    """A desk over the database of the settings, or over one that is open already."""

    async def given(url: str, password: str | None = None) -> SqlStore:
        return store if store is not None else await really(url, password)

    really = SqlStore.open
    packaged = packaged_settings()
    is_packaged = (settings.contacts, settings.templates) == (packaged.contacts, packaged.templates)
    own = handbook() if is_packaged else open_handbook(settings)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(SqlStore, "open", given)
        return await build(settings, clock, handbook=own)


def with_contacts(folder: Path, edited: Callable[[str], str]) -> Settings:
    """The settings of a desk that keeps contacts of its own: the packaged ones, their list edited."""
    contacts = folder / "contacts"
    shutil.copytree(packaged_settings().contacts.path, contacts)
    listed = contacts / "lang-son" / "contacts.toml"
    listed.write_text(edited(listed.read_text(encoding="utf-8")), encoding="utf-8")
    return settings_for(folder, NOBODY, NOBODY, NOBODY).model_copy(update={"contacts": Contacts(path=contacts)})
