"""Whatever comes in is heard: nothing that one event does keeps another from being understood."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from alertd.model.assignments import AssignmentState
from alertd.model.inbox import RawEvent
from alertd.model.replies import Meaning, Reply, ReplyState
from tests.fakes.town import Phone, Town, town

BODIES = ("huyen-cao-loc", "huyen-trang-dinh")


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Town]:
    async with town(tmp_path) as opened:
        yield opened


def update(number: int, **content: Any) -> RawEvent:
    return RawEvent("telegram", str(number), json.dumps({"update_id": number, **content}))


def written(number: int, phone: Phone, words: str) -> RawEvent:
    """Somebody wrote on Telegram."""
    assert phone.telegram is not None
    return update(
        number, message={"message_id": number, "from": phone.telegram.user, "chat": phone.telegram.chat, "date": 0, "text": words}
    )


def broken(number: int) -> RawEvent:
    """An event over which the channel stumbles."""
    return RawEvent("telegram", str(number), '{"update_id": 1, "message": "lũ về rồi"}')


def receipt(sid: str, status: str) -> RawEvent:
    """Twilio's callback for one of its messages."""
    return RawEvent("sms", f"{sid}:{status}", json.dumps({"MessageSid": sid, "MessageStatus": status, "To": "+84900000001"}))


async def replies(place: Town) -> list[Reply]:
    async with place.desk.store.snapshot() as tx:
        return sorted(await tx.replies.recent(), key=lambda reply: reply.id)


async def waiting(place: Town) -> int:
    async with place.desk.store.snapshot() as tx:
        return len(await tx.inbox.pending(1000))


async def test_an_event_that_cannot_be_read_is_shown_to_a_person_and_keeps_nobody_from_being_heard(place: Town) -> None:
    view = await place.releases("two-districts.txt")
    first, second = (place.phone(body) for body in BODIES)
    await place.desk.answers.take_in("telegram", [written(1, first, "rõ"), broken(2), written(3, second, "đã nhận")])
    assert await place.desk.answers.understand_pending() == 3
    board = await place.board(view.dispatch.id)
    assert {board[body].state for body in BODIES} == {AssignmentState.ACKNOWLEDGED}
    assert await waiting(place) == 0
    (shown,) = [reply for reply in await replies(place) if reply.state is ReplyState.OPEN]
    assert "lũ về rồi" in shown.words
    assert shown.reason.startswith("không xử lý được")
    (entry,) = [entry for entry in await place.desk.board.audit() if entry.action == "event.failed"]
    assert entry.detail["sender"] == "telegram"


async def test_each_of_those_that_were_tried_alone_is_answered_once(place: Town) -> None:
    await place.releases("two-districts.txt")
    first, second = (place.phone(body) for body in BODIES)
    for phone in (first, second):
        phone.reads_everything()
    await place.desk.answers.take_in("telegram", [written(1, first, "rõ"), broken(2), written(3, second, "rõ")])
    await place.settle()
    for phone in (first, second):
        phone.receives("Đã ghi nhận")
        phone.is_quiet()


async def test_listening_goes_on_after_an_event_that_cannot_be_read(place: Town) -> None:
    view = await place.releases("two-districts.txt")
    listening = asyncio.create_task(place.desk.answers.run())
    for number, event in enumerate((broken(1), written(2, place.phone(BODIES[0]), "đã nhận")), 1):
        await place.desk.answers.take_in("telegram", [event])
        while await waiting(place):
            assert not listening.done()
            await place.desk.changes.wait(0.05)
        assert len(await replies(place)) == number
    listening.cancel()
    await asyncio.gather(listening, return_exceptions=True)
    assert (await place.board(view.dispatch.id))[BODIES[0]].state is AssignmentState.ACKNOWLEDGED


async def test_an_event_of_a_sender_that_is_no_longer_configured_is_put_by(place: Town) -> None:
    await place.desk.answers.take_in("viber", [RawEvent("viber", "1", "?")])
    assert await place.desk.answers.understand_pending() == 1
    assert await replies(place) == []


async def test_receipts_for_messages_of_which_nothing_is_known_yet_wait_and_stand_in_nobodys_way(place: Town) -> None:
    view = await place.releases("two-districts.txt")
    await place.desk.answers.take_in("sms", [receipt(f"SM{n}", "delivered") for n in range(250)])
    await place.desk.answers.take_in("telegram", [written(1, place.phone(BODIES[0]), "rõ")])
    assert await place.desk.answers.understand_pending() == 1
    assert (await place.board(view.dispatch.id))[BODIES[0]].state is AssignmentState.ACKNOWLEDGED
    assert await waiting(place) == 250
    place.clock.forward(minutes=2)
    assert await place.desk.answers.understand_pending() == 250
    assert await waiting(place) == 0


async def test_a_storm_of_receipts_and_answers_is_understood_to_the_last(place: Town) -> None:
    view = await place.releases("two-districts.txt")
    phones = [place.phone(body) for body in BODIES]
    events = [written(n, phones[n % 2], "đang triển khai") for n in range(300)]
    await place.desk.answers.take_in("telegram", events)
    assert await place.desk.answers.take_in("telegram", events) == 0
    assert await place.desk.answers.understand_pending() == 300
    assert {reply.meaning for reply in await replies(place)} == {Meaning.IN_PROGRESS}
    board = await place.board(view.dispatch.id)
    assert [len(board[body].replies) for body in BODIES] == [150, 150]


async def test_however_many_answers_wait_others_get_their_turn_at_the_database_between_them(place: Town) -> None:
    await place.releases("two-districts.txt")
    phone = place.phone(BODIES[0])
    await place.desk.answers.take_in("telegram", [written(number, phone, "rõ") for number in range(1, 41)])
    seen: set[int] = set()
    understanding = asyncio.create_task(place.desk.answers.understand_pending())
    while not understanding.done():
        async with place.desk.store.transaction() as tx:
            seen.add(len(await tx.inbox.pending(1000)))
    assert await understanding == 40
    assert seen - {0, 40}
