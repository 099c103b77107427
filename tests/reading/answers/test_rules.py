"""Tests of the order of the rules: what wins when a reply says several things."""

from __future__ import annotations

import pytest

from alertd.model.replies import Meaning
from alertd.reading.answers import understand
from alertd.reading.answers.rules import RULES

M = Meaning


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("đã nhận, cầu treo vừa sập", M.INCIDENT),
        ("nước lên nhanh quá có xả không anh", M.INCIDENT),
        ("rõ rồi nhưng xã không có xuồng", M.CANNOT_COMPLY),
        ("nhận rồi nhưng file trắng trang", M.NEGATIVE),
        ("đã nhận, tập trung ở đâu ạ", M.QUESTION),
        ("chắc nhận rồi", M.AMBIGUOUS),
        ("đã nhận?", M.AMBIGUOUS),
        ("rõ, đang cho người ra gác ngầm", M.IN_PROGRESS),
        ("ok, làm xong hết rồi", M.DONE),
        ("đã nhận tiền đặt cọc rồi nhé", M.UNRELATED),
        ("quý khách có 3 cuộc gọi nhỡ", M.UNRELATED),
    ],
)
def test_danger_comes_first_then_refusal_then_question_and_acceptance_last(text: str, meaning: Meaning) -> None:
    assert understand(text).meaning is meaning


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("không phải là em chưa nhận đâu, nhận rồi ạ", M.ACKNOWLEDGED),
        ("không có vấn đề gì, đã rõ", M.ACKNOWLEDGED),
        ("không còn hộ nào ở chân núi, đã di dời hết", M.DONE),
    ],
)
def test_a_double_negation_is_no_negation(text: str, meaning: Meaning) -> None:
    found = understand(text)
    assert (found.meaning, found.closes) == (meaning, True)


@pytest.mark.parametrize("text", ["1", "k", "r", "0", "TD07", "v ạ"])
def test_a_bare_number_letter_or_code_never_acts(text: str) -> None:
    found = understand(text)
    assert (found.meaning, found.closes) == (M.AMBIGUOUS, False)


def test_an_answer_for_an_absent_chief_counts_and_what_the_chief_does_meanwhile_does_not() -> None:
    found = understand("Văn phòng nhận thay, chủ tịch đang họp trên tỉnh")
    assert (found.meaning, found.closes) == (M.ACKNOWLEDGED, True)


def test_what_is_unclear_names_the_words_that_were_not_understood() -> None:
    found = understand("ok bánh mì")
    assert found.meaning is M.AMBIGUOUS
    assert "bánh" in found.reason


def test_every_rule_says_what_it_is_for() -> None:
    assert all(rule.__doc__ for rule in RULES)
