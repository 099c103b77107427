"""Judges what an answer may count for, before anything is marked: talk in a group, a yes among several orders, a mere report."""

from __future__ import annotations

from alertd.model.inbox import Happening
from alertd.model.replies import Meaning, Understanding
from alertd.workflow.replies.matching import Match
from alertd.workflow.silence.reports import is_all_quiet


def is_talk(found: Match, happening: Happening, said: Understanding) -> bool:
    """Whether members of a group only talk. A flood that they talk of is for the officer's eyes all the same."""
    is_meant = happening.is_addressed or found.by in ("button", "code", "answered_message")
    return happening.is_group and not is_meant and said.meaning is not Meaning.INCIDENT


def is_doubtful(found: Match, said: Understanding) -> bool:
    """Where several notices are open, a plain "đã nhận" means the one that is unanswered, or with "cả hai" all of them;
    anything else is asked back.
    """
    if found.by == "all_open_notices":
        return said.meaning is not Meaning.ACKNOWLEDGED or not said.closes
    return found.by == "only_open_notice" and bool(found.choices) and said.meaning is not Meaning.ACKNOWLEDGED


def is_mere_report(said: Understanding) -> bool:
    """Whether words that were sent when a report was asked for say nothing of the order itself."""
    is_plain = said.meaning in (Meaning.AMBIGUOUS, Meaning.UNRELATED)
    return is_plain or (said.meaning in (Meaning.CANNOT_COMPLY, Meaning.NEGATIVE) and is_all_quiet(said.text))
