"""Releases a document, corrects, withdraws and closes it: each in one transaction with all the messages that it causes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from alertd.directory.directory import Directory
from alertd.errors import Invalid, Refused
from alertd.failpoints import Step, reach
from alertd.model.assignments import Proposal
from alertd.model.bodies import Role
from alertd.model.documents import DocumentState
from alertd.model.lengths import check_task, reason_in
from alertd.model.lifecycles import DISPATCH, DOCUMENT, move
from alertd.model.notices import Dispatch, DispatchState
from alertd.model.register import Document
from alertd.ports import Clock, Store, Transaction
from alertd.workflow.changes import Changes
from alertd.workflow.dispatch.amending import Change, changed
from alertd.workflow.dispatch.issuing import Issuer
from alertd.workflow.dispatch.recalling import Recaller
from alertd.workflow.dispatch.standing import check_releasable, check_unchanged, existing
from alertd.workflow.notices.packing import Packer, by_body
from alertd.workflow.notices.succession import passed_on


class Release:
    """The officer's decision and what follows from it at once."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        directory: Directory,
        packer: Packer,
        issuer: Issuer,
        recaller: Recaller,
        changes: Changes,
        wake: Callable[[], None],
        *,
        is_drill: bool,
    ) -> None:
        self._store = store
        self._clock = clock
        self._directory = directory
        self._packer = packer
        self._issuer = issuer
        self._recaller = recaller
        self._changes = changes
        self._wake = wake
        self._is_drill = is_drill

    async def approve(
        self, document_id: int, by: str, *, is_drill: bool = False, proposals: Sequence[Proposal] | None = None, seen: str | None = None
    ) -> Dispatch:
        """Release a document: everything that goes out is in the outbox when this returns. A drill on a live desk leaves the
        document waiting, so that it can still be released for real, and ends with the next release. `seen` is the fingerprint of the
        preview that was looked at.

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
        await self._packer.look_up(tx)
        document = await existing(tx, document_id)
        await check_releasable(tx, document, is_drill=self._is_drill)
        await check_unchanged(tx, document, seen)
        wanted = self._given(proposals, document) if proposals is not None else document.proposals
        document = replace(document, proposals=passed_on(wanted, self._directory, self._clock.now()))
        grouped = by_body(document.proposals)
        if not grouped:
            raise Invalid("no_assignments", "Văn bản không giao nhiệm vụ cho đơn vị nào; thêm nhiệm vụ trước khi phát.")
        await self._end_rehearsals(tx, document, by)
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
            before = await tx.dispatches.notices(old.id)
            await self._end(tx, old, DispatchState.CORRECTED, by, note)
            told = await self._recaller.told(tx, old, before)
            document = replace(document, proposals=changed(document.proposals, changes, by, self._directory, document.reading))
            if not self._is_rehearsal(old):
                document = self._in_force(document)
                await tx.documents.save(document)
            dispatch = await self._issuer.open(tx, document, by, is_drill=old.is_drill, corrects=old.id)
            await self._recaller.correct(tx, document, dispatch, told, note)
        self._done()
        return dispatch

    async def withdraw(self, document_id: int, reason: str, by: str) -> Dispatch:
        """Call a release back: whoever was told is told to disregard it, what still waits is not sent."""
        reason = reason_in(reason, "Cần nêu lý do thu hồi.")
        async with self._store.transaction() as tx:
            document, old = await self._standing(tx, document_id)
            before = await tx.dispatches.notices(old.id)
            dispatch = await self._end(tx, old, DispatchState.WITHDRAWN, by, reason)
            await self._moved(tx, document, dispatch, DocumentState.WITHDRAWN, by, reason)
            told = await self._recaller.told(tx, old, before)
            await tx.dispatches.withdraw(old.id, self._clock.now())
            await self._recaller.withdraw(tx, document, dispatch, told, reason)
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
        """The document and its release that is in force, held: an answer that is being heard is heard before, or finds it ended."""
        await self._packer.look_up(tx)
        document = await existing(tx, document_id)
        standing = [d for d in await tx.dispatches.of_document(document_id) if d.state.is_in_force]
        held = await tx.dispatches.get(standing[-1].id) if standing else None
        if held is None or not held.state.is_in_force:
            raise Refused("wrong_state", "Văn bản chưa được phát hoặc đợt phát đã kết thúc.")
        return document, held

    async def _end(self, tx: Transaction, dispatch: Dispatch, state: DispatchState, by: str, reason: str) -> Dispatch:
        now = self._clock.now()
        ended = replace(dispatch, state=move(DISPATCH, dispatch.state, state))
        await tx.dispatches.save(ended)
        await tx.dispatches.rest(dispatch.id)
        why = f"đợt phát đã kết thúc: {reason}"
        await tx.outbox.call_off(dispatch.id, now, why, only_what_rings=state is DispatchState.CLOSED)
        await tx.audit.add(now, by, f"dispatch.{state}", f"dispatch/{dispatch.id}", {"reason": reason})
        return ended

    async def _end_rehearsals(self, tx: Transaction, document: Document, by: str) -> None:
        """What of a document that is released is still followed was a drill on a live desk. It ends: whoever then decides about the
        document on an old page must not mean the one and end the other.
        """
        for earlier in await tx.dispatches.of_document(document.id):
            held = await tx.dispatches.get(earlier.id) if earlier.state.is_in_force else None
            if held is not None and held.state.is_in_force:
                await self._end(tx, held, DispatchState.CLOSED, by, "văn bản được phát lại")

    async def _moved(self, tx: Transaction, document: Document, dispatch: Dispatch, state: DocumentState, by: str, reason: str) -> Document:
        """The document in its new state, kept with the work that was released."""
        now = self._clock.now()
        moved = document
        if not self._is_rehearsal(dispatch):
            moved = replace(document, state=move(DOCUMENT, document.state, state), state_at=now, decided_by=by, reason=reason)
            await tx.documents.save(moved)
        await tx.audit.add(now, by, f"document.{state}", f"document/{document.id}", {"reason": reason, "drill": dispatch.is_drill})
        return moved

    def _in_force(self, document: Document) -> Document:
        """What had run out is followed again once it is corrected."""
        return replace(document, state=move(DOCUMENT, document.state, DocumentState.APPROVED), state_at=self._clock.now())

    def _is_rehearsal(self, dispatch: Dispatch) -> bool:
        """Whether it is a drill on a live desk: nothing of it is kept with the document, which may still be released for real."""
        return dispatch.is_drill and not self._is_drill

    def _done(self) -> None:
        self._wake()
        self._changes.notify()
