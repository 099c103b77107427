"""The tables of states: complete, and an unknown move is an error."""

from __future__ import annotations

import pytest

from alertd.errors import Refused
from alertd.model.assignments import AssignmentState
from alertd.model.documents import DocumentState
from alertd.model.lifecycles import ASSIGNMENT, DELIVERY, DISPATCH, DOCUMENT, can_move, move
from alertd.model.notices import DeliveryState, DispatchState


def test_every_state_has_its_row() -> None:
    assert set(DOCUMENT) == set(DocumentState)
    assert set(ASSIGNMENT) == set(AssignmentState)
    assert set(DELIVERY) == set(DeliveryState)
    assert set(DISPATCH) == set(DispatchState)


def test_an_unknown_move_is_refused_with_a_sentence() -> None:
    with pytest.raises(Refused) as caught:
        move(DOCUMENT, DocumentState.REJECTED, DocumentState.APPROVED)
    assert caught.value.code == "wrong_state"


def test_people_may_answer_before_the_receipt_and_done_without_received() -> None:
    assert can_move(ASSIGNMENT, AssignmentState.PENDING, AssignmentState.DONE)


def test_a_receipt_never_acknowledges() -> None:
    assert not {str(state) for state in DeliveryState} & {"acknowledged", "done"}


def test_what_is_withdrawn_stays_withdrawn() -> None:
    assert not ASSIGNMENT[AssignmentState.WITHDRAWN]
