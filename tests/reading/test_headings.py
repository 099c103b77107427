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


RECIPIENTS = "- Chủ tịch UBND các huyện, thành phố;\n- Giám đốc Sở Y tế."
NUMBERED = LETTERHEAD.replace(RECIPIENTS, "1. Giám đốc Sở Y tế;\n2. Các liên trạm: Khe Sặt, Vân Hồ.")


def test_numbered_recipients_go_on_after_a_semicolon_whatever_the_next_one_is_called() -> None:
    document = only(
        read(NUMBERED.replace("Các liên trạm: Khe Sặt, Vân Hồ.", "Các liên trạm bơm Khe Sặt;\n3. Sở Xây dựng.") + "1. Trực ban.")
    )
    assert document.addressees_to_act == ("Giám đốc Sở Y tế", "Các liên trạm bơm Khe Sặt", "Sở Xây dựng")
    assert len(document.directives) == 1


def test_listed_a_group_is_known_by_the_word_that_heads_its_list() -> None:
    found = only(read(NUMBERED + "1. Sở Y tế cấp thuốc.\nCác liên trạm quay van theo lệnh.")).directives
    assert [d.addressees for d in found] == [("Sở Y tế",), ("Các liên trạm",)]


@pytest.mark.parametrize("title", ["TỔNG GIÁM ĐỐC", "TỔNG CỤC TRƯỞNG", "CHI CỤC TRƯỞNG"])
def test_the_whole_title_of_whoever_telegraphs_is_the_issuers_and_no_part_of_the_subject(title: str) -> None:
    paper = LETTERHEAD.replace("ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ\n", "TỔNG CÔNG TY NƯỚC MIỀN TÂY\n")
    document = only(read(paper.replace("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ điện:", f"{title} TỔNG CÔNG TY NƯỚC MIỀN TÂY ĐIỆN:")))
    assert document.subject == "ứng phó mưa lũ"
    assert str(document.issuer).lower().startswith(title.lower())


def test_a_date_in_words_beside_the_number_under_the_heading_is_no_part_of_the_subject() -> None:
    paper = LETTERHEAD.replace("Số: 05/CĐ-UBND\nSơn Khê, ngày 10 tháng 9 năm 2024\n", "")
    document = only(read(paper.replace("CÔNG ĐIỆN\n", "CÔNG ĐIỆN\nSố: 05/CĐ-UBND, ngày 10 tháng 9 năm 2024\n") + "1. Sở Y tế trực ban."))
    assert document.subject == "ứng phó mưa lũ"


def test_what_an_operator_says_that_it_will_do_orders_no_lake() -> None:
    paper = LETTERHEAD.replace("ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ", "CÔNG TY THỦY LỢI SÔNG MÂY").partition("Chủ tịch UBND tỉnh yêu cầu")[0]
    announced = "Công ty tiến hành điều tiết lũ như sau:\n- Hồ Khe Sặt: lưu lượng xả từ 20 đến 60 m3/s, từ 8h00.\n"
    found = only(read(f"{paper}{announced}Đề nghị các xã báo cho dân biết.")).directives
    assert [d.addressees for d in found] == [("các xã",)]


def test_companies_by_their_trades_may_stand_before_a_colon() -> None:
    assert told("1. Điện lực, viễn thông, cấp nước: khôi phục trong ngày 11/9.") == [("1", ("Điện lực, viễn thông, cấp nước",))]


def test_what_is_sent_by_number_after_a_colon_is_no_part_of_a_name() -> None:
    body = "1. PC Sơn Khê: 40 người, 5 xe cẩu - hỗ trợ PC Vân Hồ.\n2. PC Khe Sặt, PC Đồng Vai: kiểm tra lưới điện."
    assert told(body) == [("1", ("PC Sơn Khê",)), ("2", ("PC Khe Sặt", "PC Đồng Vai"))]


def test_the_issuers_word_of_command_with_a_colon_opens_what_is_ordered() -> None:
    paper = LETTERHEAD.replace("Chủ tịch UBND tỉnh yêu cầu:", "Chủ tịch UBND tỉnh lệnh:")
    found = only(read(f"{paper}1. Sở Y tế cấp thuốc.\n2. Báo động cấp III trên sông Mây.")).directives
    assert [d.addressees for d in found] == [("Sở Y tế",), TO_ALL]


def test_hamlets_in_a_row_are_told_each_by_its_name() -> None:
    whom = ("Ban quản lý bản Nà Lốc", "Ban quản lý bản Nà Tấu")
    assert told("1. Ban quản lý bản Nà Lốc, Nà Tấu đưa dân lên đồi.") == [("1", whom)]


def test_an_unnumbered_paragraph_that_opens_with_a_name_is_never_dropped_in_silence() -> None:
    document = only(read(f"{LETTERHEAD}1. Sở Y tế cấp thuốc.\nCác thôn bản ới nhau qua loa lúc 18h, 20h đêm nay."))
    assert len(document.directives) > 1 or any(p.code == "unclear_order" for p in document.problems)


def test_who_reports_at_several_hours_is_ordered() -> None:
    assert told("1. Sở Y tế cấp thuốc.\nCác bản, đơn vị báo về Chủ tịch lúc 18h, 20h, 22h đêm nay.")[-1] == ("", ("Các bản, đơn vị",))


BARE = LETTERHEAD.replace("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ điện:", "Chủ tịch Ủy ban nhân dân tỉnh Sơn Khê điện").replace(
    "\n- ", "\n+ "
)


