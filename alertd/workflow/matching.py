"""Finds the notice that a reply answers: by button, answered message, code, or as the only one that is open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from alertd.messages.plain import without_diacritics
from alertd.model.bodies import Contact
from alertd.model.inbox import Happening
from alertd.model.notices import Notice
from alertd.model.replies import Meaning
from alertd.ports import Transaction
from alertd.workflow.codes import codes_in
from alertd.workflow.wording import DIGITS, tapped

_BY_DIGIT = re.compile(r"^\W*([1-4])\W{0,3}([A-Za-z]{2,4}\d{2,6})\W*$")
_TAKE_BACK = re.compile(r"^\W*(?:huy|thu hoi|rut lai)\b\W*([a-z]{2,4}\d{2,6})?\W*$")


@dataclass(frozen=True, slots=True)
class Match:
    """What a happening answers, before it is known what it means."""

    notice: Notice | None
    by: str
    """`button`, `answered_message`, `code`, `only_open_notice` or `none`."""
    meaning: Meaning | None = None
    """Where form alone decides: a button, or a digit with a code."""
    takes_back: bool = False
    choices: tuple[Notice, ...] = ()
    """The open notices among which the sender must choose, where there are several."""


async def match(tx: Transaction, happening: Happening, sender: str, contacts: Sequence[Contact]) -> Match:
    """The notice that the happening answers. Only notices to bodies that the sender answers for come into question."""
    bodies = {contact.body for contact in contacts}
    tap = tapped(happening.data) if happening.data else None
    if tap is not None:
        return Match(_own(await tx.dispatches.notice_with_code(tap[0]), bodies), "button", tap[1])
    digit = _BY_DIGIT.match(happening.words)
    meaning = DIGITS[digit.group(1)] if digit else None
    takes_back = bool(_TAKE_BACK.match(without_diacritics(happening.words).lower()))
    for code in codes_in(happening.words):
        notice = _own(await tx.dispatches.notice_with_code(code), bodies)
        if notice is not None:
            return Match(notice, "code", meaning, takes_back)
    answered = await _answered(tx, happening, sender)
    if answered is not None and _own(answered, bodies):
        return Match(answered, "answered_message", None, takes_back)
    return await _only_open(tx, bodies, takes_back=takes_back)


async def _answered(tx: Transaction, happening: Happening, sender: str) -> Notice | None:
    if happening.answers_ref is None:
        return None
    delivery = await tx.outbox.with_ref(sender, happening.answers_ref)
    return await tx.dispatches.notice(delivery.notice) if delivery and delivery.notice is not None else None


async def _only_open(tx: Transaction, bodies: set[str], *, takes_back: bool) -> Match:
    found = [n for body in sorted(bodies) for n in await tx.dispatches.notices_of_body(body, only_open=True) if n.role != "copy"]
    waiting = [n for n in found if n.acknowledged_at is None]
    if len(found) == 1:
        return Match(found[0], "only_open_notice", None, takes_back)
    if len(waiting) == 1 and not takes_back:
        return Match(waiting[0], "only_open_notice", None, choices=tuple(found))
    return Match(None, "none", None, takes_back, tuple(found))


def _own(notice: Notice | None, bodies: set[str]) -> Notice | None:
    """The notice, if it went to a body that the sender answers for: nobody acknowledges for strangers."""
    return notice if notice is not None and notice.body in bodies else None
