"""The settings of one sender, and what each kind of channel cannot do without."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr

from alertd.config.values import Duration, Rate, Section


@dataclass(frozen=True, slots=True)
class Needs:
    """The keys that a channel's senders must have, and may have."""

    credentials: tuple[str, ...]
    """Without these the sender is off."""
    webhook_secrets: tuple[str, ...] = ()
    """Without these a call on its hook cannot be told from a forged one."""
    live_keys: tuple[str, ...] = ()
    """Without these it cannot reach real people; a stand-in does not mind."""
    can_poll: bool = True
    """Whether its provider keeps what people answer until it is asked."""
    is_called: bool = False
    """Whether it calls people, so that a first notice may or may not be a call, and calls need a number to come from."""
    has_receipts: bool = False
    """Whether its provider tells that a message has reached the telephone."""


NEEDS = {
    "telegram": Needs(credentials=("token",), webhook_secrets=("secret",)),
    "twilio-sms": Needs(credentials=("account_sid", "auth_token"), live_keys=("from_number",), has_receipts=True),
    "twilio-voice": Needs(
        credentials=("account_sid", "auth_token"), live_keys=("from_number",), has_receipts=True, is_called=True, can_poll=False
    ),
}
"""Every kind of channel that a sender may be; the channels themselves stand in `alertd.channels`."""


def _known_channel(channel: str) -> str:
    if channel not in NEEDS:
        raise ValueError(f"no such channel; there are: {', '.join(NEEDS)}")
    return channel


def reaches_people(api_base: str, *, live: bool | None) -> bool:
    """What the operator says, else whether the provider is another machine than this one."""
    host = urlsplit(api_base).hostname or ""
    return live if live is not None else not (host in {"localhost", "::1"} or host.startswith("127."))


class SenderSettings(Section):
    """One account at one provider. Without its credentials a sender is off."""

    name: str = Field(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$")
    channel: Annotated[str, AfterValidator(_known_channel)]
    api_base: str = Field(pattern=r"^https?://")
    rate: Rate
    """Messages a second that the provider takes."""
    receive: Literal["poll", "webhook", "none"] = "poll"
    live: bool | None = None
    """Whether it reaches real people. Left out: yes, unless api_base is this machine."""
    from_number: str = "+15005550006"
    """Left out: the number from which Twilio's own tests send (https://www.twilio.com/docs/iam/test-credentials)."""
    at_once: bool = False
    """Of calls: whether a first notice is a call too. Left out: only who stays silent is called, or has nothing but a telephone."""
    receipt_within: Duration | None = None
    """How long a receipt is awaited before another route opens; 0s: for ever. Left out: as the channel thinks fit."""
    token: SecretStr | None = None
    secret: SecretStr | None = None
    account_sid: SecretStr | None = None
    auth_token: SecretStr | None = None

    @property
    def is_live(self) -> bool:
        """Whether its messages reach real people: test addresses and drills are then refused."""
        return reaches_people(self.api_base, live=self.live)

    @property
    def is_called(self) -> bool:
        """Whether it calls people by telephone."""
        return NEEDS[self.channel].is_called

    @property
    def credentials(self) -> tuple[str, ...]:
        """The keys of the credentials that its channel cannot do without."""
        return NEEDS[self.channel].credentials

    @property
    def is_on(self) -> bool:
        """Whether it has its credentials."""
        return all(getattr(self, key) for key in self.credentials)
