"""Tests of reading whole files: nothing raises, nothing is dropped."""

from __future__ import annotations

import hashlib
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alertd.reading.limits import Limits
from alertd.reading.reader import read_file
from tests.reading.papers import DOCUMENTS, TODAY, read, read_paper, uncovered

PAPERS = sorted(path.stem for path in DOCUMENTS.glob("*.txt"))
THOROUGH = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("paper", PAPERS)
def test_every_character_has_its_place(paper: str) -> None:
    assert uncovered(read_paper(paper)) == ""


@pytest.mark.parametrize("paper", PAPERS)
def test_spans_quote_what_they_say(paper: str) -> None:
    reading = read_paper(paper)
    for document in reading.documents:
        for directive in document.directives:
            pieces = [directive.deadline, directive.report, *directive.actions]
            assert all(p is None or reading.text[p.span.start : p.span.end] == p.text for p in pieces)
            assert reading.text[directive.span.start : directive.span.end].startswith(directive.text[:20])


@st.composite
def mutated(draw: st.DrawFn) -> str:
    """An invented document with lines cut, repeated, moved and broken."""
    lines = (DOCUMENTS / f"{draw(st.sampled_from(PAPERS))}.txt").read_text(encoding="utf-8").split("\n")
    kept = draw(st.lists(st.sampled_from(lines), max_size=len(lines) + 5))
    start = draw(st.integers(0, len(lines)))
    mixed = draw(st.sampled_from([kept, lines[start:], lines[:start], lines[start:] + lines[:start], lines[:start] + kept]))
    cut = draw(st.integers(0, 200))
    return "\n".join(line[:cut] if draw(st.booleans()) else line for line in mixed)


@given(mutated())
@THOROUGH
def test_every_character_has_its_place_in_damaged_documents_too(text: str) -> None:
    assert uncovered(read(text)) == ""


@given(st.text(alphabet=st.sampled_from("ABCĐđaáàôệ 12/.-:;,()“”\n\t"), max_size=400))
@THOROUGH
def test_any_text_can_be_read(text: str) -> None:
    assert uncovered(read(text)) == ""


def test_a_file_that_cannot_be_read_comes_back_as_a_refusal() -> None:
    reading = read_file(b"", "trong.txt", Limits(), TODAY)
    assert (reading.refused_code, reading.text, reading.documents) == ("empty", "", ())


def test_reading_is_the_same_every_time() -> None:
    content = (DOCUMENTS / "province-flood-telegram.txt").read_bytes()
    first, second = (read_file(content, "a.txt", Limits(), TODAY) for _ in range(2))
    assert first == second
    assert hashlib.sha256(repr(first).encode()).digest() == hashlib.sha256(repr(second).encode()).digest()


def test_a_date_of_issue_after_the_day_of_receipt_is_told() -> None:
    late = read_file((DOCUMENTS / "province-flood-telegram.txt").read_bytes(), "a.txt", Limits(), date(2024, 9, 7))
    assert [p.code for p in late.documents[0].problems] == ["future_date"]
