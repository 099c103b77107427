"""Tests of parting files into documents."""

from __future__ import annotations

from datetime import date

import pytest

from alertd.model.documents import DocumentKind
from tests.reading.papers import LETTERHEAD, only, read, read_paper


def test_a_bulletin_has_one_document_for_each_heading() -> None:
    documents = read_paper("bulletin-with-headings").documents
    assert [(d.kind, d.number) for d in documents] == [
        (DocumentKind.CONG_DIEN, "03/CĐ-UBND"),
        (DocumentKind.KE_HOACH, "45/KH-UBND"),
        (DocumentKind.QUYET_DINH, "512/QĐ-UBND"),
    ]


def test_a_bulletin_without_headings_is_parted_where_the_issuer_opens_a_paragraph() -> None:
    documents = read_paper("bulletin-without-headings").documents
    assert [d.number for d in documents] == ["09/CĐ-UBND", "1250/UBND-TH", "3011/VP-KGVX", "188/KH-UBND"]
    assert [d.is_emergency for d in documents] == [True, False, False, False]
    assert documents[2].issuer == "Phó Chủ tịch UBND tỉnh"


def test_the_second_line_of_a_motto_drawn_far_below_the_first_begins_no_other_document() -> None:
    head = "THỦ TƯỚNG CHÍNH PHỦ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n______\n__________\nSố: 15/CĐ-TTg\nHà Nội, ngày 13 tháng 10 năm 2024\n"
    text = "Độc lập - Tự do - Hạnh phúc\nCÔNG ĐIỆN\nVề việc cứu nạn\nTHỦ TƯỚNG CHÍNH PHỦ điện:\n- Bộ Y tế.\n1. Bộ Y tế trực cấp cứu.\n"
    document = only(read(head + text))
    assert (document.number, document.directives[0].addressees) == ("15/CĐ-TTg", ("Bộ Y tế",))


def test_an_article_around_one_telegram_is_that_telegram() -> None:
    document = only(read_paper("article-bridge-collapse"))
    assert (document.number, document.issued_on, document.issuer) == ("91/CĐ-TTg", date(2024, 9, 9), "Thủ tướng Chính phủ")
    assert document.addressees_to_act[-1] == "Chủ tịch Ủy ban nhân dân tỉnh Lâm Hải"


def test_an_article_that_only_mentions_telegrams_is_none() -> None:
    reading = read_paper("article-mere-mention")
    assert reading.documents == ()
    assert [(s.start, s.end) for s in reading.outside] == [(0, len(reading.text))]


@pytest.mark.parametrize("text", ["", "Hôm nay trời đẹp.", "Cảnh giác tấn công điện tử vào hệ thống.", "THÔNG BÁO\nTRANG CHỦ\nLIÊN HỆ"])
def test_other_texts_hold_no_document(text: str) -> None:
    assert read(text).documents == ()


def test_a_letterhead_starts_a_new_document() -> None:
    second = LETTERHEAD.replace("05/CĐ-UBND", "06/CĐ-UBND")
    body = "1. Sở Y tế cấp thuốc.\nNơi nhận:\n- Như trên;\n- Lưu: VT.\nCHỦ TỊCH\nNguyễn Văn Mẫu\n"
    documents = read(LETTERHEAD + body + second + body).documents
    assert [d.number for d in documents] == ["05/CĐ-UBND", "06/CĐ-UBND"]
    assert [d.signatory for d in documents] == ["Nguyễn Văn Mẫu"] * 2


def test_an_item_that_passes_a_telegram_on_is_the_letter_that_does() -> None:
    text = "\n\n".join(
        [
            "Chỉ đạo thực hiện Công điện về cải cách hành chính",
            (
                "UBND tỉnh chỉ đạo thực hiện Công điện số 71/CĐ-TTg ngày 3/7/2023 của Thủ tướng Chính phủ "
                "(Công văn số 942/UBND-TH, ngày 19/7/2023)."
            ),
            "Phê duyệt dự án đường Khe Sặt",
            "UBND tỉnh phê duyệt dự án tại Quyết định số 55/QĐ-UBND, ngày 20/7/2023.",
        ]
    )
    letter, decision = read(text).documents
    assert (letter.kind, letter.number, letter.cites) == (DocumentKind.CONG_VAN, "942/UBND-TH", ("71/CĐ-TTg",))
    assert (decision.kind, decision.number) == (DocumentKind.QUYET_DINH, "55/QĐ-UBND")


