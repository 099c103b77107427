"""`alertd contacts`: is the directory right, and how it goes to a spreadsheet and back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Any

import typer

from alertd.cli import ConfigOption, JsonOption, print_json
from alertd.cli.attest import attest
from alertd.cli.invite import invite
from alertd.directory.directory import Directory
from alertd.directory.entries import Entry
from alertd.directory.importing import import_contacts
from alertd.directory.loading import check_directory, load_directory, read_draft
from alertd.directory.sheets import write_sheet
from alertd.errors import SetupError
from alertd.model.bodies import Contact

OutputOption = Annotated[Path | None, typer.Option("--output", "-o", help="Write this file instead: .csv or .xlsx.")]

contacts = typer.Typer(no_args_is_help=True, help="The directory: who answers for whom.")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    contacts.command()(invite)
    contacts.command()(attest)
    app.add_typer(contacts, name="contacts")


@contacts.command()
def check(config: ConfigOption = None, as_json: JsonOption = False) -> None:
    """Check the directory. Exit status 2 with every problem, each as file:line."""
    path = _path(config)
    if as_json:
        problems = check_directory(path)
        print_json({"path": str(path), "problems": problems})
        raise typer.Exit(2 if problems else 0)
    print(_told(load_directory(path)))


@contacts.command()
def export(config: ConfigOption = None, as_json: JsonOption = False, output: OutputOption = None) -> None:
    """Print every contact as CSV, or write a file (.csv, .xlsx), in the columns that `import` takes."""
    path = _path(config)
    directory = load_directory(path)
    if as_json:
        print_json([_row(contact, directory) for contact in directory.contacts])
    elif output is not None:
        output.write_bytes(_sheet_for(output, path))
        print(f"{len(_entries(path))} contacts written to {output}")
    else:
        print(write_sheet(_entries(path)), end="")


@contacts.command("import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="A sheet with the columns of `export`: .xlsx, or .csv in UTF-8.")],
    config: ConfigOption = None,
    as_json: JsonOption = False,
) -> None:
    """Put the contacts of a sheet into the directory: known ids are replaced, new ones added. All or, where one row is wrong, nothing."""
    done = import_contacts(_path(config), file)
    if as_json:
        print_json({"added": list(done.added), "replaced": list(done.replaced)})
    else:
        print(f"{len(done.added)} contacts added, {len(done.replaced)} replaced")


def _path(config: str | None) -> Path:
    from alertd.config import load_settings  # noqa: PLC0415 - keeps `alertd --help` quick to start

    return load_settings(config).contacts.path


def _sheet_for(output: Path, path: Path) -> bytes:
    """The contacts in the format that the file's ending asks for. A CSV begins with a mark by which spreadsheets know UTF-8."""
    from alertd.directory.workbooks import write_workbook  # noqa: PLC0415 - keeps `alertd --help` quick to start

    if output.suffix.lower() == ".xlsx":
        return write_workbook(_entries(path))
    if output.suffix.lower() == ".csv":
        return write_sheet(_entries(path)).encode("utf-8-sig")
    raise SetupError([f"{output}: the file must end in .csv or .xlsx"])


def _entries(path: Path) -> list[Entry]:
    return [entry for folder in read_draft(path).folders for entry in folder.of("contact")]


def _told(directory: Directory) -> str:
    tests = sum(any(map(directory.is_test_address, contact.addresses)) for contact in directory.contacts)
    told = f"{len(directory.bodies)} bodies, {len(directory.contacts)} contacts, no problem"
    return f"{told}; {tests} contacts have test addresses, which no live sender uses" if tests else told


def _row(contact: Contact, directory: Directory) -> dict[str, Any]:
    body = directory.find_body(contact.body)
    return {
        "id": contact.id,
        "body": contact.body,
        "body_name": body.name if body else "",
        "title": contact.title,
        "order": contact.order,
        "addresses": [{"channel": address.channel, "value": address.value} for address in contact.addresses],
    }
