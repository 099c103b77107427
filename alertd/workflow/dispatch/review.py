"""The officer's desk before release: open, correct, look at what would go out, reject."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta

from alertd.clock import day_there
from alertd.directory.directory import Directory
from alertd.errors import Refused
from alertd.model.bodies import Role
from alertd.model.documents import REVIEWABLE, DocumentState
from alertd.model.lengths import reason_in
from alertd.model.lifecycles import DOCUMENT, move
from alertd.model.register import Document
from alertd.ports import Clock, Store, Transaction
from alertd.workflow.arrival.proposing import propose
from alertd.workflow.changes import Changes
from alertd.workflow.dispatch.amending import Change, changed, placed
from alertd.workflow.dispatch.standing import check_releasable, existing, fingerprint
from alertd.workflow.labels import DOCUMENT_STATE, day_label, duration_label
from alertd.workflow.notices.packing import Packer, Parcel
from alertd.workflow.notices.succession import divided, passed_on


@dataclass(frozen=True, slots=True)
class Preview:
    """What a release would send, told before anything leaves."""

    bodies: int
    people: int
    messages: Mapping[str, int]
    """Number of messages by channel, as officers call it."""
    sms_parts: int
    untold: int
    """How many bodies nobody can be told for: they must be telephoned."""
    unreachable: tuple[tuple[str, str], ...]
    """Bodies, or addresses of theirs, that cannot be reached, and why."""
    warnings: tuple[str, ...]
    samples: tuple[tuple[str, str, tuple[str, ...]], ...]
    """Channel, body and all the parts of one message a channel."""
    told: tuple[tuple[str, str], ...]
    """Id and name of every body that something would be sent to."""
    fingerprint: str
    """Of what was looked at: a release that names it is refused once anything else would go out."""


class Review:
    """Everything an officer does with a document before deciding."""

    def __init__(
        self, store: Store, clock: Clock, directory: Directory, packer: Packer, changes: Changes, old_after: timedelta, *, is_drill: bool
    ) -> None:
        self._store = store
        self._clock = clock
        self._directory = directory
        self._packer = packer
        self._changes = changes
        self._old_after = old_after
        self._is_drill = is_drill

    async def open(self, document_id: int, by: str) -> Document:
        """An officer has begun to look at it."""
        async with self._store.transaction() as tx:
            document = await existing(tx, document_id)
            if document.state is not DocumentState.READ:
                return document
            document = await self._move(tx, document, DocumentState.IN_REVIEW, by, "")
        self._changes.notify()
        return document

    async def take_as_urgent(self, document_id: int, by: str) -> Document:
        """An officer finds an emergency in what the program took for none: what was read from it is proposed, beside what was added by
        hand, and its release is followed like any other's. Raises Refused(`wrong_state`) once it was decided.
        """
        async with self._store.transaction() as tx:
            document = await existing(tx, document_id)
            _check_undecided(document)
            if document.reading.is_emergency:
                return document
            reason = f"Cán bộ {by} xếp là chỉ đạo khẩn. Máy: {document.reading.emergency_reason}"
            reading = replace(document.reading, is_emergency=True, emergency_reason=reason)
            now = self._clock.now()
            on = reading.issued_on or day_there(document.received_at)
            read = passed_on(propose(reading, document.resolutions, self._directory, on), self._directory, now)
            document = replace(
                document,
                reading=reading,
                proposals=(*read, *document.proposals),
                state=DocumentState.IN_REVIEW,
                state_at=now,
                decided_by=by,
            )
            await tx.documents.save(document)
            await tx.audit.add(now, by, "document.urgent", f"document/{document_id}", {})
        self._changes.notify()
        return document

    async def change(self, document_id: int, changes: Sequence[Change], by: str) -> Document:
        """Correct the proposals. Raises Refused(`wrong_state`) after release, Invalid for unknown bodies or proposals."""
        async with self._store.transaction() as tx:
            document = await existing(tx, document_id)
            _check_undecided(document)
            now = passed_on(document.proposals, self._directory, self._clock.now())
            proposals = changed(now, changes, by, self._directory, document.reading)
            document = replace(document, proposals=proposals, resolutions=placed(document.resolutions, changes))
            await tx.documents.save(document)
            detail = {"changes": [_told(change) for change in changes]}
            await tx.audit.add(self._clock.now(), by, "document.changed", f"document/{document_id}", detail)
        self._changes.notify()
        return document

    async def reject(self, document_id: int, reason: str, by: str) -> Document:
        """Decide that the document is not released. Raises Invalid without a reason."""
        reason = reason_in(reason, "Cần nêu lý do không phát văn bản.")
        async with self._store.transaction() as tx:
            document = await existing(tx, document_id)
            document = await self._move(tx, document, DocumentState.REJECTED, by, reason)
        self._changes.notify()
        return document

    async def preview(self, document_id: int, *, is_drill: bool = False, body: str = "") -> Preview:
        """Count and show what a release would send now, as a sample to that body or else to the first. Raises as a release would
        of a document that is not to be released any more.
        """
        async with self._store.snapshot() as tx:
            await self._packer.look_up(tx)
            document = await existing(tx, document_id)
            await check_releasable(tx, document, is_drill=self._is_drill)
            number = document.reading.number
            issued_on = document.reading.issued_on
            seen = fingerprint(document, await tx.dispatches.of_document(document_id))
            same = await tx.documents.with_number(number, issued_on.year if issued_on else None, None) if number else []
        document = replace(document, proposals=passed_on(document.proposals, self._directory, self._clock.now()))
        parcels = self._packer.pack(document, is_drill=is_drill)
        return Preview(
            bodies=sum(parcel.role is not Role.COPY for parcel in parcels),
            people=len({d.contact for parcel in parcels for d in parcel.deliveries}),
            messages=Counter(parcel.labels[d.sender] for parcel in parcels for d in parcel.deliveries),
            sms_parts=sum(parcel.sms_parts for parcel in parcels),
            untold=sum(not parcel.deliveries for parcel in parcels if parcel.role is not Role.COPY),
            unreachable=tuple((parcel.body.name, reason) for parcel in parcels for reason in parcel.unreachable),
            warnings=self._warnings(document, [d for d in same if d.id != document.id]),
            samples=_samples([parcel for parcel in parcels if parcel.body.id == body] or parcels),
            told=tuple((parcel.body.id, parcel.body.name) for parcel in parcels if parcel.deliveries),
            fingerprint=seen,
        )

    def _warnings(self, document: Document, same: Sequence[Document]) -> tuple[str, ...]:
        reading = document.reading
        unresolved = sorted({name for resolution in document.resolutions for name in resolution.unresolved})
        age = day_there(self._clock.now()) - reading.issued_on if reading.issued_on else None
        found = [
            "Văn bản không được xếp là chỉ đạo khẩn cấp." if not reading.is_emergency else "",
            f"Văn bản ban hành ngày {day_label(reading.issued_on)}, cách đây {duration_label(age)}: kiểm tra còn hiệu lực trước khi phát."
            if age and age > self._old_after
            else "",
            "Không đọc được ngày ban hành: kiểm tra văn bản còn hiệu lực." if reading.issued_on is None else "",
            "Văn bản lưu hành nội bộ: chỉ gửi giấy mời nhận văn bản, không gửi nội dung." if reading.is_internal else "",
            *(f"Chưa xác định được đơn vị: {name}" for name in unresolved),
            *(f"{body.reason} Chưa chọn đơn vị nhận thay." for body in divided(document.proposals, self._directory, self._clock.now())),
            *(f"Trùng số với văn bản {d.id}: {DOCUMENT_STATE[d.state]}." for d in same if d.state not in REVIEWABLE),
        ]
        return tuple(warning for warning in found if warning)

    async def _move(self, tx: Transaction, document: Document, state: DocumentState, by: str, reason: str) -> Document:
        now = self._clock.now()
        moved = replace(document, state=move(DOCUMENT, document.state, state), state_at=now, decided_by=by, reason=reason)
        await tx.documents.save(moved)
        await tx.audit.add(now, by, f"document.{state}", f"document/{document.id}", {"reason": reason})
        return moved


def _check_undecided(document: Document) -> None:
    if document.state not in REVIEWABLE:
        raise Refused("wrong_state", "Văn bản đã được xử lý; dùng “Đính chính” để sửa nội dung đã phát.")


def _told(change: Change) -> dict[str, object]:
    named = {name: getattr(change, name) for name in Change.__slots__}
    return {name: list(value) if isinstance(value, tuple) else value for name, value in named.items() if value is not None}


def _samples(parcels: Sequence[Parcel]) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """What the first parcel that uses a channel sends there, to the first address."""
    first: dict[str, tuple[Parcel, str]] = {}
    for parcel in parcels:
        for delivery in parcel.deliveries:
            first.setdefault(parcel.labels[delivery.sender], (parcel, delivery.address))
    return tuple(
        (label, parcel.body.name, tuple(d.text for d in parcel.deliveries if d.address == address and parcel.labels[d.sender] == label))
        for label, (parcel, address) in first.items()
    )