def test_a_telegram_quoted_without_letterhead_has_its_number_from_the_article() -> None:
    text = """Ngày 3/9/2024, Thủ tướng Chính phủ ban hành Công điện số 86/CĐ-TTg.
CÔNG ĐIỆN
Về ứng phó bão số 3
THỦ TƯỚNG CHÍNH PHỦ điện:
- Bộ Y tế.
Thủ tướng Chính phủ yêu cầu:
1. Bộ Y tế chuẩn bị thuốc."""
    document = only(read(text))
    assert (document.number, document.issued_on) == ("86/CĐ-TTg", date(2024, 9, 3))


def test_an_article_may_retell_a_telegram_without_its_number() -> None:
    lead = "Chiều nay, Ban Chỉ huy PCTT tỉnh Sơn Khê đã có công điện gửi UBND các huyện, Sở Y tế về ứng phó mưa lũ."
    document = only(read(f"{lead}\nNội dung công điện yêu cầu các huyện:\nKiểm tra các ngầm tràn.\nSở Y tế cấp thuốc."))
    assert (document.kind, document.number, document.issuer) == (DocumentKind.CONG_DIEN, None, "Ban Chỉ huy PCTT tỉnh Sơn Khê")
    assert document.addressees_to_act == ("UBND các huyện", "Sở Y tế")
    assert [d.addressees for d in document.directives] == [("các huyện",), ("Sở Y tế",)]


def test_a_dams_notice_under_a_plain_title_is_offered() -> None:
    notice = "Công ty Thủy lợi Khe Sặt sẽ tiến hành mở cửa xả lúc 13h30 ngày 4/10/2022. Đề nghị UBND các xã vùng hạ du báo cho dân."
    document = only(read(f"Thông báo: Xả lũ hồ Khe Sặt\n{notice}"))
    assert (document.kind, document.issuer, document.is_emergency) == (DocumentKind.THONG_BAO, "Công ty Thủy lợi Khe Sặt", True)
    assert [d.addressees for d in document.directives] == [("UBND các xã vùng hạ du",)]


def test_a_letter_is_presented_by_what_its_issuer_asks_in_it() -> None:
    lead = "Nhằm ứng phó với mưa lớn, lũ quét, tại Văn bản số 318/UBND- NNMT, ngày 5/9/2025, UBND tỉnh đề nghị các sở, ngành, "
    document = only(read(f"{lead}UBND các xã rà soát khu vực nguy hiểm.\nTổ chức canh gác các ngầm tràn."))
    assert (document.number, document.issued_on, document.issuer) == ("318/UBND-NNMT", date(2025, 9, 5), "UBND tỉnh")
    assert document.is_emergency
    assert {d.addressees for d in document.directives} == {("các sở, ngành", "UBND các xã")}


def test_a_letter_is_presented_by_the_view_that_an_official_gives_in_it() -> None:
    text = "\n\n".join(
        [
            "Ứng phó mưa lũ",
            "UBND tỉnh ban hành Công điện số 12/CĐ-UBND, ngày 4/8/2023 về ứng phó mưa lũ.",
            "Sở Y tế cấp thuốc cho các xã bị chia cắt.",
            "Chuẩn bị năm học mới",
            "Đồng chí Lê Mẫu, Phó Chủ tịch UBND tỉnh có ý kiến chỉ đạo tại Công văn số 1811/VP-VX, ngày 5/8/2023 về năm học mới.",
            "Theo ý kiến chỉ đạo tại Công văn số 9/BGD-VP, Sở Giáo dục và Đào tạo kiểm tra trường lớp.",
        ]
    )
    telegram, letter = read(text).documents
    assert (telegram.number, telegram.cites) == ("12/CĐ-UBND", ())
    assert (letter.number, letter.issuer, letter.cites) == ("1811/VP-VX", "Phó Chủ tịch UBND tỉnh", ("09/BGD-VP",))


