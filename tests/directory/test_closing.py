"""Tests of the sentence that closes a telegram: it leaves the officer nothing to decide where others have been charged."""

from __future__ import annotations

import pytest

from tests.directory.papers import STORM, directive, lang_son, reading

CHARGE = directive(["Chủ tịch UBND huyện Cao Lộc"], clauses=("cắm biển cấm qua ngầm",))


@pytest.mark.parametrize(
    ("name", "clause"),
    [
        ("các cơ quan, đơn vị", "thực hiện nghiêm túc Công điện này./."),
        ("thủ trưởng các cơ quan, đơn vị", "nghiêm túc triển khai thực hiện các nội dung của Công văn này."),
        ("các cơ quan, đơn vị", "nghiêm túc triển khai thực hiện"),
        ("các đơn vị, địa phương", "phối hợp thực hiện"),
        ("các sở, ban, ngành, cơ quan, đơn vị liên quan", "khẩn trương tổ chức thực hiện nghiêm nội dung chỉ đạo tại văn bản này"),
    ],
)
def test_carrying_out_the_document_itself_is_for_all_whom_it_charges(name: str, clause: str) -> None:
    charged, closing = lang_son().resolve(reading(CHARGE, directive([name], clauses=(clause,))), STORM)
    assert not charged.is_for_all_named
    assert closing.is_for_all_named
    assert closing.unresolved == ()


@pytest.mark.parametrize(
    ("name", "clause"),
    [
        ("các cơ quan, đơn vị", "thực hiện nghiêm túc Công điện số 17/CĐ-TTg"),
        ("các cơ quan, đơn vị", "thực hiện nghiêm túc Công điện này, trực ban suốt đêm"),
        ("Đội Xung kích liên bản", "thực hiện nghiêm túc Công điện này"),
    ],
)
def test_whatever_is_asked_besides_or_of_somebody_is_decided_by_a_person(name: str, clause: str) -> None:
    _, closing = lang_son().resolve(reading(CHARGE, directive([name], clauses=(clause,))), STORM)
    assert not closing.is_for_all_named
    assert closing.unresolved != ()


def test_where_nobody_else_is_charged_a_person_decides() -> None:
    (closing,) = lang_son().resolve(reading(directive(["các cơ quan, đơn vị"], clauses=("thực hiện nghiêm túc Công điện này",))), STORM)
    assert closing.unresolved != ()
