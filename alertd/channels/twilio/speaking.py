"""What Twilio is told to say on the telephone (TwiML), and the keys that it is told to ask for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote
from xml.sax.saxutils import escape

from alertd.messages.splitting import split

if TYPE_CHECKING:
    from twilio.twiml.voice_response import Gather, VoiceResponse

# A voice for vi-VN among those that Twilio lists: https://www.twilio.com/docs/voice/twiml/say/text-speech#available-voices-and-languages
SPEAKER = {"language": "vi-VN", "voice": "Google.vi-VN-Standard-A"}
AT_MOST = 4000
"""Characters of TwiML that may come with a call (https://www.twilio.com/docs/api/errors/32018)."""
AROUND = 500
"""Of these, how many the verbs around what is said take at most, the address that keys go to included."""
SAID_AT_MOST = 4500
"""Characters of what one <Say> says, URL-encoded (https://www.twilio.com/docs/api/errors/13521): nine for many a Vietnamese letter."""
PATIENCE = 8
"""Seconds that a key is awaited once everything is said."""
BETWEEN = 1
"""Seconds between a message and the same message again."""
INCOMING = "Đây là số gửi tin tự động. Xin gọi trực ban, số {telephone}."
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]")
"""What XML cannot hold."""
_AROUND_A_PIECE = len('<Say language="vi-VN" voice="Google.vi-VN-Standard-A"></Say>')


def length(text: str) -> int:
    """The characters of TwiML that saying the text takes."""
    return sum(len(escape(piece)) + _AROUND_A_PIECE for piece in _pieces(text))


def message(text: str, action: str = "") -> str:
    """Says a message and asks for a key, which goes to `action`, as does that none was pressed; without an action it is said twice."""
    response = _response()
    if action:
        _say(response.gather(action=action, num_digits=1, timeout=PATIENCE, action_on_empty_result=True), text)
        return str(response)
    _say(response, text)
    once = str(response)
    response.pause(length=BETWEEN)
    _say(response, text)
    twice = str(response)
    return twice if len(twice) <= AT_MOST else once


def incoming(telephone: str) -> str:
    """What somebody hears who calls the number from which we write or call."""
    return farewell(INCOMING.format(telephone=telephone))


def farewell(text: str) -> str:
    """Says a last word and hangs up."""
    response = _response()
    _say(response, text)
    response.hangup()
    return str(response)


def nothing() -> str:
    """Says nothing."""
    return str(_response())


def _response() -> VoiceResponse:
    # Loaded with the first word that is said: a start need not wait for it.
    from twilio.twiml.voice_response import VoiceResponse  # noqa: PLC0415 - see above

    return VoiceResponse()


def _say(where: VoiceResponse | Gather, text: str) -> None:
    for piece in _pieces(text):
        where.say(piece, **SPEAKER)


def _pieces(text: str) -> list[str]:
    """Line by line, so that a breath is drawn in between; a long line in parts that one <Say> can hold."""
    lines = _CONTROL.sub(" ", text).splitlines()
    return [piece for line in lines for piece in split(line, lambda part: len(quote(part)) <= SAID_AT_MOST)]
