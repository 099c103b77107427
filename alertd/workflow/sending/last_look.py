"""Looks a last time, just before what rings by itself leaves, whether it is still wanted: an answer may have come since it was claimed."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping

from alertd.errors import StoreAway
from alertd.logs import EventLog
from alertd.model.notices import Claimed, DispatchState, Standing
from alertd.ports import Store

log = EventLog(__name__)


class LastLook:
    """Asks the database once for all that are about to leave in the same moment."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._wanted: set[int] = set()
        self._look: asyncio.Task[Mapping[int, Standing]] | None = None

    async def is_needless(self, delivery: Claimed) -> bool:
        """Whether an answer or the order's end, committed before this was asked, has made it needless. While the database is away, or
        where the look itself stumbles, nobody knows: it is then sent.
        """
        if delivery.notice is None or not delivery.kind.rings_by_itself:
            return False
        self._wanted.add(delivery.notice)
        if self._look is None:
            self._look = asyncio.create_task(self._at_all())
        try:
            standing = (await asyncio.shield(self._look)).get(delivery.notice)
        except StoreAway as away:
            log.warning("the database is away; a reminder leaves without a last look", delivery=delivery.id, reason=str(away))
            return False
        except Exception:  # put back it would be claimed again at once, and stumble over the same for ever
            log.exception("a reminder leaves without a last look", delivery=delivery.id)
            return False
        if standing is None:
            return False
        return standing.order is not DispatchState.OPEN or (delivery.kind.is_followup and standing.is_acknowledged)

    async def _at_all(self) -> Mapping[int, Standing]:
        await asyncio.sleep(0)  # whatever leaves in the same turn of the loop is looked at together
        wanted, self._wanted, self._look = self._wanted, set(), None
        async with self._store.snapshot() as tx:
            return await tx.dispatches.standing(sorted(wanted))
