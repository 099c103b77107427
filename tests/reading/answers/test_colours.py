"""Tests of words that sound like doubt, denial or danger and are none where they stand, and of the others that sound alike and are."""

from __future__ import annotations

import pytest

from alertd.model.replies import Meaning
from alertd.reading.answers import understand

M = Meaning


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("xã tôi thì nhận rồi", M.ACKNOWLEDGED),
        ("bây giờ thì xong rồi", M.DONE),
        ("có thuyền thì đi", M.AMBIGUOUS),
        ("tối thì xong", M.AMBIGUOUS),
        ("mưa thì bên em chịu", M.CANNOT_COMPLY),
    ],
)
def test_thi_after_whom_or_when_it_is_said_sets_no_condition(text: str, meaning: Meaning) -> None:
    assert understand(text).meaning is meaning


@pytest.mark.parametrize(
    ("text", "meaning", "closes"),
    [
        ("rồi sẽ xong", M.AMBIGUOUS, False),
        ("sẽ xong", M.AMBIGUOUS, False),
        ("đã nhận, sẽ hoàn thành nhiệm vụ", M.ACKNOWLEDGED, True),
        ("rõ, sẽ xong trước nửa đêm nay", M.IN_PROGRESS, True),
    ],
)
def test_an_end_that_is_only_hoped_for_is_no_work(text: str, meaning: Meaning, *, closes: bool) -> None:
    found = understand(text)
    assert (found.meaning, found.closes) == (meaning, closes)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("tui có phải trưởng ấp đâu", M.NEGATIVE),
        ("tôi đâu có phải trưởng ấp", M.NEGATIVE),
        ("em có được mời họp đâu", M.NEGATIVE),
        ("gửi gì không hiểu", M.NEGATIVE),
        ("có gì không hiểu", M.QUESTION),
        ("đang vận động, còn mấy hộ ngang bướng", M.IN_PROGRESS),
        ("còn mấy hộ chưa đi vậy anh", M.QUESTION),
        ("còn mấy hộ?", M.QUESTION),
    ],
)
def test_a_word_of_asking_may_deny_or_tell_of_some(text: str, meaning: Meaning) -> None:
    assert understand(text).meaning is meaning


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("xuồng đâu mà chở", M.CANNOT_COMPLY),
        ("bao tải gì đâu mà đắp", M.CANNOT_COMPLY),
        ("công văn đâu mà đọc", M.NEGATIVE),
        ("công văn ở đâu mà nhiều thế", M.QUESTION),
    ],
)
def test_who_asks_where_the_means_are_has_none(text: str, meaning: Meaning) -> None:
    assert understand(text).meaning is meaning


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("xin cứu hộ gấp", M.INCIDENT),
        ("cho xin cứu hộ ngay, 4 cụ già trên mái tôn", M.INCIDENT),
        ("có cứu hộ gấp không anh", M.QUESTION),
    ],
)
def test_who_begs_to_be_rescued_asks_nothing(text: str, meaning: Meaning) -> None:
    assert understand(text).meaning is meaning


@pytest.mark.parametrize(
    ("text", "meaning", "closes"),
    [
        ("nhận rồi, cảm ơn các bác đã lặn lội", M.ACKNOWLEDGED, True),
        ("đã nhận, xin chia buồn với bà con gặp nạn", M.ACKNOWLEDGED, True),
        ("chia buồn với gia đình, nhà cụ Sửu sập đè 2 người", M.INCIDENT, False),
        ("xin chia buồn với các gia đình bị nạn", M.UNRELATED, False),
        ("cảm ơn tỉnh đã triển khai", M.UNRELATED, False),
        ("cảm ơn anh đã di dời xong 9 hộ", M.DONE, True),
    ],
)
def test_whom_one_thanks_or_pities_reports_nothing(text: str, meaning: Meaning, *, closes: bool) -> None:
    found = understand(text)
    assert (found.meaning, found.closes) == (meaning, closes)


