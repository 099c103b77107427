"""Nobody guesses a password, and nobody is locked out by one who tries."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from alertd.errors import Busy, Forbidden
from alertd.workflow.people.guesses import AT_ONCE, FROM_EVERYWHERE, GUESSES, REMEMBERED, WAIT, Guesses

NOW = datetime(2023, 7, 17, 2, 0, tzinfo=UTC)
HOME, ELSEWHERE = "198.51.100.7", "203.0.113.9"


def guessed(times: int, address: str = ELSEWHERE) -> Guesses:
    guesses = Guesses()
    for _ in range(times):
        guesses.was_wrong("truc", address, NOW)
    return guesses


def test_a_name_must_wait_where_it_was_guessed_and_nowhere_else() -> None:
    guesses = guessed(GUESSES)
    with pytest.raises(Forbidden):
        guesses.check("truc", ELSEWHERE, NOW)
    guesses.check("truc", HOME, NOW)
    guesses.check("xem", ELSEWHERE, NOW)
    guesses.check("truc", ELSEWHERE, NOW + WAIT)


def test_a_name_that_many_addresses_try_is_open_only_where_it_is_at_home() -> None:
    guesses = Guesses()
    guesses.was_right("truc", HOME, NOW)
    for number in range(FROM_EVERYWHERE):
        guesses.was_wrong("truc", f"192.0.2.{number}", NOW)
    with pytest.raises(Forbidden):
        guesses.check("truc", ELSEWHERE, NOW)
    guesses.check("truc", HOME, NOW)
    guesses.check("truc", ELSEWHERE, NOW + WAIT)


def test_the_right_password_forgives_what_was_tried_from_there() -> None:
    guesses = guessed(GUESSES - 1, HOME)
    guesses.was_right("truc", HOME, NOW)
    guesses.was_wrong("truc", HOME, NOW)
    guesses.check("truc", HOME, NOW)


def test_one_address_has_only_so_many_passwords_checked_at_once() -> None:
    guesses = Guesses()
    under_way = [guesses.one_of(ELSEWHERE) for _ in range(AT_ONCE)]
    for each in under_way:
        each.__enter__()
    with pytest.raises(Busy), guesses.one_of(ELSEWHERE):
        pass
    with guesses.one_of(HOME):
        pass
    under_way[0].__exit__(None, None, None)
    with guesses.one_of(ELSEWHERE):
        pass


def test_a_flood_of_names_makes_the_oldest_forgotten_and_takes_no_memory() -> None:
    guesses = guessed(GUESSES)
    for number in range(REMEMBERED):
        guesses.was_wrong(f"ten-{number}", ELSEWHERE, NOW)
    guesses.check("truc", ELSEWHERE, NOW)
