"""Tests of the words by which a text shows that it retells a document, and of where the retelling then begins."""

from __future__ import annotations

from datetime import date

import pytest

from alertd.model.documents import DocumentKind, Span
from alertd.reading.source import normalise
from alertd.reading.telling import first_said, speaks, tells
from tests.reading.papers import only, read


def whole(text: str) -> Span:
    return Span(0, len(text))


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("UBND tỉnh vừa ra công điện về bão.", DocumentKind.CONG_DIEN),
        ("Điện khẩn của Ban Chỉ huy gửi các xã.", DocumentKind.CONG_DIEN),
        ("Sở Y tế có công văn chỉ đạo các trạm.", DocumentKind.CONG_VAN),
        ("Văn bản nêu rõ các xã phải trực.", DocumentKind.CONG_VAN),
        ("UBND xã ra thông báo số 3.", DocumentKind.THONG_BAO),
    ],
)
def test_one_word_tells_the_kind_of_document(text: str, kind: DocumentKind) -> None:
    said = first_said(normalise([text]), whole(text))
    assert said is not None
    assert said.kind is kind


@pytest.mark.parametrize("text", ["Kẻ xấu tấn công điện tử.", "Các xã đọc văn bản.", "Đài thông báo tin vui."])
def test_other_words_name_no_document(text: str) -> None:
    assert first_said(normalise([text]), whole(text)) is None


def test_what_somebody_carries_out_is_not_what_the_text_retells() -> None:
    text = "Thực hiện công điện của Thủ tướng, các xã đã sơ tán dân."
    source = normalise([text])
    assert not speaks(source, whole(text))
    assert not tells(source, whole(text))


def test_the_retelling_begins_where_the_letter_is_first_spoken_of() -> None:
    text = (
        "Tỉnh đoàn Sơn Khê ra quân chống bão\n\n"
        "Ngày 5/9/2025, trước cơn bão số 7 rất mạnh, Tỉnh đoàn Sơn Khê đã có công văn chỉ đạo các cấp bộ đoàn ứng phó bão.\n\n"
        "Thực hiện Công điện số 77 của Thủ tướng, Tỉnh đoàn yêu cầu Đoàn xã Khe Sặt chuẩn bị lều cho dân.\n\n"
        "Công văn nhấn mạnh việc giữ liên lạc.\n"
    )
    document = only(read(text))
    assert (document.kind, document.issued_on, document.issuer) == (DocumentKind.CONG_VAN, date(2025, 9, 5), "Tỉnh đoàn Sơn Khê")
    assert document.cites == ("77/CĐ-TTg",)
    assert ("Đoàn xã Khe Sặt",) in [d.addressees for d in document.directives]


def test_an_urgent_wire_by_its_number_is_a_telegram() -> None:
    text = (
        "Điện khẩn số 4 của Ban Chỉ huy Phòng chống lụt bão tỉnh Sơn Khê gửi Ban Chỉ huy các cấp, các ngành\n"
        "Bão số 7 đang vào gần bờ.\nBan Chỉ huy Phòng chống lụt bão tỉnh yêu cầu Ban Chỉ huy các cấp, các ngành:\n"
        "1. Gọi tàu thuyền vào bờ theo Công điện số 3.\n2. Trực ban suốt đêm.\n"
    )
    document = only(read(text))
    assert (document.kind, document.number) == (DocumentKind.CONG_DIEN, "04/CĐ")
    assert [d.addressees for d in document.directives] == [("Ban Chỉ huy các cấp, các ngành",)] * 2


def test_the_news_may_stand_before_its_source() -> None:
    text = (
        "Tàu thuyền không rời cảng trước bão số 7\n\n"
        "Cảng vụ Sơn Khê kiểm đếm tàu thuyền ba giờ một lần. Đây là nội dung được Sở Xây dựng yêu cầu tại công điện về bão số 7.\n\n"
        "Ngoài ra, Sở Xây dựng yêu cầu Đoạn Quản lý đường bộ Khe Sặt cắm biển báo.\n"
    )
    document = only(read(text))
    assert document.issuer == "Sở Xây dựng"
    assert document.directives[0].addressees == ("Cảng vụ Sơn Khê",)


@pytest.mark.parametrize("many", ["đã ra 14 công điện", "đã ban hành các công điện", "ban hành nhiều công điện"])
def test_telegrams_that_are_counted_are_not_retold(many: str) -> None:
    text = f"Sơn Khê tổng kết năm phòng, chống bão\n\nNăm qua tỉnh {many}. Phó Chủ tịch UBND tỉnh đề nghị các xã sắm thêm xuồng.\n"
    assert read(text).documents == ()


def test_a_notice_that_forbids_is_told_though_it_carries_out_a_telegram() -> None:
    text = (
        "Sơn Khê cấm biển trước bão số 7\n\n"
        "Thực hiện công điện của UBND tỉnh, Ban Chỉ huy Phòng thủ dân sự Sơn Khê thông báo cấm tàu thuyền ra khơi từ 17 giờ.\n\n"
        "Đồn Biên phòng Khe Sặt bắn pháo hiệu gọi tàu.\n\nUBND các xã ven biển đưa người trên lồng bè lên bờ.\n"
    )
    document = only(read(text))
    assert (document.kind, document.is_emergency) == (DocumentKind.THONG_BAO, True)
    assert [d.addressees for d in document.directives][-2:] == [("Đồn Biên phòng Khe Sặt",), ("UBND các xã ven biển",)]


def test_a_story_that_goes_on_without_its_beginning_is_no_telegram() -> None:
    text = (
        "Theo đó, từ 6 giờ sáng nay, nước lũ đã rút, người dân xã Khe Sặt trở về.\n\nCông an xã giúp dân dọn bùn.\n\nNgày mai trời nắng.\n"
    )
    assert read(text).documents == ()
