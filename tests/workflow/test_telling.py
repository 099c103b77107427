"""What the desk must know reaches somebody at once, also where whoever is on duty cannot be written to."""

from __future__ import annotations

from datetime import time
from pathlib import Path

from alertd.config import Duty, WatchSettings
from alertd.model.notices import MessageKind
from tests.fakes.rig import Rig, with_contacts
from tests.fakes.town import packaged_settings

CAO_LOC = "lang-son/huyen-cao-loc"
FIRST, SECOND = "lang-son/truc-ban#can-bo-1", "lang-son/truc-ban#can-bo-2"
NUMBER_OF_FIRST = ', "sms:+84900000006"'


async def test_where_nobody_on_duty_can_be_written_to_the_next_officer_is_told_at_once(tmp_path: Path) -> None:
    settings = with_contacts(tmp_path, lambda contacts: contacts.replace(NUMBER_OF_FIRST, ""))
    roster = (WatchSettings(officer=FIRST, begins=time(7), ends=time(19)),)
    off = tuple(sender.model_copy(update={"token": None}) for sender in settings.senders)  # officer 1 has nothing but Telegram
    duty = Duty(**{**packaged_settings().duty.model_dump(), "roster": roster})
    rig = await Rig.released(tmp_path, settings=settings.model_copy(update={"senders": off, "duty": duty}))
    await rig.hears([rig.texted(CAO_LOC, "lũ tràn vào bản rồi, có người mắc kẹt")])
    assert {d.contact for d in await rig.deliveries() if d.kind is MessageKind.DUTY_ALERT} == {SECOND}
    await rig.close()
