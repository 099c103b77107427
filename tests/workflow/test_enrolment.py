"""An invitation binds one chat to one contact, once, while it lasts; from then on messages go there."""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import AsyncIterator
from contextlib import suppress
from pathlib import Path

import pytest

from alertd.app import build
from alertd.errors import NotFound, StoreAway
from alertd.model.accounts import Enrolment
from alertd.model.bodies import Contact
from alertd.model.inbox import RawEvent
from alertd.model.notices import MessageKind
from alertd.model.replies import Meaning
from alertd.workflow.notices.addresses import AddressBook
from tests.fakes.rig import Rig, with_contacts
from tests.fakes.town import Phone, Town, handbook, town

CAO_LOC = "lang-son/huyen-cao-loc"
OWN, ANOTHER = 700_000_001, 700_000_002
MOVED_TO = -1_000_700_000_003


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Town]:
    async with town(tmp_path) as opened:
        yield opened
        opened.everybody_is_quiet()


def chief(place: Town) -> Contact:
    return place.desk.directory.contacts_of(CAO_LOC)[0]


async def presses_start(place: Town, chat: int, word: str) -> Phone:
    """Somebody opens the bot's chat with that word; the telephone in the hand."""
    telegram = place.telegram.phone(chat, f"Người {chat}")
    telegram.press_start(word)
    await place.settle()
    return Phone(chief(place), telegram, None)


async def invited(place: Town) -> str:
    return await place.desk.enrolment.invite(chief(place).id, "telegram", "quan-tri")


async def order_is_released(place: Town) -> None:
    """Everybody but the chief's own chat gets an order, and takes it."""
    await place.releases("two-districts.txt")
    place.phone("huyen-cao-loc").receives("03/CĐ-UBND")
    for _ in range(2):
        place.phone("huyen-trang-dinh").receives("03/CĐ-UBND")


async def test_whoever_comes_with_an_invitation_is_told_and_gets_the_orders_from_then_on(place: Town) -> None:
    chat = await presses_start(place, OWN, await invited(place))
    chat.receives("Đã ghi danh", "Cao Lộc", chief(place).title)
    await order_is_released(place)
    chat.receives("03/CĐ-UBND", "Cao Lộc")
    chat.is_quiet()


async def test_what_is_answered_in_a_joined_chat_is_the_bodys_answer(place: Town) -> None:
    chat = await presses_start(place, OWN, await invited(place))
    chat.receives("Đã ghi danh")
    await order_is_released(place)
    chat.receives("03/CĐ-UBND")
    chat.taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    chat.receives("Đã ghi nhận")
    (card,) = (await place.desk.board.overview()).open
    assert card.totals["acknowledged"] == 1
    await place.desk.release.close(card.document.id, "thử xong", "truc-ban")


async def test_a_second_person_with_the_same_word_is_refused_and_gets_nothing(place: Town) -> None:
    word = await invited(place)
    (await presses_start(place, OWN, word)).receives("Đã ghi danh")
    stranger = await presses_start(place, ANOTHER, word)
    stranger.receives("Thư mời không đúng hoặc đã hết hạn")
    await order_is_released(place)
    stranger.is_quiet()


async def test_the_same_person_may_press_start_again(place: Town) -> None:
    word = await invited(place)
    (await presses_start(place, OWN, word)).receives("Đã ghi danh")
    await presses_start(place, OWN, word)
    contacts = [e.contact for e in await enrolments(place) if e.address == str(OWN)]
    assert contacts == [chief(place).id]


async def test_with_one_invitation_used_a_lost_sheet_with_another_takes_the_chat_from_nobody(place: Town) -> None:
    lost, used = await invited(place), await invited(place)
    (await presses_start(place, OWN, used)).receives("Đã ghi danh")
    (await presses_start(place, ANOTHER, lost)).receives("Thư mời không đúng hoặc đã hết hạn")
    assert [e.address for e in await enrolments(place) if e.address] == [str(OWN)]


