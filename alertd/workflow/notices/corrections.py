"""Leads from a notice that was corrected to the one in its place, where the correction asks the body for the same as before."""

from __future__ import annotations

from collections.abc import Sequence

from alertd.model.assignments import Assignment
from alertd.model.bodies import Role
from alertd.model.notices import DispatchState, Notice
from alertd.ports import Transaction
from alertd.workflow.notices.cases import Case, Cases

Tasks = tuple[tuple[Role, tuple[str, ...], str, str], ...]


def tasks_given(assignments: Sequence[Assignment]) -> Tasks:
    """What a body was told to do, as far as it would have to answer anew if it were told otherwise."""
    return tuple((a.role, a.actions, a.deadline_text, a.report) for a in assignments)


async def as_it_stands(tx: Transaction, cases: Cases, case: Case) -> Case:
    """The case that an answer to this one counts for: a body that reads "nothing has changed" may answer under the first message, which
    has the buttons. Where its tasks have changed, or nothing was corrected, the case itself.
    """
    while case.dispatch.state is DispatchState.CORRECTED and (heir := await _heir(tx, case)) is not None:
        following = await cases.of(heir)
        if following is None:
            return case
        case = following
    return case


async def _heir(tx: Transaction, case: Case) -> Notice | None:
    correction = next((d for d in await tx.dispatches.of_document(case.dispatch.document) if d.corrects == case.dispatch.id), None)
    own = await tx.dispatches.notices_of_body(case.notice.body) if correction is not None else ()
    heir = next((notice for notice in own if correction is not None and notice.dispatch == correction.id), None)
    if heir is None:
        return None
    before, now = [tasks_given(await tx.dispatches.assignments_of_notice(notice)) for notice in (case.notice.id, heir.id)]
    return await tx.dispatches.notice(heir.id) if before == now else None
