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


@pytest.mark.parametrize(
    "text", ["xong việc 1, việc 2 đang làm", "đã nhận hai công điện", "cả ba việc đều đã xong", "việc 1 và việc 2 đều xong"]
)
def test_which_task_and_how_many_papers_change_nothing_beside_an_answer(text: str) -> None:
    assert understand(text).closes


@pytest.mark.parametrize(
    ("text", "meaning", "closes"),
    [
        ("đang kiểm tra ba hồ, còn một hồ chưa tới", M.IN_PROGRESS, True),
        ("lực lượng đã lên đường, chưa tới nơi", M.IN_PROGRESS, True),
        ("đang sơ tán, còn 5 hộ chưa chịu đi", M.CANNOT_COMPLY, False),
        ("đang kêu tàu vào bờ, còn 2 tàu chưa về", M.INCIDENT, False),
        ("còn 5 hộ chưa đi", M.NEGATIVE, False),
        ("chưa tới nơi", M.NEGATIVE, False),
        ("mới xong được một nửa", M.IN_PROGRESS, True),
        ("mới xong được 3 hộ", M.IN_PROGRESS, True),
        ("đang tổ chức di dời dân", M.IN_PROGRESS, True),
        ("đang tổ chức đám cưới", M.UNRELATED, False),
    ],
)
def test_what_is_left_of_work_that_goes_on_is_no_refusal(text: str, meaning: Meaning, *, closes: bool) -> None:
    found = understand(text)
    assert (found.meaning, found.closes) == (meaning, closes)


@pytest.mark.parametrize("text", ["việc 2 chưa", "mục 2 chưa ạ", "em chưa"])
def test_a_task_that_is_named_before_not_yet_is_told_of_and_not_asked_about(text: str) -> None:
    assert understand(text).meaning is M.NEGATIVE
    assert understand("việc 2 xong chưa").meaning is M.QUESTION


@pytest.mark.parametrize(("text", "meaning"), [("rõ, có điều máy xúc không có", M.CANNOT_COMPLY), ("tin không có", M.NEGATIVE)])
def test_what_is_named_first_and_then_denied_is_missing(text: str, meaning: Meaning) -> None:
    assert understand(text).meaning is meaning


@pytest.mark.parametrize(
    "text",
    [
        "ông Páo đi rừng chưa về, cả bản đi tìm từ tối",
        "dân chạy lên nóc ủy ban hết rồi",
        "giúp chúng tôi với",
        "rắn độc cắn 1 dân quân",
        "xe cứu thương không qua được, có người đau bụng đẻ",
    ],
)
def test_who_calls_for_help_without_the_word_is_heard(text: str) -> None:
    assert understand(text).meaning is M.INCIDENT


@pytest.mark.parametrize(("text", "closes"), [("1 đã nhận", True), ("1 đã nhận chưa", False), ("1 chưa nhận", False), ("1", False)])
def test_a_one_before_words_that_say_the_same_changes_nothing(text: str, *, closes: bool) -> None:
    assert understand(text).closes is closes


def test_an_answer_for_an_absent_chief_counts_and_what_the_chief_does_meanwhile_does_not() -> None:
    found = understand("Văn phòng nhận thay, chủ tịch đang họp trên tỉnh")
    assert (found.meaning, found.closes) == (M.ACKNOWLEDGED, True)


def test_what_is_unclear_names_the_words_that_were_not_understood() -> None:
    found = understand("ok bánh mì")
    assert found.meaning is M.AMBIGUOUS
    assert "bánh" in found.reason


def test_every_rule_says_what_it_is_for() -> None:
    assert all(rule.__doc__ for rule in RULES)


@pytest.mark.parametrize("text", ["nhầm số rồi, tôi bán hàng ngoài chợ", "anh gọi nhầm máy, đây là quán phở"])
def test_a_wrong_number_is_one_whatever_else_its_owner_tells(text: str) -> None:
    assert understand(text).meaning is M.NEGATIVE


@pytest.mark.parametrize(
    ("text", "closes"),
    [
        ("hộ nào cũng đã sơ tán", True),
        ("ai cũng nhận rồi", True),
        ("ai cũng nhận rồi à", False),
        ("xã nào cũng nhận chưa", False),
        ("thôn nào cũng chưa nhận", False),
    ],
)
def test_which_ever_is_all_of_them_and_asks_nothing(text: str, *, closes: bool) -> None:
    assert understand(text).closes is closes


def test_who_is_tired_of_being_reminded_has_received() -> None:
    found = understand("nhận từ chiều rồi, sao cứ nhắn hoài vậy")
    assert (found.meaning, found.closes) == (M.ACKNOWLEDGED, True)
    assert understand("chưa nhận, sao cứ nhắn hoài vậy").meaning is M.NEGATIVE


@pytest.mark.parametrize("text", ["tôi không phải Hùng", "em nghỉ không làm trưởng thôn từ năm ngoái"])
def test_who_is_not_the_person_asked_has_not_received(text: str) -> None:
    assert understand(text).meaning is M.NEGATIVE


@pytest.mark.parametrize("text", ["tôi vừa nhận xong", "đọc xong rồi ạ"])
def test_what_was_received_or_read_to_its_end_is_not_done(text: str) -> None:
    found = understand(text)
    assert (found.meaning, found.closes) == (M.ACKNOWLEDGED, True)
