"""Finds the notices that a reply answers: by button, code or answered message, or as the only ones that are open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from alertd.messages.plain import without_diacritics
from alertd.model.bodies import Contact, Role
from alertd.model.inbox import Happening
from alertd.model.notices import Notice
from alertd.model.replies import Meaning
from alertd.ports import Transaction
from alertd.workflow.notices.codes import IN_TEXT, codes_alone, codes_in
from alertd.workflow.notices.wording import DIGITS, tapped

LATE = timedelta(hours=24)
"""How long after an order has run out words without a code are still taken for an answer to it."""
_CODE = r"[A-Za-z]{2,4}\W{0,2}[\dOo]{1,6}"
_BY_DIGIT = re.compile(rf"^\W*(?:([1-4])\W{{0,3}}{_CODE}|{_CODE}\W{{1,3}}([1-4]))\W*$")
_TAKE_BACK = re.compile(r"^\W*(?:huy|thu hoi|rut lai)\b(?:\W*[a-z]{2,4}\W?[\do]{1,6})*+\W*$")
"""What was read as a code is never cut another way: else a row of o's, letter and digit at once, could be cut in millions of ways."""
_ALL = re.compile(r"\b(?:ca (hai|ba|bon|nam|\d)|tat ca)\b(?: (?:deu|cong dien|van ban|noi dung|tin|cai))*")
_HOW_MANY = {"hai": 2, "ba": 3, "bon": 4, "nam": 5}


@dataclass(frozen=True, slots=True)
class Match:
    """What a happening answers, before it is known what it means."""

    notices: tuple[Notice, ...]
    by: str
    """`button`, `code`, `answered_message`, `only_open_notice`, `all_open_notices` or `none`."""
    meaning: Meaning | None = None
    """Where form alone decides: a button, or a digit with a code."""
    takes_back: bool = False
    choices: tuple[Notice, ...] = ()
    """The open notices among which the sender must choose, where there are several."""
    words: str = ""
    """The words that tell the meaning: without "cả hai" and the like, where they told the notices."""
    task: int | None = None
    """The number of the only task that it is about, where form alone decides."""
    is_foreign: bool = False
    """Whether the sender named the code of a body that somebody else answers for."""


async def match(tx: Transaction, happening: Happening, sender: str, contacts: Sequence[Contact], now: datetime) -> Match:
    """The notices that the happening answers. Only notices to bodies that the sender answers for come into question."""
    bodies = {contact.body for contact in contacts}
    tap = tapped(happening.data) if happening.data else None
    if tap is not None:
        return Match(_own([await tx.dispatches.notice_with_code(tap.code)], bodies), "button", tap.meaning, task=tap.task)
    digit = _BY_DIGIT.match(happening.words)
    meaning = DIGITS[digit.group(1) or digit.group(2)] if digit else None
    back = takes_back(happening.words)
    named = [await tx.dispatches.notice_with_code(code) for code in dict.fromkeys(codes_in(happening.words))]
    alone = [await tx.dispatches.notice_with_code(code) for code in codes_alone(happening.words)] if not any(named) else []
    if own := _own([*named, *alone], bodies):
        return Match(own, "code", meaning, back, words=happening.words)
    if answered := _own(await _answered(tx, happening, sender, bodies), bodies):
        return Match(answered, "answered_message", None, back, words=happening.words)
    is_foreign = any(notice is not None for notice in named)
    return await _open(tx, happening.words, bodies, now - LATE, takes_back=back, is_foreign=is_foreign)


def takes_back(words: str) -> bool:
    """Whether somebody takes an answer back, in whatever form."""
    return bool(_TAKE_BACK.match(without_diacritics(words).lower()))


async def _answered(tx: Transaction, happening: Happening, sender: str, bodies: set[str]) -> list[Notice | None]:
    """The notice of the message that was answered, also of our answer to an answer. People answer faster than we can write down
    the reference of what we have sent; then the code in the message tells.
    """
    delivery = await tx.outbox.with_ref(sender, happening.answers_ref) if happening.answers_ref is not None else None
    if delivery is None:
        return [await tx.dispatches.notice_with_code(code) for code in codes_in(happening.answered_words)]
    if delivery.notice is not None:
        return [await tx.dispatches.notice(delivery.notice)]
    if delivery.dispatch is not None and delivery.body in bodies:
        return [notice for notice in await tx.dispatches.notices(delivery.dispatch) if notice.body == delivery.body]
    return []


async def _open(tx: Transaction, words: str, bodies: set[str], since: datetime, *, takes_back: bool, is_foreign: bool) -> Match:
    """The open notice, where there is one; all of them, where the sender says so; else the choice. Where none is open, one that has run
    out since then and was never answered counts as such: the desk has just been told to telephone about it.
    """
    found = [n for body in sorted(bodies) for n in await tx.dispatches.notices_of_body(body, only_open=True) if n.role is not Role.COPY]
    if not found:
        over = [n for body in sorted(bodies) for n in await tx.dispatches.notices_run_out(body, since)]
        found = [n for n in over if n.role is not Role.COPY and n.acknowledged_at is None]
    choices = tuple(sorted(found, key=lambda notice: notice.id))
    if is_foreign:
        return Match((), "none", None, takes_back, choices, words, is_foreign=True)
    if len(choices) == 1:
        return Match(choices, "only_open_notice", None, takes_back, words=words)
    counted = how_many(words, len(choices))
    if counted is not None and choices:
        return Match(choices, "all_open_notices", None, takes_back, choices, counted)
    waiting = tuple(notice for notice in choices if notice.acknowledged_at is None)
    if len(waiting) == 1 and not takes_back:
        return Match(waiting, "only_open_notice", None, choices=choices, words=words)
    return Match((), "none", None, takes_back, choices, words)


def how_many(words: str, there_are: int) -> str | None:
    """The words without "cả hai", "tất cả" and the like, where these mean as many as there are; else None."""
    folded = without_diacritics(words).lower()
    said = _ALL.search(folded)
    if said is None or len(folded) != len(words):
        return None
    number = said.group(1)
    if number is not None and (_HOW_MANY.get(number) or int(number)) != there_are:
        return None
    return f"{words[: said.start()].rstrip()} {words[said.end() :].lstrip()}".strip()


def without_codes(words: str) -> str:
    """The words without what looks like a code."""
    return IN_TEXT.sub(" ", words).strip()


def _own(notices: Sequence[Notice | None], bodies: set[str]) -> tuple[Notice, ...]:
    """Those that went to a body that the sender answers for: nobody acknowledges for strangers."""
    return tuple(notice for notice in notices if notice is not None and notice.body in bodies)
