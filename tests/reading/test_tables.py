"""Tests of orders that a table gives, a row each."""

from __future__ import annotations

from tests.reading.papers import LETTERHEAD, only, orders, read

TABLE = """Các đồng chí triển khai ngay các việc sau:
TT | Nội dung | Đơn vị chủ trì | Đơn vị phối hợp | Thời hạn
1 | Tìm người mất tích ở bản Vân Hồ | UBND xã Vân Hồ | Công an tỉnh, Bộ CHQS tỉnh | Trước 18h ngày 12/9/2024
2 | Cấp hóa chất khử khuẩn | Sở Y tế | | Ngay sau khi nước rút
Sở Xây dựng thông tuyến.
"""


def test_each_row_is_an_order_to_whom_its_column_names() -> None:
    first, second, last = orders(TABLE)
    assert (first.section, first.addressees, first.supports) == ("1", ("UBND xã Vân Hồ",), ("Công an tỉnh", "Bộ CHQS tỉnh"))
    assert first.deadline is not None
    assert first.deadline.text == "Trước 18h ngày 12/9/2024"
    assert (second.section, second.addressees, second.supports) == ("2", ("Sở Y tế",), ())
    assert last.addressees == ("Sở Xây dựng",)


def test_a_row_that_names_no_body_is_shown_to_the_officer() -> None:
    reading = read(LETTERHEAD + "Nội dung | Thời hạn | Phân công\nCắt tỉa cây | Trước bão | ai rảnh thì làm\n1. Sở Y tế cấp thuốc.")
    unclear = [reading.text[p.span.start : p.span.end] for p in only(reading).problems if p.code == "unclear_order" and p.span]
    assert unclear == ["Cắt tỉa cây | Trước bão | ai rảnh thì làm"]


def test_a_table_of_figures_orders_nobody() -> None:
    body = "1. Sở Y tế cấp thuốc.\nTT | Trạm | Mực nước | Báo động\n1 | Khe Sặt | 5,2 m | III\n2 | Vân Hồ | 7,1 m | II"
    assert [d.addressees for d in orders(body)] == [("Sở Y tế",)]


def test_strokes_may_stand_at_both_ends_of_a_row() -> None:
    body = "| Nhiệm vụ | Cơ quan thực hiện | Thời gian |\n| Sơ tán dân | UBND xã Vân Hồ | Xong trước 17 giờ ngày 11/9/2024 |"
    (row,) = orders(body)
    assert (row.addressees, row.actions[0].text) == (("UBND xã Vân Hồ",), "Sơ tán dân")


def test_a_table_in_an_annex_below_the_signature_orders_too() -> None:
    below = "Nơi nhận:\n- Như trên.\nCHỦ TỊCH\nLê Văn Mẫu\nPHỤ LỤC\nPHÂN CÔNG NHIỆM VỤ\n"
    first, second = orders("1. Công an tỉnh chốt chặn.\n" + below + "TT | Nội dung | Cơ quan chủ trì\n1 | Cấp áo phao | Sở Y tế")
    assert (first.addressees, second.addressees) == (("Công an tỉnh",), ("Sở Y tế",))


def test_a_row_that_ends_with_a_day_does_not_take_in_the_number_of_the_next() -> None:
    rows = (
        "1 | Trực ban | Sở Y tế | | Hằng ngày\n2 | Thông đường | Sở Xây dựng | Công an tỉnh | Trong tháng\n3 | Cấp áo phao | Sở Y tế | |\n"
    )
    body = "TT | Nội dung | Đơn vị chủ trì | Đơn vị phối hợp | Thời hạn\n" + rows + "4 | Cấm đường | Công an tỉnh | | Ngay"
    assert [d.section for d in orders(body)] == ["1", "2", "3", "4"]


def test_a_row_cut_by_a_page_is_one_order() -> None:
    rows = "1 | Kiểm tra hồ chứa; xả lũ | Sở Y tế | Ngay\n | theo quy trình | |\n2 | Trực | Sở Xây dựng |"
    body = f"TT | Nội dung | Đơn vị chủ trì | Thời hạn\n{rows}"
    first, second = orders(body)
    assert "theo quy trình" in first.text
    assert second.addressees == ("Sở Xây dựng",)


def test_a_row_of_fewer_cells_is_shown_and_the_next_is_read() -> None:
    body = "TT | Nội dung | Đơn vị chủ trì | Thời hạn\n1 | Trực | Ngay\n2 | Cấp thuốc | Sở Y tế | Ngay"
    reading = read(LETTERHEAD + body)
    assert [d.addressees for d in only(reading).directives] == [("Sở Y tế",)]
    assert [reading.text[p.span.start : p.span.end] for p in only(reading).problems if p.span] == ["1 | Trực | Ngay"]