async def test_a_chat_that_was_left_for_another_one_is_told_and_does_not_get_the_contact_back(place: Town) -> None:
    word = await invited(place)
    old = await presses_start(place, OWN, word)
    old.receives("Đã ghi danh")
    place.clock.forward(minutes=1)
    new = await presses_start(place, ANOTHER, await invited(place))
    new.receives("Đã ghi danh")
    old.receives(chief(place).title, "vừa được ghi danh ở một chat khác", "trực ban")
    (await presses_start(place, OWN, word)).receives("Thư mời không đúng")
    await order_is_released(place)
    new.receives("03/CĐ-UBND")
    assert [text for _, text in old.unread() if "03/CĐ-UBND" in text] == []


async def test_words_that_are_guessed_are_answered_once_a_day_whatever_their_number(place: Town) -> None:
    chat = await presses_start(place, OWN, "doan-1")
    for number in range(2, 30):
        await presses_start(place, OWN, f"doan-{number}")
    chat.receives("Thư mời không đúng")
    chat.is_quiet()
    assert await enrolments(place) == []


async def test_whoever_joins_is_known_at_once_to_every_process_that_shares_the_work(place: Town) -> None:
    other = await build(place.desk.settings, place.clock, handbook=handbook())
    chat = await presses_start(place, OWN, await invited(place))
    chat.receives("Đã ghi danh")
    document = await place.submits("two-districts.txt")
    await other.release.approve(document.id, "truc-ban")
    await place.settle()
    chat.receives("03/CĐ-UBND")
    chat.writes("đã nhận")
    await place.telegram.settled()
    assert await other.answers.understand_pending() == 1
    await place.settle()
    chat.receives("Đã ghi nhận")
    await other.store.close()
    for phone in place.phones():
        phone.reads_everything()


async def test_a_group_that_moved_without_a_word_is_still_the_bodys_group_after_a_restart(tmp_path: Path) -> None:
    async with town(tmp_path) as before:
        group = before.telegram.phone(-OWN)
        group.press_start(await invited(before))
        await before.settle()
        group.moved_to = before.telegram.phone(MOVED_TO).chat_id
        await before.releases("two-districts.txt")
        await before.passes(seconds=3)
        for phone in before.phones():
            phone.reads_everything()
    async with town(tmp_path) as after:
        group = after.telegram.phone(MOVED_TO)
        await after.releases("cao-loc-alone.txt")
        assert "Cao Lộc" in group.messages[-1].text
        for phone in after.phones():
            phone.reads_everything()


async def test_a_move_that_could_not_be_written_is_written_the_next_time(place: Town) -> None:
    book = AddressBook(place.desk.directory, place.desk.channels, place.clock)
    now = place.clock.now()
    with suppress(StoreAway):
        async with place.desk.store.transaction() as tx:
            await book.move(tx, chief(place).id, "telegram", str(MOVED_TO), "telegram", now)
            raise ConnectionAbortedError
    assert await enrolments(place) == []
    async with place.desk.store.transaction() as tx:
        await book.move(tx, chief(place).id, "telegram", str(MOVED_TO), "telegram", now)
    assert [each.address for each in await enrolments(place)] == [str(MOVED_TO)]


async def test_whoever_looks_into_the_book_while_it_is_read_anew_finds_it_whole(place: Town) -> None:
    chat = await presses_start(place, OWN, await invited(place))
    chat.reads_everything()
    book, other = (
        AddressBook(place.desk.directory, place.desk.channels, place.clock),
        AddressBook(place.desk.directory, place.desk.channels, place.clock),
    )
    await book.load(place.desk.store)
    place.clock.forward(seconds=1)
    async with place.desk.store.transaction() as tx:
        await other.move(tx, chief(place).id, "telegram", str(MOVED_TO), "telegram", place.clock.now())
    reading = asyncio.create_task(book.load(place.desk.store))
    seen = set()
    while not reading.done():
        seen.add(book.joined(chief(place).id, "telegram"))
        await asyncio.sleep(0)
    assert seen <= {str(OWN), str(MOVED_TO)}
    assert book.joined(chief(place).id, "telegram") == str(MOVED_TO)


