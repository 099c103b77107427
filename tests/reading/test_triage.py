"""Tests of triage: what must be passed on at once, and why."""

from __future__ import annotations

from dataclasses import replace

import pytest

from alertd.model.documents import DocumentKind, Hazard, Urgency
from alertd.reading.case import Case
from alertd.reading.triage import judge
from tests.reading.papers import only, read, read_paper


def case(kind: DocumentKind, subject: str, urgency: Urgency | None = None, situation: str = "", purpose: str = "") -> Case:
    """A document with that subject."""
    return Case(kind, urgency, subject, situation, purpose, f"{subject} {situation} {purpose}", orders=("trực ban",))


@pytest.mark.parametrize(
    "subject",
    [
        "tập trung ứng phó bão số 3",
        "khắc phục hậu quả mưa lũ",
        "bảo đảm an toàn hồ đập",
        "phòng, chống cháy rừng",
        "vụ sập cầu vạn lộc",
        "tìm kiếm thuyền viên mất tích",
        "phòng, chống bệnh sởi",
        "chống hạn hán, xâm nhập mặn",
        "chống rét đậm, rét hại",
        "thống kê thiệt hại nhà ở do mưa lũ",
    ],
)
def test_a_telegram_on_a_hazard_is_an_emergency(subject: str) -> None:
    verdict = judge(case(DocumentKind.CONG_DIEN, subject))
    assert verdict.is_emergency
    assert "trích yếu" in verdict.reason


@pytest.mark.parametrize(
    "subject",
    [
        "cắt giảm thủ tục hành chính",
        "đẩy mạnh giải ngân vốn đầu tư công",
        "chuẩn bị kỳ thi tốt nghiệp",
        "an toàn giao thông dịp tết",
        "phòng cháy dịp lễ hội",
        "bảo đảm cho nhân dân đón tết đầm ấm",
        "phát động thi đua",
    ],
)
def test_a_telegram_on_ordinary_business_is_none(subject: str) -> None:
    assert not judge(case(DocumentKind.CONG_DIEN, subject)).is_emergency


@pytest.mark.parametrize(
    "subject",
    [
        "phòng, chống dịch bệnh dịp tết",
        "tăng cường phòng, chống các dịch bệnh mùa lễ hội",
        "phòng cháy, chữa cháy rừng dịp tết",
        "chống rét cho người và vật nuôi dịp nghỉ lễ",
        "khắc phục nhanh hậu quả thiên tai để nhân dân đón tết",
        "ngăn chặn sốt xuất huyết trước năm học mới",
        "trực ban phòng, chống thiên tai dịp nghỉ tết",
    ],
)
def test_a_hazard_that_is_acted_upon_is_an_emergency_on_feast_days_too(subject: str) -> None:
    assert judge(case(DocumentKind.CONG_DIEN, subject)).is_emergency
    assert judge(case(DocumentKind.CONG_VAN, subject, Urgency.HOA_TOC)).is_emergency


@pytest.mark.parametrize(
    "subject", ["giải ngân vốn trong bối cảnh phòng, chống dịch bệnh", "phòng, chống cháy nổ, tai nạn dịp tết", "đón tết khi có dịch bệnh"]
)
def test_a_hazard_in_passing_or_of_every_feast_leaves_ordinary_business_what_it_is(subject: str) -> None:
    assert not judge(case(DocumentKind.CONG_DIEN, subject)).is_emergency


def test_a_telegram_on_ordinary_business_that_mentions_floods_is_none() -> None:
    assert not judge(case(DocumentKind.CONG_DIEN, "thi đua cao điểm cuối năm", purpose="để khắc phục khó khăn do bão lũ")).is_emergency


def test_an_urgent_telegram_of_unknown_sort_is_taken_for_an_emergency() -> None:
    assert judge(case(DocumentKind.CONG_DIEN, "việc cần làm ngay", Urgency.HOA_TOC)).is_emergency


def test_in_doubt_a_telegram_that_orders_something_is_taken_for_an_emergency() -> None:
    doubtful = case(DocumentKind.CONG_DIEN, "tập trung tìm cháu bé ở khu vực suối nậm khê")
    assert judge(doubtful).is_emergency
    assert not judge(replace(doubtful, orders=())).is_emergency


def test_ordinary_words_in_the_situation_do_not_hide_a_hazard() -> None:
    situation = "bão số 4 ảnh hưởng đến du lịch, hàng không và doanh nghiệp"
    assert judge(case(DocumentKind.CONG_DIEN, "", situation=situation)).is_emergency


