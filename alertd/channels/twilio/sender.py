"""What every sender at Twilio does alike: opens its account, knows Twilio's own calls on our hooks by their signature, tells its name."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from twilio.request_validator import SIGNATURE_HEADER, RequestValidator

from alertd.channels.hooks import forged, header
from alertd.config import SenderSettings
from alertd.errors import DeliveryFailed, FailureKind
from alertd.logs import EventLog
from alertd.model.inbox import RawEvent
from alertd.ports import HookRequest

if TYPE_CHECKING:
    from twilio.rest import Client

log = EventLog(__name__)


class TwilioSender:
    """One account as one sender uses it; what is sent, and how it is heard, is its subclasses' own."""

    def __init__(self, settings: SenderSettings, *, public_url: str, seconds: float) -> None:
        """An answer is awaited `seconds`."""
        self._settings = settings
        self.is_on = settings.is_on
        """Whether it has its credentials: asked for every message."""
        self._public_url = public_url.rstrip("/")
        self._seconds = seconds
        self._account_sid = settings.account_sid.get_secret_value() if settings.account_sid else "off"
        self._auth_token = settings.auth_token.get_secret_value() if settings.auth_token else "off"

    @property
    def name(self) -> str:
        """The sender's name."""
        return self._settings.name

    @property
    def is_live(self) -> bool:
        """Whether it reaches real people."""
        return self._settings.is_live

    async def start(self) -> None:
        """Open the session and check the account. May be called again after a failure."""
        if not self.is_on:
            return
        self._client.http_client.open()
        await self._client.api.accounts(self._account_sid).fetch_async()
        log.info("twilio account is ready", sender=self.name, receive=self._settings.receive)

    async def close(self) -> None:
        """Close the session."""
        if self.is_on:
            await self._client.http_client.close()

    def invitation(self, word: str, account: str = "") -> str:
        """Nothing: a number can be reached as it is."""
        return ""

    async def acknowledge(self, event: RawEvent, text: str) -> None:
        """Nothing: a telephone shows no buttons."""

    def _must_be_on(self) -> None:
        if not self.is_on:
            raise DeliveryFailed(FailureKind.CREDENTIALS, "chưa có tài khoản Twilio")

    def _signed(self, request: HookRequest) -> Mapping[str, str]:
        """The fields of a call on our hook, once Twilio's signature over them and over our address has been checked. Raises Forged."""
        form = dict(request.form)
        url = self._public_url + request.path
        if not self._public_url or not RequestValidator(self._auth_token).validate(url, form, header(request, SIGNATURE_HEADER)):
            raise forged("Twilio")
        return form

    def _hook(self, what: str) -> str:
        """The address of one of our hooks, as Twilio calls it."""
        return f"{self._public_url}/hooks/twilio/{self.name}/{what}"

    @property
    def _account(self) -> tuple[str, str]:
        return self._account_sid, self._auth_token

    @cached_property
    def _client(self) -> Client:
        # The package takes a tenth of the daemon's start to load: without an account it is not needed, and with one the pages come first.
        from alertd.channels.twilio.aiohttp_client import client_of  # noqa: PLC0415 - see above

        return client_of(self._account, self._settings.api_base, self._seconds)
