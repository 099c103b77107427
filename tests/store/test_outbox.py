"""The outbox hands each delivery to one process at a time, and writes down what became of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from alertd.errors import FailureKind
from alertd.model.inbox import Receipt
from alertd.model.notices import Attempt, Delivery, DeliveryState, MessageKind, Moved
from alertd.store.sql import SqlStore
from tests.store.samples import LATER, NOW, claim_whole, delivery, released

LEASE = NOW + timedelta(minutes=1)


async def add(store: SqlStore, *deliveries: Delivery) -> int:
    async with store.transaction() as work:
        return await work.outbox.add(deliveries)


async def claim(store: SqlStore, at: datetime = NOW, limit: int = 100) -> list[Delivery]:
    async with store.transaction() as work:
        return await claim_whole(work, "telegram", at, at + timedelta(minutes=1), limit)


async def record(store: SqlStore, *attempts: Attempt) -> list[Delivery]:
    """Returns those that moved, as they now stand."""
    async with store.transaction() as work:
        return await work.outbox.those([moved.id for moved in await work.outbox.record(attempts)])


async def settle(store: SqlStore, ref: str, state: DeliveryState, at: datetime = LATER) -> Delivery | None:
    async with store.transaction() as work:
        await work.outbox.settle_all("telegram", [Receipt(ref, state, f"nhà mạng báo {state}")], at)
        return await work.outbox.with_ref("telegram", ref)


def as_moved(found: Delivery | None) -> Moved:
    """As whoever recorded an outcome is told of it."""
    assert found is not None
    return Moved(found.id, found.dispatch, found.notice, found.state)


async def get(store: SqlStore, delivery_id: int) -> Delivery:
    async with store.snapshot() as view:
        found = await view.outbox.get(delivery_id)
    assert found is not None
    return found


async def states(store: SqlStore, delivery_id: int) -> list[DeliveryState]:
    async with store.snapshot() as view:
        return [change.state for change in await view.outbox.history([delivery_id])]


def outcome(of: Delivery, state: DeliveryState = DeliveryState.SENT, **changes: object) -> Attempt:
    attempt = Attempt(of.id, of.fence, state, LATER, "nhà cung cấp đã nhận", provider_ref=f"ref-{of.id}")
    return replace(attempt, **changes)  # type: ignore[arg-type]  # the changes of a test


async def sent(store: SqlStore, **changes: object) -> Delivery:
    """A delivery that was sent."""
    await add(store, replace(delivery(), **changes))  # type: ignore[arg-type]  # the changes of a test
    (claimed,) = await claim(store)
    (recorded,) = await record(store, outcome(claimed))
    return recorded


async def test_a_delivery_is_kept_as_it_was_queued(store: SqlStore) -> None:
    queued = delivery(text="Nước dâng “nhanh”\n\\u0000 <b>&</b> 🌊", failure=FailureKind.RATE)
    await add(store, queued)
    (claimed,) = await claim(store)
    taken = {"id": claimed.id, "state": DeliveryState.SENDING, "reason": "đang gửi", "attempts": 1, "fence": 1}
    assert claimed == replace(queued, **taken)  # type: ignore[arg-type]  # what the claim changes


async def test_what_no_database_can_hold_is_replaced_letter_by_letter(store: SqlStore) -> None:
    await add(store, delivery(text="vỡ\x00đê \ud83d!"))
    (claimed,) = await claim(store)
    assert claimed.text == "vỡ\ufffdđê \ufffd!"


async def test_the_same_key_queued_twice_is_one_delivery(store: SqlStore) -> None:
    assert await add(store, delivery(key="a"), delivery(key="b")) == 2
    assert await add(store, delivery(key="b"), delivery(key="c"), delivery(key="c")) == 1
    assert await add(store) == 0
    assert len(await claim(store)) == 3


async def test_five_thousand_deliveries_are_queued_in_one_go(store: SqlStore) -> None:
    assert await add(store, *(delivery() for _ in range(5000))) == 5000
    async with store.snapshot() as view:
        assert (await view.outbox.counts())["queued"] == 5000
        assert len(await view.outbox.history(range(1, 5001))) == 5000


async def test_the_most_urgent_go_first_then_those_that_have_waited_longest(store: SqlStore) -> None:
    await add(store, delivery(key="first", priority=10), delivery(key="second", priority=10))
    await add(store, delivery(key="third", priority=10), delivery(key="urgent", priority=0))
    assert [each.key for each in await claim(store, limit=3)] == ["urgent", "first", "second"]
    assert [each.key for each in await claim(store)] == ["third"]


async def test_only_what_is_due_and_not_expired_and_this_sender_s_is_claimed(store: SqlStore) -> None:
    await add(
        store,
        delivery(key="due"),
        delivery(key="not yet", due_at=NOW + timedelta(seconds=1)),
        delivery(key="expired", expires_at=NOW),
        delivery(key="another sender's", sender="sms"),
    )
    assert [each.key for each in await claim(store)] == ["due"]


async def test_busy_addresses_are_left_out(store: SqlStore) -> None:
    await add(store, delivery(address="1"), delivery(address="2"), delivery(address="3"))
    async with store.transaction() as work:
        claimed = await work.outbox.claim("telegram", NOW, LEASE, 10, ["1", "3"])
    assert [each.address for each in claimed] == ["2"]


async def test_outcomes_are_written_down_in_one_batch(store: SqlStore) -> None:
    await add(store, *(delivery() for _ in range(4)))
    one, two, three, four = await claim(store)
    recorded = await record(
        store,
        outcome(one),
        outcome(two, DeliveryState.FAILED, reason="bị chặn", failure=FailureKind.BLOCKED, provider_ref=None),
        outcome(three, DeliveryState.QUEUED, reason="quá nhanh", failure=FailureKind.RATE, provider_ref=None, due_at=LEASE),
        outcome(four, DeliveryState.DELIVERED),
    )
    after = {each.id: each for each in recorded}
    assert after == {each.id: await get(store, each.id) for each in (one, two, three, four)}
    assert (after[one.id].state, after[one.id].sent_at, after[one.id].delivered_at) == (DeliveryState.SENT, LATER, None)
    assert (after[two.id].state, after[two.id].failure, after[two.id].sent_at) == (DeliveryState.FAILED, FailureKind.BLOCKED, None)
    assert (after[three.id].state, after[three.id].due_at, after[three.id].attempts) == (DeliveryState.QUEUED, LEASE, 1)
    assert (after[four.id].sent_at, after[four.id].delivered_at, after[four.id].provider_ref) == (LATER, LATER, f"ref-{four.id}")
    assert await states(store, three.id) == [DeliveryState.QUEUED, DeliveryState.SENDING, DeliveryState.QUEUED]
    assert await record(store) == []


async def test_an_outcome_under_an_older_fence_is_left_out(store: SqlStore) -> None:
    await add(store, delivery())
    (first,) = await claim(store)
    await record(store, outcome(first, DeliveryState.QUEUED, due_at=NOW))
    (second,) = await claim(store)
    assert second.fence == first.fence + 1
    assert await record(store, outcome(first, DeliveryState.FAILED)) == []
    assert (await get(store, first.id)).state is DeliveryState.SENDING
    assert [each.state for each in await record(store, outcome(second))] == [DeliveryState.SENT]


async def test_an_outcome_is_written_down_once(store: SqlStore) -> None:
    await add(store, delivery())
    (claimed,) = await claim(store)
    await record(store, outcome(claimed))
    assert await record(store, outcome(claimed), outcome(claimed, DeliveryState.FAILED)) == []
    assert await states(store, claimed.id) == [DeliveryState.QUEUED, DeliveryState.SENDING, DeliveryState.SENT]


async def test_a_crash_between_claim_and_outcome_shows_when_the_lease_runs_out(store: SqlStore) -> None:
    await add(store, delivery())
    (claimed,) = await claim(store)
    async with store.transaction() as work:
        assert await work.outbox.lapsed(LEASE - timedelta(microseconds=1)) == []
        (lapsed,) = await work.outbox.lapsed(LEASE)
        assert await work.outbox.lapsed(LEASE) == []
    assert (lapsed.id, lapsed.state) == (claimed.id, DeliveryState.UNKNOWN)
    assert lapsed == as_moved(await get(store, claimed.id))


async def test_a_slow_process_s_certain_outcome_is_better_than_not_knowing(store: SqlStore) -> None:
    await add(store, delivery())
    (claimed,) = await claim(store)
    async with store.transaction() as work:
        await work.outbox.lapsed(LEASE)
    assert [each.state for each in await record(store, outcome(claimed))] == [DeliveryState.SENT]


def again(of: Delivery) -> Attempt:
    """It is queued once more, to be sent LATER."""
    return Attempt(of.id, of.fence, DeliveryState.QUEUED, NOW, "không rõ đã đến chưa", due_at=LATER)


async def test_an_unknown_delivery_is_queued_again_as_a_repeat(store: SqlStore) -> None:
    await add(store, delivery())
    (claimed,) = await claim(store)
    await record(store, outcome(claimed, DeliveryState.UNKNOWN, provider_ref=None))
    (repeated,) = await record(store, again(claimed))
    assert await record(store, again(claimed)) == []
    assert (repeated.state, repeated.is_repeat, repeated.due_at, repeated.reason) == (
        DeliveryState.QUEUED,
        True,
        LATER,
        "không rõ đã đến chưa",
    )
    assert [each.fence for each in await claim(store, LATER)] == [2]


async def test_what_was_surely_not_sent_is_tried_again_without_being_a_repeat(store: SqlStore) -> None:
    await add(store, delivery())
    (claimed,) = await claim(store)
    (waiting,) = await record(store, again(claimed))
    assert (waiting.state, waiting.is_repeat, waiting.attempts) == (DeliveryState.QUEUED, False, 1)


async def test_what_never_left_does_not_count_as_an_attempt(store: SqlStore) -> None:
    await add(store, delivery())
    (claimed,) = await claim(store)
    (waiting,) = await record(store, replace(again(claimed), was_tried=False))
    assert (waiting.state, waiting.attempts, waiting.fence) == (DeliveryState.QUEUED, 0, 1)


async def test_what_was_sent_is_not_queued_again(store: SqlStore) -> None:
    done = await sent(store)
    assert await record(store, again(done)) == []
    assert await get(store, done.id) == done


async def test_a_part_waits_until_the_part_before_it_has_gone(store: SqlStore) -> None:
    async with store.transaction() as work:
        told = await released(work)
        parts = [delivery(key=f"part-{n}", notice=told.id, address="1") for n in range(3)]
        await work.outbox.add([*parts, delivery(key="elsewhere", notice=told.id, address="2")])
    first, elsewhere = await claim(store)
    assert (first.key, elsewhere.key) == ("part-0", "elsewhere")
    assert await claim(store) == []
    await record(store, again(first))
    assert await claim(store) == []
    (first,) = await claim(store, LATER)
    await record(store, outcome(first))
    assert [each.key for each in await claim(store, LATER)] == ["part-1"]


async def test_what_became_needless_while_it_waited_is_dropped(store: SqlStore) -> None:
    await add(store, delivery(), delivery())
    one, _ = await claim(store, limit=2)
    await record(store, again(one))
    async with store.transaction() as work:
        assert await work.outbox.drop([one.id, one.id + 1], LATER, "đã trả lời") == 1
    assert (await get(store, one.id)).state is DeliveryState.CANCELLED


async def test_receipts_may_come_out_of_order(store: SqlStore) -> None:
    done = await sent(store)
    assert done.provider_ref is not None
    read = await settle(store, done.provider_ref, DeliveryState.READ)
    assert read is not None
    assert (read.state, read.sent_at, read.delivered_at) == (DeliveryState.READ, LATER, LATER)
    for late in (DeliveryState.DELIVERED, DeliveryState.SENT, DeliveryState.FAILED, DeliveryState.READ, DeliveryState.QUEUED):
        assert await settle(store, done.provider_ref, late, LEASE) == read
    assert (await states(store, done.id))[-2:] == [DeliveryState.SENT, DeliveryState.READ]


async def test_a_receipt_settles_what_was_not_known(store: SqlStore) -> None:
    await add(store, delivery())
    (claimed,) = await claim(store)
    await record(store, outcome(claimed, DeliveryState.UNKNOWN))
    settled = await settle(store, f"ref-{claimed.id}", DeliveryState.DELIVERED)
    assert settled is not None
    assert (settled.state, settled.sent_at, settled.delivered_at) == (DeliveryState.DELIVERED, LATER, LATER)


async def test_a_receipt_for_nothing_known_finds_nothing(store: SqlStore) -> None:
    done = await sent(store)
    assert await settle(store, "another", DeliveryState.READ) is None
    async with store.snapshot() as view:
        assert await view.outbox.with_ref("sms", f"ref-{done.id}") is None
        assert (await view.outbox.with_ref("telegram", f"ref-{done.id}")) == done


async def test_many_receipts_are_applied_in_their_order(store: SqlStore) -> None:
    one, two = await sent(store), await sent(store)
    said = [
        Receipt(f"ref-{one.id}", DeliveryState.SENT),
        Receipt(f"ref-{two.id}", DeliveryState.FAILED, "máy tắt"),
        Receipt("another", DeliveryState.READ),
        Receipt(f"ref-{one.id}", DeliveryState.DELIVERED),
        Receipt(f"ref-{two.id}", DeliveryState.DELIVERED),
        Receipt(f"ref-{one.id}", DeliveryState.READ),
    ]
    async with store.transaction() as work:
        unknown, moved = await work.outbox.settle_all("telegram", said, LATER)
        assert await work.outbox.settle_all("telegram", said, LATER) == (unknown, [])
        assert await work.outbox.settle_all("sms", said[:1], LATER) == (frozenset({said[0].provider_ref}), [])
    assert unknown == frozenset({"another"})
    assert {(each.id, each.state) for each in moved} == {(one.id, DeliveryState.READ), (two.id, DeliveryState.FAILED)}
    assert moved == [as_moved(await get(store, each.id)) for each in moved]
    assert (await states(store, one.id))[-3:] == [DeliveryState.SENT, DeliveryState.DELIVERED, DeliveryState.READ]
    assert (await get(store, two.id)).reason == "máy tắt"


async def test_what_an_acknowledgement_makes_needless_is_cancelled(store: SqlStore) -> None:
    async with store.transaction() as work:
        told, other = await released(work), await released(work)
        await work.outbox.add([delivery(notice=told.id, kind=kind) for kind in (MessageKind.NEW_DIRECTIVES, MessageKind.REMINDER)])
        await work.outbox.add([delivery(notice=told.id, kind=MessageKind.ESCALATION), delivery(notice=other.id, kind=MessageKind.REMINDER)])
        assert await work.outbox.cancel(told.id, LATER, "đã trả lời") == 2
        kept = await work.outbox.of_notice(told.id)
        assert [each.state for each in kept] == [DeliveryState.QUEUED, DeliveryState.CANCELLED, DeliveryState.CANCELLED]
        assert [each.state for each in await work.outbox.of_notice(other.id)] == [DeliveryState.QUEUED]
        assert [(c.at, c.reason) for c in (await work.outbox.history([kept[1].id]))[1:]] == [(LATER, "đã trả lời")]


async def test_what_a_release_has_still_queued_for_its_bodies_is_called_off_and_nothing_else(store: SqlStore) -> None:
    kinds = (MessageKind.NEW_DIRECTIVES, MessageKind.DEADLINE, MessageKind.WITHDRAWAL, MessageKind.DUTY_ALERT, MessageKind.RECEIPT)
    async with store.transaction() as work:
        told, other = await released(work), await released(work)
        await work.outbox.add([delivery(notice=told.id, dispatch=told.dispatch, kind=kind) for kind in kinds[:3]])
        await work.outbox.add([delivery(dispatch=told.dispatch, kind=kind) for kind in kinds[3:]])
        await work.outbox.add([delivery(notice=other.id, dispatch=other.dispatch)])
        assert await work.outbox.call_off(told.dispatch, LATER, "đã kết thúc", only_what_rings=True) == 1
        assert await work.outbox.call_off(told.dispatch, LATER, "đã thu hồi", only_what_rings=False) == 1
        off = {each.kind for each in await work.outbox.of_dispatch(told.dispatch) if each.state is DeliveryState.CANCELLED}
        assert off == {MessageKind.NEW_DIRECTIVES, MessageKind.DEADLINE}
        assert [each.state for each in await work.outbox.of_dispatch(other.dispatch)] == [DeliveryState.QUEUED]


async def test_deliveries_are_found_by_notice_and_by_dispatch(store: SqlStore) -> None:
    async with store.transaction() as work:
        told = await released(work)
        await work.outbox.add([delivery(notice=told.id, dispatch=told.dispatch), delivery(dispatch=told.dispatch), delivery()])
        assert len(await work.outbox.of_notice(told.id)) == 1
        assert len(await work.outbox.of_dispatch(told.dispatch)) == 2


async def test_what_was_queued_too_long_expires(store: SqlStore) -> None:
    await add(store, delivery(expires_at=NOW), delivery(expires_at=LATER))
    async with store.transaction() as work:
        assert await work.outbox.expire(NOW) == 1
        counts = await work.outbox.counts("telegram")
        assert {state: number for state, number in counts.items() if number} == {"expired": 1, "queued": 1}
        assert set(counts) == set(DeliveryState)
        assert set((await work.outbox.counts("sms")).values()) == {0}


async def test_those_without_a_receipt_are_found_the_oldest_first(store: SqlStore) -> None:
    await add(store, *(delivery() for _ in range(3)))
    one, two, three = await claim(store)
    await record(store, outcome(one, at=LATER), outcome(two, at=NOW), outcome(three, at=LEASE))
    async with store.snapshot() as view:
        waiting = await view.outbox.awaiting_receipt("telegram", NOW - timedelta(2), LATER, 10)
        assert [each.id for each in waiting] == [two.id, three.id, one.id]
        assert len(await view.outbox.awaiting_receipt("telegram", NOW - timedelta(2), LATER, 1)) == 1
        assert await view.outbox.awaiting_receipt("telegram", NOW - timedelta(2), NOW - timedelta(1), 10) == []
        assert await view.outbox.awaiting_receipt("sms", NOW - timedelta(2), LATER, 10) == []


@pytest.mark.parametrize(
    "impossible",
    [
        {"state": DeliveryState.SENDING},
        {"state": DeliveryState.SENT},
        {"state": DeliveryState.DELIVERED, "sent_at": NOW},
        {"state": DeliveryState.QUEUED, "sent_at": NOW},
        {"state": DeliveryState.FAILED, "delivered_at": NOW},
    ],
)
async def test_the_database_itself_refuses_impossible_deliveries(store: SqlStore, impossible: dict[str, object]) -> None:
    with pytest.raises(IntegrityError):
        await add(store, replace(delivery(), **impossible))  # type: ignore[arg-type]  # the changes of a test


async def test_what_a_dead_process_had_under_way_at_one_sender_is_unknown_and_nothing_else(store: SqlStore) -> None:
    await add(store, delivery(), replace(delivery(), sender="sms"))
    (ours,) = await claim(store)
    async with store.transaction() as work:
        assert await work.outbox.abandon("sms", LATER) == []
        (lost,) = await work.outbox.abandon("telegram", LATER)
    assert (lost.id, lost.state) == (ours.id, DeliveryState.UNKNOWN)
    assert [each.state for each in await record(store, outcome(ours))] == [DeliveryState.SENT]
