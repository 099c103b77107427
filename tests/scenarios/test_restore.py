"""A backup that is put back sends nothing again that it knows as sent, and says of everything else that it may be a repeat."""

from __future__ import annotations

import asyncio
from pathlib import Path

from alertd.store import backup as copies
from tests.fakes.town import OFFICER, town
from tests.scenarios.test_matching import CAO_LOC, TRANG_DINH
from tests.scenarios.test_media import PNG, attachments, order, photo, telegram


async def test_what_waited_when_the_backup_was_made_comes_as_a_repeat_and_what_had_gone_does_not_come_again(tmp_path: Path) -> None:
    database, copy = tmp_path / "alertd.db", tmp_path / "copy.db"
    async with town(tmp_path) as before:
        await before.releases("cao-loc-alone.txt")
        document = await before.submits("two-districts.txt")
        await before.desk.release.approve(document.id, OFFICER)
        await asyncio.to_thread(copies.backup, database, copy)
        await before.settle()
    assert copies.restore(copy, database, replace=True) == 4
    async with town(tmp_path) as after:
        await after.settle()
        for body in (CAO_LOC, TRANG_DINH):
            for _ in ("telegram", "sms"):
                after.phone(body).receives("(gửi lại)", "03/CĐ-UBND")
        after.everybody_is_quiet()


async def test_a_backup_brings_back_what_people_had_sent_beside_words(tmp_path: Path) -> None:
    database, copy = tmp_path / "alertd.db", tmp_path / "copy.db"
    async with town(tmp_path) as before:
        dispatch = await order(before)
        telegram(before).send(photo=photo(before), caption="đã xong")
        await before.settle()
    await asyncio.to_thread(copies.backup, database, copy)
    assert copies.restore(copy, database, replace=True) == 0
    async with town(tmp_path) as after:
        (kept,) = await attachments(after, dispatch)
        assert (await after.desk.board.attachment(kept.id))[1] == PNG
        assert after.received() == 0
