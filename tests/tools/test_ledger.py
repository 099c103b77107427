"""The ledger of the torture harness finds what got lost, what came twice and what cannot be explained."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from alertd.model.notices import DeliveryState as V
from alertd.model.notices import MessageKind
from tests.fakes.clock import MORNING
from tools.torture.books import Books, Entry, Line, Told
from tools.torture.ledger import Order, Verdict, judge
from tools.torture.telephones import Received

SENT = (V.QUEUED, V.SENDING, V.SENT)
REPEATED = (V.QUEUED, V.SENDING, V.UNKNOWN, V.QUEUED, V.SENDING, V.SENT)
CAME = Received("7", "Trực 24/24")
REPEAT = Received("7", "(gửi lại) Trực 24/24")


def entry(*states: V, kind: MessageKind = MessageKind.NEW_DIRECTIVES, **changes: object) -> Entry:
    """A message to one body, with that history, a minute a step."""
    history = tuple(Line(state, MORNING + timedelta(minutes=n)) for n, state in enumerate(states))
    plain = Entry(1, 1, 1, kind, "xa-mot", "7", "Trực 24/24", states[-1], "vì thế", V.UNKNOWN in states, history)
    return replace(plain, **changes)  # type: ignore[arg-type]  # the tests name fields of Entry


def verdict(*received: Received, books: tuple[Entry, ...], told: Told | None = None, tapped: tuple[str, ...] = ()) -> Verdict:
    order = Order(1, frozenset({"xa-mot"}))
    return judge([order], received, set(tapped), Books(books, {1: told} if told else {}))


def test_a_message_that_came_once_and_is_written_so_is_in_order() -> None:
    assert verdict(CAME, books=(entry(*SENT),)) == Verdict()


def test_a_body_for_which_nothing_was_written_is_lost() -> None:
    assert verdict(books=()).lost == ["dispatch 1: nothing was written for xa-mot"]


def test_what_is_written_as_sent_and_never_came_is_lost() -> None:
    assert len(verdict(books=(entry(*SENT),)).lost) == 1


def test_what_still_waits_at_the_end_is_lost_and_what_was_called_off_for_a_reason_is_not() -> None:
    assert len(verdict(books=(entry(V.QUEUED),)).lost) == 1
    assert verdict(books=(entry(V.QUEUED, V.CANCELLED),)).lost == []
    assert len(verdict(books=(entry(V.QUEUED, V.CANCELLED, reason=""),)).lost) == 1


def test_an_answer_that_nobody_noted_is_lost() -> None:
    told = Told(1, "xa-mot", "XM7K", None, 0)
    assert verdict(CAME, books=(entry(*SENT),), told=told, tapped=("XM7K",)).lost == ["the answer to XM7K was not heard"]


def test_a_repeat_that_says_so_is_a_duplicate_and_explained() -> None:
    assert verdict(CAME, REPEAT, books=(entry(*REPEATED),)) == Verdict(duplicates=1)


def test_a_repeat_alone_is_none() -> None:
    assert verdict(REPEAT, books=(entry(*REPEATED),)) == Verdict()


def test_a_repeat_that_does_not_say_so_cannot_be_explained() -> None:
    found = verdict(CAME, CAME, books=(entry(*REPEATED),))
    assert (found.duplicates, len(found.unexplained)) == (1, 1)


def test_more_copies_than_the_history_knows_of_cannot_be_explained() -> None:
    assert len(verdict(CAME, REPEAT, REPEAT, books=(entry(*REPEATED),)).unexplained) == 1


def test_what_stands_nowhere_cannot_be_explained() -> None:
    assert len(verdict(CAME, Received("8", "gì đó"), books=(entry(*SENT),)).unexplained) == 1


def test_a_state_without_its_line_and_a_move_that_does_not_exist_cannot_be_explained() -> None:
    assert len(verdict(CAME, books=(entry(*SENT, state=V.FAILED),)).unexplained) == 1
    assert len(verdict(CAME, books=(entry(V.QUEUED, V.SENDING, V.SENT, V.SENDING, V.SENT),)).unexplained) == 1


def test_a_reminder_that_was_begun_after_the_answer_cannot_be_explained() -> None:
    reminder = entry(*SENT, kind=MessageKind.REMINDER)
    for minutes, riddles in ((0.5, 1), (1.5, 0)):
        told = Told(1, "xa-mot", "XM7K", MORNING + timedelta(minutes=minutes), 1)
        assert len(verdict(CAME, books=(reminder,), told=told).unexplained) == riddles


def test_one_answer_that_was_kept_twice_cannot_be_explained() -> None:
    told = Told(1, "xa-mot", "XM7K", MORNING, 2)
    assert verdict(CAME, books=(entry(*SENT),), told=told, tapped=("XM7K",)).unexplained == ["one answer to XM7K was kept 2 times"]
