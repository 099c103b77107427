"""The marks in a document's text."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from alertd.model.documents import Span
from alertd.web.highlight import Mark, marks_of, paragraphs
from tests.web import order

LENGTH = 1500
SPANS = st.tuples(st.integers(0, LENGTH), st.integers(0, LENGTH)).map(lambda ends: Span(min(ends), max(ends)))


@given(st.lists(SPANS, max_size=8), st.lists(SPANS, max_size=6))
def test_no_character_is_lost_or_shown_twice_however_marks_and_paragraphs_lie(marked: list[Span], places: list[Span]) -> None:
    text = "".join(chr(ord("a") + n % 26) for n in range(LENGTH))
    marks = [Mark(f"m{n}", "action", span) for n, span in enumerate(marked)]
    shown = paragraphs(text, places, Span(0, LENGTH), marks)
    expected = [text[place.start : place.end] for place in places or [Span(0, LENGTH)] if place.start < place.end]
    assert ["".join(piece.text for piece in pieces) for pieces in shown] == expected


@given(st.lists(SPANS, min_size=1, max_size=8))
def test_each_mark_covers_exactly_its_words(marked: list[Span]) -> None:
    text = "".join(chr(ord("a") + n % 26) for n in range(LENGTH))
    marks = [Mark(f"m{n}", "action", span) for n, span in enumerate(marked)]
    pieces = paragraphs(text, (), Span(0, LENGTH), marks)[0]
    for mark in marks:
        assert "".join(p.text for p in pieces if mark.name in p.names) == text[mark.span.start : mark.span.end]


def test_only_the_documents_own_part_of_the_file_is_shown() -> None:
    shown = paragraphs("aaaa bbbb cccc", (Span(0, 4), Span(5, 9), Span(10, 14)), Span(5, 9), ())
    assert [[piece.text for piece in pieces] for pieces in shown] == [["bbbb"]]


def test_every_mark_can_be_linked_to() -> None:
    reading = order.reading()
    pieces = [p for paragraph in paragraphs(order.TEXT, (), reading.span, marks_of(reading)) for p in paragraph]
    assert {anchor for piece in pieces for anchor in piece.anchors} == {mark.name for mark in marks_of(reading)}


def test_those_to_whom_the_telegram_goes_are_marked_where_they_stand() -> None:
    reading = replace(order.reading(), to_act_at=(order.place("Chủ tịch UBND các huyện Cao Lộc, Văn Lãng"),))
    pieces = [p for paragraph in paragraphs(order.TEXT, (), reading.span, marks_of(reading)) for p in paragraph]
    assert "".join(p.text for p in pieces if "recipient" in p.kinds) == "Chủ tịch UBND các huyện Cao Lộc, Văn Lãng"
