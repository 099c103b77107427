"""Sorts events from providers into receipts, comings and goings, and answers, and acts on each inside one transaction."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby

from alertd.model.inbox import Happening, HappeningKind, Receipt, StoredEvent
from alertd.ports import Channel, Clock, Transaction
from alertd.workflow.notices.cases import Cases
from alertd.workflow.officers.officer_line import OfficerLine
from alertd.workflow.people.enrolment import Enrolment
from alertd.workflow.replies.hearing import Hearing
from alertd.workflow.sending.routing import Router

PATIENCE = timedelta(minutes=2)
"""How long a receipt for an unknown message waits for our own record of that message."""
SET_ASIDE = "không xử lý được"
"""How the outcome begins of an event over which the program stumbled."""
_COMINGS_AND_GOINGS = frozenset({HappeningKind.START, HappeningKind.MOVED, HappeningKind.LEFT})


@dataclass(frozen=True, slots=True)
class Arrival:
    """An event with what its channel makes of it."""

    stored: StoredEvent
    channel: Channel | None
    """None where the sender is no longer in the configuration."""
    happening: Happening | None

    @property
    def is_receipt(self) -> bool:
        """Whether a provider speaks, not a person."""
        return self.happening is not None and self.happening.kind is HappeningKind.RECEIPT


@dataclass(frozen=True, slots=True)
class Settled:
    """An event that was acted upon."""

    arrival: Arrival
    outcome: str
    """Vietnamese: what came of it."""


class Sorter:
    """Knows for each kind of event who deals with it."""

    def __init__(
        self,
        clock: Clock,
        channels: Mapping[str, Channel],
        hearing: Hearing,
        router: Router,
        enrolment: Enrolment,
        officers: OfficerLine,
    ) -> None:
        self._clock = clock
        self._channels = channels
        self._hearing = hearing
        self._router = router
        self._enrolment = enrolment
        self._officers = officers

    def arrival(self, stored: StoredEvent) -> Arrival:
        """What the event is. Raises whatever a channel raises over an event that it cannot read."""
        channel = self._channels.get(stored.event.sender)
        return Arrival(stored, channel, channel.interpret(stored.event) if channel else None)

    async def settle(self, tx: Transaction, events: Sequence[StoredEvent]) -> list[Settled]:
        """Act on events. Those that are left out of the answer wait: receipts that came before our own record of their message."""
        await self._enrolment.look_up(tx)
        arrivals = [self.arrival(stored) for stored in events]
        settled = await self._receipts(tx, [arrival for arrival in arrivals if arrival.is_receipt])
        cases = Cases(tx)
        for arrival in arrivals:
            if not arrival.is_receipt:
                settled.append(Settled(arrival, await self._follow(tx, cases, arrival)))
        return settled

    async def set_aside(self, tx: Transaction, stored: StoredEvent, why: str) -> str:
        """An event over which the program stumbled: what a person may have said in it is shown to a person."""
        try:
            arrival = self.arrival(stored)
        except Exception:  # noqa: BLE001 - that it cannot be read may be why it stands here
            arrival = Arrival(stored, self._channels.get(stored.event.sender), None)
        outcome = f"{SET_ASIDE}: {why}"
        if arrival.channel is not None and not arrival.is_receipt:
            happening = arrival.happening
            address, words = (happening.address, happening.words or happening.data) if happening else ("", stored.event.payload)
            await self._hearing.keep_unheard(tx, arrival.channel, address, words, outcome)
        await self.give_up(tx, stored, why)
        return outcome

    async def give_up(self, tx: Transaction, stored: StoredEvent, why: str) -> str:
        """Only write down that the program stumbled over it: nothing else can be done with an event that cannot even be set aside."""
        await tx.audit.add(self._clock.now(), "alertd", "event.failed", f"event/{stored.id}", {"sender": stored.event.sender, "why": why})
        return f"{SET_ASIDE}: {why}"

    async def _receipts(self, tx: Transaction, arrivals: Sequence[Arrival]) -> list[Settled]:
        settled: list[Settled] = []
        for sender, group in groupby(sorted(arrivals, key=_sender), key=_sender):
            settled += await self._receipts_of(tx, sender, list(group))
        return settled

    async def _receipts_of(self, tx: Transaction, sender: str, arrivals: Sequence[Arrival]) -> list[Settled]:
        now = self._clock.now()
        receipts = {arrival.stored.id: receipt for arrival in arrivals if (receipt := _receipt(arrival))}
        unknown, moved = await tx.outbox.settle_all(sender, list(receipts.values()), now)
        await self._router.follow(tx, moved)
        settled = []
        for arrival in arrivals:
            receipt = receipts.get(arrival.stored.id)
            if receipt is None:
                settled.append(Settled(arrival, "biên nhận không đầy đủ"))
            elif receipt.provider_ref not in unknown:
                settled.append(Settled(arrival, f"biên nhận: {receipt.state}"))
            elif now - arrival.stored.received_at >= PATIENCE * self._clock.speed:
                settled.append(Settled(arrival, "biên nhận cho tin không rõ"))
        return settled

    async def _follow(self, tx: Transaction, cases: Cases, arrival: Arrival) -> str:
        channel, happening = arrival.channel, arrival.happening
        if channel is None or happening is None:
            return "không liên quan"
        if happening.kind in _COMINGS_AND_GOINGS:
            return await self._enrolment.follow(tx, channel, happening)
        if happening.kind is HappeningKind.LISTENS:
            return "nghe lại trên điện thoại"
        if happening.kind is HappeningKind.REACTION:
            return await self._hearing.see(tx, cases, channel, happening)
        said_to_officer = await self._officers.hear(tx, channel, happening)
        return said_to_officer or await self._hearing.hear(tx, cases, channel, happening)


def _sender(arrival: Arrival) -> str:
    return arrival.stored.event.sender


def _receipt(arrival: Arrival) -> Receipt | None:
    happening = arrival.happening
    if happening is None or happening.provider_ref is None or happening.state is None:
        return None
    return Receipt(happening.provider_ref, happening.state, happening.reason, happening.failure)
