"""Applies an officer's corrections to the proposals of a document: change, drop, add, place an unknown name, choose a successor."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import TypeVar

from alertd.directory.directory import Directory
from alertd.errors import Invalid
from alertd.model.assignments import Proposal
from alertd.model.bodies import Resolution, Role
from alertd.model.documents import Directive, Reading
from alertd.model.lengths import check_task
from alertd.workflow.notices.deadlines import moment_in, only_moment
from alertd.workflow.notices.succession import merged

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Change:
    """One correction of the proposals. What is None stays as it is; without `proposal` it adds one for each of its bodies."""

    proposal: str | None = None
    body: str | None = None
    role: Role | None = None
    actions: tuple[str, ...] | None = None
    deadline_text: str | None = None
    report: str | None = None
    is_dropped: bool | None = None
    directive: int | None = None
    """For an added one: the index of the directive that it carries out, whose clauses, deadline and report it takes unless given."""
    bodies: tuple[str, ...] = ()
    """For an added one: several bodies instead of one. For a known one: those to which it is given instead, and it is dropped."""
    places: str | None = None
    """The name in the directive that nobody could place and that is settled by this; without a body it is settled as nobody's."""


def changed(
    proposals: Sequence[Proposal], changes: Sequence[Change], by: str, directory: Directory, reading: Reading
) -> tuple[Proposal, ...]:
    """The proposals after the changes. Raises Invalid naming the first that cannot be made."""
    result = {proposal.id: proposal for proposal in proposals}
    for change in changes:
        for body in (*change.bodies, *((change.body,) if change.body is not None else ())):
            if directory.find_body(body) is None:
                raise Invalid("no_body", f"Danh bạ không có đơn vị “{body}”.")
        if change.proposal is not None and change.proposal not in result:
            raise Invalid("no_proposal", f"Văn bản không có nhiệm vụ “{change.proposal}”.")
        result.update((proposal.id, proposal) for proposal in list(_made(change, result, by, directory, reading)))
    return merged(result.values())


def placed(resolutions: Sequence[Resolution], changes: Iterable[Change]) -> tuple[Resolution, ...]:
    """The resolutions without the names that the changes settle: all others stay open."""
    settled = {(change.directive, change.places) for change in changes if change.places is not None}
    return tuple(_without(r, {name for index, name in settled if index == number}) for number, r in enumerate(resolutions))


def _without(resolution: Resolution, names: set[str | None]) -> Resolution:
    if not names:
        return resolution
    return replace(
        resolution,
        unresolved=tuple(name for name in resolution.unresolved if name not in names),
        suggestions=tuple(s for s in resolution.suggestions if not any(s.startswith(f"“{name}”") for name in names)),
        candidates=tuple(c for c in resolution.candidates if c.name not in names),
    )


def _made(change: Change, result: dict[str, Proposal], by: str, directory: Directory, reading: Reading) -> Iterator[Proposal]:
    """What the change makes of the proposal that it names, or adds."""
    if change.proposal is not None and change.bodies:
        yield from _given_instead(result[change.proposal], change.bodies, by, directory)
    elif change.proposal is not None:
        yield _applied(result[change.proposal], change, by, reading)
    elif change.places is None or change.body is not None or change.bodies:
        for body in change.bodies or (change.body,):
            yield _applied(_added(change, body, _free(result, body), reading), replace(change, body=body, bodies=()), by, reading)


def _free(result: Mapping[str, Proposal], body: str | None) -> str:
    """An id that no proposal bears: they may have become fewer since the last was added."""
    return next(free for number in count(len(result)) if (free := f"added/{number}/{body}") not in result)


def _given_instead(proposal: Proposal, bodies: Sequence[str], by: str, directory: Directory) -> Iterator[Proposal]:
    yield replace(proposal, is_dropped=True, changed_by=by)
    old = directory.find_body(proposal.body)
    for body in bodies:
        reason = f"{proposal.reason}; {by} chọn thay {old.name if old else proposal.body}"
        yield replace(proposal, id=f"{proposal.id}>{body}", body=body, reason=reason, is_dropped=False, changed_by=by)


def _added(change: Change, body: str | None, proposal_id: str, reading: Reading) -> Proposal:
    """A new proposal; one for a directive begins as that directive says."""
    directive = _directive(change.directive, reading)
    if body is None or not (change.actions or directive or change.role is Role.COPY):
        raise Invalid("incomplete", "Nhiệm vụ thêm mới cần có đơn vị và nội dung.")
    reason = f"cán bộ trực xác định “{change.places}”" if change.places else "cán bộ trực thêm"
    plain = Proposal(proposal_id, body, Role.LEAD, change.directive, (), "", None, "", reason)
    if directive is None:
        return plain
    return replace(
        plain,
        actions=_clauses(directive, change.places),
        deadline_text=directive.deadline.text if directive.deadline else "",
        deadline_at=only_moment(directive.deadline),
        report=directive.report.text if directive.report else "",
    )


def _directive(index: int | None, reading: Reading) -> Directive | None:
    if index is None:
        return None
    if not 0 <= index < len(reading.directives):
        raise Invalid("no_directive", f"Văn bản không có nội dung chỉ đạo thứ {index + 1}.")
    return reading.directives[index]


def _clauses(directive: Directive, name: str | None) -> tuple[str, ...]:
    """All clauses of the directive, or the one that nobody could be found for."""
    clauses = tuple(action.text for action in directive.actions) or (directive.text,)
    return (name,) if name in clauses else clauses


def _applied(proposal: Proposal, change: Change, by: str, reading: Reading) -> Proposal:
    if change.actions is not None and not any(action.strip() for action in change.actions):
        raise Invalid("incomplete", "Nội dung nhiệm vụ không được để trống.")
    deadline_text = _given(change.deadline_text, proposal.deadline_text)
    check_task(*_typed(change, proposal))
    return replace(
        proposal,
        body=_given(change.body, proposal.body),
        role=_given(change.role, proposal.role),
        actions=_given(change.actions, proposal.actions),
        deadline_text=deadline_text,
        deadline_at=proposal.deadline_at if deadline_text == proposal.deadline_text else moment_in(deadline_text, reading.issued_on),
        report=_given(change.report, proposal.report),
        is_dropped=_given(change.is_dropped, proposal.is_dropped),
        changed_by=by,
    )


def _typed(change: Change, proposal: Proposal) -> tuple[tuple[str, ...], str, str]:
    """What an officer wrote anew of a task; what stands as it was read may be longer than anybody would type."""
    actions = () if change.actions is None or change.actions == proposal.actions else change.actions
    deadline_text = "" if change.deadline_text is None or change.deadline_text == proposal.deadline_text else change.deadline_text
    report = "" if change.report is None or change.report == proposal.report else change.report
    return actions, deadline_text, report


def _given(new: T | None, old: T) -> T:
    return old if new is None else new
