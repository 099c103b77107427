"""config.toml holds every setting and says what it does; the code knows none that an operator could not find there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import get_args

from pydantic import SecretStr
from pydantic.fields import FieldInfo

from alertd.config import Section, SenderSettings, Settings
from tests.house.tree import ROOT

TEXT = (ROOT / "config.toml").read_text(encoding="utf-8")


def keys_of(section: type[Section]) -> list[str]:
    """The keys of a table that may stand in the file: all but secrets and tables of their own."""
    return [key for key, field in section.model_fields.items() if not is_secret(field) and not is_table(field)]


def is_secret(field: FieldInfo) -> bool:
    return SecretStr in get_args(field.annotation)


def is_table(field: FieldInfo) -> bool:
    return getattr(field.annotation, "__origin__", None) is dict


def tables() -> Iterator[tuple[str, type[Section]]]:
    """Every table of the file with the class that reads it."""
    for name, field in Settings.model_fields.items():
        if name == "senders":
            yield "[[senders]]", SenderSettings
        elif isinstance(field.annotation, type) and issubclass(field.annotation, Section):
            yield f"[{name}]", field.annotation


def lines_of(header: str) -> list[str]:
    """The lines of a table, those of all of its name together, each table's header first."""
    parts = re.split(r"^(?=\[)", TEXT, flags=re.MULTILINE)
    return [line for part in parts if part.startswith(f"{header}\n") for line in part.splitlines()]


def test_the_file_holds_every_setting_each_under_a_comment_of_its_own() -> None:
    silent = []
    for header, section in tables():
        lines = lines_of(header)
        for key in keys_of(section):
            above = [before for before, line in pairwise(lines) if re.match(rf"(# )?{key} =", line)]
            if not any(line.startswith("#") for line in above):
                silent.append(f"{header} {key}")
    assert silent == []


def test_every_table_within_a_table_is_explained_above_its_header() -> None:
    for name, section in tables():
        for key in (key for key, field in section.model_fields.items() if is_table(field)):
            header = f"[{name.strip('[]')}.{key}]"
            above = TEXT[: TEXT.index(header)].rstrip("\n").splitlines()[-1]
            assert above.startswith("#"), header


def test_every_secret_is_told_how_to_give_it() -> None:
    secrets = [key for _, section in tables() for key, field in section.model_fields.items() if is_secret(field)]
    assert [key for key in secrets if f"{key}_file" not in TEXT] == []
