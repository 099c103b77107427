"""What happens on the telephones, on its way to the bot: by long polling or by calls on its hook."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Awaitable, Callable, Coroutine
from itertools import count
from typing import Any

from alertd.simulators.telegram_calls import Parameters, Rejected

_CONFLICT = "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
_HOOKED = "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"


class TelegramUpdates:
    """One bot's updates that it has not confirmed yet, and the methods of the Bot API about them."""

    def __init__(self, push: Callable[..., Awaitable[bool]], in_background: Callable[[Coroutine[Any, Any, None]], None]) -> None:
        """`push` calls a hook and says whether it was taken."""
        self._push = push
        self._in_background = in_background
        self._ids = count(1)
        self._waiting: list[dict[str, Any]] = []
        self._allowed: frozenset[str] = frozenset()
        self._webhook, self._secret = "", ""
        self._poller = 0
        self._bell = asyncio.Event()
        self._is_pushing = False

    def add(self, kind: str, content: dict[str, Any]) -> None:
        """Something happened; kinds that were not asked for are left out."""
        if self._allowed and kind not in self._allowed:
            return
        self._waiting.append({"update_id": next(self._ids), kind: content})
        self._bell.set()
        self._push_waiting()

    async def get_updates(self, given: Parameters) -> list[dict[str, Any]]:
        """A real long poll. A second poller throws the first one out, as Telegram does."""
        if self._webhook:
            raise Rejected(409, _HOOKED)
        self._allow(given)
        self._waiting = [update for update in self._waiting if update["update_id"] >= int(given.get("offset") or 0)]
        self._poller += 1
        mine = self._poller
        self._bell.set()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(float(given.get("timeout") or 0)):
                while not self._waiting and mine == self._poller:
                    self._bell.clear()
                    await self._bell.wait()
        if mine != self._poller:
            raise Rejected(409, _CONFLICT)
        return self._waiting[: int(given.get("limit") or 100)]

    async def set_webhook(self, given: Parameters) -> bool:
        """From now on the hook is called."""
        self._webhook, self._secret = str(given.get("url") or ""), str(given.get("secret_token") or "")
        self._allow(given)
        self._drop_where_asked(given)
        self._push_waiting()
        return True

    async def delete_webhook(self, given: Parameters) -> bool:
        """From now on updates wait to be polled."""
        self._webhook = ""
        self._drop_where_asked(given)
        return True

    async def get_webhook_info(self, _: Parameters) -> dict[str, Any]:
        """Where the hook is and how much waits."""
        return {"url": self._webhook, "has_custom_certificate": False, "pending_update_count": len(self._waiting)}

    def _allow(self, given: Parameters) -> None:
        """Telegram remembers which kinds of update were asked for last."""
        if "allowed_updates" in given:
            self._allowed = frozenset(given["allowed_updates"])

    def _drop_where_asked(self, given: Parameters) -> None:
        if str(given.get("drop_pending_updates", "")).lower() == "true":
            self._waiting.clear()

    def _push_waiting(self) -> None:
        if self._webhook and self._waiting and not self._is_pushing:
            self._is_pushing = True
            self._in_background(self._push_all())

    async def _push_all(self) -> None:
        """Call the hook with one update after the other; one that is not taken waits for the next occasion."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": self._secret} if self._secret else {}
        while self._webhook and self._waiting and await self._push(self._webhook, json=self._waiting[0], headers=headers):
            self._waiting.pop(0)
        self._is_pushing = False
