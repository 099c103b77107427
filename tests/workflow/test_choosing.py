"""Only whole forms choose an order or ask for an end of messages; whatever says more is an answer like any other."""

from __future__ import annotations

import pytest

from alertd.workflow.replies.choosing import asks_to_stop, chosen, is_choice


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        ("2", (2,)),
        ("số 2.", (2,)),
        ("1, 3", (1, 3)),
        ("1 và 2", (1, 2)),
        ("cả ba", (1, 2, 3)),
        ("ca 3 cong dien", (1, 2, 3)),
        ("Tất cả", (1, 2, 3)),
        ("cả hai", ()),
        ("4", ()),
        ("0", ()),
    ],
)
def test_a_choice_names_numbers_that_were_offered(words: str, numbers: tuple[int, ...]) -> None:
    assert is_choice(words)
    assert chosen(words, 3) == numbers


@pytest.mark.parametrize("words", ["2 xong", "45 hộ", "tất cả các hộ đã đi", "1 TD01", "rõ", "", "2" + " " * 80 + "x"])
def test_whatever_says_more_is_no_choice(words: str) -> None:
    assert not is_choice(words)


@pytest.mark.parametrize(
    "words", ["DỪNG", "Stop", "HỦY ĐĂNG KÝ", "huỷ đăng ký", "/stop", "dừng gửi tin", "ngung nhan tin", "không nhận tin nữa", "dung"]
)
def test_stop_words_are_known_in_every_spelling(words: str) -> None:
    assert asks_to_stop(words)


@pytest.mark.parametrize("words", ["đúng", "dừng xe ở ngầm", "HỦY", "HUY CL01", "đang dừng tàu thuyền", "đã dừng thi công"])
def test_other_words_are_no_wish_to_stop(words: str) -> None:
    assert not asks_to_stop(words)
