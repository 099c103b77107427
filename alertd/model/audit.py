"""The audit trail: who did what when, each entry bound to the one before by its hash."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

GENESIS = "0" * 64


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One line of the audit trail."""

    id: int
    at: datetime
    actor: str
    """An account's name, a contact's id, or `alertd`."""
    action: str
    """What was done, e.g. `document.approved`."""
    subject: str
    """To what, e.g. `document/12`, `notice/40`, `sender/telegram`."""
    detail: Mapping[str, Any]
    previous: str
    digest: str


def digest_of(previous: str, at: datetime, actor: str, action: str, subject: str, detail: Mapping[str, Any]) -> str:
    """The hash that binds an entry to its content and to its predecessor (SHA-256 over canonical JSON, hex)."""
    content = json.dumps(
        [previous, at.isoformat(), actor, action, subject, detail], ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return hashlib.sha256(content.encode()).hexdigest()
