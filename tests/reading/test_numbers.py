"""Tests of the numbers of documents."""

from __future__ import annotations

import pytest

from alertd.model.documents import DocumentKind
from alertd.reading.numbers import bare_numbers_in, numbers_in
from alertd.reading.source import fold, lower


def numbers(text: str) -> list[str]:
    """The canonical numbers in a text."""
    plain = fold(text)
    return [n.text for n in numbers_in(plain, lower(plain), 0, len(plain))]


@pytest.mark.parametrize(
    ("written", "canonical"),
    [
        ("02/CĐ-UBND", "02/CĐ-UBND"),
        ("2/CĐ-UBND", "02/CĐ-UBND"),
        ("36/CĐ/BXD", "36/CĐ-BXD"),
        ("26 CĐ/PCLBTW", "26/CĐ-PCLBTW"),
        ("20/CĐ-CT.UBND", "20/CĐ-CT.UBND"),
        ("12/CĐ.UBND", "12/CĐ-UBND"),
        ("129/CĐTTg", "129/CĐ-TTg"),
        ("1478⁄CĐ-TTg", "1478/CĐ-TTg"),
        ("35 /CĐ-TW", "35/CĐ-TW"),
        ("35/CÐ-TW", "35/CĐ-TW"),
        ("541/CD-TTg", "541/CĐ-TTg"),
        ("12/CĐ–UBND", "12/CĐ-UBND"),
        ("50/2023/TT-BTC", "50/2023/TT-BTC"),
        ("66.7/2025/NQ-CP", "66.7/2025/NQ-CP"),
        ("46-NQ/TU", "46-NQ/TU"),
        ("02-KH/BCĐTW", "02-KH/BCĐTW"),
        ("3485 /VP-KT", "3485/VP-KT"),
        ("493/TTg-KSTT", "493/TTg-KSTT"),
        ("1518/SKHĐT-ĐKKD", "1518/SKHĐT-ĐKKD"),
    ],
)
def test_every_written_variant_is_folded_into_the_form_of_the_decree(written: str, canonical: str) -> None:
    assert numbers(f"tại văn bản số {written} ngày 01/02/2024") == [canonical]


@pytest.mark.parametrize(
    "text", ["ngày 16/11/2025", "trực 24/24", "90mm/3h", "3.071 TTHC/4.888 TTHC", "850 m3/s", "34/34 địa phương", "tỷ lệ 1/2.000"]
)
def test_dates_and_figures_are_no_numbers_of_documents(text: str) -> None:
    assert numbers(text) == []


def test_a_symbol_of_one_word_needs_a_word_for_documents_before_it() -> None:
    assert numbers("đã có công điện số 37/TK gửi") == ["37/TK"]
    assert numbers("đạt 37/TK") == []


def test_the_symbol_tells_the_kind() -> None:
    found = next(numbers_in("5/QĐ-UBND", "5/qđ-ubnd", 0, 9))
    assert found.kind is DocumentKind.QUYET_DINH


def test_a_telegram_named_without_symbol_keeps_what_is_certain() -> None:
    low = "thực hiện công điện số 1 của bộ"
    assert [n.text for n in bare_numbers_in(low, 0, len(low))] == ["01/CĐ"]


def test_a_number_whose_symbol_stands_apart_is_not_named_twice() -> None:
    low = "thực hiện công điện số 632 / cđ - ttg và công điện số 14 /cđ- ubnd"
    assert [n.text for n in bare_numbers_in(low, 0, len(low))] == []
