"""Tests of danger told in harmless words, and of what only colours a sentence or excuses an absent chief."""

from __future__ import annotations

import pytest

from alertd.model.replies import Meaning
from alertd.reading.answers import understand

M = Meaning


@pytest.mark.parametrize(
    "text",
    [
        "Cầu Bản Trại gãy",
        "cau Ban Trai gay",
        "nước lên tới giường",
        "nước mấp mé mặt đê",
        "bờ bao Đồng Lẹng bục rồi",
        "2 cháu chưa thấy về",
        "bà con leo lên mái",
        "nước cuốn mất 2 nhà",
        "gió giật tung mái trạm y tế",
        "sóng đánh vỡ kè",
        "cháu học sinh bị nước kéo đi",
        "lửa thiêu 3 nhà",
        "sông ăn vào chân nhà",
        "3 người chưa thấy đâu",
        "2 nguoi chua thay dau",
        "hai mẹ con chưa thấy đâu",
        "2 dân quân chưa thấy về",
        "ve ben con 3 chiec chua lien lac dc",
        "vo de doan qua xom Trai",
        "cột viễn thông đè lên nhà dân",
        "nước vào tới phòng học rồi",
        "nước đục chảy ra chân đập",
        "nhà trôi hết ngập rồi",
        "ghe mất lái trôi ra biển, 5 thuyền viên",
        "tàu cá chết máy giữa biển",
        "thằng bé té xuống rạch",
        "có đứa nhỏ rớt xuống kinh",
        "cíu vs",
        "sạt lở đè 2 nhà ở xóm Trại xin chỉ đạo",
        "nước vào nhà dân làm sao bây giờ",
        "đập Nà Mò nứt sao giờ",
        "lũ cuốn người có ai lên không",
        "báo cáo 3 hộ bị cô lập",
        "xã báo cầu treo bị đứt",
        "gọi mãi không thấy tổ tuần tra trả lời",
        "hồ Nà Mò tràn thân đập",
        "chị Sinh đẻ rơi, mất máu nhiều",
    ],
)
def test_harmless_words_together_tell_of_danger(text: str) -> None:
    assert understand(text).meaning is M.INCIDENT


@pytest.mark.parametrize(
    "text",
    [
        "đang chở nước đến bản",
        "cầu không gãy, đã nhận",
        "đã đổ đá gia cố kè",
        "chưa có thiệt hại gì, đang trực",
        "cầu gãy chưa anh",
        "không có nhà nào bị gió thổi bay",
        "đang dùng đất lấp hố",
        "giấy tờ chưa thấy đâu",
        "da bam nut roi",
        "bam nut khong duoc",
        "cây đổ đã dọn xong",
        "có người bị thương thì báo ai",
        "nếu vỡ đê xin chỉ đạo ai",
        "đang báo cáo các hộ bị ngập",
        "hết ngập rồi, đang dọn bùn",
        "đang gia cố chỗ sạt ở mái đê",
        "đang sơ tán, chưa có ai bị sao",
        "chỗ đê sạt đã gia cố xong rồi",
        "đang cho người chặt cây gãy đổ",
    ],
)
def test_what_is_brought_denied_or_asked_is_no_danger(text: str) -> None:
    assert understand(text).meaning is not M.INCIDENT


def test_a_blocked_road_beside_a_refusal_is_its_reason() -> None:
    assert understand("đường liên thôn đứt rồi, không vào được").meaning is M.CANNOT_COMPLY


@pytest.mark.parametrize(
    "text", ["Chủ tịch ốm, phó chủ tịch nhận thay", "Sếp ra Hà Nội, tôi là phó phòng đã nhận", "a Hùng đi vắng, em nhận hộ"]
)
def test_a_deputy_answers_for_an_absent_chief(text: str) -> None:
    assert (understand(text).meaning, understand(text).closes) == (M.ACKNOWLEDGED, True)


@pytest.mark.parametrize("text", ["em ốm rồi, đã nhận", "không biết sếp đi vắng ai nhận thay", "chủ tịch bị kẹt trong lũ, em nhận thay"])
def test_ones_own_absence_and_a_chief_in_danger_are_not_left_aside(text: str) -> None:
    assert not understand(text).closes


@pytest.mark.parametrize(
    ("text", "closes"), [("nhận rồi mà", True), ("nhận rồi mà...", False), ("ok mà", False), ("có nhận được ạ", True), ("có", False)]
)
def test_a_word_that_only_colours_the_sentence_changes_nothing(text: str, closes: bool) -> None:
    assert understand(text).closes is closes


@pytest.mark.parametrize("text", ["di dời được 0 hộ", "0/45 hộ", "đã hoàn thành 0%"])
def test_nothing_done_stops_nothing(text: str) -> None:
    assert (understand(text).meaning, understand(text).closes) == (M.NEGATIVE, False)