async def test_an_expired_invitation_is_refused(place: Town) -> None:
    word = await invited(place)
    place.clock.forward(days=14, seconds=1)
    chat = await presses_start(place, OWN, word)
    chat.receives("Thư mời không đúng hoặc đã hết hạn", "trực ban")
    await place.releases("two-districts.txt")
    chat.is_quiet()
    for body in ("huyen-cao-loc", "huyen-trang-dinh"):
        for _ in range(2):
            place.phone(body).receives("03/CĐ-UBND")


@pytest.mark.parametrize("word", ["", "khong-phai-thu-moi"])
async def test_a_start_without_an_invitation_binds_nothing(place: Town, word: str) -> None:
    chat = await presses_start(place, OWN, word)
    chat.receives("Thư mời không đúng")
    assert await enrolments(place) == []


async def test_a_joined_chat_is_known_after_a_restart(tmp_path: Path) -> None:
    async with town(tmp_path) as before:
        (await presses_start(before, OWN, await invited(before))).receives("Đã ghi danh")
    async with town(tmp_path) as after:
        chat = Phone(chief(after), after.telegram.phone(OWN), None)
        await order_is_released(after)
        chat.receives("03/CĐ-UBND")
        after.everybody_is_quiet()


async def test_only_a_contact_of_the_directory_is_invited(place: Town) -> None:
    with pytest.raises(NotFound, match="không có đầu mối"):
        await place.desk.enrolment.invite("lang-son/huyen-cao-loc#nobody", "telegram", "quan-tri")


async def test_an_invitation_can_be_copied_from_a_printed_card(place: Town) -> None:
    for _ in range(20):
        word = await place.desk.enrolment.invite(chief(place).id, "telegram", "quan-tri")
        assert re.fullmatch(r"[a-zA-Z2-9]{22}", word)
        assert not set(word) & set("lIOo1")


async def test_of_an_invitation_only_a_digest_is_kept(place: Town) -> None:
    (invitation,) = await place.desk.invitations.invite(place.desk.channels["telegram"], [chief(place)], "langson_bot", "quan-tri")
    word = invitation.link.removeprefix("https://t.me/langson_bot?start=")
    (kept,) = await enrolments(place)
    assert word not in repr(kept)
    assert kept.expires_at >= invitation.expires_at
    assert all(word not in str(entry) for entry in await place.desk.board.audit())


async def test_nobody_is_without_a_chat_where_the_directory_gives_one_that_can_be_used(place: Town) -> None:
    assert await place.desk.invitations.without_chat(place.desk.channels["telegram"]) == ()


async def enrolments(place: Town) -> list[Enrolment]:
    async with place.desk.store.snapshot() as tx:
        return await tx.accounts.enrolments()


async def test_where_a_joined_chat_has_the_order_nobody_need_telephone_although_the_listed_number_is_dead(tmp_path: Path) -> None:
    """As on most desks: the list holds numbers, and people join the bot themselves."""
    rig = await Rig.released(tmp_path, settings=with_contacts(tmp_path, only_the_chiefs_number), joined={f"{CAO_LOC}#chu-tich": str(OWN)})
    sms = next(d for d in await rig.deliveries() if d.body == CAO_LOC and d.channel == "sms")
    status = {"MessageSid": f"ref-{sms.id}", "MessageStatus": "undelivered", "ErrorCode": "30006", "To": sms.address}
    await rig.hears([RawEvent("sms", "receipt", json.dumps(status))])
    await rig.passes(minutes=1)
    assert [d.text for d in await rig.deliveries() if d.kind is MessageKind.DUTY_ALERT] == []
    await rig.close()


def only_the_chiefs_number(contacts: str) -> str:
    kept = [each for each in contacts.split("[[contact]]") if f"{CAO_LOC}#truc-ban" not in each]
    return "[[contact]]".join(kept).replace('"telegram:99000000016", ', "")
