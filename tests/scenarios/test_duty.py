"""The desk's own duties: whoever is on duty is told first, the next officer when nobody takes it, until somebody does."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import time
from itertools import pairwise
from pathlib import Path

import pytest

from alertd.config import Duty as DutySettings
from alertd.config import WatchSettings, load_settings
from alertd.errors import Refused
from alertd.model.replies import Meaning
from tests.fakes.town import OFFICER, Phone, Town, town

FIRST, SECOND = "lang-son/truc-ban#can-bo-1", "lang-son/truc-ban#can-bo-2"


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Town]:
    """A desk with a roster: officer 1 by day, officer 2 by night."""
    roster = (
        WatchSettings(officer=FIRST, begins=time(7), ends=time(19)),
        WatchSettings(officer=SECOND, begins=time(19), ends=time(7)),
    )
    duty = DutySettings(**{**load_settings().duty.model_dump(), "roster": roster})
    async with town(tmp_path, duty=duty) as opened:
        yield opened
        opened.everybody_is_quiet()


def officer(place: Town, contact: str) -> Phone:
    return next(phone for phone in place.officers() if phone.contact.id == contact)


async def incident(place: Town) -> None:
    await troubled(place, "lũ tràn vào bản rồi, có người mắc kẹt")


async def troubled(place: Town, words: str) -> None:
    """Both districts have acknowledged, and one writes what an officer must see."""
    await place.releases("two-districts.txt")
    for body in ("huyen-cao-loc", "huyen-trang-dinh"):
        for _ in range(2):
            place.phone(body).receives("03/CĐ-UBND")
        place.phone(body).taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    for body in ("huyen-cao-loc", "huyen-trang-dinh"):
        place.phone(body).receives("Đã ghi nhận")
    place.phone("huyen-cao-loc").writes(words)
    await place.settle()
    place.phone("huyen-cao-loc").receives("cán bộ trực")


async def test_an_incident_goes_to_whoever_is_on_duty_and_to_the_next_when_nobody_takes_it(place: Town) -> None:
    await incident(place)
    told = officer(place, FIRST).receives("Cao Lộc", "lũ tràn vào bản")
    assert f"({place.phone('huyen-cao-loc').contact.title})" in told
    officer(place, FIRST).receives("Cao Lộc", "lũ tràn vào bản")
    place.everybody_is_quiet()
    await place.passes(minutes=5)
    for each in (FIRST, SECOND):
        for _ in range(2):
            officer(place, each).receives("nhắc lần 1, chưa ai nhận", "lũ tràn vào bản")
    [alert] = await place.untaken()
    await place.desk.duty.take(alert.id, OFFICER)
    with pytest.raises(Refused, match="đã có truc-ban nhận"):
        await place.desk.duty.take(alert.id, "nguoi-khac")
    await place.settle()
    for each in (FIRST, SECOND):
        for _ in range(2):
            officer(place, each).receives(f"{OFFICER} đã nhận xử lý việc số {alert.id}", "Cao Lộc")
    await place.passes(hours=1)


async def test_what_has_been_decided_is_not_told_again(place: Town) -> None:
    await incident(place)
    for _ in range(2):
        officer(place, FIRST).receives("lũ tràn vào bản")
    card = (await place.desk.board.overview()).replies[0]
    await place.desk.answers.resolve(card.reply.id, Meaning.INCIDENT, OFFICER, "đã điều xuồng")
    await place.passes(hours=1)


async def test_a_document_that_waits_is_chased_with_one_officer_then_with_the_next(place: Town) -> None:
    document = await place.submits("two-districts.txt")
    await place.passes(minutes=5)
    for _ in range(2):
        officer(place, FIRST).receives("03/CĐ-UBND", "5 phút")
    place.everybody_is_quiet()
    await place.passes(minutes=5)
    for each in (FIRST, SECOND):
        for _ in range(2):
            officer(place, each).receives("03/CĐ-UBND", "10 phút")
    await place.desk.review.reject(document.id, "văn bản thử", OFFICER)
    await place.passes(hours=1)


async def test_whoever_takes_the_duty_is_told_from_then_on(place: Town) -> None:
    await place.desk.duty.begin(SECOND, "còn hai huyện im lặng", OFFICER)
    await incident(place)
    for _ in range(2):
        officer(place, SECOND).receives("lũ tràn vào bản")
    place.everybody_is_quiet()
    [alert] = await place.untaken()
    await place.desk.duty.take(alert.id, OFFICER)


async def test_whoever_takes_over_reads_what_is_open_what_comes_next_and_what_the_one_before_left_to_say(place: Town) -> None:
    await incident(place)
    for _ in range(2):
        officer(place, FIRST).receives("lũ tràn vào bản")
    await place.desk.duty.begin(SECOND, "Cao Lộc cần xuồng", OFFICER)
    summary = await place.desk.handover.summary()
    assert [contact.id for contact in summary.present] == [SECOND]
    assert summary.shift is not None
    assert (summary.shift.note, summary.shift.taken_by) == ("Cao Lộc cần xuồng", OFFICER)
    assert [alert.is_incident for alert in summary.alerts] == [True]
    assert [view.document.reading.number for view in summary.views] == ["03/CĐ-UBND"]
    assert all(earlier.at <= later.at for earlier, later in pairwise(summary.coming))
    for _ in range(2):
        await place.passes(minutes=5)
        for each in (FIRST, SECOND):
            officer(place, each).reads_everything()


async def test_who_is_told_of_a_refusal_reads_whom_to_call(place: Town) -> None:
    await troubled(place, "rõ nhưng không đủ xuồng")
    for _ in range(2):
        officer(place, FIRST).receives("Cao Lộc", "không đủ xuồng", "Gọi: Chủ tịch UBND", "+849000000")
    [alert] = await place.untaken()
    await place.desk.duty.take(alert.id, OFFICER)
