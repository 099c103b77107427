"""Hears answers to the self-check, and never takes one for an answer to an order, nor the other way round."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from alertd.model.bodies import Role
from alertd.model.checks import Probe
from alertd.model.notices import MessageKind, Notice
from alertd.model.replies import Meaning, Understanding
from alertd.ports import Clock, Transaction
from alertd.workflow.duty.alerts import Alerts
from alertd.workflow.notices.cases import Origin
from alertd.workflow.notices.codes import codes_in
from alertd.workflow.notices.wording import CHECK_TAP
from alertd.workflow.people.selfcheck import SelfCheck
from alertd.workflow.replies.choosing import asks_to_stop
from alertd.workflow.replies.keeping import draft, keep
from alertd.workflow.replies.responding import Responder


class RollCall:
    """Listens for who is there, inside the transaction of whoever took the answer in."""

    def __init__(
        self, clock: Clock, checks: SelfCheck, understand: Callable[[str], Understanding], alerts: Alerts, responder: Responder
    ) -> None:
        self._clock = clock
        self._checks = checks
        self._understand = understand
        self._alerts = alerts
        self._responder = responder

    async def hear(self, tx: Transaction, origin: Origin) -> str | None:
        """What came of an answer to the self-check; None for an answer to anything else, from which the address is known to work too."""
        happening = origin.happening
        asked = await self._checks.heard(tx, origin.channel.traits.kind, origin.address, happening.words)
        if asks_to_stop(happening.words) or not await self._is_meant(tx, origin, asked):
            return None
        is_tap = bool(happening.data)
        said = Understanding("", Meaning.ACKNOWLEDGED, "bấm nút", closes=False) if is_tap else self._understand(happening.words)
        reply = draft(origin, None, said, "contact_check", self._clock.now())
        needs_person = said.meaning.is_grave or said.meaning in (Meaning.QUESTION, Meaning.NEGATIVE)
        reply = await keep(tx, origin, reply, is_open=needs_person)
        if said.meaning.is_grave:
            await self._alerts.answered(tx, reply, None, None, None)
        await self._responder.present(tx, origin, reply)
        detail = {"reply": reply.id, "channel": reply.channel}
        await tx.audit.add(self._clock.now(), reply.contact or reply.address, "check.answered", f"reply/{reply.id}", detail)
        return "Đã ghi nhận: liên lạc được."

    async def _is_meant(self, tx: Transaction, origin: Origin, asked: Sequence[Probe]) -> bool:
        """Whether the check is answered: by its button, by a reply to its message, or in free words by whoever was asked that alone."""
        happening = origin.happening
        if happening.data:
            return happening.data == CHECK_TAP
        delivery = await tx.outbox.with_ref(origin.channel.name, happening.answers_ref) if happening.answers_ref is not None else None
        if delivery is not None:
            return delivery.kind is MessageKind.CONTACT_CHECK
        if not asked or codes_in(happening.words) or codes_in(happening.answered_words):
            return False
        return not await self._has_an_order(tx, origin)

    async def _has_an_order(self, tx: Transaction, origin: Origin) -> bool:
        """Whether an open order may have reached that address: people answer what came last."""
        bodies = {contact.body for contact in origin.contacts}
        opened = [n for body in sorted(bodies) for n in await tx.dispatches.notices_of_body(body, only_open=True)]
        return any([await _may_have_reached(tx, notice, origin.address) for notice in opened if notice.role is not Role.COPY])


async def _may_have_reached(tx: Transaction, notice: Notice, address: str) -> bool:
    return any(d.address == address and d.state.may_have_arrived for d in await tx.outbox.of_notice(notice.id))