def test_a_notice_is_presented_by_what_an_official_concludes_in_it() -> None:
    text = "\n\n".join(
        [
            "Ứng phó mưa lũ",
            "UBND tỉnh ban hành Công điện số 12/CĐ-UBND, ngày 4/6/2023 về ứng phó mưa lũ.",
            "Sở Y tế cấp thuốc cho các xã bị chia cắt.",
            "Chi trả bồi thường",
            (
                "Tại Thông báo số 40/TB-UBND, ngày 5/6/2023, đồng chí Lê Mẫu, Phó Chủ tịch UBND tỉnh kết luận: UBND xã Khe Sặt, "
                "UBND xã Nà Mẫu hoàn thành chi trả trong tháng 7/2023."
            ),
        ]
    )
    _, notice = read(text).documents
    assert (notice.kind, notice.number, notice.issuer) == (DocumentKind.THONG_BAO, "40/TB-UBND", "Phó Chủ tịch UBND tỉnh")
    assert [d.addressees for d in notice.directives] == [("UBND xã Khe Sặt", "UBND xã Nà Mẫu")]


def test_who_is_charged_after_the_bracket_with_the_number_must_act() -> None:
    text = "\n\n".join(
        [
            "Ứng phó mưa lũ",
            "UBND tỉnh ban hành Công điện số 12/CĐ-UBND, ngày 4/6/2023 về ứng phó mưa lũ.",
            "Sở Y tế cấp thuốc cho các xã bị chia cắt.",
            "Khắc phục sạt lở bờ sông",
            (
                "Đồng chí Lê Mẫu, Phó Chủ tịch UBND tỉnh giao (Công văn số 77/VP-TH, ngày 5/6/2023) Giám đốc Sở Xây dựng; "
                "Chủ tịch UBND huyện Khe Sặt di dời các hộ dân ven sông trước ngày 7/6/2023."
            ),
        ]
    )
    _, letter = read(text).documents
    assert (letter.number, letter.issuer) == ("77/VP-TH", "Phó Chủ tịch UBND tỉnh")
    assert [d.addressees for d in letter.directives] == [("Giám đốc Sở Xây dựng", "Chủ tịch UBND huyện Khe Sặt")]


def test_what_was_issued_before_is_background() -> None:
    first = "UBND tỉnh ban hành Công điện số 08/CĐ-UBND ngày 09/9/2024 yêu cầu ứng phó mưa lũ."
    text = f"{first}\nSở Y tế cấp thuốc.\nCông an tỉnh trực ban.\nTrước đó, UBND tỉnh đã có Công điện số 07/CĐ-UBND ngày 08/9/2024."
    assert only(read(text)).number == "08/CĐ-UBND"


def test_the_presenting_sentence_may_order_at_length() -> None:
    order = "yêu cầu Sở Công Thương chỉ đạo các chủ đập bố trí lực lượng, vật tư, máy móc, thiết bị sẵn sàng ứng phó khi có sự cố."
    document = only(
        read(f"Bộ Công Thương ban hành Công điện số 12/CĐ-BCT ngày 23/8/2024 về ứng phó bão số 5 {order}\nNgoài ra, kiểm tra hồ.")
    )
    assert [d.addressees for d in document.directives] == [("Sở Công Thương",)]


def test_recipients_may_have_a_sentence_of_their_own_and_the_telegram_another_owner() -> None:
    lead = "Phó Thủ tướng Nguyễn Văn Mẫu vừa ký Công điện của Thủ tướng Chính phủ yêu cầu các địa phương ứng phó bão số 5. "
    sent = "Công điện gửi Chủ tịch UBND các tỉnh: Gia Lai, Lào Cai; Bộ Y tế."
    document = only(read(f"{lead}{sent}\nThủ tướng yêu cầu các tỉnh sơ tán dân vùng trũng.\nBộ Y tế cấp thuốc."))
    assert document.issuer == "Thủ tướng Chính phủ"
    assert document.addressees_to_act == ("Chủ tịch UBND tỉnh Gia Lai", "Chủ tịch UBND tỉnh Lào Cai", "Bộ Y tế")


