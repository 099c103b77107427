"""Everything that a message template may say, by name; a template that asks for more is refused at start."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Task:
    """One assignment as a template sees it."""

    actions: tuple[str, ...]
    deadline: str = ""
    report: str = ""
    is_support: bool = False
    due: str = ""
    """The moment that the deadline means, e.g. "17:00 ngày 18/7/2023", where its own words only say how long there is."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several open notices, for a question back."""

    code: str
    document: str
    body: str
    number: int = 0
    """The number that works as the answer."""


@dataclass(frozen=True, slots=True)
class Content:
    """The variables of the message templates. Empty means: nothing to say about it."""

    province: str = ""
    telephone: str = ""
    """The duty desk's telephone."""
    document: str = ""
    """Kind and number, e.g. "Công điện 02/CĐ-UBND"."""
    issued_on: str = ""
    """E.g. "17/7/2023"."""
    issuer: str = ""
    subject: str = ""
    urgency: str = ""
    """E.g. "HỎA TỐC"."""
    body: str = ""
    """The body that is told, or that a message to the duty desk is about."""
    contact: str = ""
    """Whoever is written to, by function."""
    tasks: tuple[Task, ...] = ()
    is_support: bool = False
    """Whether the body only supports, in every task."""
    code: str = ""
    can_answer: bool = False
    """Whether this channel hears replies; else the duty telephone is given instead."""
    has_buttons: bool = False
    number: int = 0
    """Of an alert, a document or a reply: makes two messages about like things tell apart."""
    lines: tuple[str, ...] = ()
    """For officers: what there is to say, a line each."""
    count: int = 0
    """Which reminder this is, from 1; or how many times release was asked for."""
    waited: str = ""
    """How long an answer has been waited for, e.g. "15 phút"."""
    left: str = ""
    """How long there is until the next deadline, or how long it has been over (`is_over`), e.g. "2 giờ 15 phút"; empty: now."""
    is_over: bool = False
    deadline: str = ""
    """The moment that a message is about, e.g. "17:00 ngày 18/7/2023"."""
    report: str = ""
    """What is to be reported, in the order's words."""
    answered: int = 0
    """How many bodies have answered so far, of `asked`."""
    asked: int = 0
    before: str = ""
    """For an escalation: who was told first and has not answered."""
    reason: str = ""
    """Why something was corrected, withdrawn or needs a person."""
    has_changed: bool = True
    """For a correction: whether this body's own tasks changed."""
    words: str = ""
    """What somebody answered, word for word."""
    meaning: str = ""
    """What an answer was recorded as, e.g. "đã nhận"."""
    at: str = ""
    """When, e.g. "16:37 ngày 17/7/2023"."""
    choices: tuple[Choice, ...] = ()
    telephones: tuple[str, ...] = ()
    """Numbers to call, for the duty desk."""
    link: str = ""
    """The console's page, for the duty desk."""
