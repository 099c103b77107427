"""The audit trail: who did what when, each entry bound to the one before by its hash."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

GENESIS = "0" * 64
PROGRAM = "alertd"
"""The actor of what the program did by itself."""


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


@dataclass(frozen=True, slots=True)
class Choice:
    """Which entries somebody asks for; what is empty leaves none out."""

    subject: str = ""
    actor: str = ""
    action: str = ""
    by_people: bool = False
    """Whether what the program did by itself is left out."""


EVERYTHING = Choice()


@dataclass(frozen=True, slots=True)
class Seal:
    """Where the trail ended at some moment. Noted outside the database, it finds out whoever writes the whole trail anew."""

    entry: int
    """The number of the last entry; 0 for an empty trail."""
    digest: str
    """That entry's hash."""

    def __str__(self) -> str:
        return f"{self.entry}:{self.digest}"

    @classmethod
    def parse(cls, text: str) -> Seal:
        """The seal that was printed as `text`. Raises ValueError for anything else."""
        entry, _, digest = text.strip().partition(":")
        if not (entry.isdecimal() and re.fullmatch(r"[0-9a-f]{64}", digest)):
            raise ValueError(text)
        return cls(int(entry), digest)


def digest_of(previous: str, at: datetime, actor: str, action: str, subject: str, detail: Mapping[str, Any]) -> str:
    """The hash that binds an entry to its content and to its predecessor (SHA-256 over canonical JSON, hex)."""
    content = json.dumps(
        [previous, at.isoformat(), actor, action, subject, detail], ensure_ascii=False, sort_keys=True, separators=(",", ":")
    )
    return hashlib.sha256(content.encode()).hexdigest()
