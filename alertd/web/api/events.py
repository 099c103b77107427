"""Server-sent events of everything that changes, taken from the audit trail so that none is missed over a broken line."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from aiohttp import web

from alertd.errors import Invalid, StoreAway
from alertd.model.audit import AuditEntry
from alertd.web.keys import DESK, STREAMS
from alertd.web.middleware.session import is_admitted_still
from alertd.workflow.desk import Desk

LOOK_AGAIN_AFTER = 5.0
"""Seconds after which the trail is asked although no bell rang: another process may have written. Also the heartbeat."""
STREAMS_AT_MOST = 200
"""How many may listen at once: every change is looked up for each of them."""
RIGHTS = ("account/", "token/")
"""What entries are about that may take a listener's right away; one who has only signed out is found out at the next heartbeat."""
LONGEST_NUMBER = 18
HEADERS = {"Content-Type": "text/event-stream; charset=utf-8", "X-Accel-Buffering": "no"}


async def events(request: web.Request) -> web.StreamResponse:
    """The stream; it goes on after `Last-Event-ID`, without one it begins with the next change."""
    desk = request.app[DESK]
    if len(request.app[STREAMS]) >= STREAMS_AT_MOST:
        raise web.HTTPServiceUnavailable(headers={"Retry-After": "30"})
    heard = _heard(request)
    response = web.StreamResponse(headers=HEADERS)
    await response.prepare(request)
    task = asyncio.ensure_future(_follow(desk, response, heard, partial(is_admitted_still, request)))
    request.app[STREAMS].add(task)
    try:
        await task
    except (ConnectionError, asyncio.CancelledError, StoreAway):
        task.cancel()  # the reader has gone, the service ends, or nothing can be looked up: whoever still listens asks again
    finally:
        request.app[STREAMS].discard(task)
    return response


async def end_streams(app: web.Application) -> None:
    """On shutdown: let nobody wait for streams that never end by themselves."""
    streams = app[STREAMS]
    for task in tuple(streams):
        task.cancel()


def _heard(request: web.Request) -> int | None:
    """The last event that the listener has heard; None for whoever is new. Raises Invalid."""
    given = request.headers.get("Last-Event-ID", request.query.get("after", ""))
    if given and (not given.isdecimal() or len(given) > LONGEST_NUMBER):
        raise Invalid("bad_event_id", "Last-Event-ID phải là số của một sự kiện.")
    return int(given) if given else None


async def _follow(desk: Desk, response: web.StreamResponse, heard: int | None, is_admitted: Callable[[], Awaitable[bool]]) -> None:
    last = await _begin_after(desk, heard)
    await response.write(b"retry: 2000\n\n")
    while True:
        bell = asyncio.ensure_future(desk.changes.wait(LOOK_AGAIN_AFTER))  # hung before looking: no change slips between
        try:
            entries = await _since(desk, last)
            may_have_changed = not entries or any(entry.subject.startswith(RIGHTS) for entry in entries)
            if may_have_changed and not await is_admitted():
                return
            if entries:
                last = entries[-1].id
                await response.write(b"".join(_event(entry) for entry in entries))
            elif not await bell:
                await response.write(b": alertd\n\n")
        finally:
            bell.cancel()


async def _begin_after(desk: Desk, heard: int | None) -> int:
    """Whoever has heard more than there is listened to a trail of which a backup has taken the place."""
    async with desk.store.snapshot() as tx:
        latest = await tx.audit.last_id()
    return latest if heard is None else min(heard, latest)


async def _since(desk: Desk, last: int) -> Sequence[AuditEntry]:
    async with desk.store.snapshot() as tx:
        return await tx.audit.since(last)


def _event(entry: AuditEntry) -> bytes:
    data = json.dumps({"subject": entry.subject, "action": entry.action})
    return f"id: {entry.id}\nevent: {entry.action}\ndata: {data}\n\n".encode()
