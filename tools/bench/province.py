"""Writes a directory of any size for measurements: N bodies, each with one contact on one channel."""

from __future__ import annotations

import shutil
from pathlib import Path

from alertd.config import Settings

CHAT = 98_000_000_000


def write_directory(folder: Path, settings: Settings, size: int) -> Path:
    """A copy of the installation's directory with one province of `size` bodies. Returns its folder."""
    contacts = folder / "contacts"
    shutil.copytree(settings.contacts.path, contacts)
    province = contacts / settings.province.id
    bodies, people = [], []
    for n in range(size):
        body = f"{settings.province.id}/don-vi-{n}"
        bodies.append(f'[[body]]\nid = "{body}"\nname = "Đơn vị số {n}"\nshort_name = "ĐV {n}"\ntype = "other"\n')
        people.append(f'[[contact]]\nid = "{body}#truong"\ntitle = "Trưởng đơn vị"\norder = 1\naddresses = ["telegram:{CHAT + n:d}"]\n')
    for name, entries in (("bodies.toml", bodies), ("contacts.toml", people)):
        with (province / name).open("a", encoding="utf-8") as file:
            file.write("\n" + "\n".join(entries))
    return contacts


def bodies(settings: Settings, size: int) -> list[str]:
    """The ids of those bodies."""
    return [f"{settings.province.id}/don-vi-{n}" for n in range(size)]
