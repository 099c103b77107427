"""python-telegram-bot's bot over a session of ours, with the calls that carry the load kept as plain JSON."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from typing import Any

from telegram import Bot
from telegram.error import TelegramError

from alertd.channels.telegram.aiohttp_request import AiohttpRequest, Passed
from alertd.channels.telegram.failures import unreadable
from alertd.channels.telegram.happenings import UPDATES, reference
from alertd.model.notices import Button
from alertd.ports import Outgoing

# The library writes the address of the API, token included, when it debugs.
logging.getLogger("telegram").setLevel(logging.INFO)


class RawBot(Bot):
    """Every call raises CallFailed, the library's own calls too.

    Its `send_message` builds objects that nobody reads: 2,200 a second instead of 3,700.
    """

    def __init__(self, token: str, api_base: str, seconds: float) -> None:
        """An answer is awaited `seconds`."""
        carrier = AiohttpRequest(seconds)
        super().__init__(token, base_url=f"{api_base}/bot", request=carrier, get_updates_request=carrier)
        self._carrier = carrier
        self._files = f"{api_base}/file/bot{token}"

    async def open(self) -> None:
        """Open the session, once."""
        await self._carrier.initialize()

    async def close_session(self) -> None:
        """Close the session; the library's `close` logs the bot out of Telegram's server."""
        await self._carrier.shutdown()

    async def post_message(self, message: Outgoing) -> str:
        """Send; the reference of the message that was made."""
        result = await self._carrier.post_plainly(f"{self.base_url}/sendMessage", _parameters(message))
        try:
            return reference(result)
        except (KeyError, TypeError):
            raise unreadable() from None

    async def file_path(self, file_id: str) -> tuple[str, int | None]:
        """Where a file can be fetched for the next hour, and its size."""
        result = await self._post("getFile", {"file_id": file_id})
        if not isinstance(result, dict) or "file_path" not in result:
            raise unreadable()
        return str(result["file_path"]), result.get("file_size")

    async def raw_updates(self, offset: int | None, poll_seconds: float, seconds: float) -> list[dict[str, Any]]:
        """Updates from `offset` on as Telegram sent them, those before it confirmed; waits up to `poll_seconds` for one."""
        parameters = {"offset": offset, "timeout": poll_seconds, "allowed_updates": UPDATES}
        updates = await self._post("getUpdates", parameters, read_timeout=poll_seconds + seconds)
        if not isinstance(updates, list):
            raise unreadable()
        return updates

    async def download(self, file_path: str, max_bytes: int, seconds: float) -> bytes:
        """Fetch the file at a `file_path`. Raises DeliveryFailed or Oversized."""
        return await self._carrier.download(f"{self._files}/{file_path}", max_bytes, seconds)

    async def _post(self, *parameters: Any, **options: Any) -> Any:
        """Through this all calls of the library go."""
        try:
            return await super()._post(*parameters, **options)
        except Passed as passed:
            raise passed.failed from None
        except TelegramError:
            raise unreadable() from None


def _parameters(message: Outgoing) -> dict[str, Any]:
    """The parameters of sendMessage (https://core.telegram.org/bots/api#sendmessage)."""
    parameters: dict[str, Any] = {"chat_id": message.address, "text": message.text, "link_preview_options": {"is_disabled": True}}
    if message.is_html:
        parameters["parse_mode"] = "HTML"
    if message.buttons:
        parameters["reply_markup"] = {"inline_keyboard": _keyboard(message.buttons)}
    return parameters


def _keyboard(rows: Sequence[Sequence[Button]]) -> list[list[dict[str, str]]]:
    return [[{"text": button.text, "callback_data": button.data} for button in row] for row in rows]
