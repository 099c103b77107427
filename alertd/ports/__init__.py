"""What the workflow asks of the world: a clock, channels that carry messages, and a store that forgets nothing."""

from __future__ import annotations

from alertd.ports.accounts import Accounts
from alertd.ports.channels import Channel, HookRequest, Outgoing, Polled, Remark, Sent, Traits
from alertd.ports.checks import Checks
from alertd.ports.clock import Clock
from alertd.ports.duty import Duty
from alertd.ports.inbox import Inbox, MediaShelf, Replies
from alertd.ports.outbox import Outbox
from alertd.ports.registers import Appointments, Dispatches, Documents
from alertd.ports.storage import AuditTrail, Store, Transaction
from alertd.ports.workers import Workers

__all__ = [
    "Accounts",
    "Appointments",
    "AuditTrail",
    "Channel",
    "Checks",
    "Clock",
    "Dispatches",
    "Documents",
    "Duty",
    "HookRequest",
    "Inbox",
    "MediaShelf",
    "Outbox",
    "Outgoing",
    "Polled",
    "Remark",
    "Replies",
    "Sent",
    "Store",
    "Traits",
    "Transaction",
    "Workers",
]
