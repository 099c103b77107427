"""Answers Prometheus: figures are counted from the database when they are asked for; repeats are this process's own."""

from __future__ import annotations

from aiohttp import web

from alertd.web.keys import DESK


async def show(request: web.Request) -> web.StreamResponse:
    """The text that Prometheus scrapes."""
    from alertd.web.figures import CONTENT_TYPE, Figures  # noqa: PLC0415 - many a desk has no Prometheus: its library waits for the first

    desk = request.app[DESK]
    overview = await desk.board.overview()
    async with desk.store.snapshot() as tx:
        deliveries = await tx.outbox.counts()
    figures = Figures(overview, deliveries, {courier.name: courier.repeats for courier in desk.couriers})
    return web.Response(body=figures.text(), headers={"Content-Type": CONTENT_TYPE})
