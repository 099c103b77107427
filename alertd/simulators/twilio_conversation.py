"""Does on a line what TwiML says: speaks, waits for a key, asks the hook what to do next."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from urllib.parse import quote

from lxml import etree

from alertd.simulators.twilio_line import HeardCall, Line

LONGEST_SAID = 4500
"""Characters that one <Say> may hold, URL-encoded (https://www.twilio.com/docs/api/errors/13521)."""
DOCUMENTS = 50
"""So many documents one after the other are no conversation any more."""
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)

Ask = Callable[[str, str], Awaitable[str | None]]
"""Calls an action's address with the key that was pressed; the next document, or None where nobody answered."""


async def converse(line: Line, heard: HeardCall, twiml: str, ask: Ask) -> None:
    """Carry out a document and whatever follows from it, until somebody hangs up."""
    for _ in range(DOCUMENTS):
        following = await _carry_out(line, heard, twiml, ask)
        if following is None:
            break
        twiml = following
    heard.is_over = True


async def _carry_out(line: Line, heard: HeardCall, twiml: str, ask: Ask) -> str | None:
    """One document; the next one, or None where the call ends with it."""
    for verb in etree.fromstring(twiml.encode(), _PARSER):
        if verb.tag == "Say":
            _say(heard, verb)
        elif verb.tag == "Hangup":
            return None
        elif verb.tag == "Gather":
            for said in verb.iterfind("Say"):
                _say(heard, said)
            key = line.press()
            heard.pressed += [key] if key else []
            if key or verb.get("actionOnEmptyResult") == "true":
                return await ask(verb.get("action", ""), key)
    return None


def _say(heard: HeardCall, verb: etree._Element) -> None:
    """What is too long for one <Say> is not said at all."""
    text = verb.text or ""
    if len(quote(text)) <= LONGEST_SAID:
        heard.said.append(text)
