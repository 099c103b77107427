"""The same telegram orders the same, however it was set and saved."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

import pytest

from alertd.model.documents import Reading
from alertd.reading.limits import Limits
from alertd.reading.reader import read_file
from tests.fakes.town import DOCUMENTS
from tests.reading.layouts import ENCODINGS, LAYOUTS

TELEGRAMS = ("province-flood-telegram", "command-committee-telegram", "national-committee-telegram", "ministry-epidemic-telegram")
DAY = date(2025, 1, 1)


def read(content: bytes, name: str) -> Reading:
    found = read_file(content, name, Limits(), DAY)
    assert found.refused is None
    (document,) = found.documents
    return document


def ordered(document: Reading) -> list[object]:
    """What a document orders, in words without the line ends and numbers of a layout."""
    return [
        (d.section, d.addressees, d.supports, tuple(plain(a.text) for a in d.actions), d.deadline and (d.deadline.text, d.deadline.at))
        for d in document.directives
    ]


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text)


def in_small_letters(document: Reading) -> str:
    """What a document orders, where a font without accented capitals has lost which letters were capitals."""
    return str(ordered(document)).lower()


@pytest.fixture(params=TELEGRAMS)
def text(request: pytest.FixtureRequest) -> str:
    return (DOCUMENTS / f"{request.param}.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_telegram_orders_the_same_in_every_layout(text: str, name: str) -> None:
    expected, found = read(text.encode(), "a.txt"), read(LAYOUTS[name](text), name)
    assert ordered(found) == ordered(expected)
    for key in ("kind", "number", "issued_on", "issuer", "urgency", "cites", "addressees_to_act", "copies", "is_emergency"):
        assert getattr(found, key) == getattr(expected, key), key


@pytest.mark.parametrize("encode", ENCODINGS.values(), ids=ENCODINGS.keys())
def test_a_telegram_orders_the_same_in_every_encoding(text: str, encode: Callable[[str], bytes]) -> None:
    expected, found = read(text.encode(), "a.txt"), read(encode(text), "a.txt")
    assert in_small_letters(found) == in_small_letters(expected)


def test_an_order_that_a_short_pdf_breaks_within_a_name_is_whole() -> None:
    text = (DOCUMENTS / "province-flood-telegram.txt").read_text(encoding="utf-8")
    head = text[: text.index("1. ")]
    order = "1. Sở Y tế chuẩn bị thuốc, trực cấp cứu suốt ngày đêm, phối hợp với Bệnh viện Đa khoa Vân Sơn và Trung tâm Y tế Cao Lâm."
    assert plain(read(LAYOUTS["a.pdf"](f"{head}\n{order}\n"), "a.pdf").directives[0].text) == order
