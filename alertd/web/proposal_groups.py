"""Gathers proposals that say the same to several bodies, so that an officer reads each order once and checks who gets it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from alertd.model.assignments import Proposal
from alertd.model.bodies import Role
from alertd.model.documents import Reading
from alertd.model.register import Document


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


def grouped(document: Document) -> tuple[Group, ...]:
    """A document's proposals by what they say, in the order in which each first appears."""
    found: dict[tuple[object, ...], list[Proposal]] = {}
    for proposal in document.proposals:
        found.setdefault(_said_by(proposal), []).append(proposal)
    return tuple(_group(members, document.reading) for members in found.values())


def _said_by(proposal: Proposal) -> tuple[object, ...]:
    return (proposal.directive, proposal.actions, proposal.deadline_text, proposal.report, proposal.role is Role.COPY)


def _group(members: Sequence[Proposal], reading: Reading) -> Group:
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
    )
