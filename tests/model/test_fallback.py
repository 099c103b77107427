"""The next route: another channel of the same person, then the next person, then nobody is left and somebody must telephone."""

from __future__ import annotations

from alertd.model.bodies import Address, Contact
from alertd.model.fallback import Tried, is_exhausted, next_route

CHIEF = Contact("a#1", "a", "Chủ tịch", 1, (Address("telegram", "1"), Address("sms", "+1")))
DEPUTY = Contact("a#2", "a", "Phó Chủ tịch", 2, (Address("telegram", "2"),))
ALL = frozenset({"telegram", "sms"})


def test_the_other_channel_of_the_same_person_comes_first() -> None:
    route = next_route((CHIEF, DEPUTY), [Tried("a#1", "telegram", is_dead=True)], ALL)
    assert route is not None
    assert (route.contact, route.channels) == (CHIEF, ("sms",))


def test_nothing_opens_while_another_address_of_the_person_still_stands() -> None:
    tried = [Tried("a#1", "telegram", is_dead=True), Tried("a#1", "sms", is_dead=False)]
    assert next_route((CHIEF, DEPUTY), tried, ALL) is None
    assert not is_exhausted((CHIEF, DEPUTY), tried, ALL)


def test_the_next_person_is_told_when_every_address_of_the_first_is_dead() -> None:
    tried = [Tried("a#1", "telegram", is_dead=True), Tried("a#1", "sms", is_dead=True)]
    route = next_route((CHIEF, DEPUTY), tried, ALL)
    assert route is not None
    assert route.contact == DEPUTY
    assert "Phó Chủ tịch" in route.reason


def test_when_every_address_is_dead_the_body_is_unreachable() -> None:
    tried = [Tried("a#1", "telegram", is_dead=True), Tried("a#1", "sms", is_dead=True), Tried("a#2", "telegram", is_dead=True)]
    assert next_route((CHIEF, DEPUTY), tried, ALL) is None
    assert is_exhausted((CHIEF, DEPUTY), tried, ALL)


def test_a_channel_that_cannot_send_is_no_route() -> None:
    assert next_route((DEPUTY,), [], frozenset({"sms"})) is None
    assert is_exhausted((DEPUTY,), [], frozenset({"sms"}))
