"""An officer's corrections change exactly what they name; nothing that was added before is lost."""

from __future__ import annotations

from alertd.model.assignments import Proposal
from alertd.model.bodies import Role
from alertd.workflow.dispatch.amending import Change, changed
from tests.fakes.town import handbook
from tests.web import order

COPY = Proposal("copy/x", order.NEWS, Role.COPY, None, (), "", None, "", "có tên ở “Nơi nhận”")


def test_two_tasks_that_are_added_one_after_the_other_both_stay_though_a_copy_falls_away_in_between() -> None:
    proposals: tuple[Proposal, ...] = (COPY,)
    for task in ("gác ngầm tràn", "chuẩn bị xuồng", "đưa tin cảnh báo"):
        added = Change(body=order.NEWS, actions=(task,))
        proposals = changed(proposals, [added], "truc", handbook().directory, order.reading())
    assert [proposal.actions for proposal in proposals] == [("gác ngầm tràn",), ("chuẩn bị xuồng",), ("đưa tin cảnh báo",)]
    assert len({proposal.id for proposal in proposals}) == 3
