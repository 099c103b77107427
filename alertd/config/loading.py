"""Reads the configuration from its three places and tells the operator everything that is wrong with it at once."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import tomli
from pydantic import ValidationError

from alertd.config.apart import not_apart
from alertd.config.contradictions import contradictions
from alertd.config.credentials import read_files, refuse_by_value
from alertd.config.environment import overlay, variables_in
from alertd.config.findings import Finding, Origins, lines_of
from alertd.config.raw import sender_names
from alertd.config.sections import Contacts, Settings, Templates
from alertd.errors import SetupError


def load_settings(config: str | Path | None = None, environ: Mapping[str, str] = os.environ) -> Settings:
    """Read the configuration: the file named, else ./config.toml, else the packaged one; what the environment gives goes before it.

    Relative paths are taken from the file's folder, with the packaged file from the working folder; `contacts` and
    `templates` that are not there are the packaged ones.

    Raises SetupError with every problem, each as `file:line: section.key: what is wrong`.
    """
    file, folder = _chosen(config)
    text, data = _parsed(file)
    findings = list(refuse_by_value(data))
    variables = variables_in(environ, data)
    origins = Origins(file, lines_of(text), variables, sender_names(data))
    findings += overlay(data, environ, variables)
    findings += read_files(data, folder)
    findings += contradictions(data)
    settings = _validated(data, findings, file, folder)
    if settings is None:
        raise SetupError([origins.told(finding) for finding in sorted(findings, key=lambda f: origins.line(f.place))])
    return settings


def packaged(name: str) -> Path:
    """A default that the wheel carries, or the same thing at the top of a checkout."""
    package = Path(__file__).parents[1]
    inside = package / "defaults" / name
    return inside if inside.exists() else package.parent / name


def _chosen(config: str | Path | None) -> tuple[Path, Path]:
    """The file to read, and the folder from which relative paths in it are taken."""
    if config is not None:
        return Path(config), Path(config).absolute().parent
    here = Path("config.toml")
    return here if here.exists() else packaged("config.toml"), Path.cwd()


def _parsed(file: Path) -> tuple[str, dict[str, Any]]:
    try:
        text = file.read_text(encoding="utf-8-sig")  # Windows' editor begins a file with a mark
        return text, tomli.loads(text)
    except OSError as error:
        raise SetupError([f"{file}: cannot be read: {error.strerror}"]) from None
    except (tomli.TOMLDecodeError, UnicodeDecodeError) as error:
        raise SetupError([f"{file}: is not valid TOML: {error}"]) from None
    except RecursionError:
        raise SetupError([f"{file}: lists and tables are nested too deep"]) from None


def _validated(data: Mapping[str, Any], findings: list[Finding], file: Path, folder: Path) -> Settings | None:
    """The settings with every path absolute, unless there is a finding; what is found here is added to the findings."""
    try:
        settings = _placed(Settings(**data), folder)
    except ValidationError as error:
        findings += _found(error)
    else:
        findings += not_apart(settings, file)
    return None if findings else settings


def _found(error: ValidationError) -> Iterator[Finding]:
    sentences = {"missing": "is missing", "extra_forbidden": "is not a known key"}
    for item in error.errors(include_url=False, include_input=False, include_context=False):
        place = tuple(part for part in item["loc"] if part != "[key]")
        yield Finding(place, sentences.get(item["type"]) or item["msg"].removeprefix("Value error, "))


def _placed(settings: Settings, folder: Path) -> Settings:
    """The settings with every relative path made absolute."""

    def beside_or_packaged(path: Path) -> Path:
        return packaged(str(path)) if not (folder / path).exists() and packaged(str(path)).exists() else folder / path

    url = settings.database.url
    if url.startswith("sqlite:///"):  # a fourth slash begins an absolute path, which joining leaves as it is
        url = f"sqlite:///{folder / url.removeprefix('sqlite:///')}"
    return settings.model_copy(
        update={
            "contacts": Contacts(path=beside_or_packaged(settings.contacts.path)),
            "templates": Templates(path=beside_or_packaged(settings.templates.path)),
            "intake": settings.intake.model_copy(update={"folder": folder / settings.intake.folder}),
            "database": settings.database.model_copy(update={"url": url}),
        }
    )
