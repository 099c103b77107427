"""Turns the entries of the contacts files, found right, into the directory's content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from alertd.directory.addresses import read_address
from alertd.directory.content import Content, Province, Region
from alertd.directory.entries import Entry
from alertd.directory.names import Wording
from alertd.model.bodies import Body, BodyType, Contact, Group, Seat, Topic


@dataclass(frozen=True)
class Folder:
    """The entries of one province's folder."""

    province: str
    """The folder's name."""
    entries: tuple[Entry, ...]
    """The tables that are right by themselves."""
    broken: tuple[Entry, ...] = ()
    """The tables that are not: what they are meant to be exists, so whoever names them is not wrong."""

    def of(self, kind: str) -> list[Entry]:
        """The tables of one kind, in the order in which they stand."""
        return self._by_kind.get(kind, [])

    def one(self, kind: str) -> dict[str, Any]:
        """The values of a table that stands once; empty where it is missing."""
        return next((dict(entry.values) for entry in self.of(kind)), {})

    @cached_property
    def _by_kind(self) -> dict[str, list[Entry]]:
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.kind, []).append(entry)
        return found


def wording_of(entries: Iterable[Entry], provinces: Iterable[str]) -> Wording:
    """The wording that contacts/wording.toml gives, for these provinces."""
    tables = {entry.kind: entry.values for entry in entries}
    loose = tables.get("wording", {})
    return Wording(
        abbreviations=dict(tables.get("abbreviations", {})),
        titles=tuple(loose.get("titles", ())),
        tails=tuple(loose.get("tails", ())),
        qualifiers=tuple(loose.get("qualifiers", ())),
        provinces=tuple(provinces),
    )


def content_of(wording: Wording, folders: Iterable[Folder]) -> Content:
    """The content of all folders together."""
    folders = tuple(folders)
    return Content(
        wording=wording,
        provinces=tuple(map(_province, folders)),
        bodies=tuple(body for folder in folders for body in _bodies(folder)),
        groups=tuple(group for folder in folders for group in map(_group, folder.of("group"))),
        areas={
            (entry.values["group"], entry.values["member"]): tuple(entry.values["looks_after"])
            for folder in folders
            for entry in folder.of("area")
        },
        topics=tuple(topic for folder in folders for topic in map(_topic, folder.of("topic"))),
        no_topic=tuple(phrase for folder in folders for phrase in folder.one("topics").get("no_topic", ())),
        contacts=tuple(contact for folder in folders for contact in _contacts(folder)),
        test_prefixes=_test_prefixes(folders),
    )


def _province(folder: Folder) -> Province:
    own, collectives, outside = folder.one("province"), folder.one("collectives"), folder.one("outside")
    return Province(
        id=folder.province,
        name=own["name"],
        committee=own["committee"],
        collectives=tuple(collectives["names"]),
        collectives_from_above=tuple(collectives.get("names_from_above", ())),
        fillers=tuple(collectives["fillers"]),
        regions=tuple(map(_region, folder.of("region"))),
        other_provinces=tuple(outside["provinces"]),
        outside_names=tuple(outside["names"]),
        outside_names_from_above=tuple(outside.get("names_from_above", ())),
        outside_beginnings=tuple(outside["beginnings"]),
        outside_beginnings_from_above=tuple(outside["beginnings_from_above"]),
    )


def _region(entry: Entry) -> Region:
    return Region(tuple(entry.values["names"]), tuple(entry.values["provinces"]), entry.values.get("in_order", False))


def _bodies(folder: Folder) -> Iterator[Body]:
    successors: dict[str, list[str]] = {}
    for entry in folder.of("body"):
        for predecessor in entry.values.get("predecessors", ()):
            successors.setdefault(predecessor, []).append(entry.values["id"])
    topics: dict[str, list[str]] = {}
    for entry in folder.of("topic"):
        for body in entry.values["bodies"]:
            topics.setdefault(body, []).append(entry.values["id"])
    for entry in folder.of("body"):
        yield _body(entry.values, tuple(successors.get(entry.values["id"], ())), tuple(topics.get(entry.values["id"], ())))


def _body(values: Any, successors: tuple[str, ...], topics: tuple[str, ...]) -> Body:
    return Body(
        id=values["id"],
        name=values["name"],
        type=BodyType(values["type"]),
        aliases=tuple(values.get("aliases", ())),
        parent=values.get("parent"),
        valid_from=values.get("valid_from"),
        valid_to=values.get("valid_to"),
        predecessors=tuple(values.get("predecessors", ())),
        successors=successors,
        topics=topics,
        short_name=values.get("short_name", values["name"]),
        seat=Seat(*map(float, values["seat"])) if "seat" in values else None,
    )


def _group(entry: Entry) -> Group:
    values = entry.values
    return Group(values["id"], tuple(values["names"]), tuple(values["members"]), values.get("by_topic", False))


def _topic(entry: Entry) -> Topic:
    return Topic(entry.values["id"], entry.values["name"], tuple(entry.values["phrases"]))


def _contacts(folder: Folder) -> Iterator[Contact]:
    channels, prefixes = folder.one("channels"), folder.one("test_addresses")
    for entry in folder.of("contact"):
        body, _, function = entry.values["id"].partition("#")
        addresses = tuple(read_address(written, channels, prefixes) for written in entry.values["addresses"])
        for held in (body, *entry.values.get("also_for", ())):
            yield Contact(f"{held}#{function}", held, entry.values["title"], entry.values["order"], addresses)


def _test_prefixes(folders: Iterable[Folder]) -> dict[str, tuple[str, ...]]:
    merged: dict[str, tuple[str, ...]] = {}
    for folder in folders:
        for channel, prefixes in folder.one("test_addresses").items():
            merged[channel] = (*merged.get(channel, ()), *prefixes)
    return merged
