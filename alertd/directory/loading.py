"""Loads contacts/ and tells the operator everything that is wrong with it at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from alertd.directory.building import Folder, content_of, wording_of
from alertd.directory.checks import find_problems
from alertd.directory.directory import Directory
from alertd.directory.entries import Entry, Source, read_entries
from alertd.directory.names import Wording
from alertd.directory.shapes import PROVINCE_SHAPES, WORDING_SHAPES, Shape, entry_problems, missing_tables
from alertd.errors import SetupError

_WORDING = "wording.toml"


@dataclass(frozen=True)
class Draft:
    """The files of contacts/ as they stand, not yet found right."""

    wording: Wording
    folders: tuple[Folder, ...]
    problems: tuple[str, ...]
    """What was wrong with single files and tables."""
    is_complete: bool
    """Whether every file could be read and has its fixed tables, so that looking at them together makes sense."""


def load_directory(path: Path) -> Directory:
    """The directory under `path` (the contacts/ folder, with one folder for each province). Raises SetupError with every problem."""
    draft = read_draft(path)
    if problems := draft_problems(draft):
        raise SetupError(problems)
    return Directory(content_of(draft.wording, draft.folders))


def check_directory(path: Path) -> list[str]:
    """Every problem of the directory under `path`, each as `file:line: sentence`; empty where it is right."""
    return draft_problems(read_draft(path))


def read_draft(path: Path) -> Draft:
    """The files under `path`, read and checked one by one."""
    places = [folder for folder in sorted(path.glob("*")) if _is_province(folder)]
    if not places:
        return Draft(wording_of((), ()), (), (f"{path}:1: there is no folder of a province here",), is_complete=False)
    wording = _read_file(path / _WORDING, WORDING_SHAPES)
    folders = [_read_folder(folder) for folder in places]
    files = [wording, *(file for _, read in folders for file in read)]
    strangers = [f"{file}:1: this file is unknown here" for folder in places for file in _unknown_files(folder)]
    return Draft(
        # One for the checks and for what is built afterwards: it remembers every name that it was once asked about.
        wording=wording_of(wording.sound, [str(folder.one("province").get("name", "")) for folder, _ in folders]),
        folders=tuple(folder for folder, _ in folders),
        problems=(*strangers, *(problem for file in files for problem in file.problems)),
        is_complete=all(file.is_complete for file in files),
    )


def draft_problems(draft: Draft) -> list[str]:
    """Every problem of a draft: first what is wrong with single tables, then what lies between them."""
    return [*draft.problems, *(_problems_between(draft) if draft.is_complete else ())]


def _problems_between(draft: Draft) -> Iterator[str]:
    for folder in draft.folders:
        yield from find_problems(folder, draft.wording)


@dataclass(frozen=True)
class _File:
    """One file: its tables that are right by themselves, the others, and what is wrong."""

    sound: tuple[Entry, ...]
    broken: tuple[Entry, ...]
    problems: tuple[str, ...]
    is_complete: bool


def _read_folder(folder: Path) -> tuple[Folder, list[_File]]:
    files = [_read_file(folder / f"{stem}.toml", shapes) for stem, shapes in PROVINCE_SHAPES.items()]
    sound = tuple(entry for file in files for entry in file.sound)
    return Folder(folder.name, sound, tuple(entry for file in files for entry in file.broken)), files


def _is_province(folder: Path) -> bool:
    """Whether it is a province's folder; contacts/ holds the lexicon too."""
    return any((folder / f"{stem}.toml").is_file() for stem in PROVINCE_SHAPES)


def _unknown_files(folder: Path) -> Sequence[Path]:
    return sorted(file for file in folder.glob("*.toml") if file.stem not in PROVINCE_SHAPES)


def _read_file(file: Path, shapes: Mapping[str, Shape]) -> _File:
    entries, problems = _read_entries(file)
    if problems:
        return _File((), (), tuple(problems), is_complete=False)
    missing = list(missing_tables(entries, shapes, str(file)))
    wrong = [list(entry_problems(entry, shapes)) for entry in entries]
    sound = tuple(entry for entry, found in zip(entries, wrong, strict=True) if not found)
    fixed = {name for name, shape in shapes.items() if shape.is_single}
    return _File(
        sound=sound,
        broken=tuple(entry for entry, found in zip(entries, wrong, strict=True) if found),
        problems=(*missing, *(problem for found in wrong for problem in found)),
        is_complete=not missing and fixed <= {entry.kind for entry in sound},
    )


def _read_entries(file: Path) -> tuple[list[Entry], list[str]]:
    try:
        text = file.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return [], [f"{file}:1: this file is missing"]
    except (OSError, UnicodeDecodeError) as error:
        return [], [f"{file}:1: this file cannot be read as UTF-8 text: {error}"]
    return read_entries(Source(str(file), text))
