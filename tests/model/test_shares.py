"""Every process shares the work out alike, and a silent one is noticed by this process's own ticks alone."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from alertd.model.shares import TIMETABLE, Watch, shared_out

NAMES = st.frozensets(st.sampled_from([*"abcdefgh", TIMETABLE]), max_size=6)


@given(posts=NAMES, workers=NAMES, holders=st.dictionaries(st.sampled_from("abcdefgh"), st.none() | st.sampled_from("abcdefghxyz")))
def test_every_post_has_one_living_keeper_and_nobody_more_than_a_fair_share(
    posts: frozenset[str], workers: frozenset[str], holders: dict[str, str | None]
) -> None:
    kept = shared_out(posts, holders, workers)
    assert kept == shared_out(sorted(posts, reverse=True), holders, sorted(workers, reverse=True))
    assert set(kept) == (posts if workers else set())
    assert set(kept.values()) <= workers
    loads = [list(kept.values()).count(worker) for worker in workers]
    assert max(loads, default=0) <= -(-len(posts) // max(len(workers), 1))


@given(posts=NAMES, workers=NAMES.filter(bool))
def test_what_is_shared_out_fairly_stays_where_it_is(posts: frozenset[str], workers: frozenset[str]) -> None:
    kept = shared_out(posts, {}, workers)
    assert shared_out(posts, kept, workers) == kept


def test_a_newcomer_gets_what_another_has_too_much_of_and_nothing_else_moves() -> None:
    assert shared_out({"sms", "telegram"}, {"sms": "one", "telegram": "one"}, {"one", "two"}) == {"sms": "one", "telegram": "two"}


def test_two_processes_have_a_sender_each_whoever_has_the_timetable() -> None:
    alone = dict.fromkeys(("bot-1", "bot-2", TIMETABLE), "one")
    kept = shared_out(alone.keys(), alone, {"one", "two"})
    assert kept == {"bot-1": "one", "bot-2": "two", TIMETABLE: "one"}
    assert shared_out(alone.keys(), kept, {"one", "two"}) == kept


def test_a_beat_that_stands_still_is_noticed_after_the_time_and_forgiven_when_it_goes_on() -> None:
    watch = Watch(8)
    assert watch.silent({"a": 1, "b": 1}, 0) == frozenset()
    assert watch.silent({"a": 2, "b": 1}, 7.9) == frozenset()
    assert watch.silent({"a": 2, "b": 1}, 8) == {"b"}
    assert watch.silent({"a": 3, "b": 2}, 16) == frozenset()


def test_whoever_was_frozen_itself_first_looks_before_it_takes_others_for_dead() -> None:
    watch = Watch(8)
    watch.silent({"a": 1}, 0)
    assert watch.silent({"a": 500}, 4000) == frozenset()
