"""The audit trail as officers read it."""

from __future__ import annotations

from functools import partial

from aiohttp import web

from alertd.directory.directory import Directory
from alertd.web.keys import DESK
from alertd.web.rendering import page


async def show(request: web.Request) -> web.StreamResponse:
    """The latest entries; `?subject=document/12` for one thing."""
    desk = request.app[DESK]
    subject = request.query.get("subject") or None
    entries = await desk.board.audit(300, subject)
    return page(request, "audit.html", entries=entries, subject=subject, who=partial(called, desk.directory))


def called(directory: Directory, name: str) -> str:
    """A contact by function; whatever is no contact's id as it stands."""
    contact = directory.find_contact(name)
    return contact.title if contact else name
