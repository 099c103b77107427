"""Keeps releases, the notices to their bodies and the assignments that are followed until answered."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from sqlalchemy import bindparam, func, select, update

from alertd.model.assignments import Assignment, AssignmentState
from alertd.model.lifecycles import ASSIGNMENT
from alertd.model.notices import Dispatch, DispatchState, Notice, Standing
from alertd.model.past import PastNotice
from alertd.store.batches import as_batch, batch_of, is_among
from alertd.store.past import PAST_NOTICES
from alertd.store.rows import Access, Rows, chunks
from alertd.store.tables.orders import ASSIGNMENTS, DISPATCHES, NOTICES

_DISPATCHES = Rows(Dispatch, DISPATCHES)
_NOTICES = Rows(Notice, NOTICES)
_ASSIGNMENTS = Rows(Assignment, ASSIGNMENTS)
_OF_DOCUMENT = _DISPATCHES.of(DISPATCHES.c.document)
_NOTICES_OF_DISPATCH = _NOTICES.of(NOTICES.c.dispatch)
_ASSIGNMENTS_OF_DISPATCH = _ASSIGNMENTS.of(ASSIGNMENTS.c.dispatch)
_ASSIGNMENTS_OF_NOTICE = _ASSIGNMENTS.of(ASSIGNMENTS.c.notice)
# A thousand in one statement: with RETURNING in the order of its parameters SQLite would take one at a time. The codes tell which is which.
_ADD_NOTICES = _NOTICES.insert_batch().returning(NOTICES.c.id, NOTICES.c.code)
_ADD_ASSIGNMENTS = _ASSIGNMENTS.insert_batch()
_TOLD = batch_of([ASSIGNMENTS.c.notice])
_MARK_NOTIFIED = (
    update(ASSIGNMENTS)
    .where(is_among(ASSIGNMENTS.c.notice, _TOLD), ASSIGNMENTS.c.state == AssignmentState.PENDING)
    .values(state=AssignmentState.NOTIFIED, state_at=bindparam("at"))
)
_CAN_BE_WITHDRAWN = [old for old, news in ASSIGNMENT.items() if AssignmentState.WITHDRAWN in news]
_OPEN = select(DISPATCHES.c.id).where(DISPATCHES.c.state == DispatchState.OPEN)
_OVERDUE = _DISPATCHES.all.where(DISPATCHES.c.state == DispatchState.OPEN, DISPATCHES.c.expires_at <= bindparam("now")).order_by(
    DISPATCHES.c.expires_at, DISPATCHES.c.id
)
_DUE = (
    _NOTICES.all.where(NOTICES.c.dispatch.in_(_OPEN), NOTICES.c.next_step_at <= bindparam("now"))
    .order_by(NOTICES.c.next_step_at, NOTICES.c.id)
    .limit(bindparam("most"))
)


class SqlDispatches:
    """`alertd.ports.Dispatches` in SQL."""

    def __init__(self, access: Access) -> None:
        self._access = access

    async def add(self, dispatch: Dispatch) -> int:
        return int(await self._access.add(_DISPATCHES, dispatch))

    async def get(self, dispatch_id: int) -> Dispatch | None:
        return await self._access.get(_DISPATCHES, dispatch_id, hold=True)

    async def of_document(self, document_id: int) -> list[Dispatch]:
        return await self._access.of(_DISPATCHES, _OF_DOCUMENT, document_id)

    async def recent(self, states: Sequence[DispatchState] = (), limit: int = 50) -> list[Dispatch]:
        query = _DISPATCHES.all.order_by(DISPATCHES.c.id.desc()).limit(limit)
        return await self._access.many(_DISPATCHES, query.where(DISPATCHES.c.state.in_(states)) if states else query)

    async def save(self, dispatch: Dispatch) -> None:
        await self._access.save(_DISPATCHES, dispatch)

    async def overdue(self, now: datetime) -> list[Dispatch]:
        return await self._access.many(_DISPATCHES, _OVERDUE, {"now": now}, hold=True, skip_held=True)

    async def add_notices(self, notices: Sequence[Notice]) -> list[int]:
        ids: dict[str, int] = {}
        for some in chunks(notices):
            found = await self._access.connection.execute(_ADD_NOTICES, {"batch": _NOTICES.as_batch(some)})
            ids |= {code: number for number, code in found}
        return [ids[each.code] for each in notices]

    async def notice(self, notice_id: int) -> Notice | None:
        return await self._access.get(_NOTICES, notice_id, hold=True)

    async def notices(self, dispatch_id: int) -> list[Notice]:
        return await self._access.of(_NOTICES, _NOTICES_OF_DISPATCH, dispatch_id)

    async def notice_with_code(self, code: str) -> Notice | None:
        return await self._access.one(_NOTICES, func.lower(NOTICES.c.code) == code.lower(), hold=True)

    async def notices_of_body(self, body: str, *, only_open: bool = False, limit: int = 50) -> list[Notice]:
        query = _NOTICES.all.where(NOTICES.c.body == body).order_by(NOTICES.c.id.desc()).limit(limit)
        return await self._access.many(_NOTICES, query.where(NOTICES.c.dispatch.in_(_OPEN)) if only_open else query)

    async def notices_run_out(self, body: str, since: datetime) -> list[Notice]:
        run_out = select(DISPATCHES.c.id).where(DISPATCHES.c.state == DispatchState.EXPIRED, DISPATCHES.c.expires_at > since)
        query = _NOTICES.all.where(NOTICES.c.body == body, NOTICES.c.dispatch.in_(run_out)).order_by(NOTICES.c.id.desc())
        return await self._access.many(_NOTICES, query)

    async def past_notices(self, since: datetime, until: datetime, *, is_drill: bool) -> list[PastNotice]:
        asked = {"since": since, "until": until, "is_drill": is_drill}
        return [PastNotice(*row) for row in await self._access.connection.execute(PAST_NOTICES, asked)]

    async def standing(self, notice_ids: Sequence[int]) -> Mapping[int, Standing]:
        columns = (NOTICES.c.id, NOTICES.c.acknowledged_at.is_not(None), DISPATCHES.c.state)
        query = select(*columns).join_from(NOTICES, DISPATCHES, NOTICES.c.dispatch == DISPATCHES.c.id)
        return {
            number: Standing(bool(is_acknowledged), state)
            for some in chunks(notice_ids)
            for number, is_acknowledged, state in await self._access.connection.execute(query.where(NOTICES.c.id.in_(some)))
        }

    async def due_notices(self, now: datetime, limit: int) -> list[Notice]:
        """As the port says; in a transaction, those that another process is looking at are left to it."""
        return await self._access.many(_NOTICES, _DUE, {"now": now, "most": limit}, hold=True, skip_held=True)

    async def save_notice(self, notice: Notice) -> None:
        await self._access.save(_NOTICES, notice)

    async def rest(self, dispatch_id: int) -> None:
        resting = update(NOTICES).where(NOTICES.c.dispatch == dispatch_id, NOTICES.c.next_step_at.is_not(None))
        await self._access.run(resting.values(next_step_at=None))

    async def withdraw(self, dispatch_id: int, at: datetime) -> None:
        withdrawing = update(ASSIGNMENTS).where(ASSIGNMENTS.c.dispatch == dispatch_id, ASSIGNMENTS.c.state.in_(_CAN_BE_WITHDRAWN))
        await self._access.run(withdrawing.values(state=AssignmentState.WITHDRAWN, state_at=at))

    async def add_assignments(self, assignments: Sequence[Assignment]) -> None:
        for some in chunks(assignments):
            await self._access.connection.execute(_ADD_ASSIGNMENTS, {"batch": _ASSIGNMENTS.as_batch(some)})

    async def assignments(self, dispatch_id: int) -> list[Assignment]:
        return await self._access.of(_ASSIGNMENTS, _ASSIGNMENTS_OF_DISPATCH, dispatch_id)

    async def assignments_of_notice(self, notice_id: int) -> list[Assignment]:
        return await self._access.of(_ASSIGNMENTS, _ASSIGNMENTS_OF_NOTICE, notice_id, hold=True)

    async def save_assignment(self, assignment: Assignment) -> None:
        await self._access.save(_ASSIGNMENTS, assignment)

    async def mark_notified(self, notice_ids: Sequence[int], at: datetime) -> None:
        told = as_batch((notice,) for notice in notice_ids)
        await self._access.connection.execute(_MARK_NOTIFIED, {"batch": told, "at": at})
