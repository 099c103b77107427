"""Tests of the head of a document in the form of the decree, and of its end."""

from __future__ import annotations

from datetime import date

import pytest

from alertd.model.documents import DocumentKind, Urgency
from tests.reading.papers import LETTERHEAD, only, read, read_paper


def test_the_head_of_a_provincial_telegram_is_read() -> None:
    document = only(read_paper("province-flood-telegram"))
    assert document.kind is DocumentKind.CONG_DIEN
    assert document.number == "07/CĐ-UBND"
    assert document.issued_on == date(2024, 9, 8)
    assert document.issuer == "Chủ tịch Ủy ban nhân dân tỉnh Sơn Khê"
    assert document.subject == "khẩn trương ứng phó với mưa lũ sau bão số 3"
    assert document.urgency is Urgency.HOA_TOC
    assert document.cites == ("88/CĐ-TTg",)
    assert document.signatory == "Nguyễn Văn Mẫu"


def test_the_two_lists_of_recipients_are_kept_apart() -> None:
    document = only(read_paper("province-flood-telegram"))
    assert document.addressees_to_act == (
        "Giám đốc Sở Nông nghiệp và PTNT",
        "Giám đốc Sở Giao thông vận tải",
        "Giám đốc Sở Y tế",
        "Giám đốc Công an tỉnh",
        "Chỉ huy trưởng Bộ Chỉ huy quân sự tỉnh",
        "Chủ tịch UBND huyện Đồng Vai",
        "Chủ tịch UBND huyện Khe Sặt",
        "Chủ tịch UBND thành phố Sơn Khê",
        "Công ty TNHH MTV Thủy lợi Sơn Khê",
    )
    assert document.copies == ("TT Tỉnh ủy, TT HĐND tỉnh (b/c)", "Báo Sơn Khê")


@pytest.mark.parametrize(
    ("paper", "kind", "number", "issuer"),
    [
        ("national-committee-telegram", DocumentKind.CONG_DIEN, "15/CĐ-QG", "Ban Chỉ đạo quốc gia về Phòng, chống thiên tai"),
        ("ministry-epidemic-telegram", DocumentKind.CONG_DIEN, "1234/CĐ-BYT", "Bộ trưởng Bộ Y tế"),
        ("dam-release-notice", DocumentKind.THONG_BAO, "215/TB-SN", "Nhà máy thủy điện Sông Ngân"),
        ("urgent-letter-cold", DocumentKind.CONG_VAN, "1520/SNNMT-TTBVTV", "Sở Nông nghiệp và Môi trường"),
        (
            "command-committee-telegram",
            DocumentKind.CONG_DIEN,
            "12/CĐ-PCTT",
            "Trưởng ban Chỉ huy phòng chống thiên tai và tìm kiếm cứu nạn tỉnh Sơn Khê",
        ),
    ],
)
def test_kind_number_and_issuer_of_other_houses(paper: str, kind: DocumentKind, number: str, issuer: str) -> None:
    document = only(read_paper(paper))
    assert (document.kind, document.number, document.issuer) == (kind, number, issuer)


def test_a_missing_number_and_date_stay_missing_and_are_told() -> None:
    text = "\n".join(line for line in LETTERHEAD.split("\n") if not line.startswith(("Số", "Sơn Khê")))
    document = only(read(text + "1. Sở Y tế cấp thuốc."))
    assert (document.number, document.issued_on) == (None, None)
    assert {p.code for p in document.problems} == {"no_number", "no_date"}


def test_a_number_without_symbol_is_completed_by_its_issuer() -> None:
    text = "Ngày 26/9/2025, Thủ tướng Chính phủ ký Công điện số 5 về ứng phó bão số 10.\nThủ tướng yêu cầu Bộ Y tế chuẩn bị thuốc."
    assert only(read(text)).number == "05/CĐ-TTg"


