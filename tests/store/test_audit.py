"""The audit trail is one chain, and whoever touches it is found out."""

from __future__ import annotations

import asyncio
from datetime import timedelta, timezone
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alertd.model.audit import GENESIS, AuditEntry, Choice, Seal
from alertd.store.audit import Verdict, verify
from alertd.store.sql import SqlStore
from tests.store.meddling import meddle
from tests.store.samples import NOW

JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**60), 2**60) | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=10,
)


async def add(store: SqlStore, subject: str = "document/1", **detail: Any) -> AuditEntry:
    async with store.transaction() as work:
        return await work.audit.add(NOW, "truc-ban", "document.approved", subject, detail)


async def check(store: SqlStore) -> Verdict:
    async with store.snapshot() as view:
        return await verify(view.audit)


async def test_the_trail_is_asked_for_what_somebody_did_or_what_was_done_or_what_people_did(store: SqlStore) -> None:
    async with store.transaction() as work:
        read = await work.audit.add(NOW, "alertd", "document.read", "document/1", {})
        taken = await work.audit.add(NOW, "lan", "alert.taken", "reply/1", {})
        approved = await work.audit.add(NOW, "hoa", "document.approved", "document/1", {})
    async with store.snapshot() as view:
        assert await view.audit.recent(choice=Choice(actor="lan")) == [taken]
        assert await view.audit.recent(choice=Choice(action="document.read")) == [read]
        assert await view.audit.recent(choice=Choice(by_people=True)) == [approved, taken]
        assert await view.audit.recent(choice=Choice(subject="document/1", by_people=True)) == [approved]


async def test_entries_are_numbered_without_a_gap_and_bound_to_each_other(store: SqlStore) -> None:
    async with store.transaction() as work:
        one = await work.audit.add(NOW, "alertd", "document.read", "document/1", {})
        two = await work.audit.add(NOW, "alertd", "document.read", "document/2", {})
    three = await add(store)
    assert [each.id for each in (one, two, three)] == [1, 2, 3]
    assert [each.previous for each in (one, two, three)] == [GENESIS, one.digest, two.digest]
    async with store.snapshot() as view:
        assert await view.audit.since(0) == [one, two, three]
        assert await view.audit.since(1, limit=1) == [two]
        assert await view.audit.recent() == [three, two, one]
        assert await view.audit.recent(1, Choice(subject="document/1")) == [three]
        assert await view.audit.recent(before=three.id) == [two, one]
        assert await view.audit.last_id() == 3


async def test_a_step_that_failed_leaves_no_gap(store: SqlStore) -> None:
    async def fail() -> None:
        async with store.transaction() as work:
            await work.audit.add(NOW, "alertd", "tested", "document/1", {})
            raise LookupError

    with pytest.raises(LookupError):
        await fail()
    assert (await add(store)).id == 1


async def test_steps_at_the_same_time_make_one_chain(url: str, store: SqlStore) -> None:
    other = await SqlStore.open(url)
    await asyncio.gather(*(add(each) for each in [store, other] * 15))
    assert (await check(store)).entries == 30
    await other.close()


async def test_an_empty_chain_is_whole(store: SqlStore) -> None:
    assert await check(store) == Verdict(0, seal=Seal(0, GENESIS))


@given(details=st.lists(st.dictionaries(st.text(max_size=5), JSON, max_size=3), max_size=4))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_whatever_an_entry_tells_it_is_found_whole_again(store: SqlStore, details: list[dict[str, Any]]) -> None:
    for detail in details:
        await add(store, detail=detail, pair=(1, "hai"), numbers={10: "mười", 9: "chín"})
    assert (await check(store)).broken is None


async def test_a_moment_in_another_zone_is_found_whole_again(store: SqlStore) -> None:
    async with store.transaction() as work:
        await work.audit.add(NOW.astimezone(timezone(timedelta(hours=7))), "alertd", "tested", "document/1", {})
    assert (await check(store)).entries == 1


async def test_what_json_does_not_have_is_not_put_into_the_trail(store: SqlStore) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        await add(store, number=float("nan"))


@pytest.mark.parametrize(
    ("statement", "verdict"),
    [
        ("UPDATE audit SET actor = 'ai-do' WHERE id = 3", Verdict(2, 3, "its content was changed")),
        ("UPDATE audit SET detail = '{\"n\":7}' WHERE id = 2", Verdict(1, 2, "its content was changed")),
        ("UPDATE audit SET detail = 'không phải JSON' WHERE id = 4", Verdict(3, 4, "its content cannot be read")),
        ("UPDATE audit SET previous = digest WHERE id = 4", Verdict(3, 4, "it does not follow the entry before it")),
        ("DELETE FROM audit WHERE id = 3", Verdict(2, 3, "it is missing")),
        ("DELETE FROM audit WHERE id >= 4", Verdict(3, 4, "it is missing: entries up to 5 were written")),
        ("UPDATE audit_head SET last = 4", Verdict(4, 5, "it stands beyond the noted end of the chain")),
        ("UPDATE audit_head SET digest = 'another'", Verdict(4, 5, "it is not the entry that was written last")),
    ],
)
async def test_the_first_entry_that_was_tampered_with_is_named(url: str, store: SqlStore, statement: str, verdict: Verdict) -> None:
    for number in range(5):
        await add(store, n=number)
    await meddle(url, statement)
    assert await check(store) == verdict
