"""Takes documents in: secrecy first, then kept, read and entered into the register in one step."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime

from alertd.clock import day_there
from alertd.directory.directory import Directory
from alertd.errors import AlreadyKept, Invalid, Refused, TooLarge, Unread
from alertd.model.bodies import Resolution
from alertd.model.documents import DocumentState, Reading, ReceivedFile
from alertd.model.register import Document
from alertd.ports import Clock, Store, Transaction
from alertd.workflow.arrival.examination import Examination, Examine
from alertd.workflow.arrival.proposing import propose
from alertd.workflow.changes import Changes
from alertd.workflow.duty.heralding import Herald
from alertd.workflow.notices.succession import passed_on


@dataclass(frozen=True, slots=True)
class Submission:
    """What became of a file that was handed in."""

    file: ReceivedFile
    documents: tuple[Document, ...]
    is_new: bool
    """False where the same bytes, or the same idempotency key, were handed in before: the earlier answer stands."""


class Intake:
    """The only door by which documents come in."""

    def __init__(self, store: Store, clock: Clock, directory: Directory, examine: Examine, herald: Herald, changes: Changes) -> None:
        self._store = store
        self._clock = clock
        self._directory = directory
        self._examine = examine
        self._herald = herald
        self._changes = changes

    async def submit(self, content: bytes, name: str, source: str, by: str, idempotency_key: str | None = None) -> Submission:
        """Take a file in. The same bytes twice are one submission; what was refused is examined anew when it comes again, since limits may
        have been raised and the program improved.

        Raises TooLarge or Invalid when the file is refused; that it came and why it was refused is kept, of a secret one
        nothing else. Raises Unread when it could not be read to its end: then only the audit trail tells of it, since a secret may stand
        in it, and the same bytes are read anew when they come again.
        """
        digest = hashlib.sha256(content).hexdigest()
        earlier = await self._earlier(digest, idempotency_key)
        if earlier is None:
            earlier = await self._take(content, digest, name, source, by, idempotency_key)
        if earlier.file.refused is not None:
            raise _refusal(earlier.file)
        return earlier

    async def _earlier(self, digest: str, key: str | None) -> Submission | None:
        async with self._store.snapshot() as tx:
            return await _known(tx, digest, key)

    async def _take(self, content: bytes, digest: str, name: str, source: str, by: str, key: str | None) -> Submission:
        now = self._clock.now()
        received_on = day_there(now)
        try:
            examination = await self._examine(content, name, received_on)
        except Unread as error:
            await self._note_unread(error, digest, source, by, now)
            raise
        async with self._store.transaction() as tx:
            submission = await _known(tx, digest, key) or await self._enter(tx, examination, content, digest, name, source, by, now)
            if key is not None and submission.is_new:
                await tx.documents.keep_key(key, submission.file.id)
        self._changes.notify()
        return submission

    async def _note_unread(self, error: Unread, digest: str, source: str, by: str, now: datetime) -> None:
        async with self._store.transaction() as tx:
            await tx.audit.add(now, by, "file.unread", "file", {"sha256": digest, "source": source, "why": error.code})

    async def _enter(
        self, tx: Transaction, examination: Examination, content: bytes, digest: str, name: str, source: str, by: str, now: datetime
    ) -> Submission:
        reading = examination.reading
        is_refused = reading.refused is not None
        file = ReceivedFile(
            id=0,
            sha256=digest,
            name="" if reading.refused_code == "secret" else name,
            source=source,
            received_at=now,
            received_by=by,
            content=b"" if is_refused else content,
            text=reading.text,
            paragraphs=reading.paragraphs,
            problems=reading.problems,
            refused=reading.refused,
            refused_code=reading.refused_code,
        )
        before = await tx.documents.file_by_sha256(digest)
        if before is not None and before.refused in (None, reading.refused):
            return await _earlier_of(tx, before)
        try:
            file_id = await _keep(tx, file, before)
        except AlreadyKept:  # by another transaction, while this one was looking
            return await _earlier_of(tx, await tx.documents.file_by_sha256(digest) or file)
        action = "file.refused" if is_refused else "file.received"
        detail = {"sha256": digest, "source": source, "documents": len(reading.documents), "refused": reading.refused_code}
        await tx.audit.add(now, by, action, f"file/{file_id}", detail)
        documents = [await self._register(tx, file_id, place, *entry, now) for place, entry in enumerate(examination.entries)]
        stored = await tx.documents.file(file_id)
        return Submission(stored or file, tuple(documents), is_new=True)

    async def _register(
        self, tx: Transaction, file_id: int, position: int, reading: Reading, resolutions: tuple[Resolution, ...], now: datetime
    ) -> Document:
        on = reading.issued_on or day_there(now)
        proposals = passed_on(propose(reading, resolutions, self._directory, on), self._directory, now)
        document = Document(0, file_id, position, DocumentState.READ, reading, resolutions, proposals, now, now)
        document_id = await tx.documents.add(document)
        detail = {"number": reading.number, "emergency": reading.is_emergency, "why": reading.emergency_reason}
        await tx.audit.add(now, "alertd", "document.read", f"document/{document_id}", detail)
        kept = (await tx.documents.get(document_id)) or document
        if reading.is_pressing:
            await self._herald.announce(tx, kept)
        return kept


async def _keep(tx: Transaction, file: ReceivedFile, refused_before: ReceivedFile | None) -> int:
    if refused_before is None:
        return await tx.documents.add_file(file)
    await tx.documents.save_file(replace(file, id=refused_before.id))
    return refused_before.id


async def _known(tx: Transaction, digest: str, key: str | None) -> Submission | None:
    """What was handed in under that key, or taken in before."""
    file = await tx.documents.file_by_key(key) if key is not None else None
    if file is not None and file.sha256 != digest:
        raise Invalid("key_reused", "Khóa Idempotency-Key này đã dùng cho một văn bản khác.")
    if file is None:
        same = await tx.documents.file_by_sha256(digest)
        file = same if same is not None and same.refused is None else None
    return await _earlier_of(tx, file) if file else None


async def _earlier_of(tx: Transaction, file: ReceivedFile) -> Submission:
    return Submission(file, tuple(await tx.documents.of_file(file.id)), is_new=False)


def _refusal(file: ReceivedFile) -> Refused:
    sentence = file.refused or "Văn bản bị từ chối."
    code = file.refused_code or "unreadable"
    return TooLarge(code, sentence) if code == "too_large" else Invalid(code, sentence)