@pytest.mark.parametrize(
    "text",
    ["đã sơ tán 30 hộ, còn 15 hộ", "xong việc 1, việc 2 còn lại", "đã di dời 20 trên tổng số 45 hộ", "2h nữa xong", "mới được 3 hộ thôi"],
)
def test_a_part_is_not_the_whole(text: str) -> None:
    assert understand(text).meaning is M.IN_PROGRESS


@pytest.mark.parametrize("text", ["sạt lở chưa dọn xong", "nhà sập đã đưa người ra rồi", "cây đổ đang dọn", "sạt lở sắp dọn xong"])
def test_damage_that_is_not_yet_put_right_is_danger(text: str) -> None:
    assert understand(text).meaning is M.INCIDENT


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("bục kè rồi", M.INCIDENT),
        ("gãy ngang thân đập", M.INCIDENT),
        ("kè thôn Đoài Hạ cũng đang tụt", M.INCIDENT),
        ("chỗ kè xóm Soi đang tụt xuống", M.INCIDENT),
        ("cháu Thảo đi chợ chưa về tới, bố mẹ đang tìm", M.INCIDENT),
        ("đã cứu được 4 người kẹt trên nóc nhà", M.DONE),
        ("đã di dời 9 hộ xong trước khi sạt lở", M.DONE),
        ("đang xử lý chỗ kè sạt", M.IN_PROGRESS),
    ],
)
def test_the_verb_may_stand_first_and_names_take_no_room_between_what_gives_way_and_how(text: str, meaning: Meaning) -> None:
    assert understand(text).meaning is meaning


@pytest.mark.parametrize("water", ["nước", "bùn"])
@pytest.mark.parametrize("room", ["phòng máy", "phòng hồi sức", "trạm xá", "kho thuốc", "tầng hầm", "tủ điện", "hội trường"])
def test_water_in_a_room_is_danger_whatever_the_room_is(water: str, room: str) -> None:
    assert understand(f"đã nhận, {water} vào {room} rồi").meaning is Meaning.INCIDENT
    assert understand(f"{water} chưa vào {room}").meaning is not Meaning.INCIDENT


@pytest.mark.parametrize("works", ["kè", "mái đê", "bờ bao", "taluy"])
@pytest.mark.parametrize("gives_way", ["hở chân", "tuột xuống", "bị khoét sâu", "nứt toác", "sụm rồi"])
def test_what_gives_way_is_danger_in_whatever_word(works: str, gives_way: str) -> None:
    assert understand(f"em rõ rồi, {works} {gives_way}").meaning is Meaning.INCIDENT


@pytest.mark.parametrize(
    "text", ["hố ga nước xì ra", "sau nhà đất chạy rồi", "núi rung anh ơi", "mái đập ướt đẫm", "2 người đi lưới chưa thấy vào bờ"]
)
def test_the_first_signs_are_danger(text: str) -> None:
    assert understand(text).meaning is Meaning.INCIDENT


def test_a_road_that_is_half_cleared_is_work_under_way() -> None:
    assert understand("ngõ 3 sạt đã dọn được một nửa, đang dọn tiếp").meaning is Meaning.IN_PROGRESS
    assert understand("ngõ 3 sạt, đang dọn").meaning is Meaning.INCIDENT


@pytest.mark.parametrize("when", ["năm 2019", "hồi năm 2008", "năm ngoái", "hồi năm kia", "năm trước"])
def test_what_happened_in_another_year_is_no_danger_unless_it_happens_again(when: str) -> None:
    assert understand(f"{when} vỡ kè chỗ này").meaning is not Meaning.INCIDENT
    assert not understand(f"{when} vỡ kè chỗ này").closes
    assert understand(f"{when} vỡ kè chỗ này, giờ lại vỡ").meaning is Meaning.INCIDENT
    assert understand("năm nay vỡ kè chỗ này").meaning is Meaning.INCIDENT


@pytest.mark.parametrize(
    "text",
    [
        "một cụ già bị lấp",
        "hai cháu bị ngộp nước",
        "2 người văng xuống suối",
        "có người tắt thở rồi",
        "một cụ già bị xô ngã gãy xương",
        "ca nô va vào trụ cầu",
        "phà tuột neo",
        "xuồng vô nước rồi",
        "sà lan trôi",
        "trụ cầu lung lay",
        "đê há miệng một đoạn",
        "nước leo lên thềm rồi",
        "nước thốc vào nhà",
    ],
)
def test_people_boats_and_works_in_danger_are_heard_in_more_words(text: str) -> None:
    assert understand(text).meaning is Meaning.INCIDENT


