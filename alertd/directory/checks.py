"""Finds what is wrong between the entries of the contacts files: doubles, dead references, gaps in time, missing people."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import combinations

from alertd.directory.addresses import FORMS, BadAddress, read_address
from alertd.directory.building import Folder
from alertd.directory.entries import Entry
from alertd.directory.names import Wording
from alertd.model.bodies import Address

_REFERENCES = (
    ("body", "parent", "body"),
    ("body", "predecessors", "body"),
    ("group", "members", "body"),
    ("area", "group", "group"),
    ("area", "member", "body"),
    ("area", "looks_after", "body"),
    ("topic", "bodies", "body"),
    ("contact", "also_for", "body"),
    ("province", "committee", "body"),
)
"""Table, key, and the kind of table whose id the key's values must be."""


def find_problems(folder: Folder, wording: Wording) -> Iterator[str]:
    """Everything wrong between the entries of one folder, each as `file:line: sentence`."""
    for check in _CHECKS:
        yield from check(folder)
    yield from ambiguous_names(folder, wording)


def double_ids(folder: Folder) -> Iterator[str]:
    """Two bodies, groups, topics or contacts of one id, and bodies and groups named for another province."""
    for kind in ("body", "group", "topic", "contact"):
        first: dict[str, Entry] = {}
        for entry in folder.of(kind):
            if (other := first.setdefault(entry.values["id"], entry)) is not entry:
                yield f"{entry.at('id')}: the {kind} {entry.values['id']} stands already at {other.at('id')}"
            if kind != "topic" and not entry.values["id"].startswith(f"{folder.province}/"):
                yield f"{entry.at('id')}: the id must begin with {folder.province}/, the name of this folder"


def dead_references(folder: Folder) -> Iterator[str]:
    """Ids that no entry has."""
    ids = {
        kind: {str(entry.values.get("id")) for entry in (*folder.of(kind), *folder.broken) if entry.kind == kind}
        for kind in ("body", "group")
    }
    for kind, key, target in _REFERENCES:
        for entry in folder.of(kind):
            for value in _texts(entry.values.get(key)):
                if value not in ids[target]:
                    yield f"{entry.at(key, value)}: {key} names {value}, but there is no such {target}"
    for entry in folder.of("contact"):
        if _body_of(entry) not in ids["body"]:
            yield f"{entry.at('id')}: the contact answers for {_body_of(entry)}, but there is no such body"


def bad_dates(folder: Folder) -> Iterator[str]:
    """Bodies that end before they begin."""
    for entry in folder.of("body"):
        begins, ends = _time_of(entry)
        if ends < begins:
            yield f"{entry.at('valid_to')}: valid_to {ends} lies before valid_from {begins}"


def circles(folder: Folder) -> Iterator[str]:
    """Bodies that come to be their own predecessor or parent."""
    for key in ("predecessors", "parent"):
        links = {entry.values["id"]: _texts(entry.values.get(key)) for entry in folder.of("body")}
        for entry in folder.of("body"):
            if entry.values["id"] in _reached(entry.values["id"], links):
                yield f"{entry.at(key)}: by its {key} {entry.values['id']} comes back to itself"


def empty_lists(folder: Folder) -> Iterator[str]:
    """Groups without members or names, topics without bodies or phrases."""
    for kind, keys in (("group", ("members", "names")), ("topic", ("bodies", "phrases"))):
        for entry in folder.of(kind):
            for key in keys:
                if not entry.values[key]:
                    yield f"{entry.at(key)}: the {kind} {entry.values['id']} has no {key}"


def strange_areas(folder: Folder) -> Iterator[str]:
    """Members looking after areas in a group to which they do not belong."""
    members = {entry.values["id"]: entry.values["members"] for entry in folder.of("group")}
    for entry in folder.of("area"):
        if entry.values["member"] not in members.get(entry.values["group"], [entry.values["member"]]):
            yield f"{entry.at('member')}: {entry.values['member']} is no member of {entry.values['group']}"


