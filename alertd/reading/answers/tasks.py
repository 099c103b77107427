"""Tells which numbered tasks of an order an answer speaks of, and what it says of each: "2 xong", "việc 1,3 xong, việc 2 đang làm"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from alertd.model.replies import Meaning, Understanding

_WORD = r"(?:việc|viec|nhiệm vụ|nhiem vu|nội dung|noi dung|nd|nv|mục|muc|ý)"
_LIST = rf"\d{{1,2}}(?:\s*(?:,|;|và|va|&|\+)\s*(?:{_WORD}\s*)?\d{{1,2}})*"
# A number with a stroke, a point or a per cent sign behind it counts something else.
_LABEL = re.compile(rf"\b{_WORD}\s*(?:số\s*|so\s*|thứ\s*|thu\s*)?({_LIST})(?![\d/%]|[.,]\d)\b")
_BARE = re.compile(rf"^\W*({_LIST})\s*[.:)-]?\s+(?=\D)")
_STATE = re.compile(
    r"^(?:(?:đã|da|đang|dang|chưa|chua|mới|moi|cũng|cung|đều|deu|cơ bản|co ban)\s+)*"
    r"(?:xong|hoàn thành|hoan thanh|hoàn tất|hoan tat|nhận|nhan|rõ|ok"
    r"|(?:làm|lam|thực hiện|thuc hien|triển khai|trien khai)(?: (?:xong|rồi|roi))?"
    r"|không (?:thể )?(?:làm|thực hiện)(?: được)?|khong (?:the )?(?:lam|thuc hien)(?: duoc)?)"
    r"(?:\s+(?:rồi|roi|ạ|a|nhé|nhe|hết|het))*$"
)
_EDGES = " \t\n.,;:!-–()"
_CLEAR = frozenset({Meaning.CANNOT_COMPLY, Meaning.NEGATIVE})


@dataclass(frozen=True, slots=True)
class TaskAnswer:
    """What an answer says of some tasks."""

    tasks: tuple[int, ...]
    """Their numbers in the notice, from 1."""
    said: Understanding


def task_answers(words: str, understand: Callable[[str], Understanding]) -> tuple[TaskAnswer, ...] | None:
    """What is said of each task; None where the answer names no task, empty where it names some and it is not clear what it says."""
    text = unicodedata.normalize("NFC", words).lower()
    labels = list(_LABEL.finditer(text))
    if not labels:
        return _bare(text, understand)
    after = [text[label.end() : end].strip(_EDGES) for label, end in zip(labels, _ends(labels, len(text)), strict=True)]
    before = text[: labels[0].start()].strip(_EDGES)
    numbers = [_numbers(label.group(1)) for label in labels]
    if after[-1]:
        return _following(before, numbers, after, understand)
    return _preceding([before, *after[:-1]], numbers, understand)


def _bare(text: str, understand: Callable[[str], Understanding]) -> tuple[TaskAnswer, ...] | None:
    """A number at the beginning is a task's only before the barest words: "2 xong", not "2 thôn đã xong"."""
    label = _BARE.match(text)
    rest = text[label.end() :].strip(_EDGES) if label else ""
    if label is None or not _STATE.match(rest):
        return None
    return _answers([(_numbers(label.group(1)), rest)], understand)


def _following(
    before: str, numbers: Sequence[tuple[int, ...]], after: Sequence[str], understand: Callable[[str], Understanding]
) -> tuple[TaskAnswer, ...]:
    """As in "việc 1 xong, việc 2 đang làm": the words behind a label are about it; what stands before them all must be a yes."""
    if before and not _is_yes(understand(before)):
        return ()
    said: list[tuple[tuple[int, ...], str]] = []
    waiting: tuple[int, ...] = ()
    for own, words in zip(numbers, after, strict=True):
        waiting = (*waiting, *own)
        if words not in ("", "và", "va"):
            said.append((waiting, words))
            waiting = ()
    return _answers(said, understand)


def _preceding(
    segments: Sequence[str], numbers: Sequence[tuple[int, ...]], understand: Callable[[str], Understanding]
) -> tuple[TaskAnswer, ...]:
    """As in "xong việc 1, đang làm việc 2": the words before a label are about it; with several, only the barest are trusted."""
    if len(numbers) > 1 and not all(_STATE.match(segment) for segment in segments):
        return ()
    return _answers(list(zip(numbers, segments, strict=True)), understand)


def _answers(said: Sequence[tuple[tuple[int, ...], str]], understand: Callable[[str], Understanding]) -> tuple[TaskAnswer, ...]:
    answers = tuple(TaskAnswer(tasks, understand(words)) for tasks, words in said)
    named = [task for answer in answers for task in answer.tasks]
    is_clear = len(named) == len(set(named)) and all(_is_yes(answer.said) or answer.said.meaning in _CLEAR for answer in answers)
    return answers if is_clear else ()


def _is_yes(said: Understanding) -> bool:
    return said.closes and said.meaning.is_positive


def _ends(labels: Sequence[re.Match[str]], end: int) -> list[int]:
    return [*(label.start() for label in labels[1:]), end]


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(dict.fromkeys(int(number) for number in re.findall(r"\d+", text)))