@pytest.mark.parametrize("before", ["không có ai bị sao ", "nếu có lệnh ", "năm 2019 "])
def test_what_was_said_long_before_makes_no_danger_harmless(before: str) -> None:
    assert understand(before + "em với anh em " * 20 + "vỡ đê").meaning is Meaning.INCIDENT


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("đất nứt sau trường rồi cán bộ à", Meaning.INCIDENT),
        ("vỡ kè rồi à", Meaning.QUESTION),
        ("đang hót đất đá tràn ra đường", Meaning.IN_PROGRESS),
        ("đất đá tràn ra đường", Meaning.INCIDENT),
        ("nhận rõ, sẽ ứng phó lũ quét, sạt lở", Meaning.ACKNOWLEDGED),
        ("đang ứng phó lũ quét sạt lở", Meaning.IN_PROGRESS),
        ("đang ứng phó lũ quét thì vỡ kè", Meaning.INCIDENT),
        ("đang chở người già và sản phụ đi trước", Meaning.IN_PROGRESS),
        ("sản phụ khó sinh", Meaning.INCIDENT),
        ("tui đang kiu ghe vô bờ", Meaning.IN_PROGRESS),
        ("kiu vs", Meaning.INCIDENT),
        ("nác vô nhà rồi", Meaning.INCIDENT),
        ("sóng to, ca nô không ra được", Meaning.CANNOT_COMPLY),
        ("máy bơm chìm rồi, không bơm được", Meaning.CANNOT_COMPLY),
        ("khói mù mịt ở kho phân bón", Meaning.INCIDENT),
        ("mấy nhà ven sông sập rồi", Meaning.INCIDENT),
        ("mấy nhà sập vậy", Meaning.QUESTION),
        ("đã cứu xong 2 người bị kẹt", Meaning.DONE),
        ("chưa cứu xong 2 người bị kẹt", Meaning.INCIDENT),
        ("đã lấp xong hố sụt", Meaning.DONE),
        ("đang vá chỗ đê rò", Meaning.IN_PROGRESS),
        ("đang trực ở chỗ đê rò", Meaning.INCIDENT),
        ("đã nhận công điện về tìm kiếm người mất tích", Meaning.ACKNOWLEDGED),
        ("đã nhận công điện về khắc phục kè, có người mất tích", Meaning.INCIDENT),
        ("rõ, khi có người mắc kẹt sẽ báo ngay", Meaning.ACKNOWLEDGED),
        ("khi có lệnh thì 2 người mắc kẹt rồi", Meaning.INCIDENT),
        ("chưa nghe ai báo vỡ đê", Meaning.AMBIGUOUS),
    ],
)
def test_what_is_cleared_away_foreseen_or_led_to_safety_is_no_danger_and_a_vocative_asks_nothing(text: str, meaning: Meaning) -> None:
    assert understand(text).meaning is meaning


@pytest.mark.parametrize(
    "text",
    [
        "kè lủng một lỗ bự", "nước vây bốn phía",
        "nuoc vay 4 phia", "nó lấy mất nửa quả đồi rồi", "nước vào tới bờ rồi",
        "máy chết trôi ra ngoài cửa rồi", "hư máy đang trôi", "đất nó chôn cái nhà ông Tủa rồi",
        "nước hốt cái chuồng bò",
        "xe tải lộn xuống vực", "đập tràn rồi", "nước qua đập tràn rồi",
    ],
)  # fmt: skip
def test_boats_adrift_and_what_earth_and_water_take_are_danger(text: str) -> None:
    assert understand(text).meaning is M.INCIDENT


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("đang chốt ở đập tràn", M.IN_PROGRESS),
        ("xe em ngập nước chết máy, không đi được", M.CANNOT_COMPLY),
        ("máy bơm bị nước dìm rồi", M.CANNOT_COMPLY),
        ("nó lấy mất xe em", M.AMBIGUOUS),
        ("thủng thẳng đi", M.AMBIGUOUS),
        ("hết dầu rồi sao vô bờ được", M.CANNOT_COMPLY),
        ("xuồng nhỏ chở sao hết", M.CANNOT_COMPLY),
        ("lộn số rồi", M.NEGATIVE),
        ("nói gì tui hổng hiểu", M.NEGATIVE),
        ("đã đón 60 người, tiếp tục đón thêm", M.IN_PROGRESS),
        ("đang đón mấy hộ ven sông", M.IN_PROGRESS),
        ("đang đón mấy hộ", M.QUESTION),
    ],
)
def test_a_spillway_a_drowned_engine_and_a_slow_start_are_no_danger(text: str, meaning: Meaning) -> None:
    assert understand(text).meaning is meaning