@pytest.mark.parametrize(
    ("kind", "subject", "urgency", "is_emergency"),
    [
        (DocumentKind.CONG_VAN, "chủ động ứng phó bão số 9", None, True),
        (DocumentKind.CONG_VAN, "chống rét cho gia súc", Urgency.KHAN, True),
        (DocumentKind.CONG_VAN, "phòng, chống thiên tai mùa mưa bão năm 2023", None, False),
        (DocumentKind.CONG_VAN, "tổ chức tết trung thu", Urgency.HOA_TOC, False),
        (DocumentKind.THONG_BAO, "vận hành xả lũ hồ chứa", None, True),
        (DocumentKind.THONG_BAO, "kết luận hội nghị tổng kết", None, False),
        (DocumentKind.KE_HOACH, "ứng phó bão, lũ năm 2024", None, False),
        (DocumentKind.NGHI_QUYET, "khắc phục hậu quả bão số 3", None, False),
        (DocumentKind.QUYET_DINH, "hỗ trợ khắc phục hậu quả mưa lũ", None, False),
        (DocumentKind.QUYET_DINH, "công bố tình huống khẩn cấp về sạt lở", None, True),
        (DocumentKind.BAN_TIN, "tin bão khẩn cấp", None, False),
    ],
)
def test_other_kinds_are_emergencies_only_for_what_is_happening(
    kind: DocumentKind, subject: str, urgency: Urgency | None, is_emergency: bool
) -> None:
    assert judge(case(kind, subject, urgency)).is_emergency is is_emergency


def test_what_accompanies_a_flood_is_no_hazard_of_its_own() -> None:
    verdict = judge(case(DocumentKind.CONG_DIEN, "ứng phó mưa lũ", purpose="để phòng, chống dịch bệnh sau lũ"))
    assert verdict.hazards == (Hazard.FLOOD,)


def test_rescue_is_told_where_people_are_to_be_looked_for_now() -> None:
    missing = case(DocumentKind.CONG_DIEN, "ứng phó mưa lũ", situation="đợt lũ trước làm 8 người chết và mất tích")
    assert Hazard.SEARCH_RESCUE not in judge(missing).hazards
    assert Hazard.SEARCH_RESCUE in judge(replace(missing, orders=("tiếp tục tìm kiếm người mất tích",))).hazards
    assert Hazard.SEARCH_RESCUE in judge(replace(missing, orders=("giải cứu người dân mắc kẹt",))).hazards
    assert (
        Hazard.SEARCH_RESCUE
        not in judge(case(DocumentKind.CONG_DIEN, "ứng phó mưa lũ", situation="sẵn sàng cứu hộ khi có yêu cầu")).hazards
    )


def test_who_is_to_be_searched_for_after_an_accident_needs_no_other_word() -> None:
    sunk = replace(case(DocumentKind.CONG_DIEN, "về việc chìm tàu tại bến thử"), orders=("huy động xuồng tìm kiếm cứu nạn",))
    assert judge(sunk).hazards == (Hazard.ACCIDENT, Hazard.SEARCH_RESCUE)
    fallen = replace(sunk, subject="khắc phục hậu quả sự cố sập cầu thử", situation="mưa lũ làm sập cầu")
    assert Hazard.SEARCH_RESCUE in judge(fallen).hazards
    assert Hazard.RECOVERY not in judge(fallen).hazards
    assert Hazard.SEARCH_RESCUE not in judge(replace(sunk, subject="ứng phó bão", orders=("sẵn sàng tìm kiếm cứu nạn",))).hazards


@pytest.mark.parametrize(
    ("paper", "is_emergency"),
    [("dam-release-notice", True), ("urgent-letter-cold", True), ("holiday-traffic-telegram", False), ("ministry-epidemic-telegram", True)],
)
def test_whole_documents_are_told_apart(paper: str, is_emergency: bool) -> None:
    assert only(read_paper(paper)).is_emergency is is_emergency


def test_an_accident_stays_an_emergency_whatever_road_it_happened_on() -> None:
    assert judge(case(DocumentKind.CONG_DIEN, "khắc phục hậu quả vụ tai nạn lật tàu tại khe sặt")).is_emergency
    assert not judge(case(DocumentKind.CONG_DIEN, "đẩy nhanh tiến độ dự án đường cao tốc khe sặt")).is_emergency


def test_a_committees_name_threatens_nobody() -> None:
    subject = "gửi ban chỉ huy phòng, chống thiên tai và tìm kiếm cứu nạn các huyện về chống rét đậm, rét hại"
    assert judge(case(DocumentKind.CONG_DIEN, subject)).hazards == (Hazard.COLD,)


def test_dams_are_a_hazard_where_most_orders_are_about_them() -> None:
    told = case(DocumentKind.CONG_DIEN, "ứng phó mưa lũ")
    about = replace(told, orders=("chủ đập xả lũ theo quy trình", "bảo đảm an toàn đập", "sở y tế trực cấp cứu"))
    assert Hazard.DAM in judge(about).hazards
    assert Hazard.DAM not in judge(replace(about, orders=(*about.orders, "cấm đường", "sơ tán dân"))).hazards


