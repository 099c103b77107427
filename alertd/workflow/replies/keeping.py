"""Keeps what somebody sent, with the place where it belongs and what came beside its words."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from alertd.model.notices import Notice
from alertd.model.replies import Reply, ReplyState, Understanding
from alertd.ports import Transaction
from alertd.workflow.labels import media_label
from alertd.workflow.notices.cases import Origin
from alertd.workflow.replies.attaching import attach


def draft(origin: Origin, notice: Notice | None, said: Understanding, matched_by: str, now: datetime) -> Reply:
    """A reply that is not kept yet."""
    contact, happening = origin.contact_of(notice), origin.happening
    return Reply(
        id=0,
        received_at=now,
        sender=origin.channel.name,
        channel=origin.channel.traits.kind,
        address=origin.address,
        contact=contact.id if contact else None,
        notice=notice.id if notice else None,
        words=f"{media_label(happening.media)} {happening.words or said.text}".strip(),
        meaning=said.meaning,
        reason=said.reason,
        matched_by=matched_by,
        state=ReplyState.OPEN,
        who=happening.who if happening.is_group else "",
        message_ref=happening.message_ref,
        figures=said.figures,
    )


async def keep(tx: Transaction, origin: Origin, reply: Reply, *, is_open: bool) -> Reply:
    """The reply as it is kept; an open one stands on the board until a person decides what it meant."""
    reply = replace(reply, state=ReplyState.OPEN if is_open else ReplyState.SETTLED)
    reply = replace(reply, id=await tx.replies.add(reply))
    await attach(tx, reply, origin.happening.media, reply.received_at)
    return reply
