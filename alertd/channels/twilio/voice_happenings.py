"""What an event of a telephone call turns out to be: a key that somebody pressed, or how far the call has come."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from alertd.channels.twilio.codes import code_in, kind_of, sentence_of
from alertd.errors import FailureKind
from alertd.model.inbox import Happening, HappeningKind
from alertd.model.notices import DeliveryState

ROUND = "Round"
"""In an event of a conversation: how many times the message has been said."""
KEYS = "Keys"
"""In such an event: the keys that were offered, each with what it says."""
CALLED_US = "CalledUs"
"""In the event of somebody who calls our number."""

# https://www.twilio.com/docs/voice/api/call-resource#call-status-values. Whether a person or a machine has picked up nobody knows: only a
# key is an answer.
_STATES = {
    "queued": DeliveryState.SENT,
    "initiated": DeliveryState.SENT,
    "ringing": DeliveryState.SENT,
    "in-progress": DeliveryState.DELIVERED,
    "completed": DeliveryState.DELIVERED,
    "busy": DeliveryState.FAILED,
    "no-answer": DeliveryState.FAILED,
    "failed": DeliveryState.FAILED,
    "canceled": DeliveryState.FAILED,
}
# The number is right, and may be called again; the call itself has come to nothing.
_WHY = {
    "busy": (FailureKind.PROVIDER_DOWN, "máy bận"),
    "no-answer": (FailureKind.PROVIDER_DOWN, "không ai nghe máy"),
    "failed": (FailureKind.PROVIDER_DOWN, "không nối được cuộc gọi"),
    "canceled": (FailureKind.PROVIDER_DOWN, "cuộc gọi đã bị hủy"),
}
_NO_SUCH_NUMBER = frozenset({"404", "410", "484", "604"})
"""Answers of telephone networks (RFC 3261, 21) that say that the number is none."""


def happening(event: Mapping[str, Any]) -> Happening | None:
    """What the fields of a call on our hooks mean; None for what does not concern us, such as a call to our number."""
    if ROUND in event:
        return _pressed(event)
    if CALLED_US in event or event.get("Direction") == "inbound" or "CallStatus" not in event:
        return None
    code, sip = event.get("ErrorCode"), str(event.get("SipResponseCode") or "")
    return receipt(event["CallSid"], event.get("To", ""), event["CallStatus"], code, sip)


def receipt(sid: str, address: str, status: str, code: str | int | None = None, sip: str = "") -> Happening | None:
    """How far a call has come; None for a status that says nothing about it. `sip`: what the telephone network answered."""
    state = _STATES.get(status)
    if state is None:
        return None
    if state is not DeliveryState.FAILED:
        return Happening(HappeningKind.RECEIPT, address, provider_ref=sid, state=state)
    kind, reason = _why(status, code, sip)
    return Happening(HappeningKind.RECEIPT, address, provider_ref=sid, state=state, reason=reason, failure=kind)


def _why(status: str, code: str | int | None, sip: str) -> tuple[FailureKind | None, str]:
    if (number := code_in(code)) is not None:
        return kind_of(number), sentence_of(number)
    if status == "failed" and sip in _NO_SUCH_NUMBER:
        return FailureKind.BAD_ADDRESS, f"số điện thoại không có thực hoặc không còn dùng (SIP {sip})"
    return _WHY[status]


def _pressed(event: Mapping[str, Any]) -> Happening:
    digit = str(event.get("Digits") or "")
    data = event[KEYS].get(digit)
    if data is None:
        return Happening(HappeningKind.LISTENS, event.get("To", ""), answers_ref=event["CallSid"])
    words = f"bấm phím {digit} trên điện thoại"
    return Happening(HappeningKind.TAP, event.get("To", ""), words=words, data=data, answers_ref=event["CallSid"])
