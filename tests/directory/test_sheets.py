"""Tests that contacts go to a spreadsheet and back unharmed, and that a wrong sheet changes nothing."""

from __future__ import annotations

import io
import tomllib
from pathlib import Path

import pytest
from openpyxl import Workbook

from alertd.directory.entries import Source
from alertd.directory.importing import Imported, import_contacts
from alertd.directory.loading import load_directory, read_draft
from alertd.directory.sheets import merge_contacts, read_sheet, write_sheet
from alertd.directory.workbooks import read_workbook, write_workbook
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


@pytest.mark.parametrize("title", ["Ph? Ch? t?ch", "Ph\ufffd Ch\ufffd t\ufffdch"])
def test_a_title_whose_letters_a_spreadsheet_has_lost_is_refused(title: str, tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, f"id,title,order,addresses\nsuoi-vang/ubnd-tinh#phu,{title},2,telegram:99000000078\n")
    assert problem.startswith(f"sheet.csv:2: {title!r} has lost its letters: save the sheet as .xlsx")


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


def workbook(rows: list[list[object]]) -> bytes:
    """An Excel workbook as a spreadsheet program writes it: numbers are numbers."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in rows:
        sheet.append(row)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def test_a_workbook_goes_out_and_comes_back_without_any_change(tmp_path: Path) -> None:
    draft = read_draft(write_folder(tmp_path / "contacts"))
    before = load_directory(tmp_path / "contacts").contacts
    (tmp_path / "sheet.xlsx").write_bytes(write_workbook(draft.folders[0].of("contact")))
    done = import_contacts(tmp_path / "contacts", tmp_path / "sheet.xlsx")
    assert (done.added, len(done.replaced)) == ((), 2)
    assert load_directory(tmp_path / "contacts").contacts == before


def test_a_workbook_is_known_by_what_it_is_and_its_numbers_and_empty_rows_are_no_harm(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["id", "title", "order", "addresses", None],
        [None, None, None, None, None],
        ["suoi-vang/ubnd-tinh#phu", "=Phụ", 2.0, "telegram:99000000078; sms:+84900000078", None],
    ]
    (tmp_path / "sheet.csv").write_bytes(workbook([*rows[:2], ["suoi-vang/ubnd-tinh#phu", "Phụ", 2.0, rows[2][3], None]]))
    done = import_contacts(write_folder(tmp_path / "contacts"), tmp_path / "sheet.csv")
    assert done.added == ("suoi-vang/ubnd-tinh#phu",)


def test_a_title_that_looks_like_a_formula_stays_a_title(tmp_path: Path) -> None:
    entries, _ = read_sheet(Source("s.csv", "id,title,order,addresses\na/b#c,=1+1,1,sms:1\n"))
    (found,), problems = read_workbook(write_workbook(entries), "s.xlsx")
    assert (found.values["title"], problems) == ("=1+1", [])


def test_every_wrong_row_of_a_workbook_is_told_with_its_number(tmp_path: Path) -> None:
    rows: list[list[object]] = [
        ["id", "title", "order", "addresses"],
        ["suoi-vang/ubnd-tinh#a", "A", "hai", "telegram:99000000078"],
        [],
        ["suoi-vang/ubnd-tinh#b", "B", 2, "sms:0163 1234"],
        ["suoi-vang/ubnd-tinh#b", "B", 3, "telegram:99000000079", "sms:0905123456"],
    ]
    _, problems = read_workbook(workbook(rows), "s.xlsx")
    assert problems == ["s.xlsx:5: the row has more cells than there are columns", "s.xlsx:2: order must be a whole number from 1"]
    (tmp_path / "s.xlsx").write_bytes(workbook([rows[0], rows[3], [*rows[4][:4]]]))
    with pytest.raises(SetupError) as raised:
        import_contacts(write_folder(tmp_path / "contacts"), tmp_path / "s.xlsx")
    told = "\n".join(problem.removeprefix(f"{tmp_path}/") for problem in raised.value.problems)
    assert 's.xlsx:2: "0163 1234" is no valid telephone number' in told
    assert "s.xlsx:3: the contact suoi-vang/ubnd-tinh#b stands already at" in told


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"PK\x03\x04" + b"x" * 100])
def test_a_broken_workbook_is_refused(content: bytes) -> None:
    assert read_workbook(content, "s.xlsx")[1][0].startswith("s.xlsx:1: this is no Excel workbook")


def test_a_row_with_more_cells_than_columns_is_told_for_an_address_may_hide_there(tmp_path: Path) -> None:
    row = "suoi-vang/ubnd-tinh#a,A,2,telegram:99000000078, sms:+84900000078, x"
    assert refused(tmp_path, f"id,title,order,addresses\n{row}") == ["sheet.csv:2: the row has more cells than there are columns"]
