"""Finds the database that a command is about, and refuses where there is none: an empty one would answer that all is well."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from alertd.errors import SetupError

if TYPE_CHECKING:  # a small command must not load the settings' models
    from alertd.config import Settings

_SQLITE = "sqlite:///"


def in_use(settings: Settings) -> Settings:
    """The settings, once it is sure that opening the database will not make an empty one."""
    if settings.database.url.startswith(_SQLITE) and not file_of(settings).is_file():
        raise SetupError([f"database.url: there is no database at {file_of(settings)}"])
    return settings


def file_of(settings: Settings, instead: str = "") -> Path:
    """The file of a SQLite database. Raises SetupError that names the tool to use instead for any other."""
    url = settings.database.url
    if not url.startswith(_SQLITE):
        raise SetupError([f"database.url: for PostgreSQL use its own {instead}"])
    return Path(url.removeprefix(_SQLITE))
