"""Tests of what may stand beside an answer that stops the reminders, and of what may not."""

from __future__ import annotations

import pytest

from alertd.model.replies import Meaning
from alertd.reading.answers import understand

M = Meaning


@pytest.mark.parametrize(
    ("text", "closes"),
    [
        ("đã nhận, thay mặt anh Hưng đang đi cơ sở", True),
        ("nhận thay chị Hoa đang ốm", True),
        ("nhận thay chị Hoa đang ốm, chưa rõ mục 2", False),
        ("nhận thay chị Hoa đang gọi cứu với", False),
        ("đã nhận, chủ tịch chưa về", True),
        ("đã nhận, 2 chau hoc sinh chua ve nha", False),
        ("đã nhận, hai anh em đi tuần chưa về", False),
        ("đã nhận, 2 đồng chí chưa về", False),
        ("đã nhận, hai đồng chí chưa về", False),
    ],
)
def test_whom_a_deputy_answers_for_may_be_named_in_the_same_breath(text: str, *, closes: bool) -> None:
    assert understand(text).closes is closes


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("xã chưa có kinh phí mua vật tư", M.CANNOT_COMPLY),
        ("đã rõ nhưng dân quân đi tập huấn hết", M.CANNOT_COMPLY),
        ("nhận rồi nhưng không còn ai trực", M.CANNOT_COMPLY),
        ("đang xả từ từ", M.IN_PROGRESS),
        ("từ từ đã", M.AMBIGUOUS),
        ("tôi không còn ở xã nữa", M.NEGATIVE),
        ("em không mua vé được", M.UNRELATED),
    ],
)
def test_means_and_people_that_lack_refuse_and_slow_work_goes_on(text: str, meaning: Meaning) -> None:
    assert understand(text).meaning is meaning


@pytest.mark.parametrize(
    ("text", "closes"),
    [
        ("đã nhận, hết pin nên giờ mới trả lời được", True),
        ("nhận rồi, cảm ơn anh đã nhắc", True),
        ("nhận rồi, để em in trình lãnh đạo", True),
        ("nhận rồi, để em hỏi lãnh đạo", False),
        ("hết pin", False),
    ],
)
def test_why_an_answer_comes_late_and_who_gets_to_see_it_change_nothing(text: str, *, closes: bool) -> None:
    assert understand(text).closes is closes


@pytest.mark.parametrize(
    ("text", "meaning", "closes"),
    [
        ("Cảm ơn tỉnh đã kịp thời thông báo", M.UNRELATED, False),
        ("nhận rồi, cảm ơn tỉnh đã kịp thời thông báo", M.ACKNOWLEDGED, True),
        ("cảm ơn anh đã nhắc nhưng xã không có xe", M.CANNOT_COMPLY, False),
        ("cảm ơn anh, em đã gửi báo cáo", M.DONE, True),
        ("cảm ơn anh nhé em đã nhận", M.ACKNOWLEDGED, True),
    ],
)
def test_what_others_are_thanked_for_is_no_work_of_the_senders(text: str, meaning: Meaning, *, closes: bool) -> None:
    found = understand(text)
    assert (found.meaning, found.closes) == (meaning, closes)


@pytest.mark.parametrize(
    ("text", "meaning", "closes"),
    [
        ("đã nhận. báo cáo lãnh đạo công ty rồi ạ", M.ACKNOWLEDGED, True),
        ("đã báo cáo chủ tịch, đã sơ tán 12 hộ", M.DONE, True),
        ("đang báo cáo sếp", M.IN_PROGRESS, True),
        ("đại đội sẵn sàng cơ động khi có lệnh", M.ACKNOWLEDGED, True),
        ("sẽ đi khi có lệnh", M.AMBIGUOUS, False),
        ("có, em nhận rồi", M.ACKNOWLEDGED, True),
        ("có em nhận rồi anh", M.ACKNOWLEDGED, True),
        ("có em nhận chưa", M.QUESTION, False),
        ("em nhận rồi nghe anh năm", M.ACKNOWLEDGED, True),
        ("nghe anh năm nói nhận rồi", M.AMBIGUOUS, False),
        ("đã nhận lúc mười chín giờ bốn mươi lăm", M.ACKNOWLEDGED, True),
        ("đã nhận mười chín thùng mì", M.AMBIGUOUS, False),
    ],
)
def test_what_is_passed_up_awaited_or_told_in_words_stays_an_acceptance(text: str, meaning: Meaning, *, closes: bool) -> None:
    found = understand(text)
    assert (found.meaning, found.closes) == (meaning, closes)


