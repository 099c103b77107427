"""The rates above which Telegram answers 429 (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this)."""

from __future__ import annotations

from collections import defaultdict, deque
from datetime import datetime, timedelta

_BOT = ("bot", 30, timedelta(seconds=1))
_CHAT = ("chat", 1, timedelta(seconds=1))
_GROUP = ("group", 20, timedelta(minutes=1))


class TelegramLimits:
    """Thirty messages a second for a bot, one a second for a chat, twenty a minute for a group; no bursts."""

    def __init__(self) -> None:
        self._taken: defaultdict[tuple[str, int], deque[datetime]] = defaultdict(deque)

    def wait(self, chat_id: int, now: datetime) -> int | None:
        """None and the message counted where it may go, else for how many whole seconds to wait."""
        windows = [(("bot", 0), _BOT), (("chat", chat_id), _GROUP if chat_id < 0 else _CHAT)]
        for key, (_, most, span) in windows:
            taken = self._taken[key]
            while taken and taken[0] <= now - span:
                taken.popleft()
            if len(taken) >= most:
                return max(1, round((taken[0] + span - now).total_seconds()))
        for key, _ in windows:
            self._taken[key].append(now)
        return None
