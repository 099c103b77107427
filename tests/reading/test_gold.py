"""Scores the reader on labelled real texts, where they are there."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from alertd.model.documents import FileReading, Reading
from alertd.reading.limits import Limits
from alertd.reading.reader import read_file
from tests.reading.papers import TODAY, shared, uncovered

pytestmark = [pytest.mark.gold, pytest.mark.skipif(shared() is None, reason="the labelled texts are not there")]
FOLDER = shared() or Path()
LABELS = sorted(FOLDER.glob("gold/reading/*.toml"))
TITLES = re.compile(r"^(?:các |đồng chí |chủ tịch |bộ trưởng |thủ trưởng |giám đốc )+")
JOINING = re.compile(r"(?<!\w)(?:tỉnh|thành phố|các|và|của|có liên quan|liên quan|nêu trên)(?!\w)")


def squeeze(text: str) -> str:
    """NFC, one space for every run of white space."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def core(name: str) -> frozenset[str]:
    """The words that tell one body from another."""
    return frozenset(re.findall(r"\w+", JOINING.sub(" ", TITLES.sub("", squeeze(name).lower()))))


def load(label: Path) -> tuple[list[dict[str, Any]], FileReading]:
    """The labels of a file and its reading."""
    gold = tomllib.loads(label.read_text(encoding="utf-8"))
    file = FOLDER / "corpus" / gold["file"]
    return gold["document"], read_file(file.read_bytes(), file.name, Limits(), TODAY)


def match(gold: dict[str, Any], reading: FileReading) -> Reading | None:
    """The document that a label means."""
    if gold["number"]:
        return next((d for d in reading.documents if d.number == gold["number"]), None)
    return next((d for d in reading.documents if d.number is None and d.kind == gold["kind"]), None)


@pytest.mark.parametrize("label", LABELS, ids=lambda path: path.stem)
def test_every_document_is_found_with_its_head(label: Path) -> None:
    labels, reading = load(label)
    assert uncovered(reading) == ""
    for gold in labels:
        document = match(gold, reading)
        assert document is not None, gold["number"]
        assert document.kind == gold["kind"]
        assert str(document.issued_on or "") == gold["issued_on"]
        assert document.is_emergency is gold["emergency"]
        assert list(document.cites) == gold["cites"]
        assert sum(d.is_emergency for d in reading.documents) == sum(g["emergency"] for g in labels)


@pytest.mark.parametrize("label", LABELS, ids=lambda path: path.stem)
def test_every_block_of_an_emergency_has_its_addressees_and_no_other(label: Path) -> None:
    labels, reading = load(label)
    for gold in (g for g in labels if g["emergency"]):
        document = match(gold, reading)
        assert document is not None
        for task in gold.get("task", []):
            holding = [d for d in document.directives if squeeze(task["anchor"]) in d.text]
            assert {core(a) for d in holding for a in d.addressees} == {core(a) for a in task["addressees"]}, task["anchor"]
            assert not task["deadline"] or any(d.deadline and task["deadline"] in d.deadline.text for d in holding), task["deadline"]
            assert not task["report"] or any(d.report for d in holding), task["report"]
