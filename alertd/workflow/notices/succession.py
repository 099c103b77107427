"""Passes work on from bodies that have ended to whoever is in office on the day on which it is sent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from alertd.clock import day_there
from alertd.directory.directory import Directory
from alertd.model.assignments import Proposal
from alertd.model.bodies import Body, Role
from alertd.workflow.labels import day_label


@dataclass(frozen=True, slots=True)
class Divided:
    """A body that is not in office and whose work several others have taken over: an officer must choose among them."""

    body: Body
    heirs: tuple[Body, ...]
    proposals: tuple[Proposal, ...]
    """Its proposals that were not dropped."""

    @property
    def reason(self) -> str:
        """Why it cannot simply be told."""
        since = f"chỉ có đến {day_label(self.body.valid_to)}" if self.body.valid_to else f"chỉ có từ {day_label(self.body.valid_from)}"
        return f"{self.body.name} {since}; nay có {len(self.heirs)} đơn vị trên địa bàn."


def passed_on(proposals: Sequence[Proposal], directory: Directory, at: datetime) -> tuple[Proposal, ...]:
    """The proposals, those of a body with exactly one successor given to that one, with the reason. What had several
    successors stays as it is.
    """
    today = day_there(at)
    return merged(_passed_on(proposal, directory, today) for proposal in proposals)


def divided(proposals: Sequence[Proposal], directory: Directory, at: datetime) -> tuple[Divided, ...]:
    """The bodies among the proposals for which an officer must choose a successor."""
    today = day_there(at)
    standing: dict[str, list[Proposal]] = {}
    for proposal in proposals:
        if not proposal.is_dropped:
            standing.setdefault(proposal.body, []).append(proposal)
    found = ((body, directory.in_office(body, today), own) for body, own in standing.items())
    return tuple(_divided(body, heirs, own, directory) for body, heirs, own in found if len(heirs) > 1)


def merged(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """One proposal where several give one body the same directive: after a merger it would read its order twice. Whoever is
    ordered to act needs no copy.
    """
    found: dict[object, Proposal] = {}
    for proposal in proposals:
        key = _sameness(proposal)
        found[key] = _both(found[key], proposal) if key in found else proposal
    told = {p.body for p in found.values() if p.role is not Role.COPY and not p.is_dropped}
    return tuple(p for p in found.values() if p.role is not Role.COPY or p.body not in told)


def _sameness(proposal: Proposal) -> object:
    """What two proposals have in common that are one; what was dropped or added by hand is like no other."""
    is_copy = proposal.role is Role.COPY
    if proposal.is_dropped or (proposal.directive is None and not is_copy):
        return proposal.id
    return (proposal.body, proposal.directive, is_copy, proposal.deadline_text, proposal.report)


def _passed_on(proposal: Proposal, directory: Directory, today: date) -> Proposal:
    heirs = directory.in_office(proposal.body, today)
    if proposal.is_dropped or len(heirs) != 1 or heirs[0] == proposal.body:
        return proposal
    old, heir = directory.find_body(proposal.body), directory.find_body(heirs[0])
    if old is None or heir is None:
        return proposal
    since = f", từ {day_label(heir.valid_from)}" if heir.valid_from else ""
    return replace(proposal, body=heir.id, reason=f"{proposal.reason}; nay là {heir.name} (thay {old.name}{since})")


def _divided(body: str, heirs: Sequence[str], own: Sequence[Proposal], directory: Directory) -> Divided:
    known = [found for each in (body, *heirs) if (found := directory.find_body(each)) is not None]
    return Divided(known[0], tuple(known[1:]), tuple(own))


def _both(one: Proposal, other: Proposal) -> Proposal:
    reasons = dict.fromkeys((one.reason, other.reason))
    return replace(
        one,
        role=Role.LEAD if Role.LEAD in (one.role, other.role) else one.role,
        actions=tuple(dict.fromkeys((*one.actions, *other.actions))),
        reason="; ".join(reasons),
        changed_by=one.changed_by or other.changed_by,
    )
