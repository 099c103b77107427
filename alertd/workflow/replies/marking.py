"""Marks on a notice and its assignments what an answer says, and stops or pauses the ladder accordingly."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from alertd.model.assignments import Assignment, AssignmentState
from alertd.model.lifecycles import ASSIGNMENT, move
from alertd.model.notices import Dispatch, Notice
from alertd.model.replies import Meaning, Reply, ReplyState
from alertd.ports import Clock, Transaction

_STATES = {
    Meaning.ACKNOWLEDGED: AssignmentState.ACKNOWLEDGED,
    Meaning.IN_PROGRESS: AssignmentState.IN_PROGRESS,
    Meaning.DONE: AssignmentState.DONE,
    Meaning.CANNOT_COMPLY: AssignmentState.CANNOT_COMPLY,
}
_HARMLESS = frozenset({Meaning.AMBIGUOUS, Meaning.UNRELATED})
"""What no officer need see once it has been said more clearly. A flood that somebody wrote of stays on the board."""
_FURTHER = frozenset({AssignmentState.IN_PROGRESS, AssignmentState.DONE})


class Marker:
    """Turns meanings into states. Only a person's answer comes here, never a provider's receipt."""

    def __init__(self, clock: Clock, unclear_pauses_for: timedelta) -> None:
        self._clock = clock
        self._pause = unclear_pauses_for

    async def mark(self, tx: Transaction, notice: Notice, reply: Reply, who: str, *, is_final: bool) -> None:
        """Apply an answer. `is_final`: it needs no person, or a person has decided; else the ladder only pauses, and of single tasks
        only what was clearly said is marked.
        """
        for number, assignment in enumerate(await tx.dispatches.assignments_of_notice(notice.id), 1):
            said = reply.meaning_of(number)
            if said is not None and (is_final or said is Meaning.CANNOT_COMPLY or (reply.parts and said.is_positive)):
                moved = _advanced(assignment, said, reply, who, self._clock.now())
                if moved is not assignment:
                    await tx.dispatches.save_assignment(moved)
        if is_final and reply.meaning in _STATES:
            await self._stop(tx, notice, reply.meaning, who)
        elif not is_final:
            await self._hold(tx, notice)

    async def take_back(self, tx: Transaction, notice: Notice, dispatch: Dispatch) -> None:
        """Undo every answer: the notice stands as unanswered again and its ladder goes on."""
        now = self._clock.now()
        for reply in await tx.replies.of_notice(notice.id):
            if reply.void_at is None and reply.state is ReplyState.SETTLED:
                await tx.replies.save(replace(reply, void_at=now))
        for assignment in await tx.dispatches.assignments_of_notice(notice.id):
            if assignment.state.is_answered:
                await tx.dispatches.save_assignment(_unanswered(assignment, now))
        await tx.dispatches.save_notice(self._reopened(notice, dispatch))

    async def void(self, tx: Transaction, notice: Notice, dispatch: Dispatch, reply: Reply) -> None:
        """Undo one answer: what others have answered stands; where nobody has, the ladder goes on."""
        now = self._clock.now()
        is_seen_to = reply.meaning in _HARMLESS
        await tx.replies.save(replace(reply, void_at=now, state=ReplyState.SETTLED if is_seen_to else reply.state))
        left = await self._unmarked(tx, notice, reply)
        if notice.acknowledged_at is not None and not any(a.state.is_positive for a in left):
            await tx.dispatches.save_notice(self._reopened(notice, dispatch))

    async def decide(self, tx: Transaction, notice: Notice, dispatch: Dispatch, reply: Reply, who: str) -> None:
        """Apply what a person has decided that an answer meant, in the place of what was marked for it before."""
        left = await self._unmarked(tx, notice, reply)
        is_accepted = reply.meaning.is_positive or any(a.state.is_positive for a in left)
        if notice.acknowledged_at is not None and not is_accepted:
            notice = self._reopened(notice, dispatch)
            await tx.dispatches.save_notice(notice)
        await self.mark(tx, notice, reply, who, is_final=True)

    async def _unmarked(self, tx: Transaction, notice: Notice, reply: Reply) -> list[Assignment]:
        """The assignments as all other answers leave them; what this one had marked is undone."""
        now = self._clock.now()
        standing = [other for other in await tx.replies.of_notice(notice.id) if other.void_at is None and other.id != reply.id]
        assignments = await tx.dispatches.assignments_of_notice(notice.id)
        left = [_replayed(a, number, standing, now) if a.reply == reply.id else a for number, a in enumerate(assignments, 1)]
        for assignment in left:
            await tx.dispatches.save_assignment(assignment)
        return left

    def _reopened(self, notice: Notice, dispatch: Dispatch) -> Notice:
        goes_on = notice.next_step < len(dispatch.ladder_of(notice.body).steps)
        return replace(notice, acknowledged_at=None, acknowledged_by=None, next_step_at=self._clock.now() if goes_on else None)

    async def _stop(self, tx: Transaction, notice: Notice, meaning: Meaning, who: str) -> None:
        now = self._clock.now()
        is_first = meaning.is_positive and notice.acknowledged_at is None
        answered = replace(notice, acknowledged_at=now, acknowledged_by=who) if is_first else notice
        await tx.dispatches.save_notice(replace(answered, next_step_at=None, paused_until=None, pause_reason=None))
        await tx.outbox.cancel(notice.id, now, "đơn vị đã trả lời")

    async def _hold(self, tx: Transaction, notice: Notice) -> None:
        """Somebody answered and a person must look: the ladder waits, then goes on."""
        if notice.next_step_at is None:
            return
        until = max(self._clock.now() + self._pause, notice.paused_until or self._clock.now())
        await tx.dispatches.save_notice(replace(notice, paused_until=until, next_step_at=max(until, notice.next_step_at)))


def _advanced(assignment: Assignment, meaning: Meaning, reply: Reply, who: str, now: datetime) -> Assignment:
    """The assignment after an answer. A mere "đã nhận" after "đang triển khai" or "đã xong" takes nothing back."""
    state = _STATES.get(meaning)
    if state is None or (state is AssignmentState.ACKNOWLEDGED and assignment.state in _FURTHER):
        return assignment
    return replace(assignment, state=move(ASSIGNMENT, assignment.state, state), state_at=now, answered_by=who, reply=reply.id)


def _unanswered(assignment: Assignment, now: datetime) -> Assignment:
    state = move(ASSIGNMENT, assignment.state, AssignmentState.NOTIFIED)
    return replace(assignment, state=state, state_at=now, answered_by=None, reply=None)


def _replayed(assignment: Assignment, number: int, standing: Sequence[Reply], now: datetime) -> Assignment:
    """The assignment, the notice's task of that number, as the answers that still stand leave it."""
    left = _unanswered(assignment, now)
    for reply in standing:
        said = reply.meaning_of(number)
        is_final = reply.state is ReplyState.SETTLED or bool(reply.parts)
        if said is not None and (said is Meaning.CANNOT_COMPLY or (is_final and said.is_positive)):
            left = _advanced(left, said, reply, reply.contact or reply.resolved_by or "", reply.received_at)
    return left
