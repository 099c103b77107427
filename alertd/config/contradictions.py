"""What no single key shows: settings that contradict one another, told together with all that is wrong elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import timedelta
from typing import Any

from alertd.config.findings import Finding
from alertd.config.raw import sender_names, senders, table
from alertd.config.senders import NEEDS, Needs, reaches_people
from alertd.config.values import duration
from alertd.model.appointments import AppointmentKind
from alertd.model.documents import Urgency

_NOBODY_NOTICES = "needs a step with `after`, else nobody notices what has not come"


def contradictions(data: Mapping[str, Any]) -> Iterator[Finding]:
    """All contradictions in the raw settings. Parts that are malformed are passed over: the models complain of those."""
    yield from _names_used_twice(data)
    for index, sender in senders(data).items():
        for key, sentence in _in_sender(sender, table(data, "web").get("public_url")):
            yield Finding(("senders", index, key), sentence)
    yield from _urgencies_left_out(table(data, "followups"))
    yield from _delivery_times(table(data, "delivery"))


def _names_used_twice(data: Mapping[str, Any]) -> Iterator[Finding]:
    seen: set[str] = set()
    for index, name in sender_names(data).items():
        if name in seen:
            yield Finding(("senders", index, "name"), "an earlier sender has the same name")
        seen.add(name)


def _in_sender(sender: Mapping[str, Any], public_url: object) -> Iterator[tuple[str, str]]:
    """What one sender lacks of its channel's needs: pairs of key and sentence."""
    needs = NEEDS.get(str(sender.get("channel")), Needs(credentials=()))
    given = {key for key, value in sender.items() if value}
    if given.intersection(needs.credentials):
        yield from (
            (key, f"is missing; {' and '.join(needs.credentials)} belong together") for key in needs.credentials if key not in given
        )
    if reaches_people(str(sender.get("api_base", "")), live=sender.get("live")):
        yield from ((key, f"is missing; {sender['channel']} needs it") for key in needs.live_keys if key not in given)
    if sender.get("receipt_within") is not None and str(sender.get("channel")) in NEEDS and not needs.has_receipts:
        yield "receipt_within", f"{sender['channel']} gives no receipts that could be awaited"
    yield from _of_calls(sender, needs)
    if sender.get("receive") == "webhook":
        yield from ((key, 'is missing; receive = "webhook" needs it') for key in needs.webhook_secrets if key not in given)
        if not public_url:
            yield "receive", '"webhook" needs web.public_url'


def _of_calls(sender: Mapping[str, Any], needs: Needs) -> Iterator[tuple[str, str]]:
    """What concerns senders that call, and what concerns only those."""
    if not needs.can_poll and sender.get("receive", "poll") == "poll":
        yield "receive", '"poll" hears no keys; "webhook" does, "none" calls without asking for any'
    if needs.is_called and not str(sender.get("from_number", "+")).startswith("+"):
        yield "from_number", "must be a number, written +…: neither names nor Messaging Services call"
    if "at_once" in sender and not needs.is_called:
        yield "at_once", "is about calls alone; messages are always sent at once"


def _urgencies_left_out(followups: Mapping[str, Any]) -> Iterator[Finding]:
    for key in ("expires_after", "ladders"):
        given = table(followups, key)
        if given:
            yield from (Finding(("followups", key, urgency), "is missing") for urgency in Urgency if urgency not in given)
    yield from _steps_too_late(table(followups, "ladders"), table(followups, "expires_after"))
    given = table(followups, "around")
    if given:
        yield from (Finding(("followups", "around", kind), "is missing") for kind in AppointmentKind if kind not in given)
        yield from (Finding(("followups", "around", kind), _NOBODY_NOTICES) for kind, steps in given.items() if _all_before(steps))


def _all_before(steps: object) -> bool:
    """Whether nothing happens once the moment has come: then a word that does not come is missed by nobody."""
    return isinstance(steps, list) and not any(isinstance(step, Mapping) and "after" in step for step in steps)


def _steps_too_late(ladders: Mapping[str, Any], expires_after: Mapping[str, Any]) -> Iterator[Finding]:
    """Steps that would come when nothing is chased any more. Lists that are malformed are the models' concern."""
    for urgency, steps in ladders.items():
        ends = _duration(expires_after.get(urgency))
        for index, step in enumerate(steps if isinstance(steps, list) else []):
            after = _duration(step.get("after")) if isinstance(step, Mapping) else None
            if ends and after and after >= ends:
                yield Finding(("followups", "ladders", urgency, index), f"never comes: followups.expires_after.{urgency} ends it before")


def _delivery_times(delivery: Mapping[str, Any]) -> Iterator[Finding]:
    if _is_longer(delivery, "timeout", "lease"):
        yield Finding(("delivery", "lease"), "must not be shorter than delivery.timeout, else a message still under way counts as lost")
    if _is_longer(delivery, "retry_after", "retry_at_most"):
        yield Finding(("delivery", "retry_at_most"), "must not be shorter than delivery.retry_after")


def _is_longer(section: Mapping[str, Any], key: str, other: str) -> bool:
    """Whether one duration is longer than another, where both can be read."""
    longer, shorter = _duration(section.get(key)), _duration(section.get(other))
    return longer is not None and shorter is not None and longer > shorter


def _duration(written: object) -> timedelta | None:
    try:
        return duration(written)
    except ValueError:
        return None
