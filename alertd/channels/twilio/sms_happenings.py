"""What an event of Twilio's turns out to be: an answer by SMS, or how far a message has come."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alertd.channels.twilio.codes import code_in, kind_of, sentence_of
from alertd.errors import FailureKind
from alertd.model.inbox import Happening, HappeningKind
from alertd.model.media import Media, MediaKind
from alertd.model.notices import DeliveryState

MEDIA_AT_MOST = 10
"""How many a message may carry (https://www.twilio.com/docs/messaging/guides/webhook-request)."""
# https://www.twilio.com/docs/messaging/api/message-resource#message-status-values
_STATES = {
    "accepted": DeliveryState.SENT,
    "scheduled": DeliveryState.SENT,
    "queued": DeliveryState.SENT,
    "sending": DeliveryState.SENT,
    "sent": DeliveryState.SENT,
    "delivered": DeliveryState.DELIVERED,
    "partially_delivered": DeliveryState.DELIVERED,
    "read": DeliveryState.READ,
    "undelivered": DeliveryState.FAILED,
    "failed": DeliveryState.FAILED,
    "canceled": DeliveryState.FAILED,
}


def happening(form: Mapping[str, Any]) -> Happening | None:
    """What the fields of a call on our hooks mean; None for what does not concern us."""
    if status := form.get("MessageStatus"):
        return receipt(form["MessageSid"], form.get("To", ""), status, form.get("ErrorCode"))
    if form.get("OptOutType") == "STOP":
        return Happening(HappeningKind.LEFT, form["From"])
    words, media = str(form.get("Body") or "").strip(), _media(form)
    if not words and not media:
        return None
    return Happening(HappeningKind.TEXT, form["From"], words=words, message_ref=form["MessageSid"], media=media)


def receipt(sid: str, address: str, status: str, code: str | int | None) -> Happening | None:
    """How far a message has come; None for a status that says nothing about it."""
    state = _STATES.get(status)
    if state is None:
        return None
    if state is not DeliveryState.FAILED:
        return Happening(HappeningKind.RECEIPT, address, provider_ref=sid, state=state)
    kind, reason = _why(status, code_in(code))
    return Happening(HappeningKind.RECEIPT, address, provider_ref=sid, state=state, reason=reason, failure=kind)


def _why(status: str, code: int | None) -> tuple[FailureKind | None, str]:
    return (None, f"Twilio báo không gửi được ({status})") if code is None else (kind_of(code), sentence_of(code))


def _media(form: Mapping[str, Any]) -> tuple[Media, ...]:
    """What came along, by the message's SID and its place: the address in the form is not trusted, the API is asked for it."""
    return tuple(
        Media(_kind(str(form.get(f"MediaContentType{number}", ""))), f"{form['MessageSid']}:{number}")
        for number in range(_number_of_media(form))
    )


def _number_of_media(form: Mapping[str, Any]) -> int:
    """What is no number is none: the words that came with it count all the same."""
    written = str(form.get("NumMedia") or "")
    return min(int(written), MEDIA_AT_MOST) if written.isdecimal() and len(written) <= len(str(MEDIA_AT_MOST)) else 0


def _kind(content_type: str) -> MediaKind:
    """What the sender calls it; the content itself is looked at later."""
    return _KINDS.get(content_type.partition("/")[0], MediaKind.DOCUMENT if content_type else MediaKind.PHOTO)


_KINDS = {"image": MediaKind.PHOTO, "video": MediaKind.VIDEO, "audio": MediaKind.AUDIO}
