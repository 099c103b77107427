"""Releases a document, corrects, withdraws and closes it: each in one transaction with all the messages that it causes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from alertd.directory.directory import Directory
from alertd.errors import Invalid, Refused
from alertd.failpoints import Step, reach
from alertd.messages.content import Content
from alertd.model.assignments import Assignment, AssignmentState, Proposal
from alertd.model.bodies import Role
from alertd.model.documents import DocumentState
from alertd.model.lengths import check_task, reason_in
from alertd.model.lifecycles import ASSIGNMENT, DISPATCH, DOCUMENT, move
from alertd.model.notices import Dispatch, DispatchState, MessageKind, Notice
from alertd.model.register import Document
from alertd.ports import Clock, Store, Transaction
from alertd.workflow.changes import Changes
from alertd.workflow.dispatch.amending import Change, changed
from alertd.workflow.dispatch.issuing import Issuer
from alertd.workflow.dispatch.standing import check_releasable, check_unchanged, existing
from alertd.workflow.notices.composing import Composer, Letter
from alertd.workflow.notices.packing import Packer, by_body, content_for
from alertd.workflow.notices.succession import passed_on

Tasks = tuple[tuple[tuple[str, ...], str, str], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A body that an earlier release has, or may have, reached."""

    notice: Notice
    contacts: frozenset[str]
    assignments: tuple[Assignment, ...]

    @property
    def tasks(self) -> Tasks:
        """What it was told to do."""
        return tuple((a.actions, a.deadline_text, a.report) for a in self.assignments)


