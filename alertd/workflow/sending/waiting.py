"""Says of a message that has not left why it waits and until about when; of one that awaits its receipt, until when."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from alertd.model.breaker import LONGEST
from alertd.model.notices import Delivery, DeliveryState
from alertd.ports import Clock, Transaction
from alertd.workflow.labels import time_label

LOOKED_AHEAD = 5_000
"""How far back in a line places are told one by one."""


@dataclass(frozen=True, slots=True)
class Line:
    """One sender and who stands in its line."""

    rate: float
    """Messages a second; 0 where the sender is no longer in the configuration, or has no credentials."""
    places: Mapping[int, int] = field(default_factory=dict)
    """Of each of the first LOOKED_AHEAD deliveries, how many leave before it."""
    problem: str = ""
    """What keeps the sender from sending; empty where nothing does."""
    rests_until: datetime | None = None
    """Until when the provider has told it to wait."""


class Lines:
    """The senders' lines, as far as they matter to what is looked at."""

    def __init__(
        self,
        clock: Clock,
        rates: Mapping[str, float],
        problems: Callable[[], Mapping[str, str]],
        rests: Callable[[], Mapping[str, datetime]],
    ) -> None:
        """By the names of the senders that can send: messages a second, and as far as this process knows what keeps one from sending, and
        until when its provider has told it to wait.
        """
        self._clock = clock
        self._rates = rates
        self._problems = problems
        self._rests = rests

    async def told(self, tx: Transaction, deliveries: Sequence[Delivery]) -> list[Delivery]:
        """The deliveries, the reason of each saying why it waits and until about when."""
        now = self._clock.now()
        waiting = {d.sender for d in deliveries if d.state is DeliveryState.QUEUED and d.due_at <= now}
        places = {sender: await tx.outbox.line(sender, now, LOOKED_AHEAD) for sender in waiting}
        problems, rests = self._problems(), self._rests()
        lines = {
            sender: Line(
                self._rates.get(sender, 0.0),
                {number: place for place, number in enumerate(places.get(sender, ()))},
                problems.get(sender, ""),
                rests.get(sender),
            )
            for sender in {d.sender for d in deliveries}
        }
        return [replace(d, reason=why_it_waits(d, now, lines[d.sender])) for d in deliveries]


def why_it_waits(delivery: Delivery, now: datetime, line: Line) -> str:
    """The reason of a delivery's state; of one that waits also until about when."""
    if delivery.state is DeliveryState.SENT and delivery.receipt_due_at is not None:
        return f"{delivery.reason}; chờ biên nhận đến {time_label(delivery.receipt_due_at)}"
    if delivery.state is not DeliveryState.QUEUED:
        return delivery.reason
    if not line.rate:
        return f"{delivery.reason}; kênh gửi này hiện không dùng được nên tin chưa gửi; việc nhắc và chuyển đầu mối đi bằng kênh khác"
    if line.problem:
        return f"{delivery.reason}; kênh đang lỗi ({line.problem}), tự thử lại trong vòng {LONGEST.total_seconds():.0f} giây"
    if delivery.due_at > now:
        return f"{delivery.reason}; {'gửi lại' if delivery.attempts else 'gửi'} lúc {time_label(delivery.due_at)}"
    starts_at = max(now, line.rests_until or now)
    rest = f"; nhà cung cấp yêu cầu chờ đến {time_label(starts_at)}" if starts_at > now else ""
    return f"{delivery.reason}{rest}; {_when(line.places.get(delivery.id), line.rate, starts_at)}"


def _when(place: int | None, rate: float, starts_at: datetime) -> str:
    """When its turn comes. One that is not among the places told stands behind them."""
    ahead = LOOKED_AHEAD if place is None else place
    at = time_label(starts_at + timedelta(seconds=ahead / rate))
    return f"sau hơn {ahead:,} tin khác, gửi sau {at}".replace(",", ".", 1) if place is None else f"sau {ahead} tin khác, gửi khoảng {at}"
