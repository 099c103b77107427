"""Tests that contacts go to a spreadsheet and back unharmed, and that a wrong sheet changes nothing."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from alertd.directory.entries import Source
from alertd.directory.importing import Imported, import_contacts
from alertd.directory.loading import load_directory, read_draft
from alertd.directory.sheets import merge_contacts, read_sheet, write_sheet
from alertd.errors import SetupError
from tests.directory.folders import CONTACTS, write_folder

SHEET = """\
id,title,order,addresses,also_for
suoi-vang/so-cau-duong#giam-doc,Giám đốc mới,1,sms:+84900000077; telegram:99000000077,suoi-vang/so-ha-tang
suoi-vang/ubnd-tinh#van-phong,"Văn phòng, trực đêm",2,telegram:99000000078,
"""


def imported(tmp_path: Path, sheet: str) -> Imported:
    file = tmp_path / "sheet.csv"
    file.write_text(sheet, encoding="utf-8")
    return import_contacts(write_folder(tmp_path / "contacts"), file)


def refused(tmp_path: Path, sheet: str) -> list[str]:
    with pytest.raises(SetupError) as raised:
        imported(tmp_path, sheet)
    assert (tmp_path / "contacts/suoi-vang/contacts.toml").read_text(encoding="utf-8") == CONTACTS
    return [problem.removeprefix(f"{tmp_path}/") for problem in raised.value.problems]


def test_known_contacts_are_replaced_and_new_ones_added(tmp_path: Path) -> None:
    done = imported(tmp_path, SHEET)
    assert (done.added, done.replaced) == (("suoi-vang/ubnd-tinh#van-phong",), ("suoi-vang/so-cau-duong#giam-doc",))
    directory = load_directory(tmp_path / "contacts")
    assert [contact.title for contact in directory.contacts_of("suoi-vang/ubnd-tinh")] == ["Chủ tịch UBND tỉnh", "Văn phòng, trực đêm"]
    head = directory.contacts_of("suoi-vang/so-ha-tang")[0]
    assert [address.value for address in head.addresses] == ["+84900000077", "99000000077"]


def test_comments_and_contacts_that_the_sheet_does_not_name_stay(tmp_path: Path) -> None:
    imported(tmp_path, SHEET)
    text = (tmp_path / "contacts/suoi-vang/contacts.toml").read_text(encoding="utf-8")
    assert text.startswith("# Who answers.\n[channels]")
    assert "# The roads\n[[contact]]" in text


def test_what_was_exported_can_be_imported_without_any_change(tmp_path: Path) -> None:
    draft = read_draft(write_folder(tmp_path / "contacts"))
    before = load_directory(tmp_path / "contacts").contacts
    done = imported(tmp_path, write_sheet(draft.folders[0].of("contact")))
    assert done.added == ()
    assert load_directory(tmp_path / "contacts").contacts == before


def test_a_sheet_of_a_spreadsheet_with_semicolons_and_a_mark_at_its_start_is_read(tmp_path: Path) -> None:
    sheet = '\ufeffid;title;order;addresses\r\nsuoi-vang/ubnd-tinh#phu;Phụ;2;"telegram:99000000078; sms:+84900000078"\r\n;;;\r\n'
    assert imported(tmp_path, sheet).added == ("suoi-vang/ubnd-tinh#phu",)


def test_every_wrong_row_is_told_with_its_line(tmp_path: Path) -> None:
    rows = ["id,title,order,addresses", "suoi-vang/ubnd-tinh#a,A,hai,telegram:99000000078", ",B,1,telegram:1", '"c\nd",C,1,']
    assert refused(tmp_path, "\n".join(rows)) == [
        "sheet.csv:2: order must be a whole number from 1",
        "sheet.csv:3: id is missing",
        "sheet.csv:4: addresses is missing",
        "sheet.csv:4: id must be an id such as lang-son/huyen-cao-loc#chu-tich",
    ]


def test_what_is_wrong_between_rows_and_directory_is_told_with_its_line(tmp_path: Path) -> None:
    rows = [
        "id,title,order,addresses",
        "suoi-vang/nobody#a,A,1,sms:02053812345",
        "suoi-vang/ubnd-tinh#b,B,1,telegram:99000000001",
        "suoi-vang/so-cau-duong#giam-doc,C,1,telegram:99000000003",
    ]
    told = "\n".join(refused(tmp_path, "\n".join(rows)))
    assert "sheet.csv:2: the contact answers for suoi-vang/nobody, but there is no such body" in told
    assert 'sheet.csv:2: "02053812345" is not a mobile number' in told
    assert "sheet.csv:3: telegram:99000000001 stands already at" in told
    assert "sheet.csv:3: order 1 of suoi-vang/ubnd-tinh is taken at" in told
    assert "nobody answers for suoi-vang/so-ha-tang" in told


@pytest.mark.parametrize(
    ("sheet", "words"),
    [
        ("", "sheet.csv:1: the columns must be id, title, order, addresses, also_for"),
        ("id,title,order,phone\n", "sheet.csv:1: the columns must be"),
        ("id,title,order,addresses,id\n", "sheet.csv:1: the columns must be"),
        ('id,title,order,addresses\n"open', "sheet.csv:2: this is no CSV"),
        ("id,title,order,addresses\ncao-bang/x#a,A,1,telegram:99000000078", "sheet.csv:2: there is no folder cao-bang/"),
    ],
)
def test_a_sheet_that_cannot_be_taken_is_refused(tmp_path: Path, sheet: str, words: str) -> None:
    assert words in refused(tmp_path, sheet)[0]


def test_a_sheet_that_is_no_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "sheet.csv").write_bytes(b"\xff\xfe")
    with pytest.raises(SetupError, match=r"sheet\.csv:1: this file cannot be read"):
        import_contacts(write_folder(tmp_path / "contacts"), tmp_path / "sheet.csv")


def test_nothing_is_imported_into_a_directory_that_is_wrong(tmp_path: Path) -> None:
    (tmp_path / "sheet.csv").write_text(SHEET, encoding="utf-8")
    with pytest.raises(SetupError, match="the directory itself must be right first"):
        import_contacts(write_folder(tmp_path / "contacts", topics=""), tmp_path / "sheet.csv")


def test_letters_that_toml_must_escape_come_back_as_they_were() -> None:
    entries, _ = read_sheet(Source("s.csv", 'id,title,order,addresses\na/b#c,"Trực ""đêm"" \\ ngày",1,sms:1\n'))
    merged = tomllib.loads(merge_contacts("# top\n", entries))
    assert merged["contact"][0]["title"] == 'Trực "đêm" \\ ngày'
