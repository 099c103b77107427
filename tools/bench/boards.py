"""How long the board's questions take with a million deliveries in the table, and how soon a page begins to come."""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable, Iterator
from statistics import median

import aiohttp

from alertd.model.accounts import AccountRole
from alertd.web.middleware.session import COOKIE
from tools.bench.answering import served
from tools.bench.desks import open_desk, order_to
from tools.bench.history import remember
from tools.bench.stand_in import stand_in

BODIES, DELIVERIES, RUNS = 35, 1_000_000, 20


async def board() -> Iterator[tuple[str, float, str]]:
    """`board_query_ms`: the slowest of overview, dispatch and body; `page_first_byte_ms`: the overview's page; medians."""
    async with stand_in() as url, open_desk(url, BODIES) as desk, served(desk) as address:
        (order,) = await order_to(desk, BODIES)
        dispatch = await desk.release.approve(order.id, "bench")
        await remember(desk, dispatch.id, DELIVERIES)
        body = (await desk.board.dispatch(dispatch.id)).bodies[0].body.id
        questions: list[Callable[[], Awaitable[object]]] = [
            desk.board.overview,
            lambda: desk.board.dispatch(dispatch.id),
            lambda: desk.board.body(body),
        ]
        slowest = max([await _median(question) for question in questions])
        account = await desk.access.add_user("bench", AccountRole.OFFICER, "mat-khau-de-do-luong")
        word, _ = await desk.access.start_session(account)
        async with aiohttp.ClientSession(cookies={COOKIE: word}) as session:

            async def page() -> None:
                async with session.get(address, allow_redirects=False) as answer:
                    await answer.content.readany()
                    if answer.status != 200:
                        raise SystemExit(f"the page answered {answer.status}")

            first_byte = await _median(page)
    return iter([("board_query_ms", slowest * 1000, "ms"), ("page_first_byte_ms", first_byte * 1000, "ms")])


async def _median(work: Callable[[], Awaitable[object]]) -> float:
    times = []
    for _ in range(RUNS):
        began = time.perf_counter()
        await work()
        times.append(time.perf_counter() - began)
    return median(times)
