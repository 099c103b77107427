"""A long text is cut where a reader would cut it, and nothing of it is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from alertd.messages.splitting import split


def test_a_text_that_fits_stays_whole() -> None:
    assert split("Một câu ngắn.", lambda text: len(text) <= 100) == ("Một câu ngắn.",)


def test_a_long_text_is_cut_between_paragraphs_before_sentences() -> None:
    pieces = split("Đoạn một. Câu hai.\n\nĐoạn hai dài hơn một chút.", lambda text: len(text) <= 30)
    assert pieces == ("Đoạn một. Câu hai.", "Đoạn hai dài hơn một chút.")


def test_a_long_sentence_is_cut_at_its_semicolons() -> None:
    pieces = split("rà soát các hộ dân; bố trí lực lượng; cấm đường", lambda text: len(text) <= 25)
    assert pieces == ("rà soát các hộ dân;", "bố trí lực lượng;", "cấm đường")


def test_a_word_longer_than_a_message_is_still_sent() -> None:
    assert "".join(split("a" * 100, lambda text: len(text) <= 30)) == "a" * 100


@given(st.text(alphabet="ab; .\n\u00e2", max_size=300), st.integers(min_value=5, max_value=60))
def test_nothing_is_lost_but_white_space_and_every_piece_fits(text: str, limit: int) -> None:
    pieces = split(text, lambda piece: len(piece) <= limit)
    assert "".join("".join(pieces).split()) == "".join(text.split())
    assert all(0 < len(piece) <= limit for piece in pieces)
