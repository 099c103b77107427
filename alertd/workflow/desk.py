"""Every step of the work, wired together: what the edges of the program hold on to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from alertd.config import Settings
from alertd.directory.directory import Directory
from alertd.ports import Channel, Clock, Store
from alertd.workflow.access import Access
from alertd.workflow.answers import Answers
from alertd.workflow.board import Board
from alertd.workflow.changes import Changes
from alertd.workflow.delivery import Courier
from alertd.workflow.duty import Duty
from alertd.workflow.enrolment import Enrolment
from alertd.workflow.fetching import Fetcher
from alertd.workflow.followups import Followups
from alertd.workflow.handover import Handover
from alertd.workflow.intake import Intake
from alertd.workflow.interventions import Interventions
from alertd.workflow.packing import Packer
from alertd.workflow.readiness import Readiness
from alertd.workflow.receipts import Receipts
from alertd.workflow.release import Release
from alertd.workflow.review import Review
from alertd.workflow.shares import Shares


@dataclass(frozen=True)
class Desk:
    """The duty desk. Built in one place, `alertd.app`."""

    settings: Settings
    clock: Clock
    store: Store
    directory: Directory
    channels: Mapping[str, Channel]
    packer: Packer
    intake: Intake
    review: Review
    release: Release
    couriers: tuple[Courier, ...]
    shares: Shares
    answers: Answers
    followups: Followups
    interventions: Interventions
    fetcher: Fetcher
    duty: Duty
    handover: Handover
    receipts: Receipts
    board: Board
    readiness: Readiness
    access: Access
    enrolment: Enrolment
    changes: Changes
    is_drill: bool
    """Whether this whole service is a drill."""
