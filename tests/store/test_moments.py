"""What a wrong clock has written into the future is brought back; what a right one has written stays as it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from alertd.model.duty import Alert
from alertd.store.sql import SqlStore
from tests.store.samples import NOW, delivery, dispatch, document, file, notice, released

YEARS = timedelta(days=4000)
HOUR = timedelta(hours=1)


async def test_a_release_of_the_future_is_followed_from_today_on(store: SqlStore) -> None:
    then = NOW + YEARS
    async with store.transaction() as work:
        file_id = await work.documents.add_file(file(received_at=then))
        document_id = await work.documents.add(document(file_id, received_at=then, state_at=then))
        number = await work.dispatches.add(dispatch(document_id, released_at=then, expires_at=then + 24 * HOUR))
        (told,) = await work.dispatches.add_notices([notice(number, next_step_at=then + HOUR, paused_until=then + HOUR)])
        queued = delivery(dispatch=number, notice=told, created_at=then, due_at=then, expires_at=then + 24 * HOUR)
        await work.outbox.add([queued])
        await work.duty.add_alert(
            Alert(0, "notice/1", number, "silent-1", is_incident=False, body="a", reason="b", raised_at=then, next_at=then)
        )
    async with store.transaction() as work:
        assert await work.moments.bring_back(YEARS, NOW) > 0
    async with store.snapshot() as work:
        opened = await work.dispatches.get(number)
        assert opened is not None
        assert (opened.released_at, opened.expires_at) == (NOW, NOW + 24 * HOUR)
        kept = await work.dispatches.notice(told)
        assert kept is not None
        assert (kept.next_step_at, kept.paused_until) == (NOW + HOUR, NOW + HOUR)
        (waiting,) = await work.outbox.of_notice(told)
        assert (waiting.created_at, waiting.due_at, waiting.expires_at) == (NOW, NOW, NOW + 24 * HOUR)
        assert [alert.raised_at for alert in await work.duty.due_alerts(NOW, 10)] == [NOW]
        again = await work.documents.get(document_id)
        assert again is not None
        assert again.received_at == NOW


async def test_what_a_wrong_clock_has_only_put_off_waits_no_longer(store: SqlStore) -> None:
    async with store.transaction() as work:
        told = await released(work, next_step_at=NOW + YEARS + HOUR)
        await work.outbox.add([delivery(dispatch=told.dispatch, notice=told.id, due_at=NOW + YEARS, expires_at=NOW + 72 * HOUR)])
        await work.moments.bring_back(YEARS, NOW)
        kept = await work.dispatches.notice(told.id)
        assert kept == replace(told, next_step_at=NOW + HOUR)
        (waiting,) = await work.outbox.of_notice(told.id)
        assert (waiting.due_at, waiting.expires_at) == (NOW, NOW + 72 * HOUR)


async def test_what_a_right_clock_has_written_stays_as_it_is(store: SqlStore) -> None:
    async with store.transaction() as work:
        told = await released(work, next_step_at=NOW + HOUR, paused_until=NOW + 24 * HOUR)
        await work.outbox.add([delivery(dispatch=told.dispatch, notice=told.id, due_at=NOW + HOUR, expires_at=NOW + 72 * HOUR)])
        before = await work.outbox.of_notice(told.id)
        assert await work.moments.bring_back(YEARS, NOW) == 0
        assert await work.dispatches.notice(told.id) == told
        assert await work.outbox.of_notice(told.id) == before
