"""How well and how fast replies are understood: errors in the order in which they matter, the confusion matrix, time."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from alertd.model.replies import Meaning
from alertd.reading.answers import packaged_lexicon, understand

ANSWERS = Path(__file__).parents[2] / "tests" / "answers"
SETS = ("practice", "held_out")
LONG = "đã nhận nhưng chưa đi được, nước lên nhanh 20/45 hộ "
LONG_BYTES = 10_000
ONE_PHRASE = ("xã A ", "20 hộ ", "vỡ đê ", "không ", "cảm ơn đã ", "(")
"""What a message of Telegram's full length may be filled with: it holds nobody else up for long."""
FULL_LENGTH = 4_096
Figure = tuple[str, float, str]


async def understand_replies() -> Iterator[Figure]:
    """`understand_<set>_…` for each set, `understand_ms` of CPU time for one reply, one of 10 kB and a full message of one phrase."""
    packaged_lexicon()
    return iter([*(figure for name in SETS for figure in _quality(name)), *_speed()])


def _quality(name: str) -> Iterator[Figure]:
    replies = [(Meaning(label), text) for label, text in _labelled(name)]
    read = [(label, understand(text)) for label, text in replies]
    cells = Counter((label, found.meaning) for label, found in read)
    closed = [found.closes for label, found in read if label.is_positive]
    incident = Meaning.INCIDENT
    yield f"understand_{name}_false_closes", sum(found.closes and not label.is_positive for label, found in read), "replies"
    yield f"understand_{name}_missed_incidents", sum(n for (label, said), n in cells.items() if label is incident is not said), "replies"
    yield f"understand_{name}_false_incidents", sum(n for (label, said), n in cells.items() if said is incident is not label), "replies"
    yield f"understand_{name}_closed", sum(closed) / len(closed), "of_positive"
    yield f"understand_{name}_accuracy", sum(n for (label, said), n in cells.items() if label is said) / len(read), "of_all"
    for (label, said), count in sorted(cells.items()):
        yield f"understand_{name}_{label}_as_{said}", count, "replies"


def _labelled(name: str) -> list[list[str]]:
    lines = (ANSWERS / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t", 1) for line in lines if "\t" in line]


def _speed() -> Iterator[Figure]:
    texts = [text for _, text in _labelled("held_out")]
    yield "understand_ms", _seconds(texts) / len(texts) * 1000, "ms"
    yield "understand_10kb_ms", _seconds([LONG * (LONG_BYTES // len(LONG.encode()) + 1)]) * 1000, "ms"
    yield "understand_one_phrase_ms", max(_seconds([phrase * (FULL_LENGTH // len(phrase))]) for phrase in ONE_PHRASE) * 1000, "ms"


def _seconds(texts: list[str]) -> float:
    began = time.process_time()
    for text in texts:
        understand(text)
    return time.process_time() - began
