"""The form of Twilio's answers, and of its errors, which the resources of its API have in common."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from aiohttp import web


class Rejected(Exception):
    """An error in Twilio's own form (https://www.twilio.com/docs/usage/twilios-response)."""

    def __init__(self, status: int, code: int, message: str) -> None:
        super().__init__(message)
        self.status = status
        self.code = code

    def answer(self) -> web.Response:
        """The error as it is answered."""
        more_info = f"https://www.twilio.com/docs/errors/{self.code}"
        return as_json({"code": self.code, "message": str(self), "more_info": more_info, "status": self.status}, self.status)


def not_found(path: str) -> Rejected:
    """There is nothing at that path."""
    return Rejected(404, 20404, f"The requested resource {path} was not found")


def as_json(content: Mapping[str, Any], status: int = 200) -> web.Response:
    """An answer."""
    return web.Response(body=json.dumps(content).encode(), status=status, content_type="application/json")
