"""Which statistics a request asks for: of which days, and whether of drills."""

from __future__ import annotations

from aiohttp import web

from alertd.clock import day_there
from alertd.web.keys import DESK
from alertd.workflow.board.statistics import Statistics, period_of


async def asked_statistics(request: web.Request) -> Statistics:
    """`?first=2026-08-01&last=2026-08-31` for those days, else of the last year; `&drill=1` for drills. Raises Invalid."""
    desk, query = request.app[DESK], request.query
    period = period_of(query.get("first", ""), query.get("last", ""), day_there(desk.clock.now()))
    return await desk.board.statistics(period, is_drill=desk.is_drill or query.get("drill") == "1")
