"""Tests of telegrams as duty desks, dams, health departments and communes write them in haste."""

from __future__ import annotations

import pytest

from tests.reading.papers import LETTERHEAD, only, read
from tests.reading.test_rules import told


def test_number_hour_and_day_may_stand_in_brackets_under_the_office_that_the_heading_names() -> None:
    head = "CÔNG ĐIỆN HỎA TỐC\nCỦA TRƯỞNG BAN CHỈ HUY PHÒNG THỦ DÂN SỰ XÃ KHE SẶT\n(Số 3/CĐ-PTDS, phát lúc 21h30 ngày 10/9/2025)\n"
    document = only(read(f"{head}Gửi: Công an xã; Trạm Y tế.\nNước lên nhanh. Yêu cầu:\n1. Công an xã chốt cầu.\n2. Trạm Y tế trực."))
    assert (document.number, str(document.issued_on), document.subject) == ("03/CĐ-PTDS", "2025-09-10", None)
    assert document.issuer == "Trưởng Ban Chỉ huy Phòng thủ dân sự xã Khe Sặt"


def test_a_joint_telegrams_number_is_no_part_of_what_it_is_about() -> None:
    head = "CÔNG ĐIỆN LIÊN TỊCH\nSố: 2/CĐLT, ngày 10/9/2025\nV/v chữa cháy rừng\nHạt trưởng Hạt Kiểm lâm Khe Sặt điện:\n- Trạm Y tế.\n"
    document = only(read(f"{head}Rừng cháy.\n1. Trạm Y tế trực cấp cứu."))
    assert (document.subject, document.issuer) == ("chữa cháy rừng", "Hạt trưởng Hạt Kiểm lâm Khe Sặt")


@pytest.mark.parametrize("disease", ["bệnh tả", "tiêu chảy cấp", "viêm não mô cầu", "dịch hạch"])
def test_an_urgent_letter_on_a_disease_by_its_name_is_an_emergency(disease: str) -> None:
    head = LETTERHEAD.partition("CÔNG ĐIỆN")[0].replace("05/CĐ-UBND\n", f"512/SYT-NVY\nV/v phòng, chống {disease}\nHỎA TỐC\n")
    document = only(read(f"{head}Kính gửi:\n- Các bệnh viện;\n- Trạm Y tế các xã.\n1. Các bệnh viện cách ly người bệnh.\n"))
    assert document.is_emergency


def test_an_order_to_open_a_dam_is_an_emergency() -> None:
    paper = LETTERHEAD.replace("Về việc ứng phó mưa lũ", "Lệnh vận hành công trình xả Sông Mây").replace(
        "Mưa to đã gây ngập nhiều nơi. ", ""
    )
    gates = "1. Trưởng ca mở cửa số 1.\n2. Trưởng ca ghi sổ.\n3. Đội bảo vệ khóa cổng đập.\n"
    assert only(read(paper + gates)).is_emergency


def test_a_guard_is_named_by_what_it_guards() -> None:
    assert told("1. Đội bảo vệ không cho người xuống chân đập.") == [("1", ("Đội bảo vệ",))]


def test_points_within_a_line_are_no_part_of_the_name_before_their_colon() -> None:
    body = "1. Các bệnh viện: (a) khi có người bệnh phải cách ly; (b) dự trữ thuốc."
    assert told(body) == [("1", ("Các bệnh viện",))]


def test_a_centre_is_told_for_each_area_in_a_row() -> None:
    whom = ("Trung tâm Y tế khu vực Khe Sặt", "Trung tâm Y tế khu vực Vân Hồ")
    assert told("1. Trung tâm Y tế khu vực Khe Sặt, Vân Hồ trực cấp cứu.") == [("1", whom)]


def test_how_far_somebody_goes_is_no_part_of_his_name() -> None:
    body = "1. Bộ trưởng Bộ Y tế trong phạm vi trách nhiệm được giao rà soát thuốc dự trữ."
    assert told(body) == [("1", ("Bộ trưởng Bộ Y tế",))]


def test_the_party_has_a_city_committee_in_a_city_that_is_called_one() -> None:
    paper = LETTERHEAD.replace("- Giám đốc Sở Y tế.", "- Bí thư, Chủ tịch UBND các tỉnh, thành phố: Gia Lai, Thành phố Hồ Chí Minh.")
    named = only(read(paper + "1. Trực ban.")).addressees_to_act
    assert "Bí thư Thành ủy Thành phố Hồ Chí Minh" in named


def test_a_branch_by_its_field_alone_is_never_dropped_in_silence() -> None:
    document = only(read(f"{LETTERHEAD}Thôn 2: sơ tán 30 hộ.\nY tế: 1 tổ đi cùng dân quân."))
    assert len(document.directives) > 1 or any(p.code == "unclear_order" for p in document.problems)


def test_a_communes_soldiers_stand_in_a_row_of_recipients() -> None:
    document = only(read(f"{LETTERHEAD.partition('CHỦ TỊCH ỦY')[0]}Trưởng ban điện: Trạm Y tế; Công an; Xã đội.\nMưa to.\n1. Trực ban."))
    assert document.addressees_to_act == ("Trạm Y tế", "Công an", "Xã đội")