def test_a_long_wrapped_head_is_put_together() -> None:
    text = """THỦ TƯỚNG CHÍNH
PHỦ
-------
CỘNG HÒA XÃ HỘI
CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: 300/CĐ-TTg
Hà Nội, ngày 16
tháng 11 năm 2025
CÔNG ĐIỆN
VỀ VIỆC ỨNG PHÓ MƯA
LŨ TẠI KHU VỰC TRUNG BỘ
THỦ
TƯỚNG CHÍNH PHỦ điện:
- Bộ trưởng các Bộ: Y tế,
Công an.
Thủ tướng Chính phủ yêu cầu
các đơn vị khẩn trương sơ
tán dân khỏi vùng ngập."""
    document = only(read(text))
    assert (document.number, document.issued_on, document.issuer) == ("300/CĐ-TTg", date(2025, 11, 16), "Thủ tướng Chính phủ")
    assert document.subject == "ỨNG PHÓ MƯA LŨ TẠI KHU VỰC TRUNG BỘ"
    assert document.addressees_to_act == ("Bộ trưởng Bộ Y tế", "Bộ trưởng Bộ Công an")


def test_hour_and_day_may_stand_in_the_line_of_the_number_and_the_office_above_its_telegraph() -> None:
    text = "CÔNG ĐIỆN\nSố: 02/CĐ-TW hồi 10 giờ 00 ngày 01/02/2014\nVĂN PHÒNG BAN CHỈ ĐẠO PCTT TRUNG ƯƠNG\nĐIỆN:\n- Sở Y tế.\n"
    document = only(read(text + "Bão số 1 đang vào.\nVăn phòng Ban Chỉ đạo PCTT Trung ương yêu cầu:\n1. Trực ban 24/24 giờ."))
    assert (document.number, document.issued_on) == ("02/CĐ-TW", date(2014, 2, 1))
    assert document.issuer == "Văn phòng Ban Chỉ đạo PCTT Trung ương"
    assert document.addressees_to_act == ("Sở Y tế",)


def test_a_number_alone_on_its_line_without_its_slash_is_read() -> None:
    document = only(
        read("CÔNG ĐIỆN KHẨN\nSố:\n26 CĐ/PCLBTW hồi 10 giờ 30 ngày 01/8/2007.\nBAN CHỈ ĐẠO PCLB ĐIỆN:\n- Sở Y tế.\n1. Trực ban.")
    )
    assert (document.number, document.issued_on) == ("26/CĐ-PCLBTW", date(2007, 8, 1))


def test_a_list_may_open_with_dear_after_the_telegraph() -> None:
    text = LETTERHEAD.replace("điện:\n", "điện:\nKính gửi:\n")
    assert only(read(text + "1. Trực ban.")).addressees_to_act == ("Chủ tịch UBND các huyện, thành phố", "Giám đốc Sở Y tế")


def test_a_bare_number_of_the_prime_minister_has_his_symbol() -> None:
    text = "Ngày 8/10, Thủ tướng Nguyễn Văn Mẫu ký công điện số 193 yêu cầu ứng phó mưa lũ.\nBộ Công Thương cấp điện.\nBộ Y tế cấp thuốc."
    document = only(read(text))
    assert (document.number, document.issuer) == ("193/CĐ-TTg", "Thủ tướng Chính phủ")


@pytest.mark.parametrize(
    "end",
    [
        "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nNguyễn Văn Mẫu",
        "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nCHỈ HUY TRƯỞNG\nĐại tá Nguyễn Văn Mẫu",
        "Nơi nhận:                    TRƯỞNG BAN\n- Như trên;\n- Lưu: VT, NN.        Nguyễn Văn Mẫu",
    ],
)
def test_the_signatory_is_the_person_under_the_office_or_beside_the_archive(end: str) -> None:
    assert only(read(f"{LETTERHEAD}1. Sở Y tế trực ban.\n{end}")).signatory == "Nguyễn Văn Mẫu"


