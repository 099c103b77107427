"""Tests of the words that get their part from what stands around them: choices, figures, names and unknown verbs."""

from __future__ import annotations

import pytest

from alertd.model.replies import Meaning
from alertd.reading.answers import understand

M = Meaning


@pytest.mark.parametrize(
    ("text", "meaning", "closes"),
    [
        ("1 KM07", M.ACKNOWLEDGED, True),
        ("2 km07", M.IN_PROGRESS, True),
        ("3 KM07 ạ", M.DONE, True),
        ("KM07 3", M.DONE, True),
        ("4 KM07", M.CANNOT_COMPLY, False),
        ("1 QXZT", M.ACKNOWLEDGED, True),
        ("1KM07", M.ACKNOWLEDGED, True),
        ("3km07", M.DONE, True),
        ("4KM07", M.CANNOT_COMPLY, False),
        ("1.KM07", M.ACKNOWLEDGED, True),
        ("[2] KM07", M.IN_PROGRESS, True),
        ("KM07-3", M.DONE, True),
        ("5KM07", M.AMBIGUOUS, False),
        ("1. KM07 chưa", M.QUESTION, False),
        ("chưa - KM07", M.NEGATIVE, False),
        ("5 KM07", M.AMBIGUOUS, False),
        ("1 nhà", M.AMBIGUOUS, False),
        ("1 KM07 nhưng chưa rõ mục 2", M.NEGATIVE, False),
        ("xong km07", M.DONE, True),
    ],
)
def test_the_number_of_a_choice_counts_only_beside_a_code(text: str, meaning: Meaning, closes: bool) -> None:
    found = understand(text)
    assert (found.meaning, found.closes) == (meaning, closes)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("đã di dời 9/30 hộ", M.IN_PROGRESS),
        ("đã di dời 30/30 hộ", M.DONE),
        ("xong 40%", M.IN_PROGRESS),
        ("xong 100% rồi", M.DONE),
        ("đã sơ tán xong ngày 3/10", M.DONE),
        ("gia cố được 50/200m kè", M.IN_PROGRESS),
        ("đang trực 24/24h", M.IN_PROGRESS),
    ],
)
def test_figures_tell_a_part_from_the_whole(text: str, meaning: Meaning) -> None:
    found = understand(text)
    assert (found.meaning, found.closes) == (meaning, True)


@pytest.mark.parametrize("text", ["Đã di dời xong 9 hộ thôn Khuổi Sao", "Tân Mai đã nhận", "anh Hà đã nhận", "Đồn Chi Ma đã nhận lệnh"])
def test_proper_names_are_no_words_of_doubt(text: str) -> None:
    assert understand(text).closes


@pytest.mark.parametrize("text", ["Xã Không nhận được", "Huyện Chưa nhận", "Tiền Lương đã nhận"])
def test_a_capital_hides_no_negation_and_no_other_subject(text: str) -> None:
    assert not understand(text).closes


def test_an_unknown_verb_is_work_where_its_object_is_a_thing_of_the_trade() -> None:
    assert understand("đang khuân bao cát").closes
    assert not understand("đang khuân ghế").closes


@pytest.mark.parametrize(
    "text", ["Đã nhận - Vũ Lễ", "đã nhận (Hưng, trực ban xã)", "Rõ - Bùi Văn Quý, Phó CT xã", "Vũ Lễ đã nhận", "nhận rồi. Nông Thị Hà"]
)
def test_an_answer_may_be_signed_before_it_or_after_a_stop(text: str) -> None:
    assert understand(text).closes


@pytest.mark.parametrize(
    "text",
    [
        "Đã nhận - Hết Xe",
        "đã nhận - Thôi Khỏi",
        "Đã nhận - Quên Mất",
        "đã nhận. Đùa Thôi",
        "Đã nhận, Chờ Lệnh",
        "ok - Xã Hết Người",
        "Đã nhận - Toang",
    ],
)
def test_what_only_looks_like_a_signature_stops_nothing(text: str) -> None:
    assert not understand(text).closes


