"""How Twilio lists what it keeps: the newest first, filtered, page by page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlencode


def page(name: str, found: Sequence[Mapping[str, Any]], query: Mapping[str, str], path: str) -> dict[str, Any]:
    """A page of what was found, under its name (https://www.twilio.com/docs/usage/twilios-response#pagination)."""
    size, number = int(query.get("PageSize", 50)), int(query.get("Page", 0))
    start = number * size
    shown = list(found[start : start + size])
    return {
        name: shown,
        "page": number,
        "page_size": size,
        "start": start,
        "end": start + len(shown) - 1,
        "uri": path,
        "first_page_uri": _uri(path, query, 0),
        "next_page_uri": _uri(path, query, number + 1) if start + size < len(found) else None,
        "previous_page_uri": None,
    }


def is_within(at: datetime, query: Mapping[str, str], name: str) -> bool:
    """Whether a moment passes the filters `name`, `name>` and `name<`."""
    moment = at.astimezone(UTC)
    return (
        (name not in query or moment.date() == _moment(query[name]).date())
        and (f"{name}>" not in query or moment >= _moment(query[f"{name}>"]))
        and (f"{name}<" not in query or moment <= _moment(query[f"{name}<"]))
    )


def _uri(path: str, query: Mapping[str, str], number: int) -> str:
    return f"{path}?{urlencode({**query, 'Page': number})}"


def _moment(text: str) -> datetime:
    """A date or a moment, in GMT."""
    moment = datetime.fromisoformat(text)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
