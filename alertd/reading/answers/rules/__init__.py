"""Decides what a reply means by rules in order: danger first, refusal next, and acceptance only when nothing speaks against it."""

from __future__ import annotations

from alertd.reading.answers.message import Message
from alertd.reading.answers.rules.accepting import accepts
from alertd.reading.answers.rules.danger import is_hindered, reports_danger
from alertd.reading.answers.rules.doubting import DOUBTS
from alertd.reading.answers.rules.elsewhere import is_automatic, is_off_topic, is_small_talk
from alertd.reading.answers.rules.finding import Finding, Rule
from alertd.reading.answers.rules.nothing import is_one_letter, is_unclear, says_nothing
from alertd.reading.answers.rules.objecting import cannot_comply, is_negative

RULES: tuple[Rule, ...] = (
    says_nothing,
    is_one_letter,
    reports_danger,
    is_automatic,
    is_off_topic,
    cannot_comply,
    is_negative,
    is_hindered,
    *DOUBTS,
    accepts,
    is_small_talk,
)


def decide(message: Message) -> Finding:
    """The finding of the first rule that has one."""
    return next((found for rule in RULES if (found := rule(message)) is not None), is_unclear(message))
