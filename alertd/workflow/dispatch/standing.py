"""Checks how a document stands before anything is done with it: that it is there, what was seen of it, whether it has been released."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence

from alertd.errors import NotFound, Refused
from alertd.model.documents import DocumentState
from alertd.model.lifecycles import DOCUMENT, move
from alertd.model.notices import Dispatch
from alertd.model.register import Document
from alertd.ports import Transaction
from alertd.workflow.labels import time_label

_RELEASED = frozenset({DocumentState.APPROVED, DocumentState.EXPIRED, DocumentState.WITHDRAWN, DocumentState.CLOSED})


class AlreadyReleased(Refused):
    """Somebody was quicker. For whoever can show what went out."""

    def __init__(self, dispatch: Dispatch) -> None:
        super().__init__("wrong_state", already_released(dispatch))
        self.dispatch = dispatch


def already_released(dispatch: Dispatch) -> str:
    """Who released it and when, for an officer who was about to."""
    return f"Văn bản đã được phát lúc {time_label(dispatch.released_at)} (người phát: {dispatch.released_by}); không phát lần nữa."


async def existing(tx: Transaction, document_id: int) -> Document:
    """The document. Raises NotFound."""
    document = await tx.documents.get(document_id)
    if document is None:
        raise NotFound("no_document", f"Không có văn bản số {document_id}.")
    return document


async def check_releasable(tx: Transaction, document: Document, *, is_drill: bool) -> None:
    """Raises AlreadyReleased for a document that has left the desk, whatever became of the release since, and Refused(`wrong_state`) for
    one that was decided otherwise. `is_drill`: whether the whole desk is a drill; elsewhere a rehearsal is no release.
    """
    if document.state in _RELEASED:
        raise AlreadyReleased([d for d in await tx.dispatches.of_document(document.id) if d.is_drill is is_drill][-1])
    move(DOCUMENT, document.state, DocumentState.APPROVED)


def fingerprint(document: Document, dispatches: Sequence[Dispatch] = ()) -> str:
    """Of what would go out and of what went out before: its state aside, whatever an officer can change."""
    return hashlib.sha256(repr((document.proposals, document.resolutions, [d.id for d in dispatches])).encode()).hexdigest()


async def check_unchanged(tx: Transaction, document: Document, seen: str | None) -> None:
    """Raises Refused(`changed_since`) where the document is no more what an officer saw; None: nobody looked at it."""
    if seen is not None and seen != fingerprint(document, await tx.dispatches.of_document(document.id)):
        raise Refused("changed_since", "Văn bản vừa được sửa hoặc phát ở nơi khác, chưa gửi gì. Hãy mở lại trang để xem nội dung mới.")
