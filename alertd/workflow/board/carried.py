"""Keeps what a body said of a corrected order before an officer until somebody has dealt with it: a correction ends no danger."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from alertd.model.notices import Dispatch, Notice
from alertd.model.replies import Reply
from alertd.ports import Transaction
from alertd.workflow.board.pressing import unsettled


async def carried_over(tx: Transaction, dispatch: Dispatch, notices: Sequence[Notice]) -> Mapping[int, Sequence[Reply]]:
    """Danger and refusals that wait since the releases that this one corrects, by the notice that the same body has now."""
    present = {notice.body: notice.id for notice in notices}
    carried: dict[int, list[Reply]] = defaultdict(list)
    corrects = dispatch.corrects
    while corrects is not None:
        successors = {notice.id: present.get(notice.body) for notice in await tx.dispatches.notices(corrects)}
        for reply in unsettled(await tx.replies.of_dispatch(corrects)):
            successor = successors.get(reply.notice) if reply.notice else None
            if reply.meaning.is_grave and successor:
                carried[successor].append(reply)
        earlier = await tx.dispatches.get(corrects)
        corrects = earlier.corrects if earlier else None
    return carried
