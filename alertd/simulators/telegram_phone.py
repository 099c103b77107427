"""A person's Telegram in a simulation: what it shows, and what its owner does with it."""

from __future__ import annotations

import zlib
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import count
from typing import Any

from alertd.model.notices import Button

KEPT = 1_000
"""How many messages a telephone keeps; older ones are forgotten."""

_QUERIES = count(1)


@dataclass(frozen=True, slots=True)
class TelegramMessage:
    """One message as the telephone shows it."""

    message_id: int
    text: str
    """As shown: tags read, entities decoded."""
    source: str
    """As sent."""
    buttons: tuple[tuple[Button, ...], ...]
    at: datetime


class TelegramPhone:
    """One chat with the bot: a person's, or a group's where the id is negative."""

    def __init__(self, chat_id: int, name: str, happens: Callable[[str, dict[str, Any]], None], next_id: Callable[[], int]) -> None:
        """`happens` takes a kind of update and its content."""
        self.chat_id = chat_id
        self.name = name
        self.messages: deque[TelegramMessage] = deque(maxlen=KEPT)
        self.toasts: list[str] = []
        """What was shown after taps."""
        self.is_blocked = False
        self.is_bot_administrator = False
        """Whether the group has made the bot one; only then is it told of reactions."""
        self.moved_to: int | None = None
        self._deleted: set[int] = set()
        self._happens = happens
        self._next_id = next_id

    @property
    def chat(self) -> dict[str, Any]:
        """The chat as updates describe it."""
        if self.chat_id < 0:
            return {"id": self.chat_id, "type": "supergroup" if self.chat_id < -(10**12) else "group", "title": self.name}
        return {"id": self.chat_id, "type": "private", "first_name": self.name}

    @property
    def user(self) -> dict[str, Any]:
        """The person as updates describe them."""
        return {"id": abs(self.chat_id), "is_bot": False, "first_name": self.name}

    def message(self, message_id: int) -> TelegramMessage:
        """The message with that number. Raises LookupError."""
        found = next((message for message in self.messages if message.message_id == message_id), None)
        if found is None:
            raise LookupError(f"no message {message_id} on the telephone of {self.name}")
        return found

    def tap(self, message_id: int, data: str) -> str:
        """Press the button that carries `data`; the id of the query. Raises LookupError where there is no such button."""
        message = self.message(message_id)
        if not any(button.data == data for row in message.buttons for button in row):
            raise LookupError(f"message {message_id} has no button {data!r}")
        query = str(next(_QUERIES))
        content = {"message_id": message_id, "chat": self.chat, "date": int(message.at.timestamp()), "text": message.text}
        self._happens("callback_query", {"id": query, "from": self.user, "message": content, "chat_instance": "1", "data": data})
        return query

    def type(self, text: str, reply_to: int | None = None, member: str = "") -> int:
        """Write to the bot, or answer one of its messages; the number of the new message. `member`: who writes, in a group."""
        return self.send(text=text, **self._answered(reply_to), **({"from": _person(member)} if member else {}))

    def press_start(self, word: str = "") -> int:
        """Open the chat, with an invitation's word where there is one."""
        self.is_blocked = False
        return self.type(f"/start {word}".strip())

    def quote(self, message_id: int, part: str, text: str) -> int:
        """Answer a part of a message; the part stays with the answer when the message itself is gone."""
        return self.send(text=text, **self._answered(message_id), quote={"text": part, "position": 0})

    def send(self, **content: Any) -> int:
        """Send anything: `photo=[…], caption="…"`, `location={…}`, …; the number of the new message."""
        message_id = self._next_id()
        self._happens("message", self._message(message_id, content))
        return message_id

    def edit(self, message_id: int, text: str) -> None:
        """Change a message that was sent before."""
        self._happens("edited_message", self._message(message_id, {"text": text, "edit_date": 0}))

    def delete(self, message_id: int) -> None:
        """Take a message away for both sides. A bot is told nothing, and what answers it afterwards arrives as if it answered nothing."""
        self._deleted.add(message_id)

    def react(self, message_id: int, *emoji: str, instead_of: Sequence[str] = (), member: str = "") -> None:
        """Put emoji on a message, or take them away. Telegram tells a bot only in groups that it administers."""
        if self.is_bot_administrator:
            old, new = ([{"type": "emoji", "emoji": each} for each in some] for some in (instead_of, emoji))
            who = _person(member) if member else self.user
            change = {"chat": self.chat, "message_id": message_id, "user": who, "date": 0, "old_reaction": old, "new_reaction": new}
            self._happens("message_reaction", change)

    def _answered(self, reply_to: int | None) -> dict[str, Any]:
        if reply_to is None or reply_to in self._deleted:
            return {}
        text = next((message.text for message in self.messages if message.message_id == reply_to), None)
        said = {"text": text, "from": {"id": 123456, "is_bot": True, "first_name": "alertd"}} if text is not None else {"from": self.user}
        return {"reply_to_message": {"message_id": reply_to, "chat": self.chat, "date": 0, **said}}

    def block(self) -> None:
        """Block the bot, or throw it out of the group."""
        self.is_blocked = True
        change = {"old_chat_member": {"status": "member"}, "new_chat_member": {"status": "kicked"}}
        self._happens("my_chat_member", {"chat": self.chat, "from": self.user, "date": 0, **change})

    def move_to(self, chat_id: int) -> None:
        """The group becomes a supergroup under a new id."""
        self.moved_to = chat_id
        self.send(migrate_to_chat_id=chat_id)

    def _message(self, message_id: int, content: dict[str, Any]) -> dict[str, Any]:
        return {"message_id": message_id, "from": self.user, "chat": self.chat, "date": 0, **content}


def _person(name: str) -> dict[str, Any]:
    return {"id": zlib.crc32(name.encode()), "is_bot": False, "first_name": name}
