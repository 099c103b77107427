"""Whoever joins is written to where they joined: by the bot with which they opened the chat, and by every process from then on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pydantic import SecretStr

from alertd.config import Settings
from alertd.model.accounts import Enrolment
from alertd.model.inbox import RawEvent
from tests.fakes.blank import lay_blank_database
from tests.fakes.clock import HandClock
from tests.fakes.rig import NOBODY, Rig, opened
from tests.fakes.town import settings_for

CAO_LOC = "lang-son/huyen-cao-loc"
OWN = 700_000_001
BOTS = ("telegram", "bot-hai", "bot-ba")


def with_several_bots(folder: Path) -> Settings:
    settings = settings_for(folder, NOBODY, NOBODY, NOBODY)
    telegram, *others = settings.senders
    bots = (telegram.model_copy(update={"name": name, "token": SecretStr(f"{n}:bot")}) for n, name in enumerate(BOTS))
    return settings.model_copy(update={"senders": (*bots, *others)})


def starts(bot: str, word: str) -> RawEvent:
    """Somebody opens that bot's chat with that word."""
    person = {"id": OWN, "is_bot": False, "first_name": "x"}
    message = {"message_id": 1, "text": f"/start {word}", "date": 0, "from": person, "chat": {"id": OWN, "type": "private"}}
    return RawEvent(bot, "1", json.dumps({"update_id": 1, "message": message}))


@pytest.mark.parametrize("bot", BOTS)
async def test_whoever_opened_a_chat_with_one_bot_of_several_is_written_to_by_that_one(tmp_path: Path, bot: str) -> None:
    rig = await Rig.released(tmp_path, settings=with_several_bots(tmp_path))
    word = await rig.desk.enrolment.invite(rig.contact(CAO_LOC).id, "telegram", "quan-tri")
    await rig.hears([starts(bot, word)])
    await rig.restart()
    await rig.passes(minutes=5)
    reminder = [d for d in await rig.deliveries() if d.address == str(OWN)][-1]
    assert (reminder.kind, reminder.sender) == ("reminder", bot)
    await rig.close()


async def test_the_self_check_asks_whoever_has_joined_through_another_process(tmp_path: Path) -> None:
    lay_blank_database(tmp_path)
    desk = await opened(settings_for(tmp_path, NOBODY, NOBODY, NOBODY), clock := HandClock())
    contact = desk.directory.contacts_of(CAO_LOC)[0].id
    async with desk.store.transaction() as tx:
        now = clock.now()
        await tx.accounts.add_enrolment(Enrolment("digest", contact, "telegram", now, now, str(OWN), now, "telegram"))
    check = await desk.selfcheck.begin("quan-tri")
    async with desk.store.snapshot() as tx:
        assert str(OWN) in {probe.address for probe in await tx.checks.probes(check.id)}
    await desk.store.close()
