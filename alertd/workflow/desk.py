"""Every step of the work, wired together: what the edges of the program hold on to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from alertd.config import Settings
from alertd.directory.directory import Directory
from alertd.ports import Channel, Clock, Store
from alertd.workflow.arrival.intake import Intake
from alertd.workflow.board.board import Board
from alertd.workflow.changes import Changes
from alertd.workflow.dispatch.release import Release
from alertd.workflow.dispatch.review import Review
from alertd.workflow.duty.duty import Duty
from alertd.workflow.notices.packing import Packer
from alertd.workflow.officers.handing_in import HandingIn
from alertd.workflow.officers.handover import Handover
from alertd.workflow.people.access import Access
from alertd.workflow.people.attesting import Attesting
from alertd.workflow.people.enrolment import Enrolment
from alertd.workflow.people.invitations import Invitations
from alertd.workflow.people.leave import Leave
from alertd.workflow.people.readiness import Readiness
from alertd.workflow.people.selfcheck import SelfCheck
from alertd.workflow.people.trials import Trials
from alertd.workflow.replies.answers import Answers
from alertd.workflow.replies.fetching import Fetcher
from alertd.workflow.replies.speaking import Speaker
from alertd.workflow.sending.delivery import Courier
from alertd.workflow.sending.receipts import Receipts
from alertd.workflow.sending.shares import Shares
from alertd.workflow.sending.stranded import Stranded
from alertd.workflow.silence.followups import Followups
from alertd.workflow.silence.interventions import Interventions


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
    handing_in: HandingIn
    review: Review
    release: Release
    couriers: tuple[Courier, ...]
    shares: Shares
    stranded: Stranded
    answers: Answers
    speaker: Speaker
    followups: Followups
    interventions: Interventions
    fetcher: Fetcher
    duty: Duty
    handover: Handover
    receipts: Receipts
    board: Board
    readiness: Readiness
    selfcheck: SelfCheck
    trials: Trials
    leave: Leave
    access: Access
    enrolment: Enrolment
    attesting: Attesting
    invitations: Invitations
    changes: Changes
    is_drill: bool
    """Whether this whole service is a drill."""
