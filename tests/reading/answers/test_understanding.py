"""Tests of what holds for every reply, however it was typed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alertd.reading.answers import understand
from tests.reading.answers.labelled import ANSWERS, labelled

REPLIES = [reply.text for reply in labelled(ANSWERS / "practice.tsv")]
CLOSING = [text for text in REPLIES if understand(text).closes]
# Sentences whose first word is the verb or its marker, so that a negation can be put right before it.
VERB_FIRST = [text for text in CLOSING if text.split()[0].lower() in ("nhận", "đã", "đang", "xong", "rõ", "hoàn", "sơ", "nắm")]
SPACES = st.text(" \t\n\u00a0", max_size=3)
WORDS = "đã nhận rồi chưa không đang làm xong nhưng nếu lũ về vỡ đê cứu 20/45 hộ ? ! . , > : TD01 1 👍 hả ạ gì đâu"
SCRAPS = st.lists(st.sampled_from(WORDS.split()), max_size=12).map(" ".join)


@given(st.text(max_size=200) | SCRAPS)
def test_nothing_that_is_typed_makes_it_fail(text: str) -> None:
    found = understand(text)
    assert found.text == text
    assert found.reason
    assert found.meaning.is_positive or not found.closes


@given(st.sampled_from(REPLIES))
def test_composed_and_decomposed_letters_mean_the_same(text: str) -> None:
    composed, decomposed = (understand(unicodedata.normalize(form, text)) for form in ("NFC", "NFD"))
    assert (composed.meaning, composed.closes) == (decomposed.meaning, decomposed.closes)


@given(st.sampled_from(REPLIES), SPACES, SPACES)
def test_white_space_around_a_reply_changes_nothing(text: str, before: str, after: str) -> None:
    assert understand(before + text + after).meaning is understand(text).meaning


@given(st.sampled_from(CLOSING), st.sampled_from(["ạ", "nhé", "sếp"]))
def test_a_particle_at_the_end_changes_nothing(text: str, particle: str) -> None:
    plain, polite = understand(text), understand(f"{text} {particle}")
    assert (polite.meaning, polite.closes) == (plain.meaning, plain.closes)


@given(st.sampled_from(CLOSING), st.sampled_from(["?", " ?", "??", "?!"]))
def test_a_question_mark_never_stops_the_reminders(text: str, mark: str) -> None:
    assert not understand(text + mark).closes


@given(st.sampled_from(VERB_FIRST), st.sampled_from(["chưa", "không", "k", "ko", "chưa hề", "hông"]))
def test_a_negation_before_the_verb_never_stops_the_reminders(text: str, negation: str) -> None:
    assert not understand(f"{negation} {text}").closes
    assert not understand(f"em {negation} {text}").closes


@given(
    st.sampled_from(CLOSING),
    st.sampled_from(
        ["nhưng chưa đi được", "mà không có xe", ", nếu có xe", "hả anh", "thế nào ạ", "chưa ạ", "hay là thôi", ", mai làm", "vỡ đê rồi"]
    ),
)
def test_a_doubt_after_an_acceptance_never_stops_the_reminders(text: str, doubt: str) -> None:
    assert not understand(f"{text} {doubt}").closes


@pytest.mark.parametrize(
    "piece", ["a", "đã ", "hết đã ", "không ", "(", "a.", ">", "chưa không đâu gì ", "1/", '"', "đang cho đi ", "nha65n", "trả lời "]
)
def test_a_very_long_reply_is_cut_rather_than_waited_for(piece: str) -> None:
    assert understand(piece * 5000).reason
