"""The next route: another channel of the same person, then the next person, then nobody is left and somebody must telephone."""

from __future__ import annotations

from dataclasses import replace

from alertd.model.bodies import Address, Contact
from alertd.model.fallback import Tried, is_exhausted, next_route, tried_by
from alertd.model.notices import DeliveryState, MessageKind
from tests.store.samples import delivery

CHIEF = Contact("a#1", "a", "Chủ tịch", 1, (Address("telegram", "1"), Address("sms", "+1")))
DEPUTY = Contact("a#2", "a", "Phó Chủ tịch", 2, (Address("telegram", "2"),))


def test_the_other_channel_of_the_same_person_comes_first() -> None:
    route = next_route((CHIEF, DEPUTY), [Tried("a#1", "telegram", is_dead=True)])
    assert route is not None
    assert (route.contact, route.channels) == (CHIEF, ("sms",))


def test_nothing_opens_while_another_address_of_the_person_still_stands() -> None:
    tried = [Tried("a#1", "telegram", is_dead=True), Tried("a#1", "sms", is_dead=False)]
    assert next_route((CHIEF, DEPUTY), tried) is None
    assert not is_exhausted((CHIEF, DEPUTY), tried)


def test_the_next_person_is_told_when_every_address_of_the_first_is_dead() -> None:
    tried = [Tried("a#1", "telegram", is_dead=True), Tried("a#1", "sms", is_dead=True)]
    route = next_route((CHIEF, DEPUTY), tried)
    assert route is not None
    assert route.contact == DEPUTY
    assert "Phó Chủ tịch" in route.reason


def test_when_every_address_is_dead_the_body_is_unreachable() -> None:
    tried = [Tried("a#1", "telegram", is_dead=True), Tried("a#1", "sms", is_dead=True), Tried("a#2", "telegram", is_dead=True)]
    assert next_route((CHIEF, DEPUTY), tried) is None
    assert is_exhausted((CHIEF, DEPUTY), tried)


def test_who_has_no_address_that_works_is_no_route() -> None:
    nobody = replace(DEPUTY, addresses=())
    assert next_route((nobody,), []) is None
    assert is_exhausted((nobody,), [])


def test_a_reminder_on_its_way_to_a_telephone_without_receipts_does_not_speak_for_it() -> None:
    first = delivery(contact="a#1", channel="sms", state=DeliveryState.SENT, is_unconfirmed=True)
    reminder = delivery(contact="a#1", channel="sms", kind=MessageKind.REMINDER)
    assert [each.is_dead for each in tried_by([first, reminder])] == [True, True]
    arrived = replace(reminder, state=DeliveryState.DELIVERED)
    assert [each.is_dead for each in tried_by([first, arrived])] == [False, False]


def test_only_what_carries_the_order_and_went_counts_as_tried() -> None:
    receipt = delivery(contact="a#1", kind=MessageKind.RECEIPT)
    cancelled = delivery(contact="a#1", state=DeliveryState.CANCELLED)
    assert tried_by([receipt, cancelled]) == []


def test_the_reason_says_what_came_to_nothing() -> None:
    tried = [Tried("a#1", "telegram", is_dead=True), Tried("a#1", "sms", is_dead=True)]
    route = next_route((CHIEF, DEPUTY), tried, "SMS: không có biên nhận trong thời gian chờ")
    assert route is not None
    assert route.reason == "SMS: không có biên nhận trong thời gian chờ; chuyển sang đầu mối kế tiếp: Phó Chủ tịch"
