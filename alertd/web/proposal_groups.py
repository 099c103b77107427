"""Gathers proposals that say the same to several bodies, so that an officer reads each order once and checks who gets it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from alertd.model.assignments import Proposal
from alertd.model.bodies import Role
from alertd.model.documents import Reading
from alertd.model.register import Document
from alertd.workflow.notices.deadlines import understood_label

_BETWEEN_WAYS = re.compile(r"; (?=“)")


@dataclass(frozen=True, slots=True)
class Group:
    """The same work for one or more bodies."""

    directive: int | None
    actions: tuple[str, ...]
    deadline_text: str
    report: str
    is_copy: bool
    is_reworded: bool
    """Whether it says other than all the clauses of its directive: some of them, or an officer's words."""
    members: tuple[Proposal, ...]
    due: str = ""
    """What the words of its deadline are taken to mean."""
    ways: tuple[tuple[str, int], ...] = ()
    """How its members were found, in an officer's words, and how many each way found."""


def grouped(document: Document, now: datetime) -> tuple[Group, ...]:
    """A document's proposals by what they say, in the order in which each first appears."""
    found: dict[tuple[object, ...], list[Proposal]] = {}
    for proposal in document.proposals:
        found.setdefault(_said_by(proposal), []).append(proposal)
    return tuple(_group(members, document.reading, now) for members in found.values())


def _said_by(proposal: Proposal) -> tuple[object, ...]:
    return (proposal.directive, proposal.actions, proposal.deadline_text, proposal.report, proposal.role is Role.COPY)


def _group(members: Sequence[Proposal], reading: Reading, now: datetime) -> Group:
    first = members[0]
    clauses = tuple(action.text for action in reading.directives[first.directive].actions) if first.directive is not None else ()
    return Group(
        directive=first.directive,
        actions=first.actions,
        deadline_text=first.deadline_text,
        report=first.report,
        is_copy=first.role is Role.COPY,
        is_reworded=first.directive is not None and first.actions != clauses,
        members=tuple(members),
        due=understood_label(first, reading, now),
        ways=tuple(Counter(way for proposal in members for way in ways_of(proposal.reason)).items()),
    )


def ways_of(reason: str) -> tuple[str, ...]:
    """The ways in a proposal's reason without the body at their end: "“các sở” → nhóm “các sở”" of "“các sở” → nhóm “các sở” → Sở Y tế"."""
    ways = (way.rpartition(" → ")[0] for way in _BETWEEN_WAYS.split(reason))
    return tuple(dict.fromkeys(way for way in ways if way))
