"""A drill that nobody watches: releases every emergency order itself and ends when every body is accounted for."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from alertd.drill.exercise import Exercise
from alertd.model.bodies import Role
from alertd.model.notices import DeliveryState
from alertd.workflow.board.views import BodyRow, DispatchView
from alertd.workflow.notices.packing import by_body

LOOK_EVERY = 0.25
"""Real seconds between two looks at the board."""
STUCK_AFTER = 180.0
"""Real seconds after which a drill that has not come to its end is given up as failed."""
_UNSETTLED = frozenset({DeliveryState.QUEUED, DeliveryState.SENDING, DeliveryState.UNKNOWN})


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a headless drill ended."""

    boards: tuple[DispatchView, ...]
    problems: tuple[str, ...]
    """Why it failed; empty where every body is accounted for and nothing is lost."""


async def run(drill: Exercise, document: Path, progress: Callable[[Sequence[DispatchView]], None]) -> Outcome:
    """Submit, release, and wait until every body has answered or its ladder has come to the end."""
    orders = await drill.submit(document)
    if not orders:
        return Outcome((), (f"{document}: không có chỉ đạo khẩn cấp nào để phát",))
    ours = [order for order in orders if by_body(order.proposals)]
    nobodys = tuple(f"{order.title}: không giao việc cho đơn vị nào của tỉnh nên không phát" for order in orders if order not in ours)
    for order in ours:
        await drill.desk.release.approve(order.id, drill.officer, is_drill=True)
    boards: list[DispatchView] = []
    for _ in range(int(STUCK_AFTER / LOOK_EVERY)):
        boards = await drill.boards()
        progress(boards)
        if all(is_accounted_for(row) for board in boards for row in board.bodies) and await _is_settled(drill):
            return Outcome(tuple(boards), (*nobodys, *_losses(boards)))
        await asyncio.sleep(LOOK_EVERY)
    missing = [row.body.name for board in boards for row in board.bodies if not is_accounted_for(row)]
    unended = f"chưa kết thúc được với: {', '.join(missing) or 'các tin còn chờ gửi'}"
    return Outcome(tuple(boards), (*nobodys, unended, *_losses(boards)))


def is_accounted_for(row: BodyRow) -> bool:
    """Whether nothing is left to wait for: a copy was sent, somebody has accepted, or the ladder was climbed to its end."""
    return row.role is Role.COPY or row.state.is_positive or row.is_escalated


async def _is_settled(drill: Exercise) -> bool:
    async with drill.desk.store.snapshot() as tx:
        counts = await tx.outbox.counts()
        pending = await tx.inbox.pending(1)
    return not pending and not any(counts.get(state) for state in _UNSETTLED)


def _losses(boards: Sequence[DispatchView]) -> list[str]:
    """Bodies to which not one message came through although they have somebody to reach."""
    told = {DeliveryState.SENT, DeliveryState.DELIVERED, DeliveryState.READ}
    return [
        f"{row.body.name}: không có tin nào đến nơi"
        for board in boards
        for row in board.bodies
        if not any(delivery.state in told for delivery in row.deliveries)
    ]
