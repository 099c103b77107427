"""The tables of config.toml, each a frozen model; config.toml itself says what every key does."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path
from typing import Literal

from pydantic import Field, IPvAnyNetwork, SecretStr, model_validator

from alertd.config.senders import SenderSettings
from alertd.config.values import Bytes, Duration, Rate, Section, Some, SomeTime, TimeOfDay
from alertd.model.appointments import AppointmentKind
from alertd.model.bodies import Body
from alertd.model.checks import Monthly
from alertd.model.documents import Urgency
from alertd.model.duty import Watch
from alertd.model.escalation import Ladder, Step, StepKind

Day = Literal["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
DAYS: tuple[Day, ...] = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


class Province(Section):
    """The province that this desk serves."""

    id: str
    name: str


class Database(Section):
    """Where everything is kept."""

    url: str = Field(pattern=r"^(sqlite:///|postgresql://).+")
    password: SecretStr | None = None
    """Takes the place of one in the address."""

    @property
    def shown(self) -> str:
        """The address as it may be shown: without the password."""
        return re.sub(r"(?<=//)([^:/@]*):.*@", r"\1:***@", self.url)


class Web(Section):
    """The console, the API and the hooks."""

    host: str
    port: int = Field(ge=0, le=65535)
    public_url: str = Field(pattern=r"^(https?://.+)?$")
    trusted_proxies: tuple[IPvAnyNetwork, ...]
    connections_at_most: int = Field(ge=2, le=100_000)
    session_lasts: SomeTime = timedelta(hours=12)
    waiting_at_most: Some


class Heartbeat(Section):
    """Who outside is told that alertd works."""

    address: SecretStr | None = None
    """Called again and again; whoever knows it could make believe that alertd works."""
    every: SomeTime = timedelta(seconds=60)


class Contacts(Section):
    """The directory and the lexicon."""

    path: Path


class Templates(Section):
    """What people read."""

    path: Path


class Sms(Section):
    """How text is written for SMS."""

    text: Literal["accented", "plain"]
    max_parts: int = Field(ge=1, le=10)


class Intake(Section):
    """Where documents come from and what is too much."""

    folder: Path
    settles_after: Duration
    max_bytes: Bytes
    max_unpacked_bytes: Bytes
    max_unpacked_ratio: int = Field(gt=0)
    max_pages: int = Field(gt=0)
    max_characters: int = Field(gt=0)
    read_at_once: Some
    waiting_at_most: Some
    read_within: SomeTime
    max_memory_bytes: int = Field(ge=256 * 1024 * 1024, le=2**40)


class MediaSettings(Section):
    """What people may send beside words."""

    max_bytes: Bytes


class WatchSettings(Section):
    """One line of the roster."""

    officer: str
    begins: TimeOfDay
    ends: TimeOfDay
    days: tuple[Day, ...] = DAYS


class Duty(Section):
    """The duty desk."""

    body: str
    telephone: str = Field(min_length=1)
    roster: tuple[WatchSettings, ...]
    incident_again_after: tuple[Duration, ...]
    again_after: tuple[Duration, ...]
    confirm_within: SomeTime

    @property
    def watches(self) -> tuple[Watch, ...]:
        """The roster in the words of the model."""
        return tuple(Watch(w.officer, w.begins, w.ends, frozenset(DAYS.index(day) for day in w.days)) for w in self.roster)


class SelfCheck(Section):
    """The monthly round in which everybody is asked to answer."""

    enabled: bool
    day: int = Field(ge=1, le=31)
    at: TimeOfDay
    open_for: SomeTime

    @property
    def monthly(self) -> Monthly | None:
        """When it is made by itself; None: only by an officer's hand."""
        return Monthly(self.day, self.at) if self.enabled else None


class Review(Section):
    """What is said and done while a document waits for release."""

    chase_after: tuple[Duration, ...]
    old_after: Duration


class StepSettings(Section):
    """One rung of a ladder."""

    after: Duration
    does: StepKind


class MomentSettings(Section):
    """One thing that happens before or after a moment."""

    before: Duration | None = None
    after: Duration | None = None
    does: StepKind

    @model_validator(mode="after")
    def _stands_on_one_side(self) -> MomentSettings:
        if (self.before is None) == (self.after is None):
            raise ValueError("needs either before or after")
        return self

    @property
    def offset(self) -> timedelta:
        """Counted from the moment; negative before it."""
        return self.after if self.after is not None else -(self.before or timedelta(0))


class Followups(Section):
    """What happens while bodies stay silent, and around deadlines and reports."""

    default_urgency: Urgency
    unclear_pauses_for: Duration
    check_every: SomeTime
    reports_at_most_for: SomeTime
    expires_after: dict[Urgency, SomeTime]
    ladders: dict[Urgency, tuple[StepSettings, ...]]
    ladders_for: dict[str, dict[Urgency, tuple[StepSettings, ...]]]
    around: dict[AppointmentKind, tuple[MomentSettings, ...]]

    def ladder(self, urgency: Urgency) -> Ladder:
        """The ladder for that urgency, its steps in order of time."""
        return _ladder((s.after, s.does) for s in self.ladders[urgency])

    def own_ladder(self, urgency: Urgency, body: Body) -> Ladder | None:
        """A body's own ladder, or that of its type; None where it climbs that of the urgency."""
        own = next((by for key in (body.id, body.type) if (by := self.ladders_for.get(key)) and urgency in by), None)
        return None if own is None else _ladder((s.after, s.does) for s in own[urgency])

    def ladder_around(self, kind: AppointmentKind) -> Ladder:
        """What happens around a deadline or a report's time, counted from it."""
        return _ladder((s.offset, s.does) for s in self.around[kind])


def _ladder(steps: Iterable[tuple[timedelta, StepKind]]) -> Ladder:
    return Ladder(tuple(sorted((Step(after, does) for after, does in steps), key=lambda step: step.after)))


class DeliverySettings(Section):
    """How the outbox is worked through."""

    concurrency: Some
    batch: Some
    timeout: SomeTime
    retry_after: SomeTime
    retry_at_most: SomeTime
    lease: SomeTime
    dead_after: SomeTime
    address_gap: Duration


class Drill(Section):
    """The drill's clock."""

    speed: Rate
    headless_speed: Rate


class Log(Section):
    """What is logged and how."""

    level: Literal["debug", "info", "warning", "error"]
    format: Literal["console", "json"]


class Settings(Section):
    """All settings. Built by `load_settings`, which lays the environment and the secret files over config.toml itself: only it
    knows the senders by their names and every key by its line.
    """

    province: Province
    database: Database
    web: Web
    heartbeat: Heartbeat = Heartbeat()
    senders: tuple[SenderSettings, ...]
    contacts: Contacts
    templates: Templates
    sms: Sms
    intake: Intake
    media: MediaSettings
    duty: Duty
    selfcheck: SelfCheck
    review: Review
    followups: Followups
    delivery: DeliverySettings
    drill: Drill
    log: Log
