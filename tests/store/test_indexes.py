"""What is asked all the time is answered from an index, however much has been finished since."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from alertd.model.documents import DocumentState
from alertd.model.inbox import Receipt
from alertd.model.notices import Attempt, DeliveryState
from alertd.store.sql import SqlStore, SqlTransaction
from alertd.store.tables.metadata import METADATA
from tests.fakes.blank import lay_blank_database
from tests.fakes.postgres import new_database
from tests.store.samples import NOW, assignment, delivery, dispatch, document, file, notice

QUESTIONS: dict[str, Callable[[SqlTransaction], Awaitable[Any]]] = {
    "claim": lambda work: work.outbox.claim("telegram", NOW, NOW, 200),
    "claim but": lambda work: work.outbox.claim("telegram", NOW, NOW, 200, ["1"]),
    "record": lambda work: work.outbox.record([Attempt(1, 1, DeliveryState.SENT, NOW, "")]),
    "lapsed": lambda work: work.outbox.lapsed(NOW),
    "expire": lambda work: work.outbox.expire(NOW),
    "drop": lambda work: work.outbox.drop([1, 2], NOW, ""),
    "cancel": lambda work: work.outbox.cancel(1, NOW, ""),
    "call_off": lambda work: work.outbox.call_off(1, NOW, "", only_what_rings=False),
    "call_off what rings": lambda work: work.outbox.call_off(1, NOW, "", only_what_rings=True),
    "rest": lambda work: work.dispatches.rest(1),
    "withdraw": lambda work: work.dispatches.withdraw(1, NOW),
    "settle_all": lambda work: work.outbox.settle_all("telegram", [Receipt("1", DeliveryState.SENT)], NOW),
    "with_ref": lambda work: work.outbox.with_ref("telegram", "1"),
    "awaiting_receipt": lambda work: work.outbox.awaiting_receipt("telegram", NOW - timedelta(hours=2), NOW, 100),
    "add": lambda work: work.outbox.add([delivery(dispatch=None, notice=None)]),
    "unconfirmed": lambda work: work.outbox.unconfirmed(NOW, 100),
    "give_up_receipts": lambda work: work.outbox.give_up_receipts([1, 2], NOW, ""),
    "line": lambda work: work.outbox.line("telegram", NOW, 5000),
    "standing": lambda work: work.dispatches.standing([1, 2]),
    "of_notice": lambda work: work.outbox.of_notice(1),
    "of_dispatch": lambda work: work.outbox.of_dispatch(1),
    "history": lambda work: work.outbox.history([1, 2]),
    "past_notices": lambda work: work.dispatches.past_notices(NOW - timedelta(days=365), NOW, is_drill=False),
    "due_notices": lambda work: work.dispatches.due_notices(NOW, 100),
    "overdue": lambda work: work.dispatches.overdue(NOW),
    "notice_with_code": lambda work: work.dispatches.notice_with_code("ab12"),
    "notices_of_body": lambda work: work.dispatches.notices_of_body("lang-son/huyen-mot", only_open=True),
    "mark_notified": lambda work: work.dispatches.mark_notified([1], NOW),
    "pending": lambda work: work.inbox.pending(100, 7),
    "finish": lambda work: work.inbox.finish({1: "", 2: ""}, NOW),
    "replies of_dispatch": lambda work: work.replies.of_dispatch(1),
    "latest_question": lambda work: work.replies.latest_question("sms", "1", NOW),
    "of_message": lambda work: work.replies.of_message("sms", "1"),
    "with_number": lambda work: work.documents.with_number("02/CĐ-UBND", 2023, None),
    "in_hand": lambda work: work.documents.in_hand(100),
    "recent": lambda work: work.documents.recent([DocumentState.IN_REVIEW]),
    "end": lambda work: work.audit.since(0),
}


@contextmanager
def overheard() -> Iterator[list[tuple[str, Any]]]:
    """Every statement that goes to a database meanwhile, with its parameters."""
    statements: list[tuple[str, Any]] = []

    def hear(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_: Any) -> None:
        statements.append((statement, parameters))

    event.listen(Engine, "before_cursor_execute", hear)
    try:
        yield statements
    finally:
        event.remove(Engine, "before_cursor_execute", hear)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """An empty database: without figures about its contents SQLite plans as it does for a large one."""
    lay_blank_database(tmp_path)
    return tmp_path / "alertd.db"


def plan(path: Path, statement: str, parameters: Any) -> list[str]:
    connection = sqlite3.connect(path)
    try:
        return [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)]
    finally:
        connection.close()


async def plans(path: Path, question: Callable[[SqlTransaction], Awaitable[Any]]) -> list[str]:
    store = await SqlStore.open(f"sqlite:///{path}")
    async with store.transaction() as work:
        with overheard() as statements:
            await question(work)
    await store.close()
    return [line for statement, parameters in statements for line in plan(path, statement, parameters)]


@pytest.mark.parametrize("name", QUESTIONS)
async def test_no_table_is_read_from_end_to_end(path: Path, name: str) -> None:
    lines = await plans(path, QUESTIONS[name])
    assert any(line.startswith("SEARCH") for line in lines)
    assert [line for line in lines if re.match(rf"SCAN ({'|'.join(METADATA.tables)})\b", line)] == []


@pytest.mark.parametrize("name", ["claim", "claim but"])
async def test_a_claim_walks_the_queue_in_order_without_sorting_it(path: Path, name: str) -> None:
    lines = await plans(path, QUESTIONS[name])
    assert any(
        re.match(r"SEARCH deliveries USING( COVERING)? INDEX ix_deliveries_state \(state=\? AND sender=\?\)", line) for line in lines
    )
    assert not any("TEMP B-TREE" in line for line in lines)


async def test_a_message_finds_its_turn_at_one_place_however_many_wait(path: Path) -> None:
    lines = await plans(path, QUESTIONS["add"])
    assert "MATERIALIZE starts" in lines
    assert "SEARCH waiting USING INDEX ix_deliveries_turn (<expr>=? AND sender=? AND priority=?)" in lines


async def test_counting_reads_an_index_and_not_the_table(path: Path) -> None:
    assert await plans(path, lambda work: work.outbox.counts()) == ["SCAN deliveries USING COVERING INDEX ix_deliveries_state"]


async def test_expiring_reads_only_what_is_queued(path: Path) -> None:
    late = NOW + timedelta(days=1)
    assert await plans(path, lambda work: work.outbox.expire(late)) == [
        "SEARCH deliveries USING COVERING INDEX ix_deliveries_state (state=?)"
    ]


@pytest.mark.postgres
@pytest.mark.parametrize("name", ["claim", "claim but"])
async def test_a_server_without_statistics_looks_for_the_earlier_part_of_a_message_by_its_notice(postgres_server: str, name: str) -> None:
    lines = await first_night(await new_database(postgres_server), QUESTIONS[name])
    assert indexes(lines, "ix_deliveries_state") == ["ix_deliveries_state"]
    assert indexes(lines, "ix_deliveries_notice")


@pytest.mark.postgres
async def test_a_server_without_statistics_finds_the_work_of_those_who_were_told_by_its_notice(postgres_server: str) -> None:
    lines = await first_night(await new_database(postgres_server), QUESTIONS["mark_notified"])
    assert indexes(lines, "ix_assignments_notice")


ACTIONS = ("Rà soát, sẵn sàng sơ tán dân ra khỏi khu vực nguy hiểm, báo cáo trước 17 giờ hằng ngày",) * 8
"""As much as a telegram usually asks of a body."""


async def first_night(url: str, question: Callable[[SqlTransaction], Awaitable[Any]]) -> list[str]:
    """How a PostgreSQL goes about it that holds a release to thousands and has never counted them."""
    store = await SqlStore.open(url)
    async with store.transaction() as work:
        file_id = await work.documents.add_file(file())
        dispatch_id = await work.dispatches.add(dispatch(await work.documents.add(document(file_id))))
        notices = [notice(dispatch_id) for _ in range(3000)]
        told = [replace(each, id=given) for each, given in zip(notices, await work.dispatches.add_notices(notices), strict=True)]
        await work.dispatches.add_assignments([assignment(each, actions=ACTIONS) for each in told])
        await work.outbox.add([delivery(key=each.code, dispatch=None, notice=None) for each in told])
    async with store.transaction() as work:
        with overheard() as statements:
            await question(work)
    ((statement, parameters),) = statements
    async with store._writers.begin() as connection:
        lines = [line for (line,) in await connection.exec_driver_sql(f"EXPLAIN {statement}", parameters)]
    await store.close()
    return lines


def indexes(lines: Sequence[str], name: str) -> list[str]:
    return [name for line in lines if re.search(rf"(on|using) {name}\b", line)]
