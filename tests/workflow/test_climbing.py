"""A ladder that calls the next person calls somebody who can be written to, and who is not the one that is silent."""

from __future__ import annotations

from pathlib import Path

import pytest

from alertd.model.notices import MessageKind
from tests.fakes.rig import Rig, with_contacts

CAO_LOC = "lang-son/huyen-cao-loc"
DEPUTYS_NUMBER = ', "sms:+84900000017"'
THIRD = """
[[contact]]
id = "lang-son/huyen-cao-loc#van-phong"
title = "Chánh Văn phòng UBND huyện Cao Lộc"
order = 3
addresses = ["sms:+84900000999"]
"""


def edited(contacts: str) -> str:
    """The deputy of Cao Lộc has nothing but Telegram, and a third person answers for the district."""
    assert DEPUTYS_NUMBER in contacts
    return contacts.replace(DEPUTYS_NUMBER, "") + THIRD


@pytest.mark.parametrize("telegram_is_on", [True, False], ids=["the chief's own chat", "no address that works"])
async def test_who_is_the_same_person_or_cannot_be_written_to_is_passed_over(tmp_path: Path, *, telegram_is_on: bool) -> None:
    settings = with_contacts(tmp_path, edited)
    if not telegram_is_on:
        off = tuple(sender.model_copy(update={"token": None}) for sender in settings.senders)
        settings = settings.model_copy(update={"senders": off})
    rig = await Rig.released(tmp_path, settings=settings, joined={f"{CAO_LOC}#truc-ban": "99000000016"})
    for _ in range(3):
        await rig.passes(minutes=5)
    called = [d for d in await rig.deliveries() if d.kind is MessageKind.ESCALATION and d.body == CAO_LOC]
    assert [(d.contact, d.address) for d in called] == [(f"{CAO_LOC}#van-phong", "+84900000999")]
    for _ in range(5):
        await rig.passes(minutes=5)
    reminded = [d for d in await rig.deliveries() if d.kind is MessageKind.REMINDER and d.body == CAO_LOC]
    assert reminded[-1].contact == f"{CAO_LOC}#van-phong"
    await rig.close()