@pytest.mark.parametrize(
    ("text", "closes"),
    [
        ("Trưởng thôn đang ngoài kè, em nhận nhé", True),
        ("em nhận", False),
        ("tôi nhận rồi, tôi đang lái xe", True),
        ("tôi nhận rồi nhưng tôi đang lái xe", False),
        ("tôi nhận rồi, tôi đang nằm viện", False),
    ],
)
def test_who_takes_the_order_for_one_who_is_out_answers_and_being_on_the_road_is_an_excuse(text: str, *, closes: bool) -> None:
    assert understand(text).closes is closes


@pytest.mark.parametrize(
    ("text", "meaning"),
    [("[Nhãn dán] ok", M.ACKNOWLEDGED), ("[Ảnh] đã nhận", M.ACKNOWLEDGED), ("[Ảnh] nước vào nhà rồi", M.INCIDENT), ("[Ảnh]", M.AMBIGUOUS)],
)
def test_what_a_telephone_writes_for_a_picture_is_no_word(text: str, meaning: Meaning) -> None:
    assert understand(text).meaning is meaning


@pytest.mark.parametrize(("text", "refuses"), [("dân giữ cổng, không cho vào", True), ("đã vận động, không cho đi", True)])
def test_whoever_does_not_let_is_heard(text: str, *, refuses: bool) -> None:
    assert (understand(text).meaning is M.CANNOT_COMPLY) is refuses


def test_officers_who_keep_children_at_school_do_not_refuse() -> None:
    assert understand("đã cho 40 học sinh ở lại trường, không cho về").meaning is M.DONE


def test_lasting_good_order_is_no_danger_and_no_doubt() -> None:
    assert understand("đã nhận. Địa bàn vẫn bình thường").closes
    assert understand("đã nhận, thôn không có hộ nào thuộc diện phải di dời").closes


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("chưa đưa được sản phụ ra nơi an toàn", M.INCIDENT),
        ("vẫn chưa hết ngập", M.INCIDENT),
        ("chưa giải cứu được 2 người mắc kẹt", M.INCIDENT),
        ("đang đưa sản phụ ra trạm", M.INCIDENT),
        ("đã đưa sản phụ về trạm an toàn", M.DONE),
        ("hết ngập rồi, đang dọn bùn", M.IN_PROGRESS),
    ],
)
def test_a_danger_is_over_when_who_was_in_it_is_safe_and_no_sooner(text: str, meaning: Meaning) -> None:
    assert understand(text).meaning is meaning


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("đã nhận, chúc các chú trực khỏe", M.ACKNOWLEDGED),
        ("đã nhận chúc các chú khỏe kè sập rồi", M.INCIDENT),
        ("đã nhận lương, chúc cả phòng vui", M.UNRELATED),
        ("chúc các chú khỏe", M.UNRELATED),
    ],
)
def test_good_wishes_beside_an_answer_change_nothing_and_hide_nothing(text: str, meaning: Meaning) -> None:
    assert understand(text).meaning is meaning


@pytest.mark.parametrize(
    ("text", "meaning"),
    [("ở đây có ca nô đâu", M.CANNOT_COMPLY), ("xã em có hồ đâu", M.NEGATIVE), ("thôn có nhận được văn bản đâu", M.NEGATIVE)],
)
def test_means_that_are_denied_by_dau_are_lacking(text: str, meaning: Meaning) -> None:
    assert understand(text).meaning is meaning


@pytest.mark.parametrize(
    ("text", "meaning", "closes"),
    [
        ("đã nhận, mạng yếu", M.ACKNOWLEDGED, True),
        ("đã nhận nhưng mạng yếu", M.NEGATIVE, False),
        ("mạng yếu, chưa nhận", M.NEGATIVE, False),
        ("mạng yếu quá", M.NEGATIVE, False),
    ],
)
def test_a_bad_line_is_an_excuse_beside_an_answer_and_a_reason_without_one(text: str, meaning: Meaning, *, closes: bool) -> None:
    found = understand(text)
    assert (found.meaning, found.closes) == (meaning, closes)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("2 thợ lò bị lấp", M.INCIDENT),
        ("6 học sinh bị quây trong lán", M.INCIDENT),
        ("đã hỗ trợ 6 hộ bị ảnh hưởng", M.DONE),
    ],
)
def test_counted_people_to_whom_something_unknown_is_done_are_in_danger(text: str, meaning: Meaning) -> None:
    assert understand(text).meaning is meaning


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("xã cô tư đã nhận", M.ACKNOWLEDGED),
        ("XÃ CÔ BỐN ĐÃ NHẬN", M.ACKNOWLEDGED),
        ("Giàng A Dìn đã nhận", M.ACKNOWLEDGED),
        ("đã nhận - Vừ Thị Say", M.ACKNOWLEDGED),
        ("thôn ba hộ ngập", M.INCIDENT),
        ("dân đã về nhà văn hóa", M.DONE),
        ("học sinh đã về nhà hết", M.DONE),
    ],
)
def test_names_of_the_mountains_and_of_kin_and_numbers_are_names(text: str, meaning: Meaning) -> None:
    assert understand(text).meaning is meaning
    assert understand(text).closes is (meaning is not M.INCIDENT)


