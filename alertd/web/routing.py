"""What a route is: an address, what answers there, and who may call it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from aiohttp import web
from pydantic import BaseModel

from alertd.model.accounts import Scope

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
API = "/api/v1"


class Kind(StrEnum):
    """For whom a route is, which decides how callers prove who they are and how a refusal is told."""

    PAGE = "page"
    """People: session cookie, a token against forged forms, refusals as pages."""
    API = "api"
    """Programs: bearer token (a session suffices to read), refusals as problem documents."""
    HOOK = "hook"
    """Providers: the channel checks secret or signature."""
    OPEN = "open"
    """Anybody on the network: whether the service lives."""


@dataclass(frozen=True, slots=True)
class Operation:
    """How an API route is described to programs (OpenAPI)."""

    summary: str
    answers: dict[int, tuple[str, dict[str, Any]]]
    """Status → what it means, and the content: media type → schema."""
    body: type[BaseModel] | None = None
    """The JSON that it takes."""
    content: dict[str, Any] | None = None
    """What it takes where that is not JSON: media type → schema."""
    parameters: tuple[dict[str, Any], ...] = ()
    """Query and header parameters; those of the path are found in the path."""


@dataclass(frozen=True, slots=True)
class Route:
    """One address. `scope` is the right that a caller needs; None: everybody may."""

    method: str
    path: str
    handler: Handler
    kind: Kind
    scope: Scope | None = None
    operation: Operation | None = None
