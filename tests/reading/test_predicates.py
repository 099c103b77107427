"""An order begins where the name of whoever must follow it ends, whether a list knows its verb or not."""

from __future__ import annotations

import pytest

from alertd.reading.predicates import after_whole_name, order_begins


@pytest.mark.parametrize(
    "bodies",
    ["các sở, ban, ngành và địa phương", "Giám đốc các sở, Thủ trưởng các ban, ngành liên quan", "UBND các huyện, thị xã, thành phố"],
)
def test_a_row_of_kinds_of_bodies_is_a_whole_name_whatever_verb_follows(bodies: str) -> None:
    order = f"{bodies} lùa trâu bò lên gò cao."
    assert after_whole_name(order, 0, len(order)) == order.index("lùa")


@pytest.mark.parametrize("which", ["duyên hải", "đồng bằng", "phía bắc", "dọc sông", "trọng điểm", "liên quan", "ven biển", "trực thuộc"])
def test_a_row_of_kinds_of_bodies_goes_on_with_which_of_them_are_meant(which: str) -> None:
    order = f"UBND các tỉnh, thành phố {which} lùa trâu bò lên gò cao."
    assert after_whole_name(order, 0, len(order)) != order.index(which)


@pytest.mark.parametrize(
    "name",
    [
        "Công ty Cổ phần Cấp nước Bản Lầu",
        "Hợp tác xã Nà Phặc",
        "Hải đội 212",
        "Cảnh sát biển 7",
        "Sở NN&MT",
        "Tập đoàn Điện khí Mường La",
        "Đội Cứu hộ Sao Biển",
    ],
)
@pytest.mark.parametrize("verb", ["luồn cáp qua", "gỡ lưới khỏi", "vần đá lấp"])
def test_after_a_proper_name_any_small_word_begins_the_order(name: str, verb: str) -> None:
    order = f"{name} {verb} chân cầu trước 18 giờ."
    assert after_whole_name(order, 0, len(order)) == order.index(verb)


@pytest.mark.parametrize("goes_on", ["tại", "thuộc", "và", "các", "trực thuộc", "đang", "được", "ở", "trở ra"])
def test_a_name_goes_on_with_words_that_say_which_or_where(goes_on: str) -> None:
    order = f"Công ty Cổ phần Cấp nước Bản Lầu {goes_on} phía hạ lưu."
    assert after_whole_name(order, 0, len(order)) is None


@pytest.mark.parametrize("group", ["Các thôn", "Dân quân", "Các hợp tác xã nuôi cá lồng"])
@pytest.mark.parametrize("work", ["chở thóc", "dựng lều", "rải đá", "vớt bèo", "khơi mương", "gặt lúa"])
def test_after_any_other_name_a_word_for_work_begins_the_order(group: str, work: str) -> None:
    order = f"{group} {work} trước khi nước lên."
    assert order_begins(order, 0, len(order)) == order.index(work)


@pytest.mark.parametrize(
    "order",
    [
        "Thủ tướng Chính phủ quyết định.",
        "Sở Xây dựng: lát lại mặt đường.",
        "Các lực lượng tìm kiếm cứu nạn phải có mặt.",
        "Các chủ hồ chứa phải có mặt.",
        "Các tàu thuyền ở khu neo đậu phải có mặt.",
        "Tập đoàn Than - Khoáng sản Việt Nam.",
    ],
)
def test_half_a_word_of_a_name_is_no_work(order: str) -> None:
    assert after_whole_name(order, 0, len(order)) is None


@pytest.mark.parametrize("region", ["Bắc Trung bộ", "Tây Nam bộ"])
def test_a_region_may_end_in_a_small_letter(region: str) -> None:
    order = f"UBND các tỉnh {region} vần đá lấp hố."
    assert order_begins(order, 0, len(order)) != order.index("bộ")