@pytest.mark.parametrize(
    ("text", "meaning", "closes"),
    [
        ("đã nhận, sẽ báo cáo trước 9h sáng mai", M.ACKNOWLEDGED, True),
        ("đã nhận, sẽ báo cáo trước 9h sáng mai ạ", M.ACKNOWLEDGED, True),
        ("đã nhận, sáng mai làm", M.AMBIGUOUS, False),
        ("đang đắp mấy chỗ trũng ở bờ bao", M.IN_PROGRESS, False),
        ("đang đắp mấy đoạn vậy anh", M.QUESTION, False),
        ("đang đắp mấy đoạn", M.QUESTION, False),
        ("chưa làm gì hết, đang ăn cơm", M.NEGATIVE, False),
        ("chưa nhận tiền, tối nay nhậu", M.UNRELATED, False),
        ("bản Sảng liên lạc không được từ trưa", M.INCIDENT, False),
        ("em đang điều trị ở bệnh viện, xin giao người khác", M.CANNOT_COMPLY, False),
    ],
)
def test_a_report_for_tomorrow_some_places_and_a_meal_change_nothing(text: str, meaning: Meaning, *, closes: bool) -> None:
    found = understand(text)
    assert (found.meaning, found.closes) == (meaning, closes)


@pytest.mark.parametrize(
    ("text", "meaning", "closes"),
    [
        ("xã mới làm được 2/7 thôi, vẫn đang làm", M.IN_PROGRESS, True),
        ("có xe mới đi được 2 chuyến", M.AMBIGUOUS, False),
        ("đã nhận, cảm ơn chị Khuê", M.ACKNOWLEDGED, True),
        ("rõ rồi, để tui kêu dân quân đi liền", M.ACKNOWLEDGED, True),
    ],
)
def test_so_far_is_no_condition_and_whom_one_thanks_may_be_named(text: str, meaning: Meaning, *, closes: bool) -> None:
    found = understand(text)
    assert (found.meaning, found.closes) == (meaning, closes)


@pytest.mark.parametrize("text", ["cháu đã về nhà", "em đang về nhà", "đang đi bộ tập thể dục", "đang đi tập gym"])
def test_ways_of_private_life_stop_nothing(text: str) -> None:
    assert not understand(text).closes


@pytest.mark.parametrize(
    ("text", "closes"),
    [
        ("mình nhận được cái giấy rồi cán bộ à", True),
        ("nhận rồi à", False),
        ("nhận rồi cán bộ à?", False),
        ("gửi cho anh à", False),
        ("xong hết rồi ạ 🎉", True),
        ("xong rồi 😂", False),
        ("nhận được 🎉 tiền", False),
        ("ảnh nhận được rồi", False),
        ("anh đi thay em nhé", False),
        ("giao đồng chí Tám làm đi", False),
        ("e xoq r ạ", True),
        ("xong r lun ạ", True),
    ],
)
def test_whom_one_calls_and_what_one_paints_beside_an_answer(text: str, *, closes: bool) -> None:
    assert understand(text).closes is closes


def test_a_picture_beside_work_makes_no_other_topic_of_it() -> None:
    assert understand("đang gác ngầm, ướt như chuột lột 🤣").meaning is M.IN_PROGRESS
    assert understand("lương về rồi 🎉").meaning is M.UNRELATED


def test_an_unmarked_lun_is_a_dyke_that_sinks() -> None:
    assert understand("de lun roi").meaning is M.INCIDENT
