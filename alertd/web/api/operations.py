"""Describes every operation of the API: what it takes and what it answers."""

from __future__ import annotations

from alertd.web.api import asked
from alertd.web.api.schemas import DAY, TEXT, YES_NO, ref
from alertd.web.routing import Operation

FILE = {"type": "object", "properties": {"file": {"type": "string", "format": "binary"}}, "required": ["file"]}
KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "required": False,
    "schema": {**TEXT, "maxLength": 200},
    "description": "The same key again is the same submission.",
}
LIMIT = {"name": "limit", "in": "query", "required": False, "schema": {"type": "integer", "minimum": 1, "maximum": 1000, "default": 100}}
LAST_EVENT = {
    "name": "Last-Event-ID",
    "in": "header",
    "required": False,
    "schema": {"type": "integer"},
    "description": "Go on after this event.",
}


DRILLS = {
    "name": "drill",
    "in": "query",
    "required": False,
    "schema": {"type": "string", "enum": ["0", "1"]},
    "description": "1 for drills instead of what reached people.",
}


def _day(name: str) -> dict[str, object]:
    return {"name": name, "in": "query", "required": False, "schema": DAY, "description": "A day in Vietnam, included."}


def _json(name: str) -> dict[str, object]:
    return {"application/json": ref(name)}


DESCRIPTION = Operation("This description.", {200: ("OpenAPI 3.1", {"application/json": {"type": "object"}})})
SUBMIT = Operation(
    "Hand in a file; every document in it is read and waits for release.",
    {201: ("Taken in.", _json("Submission")), 200: ("The same bytes or key were handed in before.", _json("Submission"))},
    content={"multipart/form-data": FILE, "text/plain": TEXT},
    parameters=(KEY,),
)
LIST = Operation("The latest documents, newest first.", {200: ("Documents.", _json("Documents"))}, parameters=(LIMIT,))
DOCUMENT = Operation("One document's reading, and the fingerprint of what stands.", {200: ("The document.", _json("DocumentInHand"))})
SOURCE = Operation("The whole file's text, in which all spans count.", {200: ("The text.", {"text/plain": TEXT})})
DRILL = {"name": "drill", "in": "query", "required": False, "schema": YES_NO, "description": "As a drill would."}
PREVIEW = Operation(
    "What a release would send now, and who cannot be reached.", {200: ("Nothing was sent.", _json("Preview"))}, parameters=(DRILL,)
)
APPROVE = Operation("Release a document: everybody it orders is told.", {200: ("Released.", _json("Release"))}, body=asked.AskedApproval)
URGENT = Operation("Find an emergency in what was taken for none.", {200: ("With every task that was read.", _json("Document"))})
REJECT = Operation("Decide that a document is not released.", {200: ("Rejected.", _json("Decision"))}, body=asked.AskedReason)
CORRECT = Operation(
    "Put a release right: whose tasks changed must answer again.", {200: ("The new release.", _json("Release"))}, body=asked.AskedCorrection
)
WITHDRAW = Operation("Call a release back.", {200: ("Withdrawn.", _json("Release"))}, body=asked.AskedReason)
CLOSE = Operation("End the following-up.", {200: ("Closed.", _json("Release"))}, body=asked.AskedReason)
DISPATCH = Operation("Who has answered, who is silent, and how every message fared.", {200: ("The board.", _json("Dispatch"))})
STATISTICS = Operation(
    "What the releases of some days came to, once they are over; without days, of the last year.",
    {200: ("Figures; spans of time in seconds.", _json("Statistics"))},
    parameters=(_day("first"), _day("last"), DRILLS),
)
CALLS = Operation("Who must be telephoned now, most needed first, and why.", {200: ("The call list.", _json("Calls"))})
RESOLVE = Operation(
    "Decide what a reply meant, in the place of what was recorded for it.", {200: ("Settled.", _json("Reply"))}, body=asked.AskedMeaning
)
ANSWER = Operation("Record an answer that came by telephone.", {201: ("Recorded.", _json("Reply"))}, body=asked.AskedAnswer)
INTERVENE = Operation(
    "Pause, resume, hurry or skip what would happen to a body by itself.", {200: ("The body.", _json("Row"))}, body=asked.AskedFollowup
)
ATTACHMENT = Operation(
    "What somebody sent beside words. Its type is the content's own; what is no picture, sound or film comes as a file to be saved.",
    {200: ("The content.", {"*/*": {"type": "string", "format": "binary"}})},
)
TAKE = Operation("Take something that the duty desk was told.", {200: ("Taken.", _json("Taken"))})
EVENTS = Operation(
    "Server-sent events of everything that changes: `event` is the audit trail's action, `data` its subject.",
    {200: ("The stream.", {"text/event-stream": TEXT})},
    parameters=(LAST_EVENT,),
)