@pytest.mark.parametrize(
    "text",
    [
        "đã triển khai 40 dân quân, Nông Thị Lan PCT",
        "Vi Văn Páo, chủ tịch xã Tân Tiến, đã nhận",
        "em là thủy thủ hồ tà keo em nhận được tin nhắn của anh rồi",
        "trưởng thôn nà lình đây đã nhận được tin",
        "chú tài nhận rồi",
        "tụi tui nhận được rồi nghen",
        "choa nhận được rồi",
    ],
)
def test_who_says_who_he_is_accepts_all_the_same(text: str) -> None:
    assert understand(text).closes


@pytest.mark.parametrize(
    "text",
    [
        "Hoàng Chưa Nhận",
        "Nông Thị Lan chưa nhận",
        "em là nhân viên em nhận được lương rồi",
        "em hoa chưa nhận",
        "con nhận rồi mẹ ơi",
        "Lương Thực Hết",
    ],
)
def test_a_name_hides_no_refusal_and_no_other_subject(text: str) -> None:
    assert not understand(text).closes


@pytest.mark.parametrize("text", ["be bo song roi", "vo bo song roi", "de be roi", "bể bờ rồi", "tổ 3 đang đắp đất chỗ cống vỡ đê rồi"])
def test_what_may_be_danger_without_marks_is_taken_for_it(text: str) -> None:
    assert understand(text).meaning is M.INCIDENT


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("nhận rồi, em chuyển lại cho chủ tịch", M.ACKNOWLEDGED),
        ("nhận rồi, anh gửi lại cho em", M.QUESTION),
        ("không cần gửi lại nữa, em nhận rồi", M.ACKNOWLEDGED),
    ],
)
def test_who_speaks_of_his_own_doing_asks_for_nothing(text: str, meaning: Meaning) -> None:
    assert understand(text).meaning is meaning


@pytest.mark.parametrize(
    "text",
    ["tổ 2 đi tuần từ 5h chưa thấy về", "một cháu trượt chân xuống suối chưa tìm thấy", "12 hộ bên kia suối không ra được"],
)
def test_people_who_are_not_back_are_an_incident_without_a_word_of_alarm(text: str) -> None:
    assert understand(text).meaning is M.INCIDENT


def test_what_is_still_to_go_is_work_under_way() -> None:
    assert understand("còn 5 nhà nữa là xong").meaning is M.IN_PROGRESS
    assert not understand("còn 5 phút nữa là xong").closes


@pytest.mark.parametrize(
    ("text", "meaning", "closes"),
    [
        ("dân quân đang chốt hai đầu cầu không cho người qua", M.IN_PROGRESS, True),
        ("đã căng dây, cắm biển, không cho xe qua ngầm", M.DONE, True),
        ("không cho ai qua", M.CANNOT_COMPLY, False),
        ("đang trực, dân không cho vào nhà", M.CANNOT_COMPLY, False),
        ("đã lập chốt, xã bên không cho xe qua", M.CANNOT_COMPLY, False),
        ("đã cắm biển nhưng dân không cho cắm tiếp", M.CANNOT_COMPLY, False),
    ],
)
def test_who_watches_a_place_and_lets_nobody_through_refuses_nothing(text: str, meaning: Meaning, *, closes: bool) -> None:
    found = understand(text)
    assert (found.meaning, found.closes) == (meaning, closes)


@pytest.mark.parametrize(
    ("text", "meaning", "closes"),
    [
        ("1 TD07, 1 TD08", M.ACKNOWLEDGED, True),
        ("2 TD07, 4 TD08", M.CANNOT_COMPLY, False),
        ("TD07 với TD08", M.AMBIGUOUS, False),
        ("3 hộ TD07", M.AMBIGUOUS, False),
    ],
)
def test_several_codes_are_answered_one_by_one(text: str, meaning: Meaning, *, closes: bool) -> None:
    found = understand(text)
    assert (found.meaning, found.closes) == (meaning, closes)
