"""Tests of examining a file: reading joined with the directory."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from alertd.directory.loading import load_directory
from alertd.reading.limits import Limits
from alertd.workflow.arrival.examination import examine
from tests.reading.papers import DOCUMENTS

CONTACTS = Path(__file__).parents[2] / "contacts"


def test_every_directive_of_every_document_is_placed() -> None:
    content = (DOCUMENTS / "two-districts.txt").read_bytes()
    found = examine(content, "two-districts.txt", Limits(), date(2026, 3, 1), load_directory(CONTACTS))
    assert [len(row) for row in found.resolutions] == [len(d.directives) for d in found.reading.documents] == [2]
    assert [body.id for resolution in found.resolutions[0] for body in resolution.bodies] == [
        "lang-son/huyen-cao-loc",
        "lang-son/huyen-trang-dinh",
    ]


def test_a_refused_file_has_nothing_to_place() -> None:
    found = examine("TỐI MẬT\nSố: 1/CĐ-BCH".encode(), "a.txt", Limits(), date(2026, 3, 1), load_directory(CONTACTS))
    assert (found.reading.refused_code, found.resolutions) == ("secret", ())
