"""Sums up what an answer says of each task of an order: what is marked, what is said back, whether a person must look."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from alertd.model.assignments import Assignment, AssignmentState
from alertd.model.replies import Meaning, Part, Understanding
from alertd.workflow.labels import MEANING

_WORST = (Meaning.CANNOT_COMPLY, Meaning.NEGATIVE)


def by_task(
    words: str, whole: Understanding, understand: Callable[[str], Understanding], there_are: int
) -> tuple[Understanding, tuple[Part, ...]]:
    """What an answer means for an order of so many tasks: for the order, and for each task that it names. What names tasks unclearly,
    or tasks that there are not, goes to a person; a danger stays a danger.
    """
    from alertd.reading.answers.tasks import task_answers  # noqa: PLC0415 - its patterns are not needed before the first reply

    answers = task_answers(words, understand)
    if answers is None or whole.meaning in (Meaning.INCIDENT, Meaning.QUESTION):
        return whole, ()
    parts = tuple(Part(task, answer.said.meaning) for answer in answers for task in answer.tasks)
    if not parts or any(not 1 <= part.task <= there_are for part in parts):
        return replace(whole, meaning=Meaning.AMBIGUOUS, closes=False, reason=f"không rõ nói về việc số mấy: “{words}”"), ()
    return summed(whole, parts, there_are)


def summed(whole: Understanding, parts: tuple[Part, ...], there_are: int) -> tuple[Understanding, tuple[Part, ...]]:
    """The meaning for the whole order: what is wrong with one task first; done only where every task is."""
    wrong = next((meaning for meaning in _WORST if any(part.meaning is meaning for part in parts)), None)
    reason = told(parts)
    if wrong is not None:
        return replace(whole, meaning=wrong, closes=False, reason=reason), parts
    said = {part.meaning for part in parts}
    is_all = len(parts) == there_are and len(said) == 1
    meaning = said.pop() if is_all else Meaning.ACKNOWLEDGED if said == {Meaning.ACKNOWLEDGED} else Meaning.IN_PROGRESS
    return replace(whole, meaning=meaning, closes=True, reason=reason), parts


def told(parts: tuple[Part, ...]) -> str:
    """E.g. "việc 1, 3 đã xong; việc 2 đang triển khai"."""
    meanings = dict.fromkeys(part.meaning for part in parts)
    return "; ".join(f"việc {', '.join(str(p.task) for p in parts if p.meaning is m)} {MEANING[m]}" for m in meanings)


def unfinished(assignments: list[Assignment]) -> tuple[int, ...]:
    """The numbers of the tasks that are not done, where there are several."""
    if len(assignments) < 2:
        return ()
    return tuple(number for number, each in enumerate(assignments, 1) if each.state is not AssignmentState.DONE)
