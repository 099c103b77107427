"""Whatever happens to deliveries, their history tells it without a gap, and every move in it is one that the lifecycle allows."""

from __future__ import annotations

from datetime import timedelta
from itertools import count, pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alertd.model.inbox import Receipt
from alertd.model.lifecycles import DELIVERY
from alertd.model.notices import Attempt, Claimed, DeliveryState
from alertd.store.sql import SqlStore, SqlTransaction
from tests.store.samples import NOW, delivery

SENDERS = (f"sender-{number}" for number in count())
STATES = st.sampled_from(list(DeliveryState))
STEPS = st.one_of(
    st.tuples(st.just("add"), st.integers(1, 3)),
    st.tuples(st.just("claim"), st.integers(1, 3)),
    st.tuples(st.just("record"), STATES),
    st.tuples(st.just("settle"), STATES),
    st.tuples(st.sampled_from(["lapsed", "requeue", "expire", "forward"]), st.just(0)),
)


class Sequence:
    """Any sequence of steps on the deliveries of one sender."""

    def __init__(self) -> None:
        self.sender = next(SENDERS)
        self.now = NOW
        self.claims: list[Claimed] = []

    async def take(self, work: SqlTransaction, step: str, choice: int | DeliveryState) -> None:
        outbox = work.outbox
        if step == "add":
            expires_at = self.now + timedelta(minutes=3)
            await outbox.add([delivery(sender=self.sender, due_at=self.now, expires_at=expires_at) for _ in range(int(choice))])
        elif step == "claim":
            self.claims += await outbox.claim(self.sender, self.now, self.now + timedelta(minutes=1), int(choice))
        elif step == "record":
            state = DeliveryState(str(choice))
            await outbox.record([Attempt(c.id, c.fence, state, self.now, "", provider_ref=f"ref-{c.id}") for c in self.claims[::2]])
        elif step == "settle" and self.claims:
            await outbox.settle_all(self.sender, [Receipt(f"ref-{self.claims[0].id}", DeliveryState(str(choice)))], self.now)
        elif step == "requeue":
            await outbox.record(
                [Attempt(c.id, c.fence, DeliveryState.QUEUED, self.now, "") for c in {c.id: c for c in self.claims}.values()]
            )
        elif step == "forward":
            self.now += timedelta(seconds=45)
        elif step in {"lapsed", "expire"}:
            await getattr(outbox, step)(self.now)


@given(steps=st.lists(STEPS, max_size=25))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_history_and_state_agree_after_any_sequence_of_steps(store: SqlStore, steps: list[tuple[str, int | DeliveryState]]) -> None:
    sequence = Sequence()
    for step, choice in steps:
        async with store.transaction() as work:
            await sequence.take(work, step, choice)
    async with store.snapshot() as view:
        for claimed in {each.id: each for each in sequence.claims}.values():
            now = await view.outbox.get(claimed.id)
            told = [change.state for change in await view.outbox.history([claimed.id])]
            assert now is not None
            assert (told[0], told[-1]) == (DeliveryState.QUEUED, now.state)
            assert all(new in DELIVERY[old] for old, new in pairwise(told))
            assert told.count(DeliveryState.SENDING) == now.fence == now.attempts