class Release:
    """The officer's decision and what follows from it at once."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        directory: Directory,
        packer: Packer,
        composer: Composer,
        issuer: Issuer,
        changes: Changes,
        wake: Callable[[], None],
        *,
        is_drill: bool,
    ) -> None:
        self._store = store
        self._clock = clock
        self._directory = directory
        self._packer = packer
        self._composer = composer
        self._issuer = issuer
        self._changes = changes
        self._wake = wake
        self._is_drill = is_drill

    async def approve(
        self, document_id: int, by: str, *, is_drill: bool = False, proposals: Sequence[Proposal] | None = None, seen: str | None = None
    ) -> Dispatch:
        """Release a document: everything that goes out is in the outbox when this returns. A drill on a live desk leaves the
        document waiting, so that it can still be released for real. `seen` is the fingerprint of the preview that was looked at.

        Raises AlreadyReleased when somebody was quicker, Refused(`wrong_state`) when it was decided otherwise and
        Refused(`changed_since`) when it is no more what was seen, Invalid(`no_assignments`) when nobody would be told.
        """
        async with self._store.transaction() as tx:
            dispatch = await self.approve_in(tx, document_id, by, is_drill=is_drill, proposals=proposals, seen=seen)
        self._done()
        return dispatch

    async def approve_in(
        self,
        tx: Transaction,
        document_id: int,
        by: str,
        *,
        is_drill: bool = False,
        proposals: Sequence[Proposal] | None = None,
        seen: str | None = None,
    ) -> Dispatch:
        """The same, inside the transaction of whoever heard the officer; everything is checked before anything is written."""
        await self._composer.look_up(tx)
        document = await existing(tx, document_id)
        await check_releasable(tx, document, is_drill=self._is_drill)
        await check_unchanged(tx, document, seen)
        wanted = self._given(proposals, document) if proposals is not None else document.proposals
        document = replace(document, proposals=passed_on(wanted, self._directory, self._clock.now()))
        grouped = by_body(document.proposals)
        if not grouped:
            raise Invalid("no_assignments", "Văn bản không giao nhiệm vụ cho đơn vị nào; thêm nhiệm vụ trước khi phát.")
        dispatch = await self._issuer.open(tx, document, by, is_drill=is_drill or self._is_drill)
        document = await self._moved(tx, document, dispatch, DocumentState.APPROVED, by, "")
        notices = await self._issuer.notices(tx, document, dispatch, grouped)
        await self._issuer.tell(tx, document, dispatch, notices, grouped)
        reach(Step.RELEASING)
        return dispatch

    async def correct(self, document_id: int, changes: Sequence[Change], note: str, by: str, seen: str | None = None) -> Dispatch:
        """Change what was released. Everybody who got the first is told; whose tasks changed must answer again. `seen` is the
        fingerprint of what the changes were made on.

        Raises Refused(`wrong_state`) when nothing is released and Refused(`changed_since`) when something else is, Invalid without a
        note.
        """
        note = reason_in(note, "Cần nêu nội dung đính chính.")
        async with self._store.transaction() as tx:
            document, old = await self._standing(tx, document_id)
            await check_unchanged(tx, document, seen)
            told = {earlier.notice.body: earlier for earlier in await self._told(tx, old)}
            await self._end(tx, old, DispatchState.CORRECTED, by, note)
            document = replace(document, proposals=changed(document.proposals, changes, by, self._directory, document.reading))
            if not self._is_rehearsal(old):
                await tx.documents.save(document)
            dispatch = await self._issuer.open(tx, document, by, is_drill=old.is_drill, corrects=old.id)
            await self._tell_corrected(tx, document, dispatch, told, note)
        self._done()
        return dispatch

    async def withdraw(self, document_id: int, reason: str, by: str) -> Dispatch:
        """Call a release back: whoever was told is told to disregard it, what still waits is not sent."""
        reason = reason_in(reason, "Cần nêu lý do thu hồi.")
        async with self._store.transaction() as tx:
            document, old = await self._standing(tx, document_id)
            told = await self._told(tx, old)
            dispatch = await self._end(tx, old, DispatchState.WITHDRAWN, by, reason)
            await self._moved(tx, document, dispatch, DocumentState.WITHDRAWN, by, reason)
            for assignment in await tx.dispatches.assignments(old.id):
                state = move(ASSIGNMENT, assignment.state, AssignmentState.WITHDRAWN)
                await tx.dispatches.save_assignment(replace(assignment, state=state, state_at=self._clock.now()))
            for earlier in told:
                await self._tell_withdrawn(tx, document, dispatch, earlier, reason)
        self._done()
        return dispatch

    async def close(self, document_id: int, reason: str, by: str) -> Dispatch:
        """End the following-up: nobody is reminded any more. Raises Invalid without a reason."""
        reason = reason_in(reason, "Cần nêu lý do kết thúc theo dõi.")
        async with self._store.transaction() as tx:
            document, old = await self._standing(tx, document_id)
            dispatch = await self._end(tx, old, DispatchState.CLOSED, by, reason)
            await self._moved(tx, document, dispatch, DocumentState.CLOSED, by, reason)
        self._done()
        return dispatch

    def _given(self, proposals: Sequence[Proposal], document: Document) -> tuple[Proposal, ...]:
        unknown = sorted({p.body for p in proposals if self._directory.find_body(p.body) is None})
        if unknown:
            raise Invalid("no_body", f"Danh bạ không có đơn vị: {', '.join(unknown)}.")
        if any(p.directive is not None and not 0 <= p.directive < len(document.reading.directives) for p in proposals):
            raise Invalid("no_directive", "Văn bản không có nội dung chỉ đạo mang số thứ tự đó.")
        if not all(p.role is Role.COPY or any(action.strip() for action in p.actions) for p in proposals):
            raise Invalid("incomplete", "Nội dung nhiệm vụ không được để trống.")
        for given in proposals:
            check_task(given.actions, given.deadline_text, given.report)
        return tuple(proposals)

    async def _standing(self, tx: Transaction, document_id: int) -> tuple[Document, Dispatch]:
        await self._composer.look_up(tx)
        document = await existing(tx, document_id)
        dispatches = await tx.dispatches.of_document(document_id)
        standing = [d for d in dispatches if d.state.is_in_force]
        if not standing:
            raise Refused("wrong_state", "Văn bản chưa được phát hoặc đợt phát đã kết thúc.")
        return document, standing[-1]

    async def _told(self, tx: Transaction, dispatch: Dispatch) -> list[Told]:
        reached: dict[int, set[str]] = {}
        for delivery in await tx.outbox.of_dispatch(dispatch.id):
            if delivery.state.may_have_arrived and delivery.notice is not None and delivery.contact is not None:
                reached.setdefault(delivery.notice, set()).add(delivery.contact)
        assignments = await tx.dispatches.assignments(dispatch.id)
        return [
            Told(notice, frozenset(reached[notice.id]), tuple(a for a in assignments if a.notice == notice.id))
            for notice in await tx.dispatches.notices(dispatch.id)
            if notice.id in reached
        ]

    async def _tell_corrected(self, tx: Transaction, document: Document, dispatch: Dispatch, told: dict[str, Told], note: str) -> None:
        grouped = {body: _counted_as_before(own, told.get(body)) for body, own in by_body(document.proposals).items()}
        notices = await self._issuer.notices(tx, document, dispatch, grouped)
        for body_id, proposals in grouped.items():
            notice = notices[body_id]
            if body_id not in told:
                await self._issuer.tell(tx, document, dispatch, notices, {body_id: proposals})
                continue
            earlier = told[body_id]
            has_changed = earlier.tasks != _tasks(proposals)
            if not has_changed:
                notice = await self._carry_over(tx, notice, earlier)
            content = replace(content_for(document.reading, proposals, dispatch.released_at), reason=note, has_changed=has_changed)
            await self._tell_again(tx, dispatch, notice, earlier, MessageKind.CORRECTION, content)
        for body_id, earlier in told.items():
            if body_id not in grouped:
                await self._tell_withdrawn(tx, document, dispatch, earlier, f"đính chính: {note}")

    async def _carry_over(self, tx: Transaction, notice: Notice, earlier: Told) -> Notice:
        """A body whose tasks did not change keeps the answer that it gave, that it cannot comply too; what had stopped begins not anew."""
        was = earlier.notice
        if not any(assignment.state.is_answered for assignment in earlier.assignments):
            return notice
        next_step_at = None if was.next_step_at is None else notice.next_step_at
        notice = replace(notice, acknowledged_at=was.acknowledged_at, acknowledged_by=was.acknowledged_by, next_step_at=next_step_at)
        await tx.dispatches.save_notice(notice)
        fresh = await tx.dispatches.assignments_of_notice(notice.id)
        for assignment, old in zip(fresh, earlier.assignments, strict=True):
            kept = replace(assignment, state=old.state, state_at=old.state_at, answered_by=old.answered_by, reply=old.reply)
            await tx.dispatches.save_assignment(kept)
        return notice

    async def _tell_withdrawn(self, tx: Transaction, document: Document, dispatch: Dispatch, earlier: Told, reason: str) -> None:
        content = replace(content_for(document.reading, (), self._clock.now()), reason=reason)
        await self._tell_again(tx, dispatch, earlier.notice, earlier, MessageKind.WITHDRAWAL, content)

    async def _tell_again(
        self, tx: Transaction, dispatch: Dispatch, notice: Notice, earlier: Told, kind: MessageKind, content: Content
    ) -> None:
        """Write to exactly the people whom the earlier notice may have reached."""
        body = self._packer.body(notice.body)
        for contact in self._packer.contacts(notice.body):
            if contact.id in earlier.contacts:
                told = replace(content, body=body.name, contact=contact.title, code=notice.code, is_support=notice.role is Role.SUPPORT)
                letter = Letter(kind, contact, told, f"dispatch-{dispatch.id}", notice, dispatch)
                await tx.outbox.add(self._composer.compose(letter, self._clock.now(), dispatch.expires_at))

    async def _end(self, tx: Transaction, dispatch: Dispatch, state: DispatchState, by: str, reason: str) -> Dispatch:
        now = self._clock.now()
        ended = replace(dispatch, state=move(DISPATCH, dispatch.state, state))
        await tx.dispatches.save(ended)
        for notice in await tx.dispatches.notices(dispatch.id):
            only_followups = state is DispatchState.CLOSED
            await tx.outbox.cancel(notice.id, now, f"đợt phát đã kết thúc: {reason}", only_followups=only_followups)
            if notice.next_step_at is not None:
                await tx.dispatches.save_notice(replace(notice, next_step_at=None))
        ringing = [d.id for d in await tx.outbox.of_dispatch(dispatch.id) if d.kind.rings_by_itself]
        await tx.outbox.drop(ringing, now, f"đợt phát đã kết thúc: {reason}")
        await tx.audit.add(now, by, f"dispatch.{state}", f"dispatch/{dispatch.id}", {"reason": reason})
        return ended

    async def _moved(self, tx: Transaction, document: Document, dispatch: Dispatch, state: DocumentState, by: str, reason: str) -> Document:
        """The document in its new state, kept with the work that was released."""
        now = self._clock.now()
        moved = document
        if not self._is_rehearsal(dispatch):
            moved = replace(document, state=move(DOCUMENT, document.state, state), state_at=now, decided_by=by, reason=reason)
            await tx.documents.save(moved)
        await tx.audit.add(now, by, f"document.{state}", f"document/{document.id}", {"reason": reason, "drill": dispatch.is_drill})
        return moved

    def _is_rehearsal(self, dispatch: Dispatch) -> bool:
        """Whether it is a drill on a live desk: nothing of it is kept with the document, which may still be released for real."""
        return dispatch.is_drill and not self._is_drill

    def _done(self) -> None:
        self._wake()
        self._changes.notify()


def _counted_as_before(proposals: Sequence[Proposal], earlier: Told | None) -> Sequence[Proposal]:
    """What a body has to do as before it has to do by the same moment as before: a correction gives nobody more time."""
    if earlier is None or earlier.tasks != _tasks(proposals):
        return proposals
    due = iter(earlier.assignments)
    return [p if p.role is Role.COPY else replace(p, deadline_at=next(due).deadline_at) for p in proposals]


def _tasks(proposals: Sequence[Proposal]) -> Tasks:
    return tuple((p.actions, p.deadline_text, p.report) for p in proposals if p.role is not Role.COPY)
