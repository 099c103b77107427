"""What the API answers: documents, dispatches and replies as JSON."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from alertd.model.assignments import Assignment, Proposal
from alertd.model.media import Attachment
from alertd.model.notices import Delivery, Dispatch
from alertd.model.register import Document
from alertd.model.replies import Figure, Reply
from alertd.web.routing import API
from alertd.workflow.arrival.contract import document_as_json
from alertd.workflow.board.calls import Call
from alertd.workflow.board.pace import Pace
from alertd.workflow.board.statistics import Statistics
from alertd.workflow.board.tallies import Tally
from alertd.workflow.board.views import BodyRow, DispatchView
from alertd.workflow.dispatch.review import Preview


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


def shown_statistics(statistics: Statistics) -> dict[str, Any]:
    """What a season's releases came to."""
    return {
        "first": statistics.period.first.isoformat(),
        "last": statistics.period.last.isoformat(),
        "drill": statistics.is_drill,
        "releases": statistics.releases,
        "ordered": statistics.ordered,
        "told_at_once": statistics.told_at_once,
        "deciding": _shown_pace(statistics.deciding),
        "telling": _shown_pace(statistics.telling),
        "answering": _shown_pace(statistics.answering),
        "bodies": [
            {
                "body": each.body,
                "name": each.name,
                "ordered": each.ordered,
                "told": each.told,
                "answered": each.answered,
                "unprompted": each.unprompted,
                "answering": _shown_pace(each.answering),
            }
            for each in statistics.bodies
        ],
    }


def _shown_pace(pace: Pace) -> dict[str, Any]:
    half, nine_tenths = (took.total_seconds() if took is not None else None for took in (pace.half, pace.nine_tenths))
    return {"number": pace.number, "half": half, "nine_tenths": nine_tenths}


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
        "fingerprint": preview.fingerprint,
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
        "superseded": [{"document_id": each.by.id, "relation": each.relation} for each in view.superseded],
        "bodies": [shown_row(row) for row in view.bodies],
        "totals": dict(view.totals),
        "reports": [
            {"body": row.body, "at": stored(cell[0].at), "state": cell[0].state, "reply": cell[1].id if cell[1] else None}
            for row in view.reports.rows
            for cell in row.cells
            if cell
        ],
        "figures": [shown_tally(tally) for tally in view.tallies],
    }


def shown_tally(tally: Tally) -> dict[str, Any]:
    """One kind of figure over all bodies, with who reported what."""
    reports = [{"body": r.body.id, "by": r.by, "at": stored(r.at), "reply": r.reply, **_figure(r.figure)} for r in tally.reports]
    return {"what": tally.what, "about": tally.about, "done": tally.done, "of": tally.of, "left": tally.left, "reports": reports}


def _figure(figure: Figure) -> dict[str, Any]:
    return {"text": figure.text, "done": figure.done, "of": figure.of, "left": figure.left}


def shown_task(number: int, assignment: Assignment) -> dict[str, Any]:
    """How far a body has come with one task; its number is the one in the message."""
    return {
        "number": number,
        "directive": assignment.directive,
        "role": assignment.role,
        "actions": list(assignment.actions),
        "deadline_at": stored(assignment.deadline_at),
        "state": assignment.state,
        "state_at": stored(assignment.state_at),
        "by": assignment.answered_by,
        "reply": assignment.reply,
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
        "tasks": [shown_task(number, assignment) for number, assignment in enumerate(row.assignments, 1)],
        "deliveries": [shown_delivery(delivery) for delivery in row.deliveries],
        "replies": [shown_reply(reply, row.attachments.get(reply.id, ())) for reply in row.replies],
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


def shown_call(call: Call) -> dict[str, Any]:
    """A body to be telephoned, with whom to call in what order and what to read out."""
    row = call.row
    return {
        "body": row.body.id,
        "name": row.body.name,
        "code": row.notice.code,
        "need": call.need.name.lower(),
        "why": call.why,
        "contacts": [{"title": contact.title, "telephones": list(contact.telephones)} for contact in call.contacts],
        "tasks": [shown_task(number, assignment) for number, assignment in enumerate(row.assignments, 1)],
    }


def shown_reply(reply: Reply, attachments: Sequence[Attachment] = ()) -> dict[str, Any]:
    """One answer, word for word, and what came with it."""
    return {
        "id": reply.id,
        "received_at": stored(reply.received_at),
        "channel": reply.channel,
        "contact": reply.contact,
        "words": reply.words,
        "meaning": reply.meaning,
        "reason": reply.reason,
        "matched_by": reply.matched_by,
        "who": reply.who,
        "tasks": [{"task": part.task, "meaning": part.meaning} for part in reply.parts],
        "figures": [{"what": f.what, "about": f.about, **_figure(f)} for f in reply.figures],
        "attachments": [shown_attachment(attachment) for attachment in attachments],
        "void_at": stored(reply.void_at),
        "state": reply.state,
        "resolved_by": reply.resolved_by,
        "resolved_at": stored(reply.resolved_at),
    }


def shown_attachment(attachment: Attachment) -> dict[str, Any]:
    """One thing that came beside the words; its content, where there is any, at `content`."""
    is_kept = attachment.sha256 is not None
    return {
        "id": attachment.id,
        "kind": attachment.kind,
        "name": attachment.name,
        "state": attachment.state,
        "reason": attachment.reason,
        "content_type": attachment.content_type,
        "size": attachment.size,
        "latitude": attachment.latitude,
        "longitude": attachment.longitude,
        "received_at": stored(attachment.received_at),
        "content": f"{API}/attachments/{attachment.id}" if is_kept else None,
    }


def shown_release(dispatch: Dispatch) -> dict[str, Any]:
    """The answer to a decision about a release."""
    return {"dispatch_id": dispatch.id, "document_id": dispatch.document, "state": dispatch.state, "drill": dispatch.is_drill}


def stored(at: datetime | None) -> str | None:
    """A moment in UTC, with offset."""
    return at.astimezone(UTC).isoformat() if at else None
