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
                "UBND tỉnh chỉ đạo thực hiện Công điện số 644/CĐ-TTg ngày 13/7/2023 của Thủ tướng Chính phủ "
                "(Công văn số 942/UBND-TH, ngày 19/7/2023)."
            ),
            "Phê duyệt dự án đường Khe Sặt",
            "UBND tỉnh phê duyệt dự án tại Quyết định số 55/QĐ-UBND, ngày 20/7/2023.",
        ]
    )
    letter, decision = read(text).documents
    assert (letter.kind, letter.number, letter.cites) == (DocumentKind.CONG_VAN, "942/UBND-TH", ("644/CĐ-TTg",))
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
