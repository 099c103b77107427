"""Carries messages to Telegram chats and hears what is answered there."""

from __future__ import annotations

import hmac
import json
from dataclasses import replace
from datetime import datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from alertd.channels.hooks import forged, header
from alertd.channels.telegram.failures import CallFailed, FloodWatch
from alertd.channels.telegram.happenings import UPDATES, happening
from alertd.channels.telegram.markup import plain_text, put_right, utf16_units
from alertd.config import SenderSettings
from alertd.errors import DeliveryFailed, FailureKind, Invalid, Oversized
from alertd.logs import EventLog
from alertd.model.inbox import Happening, RawEvent
from alertd.ports import Clock, HookRequest, Outgoing, Polled, Remark, Sent, Traits

if TYPE_CHECKING:
    from alertd.channels.telegram.bot import RawBot

log = EventLog(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  the name of a header, not a secret
DOWNLOAD_SECONDS = 120.0
"""How long fetching one file may take."""
GROUP_GAP = timedelta(seconds=3)
TOAST_LENGTH = 200
"""What answerCallbackQuery shows at most (https://core.telegram.org/bots/api#answercallbackquery)."""


class TelegramChannel:
    """One bot."""

    def __init__(
        self, settings: SenderSettings, clock: Clock, *, public_url: str = "", seconds: float = 20.0, poll_seconds: float = 25.0
    ) -> None:
        """An answer is awaited `seconds`; a poll with nothing to tell comes back after `poll_seconds`."""
        self._settings = settings
        self.is_on = settings.is_on
        """Whether it has its credentials: asked for every message."""
        self._clock = clock
        self._public_url = public_url.rstrip("/")
        self._seconds = seconds
        self._poll_seconds = poll_seconds
        self._floods = FloodWatch()
        self._is_arranged = False
        self.traits = Traits(
            kind="telegram",
            label="Telegram",
            max_length=4096,
            has_buttons=True,
            has_receipts=False,
            carries_vietnamese=True,
            hears_replies=settings.receive != "none",
            is_by_invitation=True,
        )

    @property
    def name(self) -> str:
        """The sender's name."""
        return self._settings.name

    @property
    def is_live(self) -> bool:
        """Whether real people read it."""
        return self._settings.is_live

    def length(self, text: str) -> int:
        """UTF-16 units of the text once its tags are read."""
        return utf16_units(plain_text(text))

    async def start(self) -> None:
        """Open the session, check the token, and say how updates are to come. May be called again after a failure."""
        if not self.is_on:
            return
        try:
            await self._bot.open()
            await self._arrange_updates()
            me = await self._bot.get_me()
        except CallFailed as error:
            raise error.failure from None
        log.info("telegram bot is ready", sender=self.name, bot=me.username, receive=self._settings.receive)

    async def close(self) -> None:
        """Close the session."""
        if self.is_on:
            await self._bot.close_session()

    async def send(self, message: Outgoing) -> Sent:
        """Send one message. A group that has moved is followed; what is refused for its form goes out in another (`put_right`)."""
        try:
            return await self._post_message(message)
        except CallFailed as error:
            if error.migrated_to is not None:
                sent = await self._post_again(replace(message, address=error.migrated_to))
                return replace(sent, moved_to=error.migrated_to)
            better = put_right(message, error.trouble)
            if not better:
                raise self._placed(error.failure, message.address) from None
            log.warning("telegram refused the form of a message; it is sent in another", sender=self.name, reason=error.failure.detail)
            return [await self._post_again(each) for each in better][-1]

    async def find(self, address: str, texts: frozenset[str], since: datetime) -> Sent | None:
        """Nothing: a bot cannot ask what it has sent."""
        return None

    def gap(self, address: str) -> timedelta:
        """A group takes 20 messages a minute (https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this)."""
        return GROUP_GAP if address.startswith("-") else timedelta(0)

    async def poll(self, cursor: str | None) -> Polled:
        """Updates since `cursor`; those before it are confirmed to Telegram and will not come again."""
        try:
            await self._arrange_updates()
            updates = await self._bot.raw_updates(int(cursor) if cursor else None, self._poll_seconds, self._seconds)
        except CallFailed as error:
            raise error.failure from None
        latest = max((update["update_id"] for update in updates), default=None)
        return Polled(tuple(self._event(update) for update in updates), cursor if latest is None else str(latest + 1))

    async def receipt(self, provider_ref: str) -> Happening | None:
        """Nothing: a bot cannot ask whether a message was seen."""
        return None

    def verify(self, request: HookRequest) -> RawEvent:
        """The update in a call on our hook, once the secret that we gave to Telegram has been found in it."""
        expected = self._settings.secret.get_secret_value() if self._settings.secret else ""
        given = header(request, SECRET_HEADER)
        if not expected or not hmac.compare_digest(given.encode(errors="replace"), expected.encode()):
            raise forged("Telegram")
        try:
            return self._event(json.loads(request.body))
        except (ValueError, KeyError, TypeError, RecursionError):
            raise Invalid("bad_update", "Nội dung Telegram gửi tới không đọc được.") from None

    def respond(self, event: RawEvent, remark: Remark) -> str:
        """Nothing: Telegram wants no words."""
        return ""

    def interpret(self, event: RawEvent) -> Happening | None:
        """What the update means."""
        return happening(json.loads(event.payload))

    async def fetch(self, ref: str, max_bytes: int) -> bytes:
        """The file of that id (https://core.telegram.org/bots/api#getfile): Telegram gives bots 20 MB at most."""
        try:
            path, size = await self._bot.file_path(ref)
        except CallFailed as error:
            if "file is too big" in error.failure.detail:
                raise Oversized from None
            raise error.failure from None
        if size is not None and size > max_bytes:
            raise Oversized
        return await self._bot.download(path, max_bytes, DOWNLOAD_SECONDS)

    def invitation(self, word: str, account: str = "") -> str:
        """A link that opens the chat with the bot and sends `/start <word>` (https://core.telegram.org/bots/features#deep-linking)."""
        try:
            return f"https://t.me/{account or self._bot.username}?start={word}"
        except RuntimeError:  # so says the library before the bot has learned its own name
            raise DeliveryFailed(FailureKind.NETWORK, "kênh Telegram chưa được mở") from None

    async def acknowledge(self, event: RawEvent, text: str) -> None:
        """Stop the spinner on the button. A tap may be too old for it: that is no failure."""
        query = json.loads(event.payload).get("callback_query")
        if query is None:
            return
        try:
            await self._bot.answer_callback_query(query["id"], text[:TOAST_LENGTH])
        except CallFailed as error:
            log.info("a tap could not be confirmed", sender=self.name, reason=str(error))

    @cached_property
    def _bot(self) -> RawBot:
        """The library wants a token even for a bot that is off."""
        # The library takes a fifth of the daemon's start to load: without a bot it is not needed, and with one the pages come first.
        from alertd.channels.telegram.bot import RawBot  # noqa: PLC0415 - see above

        token = self._settings.token.get_secret_value() if self._settings.token else "off"
        return RawBot(token, self._settings.api_base.rstrip("/"), self._seconds)

    async def _arrange_updates(self) -> None:
        """Set or remove the webhook, once. What waits at Telegram is never dropped: it may be an answer."""
        if self._is_arranged:
            return
        if self._settings.receive == "webhook":
            await self._bot.set_webhook(
                f"{self._public_url}/hooks/telegram/{self.name}",
                allowed_updates=UPDATES,
                secret_token=self._settings.secret.get_secret_value() if self._settings.secret else None,
            )
        elif self._settings.receive == "poll":
            await self._bot.delete_webhook()
        self._is_arranged = True

    async def _post_message(self, message: Outgoing) -> Sent:
        """Send as it is. Raises CallFailed."""
        if not self.is_on:
            raise CallFailed(DeliveryFailed(FailureKind.CREDENTIALS, "chưa có mã của bot Telegram"))
        return Sent(await self._bot.post_message(message))

    async def _post_again(self, message: Outgoing) -> Sent:
        try:
            return await self._post_message(message)
        except CallFailed as error:
            raise self._placed(error.failure, message.address) from None

    def _placed(self, failure: DeliveryFailed, chat: str) -> DeliveryFailed:
        """A rate limit with the word whom it concerns."""
        if failure.kind is FailureKind.RATE and failure.retry_after is not None:
            failure.concerns_sender = self._floods.is_of_bot(chat, failure.retry_after, self._clock.now())
        return failure

    def _event(self, update: dict[str, Any]) -> RawEvent:
        return RawEvent(self.name, str(update["update_id"]), json.dumps(update, ensure_ascii=False))
