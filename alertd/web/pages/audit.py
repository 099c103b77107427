"""The audit trail as officers read it."""

from __future__ import annotations

from functools import partial

from aiohttp import web

from alertd.directory.directory import Directory
from alertd.model.audit import Choice
from alertd.web.forms import whole_number
from alertd.web.keys import DESK
from alertd.web.rendering import page

ASKED = ("subject", "actor", "action", "by")
"""What may be asked for."""
AT_ONCE = 300
"""So many entries stand on one page."""


async def show(request: web.Request) -> web.StreamResponse:
    """The latest entries; `?subject=document/12`, `?actor=truc`, `?action=reply.recorded` for those alone, `?by=people` without what the
    program did by itself, `?before=1200` for those earlier than that entry.
    """
    desk = request.app[DESK]
    asked = {name: request.query[name] for name in ASKED if request.query.get(name)}
    before = whole_number(request.query.get("before", ""))
    choice = Choice(asked.get("subject", ""), asked.get("actor", ""), asked.get("action", ""), by_people="by" in asked)
    found = await desk.board.audit(AT_ONCE + 1, choice, before)
    entries = found[:AT_ONCE]
    earlier = asked | {"before": entries[-1].id} if len(found) > AT_ONCE else None
    return page(
        request,
        "audit.html",
        entries=entries,
        choice=choice,
        asked=asked,
        before=before,
        earlier=earlier,
        who=partial(called, desk.directory),
    )


def called(directory: Directory, name: str) -> str:
    """A contact by function; whatever is no contact's id as it stands."""
    contact = directory.find_contact(name)
    return contact.title if contact else name
