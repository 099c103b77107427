"""The environment laid over the file: ALERTD_SECTION__KEY, and ALERTD_SENDERS__<NAME>__KEY for a sender."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import tomli

from alertd.config.credentials import SECRETS
from alertd.config.findings import Finding
from alertd.config.raw import Place, sender_names
from alertd.config.sections import Settings

PREFIX = "ALERTD_"


def variables_in(environ: Mapping[str, str], data: Mapping[str, Any]) -> dict[Place, str]:
    """The keys that the environment gives, each with the name of its variable.

    A secret that is given empty counts as not given: that is how a composed environment passes on what nobody set.
    """
    return {
        _place(name, data): name
        for name, value in sorted(environ.items())
        if name.startswith(PREFIX) and "__" in name and not (value == "" and name.lower().rpartition("__")[2] in SECRETS)
    }


def overlay(data: dict[str, Any], environ: Mapping[str, str], variables: Mapping[Place, str]) -> Iterator[Finding]:
    """Write into `data` what the environment gives, and say what has no place there."""
    for place, variable in variables.items():
        if place[0] not in Settings.model_fields:
            yield Finding(place, f"there is no section of that name; there are: {', '.join(Settings.model_fields)}")
        elif place[0] == "senders" and not isinstance(place[1], int):
            yield Finding(place, "the file holds no sender of that name")
        elif not _put(data, place, _value(environ[variable])):
            yield Finding(place, "cannot be given by the environment: what holds it in the file is not a table")


def _place(variable: str, data: Mapping[str, Any]) -> Place:
    """The place that a variable names. The name of a sender that the file does not hold stays a name."""
    section, *keys = variable.removeprefix(PREFIX).lower().split("__")
    if section != "senders" or len(keys) == 1:
        return (section, *keys)
    indices = {name.replace("-", "_"): index for index, name in sender_names(data).items()}
    return (section, indices.get(keys[0], keys[0]), *keys[1:])


def _value(written: str) -> Any:
    """Text as it is, for the models turn it into numbers and durations; lists and tables in TOML's notation."""
    if not written.startswith(("[", "{")):
        return written
    try:
        return tomli.loads(f"value = {written}")["value"]
    except (tomli.TOMLDecodeError, RecursionError):
        return written


def _put(data: dict[str, Any], place: Place, value: Any) -> bool:
    node: Any = data
    for part in place[:-1]:
        node = node[part] if isinstance(part, int) else node.setdefault(part, {}) if isinstance(node, dict) else None
    if not isinstance(node, dict):
        return False
    node[place[-1]] = value
    return True