def test_a_lead_that_sums_up_what_is_asked_below_is_no_order_of_its_own() -> None:
    asked = "yêu cầu các sở, ngành chủ động ứng phó với bão, mưa lớn, dông, lốc, nguy cơ lũ ống, lũ quét, sạt lở đất, ngập lụt"
    lead = f"Chủ tịch UBND tỉnh ký ban hành Công điện số 14/CĐ-UBND ngày 09/9/2024 {asked}."
    document = only(read(f"{lead}\nChủ tịch UBND tỉnh yêu cầu các sở, ngành tập trung theo dõi tình hình mưa bão.\nSở Y tế cấp thuốc."))
    assert [d.addressees for d in document.directives] == [("các sở, ngành",), ("Sở Y tế",)]


def test_an_article_with_one_named_order_is_a_document_where_it_says_what_the_telegram_says() -> None:
    lead = "Phó Thủ tướng đã ký Công điện 83/CĐ-TTg về vụ cháy chợ Mẫu Đông."
    document = only(read(f"{lead}\nCông điện nêu rõ, vụ cháy làm 2 người chết.\nBộ Công an khẩn trương điều tra nguyên nhân."))
    assert (document.number, document.is_emergency) == ("83/CĐ-TTg", True)
    assert [d.addressees for d in document.directives] == [("Bộ Công an",)]


def test_one_order_to_several_bodies_is_enough_for_an_article() -> None:
    lead = "Thủ tướng Chính phủ vừa ký Công điện số 83/CĐ-TTg ngày 06/9/2024 về bão số 3."
    document = only(read(f"{lead}\nBộ Y tế, Bộ Công an tiếp tục chủ động ứng phó với bão."))
    assert [d.addressees for d in document.directives] == [("Bộ Y tế", "Bộ Công an")]


def test_a_decision_by_which_a_procedure_was_approved_is_only_cited() -> None:
    lead = "Ban Chỉ huy PCTT tỉnh có công điện yêu cầu: Công ty Thủy điện Khe Sặt vận hành theo quy trình được duyệt, "
    document = only(read(f"{lead}do UBND tỉnh phê duyệt tại Quyết định số 55/QĐ-UBND ngày 20/7/2023.\nUBND các xã báo cho dân."))
    assert (document.kind, document.number, document.cites) == (DocumentKind.CONG_DIEN, None, ("55/QĐ-UBND",))


def test_a_telegram_without_letterhead_is_known_by_its_list() -> None:
    document = only(read("Công điện\nBan Chỉ huy PCTT tỉnh Sơn Khê điện:\n- Sở Y tế.\nBan Chỉ huy yêu cầu:\n1. Sở Y tế cấp thuốc."))
    assert (document.kind, document.addressees_to_act) == (DocumentKind.CONG_DIEN, ("Sở Y tế",))


def test_a_telegraphing_office_may_lack_its_colon() -> None:
    head = "BỘ Y TẾ\nSố: 12/CĐ-BYT\nHà Nội, ngày 09 tháng 9 năm 2024\nCÔNG ĐIỆN\nVỀ ỨNG PHÓ BÃO SỐ 3\nBỘ Y TẾ ĐIỆN\n"
    document = only(read(f"{head}- Sở Y tế các tỉnh;\n- Bệnh viện Khe Sặt.\nBộ Y tế yêu cầu:\n1. Các đơn vị trực cấp cứu."))
    assert document.addressees_to_act == ("Sở Y tế các tỉnh", "Bệnh viện Khe Sặt")


def test_recipients_end_before_what_the_telegram_says() -> None:
    lead = "Thủ tướng vừa ký Công điện về vụ sập cầu.\nCông điện gửi Bộ Y tế và UBND các tỉnh nêu rõ:"
    document = only(read(f"{lead}\nThủ tướng yêu cầu:\n1. Bộ Y tế cứu chữa người bị thương."))
    assert document.addressees_to_act == ("Bộ Y tế", "UBND các tỉnh")


def test_a_notice_of_danger_is_offered_with_whoever_asks_in_it() -> None:
    text = "THÔNG BÁO CẤP DỰ BÁO CHÁY RỪNG\nHuyện Khe Sặt có nguy cơ cháy rừng cấp IV.\nChi cục Kiểm lâm yêu cầu UBND các xã tuần tra."
    document = only(read(text))
    assert (document.kind, document.issuer, document.is_emergency) == (DocumentKind.THONG_BAO, "Chi cục Kiểm lâm", True)


