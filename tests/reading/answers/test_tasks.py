"""An answer may speak of single tasks by their numbers; a number that counts anything else names no task."""

from __future__ import annotations

from functools import cache, partial

import pytest

from alertd.config import load_settings
from alertd.model.replies import Understanding
from alertd.reading.answers import load_lexicon, understand
from alertd.reading.answers.tasks import task_answers


@cache
def reader() -> partial[Understanding]:
    return partial(understand, lexicon=load_lexicon(load_settings().contacts.path / "lexicon"))


def said(words: str) -> dict[tuple[int, ...], str] | None:
    answers = task_answers(words, reader())
    return None if answers is None else {answer.tasks: answer.said.meaning.value for answer in answers}


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2 xong", {(2,): "done"}),
        ("2 đang làm", {(2,): "in_progress"}),
        ("1,3 xong", {(1, 3): "done"}),
        ("1 và 2 đã xong rồi ạ", {(1, 2): "done"}),
        ("xong việc 2", {(2,): "done"}),
        ("viec 1,3 xong", {(1, 3): "done"}),
        ("Việc 1 xong, việc 2 đang triển khai", {(1,): "done", (2,): "in_progress"}),
        ("xong việc 1, đang làm việc 2", {(1,): "done", (2,): "in_progress"}),
        ("đã nhận, việc 2 xong", {(2,): "done"}),
        ("việc 1, việc 2 xong", {(1, 2): "done"}),
        ("nội dung 2 chưa xong", {(2,): "negative"}),
        ("việc 2 không thực hiện được", {(2,): "cannot_comply"}),
    ],
)
def test_tasks_are_named_before_or_after_what_is_said_of_them(words: str, expected: dict[tuple[int, ...], str]) -> None:
    assert said(words) == expected


@pytest.mark.parametrize(
    "words", ["2 thôn đã xong", "45 hộ đã di dời xong", "20/45 hộ", "đã nhận", "nước ở mức 3", "2", "1 TD01", "12h xong"]
)
def test_other_numbers_name_no_task(words: str) -> None:
    assert said(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "việc 1 xong, còn việc 2",
        "việc 2",
        "còn việc 2",
        "việc 1 xong, việc 2 lát gọi lại",
        "không rõ việc 2 xong chưa",
        "việc 1 xong, việc 1 chưa xong",
    ],
)
def test_what_is_not_clear_is_no_answer_to_a_task(words: str) -> None:
    assert said(words) == {} or "done" not in (said(words) or {}).values()
