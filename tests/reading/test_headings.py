"""Tests of headings that name who must act, in the layouts that offices give them."""

from __future__ import annotations

import pytest

from tests.reading.papers import LETTERHEAD, only, read
from tests.reading.test_rules import TO_ALL, told


@pytest.mark.parametrize("whom", ["UBND các huyện, thành phố, thị xã", "các sở, ban, ngành, đoàn thể", "UBND các xã, phường, đặc khu"])
def test_a_heading_without_a_colon_turns_to_all_whom_it_names(whom: str) -> None:
    assert told(f"1. Đối với {whom}\n- Canh gác đê.\n2. Sở Y tế cấp thuốc.") == [("1", (whom,)), ("2", ("Sở Y tế",))]


def test_whoever_opens_a_point_is_charged_there_though_it_is_to_ask_others() -> None:
    assert told("1. Ban QLDA Thủy lợi yêu cầu nhà thầu rút máy khỏi lòng sông.")[0] == ("1", ("Ban QLDA Thủy lợi",))


def test_a_station_is_ordered_to_forecast_after_a_colon() -> None:
    assert told("1. Đài KTTV tỉnh: dự báo, cảnh báo sớm lũ trên sông Vân.")[0] == ("1", ("Đài KTTV tỉnh",))


def test_each_office_of_a_row_has_its_own_clause_after_the_colon_that_opens_the_row() -> None:
    body = "1. Các đơn vị thuộc Sở: Chi cục Thủy lợi trực bơm; Phòng Kế hoạch hướng dẫn ĐHK; Văn phòng Sở bố trí xe."
    assert told(body) == [("1", ("Chi cục Thủy lợi",)), ("1", ("Phòng Kế hoạch",)), ("1", ("Văn phòng Sở",))]


def test_recipients_may_be_numbered_each_with_a_full_stop() -> None:
    listed = "1. Sở Y tế các tỉnh: Sơn Khê, Hà Vân.\n2. Công ty Điện lực Sơn Khê; Công ty Vận hành hồ Vân Hà.\n3. Các chủ đập.\n"
    paper = LETTERHEAD.replace("- Chủ tịch UBND các huyện, thành phố;\n- Giám đốc Sở Y tế.\n", listed)
    document = only(read(paper + "1. Các chủ đập xả nước đón lũ.\n2. Sở Y tế các tỉnh cấp thuốc."))
    assert [d.addressees for d in document.directives] == [("Các chủ đập",), ("Sở Y tế các tỉnh",)]
    assert len(document.addressees_to_act) == 5


def test_the_number_under_the_heading_is_no_part_of_what_it_is_about() -> None:
    paper = LETTERHEAD.replace("Số: 05/CĐ-UBND\n", "").replace("CÔNG ĐIỆN\n", "CÔNG ĐIỆN\nSố 05/CĐ-UBND, hồi 21h30 ngày 10/9/2024\n")
    document = only(read(paper + "1. Sở Y tế cấp thuốc."))
    assert (document.number, document.subject) == ("05/CĐ-UBND", "ứng phó mưa lũ")


def test_a_group_is_told_whatever_work_from_the_word_for_it_on() -> None:
    assert told("1. UBND các phường lo hậu sự chu đáo cho người mất.")[0] == ("1", ("UBND các phường",))


def test_a_closing_request_to_report_goes_to_all_who_are_listed() -> None:
    closing = "Quá trình triển khai thực hiện, đề nghị báo cáo kịp thời về Sở Xây dựng (điện thoại 024.3999.1234)./."
    assert told(f"1. Sở Y tế cấp thuốc.\n{closing}")[-1] == ("", TO_ALL)


def test_what_it_is_about_in_capitals_above_a_bare_word_that_telegraphs_is_no_office() -> None:
    paper = LETTERHEAD.replace("Về việc ứng phó mưa lũ", "VỀ VIỆC ỨNG PHÓ MƯA LŨ")
    paper = paper.replace("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ điện:", "Điện:")
    document = only(read(paper + "1. Sở Y tế cấp thuốc."))
    assert (document.issuer, document.subject) == ("Ủy ban nhân dân tỉnh Sơn Khê", "ỨNG PHÓ MƯA LŨ")


@pytest.mark.parametrize("number", ["Hai", "02", "Các"])
def test_offices_that_are_counted_are_told_each_by_its_name(number: str) -> None:
    assert told(f"1. {number} Sở: Y tế, Xây dựng cử người trực.") == [("1", ("Sở Y tế", "Sở Xây dựng"))]


@pytest.mark.parametrize("number", ["Hai", "02"])
def test_how_many_companies_there_are_is_no_part_of_their_names(number: str) -> None:
    whom = ("Công ty thủy lợi Sông Mây", "Công ty thủy lợi Sông Vân")
    assert told(f"1. {number} Công ty thủy lợi Sông Mây, Sông Vân đóng cống dưới đê.") == [("1", whom)]


def test_households_that_remain_are_moved_not_ordered() -> None:
    body = "1. UBND các huyện sơ tán người già trước 20 giờ ngày 10/9; các hộ còn lại xong trước 6 giờ ngày 11/9."
    assert told(body) == [("1", ("UBND các huyện",))]


def test_the_country_keeps_its_capitals_in_the_name_of_whoever_issues() -> None:
    paper = LETTERHEAD.replace("ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ\n", "TỔNG CÔNG TY ĐƯỜNG SẮT VIỆT NAM\n")
    document = only(read(paper.replace("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ điện:", "TỔNG CÔNG TY ĐƯỜNG SẮT VIỆT NAM điện:")))
    assert document.issuer == "Tổng công ty đường sắt Việt Nam"


def test_what_it_is_about_may_stand_in_small_letters_above_a_bare_word_that_telegraphs() -> None:
    paper = LETTERHEAD.replace("Về việc", "v/v").replace("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ điện:\n-", "Điện: -")
    document = only(read(paper + "1. Sở Y tế cấp thuốc."))
    assert (document.subject, len(document.addressees_to_act)) == ("ứng phó mưa lũ", 2)
