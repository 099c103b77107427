"""Replies are kept word for word and found by what they answer and by who wrote them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from alertd.model.replies import Meaning, Reply, ReplyState
from alertd.store.sql import SqlStore, SqlTransaction
from alertd.workflow.board.pressing import unsettled
from tests.store.samples import LATER, NOW, released, reply


async def keep(work: SqlTransaction, answered: Reply) -> Reply:
    return replace(answered, id=await work.replies.add(answered))


async def test_a_reply_is_kept_word_for_word_and_settled(store: SqlStore) -> None:
    async with store.transaction() as work:
        kept = await keep(work, reply(words="  Rõ!\n\n“đã nhận” 👍  ", state=ReplyState.OPEN))
        assert await work.replies.get(kept.id) == kept
        settled = replace(kept, state=ReplyState.SETTLED, meaning=Meaning.ACKNOWLEDGED, resolved_by="truc-ban", resolved_at=LATER)
        await work.replies.save(settled)
        assert await work.replies.get(kept.id) == settled
        assert await work.replies.get(kept.id + 1) is None


async def test_replies_are_found_by_notice_and_by_dispatch(store: SqlStore) -> None:
    async with store.transaction() as work:
        told = await released(work)
        one, two = await keep(work, reply(notice=told.id)), await keep(work, reply(notice=told.id))
        await keep(work, reply())
        assert await work.replies.of_notice(told.id) == [one, two]
        assert await work.replies.of_dispatch(told.dispatch) == [one, two]


async def test_the_latest_replies_come_first(store: SqlStore) -> None:
    async with store.transaction() as work:
        one, two = await keep(work, reply(state=ReplyState.OPEN)), await keep(work, reply())
        assert await work.replies.recent() == [two, one]
        assert await work.replies.recent(ReplyState.OPEN) == [one]
        assert await work.replies.recent(limit=1) == [two]


def known(meaning: Meaning) -> Reply:
    """What a contact wrote, and an officer has not dealt with."""
    return reply(contact="lang-son/huyen-mot#chu-tich", state=ReplyState.OPEN, meaning=meaning)


async def test_what_waits_for_a_person_comes_worst_first_strangers_after_known_people_and_the_oldest_first(store: SqlStore) -> None:
    danger, refusal = Meaning.INCIDENT, Meaning.CANNOT_COMPLY
    async with store.transaction() as work:
        unclear = await keep(work, known(Meaning.AMBIGUOUS))
        refused = await keep(work, known(refusal))
        strange = await keep(work, replace(known(danger), contact=None))
        later = await keep(work, replace(known(danger), received_at=LATER))
        earlier = await keep(work, known(danger))
        await keep(work, reply(meaning=danger))
        wanted = [earlier, later, strange, refused, unclear]
        assert await work.replies.waiting((danger, refusal), 10) == wanted
        assert await work.replies.waiting((danger, refusal), 2) == wanted[:2]
        assert await work.replies.waiting_ids() == {each.id for each in wanted}
        assert unsettled(await work.replies.recent()) == wanted


async def test_it_is_known_whether_an_address_has_said_a_thing_since(store: SqlStore) -> None:
    async with store.transaction() as work:
        await keep(work, reply(address="1", meaning=Meaning.INCIDENT))
        assert await work.replies.has_written("sms", "1", Meaning.INCIDENT, NOW)
        for channel, address, meaning, since in (
            ("telegram", "1", Meaning.INCIDENT, NOW),
            ("sms", "2", Meaning.INCIDENT, NOW),
            ("sms", "1", Meaning.QUESTION, NOW),
            ("sms", "1", Meaning.INCIDENT, LATER),
        ):
            assert not await work.replies.has_written(channel, address, meaning, since)


async def test_the_latest_question_to_an_address_waits_for_its_choice(store: SqlStore) -> None:
    since = NOW - timedelta(hours=1)
    async with store.transaction() as work:
        await keep(work, reply(address="1", choices=(1, 2)))
        latest = await keep(work, reply(address="1", choices=(1, 2)))
        await keep(work, reply(address="1"))
        await keep(work, reply(address="1", channel="telegram", choices=(1, 2)))
        assert await work.replies.latest_question("sms", "1", since) == latest
        assert await work.replies.latest_question("sms", "1", NOW + timedelta(seconds=1)) is None
        assert await work.replies.latest_question("sms", "2", since) is None
        await work.replies.save(replace(latest, void_at=NOW))
        assert await work.replies.latest_question("sms", "1", since) != latest


async def test_the_replies_of_a_message_are_those_that_still_count(store: SqlStore) -> None:
    async with store.transaction() as work:
        await keep(work, reply(message_ref="m1", void_at=NOW))
        standing = await keep(work, reply(message_ref="m1"))
        await keep(work, reply(message_ref="m2"))
        assert await work.replies.of_message(standing.sender, "m1") == [standing]
        assert await work.replies.of_message("other", "m1") == []
