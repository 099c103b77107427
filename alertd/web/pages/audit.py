"""The audit trail as officers read it."""

from __future__ import annotations

from functools import partial

from aiohttp import web

from alertd.directory.directory import Directory
from alertd.web.forms import whole_number
from alertd.web.keys import DESK
from alertd.web.rendering import page

AT_ONCE = 300
"""So many entries stand on one page."""


async def show(request: web.Request) -> web.StreamResponse:
    """The latest entries; `?subject=document/12` for one thing, `?before=1200` for those earlier than that entry."""
    desk = request.app[DESK]
    subject, before = request.query.get("subject") or None, whole_number(request.query.get("before", ""))
    found = await desk.board.audit(AT_ONCE + 1, subject, before)
    entries, is_more = found[:AT_ONCE], len(found) > AT_ONCE
    earlier = {"before": entries[-1].id} | ({"subject": subject} if subject else {}) if is_more else None
    return page(
        request, "audit.html", entries=entries, subject=subject, before=before, earlier=earlier, who=partial(called, desk.directory)
    )


def called(directory: Directory, name: str) -> str:
    """A contact by function; whatever is no contact's id as it stands."""
    contact = directory.find_contact(name)
    return contact.title if contact else name
