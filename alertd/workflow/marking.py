"""Marks on a notice and its assignments what an answer says, and stops or pauses the ladder accordingly."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from alertd.model.assignments import Assignment, AssignmentState
from alertd.model.lifecycles import ASSIGNMENT, move
from alertd.model.notices import Dispatch, Notice
from alertd.model.replies import Meaning, Reply
from alertd.ports import Clock, Transaction

_STATES = {
    Meaning.ACKNOWLEDGED: AssignmentState.ACKNOWLEDGED,
    Meaning.IN_PROGRESS: AssignmentState.IN_PROGRESS,
    Meaning.DONE: AssignmentState.DONE,
    Meaning.CANNOT_COMPLY: AssignmentState.CANNOT_COMPLY,
}
_FURTHER = frozenset({AssignmentState.IN_PROGRESS, AssignmentState.DONE})


class Marker:
    """Turns meanings into states. Only a person's answer comes here, never a provider's receipt."""

    def __init__(self, clock: Clock, unclear_pauses_for: timedelta) -> None:
        self._clock = clock
        self._pause = unclear_pauses_for

    async def mark(self, tx: Transaction, notice: Notice, meaning: Meaning, reply: Reply, who: str, *, is_final: bool) -> None:
        """Apply an answer. `is_final`: it needs no person, or a person has decided; else the ladder only pauses."""
        state = _STATES.get(meaning)
        if state is not None and (is_final or meaning is Meaning.CANNOT_COMPLY):
            for assignment in await tx.dispatches.assignments_of_notice(notice.id):
                await self._advance(tx, assignment, state, reply, who)
        if is_final and state is not None:
            await self._stop(tx, notice, meaning, who)
        elif not is_final:
            await self._hold(tx, notice)

    async def take_back(self, tx: Transaction, notice: Notice, dispatch: Dispatch) -> None:
        """Undo an answer: the notice stands as unanswered again and its ladder goes on."""
        now = self._clock.now()
        for assignment in await tx.dispatches.assignments_of_notice(notice.id):
            if assignment.state.is_answered:
                state = move(ASSIGNMENT, assignment.state, AssignmentState.NOTIFIED)
                undone = replace(assignment, state=state, state_at=now, answered_by=None, reply=None)
                await tx.dispatches.save_assignment(undone)
        goes_on = notice.next_step < len(dispatch.ladder.steps)
        reopened = replace(notice, acknowledged_at=None, acknowledged_by=None, next_step_at=now if goes_on else None)
        await tx.dispatches.save_notice(reopened)

    async def _advance(self, tx: Transaction, assignment: Assignment, state: AssignmentState, reply: Reply, who: str) -> None:
        """A mere "đã nhận" after "đang triển khai" or "đã xong" takes nothing back."""
        if state is AssignmentState.ACKNOWLEDGED and assignment.state in _FURTHER:
            return
        moved = move(ASSIGNMENT, assignment.state, state)
        await tx.dispatches.save_assignment(replace(assignment, state=moved, state_at=self._clock.now(), answered_by=who, reply=reply.id))

    async def _stop(self, tx: Transaction, notice: Notice, meaning: Meaning, who: str) -> None:
        now = self._clock.now()
        is_first = meaning.is_positive and notice.acknowledged_at is None
        answered = replace(notice, acknowledged_at=now, acknowledged_by=who) if is_first else notice
        await tx.dispatches.save_notice(replace(answered, next_step_at=None, paused_until=None))
        await tx.outbox.cancel(notice.id, now, "đơn vị đã trả lời", only_followups=True)

    async def _hold(self, tx: Transaction, notice: Notice) -> None:
        """Somebody answered and a person must look: the ladder waits, then goes on."""
        if notice.next_step_at is None:
            return
        until = self._clock.now() + self._pause
        await tx.dispatches.save_notice(replace(notice, paused_until=until, next_step_at=max(until, notice.next_step_at)))