def test_hazards_are_looked_for_everywhere_where_neither_subject_nor_situation_tells() -> None:
    telling = replace(case(DocumentKind.CONG_DIEN, ""), everything="yêu cầu kiểm tra hồ chứa, đề phòng lũ quét, sạt lở đất")
    assert judge(telling).hazards == (Hazard.FLOOD, Hazard.FLASH_FLOOD, Hazard.LANDSLIDE, Hazard.DAM)


def test_recovery_is_of_disasters_and_forest_fires_are_no_house_fires() -> None:
    assert judge(case(DocumentKind.CONG_DIEN, "khắc phục hậu quả vụ tai nạn lật xe")).hazards == (Hazard.ACCIDENT,)
    assert judge(case(DocumentKind.CONG_DIEN, "tăng cường phòng cháy, chữa cháy rừng, nguy cơ cháy rừng cao")).hazards == (
        Hazard.FOREST_FIRE,
    )


def test_the_headline_of_an_article_tells_what_threatens() -> None:
    text = "Khe Sặt: Hồ thủy điện xả lũ\nBộ Y tế vừa có công điện yêu cầu các đơn vị trực cấp cứu do mưa lũ.\nSở Y tế cấp thuốc."
    assert Hazard.DAM in only(read(text)).hazards


def test_what_a_meeting_on_a_storm_concluded_is_an_emergency_and_what_one_on_the_season_summed_up_is_none() -> None:
    concluded = "kết luận của phó chủ tịch ubnd tỉnh tại hội nghị trực tuyến ứng phó bão số 5"
    assert judge(case(DocumentKind.THONG_BAO, concluded)).is_emergency
    summed_up = "kết luận tại hội nghị tổng kết công tác phòng, chống thiên tai năm 2025"
    assert not judge(case(DocumentKind.THONG_BAO, summed_up)).is_emergency


def test_a_plan_against_the_storm_that_is_coming_is_none_for_the_season() -> None:
    assert judge(case(DocumentKind.CONG_VAN, "triển khai phương án phòng, chống bão số 3")).is_emergency
    assert not judge(case(DocumentKind.CONG_VAN, "phê duyệt phương án phòng, chống bão, lũ")).is_emergency


def test_a_telegram_whose_subject_and_orders_name_no_hazard_is_administration() -> None:
    plain = case(DocumentKind.CONG_DIEN, "bố trí giáo viên", situation="mưa lũ, sạt lở vừa qua gây thiệt hại lớn")
    orders = ("bố trí đủ giáo viên", "tuyển người thay thế", "báo cáo trước ngày 30", "sửa phòng học sau bão")
    assert not judge(replace(plain, orders=orders)).is_emergency
    assert judge(replace(plain, orders=orders[2:])).is_emergency
    assert judge(replace(plain, orders=(*orders, "sơ tán dân", "canh gác đê điều"))).is_emergency
    assert judge(replace(plain, orders=orders, urgency=Urgency.HOA_TOC)).is_emergency
    assert judge(replace(plain, orders=orders, purpose="để ứng phó bão số 4")).is_emergency
    assert judge(replace(plain, orders=orders, subject="")).is_emergency


def test_an_accident_is_named_beside_the_slide_that_caused_it() -> None:
    situation = "về vụ tai nạn sạt lở tại bãi đá làm chết nhiều người"
    assert judge(case(DocumentKind.CONG_DIEN, "", situation=situation)).hazards == (Hazard.LANDSLIDE, Hazard.ACCIDENT)


def test_money_for_what_a_flood_left_years_ago_is_business() -> None:
    subject = "đẩy nhanh giải ngân, nhất là kinh phí sửa chữa, khắc phục hậu quả lũ lụt năm 2021"
    assert not judge(case(DocumentKind.CONG_DIEN, subject)).is_emergency
    assert judge(case(DocumentKind.CONG_DIEN, "khắc phục hậu quả lũ lụt")).is_emergency


@pytest.mark.parametrize("order", ["truy vết người đã gặp ca bệnh", "tiêu hủy ngay lợn ốm, rắc vôi chuồng trại", "lập bệnh viện dã chiến"])
def test_a_letter_on_a_disease_is_an_emergency_where_it_is_to_be_contained(order: str) -> None:
    letter = case(DocumentKind.CONG_VAN, "tăng cường phòng, chống dịch bệnh")
    assert not judge(letter).is_emergency
    assert judge(replace(letter, orders=(order,))).is_emergency


def test_a_telegram_of_which_only_orders_are_told_is_about_what_they_are_about() -> None:
    orders = ("quản lý giá vật liệu xây dựng", "rà soát giấy phép khai thác khoáng sản", "bám sát tiến độ giải ngân")
    told = replace(case(DocumentKind.CONG_DIEN, ""), orders=orders)
    assert not judge(told).is_emergency
    assert judge(replace(told, orders=(*orders, "sơ tán dân dưới mỏ"))).is_emergency
    assert judge(replace(told, orders=orders[:2])).is_emergency
    assert judge(replace(told, orders=("kiểm tra", "trực ban", "thông tin kịp thời"))).is_emergency
