"""Files and documents are kept as they came, and found again by what people know of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy.exc import IntegrityError

from alertd.errors import AlreadyKept
from alertd.model.documents import UNRECOGNISED, DocumentState, Hazard, Problem
from alertd.model.register import Document
from alertd.store.sql import SqlStore, SqlTransaction
from tests.store.samples import LATER, NOW, document, file, reading


async def keep(work: SqlTransaction, **changes: object) -> Document:
    file_id = await work.documents.add_file(file())
    kept = replace(document(file_id), **changes)  # type: ignore[arg-type]  # the changes of a test
    return replace(kept, id=await work.documents.add(kept))


async def test_a_file_is_kept_as_it_came(store: SqlStore) -> None:
    received = file(content=bytes(range(256)), refused="Văn bản mật.", refused_code="secret")
    async with store.transaction() as work:
        file_id = await work.documents.add_file(received)
    async with store.snapshot() as view:
        kept = replace(received, id=file_id)
        assert await view.documents.file(file_id) == kept
        assert await view.documents.file_by_sha256(received.sha256) == kept
        assert await view.documents.file(file_id + 1) is None


async def test_the_same_bytes_are_kept_once(store: SqlStore) -> None:
    async with store.transaction() as work:
        await work.documents.add_file(file(sha256="a" * 64))
    async with store.transaction() as work:
        with pytest.raises(AlreadyKept):
            await work.documents.add_file(file(sha256="a" * 64))
        assert await work.documents.file_by_sha256("a" * 64) is not None


async def test_an_idempotency_key_leads_to_its_first_file(store: SqlStore) -> None:
    async with store.transaction() as work:
        one, two = await work.documents.add_file(file()), await work.documents.add_file(file())
        await work.documents.keep_key("request-1", one)
        await work.documents.keep_key("request-1", two)
        found = await work.documents.file_by_key("request-1")
        assert found is not None
        assert found.id == one
        assert await work.documents.file_by_key("request-2") is None


async def test_a_document_is_kept_as_it_was_read(store: SqlStore) -> None:
    async with store.transaction() as work:
        kept = await keep(work)
    async with store.snapshot() as view:
        assert await view.documents.get(kept.id) == kept
        assert await view.documents.get(kept.id + 1) is None


async def test_what_changes_in_a_document_is_written_back(store: SqlStore) -> None:
    async with store.transaction() as work:
        kept = await keep(work)
        changed = replace(kept, state=DocumentState.APPROVED, state_at=LATER, decided_by="truc-ban", proposals=(), chased=2)
        await work.documents.save(changed)
        assert await work.documents.get(kept.id) == changed


async def test_a_document_that_was_never_kept_cannot_be_written_back(store: SqlStore) -> None:
    with pytest.raises(LookupError, match="documents has no id 99"):
        async with store.transaction() as work:
            await work.documents.save(replace(document(1), id=99))


async def test_a_file_s_documents_come_in_their_order_and_each_place_holds_one(store: SqlStore) -> None:
    async with store.transaction() as work:
        file_id = await work.documents.add_file(file())
        for position in (2, 0, 1):
            await work.documents.add(document(file_id, position=position))
        assert [each.position for each in await work.documents.of_file(file_id)] == [0, 1, 2]
    with pytest.raises(IntegrityError):
        async with store.transaction() as work:
            await work.documents.add(document(file_id, position=1))


async def test_numbers_begin_anew_each_year_and_with_each_issuer(store: SqlStore) -> None:
    async with store.transaction() as work:
        first = await keep(work)
        again = await keep(work)
        last_year = await keep(work, reading=reading(issued_on=date(2022, 7, 17)))
        elsewhere = await keep(work, reading=reading(issuer="Bộ Nông nghiệp"))
        await keep(work, reading=reading(number="03/CĐ-UBND"))

        async def ids(year: int | None, issuer: str | None) -> list[int]:
            return [each.id for each in await work.documents.with_number("02/CĐ-UBND", year, issuer)]

        assert await ids(2023, "UBND tỉnh") == [first.id, again.id]
        assert await ids(2023, None) == [first.id, again.id, elsewhere.id]
        assert await ids(None, "UBND tỉnh") == [first.id, again.id, last_year.id]


async def test_the_latest_documents_come_first(store: SqlStore) -> None:
    async with store.transaction() as work:
        one = await keep(work)
        two = await keep(work, state=DocumentState.IN_REVIEW)
        three = await keep(work, reading=reading(is_emergency=False))
        recent = work.documents.recent
        assert [each.id for each in await recent()] == [three.id, two.id, one.id]
        assert [each.id for each in await recent(limit=1)] == [three.id]
        assert [each.id for each in await recent([DocumentState.IN_REVIEW, DocumentState.REJECTED])] == [two.id]


async def test_what_presses_is_chased_in_its_order_however_much_has_come_since(store: SqlStore) -> None:
    pressing = reading(is_emergency=False, hazards=(Hazard.STORM,), problems=(Problem(UNRECOGNISED, "Không nhận ra."),))
    idle = replace(pressing, hazards=())
    async with store.transaction() as work:
        first, second = await keep(work), await keep(work, reading=pressing)
        asked = await keep(work, chased=1)
        for changes in ({"reading": idle}, {"state": DocumentState.REJECTED}, {"received_at": LATER}):
            await keep(work, **changes)
        unchased = work.documents.unchased
        assert [each.id for each in await unchased([NOW], 10)] == [first.id, second.id]
        assert [each.id for each in await unchased([NOW, NOW], 10)] == [first.id, second.id, asked.id]
        assert [each.id for each in await unchased([NOW], 1)] == [first.id]
        assert await unchased([], 10) == []


async def test_emergencies_and_what_was_not_recognised_wait_until_somebody_has_decided(store: SqlStore) -> None:
    unrecognised = reading(is_emergency=False, problems=(Problem(UNRECOGNISED, "Không nhận ra."),))
    async with store.transaction() as work:
        one = await keep(work)
        two = await keep(work, state=DocumentState.IN_REVIEW, reading=unrecognised)
        await keep(work, reading=reading(is_emergency=False))
        await keep(work, state=DocumentState.REJECTED)
        assert [each.id for each in await work.documents.waiting(10)] == [one.id, two.id]
        assert [each.id for each in await work.documents.waiting(1)] == [one.id]
