"""Tests of parting a bulletin whose headings are the papers themselves."""

from __future__ import annotations

from alertd.model.documents import Urgency
from tests.reading.papers import read


def test_a_bulletin_whose_headings_are_the_papers_themselves_is_parted_at_them() -> None:
    text = (
        "VĂN BẢN CHỈ ĐẠO TRONG TUẦN\n"
        "1. Công điện số 21/CĐ-UBND ngày 05/8/2023 của Chủ tịch UBND tỉnh về ứng phó bão số 5\n"
        "Chủ tịch UBND tỉnh yêu cầu: Sở Y tế trực cấp cứu; Công an tỉnh chốt chặn ngầm Khe Sặt trước 17 giờ.\n"
        "2. Quyết định số 808/QĐ-UBND ngày 06/8/2023 của UBND tỉnh về quy hoạch khu chợ\nGiao Sở Xây dựng công bố quy hoạch.\n"
        "3. Kế hoạch số 90/KH-UBND ngày 07/8/2023 của UBND tỉnh về chuyển đổi số\nCác sở bố trí kinh phí.\n"
    )
    documents = read(text).documents
    assert [(d.number, d.issuer, d.is_emergency) for d in documents] == [
        ("21/CĐ-UBND", "Chủ tịch UBND tỉnh", True),
        ("808/QĐ-UBND", "UBND tỉnh", False),
        ("90/KH-UBND", "UBND tỉnh", False),
    ]
    assert [d.addressees for d in documents[0].directives] == [("Sở Y tế",), ("Công an tỉnh",)]


def test_a_row_of_papers_that_are_only_named_is_no_bulletin() -> None:
    text = (
        "Danh mục văn bản\n1. Quyết định số 8/QĐ-UBND ngày 06/8/2023\n2. Kế hoạch số 9/KH-UBND ngày 07/8/2023\n3. Công văn số 10/UBND-TH\n"
    )
    assert read(text).documents == ()


def test_a_bulletin_whose_headings_end_in_their_papers_is_parted_at_them() -> None:
    text = (
        "Điều hành của UBND tỉnh trong tuần\n"
        "1. Ứng phó bão số 4 (Công điện số 31/CĐ-UBND ngày 03/7/2023)\nChủ tịch UBND tỉnh yêu cầu Sở Y tế trực cấp cứu.\n"
        "2. Đưa học sinh trở lại lớp (Văn bản số 812/UBND-VX ngày 04/7/2023)\nSở Xây dựng sửa lớp học bị tốc mái.\n"
        "3. Phê duyệt dự án chợ (Quyết định số 905/QĐ-UBND ngày 05/7/2023)\nSở Xây dựng hướng dẫn.\n"
    )
    assert [(d.number, d.is_emergency) for d in read(text).documents][::2] == [("31/CĐ-UBND", True), ("905/QĐ-UBND", False)]


def test_whose_paper_a_heading_names_is_not_what_it_is_about() -> None:
    text = (
        "BẢN TIN TUẦN\n1. Công điện số 21/CĐ-UBND ngày 05/8/2023 của Chủ tịch UBND tỉnh\n"
        "Sở Xây dựng đóng cầu Vân Hồ khi gió cấp 8. Sở Y tế trực cấp cứu. Điện lực Khe Sặt cắt điện nơi ngập.\n"
        "2. Quyết định số 808/QĐ-UBND ngày 06/8/2023 của UBND tỉnh về quy hoạch khu chợ\nGiao Sở Xây dựng công bố quy hoạch.\n"
        "3. Kế hoạch số 90/KH-UBND ngày 07/8/2023 của UBND tỉnh về chuyển đổi số\nCác sở bố trí kinh phí.\n"
    )
    telegram = read(text).documents[0]
    assert (telegram.subject, telegram.is_emergency) == (None, True)
    assert [d.addressees for d in telegram.directives] == [("Sở Xây dựng",), ("Sở Y tế",), ("Điện lực Khe Sặt",)]


def test_an_item_of_one_sentence_says_who_is_charged_before_it_names_its_paper() -> None:
    text = (
        "Điều hành của UBND tỉnh trong tuần\nĐưa học sinh trở lại lớp sau lũ\n"
        "Chủ tịch UBND tỉnh giao Sở Giáo dục và Đào tạo dọn bùn ở các trường, hoàn thành trước ngày 09/7/2023 "
        "(Công văn hỏa tốc số 812/UBND-VX, ngày 04/7/2023).\n"
        "Kế hoạch chuyển đổi số\nUBND tỉnh ban hành Kế hoạch số 90/KH-UBND ngày 07/7/2023 về chuyển đổi số.\n"
    )
    letter = read(text).documents[0]
    assert (letter.number, letter.issuer, letter.urgency) == ("812/UBND-VX", "Chủ tịch UBND tỉnh", Urgency.HOA_TOC)
    (order,) = letter.directives
    assert order.addressees == ("Sở Giáo dục và Đào tạo",)
    assert order.deadline is not None
    assert order.deadline.text == "hoàn thành trước ngày 09/7/2023"


def test_a_conclusion_lists_its_orders_after_a_colon_and_moving_people_by_an_hour_is_an_emergency() -> None:
    text = (
        "Điều hành của UBND tỉnh trong tuần\nThông báo kết luận về mưa lũ\n"
        "Văn phòng UBND tỉnh ban hành Thông báo số 48/TB-VP ngày 13/9/2024 về kết luận của Chủ tịch UBND tỉnh: các huyện, thành phố rà "
        "soát hộ dân vùng sạt lở, kiên quyết sơ tán trước 18h30 ngày 14/9/2024; "
        "Đài Khí tượng Thủy văn tỉnh cập nhật bản tin 3 giờ một lần.\n"
        "Kế hoạch chuyển đổi số\nUBND tỉnh ban hành Kế hoạch số 90/KH-UBND ngày 12/9/2024 về chuyển đổi số.\n"
    )
    notice = read(text).documents[0]
    assert [d.addressees for d in notice.directives] == [("các huyện, thành phố",), ("Đài Khí tượng Thủy văn tỉnh",)]
    assert notice.is_emergency