def test_a_telegraph_in_small_letters_may_stand_alone() -> None:
    text = LETTERHEAD.replace("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ điện:\n", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ\nĐiện:\n")
    document = only(read(text + "1. Trực ban."))
    assert document.addressees_to_act == ("Chủ tịch UBND các huyện, thành phố", "Giám đốc Sở Y tế")
    assert document.subject == "ứng phó mưa lũ"


def test_a_numbered_list_of_recipients_holds_its_last_entry() -> None:
    text = LETTERHEAD.replace(
        "- Chủ tịch UBND các huyện, thành phố;\n- Giám đốc Sở Y tế.", "1. Sở Y tế;\n2. Công an tỉnh;\n3. Đài Sơn Khê."
    )
    document = only(read(text + "I. Sở Y tế trực ban.\nII. Công an tỉnh phân luồng giao thông."))
    assert document.addressees_to_act == ("Sở Y tế", "Công an tỉnh", "Đài Sơn Khê")
    assert [d.section for d in document.directives] == ["I", "II"]


def test_a_telegraph_in_capitals_may_lack_its_colon() -> None:
    text = LETTERHEAD.replace("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ điện:\n", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ ĐIỆN\n")
    document = only(read(text + "1. Trực ban."))
    assert document.addressees_to_act == ("Chủ tịch UBND các huyện, thành phố", "Giám đốc Sở Y tế")
    assert document.issuer == "Chủ tịch Ủy ban nhân dân tỉnh Sơn Khê"


def test_a_number_left_open_and_the_subject_belong_to_the_letterhead() -> None:
    text = """ỦY BAN NHÂN DÂN
XÃ SƠN KHÊ
Số:    /UBND
V/v ứng phó bão số 4
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sơn Khê, ngày 26 tháng 9 năm 2022
Kính gửi: Các thôn trong xã Sơn Khê.
UBND xã yêu cầu:
1. Các thôn trực ban."""
    document = only(read(text))
    assert (document.issuer, document.number) == ("Ủy ban nhân dân xã Sơn Khê", None)


@pytest.mark.parametrize(
    "end",
    [
        "Nơi nhận:           KT. CHỦ TỊCH\n- Như trên;   PHÓ CHỦ TỊCH\n- Báo Sơn Khê;          Nguyễn Văn Mẫu\n- Lưu: VT.",
        "Nơi nhận:                    CHỦ TỊCH\n- Như trên;\n- Báo Sơn Khê.          Nguyễn Văn Mẫu\n- Lưu: VT.",
    ],
)
def test_whoever_signs_in_the_column_beside_the_copies_gets_none(end: str) -> None:
    document = only(read(f"{LETTERHEAD}1. Sở Y tế trực ban.\n{end}"))
    assert (document.copies, document.signatory) == (("Báo Sơn Khê",), "Nguyễn Văn Mẫu")


def test_copies_may_follow_the_last_words_without_a_line_of_their_own() -> None:
    document = only(read(f"{LETTERHEAD}1. Sở Y tế trực ban.\nCác đơn vị nghiêm túc thực hiện./.Nơi nhận:\n- Như trên;\n- Báo Sơn Khê."))
    assert document.copies == ("Báo Sơn Khê",)
    assert document.directives[-1].text == "Các đơn vị nghiêm túc thực hiện./."


def test_an_urban_districts_chairman_issues_under_his_districts_name() -> None:
    text = LETTERHEAD.replace("TỈNH SƠN KHÊ", "QUẬN KHE SẶT").replace("CHỦ TỊCH ỦY BAN NHÂN DÂN QUẬN KHE SẶT", "CHỦ TỊCH UBND QUẬN")
    assert only(read(text + "1. Trực ban. Chủ tịch UBND quận Khe Sặt kiểm tra.")).issuer == "Chủ tịch UBND quận Khe Sặt"


def test_who_only_makes_the_document_known_orders_nobody() -> None:
    text = "VĂN PHÒNG UBND\nSố: 24/VP-NN\nV/v ứng phó bão số 8\nSơn Khê, ngày 01 tháng 9 năm 2024\nKính gửi: Sở Y tế.\n"
    said = "Chủ tịch UBND tỉnh có ý kiến như sau:\nSở Y tế chuẩn bị thuốc cho vùng bão.\n"
    close = "Văn phòng UBND tỉnh xin thông báo để Sở Y tế biết, thực hiện./.\nNơi nhận:\n- Như trên;\n- Văn phòng UBND."
    assert [d.addressees for d in only(read(text + said + close)).directives] == [("Sở Y tế",)]


def test_two_committees_issue_together() -> None:
    board, council = "BAN CHỈ ĐẠO TRUNG ƯƠNG VỀ THIÊN TAI", "ỦY BAN QUỐC GIA TÌM KIẾM CỨU NẠN"
    text = LETTERHEAD.replace("ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ\nCỘNG", f"{board}\n{council}\nCỘNG").replace("Về việc ứng phó mưa lũ\n", "")
    text = text.replace("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ điện", f"{board} - {council} điện")
    document = only(read(text + "1. Ban Chỉ đạo Trung ương về thiên tai và Ủy ban Quốc gia Tìm kiếm cứu nạn nhắc lại. Sở Y tế trực."))
    assert document.issuer == "Ban Chỉ đạo Trung ương về thiên tai - Ủy ban Quốc gia Tìm kiếm cứu nạn"
    assert document.subject is None


def test_a_second_issuer_under_a_dash_belongs_to_the_letterhead() -> None:
    text = LETTERHEAD.replace(
        "ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ\nCỘNG", "BAN CHỈ ĐẠO PHÒNG, CHỐNG LŨ\n- ỦY BAN QUỐC GIA CỨU NẠN\nSố: 05/CĐ-TW\nCỘNG"
    )
    text = text.replace("Số: 05/CĐ-UBND\n", "").replace("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ điện", "ĐIỆN")
    document = only(read(text + "1. Ban Chỉ đạo phòng, chống lũ, Ủy ban Quốc gia cứu nạn nhắc lại: Sở Y tế trực."))
    assert document.issuer == "Ban Chỉ đạo phòng, chống lũ - Ủy ban Quốc gia cứu nạn"


def test_a_name_that_a_narrow_column_breaks_before_its_last_letters_stays_the_issuers() -> None:
    text = LETTERHEAD.replace(
        "ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ\nCỘNG", "SỞ GIAO THÔNG CÔNG CHÍNH\nCẢNG VỤ ĐƯỜNG SÔNG NGHĨA\nAN\nSố: 05/TB-CV\nCỘNG"
    )
    text = (
        text.replace("Số: 05/CĐ-UBND\n", "")
        .replace("CÔNG ĐIỆN", "THÔNG BÁO")
        .replace("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ điện", "Kính gửi")
    )
    assert only(read(text + "1. Cảng vụ Đường sông Nghĩa An đề nghị Sở Y tế trực.")).issuer == "Cảng vụ Đường sông Nghĩa An"


def test_a_motto_that_a_narrow_column_breaks_is_no_part_of_the_issuer() -> None:
    text = LETTERHEAD.replace("NGHĨA VIỆT NAM", "NGHĨA VIỆT\nNAM").replace("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ điện", "Kính gửi")
    assert only(read(text + "1. Sở Y tế trực ban.")).issuer == "Ủy ban nhân dân tỉnh Sơn Khê"


def test_capitals_in_the_subject_under_the_number_name_no_issuer() -> None:
    head = "ỦY BAN NHÂN DÂN\nTỈNH SƠN KHÊ\nSố: 15/UBND-NN\nV/v ứng phó với siêu bão\nSAOLA\n"
    motto = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSơn Khê, ngày 02 tháng 9 năm 2024\n"
    document = only(read(f"{head}{motto}Kính gửi: Sở Y tế.\nSở Y tế chuẩn bị thuốc cho vùng bão.\n"))
    assert document.issuer == "Ủy ban nhân dân tỉnh Sơn Khê"


def test_a_saved_pages_buttons_and_other_news_belong_to_no_document() -> None:
    buttons = "Chia sẻ: Facebook | In bài viết\nTin liên quan\n- Công điện số 99/CĐ-UBND về bão số 2\n- Tuyển dụng viên chức\n"
    document = only(read(f"{LETTERHEAD}1. Sở Y tế trực ban.\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n{buttons}"))
    assert (document.cites, document.copies) == ((), ())
    assert len(document.directives) == 1


def test_the_list_of_those_who_must_act_tells_where_its_entries_stand() -> None:
    reading = read(LETTERHEAD + "1. Trực ban.")
    assert [reading.text[at.start : at.end] for at in only(reading).to_act_at] == [
        "Chủ tịch UBND các huyện, thành phố",
        "Giám đốc Sở Y tế",
    ]
    assert not only(read("UBND tỉnh ban hành Công điện số 05/CĐ-UBND về mưa lũ.\nSở Y tế trực ban.\nCông an tỉnh trực.")).to_act_at


def test_an_office_without_a_name_of_its_own_bears_its_parents() -> None:
    head = "ỦY BAN NHÂN DÂN\nTỈNH SƠN KHÊ\nVĂN PHÒNG\nSố: 41/TB-VPUBND\n" + LETTERHEAD.split("\n", 1)[1].split("Số:")[0]
    text = head + "Sơn Khê, ngày 2 tháng 10 năm 2025\nTHÔNG BÁO\nKết luận tại cuộc họp về ứng phó bão số 3\n1. Giao Sở Y tế cấp thuốc."
    document = only(read(text + "\nVăn phòng UBND tỉnh thông báo để các cơ quan biết, thực hiện./."))
    assert document.issuer == "Văn phòng Ủy ban nhân dân tỉnh Sơn Khê"
    assert document.subject == "Kết luận tại cuộc họp về ứng phó bão số 3"
    assert [d.addressees for d in document.directives] == [("Sở Y tế",)]


def test_the_head_of_a_command_committee_telegraphs_under_its_short_name() -> None:
    text = LETTERHEAD.replace("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ điện:", "TRƯỞNG BCH PCTT VÀ TKCN HUYỆN KHE SẶT, điện:")
    assert only(read(text + "1. Trưởng BCH PCTT và TKCN huyện Khe Sặt trực ban.")).issuer == "Trưởng BCH PCTT và TKCN huyện Khe Sặt"


def test_the_parents_line_tells_the_territory_of_its_command_committee() -> None:
    head = LETTERHEAD.replace("ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ\n", "UBND THÀNH PHỐ SƠN KHÊ\nBAN CHỈ HUY PHÒNG THỦ DÂN SỰ\n", 1)
    text = head.replace("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ điện", "TRƯỞNG BAN CHỈ HUY PHÒNG THỦ DÂN SỰ THÀNH PHỐ điện")
    assert only(read(text + "1. Trực ban.")).issuer == "Trưởng Ban Chỉ huy Phòng thủ dân sự thành phố Sơn Khê"


def test_a_place_that_only_the_letterhead_names_keeps_its_capitals() -> None:
    text = LETTERHEAD.replace("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ điện:", "BAN CHỈ HUY PCTT VÀ TKCN HUYỆN KỲ MƠ điện:")
    assert only(read(text + "1. Trực ban trong kỳ mưa lũ.")).issuer == "Ban chỉ huy PCTT và TKCN huyện Kỳ Mơ"


def test_an_office_beside_the_place_and_date_is_the_issuer() -> None:
    head = (
        "ỦY BAN NHÂN DÂN        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "TỈNH SƠN KHÊ        Độc lập - Tự do - Hạnh phúc\n"
        "VĂN PHÒNG        Sơn Khê, ngày 02 tháng 10 năm 2024\n"
        "Số: 45/TB-VPUBND        -------\nTHÔNG BÁO\nVề việc trực ban phòng, chống bão số 4\n"
    )
    assert only(read(head + "1. Sở Y tế trực ban 24/24 giờ.")).issuer == "Văn phòng Ủy ban nhân dân tỉnh Sơn Khê"


def test_the_rest_of_a_name_on_a_line_of_its_own_is_no_office() -> None:
    head = (
        "ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ\nSỞ NÔNG NGHIỆP VÀ MÔI\nTRƯỜNG\nSố: 45/SNNMT-TL\n"
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nSơn Khê, ngày 02 tháng 10 năm 2025\n"
        "Kính gửi: Các công ty thủy lợi.\n"
    )
    assert only(read(head + "Yêu cầu các công ty thủy lợi kiểm tra hồ chứa.")).issuer == "Sở Nông nghiệp và Môi trường"


def test_a_letterhead_that_has_run_into_one_line_keeps_its_number_and_date() -> None:
    head = (
        "UBND TỈNH SƠN KHÊ ------- CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc ------- "
        "Số: 14/CĐ-UBND Sơn Khê, ngày 12 tháng 9 năm 2024"
    )
    document = only(read(f"{head}\nCÔNG ĐIỆN\nỨng phó mưa lũ\nUBND TỈNH SƠN KHÊ điện:\n- Sở Y tế.\n1. Sở Y tế cấp thuốc."))
    assert (document.number, document.issued_on, document.issuer) == ("14/CĐ-UBND", date(2024, 9, 12), "UBND tỉnh Sơn Khê")


def test_an_entry_is_due_after_one_that_ends_so_whatever_verb_its_name_holds() -> None:
    head = LETTERHEAD.replace("- Chủ tịch UBND các huyện, thành phố;\n- Giám đốc Sở Y tế.", "Sở Y tế;\nCông ty Cổ phần Cấp nước Khe Sặt.")
    assert only(read(head + "1. Sở Y tế cấp thuốc.")).addressees_to_act == ("Sở Y tế", "Công ty Cổ phần Cấp nước Khe Sặt")


def test_without_a_letterhead_the_word_that_telegraphs_is_no_territory() -> None:
    body = "CÔNG ĐIỆN\nỨng phó mưa lũ\nCHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:\n- Sở Y tế.\n1. Sở Y tế cấp thuốc."
    assert only(read(body)).issuer == "Chủ tịch Ủy ban nhân dân tỉnh"


def test_whoever_is_telegraphed_at_the_same_time_acts_too() -> None:
    text = LETTERHEAD.replace("- Giám đốc Sở Y tế.\n", "- Giám đốc Sở Y tế.\nĐồng điện:\n- Công an tỉnh;\n- Đài Sơn Khê.\n")
    assert only(read(text + "1. Trực ban.")).addressees_to_act[2:] == ("Công an tỉnh", "Đài Sơn Khê")


def test_a_group_may_follow_the_word_that_telegraphs_in_its_line() -> None:
    office = "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ"
    text = LETTERHEAD.replace(f"{office} điện:\n- Chủ tịch", f"{office}\nĐiện: - Các Cảng vụ từ Khe Sặt đến Vân Hồ\n- Chủ tịch")
    assert only(read(text + "1. Trực ban.")).addressees_to_act[0] == "Các Cảng vụ từ Khe Sặt đến Vân Hồ"


def test_the_word_that_telegraphs_may_lack_its_colon_above_whom_it_is_sent_to() -> None:
    text = LETTERHEAD.replace("CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ điện:\n", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH SƠN KHÊ ĐIỆN\nKính gửi:\n")
    document = only(read(text + "1. Sở Y tế cấp thuốc."))
    assert document.issuer == "Chủ tịch Ủy ban nhân dân tỉnh Sơn Khê"
    assert document.addressees_to_act == ("Chủ tịch UBND các huyện, thành phố", "Giám đốc Sở Y tế")