def test_whoever_orders_in_an_article_without_a_number_has_issued_the_telegram() -> None:
    text = "(Báo Mẫu) - Bộ trưởng Bộ Y tế yêu cầu các sở y tế trực cấp cứu.\nCông điện yêu cầu các đơn vị cấp thuốc cho vùng lũ."
    assert only(read(text)).issuer == "Bộ trưởng Bộ Y tế"


def test_an_article_may_begin_with_the_number_of_what_it_retells() -> None:
    lead = "Theo Công điện số 83 ngày 06/9/2024 của Thủ tướng Chính phủ về vụ sập cầu, nhiều người mất tích."
    document = only(read(f"{lead}\nCông điện nêu rõ, Thủ tướng yêu cầu Bộ Quốc phòng tìm kiếm người mất tích."))
    assert (document.number, document.issued_on) == ("83/CĐ-TTg", date(2024, 9, 6))
    assert [d.addressees for d in document.directives] == [("Bộ Quốc phòng",)]


def test_a_telegram_may_act_after_its_purpose() -> None:
    lead = "Tại Công điện số 06/CĐ-UBND ngày 10/9/2024, để ứng phó với lũ, Chủ tịch UBND tỉnh yêu cầu Sở Y tế trực cấp cứu."
    document = only(read(f"{lead}\nGiao Công an tỉnh cấm đường."))
    assert (document.number, document.issuer) == ("06/CĐ-UBND", "Chủ tịch UBND tỉnh")
    assert [d.addressees for d in document.directives] == [("Sở Y tế",), ("Công an tỉnh",)]


def test_a_dams_notice_needs_no_title() -> None:
    text = (
        "Tăng lưu lượng xả hồ Khe Sặt từ 9 giờ ngày 02/9\n\nNước về hồ đang tăng.\n\n"
        "Để bảo đảm an toàn công trình, Ban Quản lý hồ Khe Sặt (Ban 2) thông báo lịch xả nước qua tràn như sau:\n\n"
        "Lưu lượng xả: từ 200 m3/s đến 450 m3/s.\n\n"
        "Ban 2 thông báo đến Ban Chỉ huy PTDS tỉnh Sơn Khê, UBND các xã vùng hạ du được biết.\n"
    )
    document = only(read(text))
    assert (document.kind, document.issuer, document.is_emergency) == (DocumentKind.THONG_BAO, "Ban Quản lý hồ Khe Sặt", True)
    assert document.addressees_to_act == ("Ban Chỉ huy PTDS tỉnh Sơn Khê", "UBND các xã vùng hạ du")
    assert document.directives == ()


def test_a_release_that_is_only_news_is_no_notice() -> None:
    assert not read("Chiều nay, Công ty Thủy điện Khe Sặt thông báo xả nước.\nNgười dân ven sông đã đi xem.\n").documents


def test_a_notice_of_strong_wind_is_offered() -> None:
    text = (
        "Thông báo khẩn về gió mạnh, sóng lớn\n\nNgày và đêm 12/6, ngoài khơi có gió mạnh cấp 6, giật cấp 8.\n\n"
        "Để phòng tránh, Văn phòng Ban Chỉ huy PCTT tỉnh đề nghị UBND các xã ven biển gọi tàu thuyền vào bờ./.\n"
    )
    document = only(read(text))
    assert (document.kind, document.issuer, document.is_emergency) == (DocumentKind.THONG_BAO, "Văn phòng Ban Chỉ huy PCTT tỉnh", True)
    assert [d.addressees for d in document.directives] == [("UBND các xã ven biển",)]


def test_whoever_carries_out_a_telegram_and_lists_what_is_to_be_done_has_written_a_document() -> None:
    text = (
        "Triển khai công điện của thành phố\n\n"
        "Thực hiện Công điện số 09/CĐ-PCTT ngày 20/10/2020 của Ban Chỉ huy PCTT thành phố về ứng phó bão số 8, "
        "UBND phường Khe Sặt thông báo một số nội dung như sau:\n\n"
        "1. Công an phường, Ban Chỉ huy Quân sự phường triển khai lực lượng.\n\n2. Tổ dân phố nhắc nhở dân chằng chống nhà cửa.\n\n"
        "Nhận được Thông báo này, đề nghị các đơn vị nghiêm túc thực hiện.\n"
    )
    document = only(read(text))
    assert (document.kind, document.number, document.issuer) == (DocumentKind.THONG_BAO, None, "UBND phường Khe Sặt")
    assert (document.is_emergency, document.cites) == (True, ("09/CĐ-PCTT",))
    assert [(d.section, d.addressees) for d in document.directives] == [
        ("1", ("Công an phường", "Ban Chỉ huy Quân sự phường")),
        ("2", ("Tổ dân phố",)),
        ("", ("các đơn vị",)),
    ]


