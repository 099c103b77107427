"""What the releases of a season came to, as a page and as a spreadsheet."""

from __future__ import annotations

from aiohttp import web

from alertd.web.rendering import page
from alertd.web.seasons import asked_statistics
from alertd.workflow.board.statistics_sheet import as_csv


async def show(request: web.Request) -> web.StreamResponse:
    """The desk and every body that it ordered to act."""
    return page(request, "statistics.html", statistics=await asked_statistics(request))


async def sheet(request: web.Request) -> web.StreamResponse:
    """The same, body by body, for a spreadsheet."""
    statistics = await asked_statistics(request)
    period = statistics.period
    headers = {"Content-Disposition": f'attachment; filename="thong-ke-{period.first}-{period.last}.csv"'}
    return web.Response(text=as_csv(statistics), content_type="text/csv", charset="utf-8", headers=headers)
