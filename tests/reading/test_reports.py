"""Tests of the duty to report."""

from __future__ import annotations

from datetime import date, time

import pytest

from alertd.model.documents import Period, Span
from alertd.reading.deadlines import deadline_in
from alertd.reading.reports import report_in
from alertd.reading.source import normalise


def report(order: str) -> tuple[str, str | None] | None:
    """The duty to report in an order, and to whom."""
    source = normalise([order])
    found = report_in(source, [Span(0, len(source.text))])
    return (found.text, found.to) if found else None


@pytest.mark.parametrize(
    ("order", "words", "to"),
    [
        ("Sở Y tế tổng hợp, báo cáo UBND tỉnh trước ngày 5/9.", "tổng hợp, báo cáo UBND tỉnh", "UBND tỉnh"),
        (
            "kịp thời báo cáo, đề xuất Ban Chỉ huy, Chủ tịch UBND tỉnh xử lý.",
            "kịp thời báo cáo, đề xuất Ban Chỉ huy, Chủ tịch UBND tỉnh xử lý",
            "Ban Chỉ huy, Chủ tịch UBND tỉnh",
        ),
        ("chủ động báo cáo, xác định nhu cầu.", "chủ động báo cáo", None),
        ("báo cáo UBND tỉnh phương án cấp nước.", "báo cáo UBND tỉnh phương án cấp nước", "UBND tỉnh"),
        ("báo cáo Sở Y tế tiến độ sửa trạm.", "báo cáo Sở Y tế tiến độ sửa trạm", "Sở Y tế"),
        ("tổng hợp, báo cáo Lãnh đạo Sở lúc 6h và 18h.", "tổng hợp, báo cáo Lãnh đạo Sở", "Lãnh đạo Sở"),
        (
            "báo cáo về Ban Chỉ đạo quốc gia về phòng thủ dân sự.",
            "báo cáo về Ban Chỉ đạo quốc gia về phòng thủ dân sự",
            "Ban Chỉ đạo quốc gia về phòng thủ dân sự",
        ),
        ("Báo cáo gửi về hộp thư trucban@tinh.vn.", "Báo cáo gửi về hộp thư trucban@tinh.vn", None),
        ("báo cáo ngay cấp có thẩm quyền xem xét, quyết định.", "báo cáo ngay cấp có thẩm quyền xem xét", "cấp có thẩm quyền"),
        (
            "khẩn trương gửi Báo cáo về Văn phòng Chính phủ trước 17 giờ",
            "khẩn trương gửi Báo cáo về Văn phòng Chính phủ",
            "Văn phòng Chính phủ",
        ),
        (
            "báo cáo về Văn phòng Ban Chỉ huy Phòng, chống thiên tai tỉnh (qua email).",
            "báo cáo về Văn phòng Ban Chỉ huy Phòng, chống thiên tai tỉnh",
            "Văn phòng Ban Chỉ huy Phòng, chống thiên tai tỉnh",
        ),
        ("đo lún thân đập, gửi kết quả về Sở Xây dựng để tổng hợp.", "gửi kết quả về Sở Xây dựng", "Sở Xây dựng"),
        ("thống kê nhà sập gửi về Sở Xây dựng trước ngày 5/9.", "thống kê nhà sập gửi về Sở Xây dựng", "Sở Xây dựng"),
        ("báo cáo các sự cố (nếu có) về Sở Xây dựng để xử lý", "báo cáo các sự cố (nếu có) về Sở Xây dựng", "Sở Xây dựng"),
        ("báo cáo số thiệt hại trước 14 giờ 30 phút về Sở Y tế. Trực", "báo cáo số thiệt hại trước 14 giờ 30 phút về Sở Y tế", "Sở Y tế"),
        (
            "báo cáo kịp thời, chính xác về UBND huyện, Sở Y tế.",
            "báo cáo kịp thời, chính xác về UBND huyện, Sở Y tế",
            "UBND huyện, Sở Y tế",
        ),
        (
            "báo cáo tình hình rét đậm, rét hại và thiệt hại (nếu có) về UBND xã",
            "báo cáo tình hình rét đậm, rét hại và thiệt hại (nếu có) về UBND xã",
            "UBND xã",
        ),
        ("báo cáo kết quả, tổ chức trực ban gửi tin về Sở Y tế", "báo cáo kết quả", None),
        ("cứu người; báo về Thường trực Ban Chỉ huy để tổng hợp", "báo về Thường trực Ban Chỉ huy", "Thường trực Ban Chỉ huy"),
        (
            "báo cáo mực nước trước 6 giờ, 12 giờ và 18 giờ hằng ngày về Sở Xây dựng; trực",
            "báo cáo mực nước trước 6 giờ, 12 giờ và 18 giờ hằng ngày về Sở Xây dựng",
            "Sở Xây dựng",
        ),
        ("Chế độ báo cáo: các xã báo cáo UBND tỉnh.", "báo cáo UBND tỉnh", "UBND tỉnh"),
        ("báo cáo kết quả về Sở Y tế (qua Phòng Nghiệp vụ Y) để biết", "báo cáo kết quả về Sở Y tế (qua Phòng Nghiệp vụ Y)", "Sở Y tế"),
        ("báo cáo về Lữ đoàn 12 (qua Trực ban tác chiến) trước 5 giờ", "báo cáo về Lữ đoàn 12 (qua Trực ban tác chiến)", "Lữ đoàn 12"),
        ("đo lún 2 giờ/lần; kết quả gửi Sở Xây dựng.", "kết quả gửi Sở Xây dựng", "Sở Xây dựng"),
        ("kịp thời báo Cảng vụ Hòn Mơ khi thấy vệt dầu", "kịp thời báo Cảng vụ Hòn Mơ khi thấy vệt dầu", "Cảng vụ Hòn Mơ"),
        ("mở đập, phản hồi cho Công ty Khe Sặt trước 9 giờ", "phản hồi cho Công ty Khe Sặt", "Công ty Khe Sặt"),
        ("trực máy, báo mực nước cho Sở Xây dựng; nghỉ", "báo mực nước cho Sở Xây dựng", "Sở Xây dựng"),
        ("Thống kê nhà tốc mái gửi UBND xã để báo cáo UBND tỉnh.", "Thống kê nhà tốc mái gửi UBND xã", "UBND xã"),
        ("kiểm đếm tàu thuyền để báo cáo UBND tỉnh.", "báo cáo UBND tỉnh", "UBND tỉnh"),
        (
            "Gửi danh sách tổ cấp cứu (họ tên, số máy) về Sở Y tế trước 20 giờ.",
            "Gửi danh sách tổ cấp cứu (họ tên, số máy) về Sở Y tế",
            "Sở Y tế",
        ),
        (
            "cập nhật số liệu mực nước về Sở Xây dựng 02 giờ/lần.",
            "cập nhật số liệu mực nước về Sở Xây dựng 02 giờ/lần",
            "Sở Xây dựng",
        ),
        ("vớt người trôi dạt, báo ngay Công an huyện", "báo ngay Công an huyện", "Công an huyện"),
        ("báo cáo các cấp hàng ngày theo quy định; trực ban", "báo cáo các cấp hàng ngày theo quy định", "các cấp"),
    ],
)
def test_the_duty_is_quoted_in_few_words_with_its_recipient(order: str, words: str, to: str | None) -> None:
    assert report(order) == (words, to)


