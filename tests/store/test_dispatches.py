"""Releases, notices and assignments are kept, and those that need something next are found."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy.exc import IntegrityError

from alertd.model.assignments import AssignmentState
from alertd.model.bodies import Role
from alertd.model.notices import DeliveryState, Dispatch, DispatchState, MessageKind
from alertd.model.past import PastNotice
from alertd.store.sql import SqlStore, SqlTransaction
from tests.fakes.postgres import new_database
from tests.store.samples import LATER, NOW, assignment, delivery, dispatch, document, file, notice, released


async def release(work: SqlTransaction, **changes: object) -> Dispatch:
    document_id = await work.documents.add(document(await work.documents.add_file(file())))
    opened = replace(dispatch(document_id), **changes)  # type: ignore[arg-type]  # the changes of a test
    return replace(opened, id=await work.dispatches.add(opened))


async def test_a_dispatch_is_kept_and_changed(store: SqlStore) -> None:
    async with store.transaction() as work:
        opened = await release(work)
        assert await work.dispatches.get(opened.id) == opened
        assert await work.dispatches.of_document(opened.document) == [opened]
        closed = replace(opened, state=DispatchState.CLOSED)
        await work.dispatches.save(closed)
        assert await work.dispatches.get(opened.id) == closed
        assert await work.dispatches.get(opened.id + 1) is None


async def test_the_latest_dispatches_come_first(store: SqlStore) -> None:
    async with store.transaction() as work:
        one, two = await release(work), await release(work, state=DispatchState.EXPIRED)
        assert await work.dispatches.recent() == [two, one]
        assert await work.dispatches.recent([DispatchState.OPEN]) == [one]
        assert await work.dispatches.recent(limit=1) == [two]


async def test_only_open_dispatches_become_overdue(store: SqlStore) -> None:
    async with store.transaction() as work:
        overdue = await release(work, expires_at=NOW)
        await release(work, expires_at=LATER)
        await release(work, expires_at=NOW, state=DispatchState.CLOSED)
        assert await work.dispatches.overdue(NOW) == [overdue]


async def test_what_became_of_orders_is_counted_once_their_release_is_over(store: SqlStore) -> None:
    async with store.transaction() as work:
        over = await release(work, state=DispatchState.EXPIRED)
        copied = notice(over.id, body="lang-son/ban-sao", role=Role.COPY)
        told = replace(notice(over.id), acknowledged_at=LATER, acknowledged_by="x")
        number, _ = await work.dispatches.add_notices([told, copied])
        sent = {"dispatch": over.id, "notice": number, "state": DeliveryState.SENT}
        await work.outbox.add(
            [
                delivery(key="order", sent_at=NOW, **sent),
                delivery(key="again", kind=MessageKind.REMINDER, sent_at=LATER, **sent),
                delivery(key="thanks", kind=MessageKind.RECEIPT, sent_at=NOW - timedelta(hours=1), **sent),
            ]
        )
        opened = await release(work)
        await work.dispatches.add_notices([notice(opened.id)])
        found = await work.dispatches.past_notices(over.released_at, over.released_at + timedelta(seconds=1), is_drill=over.is_drill)
        document = await work.documents.get(over.document)
        assert document is not None
        assert found == [PastNotice(over.id, told.body, document.received_at, over.released_at, NOW, LATER, 1)]
        assert await work.dispatches.past_notices(LATER, LATER + timedelta(days=1), is_drill=over.is_drill) == []


async def test_notices_are_kept_in_their_order_and_changed(store: SqlStore) -> None:
    async with store.transaction() as work:
        opened = await release(work)
        told = [notice(opened.id, body=f"lang-son/{number}") for number in range(3)]
        ids = await work.dispatches.add_notices(told)
        kept = [replace(each, id=notice_id) for each, notice_id in zip(told, ids, strict=True)]
        assert await work.dispatches.notices(opened.id) == kept
        answered = replace(kept[1], acknowledged_at=LATER, acknowledged_by="lang-son/1#chu-tich", next_step_at=None, paused_until=LATER)
        await work.dispatches.save_notice(answered)
        assert await work.dispatches.notice(answered.id) == answered
        assert await work.dispatches.add_notices([]) == []


async def test_a_code_is_read_in_either_case_and_names_one_notice_for_ever(store: SqlStore) -> None:
    async with store.transaction() as work:
        told = await released(work, code="Ab12")
        assert await work.dispatches.notice_with_code("aB12") == told
        assert await work.dispatches.notice_with_code("Ab13") is None
    with pytest.raises(IntegrityError):
        async with store.transaction() as work:
            await released(work, code="AB12")


async def test_a_body_s_notices_come_the_newest_first(store: SqlStore) -> None:
    async with store.transaction() as work:
        one, two = await released(work), await released(work)
        await released(work, body="lang-son/huyen-hai")
        closed = await work.dispatches.get(one.dispatch)
        assert closed is not None
        await work.dispatches.save(replace(closed, state=DispatchState.WITHDRAWN))
        assert await work.dispatches.notices_of_body(one.body) == [two, one]
        assert await work.dispatches.notices_of_body(one.body, limit=1) == [two]
        assert await work.dispatches.notices_of_body(one.body, only_open=True) == [two]


async def test_due_notices_are_those_of_open_dispatches_the_longest_overdue_first(store: SqlStore) -> None:
    async with store.transaction() as work:
        due = await released(work, next_step_at=NOW)
        longer = await released(work, next_step_at=NOW - timedelta(minutes=1))
        await released(work, next_step_at=LATER)
        await released(work, next_step_at=None)
        over = await released(work, next_step_at=NOW)
        closed = await work.dispatches.get(over.dispatch)
        assert closed is not None
        await work.dispatches.save(replace(closed, state=DispatchState.CLOSED))
        assert await work.dispatches.due_notices(NOW, 10) == [longer, due]
        assert await work.dispatches.due_notices(NOW, 1) == [longer]


@pytest.mark.postgres
async def test_a_due_notice_that_another_process_is_looking_at_is_left_to_it(postgres_server: str) -> None:
    store = await SqlStore.open(await new_database(postgres_server))
    async with store.transaction() as work:
        told = await released(work, next_step_at=NOW)
    async with store.transaction() as one, store.transaction() as other:
        assert await one.dispatches.due_notices(NOW, 10) == [told]
        assert await other.dispatches.due_notices(NOW, 10) == []
    await store.close()


async def test_assignments_are_kept_in_their_order_and_changed(store: SqlStore) -> None:
    async with store.transaction() as work:
        told = await released(work)
        await work.dispatches.add_assignments([assignment(told, directive=number) for number in range(3)])
        await work.dispatches.add_assignments([])
        kept = await work.dispatches.assignments(told.dispatch)
        assert [each.directive for each in kept] == [0, 1, 2]
        assert replace(kept[0], id=0) == assignment(told)
        assert await work.dispatches.assignments_of_notice(told.id) == kept
        done = replace(kept[0], state=AssignmentState.DONE, state_at=LATER, answered_by="truc-ban")
        await work.dispatches.save_assignment(done)
        assert (await work.dispatches.assignments_of_notice(told.id))[0] == done


async def test_a_notice_that_went_out_moves_only_assignments_that_nobody_answered(store: SqlStore) -> None:
    async with store.transaction() as work:
        told, other = await released(work), await released(work)
        await work.dispatches.add_assignments([assignment(told), assignment(told, state=AssignmentState.DONE), assignment(other)])
        await work.dispatches.mark_notified([told.id], LATER)
        after = await work.dispatches.assignments(told.dispatch)
        assert [(each.state, each.state_at) for each in after] == [(AssignmentState.NOTIFIED, LATER), (AssignmentState.DONE, NOW)]
        await work.dispatches.mark_notified([], LATER)
        assert await work.dispatches.assignments(told.dispatch) == after
