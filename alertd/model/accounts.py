"""Who may do what: accounts with roles, tokens with scopes, and the chats that belong to contacts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Scope(StrEnum):
    """One right. Accounts have those of their role; a token has those that it was made with."""

    READ = "read"
    """See documents, boards, replies and the audit trail."""
    SUBMIT = "submit"
    """Hand in documents."""
    RELEASE = "release"
    """Correct, approve, reject, withdraw and close."""
    ANSWER = "answer"
    """Record an answer that came by telephone; decide what an unclear reply meant."""
    ADMIN = "admin"
    """Accounts, tokens and contacts. Today these are worked on from the command line alone, so it opens no page and no call."""


class AccountRole(StrEnum):
    """What an account is for."""

    VIEWER = "viewer"
    OFFICER = "officer"
    ADMINISTRATOR = "administrator"

    @property
    def scopes(self) -> frozenset[Scope]:
        """The rights of this role."""
        return _SCOPES[self]


_OFFICER = frozenset({Scope.READ, Scope.SUBMIT, Scope.RELEASE, Scope.ANSWER})
_SCOPES = {
    AccountRole.VIEWER: frozenset({Scope.READ}),
    AccountRole.OFFICER: _OFFICER,
    AccountRole.ADMINISTRATOR: _OFFICER | {Scope.ADMIN},
}


@dataclass(frozen=True, slots=True)
class Account:
    """A person who may sign in."""

    id: int
    name: str
    role: AccountRole
    password_hash: str
    """argon2id, in its own encoded form."""
    created_at: datetime
    is_disabled: bool = False


@dataclass(frozen=True, slots=True)
class Session:
    """A sign-in to the console. Only the SHA-256 of its cookie is kept."""

    digest: str
    account: int
    csrf: str
    created_at: datetime
    expires_at: datetime


@dataclass(frozen=True, slots=True)
class Token:
    """A program's right to call the API. Only the SHA-256 of the token is kept."""

    id: int
    digest: str
    name: str
    scopes: frozenset[Scope]
    created_at: datetime
    revoked_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Enrolment:
    """An invitation that binds one chat to one contact, once. Only the SHA-256 of its word is kept."""

    digest: str
    contact: str
    channel: str
    created_at: datetime
    expires_at: datetime
    address: str | None = None
    """The chat that was bound; None while nobody has used the invitation."""
    bound_at: datetime | None = None
    sender: str | None = None
    """With which sender the chat was opened: no other can write there. None where that was not noted."""
