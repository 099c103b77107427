"""What somebody hears who is on the telephone with us: what was recorded of the key that they pressed, or the message once more."""

from __future__ import annotations

from alertd.errors import Busy, StoreAway
from alertd.logs import EventLog
from alertd.model.inbox import RawEvent
from alertd.ports import Channel, Remark, Store
from alertd.workflow.replies.answers import Answers

log = EventLog(__name__)


class Speaker:
    """Answers at once: a telephone waits for no timetable."""

    def __init__(self, store: Store, answers: Answers, telephone: str) -> None:
        """`telephone` is the duty desk's."""
        self._store = store
        self._answers = answers
        self._telephone = telephone

    async def reply(self, channel: Channel, event: RawEvent) -> Remark:
        """What there is to say to an event, which is stored and understood first. Where it cannot be stored the person is told so: nobody
        can be asked to press the key again later.
        """
        try:
            outcome = await self._answers.hear_now(event)
            return Remark(outcome, await self._message(channel, event), self._telephone)
        except (Busy, StoreAway) as error:
            log.warning("a key could not be stored; whoever pressed it is asked to call", sender=channel.name, reason=str(error))
            return Remark(telephone=self._telephone, is_kept=False)

    async def _message(self, channel: Channel, event: RawEvent) -> str:
        """The message about which they were called; empty where nobody was, or our own record of the call is lost."""
        happening = channel.interpret(event)
        if happening is None or happening.answers_ref is None:
            return ""
        async with self._store.snapshot() as tx:
            delivery = await tx.outbox.with_ref(channel.name, happening.answers_ref)
        return delivery.text if delivery is not None else ""
