"""Stands in for Telegram: the part of the Bot API that carries messages, and the telephones at the other end."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from dataclasses import replace
from itertools import count
from typing import Any

from aiohttp import web

from alertd.ports import Clock
from alertd.simulators.faults import Faults
from alertd.simulators.server import Simulator
from alertd.simulators.telegram_calls import Parameters, Rejected, checked_buttons, checked_text, json_answer, parameters_of, rejected
from alertd.simulators.telegram_limits import TelegramLimits
from alertd.simulators.telegram_phone import TelegramMessage, TelegramPhone
from alertd.simulators.telegram_updates import TelegramUpdates

BOT = {"id": 123456, "is_bot": True, "first_name": "alertd", "username": "alertd_simulated_bot"}
LARGEST_FILE = 20 * 1024 * 1024
"""What bots can fetch at most."""
PHONES = 10_000
"""How many chats are kept where everybody may be written to."""

OnMessage = Callable[[TelegramPhone, TelegramMessage], None]


class TelegramSimulator(Simulator):
    """One bot's Telegram."""

    def __init__(
        self,
        token: str = "123456:simulated",  # noqa: S107  opens nothing
        *,
        clock: Clock | None = None,
        faults: Faults | None = None,
        is_open: bool = False,
        is_strict: bool = False,
        is_lean: bool = False,
    ) -> None:
        """`is_open`: every chat exists, else only those of `phone()`. `is_strict`: too fast is answered with 429.
        `is_lean`: every message is taken unread and nothing is kept, for measuring.
        """
        super().__init__(clock=clock, faults=faults)
        self.token = token
        self.phones: dict[int, TelegramPhone] = {}
        self.files: list[bytes] = []
        self._is_open = is_open
        self._limits = TelegramLimits() if is_strict else None
        self._listeners: list[OnMessage] = []
        self._message_ids = count(1)
        self._updates = TelegramUpdates(self.push, self.in_background)
        self._queries: dict[str, int] = {}
        methods: tuple[Callable[[Parameters], Awaitable[Any]], ...] = (
            self._get_me,
            self._send_message,
            self._updates.get_updates,
            self._updates.set_webhook,
            self._updates.delete_webhook,
            self._updates.get_webhook_info,
            self._answer_callback_query,
            self._edit_message_text,
            self._edit_message_reply_markup,
            self._get_file,
        )
        self._methods = {method.__name__.replace("_", ""): method for method in methods}
        self._lean_path = f"/bot{token}/sendMessage" if is_lean else None

    def phone(self, chat_id: int, name: str = "") -> TelegramPhone:
        """The chat's telephone; it exists, and has pressed Start, from the first time that it is asked for."""
        if chat_id not in self.phones:
            self.phones[chat_id] = TelegramPhone(chat_id, name or f"Người {chat_id}", self._happens, lambda: next(self._message_ids))
        return self.phones[chat_id]

    def keep_file(self, content: bytes) -> str:
        """A file that somebody will send; its id."""
        self.files.append(content)
        return f"file-{len(self.files) - 1}"

    def on_message(self, listener: OnMessage) -> None:
        """Call `listener` for every message that a telephone gets."""
        self._listeners.append(listener)

    async def answer(self, request: web.BaseRequest) -> web.Response:
        """Carry out one call of the Bot API."""
        if request.path == self._lean_path:
            return await self._taken_unread(request)
        if request.path.startswith(f"/file/bot{self.token}/"):
            return self._file(request.path.rpartition("/")[2])
        try:
            method = self._method(request.path)
            return json_answer({"ok": True, "result": await method(await parameters_of(request))})
        except Rejected as rejection:
            return rejected(rejection.status, rejection.description, rejection.parameters)

    def rate_limited(self, retry_after: int | None) -> web.Response:
        """429, with or without `retry_after`."""
        if retry_after is None:
            return rejected(429, "Too Many Requests", {})
        return rejected(429, f"Too Many Requests: retry after {retry_after}", {"retry_after": retry_after})

    def broken(self, status: int) -> web.Response:
        """An error in the Bot API's own form."""
        return rejected(status, "Internal Server Error" if status == 500 else "Bad Gateway", {})

    async def target(self, request: web.BaseRequest) -> str:
        """The chat that a call is about."""
        return str((await parameters_of(request)).get("chat_id", ""))

    def _method(self, path: str) -> Callable[[Parameters], Awaitable[Any]]:
        prefix = f"/bot{self.token}/"
        if not path.startswith("/bot") or path.count("/") != 2:
            raise Rejected(404, "Not Found")
        if not path.startswith(prefix):
            raise Rejected(401, "Unauthorized")
        method = self._methods.get(path.removeprefix(prefix).lower())
        if method is None:
            raise Rejected(404, "Not Found")
        return method

    async def _taken_unread(self, request: web.BaseRequest) -> web.Response:
        chat_id = json.loads(await request.read())["chat_id"]
        answer = f'{{"ok":true,"result":{{"message_id":{next(self._message_ids)},"date":0,"chat":{{"id":{chat_id},"type":"private"}}}}}}'
        return web.Response(body=answer.encode(), content_type="application/json")

    async def _get_me(self, _: Parameters) -> dict[str, Any]:
        return BOT

    async def _send_message(self, given: Parameters) -> dict[str, Any]:
        phone = self._reachable(given)
        text = checked_text(given)
        buttons = checked_buttons(given)
        if self._limits and (wait := self._limits.wait(phone.chat_id, self.clock.now())):
            raise Rejected(429, f"Too Many Requests: retry after {wait}", retry_after=wait)
        message = TelegramMessage(next(self._message_ids), text, str(given["text"]), buttons, self.clock.now())
        phone.messages.append(message)
        for listener in self._listeners:
            listener(phone, message)
        return _sent(phone, message)

    def _reachable(self, given: Parameters) -> TelegramPhone:
        """The telephone behind `chat_id`, if the bot may write to it."""
        try:
            chat_id = int(given.get("chat_id", ""))
        except ValueError:
            raise Rejected(400, "Bad Request: chat not found") from None
        phone = self.phones.get(chat_id)
        if phone is None:
            if not self._is_open:
                raise Rejected(400, "Bad Request: chat not found")
            if len(self.phones) >= PHONES:
                del self.phones[next(iter(self.phones))]
            phone = self.phone(chat_id)
        if phone.moved_to is not None:
            description = "Bad Request: group chat was upgraded to a supergroup chat"
            raise Rejected(400, description, migrate_to_chat_id=phone.moved_to)
        if phone.is_blocked:
            whom = "bot was blocked by the user" if chat_id > 0 else "bot was kicked from the group chat"
            raise Rejected(403, f"Forbidden: {whom}")
        return phone

    async def _answer_callback_query(self, given: Parameters) -> bool:
        chat_id = self._queries.pop(str(given.get("callback_query_id")), None)
        if chat_id is None:
            raise Rejected(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")
        self.phones[chat_id].toasts.append(str(given.get("text") or ""))
        return True

    async def _get_file(self, given: Parameters) -> dict[str, Any]:
        file_id = str(given.get("file_id"))
        content = self._content(file_id)
        if content is None:
            raise Rejected(400, "Bad Request: wrong file_id or the file is temporarily unavailable")
        if len(content) > LARGEST_FILE:
            raise Rejected(400, "Bad Request: file is too big")
        return {"file_id": file_id, "file_unique_id": file_id, "file_size": len(content), "file_path": f"files/{file_id}"}

    def _content(self, file_id: str) -> bytes | None:
        number = file_id.removeprefix("file-")
        return self.files[int(number)] if number.isdecimal() and int(number) < len(self.files) else None

    def _file(self, file_id: str) -> web.Response:
        content = self._content(file_id)
        return web.Response(status=404) if content is None else web.Response(body=content, content_type="application/octet-stream")

    async def _edit_message_text(self, given: Parameters) -> dict[str, Any]:
        return self._edited(given, text=checked_text(given), source=str(given["text"]), buttons=checked_buttons(given))

    async def _edit_message_reply_markup(self, given: Parameters) -> dict[str, Any]:
        return self._edited(given, buttons=checked_buttons(given))

    def _edited(self, given: Parameters, **changes: Any) -> dict[str, Any]:
        phone = self._reachable(given)
        try:
            message = phone.message(int(given.get("message_id", 0)))
        except LookupError:
            raise Rejected(400, "Bad Request: message to edit not found") from None
        edited = replace(message, **changes)
        phone.messages[phone.messages.index(message)] = edited
        return _sent(phone, edited)

    def _happens(self, kind: str, content: dict[str, Any]) -> None:
        """Something was done on a telephone."""
        if kind == "callback_query":
            self._queries[content["id"]] = content["message"]["chat"]["id"]
        self._updates.add(kind, content)


def _sent(phone: TelegramPhone, message: TelegramMessage) -> dict[str, Any]:
    date = int(message.at.timestamp())
    return {"message_id": message.message_id, "from": BOT, "chat": phone.chat, "date": date, "text": message.text}