def test_who_is_named_in_the_sentence_that_presents_a_letter_is_meant_by_the_points_below_it() -> None:
    text = (
        "Ứng phó bão số 6\n\nChiều 7/10, UBND tỉnh có văn bản yêu cầu các sở, ban, ngành, UBND các huyện chủ động "
        "ứng phó bão số 6:\n\n"
        "1. Theo dõi diễn biến của bão.\n\n2. Trực ban 24/24 giờ.\n"
    )
    assert {d.section: d.addressees for d in only(read(text)).directives if d.section} == {
        "1": ("các sở, ban, ngành", "UBND các huyện"),
        "2": ("các sở, ban, ngành", "UBND các huyện"),
    }


def test_an_article_on_two_telegrams_of_two_offices_holds_two_documents() -> None:
    text = (
        "Ứng phó khẩn cấp bão số 5\n\nNgày 24/8/2024, Thủ tướng Chính phủ ban hành Công điện số 143/CĐ-TTg về ứng phó bão số 5.\n\n"
        "Thủ tướng yêu cầu Bộ Quốc phòng bố trí lực lượng; Bộ Y tế cấp thuốc.\n\n"
        "Cùng ngày, UBND tỉnh Sơn Khê ban hành Công điện số 09/CĐ-UBND yêu cầu các sở, UBND các xã triển khai:\n\n"
        "1. UBND các xã ven biển sơ tán dân.\n\n2. Công an tỉnh phân luồng giao thông.\n"
    )
    first, second = read(text).documents
    assert (first.number, [d.addressees for d in first.directives]) == ("143/CĐ-TTg", [("Bộ Quốc phòng",), ("Bộ Y tế",)])
    assert (second.number, second.issuer) == ("09/CĐ-UBND", "UBND tỉnh Sơn Khê")
    assert [(d.section, d.addressees) for d in second.directives] == [("1", ("UBND các xã ven biển",)), ("2", ("Công an tỉnh",))]


def test_a_telegram_that_is_only_mentioned_beside_the_one_retold_parts_nothing() -> None:
    text = (
        "Thủ tướng vừa ban hành Công điện số 143/CĐ-TTg về ứng phó bão số 5.\n\nThủ tướng yêu cầu Bộ Y tế cấp thuốc.\n\n"
        "UBND tỉnh Sơn Khê cũng ban hành Công điện số 09/CĐ-UBND.\n\nBộ Quốc phòng bố trí lực lượng.\n"
    )
    assert [d.addressees for d in only(read(text)).directives] == [("Bộ Y tế",), ("Bộ Quốc phòng",)]


def test_a_telegram_that_the_one_retold_carries_out_is_no_second_document() -> None:
    text = (
        "Ngày 23/8/2024, Bộ Xây dựng ban hành Công điện số 62/CĐ-BXD về ứng phó bão số 5.\n\n"
        "Thực hiện chỉ đạo của Thủ tướng Chính phủ tại Công điện số 88/CĐ-TTg ngày 21/8/2024, Bộ Xây dựng yêu cầu các đơn vị làm ngay:\n\n"
        "Cục Đường bộ phân luồng từ xa.\n\nSở Xây dựng các tỉnh ven biển kiểm tra cần trục tháp.\n"
    )
    document = only(read(text))
    assert (document.number, document.cites) == ("62/CĐ-BXD", ("88/CĐ-TTg",))
    assert ("Cục Đường bộ",) in [d.addressees for d in document.directives]


