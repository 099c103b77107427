"""Hands one message to its provider, and says what became of it: sent, failed for good, to be tried again, or unknown."""

from __future__ import annotations

import random
from datetime import datetime, timedelta

from alertd.errors import DeliveryFailed, FailureKind
from alertd.failpoints import Step, reach
from alertd.logs import EventLog
from alertd.messages.plain import without_diacritics
from alertd.model.bodies import Address
from alertd.model.breaker import OF_SENDER, Breaker
from alertd.model.notices import Attempt, Claimed, DeliveryState
from alertd.model.pacing import Pace, pause_before_retry
from alertd.ports import Channel, Clock, Outgoing, Sent
from alertd.workflow.notices.addresses import AddressBook
from alertd.workflow.sending.unwritten import Unwritten

log = EventLog(__name__)
REPEAT_AFTER = timedelta(seconds=30)
"""A message whose fate is unknown is sent again after this pause at the earliest, unless a receipt settles it before."""
REPEAT = "(gửi lại)"
"""What stands before a message that somebody may have got already."""

_CUT_OFF = DeliveryFailed(FailureKind.UNKNOWN, "bị ngắt khi đang gửi")


class Attempts:
    """Attempts of one sender. What they tell of provider and addresses goes to its pace and breaker, and to what is to be written."""

    def __init__(
        self,
        channel: Channel,
        clock: Clock,
        book: AddressBook,
        pace: Pace,
        breaker: Breaker,
        unwritten: Unwritten,
        retry_after: timedelta,
        retry_at_most: timedelta,
    ) -> None:
        """`retry_after`: the first pause before a message is tried again; pauses grow to `retry_at_most`."""
        self._channel = channel
        self._clock = clock
        self._book = book
        self._pace = pace
        self._breaker = breaker
        self._unwritten = unwritten
        self._retry_after = retry_after
        self._retry_at_most = retry_at_most
        self.repeats = 0
        """How many messages this process has sent again because nobody knew whether they had gone."""

    async def make(self, delivery: Claimed) -> Attempt:
        """Send a message."""
        try:
            return await self._send(delivery)
        except DeliveryFailed as failure:
            return self._failed(delivery, failure)
        except Exception:  # a message over which the program itself stumbles must not keep the others from going
            log.exception("a message could not be carried", delivery=delivery.id, sender=self._channel.name)
            return self._failed(delivery, DeliveryFailed(FailureKind.UNKNOWN, "lỗi của chương trình khi gửi"))

    def cut_off(self, delivery: Claimed) -> Attempt:
        """The outcome of an attempt that was cancelled after it had begun."""
        return self._failed(delivery, _CUT_OFF)

    async def _send(self, delivery: Claimed) -> Attempt:
        refused = self._book.why_refused(self._channel, Address(delivery.channel, delivery.address), is_drill=delivery.is_drill)
        if refused:
            raise DeliveryFailed(FailureKind.REFUSED, refused)
        text = _as_repeat(delivery, self._channel) if delivery.is_repeat else delivery.text
        if delivery.is_repeat:
            known = await self._channel.find(delivery.address, frozenset({delivery.text, text}), delivery.created_at)
            if known is not None:
                return self._sent(delivery, known, "nhà cung cấp cho biết đã nhận từ lần trước")
            self.repeats += 1
        reach(Step.SENDING)
        sent = await self._channel.send(Outgoing(f"alertd-{delivery.id}", delivery.address, text, delivery.is_html, delivery.buttons))
        reach(Step.ACCEPTED)
        if sent.moved_to is not None and delivery.contact is not None:
            self._unwritten.moved[delivery.contact] = delivery.channel, sent.moved_to
        return self._sent(delivery, sent, "nhà cung cấp đã nhận")

    def _sent(self, delivery: Claimed, sent: Sent, why: str) -> Attempt:
        self._breaker.passed()
        now, within = self._clock.now(), self._channel.traits.receipt_within
        due_at = now + within if within is not None and delivery.notice is not None else None
        return Attempt(delivery.id, delivery.fence, DeliveryState.SENT, now, why, None, sent.provider_ref, receipt_due_at=due_at)

    def _failed(self, delivery: Claimed, failure: DeliveryFailed) -> Attempt:
        """What becomes of a delivery whose attempt failed: failed for good, tried again later, or unknown."""
        now = self._clock.now()
        self._obey(delivery.address, failure, now)
        self._judge(failure, now)
        if failure.kind.is_permanent:
            return Attempt(delivery.id, delivery.fence, DeliveryState.FAILED, now, failure.detail, failure.kind)
        is_unknown = failure.kind is FailureKind.UNKNOWN
        pause = pause_before_retry(delivery.attempts, self._retry_after, self._retry_at_most, random.random())  # noqa: S311 - spreads retries, guards nothing
        due_at = now + max(pause, failure.retry_after or timedelta(0), REPEAT_AFTER if is_unknown else timedelta(0))
        state = DeliveryState.UNKNOWN if is_unknown else DeliveryState.QUEUED
        return Attempt(delivery.id, delivery.fence, state, now, failure.detail, failure.kind, None, due_at)

    def _obey(self, address: str, failure: DeliveryFailed, now: datetime) -> None:
        if failure.retry_after is not None and failure.concerns_sender:
            self._pace.pause(now + failure.retry_after, now)
        elif failure.retry_after is not None:
            self._pace.pause_address(address, now + failure.retry_after)

    def _judge(self, failure: DeliveryFailed, now: datetime) -> None:
        """Whether it is this message that fails, or the sender."""
        if failure.kind not in OF_SENDER:
            if failure.kind is not FailureKind.REFUSED:
                self._breaker.passed()
        elif self._breaker.failed(failure.kind, failure.detail, now, random.random()):  # noqa: S311 - spreads tries, guards nothing
            self._unwritten.to_tell = failure.detail


def _as_repeat(delivery: Claimed, channel: Channel) -> str:
    """The text marked as sent again: in the channel's letters, inside a drill's own mark, and only where there is space for it."""
    mark = without_diacritics(REPEAT) if delivery.text.isascii() else REPEAT
    head, line, rest = delivery.text.partition("\n") if delivery.is_drill else ("", "", delivery.text)
    marked = f"{head}{line}{mark} {rest}"
    return marked if channel.length(marked) <= channel.traits.max_length else delivery.text
