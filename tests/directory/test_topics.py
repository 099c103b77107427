"""Tests which topics a clause is found to be about."""

from __future__ import annotations

import pytest

from alertd.directory.names import Wording
from alertd.directory.topics import TopicFinder
from alertd.model.bodies import Topic
from tests.directory.papers import lang_son

DAMS = Topic("ho", "Hồ chứa", ("hồ chứa", "xả lũ"))
POWER_DAMS = Topic("thuy-dien", "Thủy điện", ("hồ chứa thủy điện", "thủy điện"))
ROADS = Topic("duong", "Giao thông", ("giao thông", "phân luồng giao thông"))
POLICE = Topic("cong-an", "Trật tự", ("phân luồng giao thông",))
FINDER = TopicFinder(
    (DAMS, POWER_DAMS, ROADS, POLICE),
    ("Sở Giao thông vận tải",),
    Wording({"GTVT": "giao thông vận tải"}, titles=(), tails=(), provinces=()),
)


def found(clause: str) -> list[tuple[str, str]]:
    return [(hit.topic.id, hit.phrase) for hit in FINDER.find(clause)]


def test_the_longest_of_overlapping_phrases_wins() -> None:
    assert found("bảo đảm an toàn hồ chứa thuỷ điện") == [("thuy-dien", "hồ chứa thủy điện")]


def test_a_phrase_that_stands_by_itself_counts_beside_a_longer_one_elsewhere() -> None:
    assert found("hồ chứa thủy điện và các hồ chứa khác") == [("thuy-dien", "hồ chứa thủy điện"), ("ho", "hồ chứa")]


def test_a_phrase_of_two_topics_shows_both() -> None:
    assert found("PHÂN LUỒNG GIAO THÔNG tại các ngầm") == [("duong", "phân luồng giao thông"), ("cong-an", "phân luồng giao thông")]


def test_a_phrase_without_topic_hides_the_words_in_it() -> None:
    assert found("báo cáo Sở GTVT trước 17 giờ") == []


def test_only_whole_words_count() -> None:
    assert found("giao thôngg, xxả lũ") == []


def test_a_clause_about_nothing_known_has_no_topic() -> None:
    assert found("thực hiện nghiêm túc các nội dung trên") == []


@pytest.mark.parametrize(
    ("clause", "topic"),
    [
        ("hướng dẫn người dân thu hoạch sớm lúa và hoa màu", "nong-nghiep"),
        ("vận hành an toàn các hồ chứa nước và công trình thủy lợi xung yếu", "ho-thuy-loi"),
        ("khẩn trương khôi phục lưới điện tại các xã bị cô lập", "luoi-dien"),
        ("bố trí máy xúc thông tuyến quốc lộ 4B", "giao-thong"),
        ("kiểm tra cần trục tháp tại các công trình đang thi công", "cong-trinh-xay-dung"),
        ("dừng khai thác khoáng sản tại nơi có nguy cơ sạt lở", "khoang-san"),
        ("điều động bộ đội giúp dân di dời tài sản", "cuu-ho"),
        ("giữ gìn an ninh, trật tự tại nơi sơ tán", "an-ninh"),
        ("phòng, chống dịch bệnh sau lũ", "y-te"),
        ("cho học sinh nghỉ học tại các xã vùng ngập", "truong-hoc"),
        ("bảo đảm thông tin liên lạc thông suốt", "thong-tin-lien-lac"),
        ("tăng thời lượng phát sóng về mưa lũ", "dua-tin"),
        ("cung cấp bản tin dự báo sáu giờ một lần", "du-bao"),
        ("hướng dẫn du khách rời khu du lịch Mẫu Sơn", "du-lich"),
        ("cứu trợ kịp thời các hộ nghèo bị mất nhà", "an-sinh"),
        ("đề xuất sử dụng dự phòng ngân sách", "tai-chinh"),
        ("khoanh vùng điểm sạt lở, bố trí quỹ đất", "moi-truong"),
        ("dự trữ nhu yếu phẩm, bình ổn giá xăng dầu", "hang-hoa"),
    ],
)
def test_the_topics_of_the_province_know_their_subjects(clause: str, topic: str) -> None:
    content = lang_son().content
    finder = TopicFinder(content.topics, content.no_topic, content.wording)
    assert topic in [hit.topic.id for hit in finder.find(clause)]


def test_the_name_of_the_command_committee_is_not_about_rescue() -> None:
    content = lang_son().content
    finder = TopicFinder(content.topics, content.no_topic, content.wording)
    assert finder.find("báo cáo về Ban Chỉ huy PCTT&TKCN tỉnh trước 17 giờ hằng ngày") == ()
