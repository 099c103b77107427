"""Gathers what a message may say from the document, the notice and its assignments."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from alertd.messages.content import Content, Task
from alertd.model.assignments import Assignment
from alertd.model.bodies import Role
from alertd.model.documents import Reading
from alertd.model.notices import Button, Buttons, Notice
from alertd.model.register import Document
from alertd.model.replies import Meaning
from alertd.workflow.labels import URGENCY, day_label, document_label
from alertd.workflow.notices.deadlines import counted_label

TAPS = (
    (Meaning.ACKNOWLEDGED, "✓ Đã nhận"),
    (Meaning.IN_PROGRESS, "▶ Đang triển khai"),
    (Meaning.DONE, "✔✔ Đã xong"),
    (Meaning.CANNOT_COMPLY, "✖ Không thực hiện được"),
)
KEYS = (("1", Meaning.ACKNOWLEDGED), ("2", Meaning.CANNOT_COMPLY))
"""What the keys of a telephone say."""
_ROWS = 12
"""How many tasks have buttons under one message."""
CHECK_TAP = "k"
"""The data of the button under a message of the self-check."""
OFFICER = "o"
"""How the data of officers' buttons begin."""
DIGITS = {"1": Meaning.ACKNOWLEDGED, "2": Meaning.IN_PROGRESS, "3": Meaning.DONE, "4": Meaning.CANNOT_COMPLY}


def about_document(reading: Reading, **more: Any) -> Content:
    """What every message about a document says of it, and `more` that there is to say."""
    said: dict[str, Any] = {
        "document": document_label(reading),
        "issued_on": day_label(reading.issued_on),
        "issuer": reading.issuer or "",
        "subject": reading.subject or "",
        "urgency": URGENCY[reading.urgency] if reading.urgency else "",
    }
    return Content(**said | more)


def tasks_of(assignments: Sequence[Assignment], reading: Reading) -> tuple[Task, ...]:
    """The assignments as a template lists them."""
    return tuple(
        Task(a.actions, a.deadline_text, a.report, a.role is Role.SUPPORT, counted_label(a.deadline_text, a.deadline_at, reading))
        for a in assignments
    )


def buttons_of(notice: Notice) -> Buttons:
    """The four answers under a notice, two a row; `data` is read by `tapped`."""
    buttons = [Button(text, f"a:{notice.code}:{meaning}") for meaning, text in TAPS]
    return ((buttons[0], buttons[1]), (buttons[2], buttons[3]))


def keys_of(notice: Notice) -> Buttons:
    """The keys that answer a call about a notice; `data` is read by `tapped`."""
    return (tuple(Button(key, f"a:{notice.code}:{meaning}") for key, meaning in KEYS),)


def take_button(alert_id: int) -> Buttons:
    """Under what the desk is told: an officer takes it."""
    return ((Button("Nhận xử lý", f"{OFFICER}:take:{alert_id}"),),)


def release_button(document: Document) -> Buttons:
    """Under a document that waits: the first of the two steps to its release; none where an officer has to make an order of it first."""
    return ((Button("Phát… (còn một bước xác nhận)", f"{OFFICER}:release:{document.id}"),),) if document.reading.is_emergency else ()


def confirm_buttons(word: str, bodies: int, people: int) -> Buttons:
    """The second step; `word` is good for one release."""
    yes = Button(f"PHÁT THẬT tới {bodies} đơn vị, {people} người", f"{OFFICER}:yes:{word}")
    return ((yes,), (Button("Không phát lúc này", f"{OFFICER}:no:{word}"),))


def officer_tapped(data: str) -> tuple[str, str] | None:
    """What an officer's button asks for and about what; None for a button of another kind."""
    parts = data.split(":", 2)
    return (parts[1], parts[2]) if len(parts) == 3 and parts[0] == OFFICER else None


def task_buttons(notice: Notice, tasks: Sequence[int]) -> Buttons:
    """Two answers for each of these tasks, one task a row."""
    shown = ((Meaning.IN_PROGRESS, "▶ Đang làm việc {}"), (Meaning.DONE, "✔ Xong việc {}"))
    return tuple(tuple(Button(text.format(task), f"a:{notice.code}:{meaning}:{task}") for meaning, text in shown) for task in tasks[:_ROWS])


class Tap(NamedTuple):
    """What a tapped button says."""

    code: str
    meaning: Meaning
    task: int | None = None
    """The number of the only task that it is about."""


def tapped(data: str) -> Tap | None:
    """What a tapped button says; None for what is none of ours."""
    prefix, _, rest = data.partition(":")
    code, _, said = rest.partition(":")
    meaning, _, task = said.partition(":")
    if prefix != "a" or meaning not in list(Meaning) or (task and not task.isdecimal()):
        return None
    return Tap(code, Meaning(meaning), int(task) if task else None)
