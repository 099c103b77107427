"""Takes a sheet of contacts into contacts/, whole or not at all."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from alertd.directory.building import Folder
from alertd.directory.entries import Entry, Source
from alertd.directory.loading import Draft, draft_problems, read_draft
from alertd.directory.sheets import merge_contacts, read_sheet
from alertd.errors import SetupError

_WORKBOOK = b"PK\x03\x04"
_LOST = frozenset("?\ufffd")


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did."""

    added: tuple[str, ...]
    """Ids of new contacts."""
    replaced: tuple[str, ...]
    """Ids of contacts that were there and are now as in the sheet."""


def import_contacts(path: Path, sheet: Path) -> Imported:
    """Put the contacts of a CSV or an Excel workbook into the directory under `path`: known ids are replaced, new ones added, others stay.

    Raises SetupError with every problem of the sheet, each with its line, or of the directory as it would then be;
    nothing is written in that case.
    """
    draft = read_draft(path)
    if problems := draft_problems(draft):
        raise SetupError(["the directory itself must be right first:", *problems])
    contacts, problems = _read(sheet)
    problems = problems or _without_letters(contacts) or _strangers(contacts, draft) or draft_problems(with_contacts(draft, contacts))
    if problems:
        raise SetupError(problems)
    known = {entry.values["id"] for folder in draft.folders for entry in folder.of("contact")}
    for folder in draft.folders:
        _write(path / folder.province / "contacts.toml", [entry for entry in contacts if _province_of(entry) == folder.province])
    ids = [str(entry.values["id"]) for entry in contacts]
    return Imported(tuple(i for i in ids if i not in known), tuple(i for i in ids if i in known))


def with_contacts(draft: Draft, contacts: Iterable[Entry]) -> Draft:
    """The draft as it would be with these contacts."""
    contacts = tuple(contacts)
    return replace(draft, folders=tuple(_folder_with(folder, contacts) for folder in draft.folders))


def _folder_with(folder: Folder, contacts: tuple[Entry, ...]) -> Folder:
    coming = tuple(entry for entry in contacts if _province_of(entry) == folder.province)
    ids = {entry.values["id"] for entry in coming}
    staying = tuple(entry for entry in folder.entries if entry.kind != "contact" or entry.values["id"] not in ids)
    return replace(folder, entries=(*staying, *coming))


def _without_letters(contacts: Iterable[Entry]) -> list[str]:
    """A spreadsheet that saves CSV in an old character set writes "?" for every Vietnamese letter that the set lacks, and says nothing."""
    titles = [(entry.at("title"), str(entry.values["title"])) for entry in contacts]
    remedy = "save the sheet as .xlsx or as “CSV UTF-8”"
    return [f"{at}: {title!r} has lost its letters: {remedy}" for at, title in titles if _LOST.intersection(title)]


def _strangers(contacts: Iterable[Entry], draft: Draft) -> list[str]:
    provinces = {folder.province for folder in draft.folders}
    return [f"{entry.at()}: there is no folder {_province_of(entry)}/" for entry in contacts if _province_of(entry) not in provinces]


def _province_of(entry: Entry) -> str:
    return str(entry.values["id"]).partition("/")[0]


def _read(sheet: Path) -> tuple[list[Entry], list[str]]:
    """A workbook is known by its first letters, whatever its name: spreadsheets are saved under the wrong ending."""
    try:
        content = sheet.read_bytes()
        if content.startswith(_WORKBOOK):
            from alertd.directory.workbooks import read_workbook  # noqa: PLC0415 - only an import of a workbook needs the library

            return read_workbook(content, str(sheet))
        return read_sheet(Source(str(sheet), content.decode("utf-8")))
    except OSError as error:
        raise SetupError([f"{sheet}: cannot be read: {error.strerror}"]) from None
    except UnicodeDecodeError as error:
        raise SetupError([f"{sheet}:1: this file cannot be read as UTF-8 text: {error}"]) from None


def _write(file: Path, contacts: list[Entry]) -> None:
    """Replace the file in one step, so that a crash leaves the old or the new one."""
    if not contacts:
        return
    new = file.with_suffix(".toml.new")
    new.write_text(merge_contacts(file.read_text(encoding="utf-8"), contacts), encoding="utf-8")
    new.replace(file)
