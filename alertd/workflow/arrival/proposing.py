"""Proposes from a reading who is to be given what: the officer corrects and releases it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from alertd.directory.directory import Directory
from alertd.model.assignments import Proposal
from alertd.model.bodies import Resolution, ResolvedBody, Role
from alertd.model.documents import Directive, Reading
from alertd.workflow.notices.deadlines import only_moment


def propose(reading: Reading, resolutions: Sequence[Resolution], directory: Directory, on: date) -> tuple[Proposal, ...]:
    """The assignments that the document's directives make, and a copy for whoever stands under "Nơi nhận" only.

    Nothing is proposed from a document that is no emergency: it is read and kept, never offered for release.
    """
    if not reading.is_emergency:
        return ()
    orders = [p for index, (d, r) in enumerate(zip(reading.directives, resolutions, strict=True)) for p in _of_directive(index, d, r)]
    told = {proposal.body for proposal in orders}
    copies, _ = directory.resolve_names(reading.copies, on)
    return (*orders, *(_copy(body) for body in copies if body.id not in told))


def _of_directive(index: int, directive: Directive, resolution: Resolution) -> Iterator[Proposal]:
    for body in resolution.bodies:
        falling = zip(directive.actions, resolution.actions, strict=True)
        clauses = tuple(action.text for action, bodies in falling if body.id in bodies)
        if clauses or not directive.actions:
            yield Proposal(
                id=f"{index}/{body.id}",
                body=body.id,
                role=body.role,
                directive=index,
                actions=clauses or (directive.text,),
                deadline_text=directive.deadline.text if directive.deadline else "",
                deadline_at=only_moment(directive.deadline),
                report=directive.report.text if directive.report else "",
                reason=body.reason,
            )


def _copy(body: ResolvedBody) -> Proposal:
    return Proposal(f"copy/{body.id}", body.id, Role.COPY, None, (), "", None, "", body.reason)
