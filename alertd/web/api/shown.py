"""What the API answers: documents, dispatches and replies as JSON."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from alertd.model.assignments import Proposal
from alertd.model.notices import Delivery, Dispatch
from alertd.model.register import Document
from alertd.model.replies import Reply
from alertd.workflow.board import BodyRow, DispatchView
from alertd.workflow.contract import document_as_json
from alertd.workflow.review import Preview


def shown_document(document: Document) -> dict[str, Any]:
    """A document's reading with its id, its state and the work proposed from it."""
    reading = document_as_json(document.reading, document.resolutions)
    proposals = [shown_proposal(proposal) for proposal in document.proposals]
    return {"id": document.id, "file_id": document.file, "state": document.state, "proposals": proposals, **reading}


def shown_proposal(proposal: Proposal) -> dict[str, Any]:
    """What a body would be given to do, or was; `correct` names it by its id."""
    return {
        "id": proposal.id,
        "body": proposal.body,
        "role": proposal.role,
        "directive": proposal.directive,
        "actions": list(proposal.actions),
        "deadline_text": proposal.deadline_text,
        "deadline_at": stored(proposal.deadline_at),
        "report": proposal.report,
        "reason": proposal.reason,
        "dropped": proposal.is_dropped,
    }


def shown_preview(preview: Preview) -> dict[str, Any]:
    """What a release would send."""
    return {
        "bodies": preview.bodies,
        "people": preview.people,
        "messages": dict(preview.messages),
        "sms_parts": preview.sms_parts,
        "untold": preview.untold,
        "unreachable": [{"body": body, "reason": reason} for body, reason in preview.unreachable],
        "warnings": list(preview.warnings),
    }


def shown_dispatch(view: DispatchView) -> dict[str, Any]:
    """The board of a dispatch."""
    dispatch = view.dispatch
    return {
        "id": dispatch.id,
        "document_id": dispatch.document,
        "drill": dispatch.is_drill,
        "dispatch_state": dispatch.state,
        "state": view.state,
        "urgency": dispatch.urgency,
        "released_at": stored(dispatch.released_at),
        "released_by": dispatch.released_by,
        "expires_at": stored(dispatch.expires_at),
        "corrects": dispatch.corrects,
        "bodies": [shown_row(row) for row in view.bodies],
        "totals": dict(view.totals),
        "reports": [
            {"body": row.body, "at": stored(cell[0].at), "state": cell[0].state, "reply": cell[1].id if cell[1] else None}
            for row in view.reports.rows
            for cell in row.cells
            if cell
        ],
    }


def shown_row(row: BodyRow) -> dict[str, Any]:
    """One body of the board."""
    return {
        "body": row.body.id,
        "name": row.body.name,
        "role": row.role,
        "code": row.notice.code,
        "state": row.state,
        "silent": row.silent,
        "late": row.late,
        "escalated": row.is_escalated,
        "acknowledged_at": stored(row.acknowledged_at),
        "by": row.by,
        "words": row.words,
        "next": row.next,
        "next_at": stored(row.next_at),
        "upcoming": [{"step": each.step, "does": each.words, "at": stored(each.at)} for each in row.upcoming],
        "pause": row.pause,
        "deliveries": [shown_delivery(delivery) for delivery in row.deliveries],
        "replies": [shown_reply(reply) for reply in row.replies],
    }


def shown_delivery(delivery: Delivery) -> dict[str, Any]:
    """One message on its way; the address stays inside."""
    return {
        "channel": delivery.channel,
        "kind": delivery.kind,
        "contact": delivery.contact,
        "state": delivery.state,
        "attempts": delivery.attempts,
        "reason": delivery.reason,
        "sent_at": stored(delivery.sent_at),
        "delivered_at": stored(delivery.delivered_at),
    }


def shown_reply(reply: Reply) -> dict[str, Any]:
    """One answer, word for word."""
    return {
        "id": reply.id,
        "received_at": stored(reply.received_at),
        "channel": reply.channel,
        "contact": reply.contact,
        "words": reply.words,
        "meaning": reply.meaning,
        "reason": reply.reason,
        "matched_by": reply.matched_by,
        "state": reply.state,
        "resolved_by": reply.resolved_by,
        "resolved_at": stored(reply.resolved_at),
    }


def shown_release(dispatch: Dispatch) -> dict[str, Any]:
    """The answer to a decision about a release."""
    return {"dispatch_id": dispatch.id, "document_id": dispatch.document, "state": dispatch.state, "drill": dispatch.is_drill}


def stored(at: datetime | None) -> str | None:
    """A moment in UTC, with offset."""
    return at.astimezone(UTC).isoformat() if at else None