def test_what_a_decision_declares_is_its_subject() -> None:
    text = (
        "1. Ngày 07/10/2025, UBND tỉnh ban hành Kế hoạch số 3/KH-UBND về xúc tiến thương mại.\n\n"
        "2. Ngày 08/10/2025, UBND tỉnh ban hành Quyết định số 4/QĐ-UBND công bố tình huống khẩn cấp về thiên tai tại xã Khe Sặt.\n\n"
        "3. Ngày 09/10/2025, UBND tỉnh ban hành Kế hoạch số 5/KH-UBND về chuyển đổi số.\n"
    )
    assert [(d.number, d.is_emergency) for d in read(text).documents] == [
        ("03/KH-UBND", False),
        ("04/QĐ-UBND", True),
        ("05/KH-UBND", False),
    ]


def test_a_numbered_bulletin_is_parted_where_a_paper_opens_an_item_whatever_stands_before_it() -> None:
    text = (
        "Chỉ đạo, điều hành trong tuần\n"
        "1. Ngày 3/9/2024, UBND tỉnh ban hành Công điện số 07/CĐ-UBND về ứng phó bão số 3, yêu cầu UBND các xã ven biển sơ tán dân.\n"
        "2. UBND tỉnh có Công văn số 812/UBND-TH ngày 4/9/2024 về giải ngân vốn đầu tư công.\n"
        "3. Tại Công văn số 815/UBND-NL ngày 5/9/2024 về khắc phục hậu quả bão số 3, UBND tỉnh yêu cầu Sở Y tế cấp thuốc.\n"
        "4. Quyết định số 66/QĐ-UBND ngày 5/9/2024 phê duyệt quy hoạch khu nghỉ mát.\n"
        "5. Kế hoạch số 19/KH-UBND ngày 6/9/2024 về phát triển chợ.\n"
    )
    documents = read(text).documents
    assert [d.number for d in documents] == ["07/CĐ-UBND", "812/UBND-TH", "815/UBND-NL", "66/QĐ-UBND", "19/KH-UBND"]
    assert [d.is_emergency for d in documents] == [True, False, True, False, False]
    assert documents[2].directives[0].addressees == ("Sở Y tế",)
    assert documents[4].issued_on == date(2024, 9, 6)


def test_a_forecast_under_the_services_name_is_a_bulletin_and_no_emergency() -> None:
    text = (
        "ĐÀI KHÍ TƯỢNG THỦY VĂN TỈNH SƠN KHÊ\nTIN BÃO KHẨN CẤP (CƠN BÃO SỐ 5)\n"
        "Hồi 13 giờ ngày 7/9/2024, tâm bão cách bờ 90 km.\nTin phát lúc: 15h00.\n"
    )
    document = only(read(text))
    assert (document.kind, document.is_emergency) == (DocumentKind.BAN_TIN, False)
    assert read(text.replace("ĐÀI KHÍ TƯỢNG THỦY VĂN TỈNH SƠN KHÊ", "BÁO SƠN KHÊ")).documents == ()


def test_whom_figures_are_to_be_sent_is_no_recipient_of_the_paper() -> None:
    text = "Ngày 5/9/2024, UBND tỉnh có Công điện số 8/CĐ-UBND về bão số 3, yêu cầu các xã thống kê thiệt hại gửi Sở Y tế trước ngày 9/9."
    assert only(read(text)).addressees_to_act == ()


@pytest.mark.parametrize("lines", [0, 1, 3], ids=["whole", "from its motto on", "from its number on"])
def test_short_telegrams_in_one_file_are_parted_however_much_of_the_next_letterhead_is_there(lines: int) -> None:
    short = LETTERHEAD + "1. Trực ban 24/24 giờ.\n\n"
    following = "\n".join(short.replace("05/CĐ-UBND", "06/CĐ-UBND").splitlines()[lines:])
    documents = read(short + following).documents
    assert [(d.number, len(d.directives)) for d in documents] == [("05/CĐ-UBND", 1), ("06/CĐ-UBND", 1)]


def test_telegrams_that_are_only_listed_below_a_letterhead_part_nothing() -> None:
    listed = "Thực hiện các công điện:\nSố 61/CĐ-TTg ngày 08/9/2024;\nSố 04/CĐ-UBND ngày 09/9/2024.\n"
    document = only(read(LETTERHEAD.replace("Mưa to đã", f"{listed}Mưa to đã") + "1. Trực ban 24/24 giờ."))
    assert (document.number, len(document.directives)) == ("05/CĐ-UBND", 1)