@pytest.mark.parametrize(
    "order",
    [
        "Đài Sơn Khê liên tục phát cảnh báo về hướng đi của bão.",
        "theo báo cáo của Sở Y tế",
        "thực hiện Báo cáo số 49/BC-VP",
        "tiếp nhận báo cáo của các xã",
        "hướng dẫn mẫu báo cáo",
        "thông báo ngay cho dân",
        "theo dõi bản tin dự báo về diễn biến của không khí lạnh",
        "cảnh báo ngay cho dân khi nước lên",
        "phát bản tin dự báo số liệu mưa",
    ],
)
def test_a_report_that_is_only_mentioned_obliges_nobody(order: str) -> None:
    assert report(order) is None


@pytest.mark.parametrize(
    ("order", "hours"),
    [
        ("cập nhật mực nước, báo cáo Sở lúc 9h, 11h, 15h.", (9, 11, 15)),
        ("báo cáo nhanh về Ban Chỉ huy vào các mốc giờ: 7 giờ và 19 giờ;", (7, 19)),
        ("Báo cáo nhanh: 16h, 20h, 04h.", (4, 16, 20)),
    ],
)
def test_hours_without_a_day_at_which_to_report_come_again_every_day(order: str, hours: tuple[int, ...]) -> None:
    source = normalise([order])
    found = deadline_in(source, [Span(0, len(source.text))], date(2026, 9, 3))
    assert found is not None
    assert (found.repeats, found.times) == (Period.DAILY, tuple(time(hour) for hour in hours))


@pytest.mark.parametrize("order", ["mở cửa xả lúc 9h, 11h.", "báo cáo Sở lúc 9h, 11h và 15h ngày mai."])
def test_hours_of_work_or_of_a_day_that_is_named_do_not_come_again(order: str) -> None:
    source = normalise([order])
    found = deadline_in(source, [Span(0, len(source.text))], date(2026, 9, 3))
    assert found is None or found.repeats is None


def test_a_ban_from_an_hour_of_the_same_day_on_is_due_by_then() -> None:
    source = normalise(["cấm tàu ra khơi từ 16h00 cùng ngày."])
    found = deadline_in(source, [Span(0, len(source.text))], date(2026, 9, 3))
    assert found is not None
    assert found.at is not None
    assert (found.at.day, found.at.hour) == (3, 16)
