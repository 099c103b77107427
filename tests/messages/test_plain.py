"""Vietnamese without diacritics is readable on every telephone and never holds a "?" that nobody wrote."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from alertd.messages.plain import without_diacritics


def test_vietnamese_keeps_its_letters_without_their_marks() -> None:
    assert without_diacritics("Đề nghị sơ tán “khẩn cấp” – trước 17 giờ…") == 'De nghi so tan "khan cap" - truoc 17 gio...'


@given(st.text(alphabet=st.characters(blacklist_characters="?")))
def test_whatever_cannot_be_written_is_left_out_and_never_a_question_mark(text: str) -> None:
    plain = without_diacritics(text)
    assert plain.isascii()
    assert "?" not in plain