@pytest.mark.parametrize(
    "text",
    [
        "thôi được rồi",
        "dạ thôi vâng",
        "sẽ xong thôi",
        "phải chi đã nhận",
        "ước gì đã sơ tán xong",
        "nằm mơ đã sơ tán xong",
        "tuong dang trien khai",
        "xã bên đã sơ tán xong",
        "đã sơ tán xong năm ngoái",
        "đã sơ tán xong hồi diễn tập",
        "đã di dời hết trừ nhà ông Tá",
        "tin đã sơ tán xong là sai",
        "trạm bơm Nà Mò đã nhận nhầm",
        "đài khí tượng nhận được rồi mới lạ",
        "nhận thay, sếp đang đi kiểm tra hồ trong mơ",
        "nhận thay, sếp đang đi kiểm tra hồ chết liền",
        "nhận thay, sếp đang đi nhậu",
    ],
)
def test_what_is_wished_dreamt_past_excepted_or_told_of_others_stops_nothing(text: str) -> None:
    assert not understand(text).closes


@pytest.mark.parametrize(
    ("text", "closes"),
    [
        ("chưa xong nhưng đang làm", True),
        ("chưa xong nhưng vẫn đang di dời", True),
        ("chưa xong nhưng đang làm thì hết dầu", False),
        ("chưa nhận nhưng đang làm", False),
    ],
)
def test_work_that_goes_on_may_be_set_against_its_end(text: str, *, closes: bool) -> None:
    assert understand(text).closes is closes


@pytest.mark.parametrize(
    "text",
    [
        "đã nhận, em gửi từ máy chị Vân vì máy em hết pin",
        "mình nhận được cái tin rồi",
        "em vừa ngủ dậy, đã nhận",
        "em rep muộn, em nhận rồi",
        "đã nhận văn bản, chuyển đồng chí phó chủ tịch phụ trách",
        "đag làm, tí nữa em báo kq",
        "đang thuyết phục 4 hộ",
        "đag trên đg xuống thôn",
    ],
)
def test_excuses_and_shorthand_change_nothing_beside_an_answer(text: str) -> None:
    assert understand(text).closes


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("có 4 người sao mà khiêng nổi", M.CANNOT_COMPLY),
        ("sao mà dời kịp trong 2 tiếng hả anh", M.CANNOT_COMPLY),
        ("sức mấy mà đắp cho kịp", M.CANNOT_COMPLY),
        ("làm sao sang bên đó anh", M.QUESTION),
        ("không có ai lái xuồng", M.CANNOT_COMPLY),
        ("xin cho bộ đội xuống giúp, xóm toàn người già", M.CANNOT_COMPLY),
        ("em gãy chân đang bó bột", M.CANNOT_COMPLY),
        ("em xin lỗi em không làm được", M.CANNOT_COMPLY),
        ("chưa có đi đâu", M.NEGATIVE),
        ("chưa thấy văn bản đâu anh gửi lại đi", M.NEGATIVE),
        ("anh gửi lại văn bản đi", M.QUESTION),
        ("mình không biết chữ đâu", M.NEGATIVE),
        ("tôi nghỉ từ tháng 4 rồi", M.NEGATIVE),
        ("mẹ cháu để điện thoại ở nhà", M.NEGATIVE),
        ("coi sao đã", M.AMBIGUOUS),
        ("tối thế này sao mà đi", M.CANNOT_COMPLY),
        ("dân nói không đi đâu", M.CANNOT_COMPLY),
        ("dời dân ra trường hay ra ủy ban", M.QUESTION),
    ],
)
def test_who_asks_in_vain_or_asks_for_what_never_came_objects(text: str, meaning: Meaning) -> None:
    assert understand(text).meaning is meaning


@pytest.mark.parametrize(
    "text",
    [
        "2 việc đều xong",
        "tụi em chia 3 tổ đi rồi",
        "đang cho học sinh về nhà",
        "cả bản lên nhà văn hóa hết rồi",
        "đã tiếp nhận, tổ chức thực hiện theo đúng công điện",
        "rõ rồi ạ em cảm ơn các anh đã quan tâm",
        "mềnh nhận ròi",
        "đang chặn đường, không cho xe qua cầu",
        "nước chưa lên tới đâu, đang gác ở đập",
        "nhận rồi, chuẩn bị đi kiểm tra ngầm",
        "kè đã gia cố xong, tạm ổn",
        "BCH PTDS xã Đồng Mận báo đã nhận lệnh",
        "đang sơ tán, bà con hợp tác tốt",
        "đang bốc thuốc men lên tầng 2",
        "đã lập 2 chốt ở ngầm",
        "em đã báo cáo lãnh đạo",
    ],
)
def test_work_told_in_ordinary_words_stops_the_reminders(text: str) -> None:
    assert understand(text).closes
