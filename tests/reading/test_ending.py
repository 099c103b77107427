"""Tests of where what a page tells ends: sites set buttons above a document, and lists of other papers below it."""

from __future__ import annotations

import pytest

from tests.reading.papers import only, read

TELEGRAM = """UBND XÃ ĐỒNG VAI
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 04/CĐ-UBND
Đồng Vai, ngày 5 tháng 8 năm 2025
CÔNG ĐIỆN
Về việc ứng phó mưa lũ
1. Trạm Y tế xã cấp thuốc cho các thôn.
Nơi nhận:
- Như trên;
- Lưu: VT.
CHỦ TỊCH
Lò Văn Tứ
"""


@pytest.mark.parametrize("button", ["Chia sẻ:", "In trang", "Tải về", "Lượt xem: 1.204"])
def test_buttons_above_a_telegram_do_not_end_it(button: str) -> None:
    document = only(read(f"Trang chủ\n{button}\n\n{TELEGRAM}"))
    assert document.number == "04/CĐ-UBND"
    assert [d.addressees for d in document.directives] == [("Trạm Y tế xã",)]


@pytest.mark.parametrize(
    "heading",
    ["Văn bản được dẫn chiếu", "Văn bản liên quan", "Bài viết liên quan", "Hỏi đáp pháp luật", "Tải về: 04.pdf", "Thuộc tính văn bản"],
)
def test_papers_that_a_site_lists_below_a_telegram_are_not_cited_in_it(heading: str) -> None:
    found = read(f"{TELEGRAM}\n{heading}\nCông điện 09/CĐ-UBND năm 2024 về cháy rừng\nQuyết định 12/QĐ-UBND năm 2023 về thu phí\n")
    assert only(found).cites == ()
    assert "cháy rừng" in found.text[found.outside[-1].start :]
