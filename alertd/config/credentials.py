"""Secrets: never in the file by value, but from the environment or from a file of their own that `<key>_file` names."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args

from pydantic import SecretStr

from alertd.config.findings import Finding
from alertd.config.raw import Place, senders, table
from alertd.config.sections import Database, Heartbeat
from alertd.config.senders import SenderSettings
from alertd.config.values import Section


def _secrets_of(section: type[Section]) -> tuple[str, ...]:
    return tuple(key for key, field in section.model_fields.items() if SecretStr in get_args(field.annotation))


SECRETS = frozenset({*_secrets_of(Database), *_secrets_of(Heartbeat), *_secrets_of(SenderSettings)})
"""Every key that holds a secret."""


def refuse_by_value(data: Mapping[str, Any]) -> Iterator[Finding]:
    """Say of each secret that stands in the file itself where it belongs. To be asked before the environment is laid over."""
    for place, section in _tables(data):
        for key in SECRETS & section.keys():
            sentence = (
                f"a secret does not stand in the configuration; give it in {_variable(place, section, key)} or name its file by {key}_file"
            )
            yield Finding((*place, key), sentence)


def read_files(data: Mapping[str, Any], folder: Path) -> Iterator[Finding]:
    """Put the content of each `<key>_file` (a relative path is taken from `folder`) in the place of its key, and say what went wrong."""
    for place, section in _tables(data):
        for key in SECRETS:
            written = section.pop(f"{key}_file", None)
            if written is not None:
                yield from _read(section, key, folder / str(written), (*place, f"{key}_file"))


def _read(section: dict[str, Any], key: str, path: Path, place: Place) -> Iterator[Finding]:
    if key in section:
        yield Finding(place, f"{key} is given twice, by value and by file")
        return
    try:
        section[key] = path.read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        yield Finding(place, f"{path} cannot be read: {getattr(error, 'strerror', None) or error}")
    else:
        if not section[key]:
            yield Finding(place, f"{path} is empty")


def _tables(data: Mapping[str, Any]) -> Iterator[tuple[Place, dict[str, Any]]]:
    """Each table that may hold secrets, with its place."""
    yield from (((name,), table(data, name)) for name in ("database", "heartbeat"))
    yield from ((("senders", index), sender) for index, sender in senders(data).items())


def _variable(place: Place, section: Mapping[str, Any], key: str) -> str:
    names = ("senders", str(section.get("name", "<name>"))) if place[0] == "senders" else (str(place[0]),)
    return "ALERTD_" + "__".join((*names, key)).upper().replace("-", "_")
