"""Tests of the documents that a document cites, and of what it says that it does with them."""

from __future__ import annotations

from datetime import date

import pytest

from alertd.model.documents import Citation, Relation
from tests.reading.papers import LETTERHEAD, only, read


def cited(words: str) -> list[tuple[str, date | None, Relation | None]]:
    """Number, day and relation of each citation in a telegram with these words."""
    document = only(read(f"{LETTERHEAD}1. Sở Y tế trực ban.\n{words}"))
    assert [c.number for c in document.citations] == list(document.cites)
    return [(c.number, c.issued_on, c.relation) for c in document.citations]


@pytest.mark.parametrize(
    ("words", "relation"),
    [
        ("Thực hiện Công điện số 86/CĐ-TTg ngày 03/9/2024.", Relation.CARRIES_OUT),
        ("Triển khai nội dung Công điện số 86/CĐ-TTg ngày 03/9/2024.", Relation.CARRIES_OUT),
        ("Tiếp theo Công điện số 86/CĐ-TTg ngày 03/9/2024, yêu cầu các đơn vị trực ban.", Relation.FOLLOWS),
        ("Công điện này thay thế Công điện số 86/CĐ-TTg ngày 03/9/2024.", Relation.REPLACES),
        ("Đính chính điểm 2 của Công điện số 86/CĐ-TTg ngày 03/9/2024.", Relation.CORRECTS),
        ("Dừng thực hiện Công điện số 86/CĐ-TTg ngày 03/9/2024.", Relation.ENDS),
        ("Công điện số 86/CĐ-TTg ngày 03/9/2024 hết hiệu lực.", Relation.ENDS),
        ("Như đã nêu, Công điện số 86/CĐ-TTg ngày 03/9/2024 rất kịp thời.", None),
    ],
)
def test_the_words_around_a_number_tell_what_is_done_with_that_document(words: str, relation: Relation | None) -> None:
    assert cited(words) == [("86/CĐ-TTg", date(2024, 9, 3), relation)]


def test_one_cue_holds_for_a_row_of_numbers() -> None:
    row = "Thực hiện Công điện số 86/CĐ-TTg ngày 03/9/2024; số 87/CĐ-TTg ngày 05/9/2024 của Thủ tướng Chính phủ."
    assert [relation for _, _, relation in cited(row)] == [Relation.CARRIES_OUT] * 2


def test_its_own_number_of_another_year_is_another_document() -> None:
    assert cited("Thực hiện Công điện số 05/CĐ-UBND ngày 01/8/2022 của Chủ tịch UBND tỉnh.") == [
        ("05/CĐ-UBND", date(2022, 8, 1), Relation.CARRIES_OUT)
    ]
    assert cited("Công điện số 05/CĐ-UBND ngày 10/9/2024 có hiệu lực ngay.") == []


def test_a_citation_shows_where_its_number_stands() -> None:
    reading = read(f"{LETTERHEAD}1. Thực hiện Công điện số 36/CĐ/BXD ngày 03/9/2024.")
    (citation,) = only(reading).citations
    assert isinstance(citation, Citation)
    assert reading.text[citation.span.start : citation.span.end] == "36/CĐ/BXD"


def test_a_number_without_its_symbol_is_completed_by_its_issuer() -> None:
    assert [number for number, _, _ in cited("Thực hiện Công điện số 86 của Thủ tướng Chính phủ.")] == ["86/CĐ-TTg"]


def test_a_number_named_again_without_its_symbol_is_the_same_document() -> None:
    first = "Thực hiện Công điện số 92/CĐ-TTg ngày 10/9/2024 của Thủ tướng Chính phủ, UBND tỉnh yêu cầu:"
    assert only(read(f"{LETTERHEAD}{first}\n1. Sở Y tế thực hiện nghiêm Công điện số 92.")).cites == ("92/CĐ-TTg",)
    assert only(read(f"{LETTERHEAD}1. Theo Công điện số 92, Sở Y tế cấp thuốc.\n2. {first}")).cites == ("92/CĐ-TTg",)


def test_two_telegrams_of_one_number_leave_a_bare_one_unclear() -> None:
    body = "1. Thực hiện Công điện số 04/CĐ-TTg, Công điện số 04/CĐ-BYT.\n2. Sở Y tế thực hiện Công điện số 04."
    assert only(read(LETTERHEAD + body)).cites == ("04/CĐ-TTg", "04/CĐ-BYT", "04/CĐ")


def test_a_bare_number_of_a_peoples_committee_has_its_symbol() -> None:
    assert only(read(f"{LETTERHEAD}1. Sở Y tế thực hiện Công điện số 4 ngày 09/9/2024 của Chủ tịch UBND tỉnh.")).cites == ("04/CĐ-UBND",)