@pytest.mark.parametrize("head", [BARE, LETTERHEAD.replace("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ điện:", "* Điện:")])
def test_those_who_must_act_stand_below_a_bare_word_that_telegraphs_or_one_behind_a_star(head: str) -> None:
    document = only(read(head + "1. Sở Y tế cấp thuốc."))
    assert document.addressees_to_act == ("Chủ tịch UBND các huyện, thành phố", "Giám đốc Sở Y tế")
    assert document.issuer is not None
    assert document.issuer.endswith("Ủy ban nhân dân tỉnh Sơn Khê")


def test_what_a_telegram_is_about_may_stand_in_brackets_under_its_number() -> None:
    paper = LETTERHEAD.replace("Về việc ứng phó mưa lũ\n", "").replace("05/CĐ-UBND\n", "05/CĐ-UBND\n(V/v ứng phó mưa đá)\n")
    assert only(read(paper + "1. Sở Y tế cấp thuốc.")).subject == "ứng phó mưa đá"


def test_a_number_in_the_heading_is_no_part_of_what_the_telegram_is_about() -> None:
    paper = LETTERHEAD.replace("CÔNG ĐIỆN\nVề việc", "CÔNG ĐIỆN KHẨN SỐ 5\nvề việc")
    assert only(read(paper + "1. Sở Y tế cấp thuốc.")).subject == "ứng phó mưa lũ"


def test_the_issuer_by_a_title_with_a_short_courtesy_is_not_ordered() -> None:
    paper = LETTERHEAD.replace("Chủ tịch UBND tỉnh yêu cầu:", "Đ/c Chủ tịch UBND tỉnh yêu cầu:")
    assert [d.addressees for d in only(read(paper + "1. Canh gác đê.")).directives] == [TO_ALL]


def test_rooms_of_a_district_in_a_row_are_told_each_as_what_it_is() -> None:
    body = "1. Các phòng, ban: Kinh tế, Quản lý đô thị, Y tế trực ban.\n2. Trưởng các phòng, ban: TN&MT, Công an huyện trực ban."
    rooms = ("Phòng Kinh tế", "Phòng Quản lý đô thị", "Phòng Y tế")
    assert told(body) == [("1", rooms), ("2", ("Trưởng Phòng TN&MT", "Công an huyện"))]


def test_an_ordinal_with_a_stop_numbers_a_point() -> None:
    body = "Thứ nhất. Trực cháy 24/24 giờ.\nThứ hai. Sở Y tế cấp thuốc."
    assert told(body) == [("Thứ nhất", TO_ALL), ("Thứ hai", ("Sở Y tế",))]


def test_an_office_is_told_for_each_province_after_a_colon() -> None:
    assert told("1. Sở Y tế: Yên Bái, Lào Cai trực ban.") == [("1", ("Sở Y tế Yên Bái", "Sở Y tế Lào Cai"))]


def test_an_abbreviation_that_its_new_name_explains_heads_a_point() -> None:
    paper = LETTERHEAD.replace("- Giám đốc Sở Y tế.", "- Trung tâm Điều hành nguồn nước (nay là TĐN).")
    assert [d.addressees for d in only(read(f"{paper}I. TĐN\n1. Giảm công suất bơm.")).directives] == [("TĐN",)]


def test_papers_and_the_press_are_two() -> None:
    body = "1. Đài Phát thanh tỉnh và cơ quan báo chí đưa tin."
    assert told(body) == [("1", ("Đài Phát thanh tỉnh", "cơ quan báo chí"))]


def test_rows_below_the_signature_that_charge_somebody_wait_for_a_person() -> None:
    table = "TT | Họ tên | Phụ trách thôn\n1 | Ông Lò Văn Mẫu | Nà Lốc\n2 | Bà Lò Thị Mơ | Nà Tấu\n"
    document = only(read(f"{LETTERHEAD}1. Sở Y tế cấp thuốc.\nCHỦ TỊCH\nLê Văn Mẫu\nBẢNG PHÂN CÔNG\n{table}"))
    assert [p.code for p in document.problems if p.code == "unclear_order"] == ["unclear_order"] * 2


def test_a_list_of_people_below_the_signature_charges_nobody() -> None:
    table = "TT | Họ tên | Năm sinh\n1 | Lò Văn Mẫu | 1971\n"
    document = only(read(f"{LETTERHEAD}1. Sở Y tế cấp thuốc.\nCHỦ TỊCH\nLê Văn Mẫu\nDANH SÁCH NGƯỜI MẤT TÍCH\n{table}"))
    assert document.problems == ()


def test_a_form_to_be_filled_in_is_no_paper_that_is_cited() -> None:
    assert only(read(f"{LETTERHEAD}1. Các xã báo cáo thiệt hại theo Mẫu 03/TKTH-XD.")).cites == ()


def test_an_operators_own_release_is_told_and_not_ordered() -> None:
    paper = LETTERHEAD.replace("ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ", "NHÀ MÁY THỦY ĐIỆN SÔNG MÂY").partition("Chủ tịch UBND tỉnh yêu cầu")[0]
    points = "1. Tăng lưu lượng xả từ 90 m3/s lên 300 m3/s, bắt đầu lúc 3h00.\n2. Đề nghị các xã di dời dân."
    found = only(read(f"{paper}Nhà máy thông báo:\n{points}")).directives
    assert [d.addressees for d in found] == [("các xã",)]


def test_pupils_by_an_abbreviation_are_sent_home_by_the_school_that_is_named() -> None:
    assert told("1. Sở Giáo dục và Đào tạo cho HSSV nghỉ hết ngày 11/9.") == [("1", ("Sở Giáo dục và Đào tạo",))]


def test_water_that_turns_salt_is_named_in_the_words_for_keeping_it_out() -> None:
    paper = LETTERHEAD.replace("ứng phó mưa lũ", "vận hành các cống ngăn mặn đợt triều cường")
    assert "saltwater" in [h.value for h in only(read(f"{paper}1. Sở Y tế trực ban.")).hazards]
