"""Messages of equal urgency leave in turns: no order and no body waits until another one has heard everything."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alertd.model.notices import Attempt, Delivery, DeliveryState
from alertd.store.sql import SqlStore
from tests.store.samples import LATER, NOW, claim_whole, delivery, dispatch, document, file


async def orders(store: SqlStore, number: int) -> list[int]:
    """Some open orders."""
    async with store.transaction() as work:
        kept = await work.documents.add(document(await work.documents.add_file(file())))
        return [await work.dispatches.add(dispatch(kept)) for _ in range(number)]


async def queue(store: SqlStore, order: int | None, size: int, sender: str = "telegram", **changes: object) -> None:
    """The messages of one order, each to a body of its own."""
    each = [delivery(dispatch=order, sender=sender, body=f"lang-son/xa-{n}", **changes) for n in range(size)]
    async with store.transaction() as work:
        await work.outbox.add(each)


async def claim(store: SqlStore, limit: int, sender: str = "telegram") -> list[Delivery]:
    async with store.transaction() as work:
        return await claim_whole(work, sender, NOW, LATER, limit)


def of(claimed: Sequence[Delivery]) -> Counter[int | None]:
    return Counter(each.dispatch for each in claimed)


async def test_an_order_of_thousands_lets_a_small_one_pass(store: SqlStore) -> None:
    large, small = await orders(store, 2)
    await queue(store, large, 5000)
    assert of(await claim(store, 200)) == {large: 200}
    await queue(store, small, 3)
    assert of(await claim(store, 8)) == {large: 5, small: 3}
    assert of(await claim(store, 100)) == {large: 100}


async def test_a_late_order_gets_its_turns_but_no_more(store: SqlStore) -> None:
    first, second = await orders(store, 2)
    await queue(store, first, 300)
    await claim(store, 200)
    await queue(store, second, 300)
    assert of(await claim(store, 100)) == {first: 50, second: 50}


async def test_reminders_that_are_queued_one_by_one_alternate_with_those_of_a_smaller_order(store: SqlStore) -> None:
    large, small = await orders(store, 2)
    for _ in range(20):
        await queue(store, large, 1, priority=2)
    for _ in range(2):
        await queue(store, small, 1, priority=2)
    assert of(await claim(store, 5)) == {large: 3, small: 2}


async def test_first_notices_go_before_reminders_of_the_same_urgency_whoever_came_first(store: SqlStore) -> None:
    one, other = await orders(store, 2)
    await queue(store, one, 5, priority=2)
    await queue(store, other, 5, priority=0)
    assert of(await claim(store, 5)) == {other: 5}


async def test_every_body_hears_once_before_any_hears_twice(store: SqlStore) -> None:
    (order,) = await orders(store, 1)
    parts = [delivery(dispatch=order, body=f"lang-son/xa-{body}", text=f"{part}") for body in range(3) for part in range(2)]
    async with store.transaction() as work:
        await work.outbox.add(parts)
    assert [each.text for each in await claim(store, 6)] == ["0", "0", "0", "1", "1", "1"]


async def test_whoever_waits_for_a_retry_holds_nobody_up_and_loses_no_turn(store: SqlStore) -> None:
    one, other = await orders(store, 2)
    await queue(store, one, 40)
    failed = await claim(store, 10)
    async with store.transaction() as work:
        await work.outbox.record([Attempt(d.id, d.fence, DeliveryState.QUEUED, NOW, "", due_at=LATER) for d in failed])
    await claim(store, 10)
    await queue(store, other, 10)
    assert of(await claim(store, 20)) == {one: 10, other: 10}
    async with store.transaction() as work:
        again = await work.outbox.claim("telegram", LATER, LATER + timedelta(minutes=1), 10)
    assert {d.id for d in again} == {d.id for d in failed}


STEPS = st.lists(
    st.one_of(st.tuples(st.integers(0, 3), st.integers(1, 30)), st.tuples(st.just("claim"), st.integers(1, 12))), min_size=4, max_size=25
)
_SENDERS = iter(f"sender-{n}" for n in range(10**9))


@given(steps=STEPS)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_orders_that_wait_side_by_side_are_served_alike(store: SqlStore, steps: list[tuple[int | str, int]]) -> None:
    """While two orders both have something waiting, neither gets two messages more than the other."""
    numbers, sender = await orders(store, 4), next(_SENDERS)
    waiting: Counter[int | None] = Counter()
    lead: defaultdict[tuple[int, int], int] = defaultdict(int)
    for what, size in steps:
        if what == "claim":
            for each in await claim(store, size, sender):
                assert each.dispatch is not None
                for other in [n for n in numbers if n != each.dispatch and waiting[n]]:
                    lead[each.dispatch, other] += 1
                    lead[other, each.dispatch] -= 1
                    assert lead[each.dispatch, other] <= 2, f"order {each.dispatch} is ahead of {other}"
                waiting[each.dispatch] -= 1
        else:
            order = numbers[int(what)]
            if not waiting[order]:  # it begins to wait: from now on it is compared with those that wait already
                lead = defaultdict(int, {pair: value for pair, value in lead.items() if order not in pair})
            await queue(store, order, size, sender)
            waiting[order] += size


async def test_a_turn_is_counted_for_each_sender(store: SqlStore) -> None:
    (order,) = await orders(store, 1)
    await queue(store, order, 30)
    await queue(store, order, 2, sender="sms", channel="sms")
    assert [each.sender for each in await claim(store, 10, "sms")] == ["sms", "sms"]


async def test_the_line_that_is_shown_is_the_order_in_which_messages_are_claimed(store: SqlStore) -> None:
    one, other = await orders(store, 2)
    await queue(store, one, 5)
    await queue(store, other, 3)
    async with store.snapshot() as view:
        shown = await view.outbox.line("telegram", NOW, 100)
    assert shown == [each.id for each in await claim(store, 100)]
