"""Tests of `alertd contacts`: what an operator sees, and the exit status."""

from __future__ import annotations

import json
from pathlib import Path

import typer
from typer.testing import CliRunner, Result

from alertd.cli.contacts import register
from alertd.errors import SetupError
from tests.directory.folders import CONTACTS, write_folder

APP = typer.Typer()
register(APP)
PACKAGED = Path(__file__).parents[2] / "config.toml"


def run(tmp_path: Path, *arguments: str, **changed: str) -> Result:
    """Run `alertd contacts …` with the packaged settings on a small directory of its own."""
    write_folder(tmp_path / "contacts", **changed)
    config = tmp_path / "config.toml"
    config.write_text(PACKAGED.read_text(encoding="utf-8"), encoding="utf-8")
    return CliRunner().invoke(APP, ["contacts", *arguments, "--config", str(config)])


def test_check_says_what_there_is_and_that_test_addresses_are_not_for_people(tmp_path: Path) -> None:
    result = run(tmp_path, "check")
    assert result.exit_code == 0
    assert result.stdout == "3 bodies, 3 contacts, no problem; 3 contacts have test addresses, which no live sender uses\n"


def test_check_refuses_a_wrong_directory_with_every_problem(tmp_path: Path) -> None:
    result = run(tmp_path, "check", contacts=CONTACTS.replace("order = 1", "order = 0"))
    assert isinstance(result.exception, SetupError)
    assert len(result.exception.problems) == 2


def test_check_as_json_gives_the_problems_and_the_status(tmp_path: Path) -> None:
    result = run(tmp_path, "check", "--json", contacts=CONTACTS.replace("order = 1", "order = 0"))
    assert result.exit_code == 2
    assert len(json.loads(result.stdout)["problems"]) == 2
    assert json.loads(run(tmp_path, "check", "--json").stdout)["problems"] == []


def test_export_prints_a_sheet_that_import_takes(tmp_path: Path) -> None:
    sheet = run(tmp_path, "export").stdout
    assert sheet.splitlines()[0] == "id,title,order,addresses,also_for"
    (tmp_path / "sheet.csv").write_text(sheet, encoding="utf-8")
    assert run(tmp_path, "import", str(tmp_path / "sheet.csv")).stdout == "0 contacts added, 2 replaced\n"
    done = json.loads(run(tmp_path, "import", str(tmp_path / "sheet.csv"), "--json").stdout)
    assert done == {"added": [], "replaced": ["suoi-vang/ubnd-tinh#chu-tich", "suoi-vang/so-cau-duong#giam-doc"]}


def test_export_as_json_names_the_body_of_each_contact(tmp_path: Path) -> None:
    rows = json.loads(run(tmp_path, "export", "--json").stdout)
    assert [row["body_name"] for row in rows] == ["UBND tỉnh Suối Vàng", "Sở Cầu đường", "Sở Hạ tầng"]
    assert rows[0]["addresses"][1] == {"channel": "sms", "value": "+84900000001"}


def test_import_of_a_wrong_sheet_is_refused_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "sheet.csv").write_text("id,title,order,addresses\nx,X,1,sms:1\n", encoding="utf-8")
    result = run(tmp_path, "import", str(tmp_path / "sheet.csv"))
    assert isinstance(result.exception, SetupError)
    assert result.exception.problems[0].startswith(f"{tmp_path}/sheet.csv:2: ")


def test_import_of_a_sheet_that_is_not_there_says_so(tmp_path: Path) -> None:
    refused = run(tmp_path, "import", str(tmp_path / "khong-co.csv")).exception
    assert isinstance(refused, SetupError)
    assert refused.problems == [f"{tmp_path / 'khong-co.csv'}: cannot be read: No such file or directory"]


def test_export_writes_a_file_that_a_spreadsheet_opens_and_import_takes(tmp_path: Path) -> None:
    for name in ("sheet.xlsx", "sheet.csv"):
        file = tmp_path / name
        assert run(tmp_path, "export", "--output", str(file)).stdout == f"2 contacts written to {file}\n"
        assert run(tmp_path, "import", str(file)).stdout == "0 contacts added, 2 replaced\n"
    assert (tmp_path / "sheet.csv").read_bytes().startswith(b"\xef\xbb\xbf"), "spreadsheets know UTF-8 by this mark"


def test_export_to_another_kind_of_file_is_refused(tmp_path: Path) -> None:
    result = run(tmp_path, "export", "--output", str(tmp_path / "sheet.ods"))
    assert isinstance(result.exception, SetupError)
