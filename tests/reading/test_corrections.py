"""Tests of telegrams that correct another, and of who speaks and who is meant by a short or a seasonal word."""

from __future__ import annotations

import pytest

from alertd.model.documents import Reading
from tests.reading.papers import LETTERHEAD, only, orders, read
from tests.reading.test_rules import TO_ALL, told


def test_named_what_is_set_for_a_time_of_the_year_charges_whoever_stands_behind_it() -> None:
    body = "1. Sở Y tế trực cấp cứu.\nTrong dịp lễ hội xuân, Chủ tịch UBND các xã ven hồ kiểm tra áo phao trên mọi thuyền chở khách."
    assert told(body)[-1][1] == ("Chủ tịch UBND các xã ven hồ",)


def test_named_an_abbreviation_that_was_explained_may_head_points() -> None:
    body = "1. Tổng công ty Cấp nước Khe Sặt (TCNKS) trực 24/24 giờ.\n2. TCNKS:\na) Súc rửa bể chứa;\nb) Thử nước mỗi ngày."
    assert told(body)[-1] == ("2", ("TCNKS",))


def test_issuer_the_first_words_of_its_title_are_enough_to_name_it() -> None:
    head = LETTERHEAD.partition("Mưa to")[0].replace(
        "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ", "TỔNG CHỈ HUY TRƯỞNG LỰC LƯỢNG CỨU HỘ MIỀN TÂY"
    )
    found = only(read(f"{head}Nước lên. Tổng Chỉ huy trưởng yêu cầu các đơn vị:\n1. Trực đủ quân số.\n2. Sở Y tế cấp thuốc.\n"))
    assert [d.addressees for d in found.directives] == [("các đơn vị",), ("Sở Y tế",)]


def corrected(forbids: str) -> Reading:
    head = LETTERHEAD.partition("Mưa to")[0].replace("Về việc ứng phó mưa lũ", "Đính chính Công điện số 8/CĐ-UBND")
    asked = "Yêu cầu Sở Nội vụ trực ban.\nYêu cầu Sở Tư pháp trực ban.\n"
    return only(read(f"{head}Công điện số 8/CĐ-UBND ghi nhầm giờ. UBND tỉnh ghi lại như sau:\n{forbids} từ 9 giờ.\n{asked}"))


@pytest.mark.parametrize("forbids", ["Cấm tất cả tàu cá rời bến", "Nghiêm cấm người và xe qua ngầm", "Tuyệt đối cấm mọi hoạt động trên hồ"])
def test_what_is_forbidden_before_anybody_is_asked_is_an_order_to_all_who_get_the_telegram(forbids: str) -> None:
    assert [d.addressees for d in corrected(forbids).directives] == [TO_ALL, ("Sở Nội vụ",), ("Sở Tư pháp",)]


def test_a_correction_that_keeps_ships_in_is_urgent_whatever_else_it_orders() -> None:
    assert corrected("Cấm tất cả các tàu cá rời bến").is_emergency


def test_named_a_consultation_of_doctors_is_held_and_is_no_part_of_a_name() -> None:
    assert told("1. Bệnh viện Nhi Trung ương tổ chức hội chẩn cho các cháu.") == [("1", ("Bệnh viện Nhi Trung ương",))]


CORRECTS = LETTERHEAD.partition("Mưa to")[0].replace("Về việc ứng phó mưa lũ", "Đính chính Công điện số 8/CĐ-UBND ngày 9/9/2024")


@pytest.mark.parametrize(
    "point",
    [
        "Tại điểm a mục 2, đã in: “xong trước 16 giờ ngày 11/9”, nay sửa lại là: “xong trước 20 giờ ngày 10/9”.",
        "Mục 2 ghi là “xong trước 16 giờ ngày 11/9”, nay đính chính thành “xong trước 20 giờ ngày 10/9”.",
        "Thay cụm từ “trước 16 giờ ngày 11/9” ở mục 2 bằng cụm từ “trước 20 giờ ngày 10/9”.",
        "Mục 2: điều chỉnh hạn từ trước 16 giờ ngày 11/9 thành trước 20 giờ ngày 10/9.",
    ],
)
def test_the_hour_that_a_correction_replaces_holds_no_longer(point: str) -> None:
    (order,) = orders(f"1. {point}")
    assert order.deadline is not None
    assert order.deadline.text.removeprefix("xong ") == "trước 20 giờ ngày 10/9"


def test_a_correction_is_told_from_its_first_word_on_to_all_who_got_the_paper() -> None:
    (order,) = orders("1. Tại mục 2, đã in: “di dời trước 16 giờ ngày 11/9”, nay sửa là: “di dời trước 20 giờ ngày 10/9”.")
    assert order.addressees == TO_ALL
    assert order.actions[0].text.startswith("Tại mục 2, đã in")


def test_a_correction_is_as_urgent_as_the_telegram_that_its_text_says_it_corrects() -> None:
    told_of = "Công điện số 8/CĐ-UBND về việc ứng phó lũ quét còn sai sót, nay sửa như sau:\n"
    points = "1. Tại mục 1, thay “xã A” bằng “xã B”.\n2. Tại mục 4, thay “5 tổ” bằng “6 tổ”.\n3. Bãi bỏ mục 7.\n"
    assert only(read(CORRECTS + told_of + points)).is_emergency
