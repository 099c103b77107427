"""What somebody hears who is on the telephone with us: what was recorded of the key that they pressed, or the message once more."""

from __future__ import annotations

from alertd.model.inbox import RawEvent
from alertd.ports import Channel, Remark, Store
from alertd.workflow.replies.answers import Answers


class Speaker:
    """Answers at once: a telephone waits for no timetable."""

    def __init__(self, store: Store, answers: Answers, telephone: str) -> None:
        """`telephone` is the duty desk's."""
        self._store = store
        self._answers = answers
        self._telephone = telephone

    async def reply(self, channel: Channel, event: RawEvent) -> Remark:
        """What there is to say to an event, which is stored and understood first. Raises Busy or StoreAway where it cannot be stored."""
        outcome = await self._answers.hear_now(event)
        return Remark(outcome, await self._message(channel, event), self._telephone)

    async def _message(self, channel: Channel, event: RawEvent) -> str:
        """The message about which they were called; empty where nobody was, or our own record of the call is lost."""
        happening = channel.interpret(event)
        if happening is None or happening.answers_ref is None:
            return ""
        async with self._store.snapshot() as tx:
            delivery = await tx.outbox.with_ref(channel.name, happening.answers_ref)
        return delivery.text if delivery is not None else ""