def missing_people(folder: Folder) -> Iterator[str]:
    """Bodies for which nobody answers, contacts without address, two contacts in one place of a body's order. For a body that
    ends and has successors these answer.
    """
    calling: dict[tuple[str, int], Entry] = {}
    for entry in folder.of("contact"):
        if not entry.values["addresses"]:
            yield f"{entry.at('addresses')}: the contact {entry.values['id']} has no address"
        for body in (_body_of(entry), *entry.values.get("also_for", ())):
            if (other := calling.setdefault((body, entry.values["order"]), entry)) is not entry:
                yield f"{entry.at('order')}: order {entry.values['order']} of {body} is taken at {other.at('order')}"
    broken = [entry for entry in folder.broken if entry.kind == "contact"]
    answered = {body for body, _ in calling} | {
        body for entry in broken for body in (_body_of(entry), *_texts(entry.values.get("also_for")))
    }
    followed = {body for entry in folder.of("body") for body in entry.values.get("predecessors", ())}
    for entry in folder.of("body"):
        is_over = "valid_to" in entry.values and entry.values["id"] in followed
        if entry.values["id"] not in answered and not is_over:
            yield f"{entry.at()}: nobody answers for {entry.values['id']}: there is no contact"


def bad_addresses(folder: Folder) -> Iterator[str]:
    """Addresses that cannot be reached, and one address in two entries."""
    channels, prefixes = folder.one("channels"), folder.one("test_addresses")
    yield from _bad_channels(folder, channels)
    first: dict[Address, Entry] = {}
    for entry in folder.of("contact"):
        for written in entry.values["addresses"]:
            try:
                address = read_address(written, channels, prefixes)
            except BadAddress as error:
                yield f"{entry.at('addresses')}: {error}"
                continue
            if address in first:
                other = first[address].at("addresses")
                yield f"{entry.at('addresses')}: {written} stands already at {other}; for two bodies use also_for"
            first.setdefault(address, entry)


def _bad_channels(folder: Folder, channels: Mapping[str, str]) -> Iterator[str]:
    for entry in folder.of("channels"):
        for channel, form in entry.values.items():
            if form not in FORMS:
                yield f"{entry.at(channel)}: {channel} must be one of {', '.join(FORMS)}"
    for entry in folder.of("test_addresses"):
        for channel in entry.values:
            if channel not in channels:
                yield f"{entry.at(channel)}: {channel} is no channel of [channels]"


def ambiguous_names(folder: Folder, wording: Wording) -> Iterator[str]:
    """Written names that would mean two bodies, or a body and a group, on the same day."""
    holders: dict[str, list[tuple[Entry, str, str]]] = {}
    for kind, keys in (("body", ("name", "aliases")), ("group", ("names",))):
        for entry in folder.of(kind):
            for key, written in _written_names(entry, keys):
                for form in wording.written_keys(written, folder.one("province").get("name", "")):
                    holders.setdefault(form, []).append((entry, key, written))
    told: set[str] = set()
    for held in holders.values():
        for one, other in combinations(held, 2):
            problem = _clash(one, other)
            if problem and problem not in told:
                told.add(problem)
                yield problem


def _written_names(entry: Entry, keys: Iterable[str]) -> Iterator[tuple[str, str]]:
    for key in keys:
        for written in _texts(entry.values.get(key)):
            yield key, written


def _clash(one: tuple[Entry, str, str], other: tuple[Entry, str, str]) -> str | None:
    (first, first_key, first_name), (second, key, written) = one, other
    if first is second or not _overlap(_time_of(first), _time_of(second)):
        return None
    return f'{second.at(key, written)}: "{written}" already means {first.values["id"]} ({first.at(first_key, first_name)})'


def _overlap(one: tuple[date, date], other: tuple[date, date]) -> bool:
    return one[0] <= other[1] and other[0] <= one[1]


def _time_of(entry: Entry) -> tuple[date, date]:
    return entry.values.get("valid_from", date.min), entry.values.get("valid_to", date.max)


def _texts(value: object) -> list[str]:
    if isinstance(value, list):
        return [str(item) for item in value]
    return [value] if isinstance(value, str) else []


def _body_of(contact: Entry) -> str:
    return str(contact.values.get("id")).partition("#")[0]


def _reached(start: str, links: Mapping[str, list[str]]) -> set[str]:
    """Every id to which the links lead from `start`, itself only if a circle leads back."""
    reached: set[str] = set()
    waiting = list(links.get(start, ()))
    while waiting:
        if (found := waiting.pop()) not in reached:
            reached.add(found)
            waiting.extend(links.get(found, ()))
    return reached


_CHECKS: tuple[Callable[[Folder], Iterator[str]], ...] = (
    double_ids,
    dead_references,
    bad_dates,
    circles,
    empty_lists,
    strange_areas,
    missing_people,
    bad_addresses,
)
