"""What goes first where much waits: what the desk must know of danger before all else, then first notices, then the rest."""

from __future__ import annotations

from pathlib import Path

import pytest

from alertd.model.notices import MessageKind
from tests.fakes.rig import Rig
from tests.fakes.town import DOCUMENTS, OFFICER

CAO_LOC = "lang-son/huyen-cao-loc"


@pytest.mark.parametrize("sender", ["telegram", "sms"])
async def test_danger_is_told_to_the_desk_before_the_thousands_of_an_order_that_is_being_told(tmp_path: Path, sender: str) -> None:
    rig = await Rig.released(tmp_path)
    document = DOCUMENTS / "within-hours.txt"
    second = await rig.desk.intake.submit(document.read_bytes(), document.name, "test", OFFICER)
    await rig.desk.release.approve(second.documents[0].id, OFFICER)
    code = await rig.code(CAO_LOC)
    event = rig.texted(CAO_LOC, f"{code} lũ tràn vào bản rồi")
    await rig.desk.answers.take_in(event.sender, [event])
    await rig.desk.answers.understand_pending()
    async with rig.desk.store.snapshot() as tx:
        kinds = [d.kind for d in await tx.outbox.those(await tx.outbox.line(sender, rig.clock.now(), 100))]
        first = (await tx.outbox.those(await tx.outbox.line(sender, rig.clock.now(), 1)))[0]
    assert MessageKind.NEW_DIRECTIVES in kinds
    assert first.kind is MessageKind.DUTY_ALERT
    await rig.close()
