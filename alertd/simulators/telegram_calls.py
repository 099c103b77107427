"""Calls of the Bot API as they come in and as they are answered: parameters, checks, refusals."""

from __future__ import annotations

import json
from typing import Any

from aiohttp import web

from alertd.model.notices import Button
from alertd.simulators.telegram_markup import BadMarkup, shown_text

LONGEST_TEXT, LONGEST_DATA = 4096, 64
_PARSED = ("reply_markup", "allowed_updates", "link_preview_options")
"""Parameters that forms carry as JSON."""

Parameters = dict[str, Any]


class Rejected(Exception):
    """An answer with `ok: false`."""

    def __init__(self, status: int, description: str, **parameters: int) -> None:
        super().__init__(description)
        self.status = status
        self.description = description
        self.parameters = parameters


async def parameters_of(request: web.BaseRequest) -> Parameters:
    """The parameters, from the query, a form or JSON."""
    if request.content_type == "application/json":
        content = await request.json()
        return {**request.query, **content}
    form = {**request.query, **await request.post()}
    return {key: json.loads(value) if key in _PARSED and isinstance(value, str) else value for key, value in form.items()}


def checked_text(given: Parameters) -> str:
    """The text as it will be shown. Raises Rejected."""
    source = str(given.get("text") or "")
    try:
        text = shown_text(source) if str(given.get("parse_mode", "")).lower() == "html" else source
    except BadMarkup as error:
        raise Rejected(400, f"Bad Request: can't parse entities: {error}") from None
    if not text.strip():
        raise Rejected(400, "Bad Request: message text is empty")
    if len(text.encode("utf-16-le")) // 2 > LONGEST_TEXT:
        raise Rejected(400, "Bad Request: message is too long")
    return text


def checked_buttons(given: Parameters) -> tuple[tuple[Button, ...], ...]:
    """The rows of buttons. Raises Rejected."""
    rows = (given.get("reply_markup") or {}).get("inline_keyboard", [])
    if any(not 1 <= len(str(button.get("callback_data", "")).encode()) <= LONGEST_DATA for row in rows for button in row):
        raise Rejected(400, "Bad Request: BUTTON_DATA_INVALID")
    return tuple(tuple(Button(button["text"], button["callback_data"]) for button in row) for row in rows)


def json_answer(content: object, status: int = 200) -> web.Response:
    """An answer that carries `content`."""
    return web.Response(body=json.dumps(content).encode(), status=status, content_type="application/json")


def rejected(status: int, description: str, parameters: dict[str, int]) -> web.Response:
    """An answer with `ok: false`."""
    content = {"ok": False, "error_code": status, "description": description}
    return json_answer({**content, "parameters": parameters} if parameters else content, status)
