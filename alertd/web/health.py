"""Tells monitoring whether the service lives and whether every part of it can work."""

from __future__ import annotations

from collections.abc import Callable

from aiohttp import web

from alertd.web.keys import DESK, SURROUNDINGS
from alertd.workflow.desk import Desk


async def alive(request: web.Request) -> web.StreamResponse:
    """The process answers."""
    return web.json_response({"status": "ok"})


async def ready(request: web.Request) -> web.StreamResponse:
    """Part by part, each with words; 503 where one that nothing works without is down. An edge that is down is only shown."""
    desk, surroundings = request.app[DESK], request.app[SURROUNDINGS]
    problems = await problems_of(desk, surroundings.timetable)
    is_ready = all(problem is None for problem in problems.values())
    parts = {name: {"ok": problem is None, "detail": problem or "hoạt động"} for name, problem in problems.items()}
    parts |= {name: {"ok": False, "detail": why} for name, why in surroundings.edges().items()}
    return web.json_response({"status": "ready" if is_ready else "not_ready", "parts": parts}, status=200 if is_ready else 503)


async def problems_of(desk: Desk, timetable: Callable[[], str | None]) -> dict[str, str | None]:
    """What is wrong with each part without which nothing works; None where it works."""
    return {"database": await desk.store.check(), "channels": channels_problem(desk), "timetable": timetable()}


def channels_problem(desk: Desk) -> str | None:
    """Why nothing could be sent; None where at least one channel is on."""
    off = [channel.name for channel in desk.channels.values() if not channel.is_on]
    return f"không kênh nào được bật (thiếu thông tin truy cập: {', '.join(off)})" if len(off) == len(desk.channels) else None
