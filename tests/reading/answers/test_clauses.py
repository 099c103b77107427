"""Tests of what a clause denies, asks and reports."""

from __future__ import annotations

import pytest

from alertd.model.replies import Meaning
from alertd.reading.answers import packaged_lexicon, understand
from alertd.reading.answers.message import taken_apart
from alertd.reading.answers.negation import denied
from alertd.reading.answers.questions import asking

M = Meaning


def test_clauses_end_at_stops_and_adversatives() -> None:
    first, second, third = taken_apart("rõ rồi, đang làm nhưng thiếu người", packaged_lexicon()).clauses
    assert (first.typed, second.typed, third.typed) == ("rõ rồi", "đang làm", "thiếu người")
    assert third.is_adverse
    assert not second.is_adverse


@pytest.mark.parametrize("text", ["chưa nhận", "có thấy đâu", "đâu có nhận", "nhận gì đâu", "làm gì có file"])
def test_a_negation_is_found_before_and_after_what_it_denies(text: str) -> None:
    (clause,) = taken_apart(text, packaged_lexicon()).clauses
    assert denied(clause) is not None
    assert not asking(clause)


@pytest.mark.parametrize(
    "text", ["đã nhận chưa ạ", "có phải họp không anh", "trực ở đâu", "nhận rồi hả em", "gửi lại giúp xã", "khi nào thì xả"]
)
def test_a_question_needs_no_mark(text: str) -> None:
    (clause,) = taken_apart(text, packaged_lexicon()).clauses
    assert asking(clause)


@pytest.mark.parametrize("text", ["em chưa ạ", "không thấy gì", "chưa hộ nào đi", "mấy anh em nhận rồi", "thế à"])
def test_the_words_of_questions_do_not_always_ask(text: str) -> None:
    (clause,) = taken_apart(text, packaged_lexicon()).clauses
    assert not asking(clause)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("khu vực thôn 3 sạt lở rồi", M.INCIDENT),
        ("đang sơ tán dân nước lên nhanh", M.INCIDENT),
        ("có ai cứu với", M.INCIDENT),
        ("vỡ kè rồi làm sao đây", M.INCIDENT),
        ("đang sơ tán các hộ bị ngập", M.IN_PROGRESS),
        ("đang khắc phục sạt lở đường 234", M.IN_PROGRESS),
        ("đang rà soát hộ vùng nguy cơ lũ quét", M.IN_PROGRESS),
        ("có sạt lở ở đâu không ạ", M.QUESTION),
        ("chết rồi, em quên mất", M.AMBIGUOUS),
        ("đường vào bản sạt, xe không qua được", M.CANNOT_COMPLY),
        ("đường vào bản sạt rồi", M.INCIDENT),
    ],
)
def test_danger_counts_when_it_is_reported_not_when_it_is_named(text: str, meaning: Meaning) -> None:
    assert understand(text).meaning is meaning


def test_danger_that_is_denied_is_none() -> None:
    assert understand("địa bàn không có ai bị thương").meaning is not M.INCIDENT


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("không có xuồng", M.CANNOT_COMPLY),
        ("hết bao cát rồi", M.CANNOT_COMPLY),
        ("xã cần 2 máy bơm", M.CANNOT_COMPLY),
        ("chuyển Sở Công Thương xử lý", M.CANNOT_COMPLY),
        ("chưa di dời được vì dân không đi", M.CANNOT_COMPLY),
        ("ok nhưng sáng mai mới làm được", M.CANNOT_COMPLY),
        ("chưa di dời được", M.NEGATIVE),
        ("không có file", M.NEGATIVE),
        ("chưa có hộ nào đi", M.NEGATIVE),
        ("em không biết", M.NEGATIVE),
        ("hôm nay không phải ca em", M.NEGATIVE),
    ],
)
def test_cannot_is_told_from_not_yet_and_not_received(text: str, meaning: Meaning) -> None:
    assert understand(text).meaning is meaning


def test_work_of_another_life_does_not_stop_the_reminders() -> None:
    for text in (
        "đang kiểm tra tài khoản",
        "đang tổ chức tiệc",
        "xong việc nhà",
        "đã nhận phòng khách sạn",
        "đang đi về quê",
        "ok chốt đơn",
    ):
        assert not understand(text).closes, text
