"""Sums up the watch for the officer who takes over: what is open, who is silent, what waits for a person, what rings next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from alertd.model.bodies import Contact
from alertd.model.duty import Alert, NextWatch, OnDuty, Shift
from alertd.model.notices import DispatchState
from alertd.ports import Store, Transaction
from alertd.workflow.board.board import Board
from alertd.workflow.board.views import DispatchView, Overview
from alertd.workflow.duty.duty import Roster, is_settled

NEXT_AT_MOST, ALERTS_AT_MOST, WEIGHED_AT_MOST = 12, 50, 5000


@dataclass(frozen=True, slots=True)
class Coming:
    """One thing that will happen by itself."""

    at: datetime
    dispatch: int
    body: str
    name: str
    words: str


@dataclass(frozen=True, slots=True)
class Summary:
    """Everything that whoever takes over must know."""

    duty: OnDuty
    present: tuple[Contact, ...]
    next_watch: NextWatch | None
    """Whose hours on the roster begin next; None without a roster."""
    relief: tuple[Contact, ...]
    """Those officers."""
    officers: tuple[Contact, ...]
    shift: Shift | None
    overview: Overview
    views: tuple[DispatchView, ...]
    alerts: tuple[Alert, ...]
    """What the desk was told, that nobody has taken and that has not settled itself: danger first, then the latest."""
    coming: tuple[Coming, ...]


class Handover:
    """Reads; never writes."""

    def __init__(self, store: Store, board: Board, roster: Roster) -> None:
        self._store = store
        self._board = board
        self._roster = roster

    async def summary(self) -> Summary:
        """The state of the watch now."""
        async with self._store.snapshot() as tx:
            duty, shift = await self._roster.now(tx), await tx.duty.shift()
            alerts = await _alerts(tx)
        watch = self._roster.next()
        overview = await self._board.overview()
        views = [await self._board.dispatch(card.dispatch.id) for card in overview.open]
        coming = sorted((each for view in views for each in _coming(view)), key=lambda each: each.at)
        return Summary(
            duty=duty,
            present=self._roster.contacts(duty.officers),
            next_watch=watch,
            relief=self._roster.contacts(watch.officers) if watch else (),
            officers=self._roster.officers,
            shift=shift,
            overview=overview,
            views=tuple(views),
            alerts=tuple(alerts),
            coming=tuple(coming[:NEXT_AT_MOST]),
        )


async def _alerts(tx: Transaction) -> list[Alert]:
    """What nobody has taken and has not settled itself: danger first, then the latest, which stands for what was told of it before."""
    found: list[Alert] = []
    latest = {(alert.about if alert.stands_for_earlier else alert.id): alert for alert in reversed(await _unsettled(tx))}
    for alert in sorted(latest.values(), key=lambda alert: (not alert.is_incident, -alert.id)):
        if len(found) < ALERTS_AT_MOST and not await is_settled(tx, alert):
            found.append(alert)
    return found


async def _unsettled(tx: Transaction) -> list[Alert]:
    """What nobody has taken, without what belongs to orders that are over and to answers that somebody has dealt with: all of a season's
    need not be looked up one by one.
    """
    followed = {dispatch.id for dispatch in await tx.dispatches.recent((DispatchState.OPEN,), WEIGHED_AT_MOST)}
    waiting = {f"reply/{reply}" for reply in await tx.replies.waiting_ids()}
    return [
        alert
        for alert in await tx.duty.untaken(WEIGHED_AT_MOST)
        if (alert.about in waiting if alert.about.startswith("reply/") else _belongs_to(alert, followed))
    ]


def _belongs_to(alert: Alert, followed: set[int]) -> bool:
    return alert.dispatch is None or alert.outlives_its_order or alert.dispatch in followed


def _coming(view: DispatchView) -> list[Coming]:
    return [Coming(each.at, view.dispatch.id, row.body.id, row.body.name, each.words) for row in view.bodies for each in row.upcoming]
