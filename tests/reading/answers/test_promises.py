"""Tests of what the sender says that he does at once, and of what only sounds like it."""

from __future__ import annotations

import pytest

from alertd.model.replies import Meaning
from alertd.reading.answers import understand


@pytest.mark.parametrize(
    "text",
    [
        "vâng em báo các xóm luôn",
        "rõ rồi, bọn em đi kiểm tra kè ngay",
        "ok anh, em điều quân liền",
        "nhận rồi, mình bảo anh em luôn",
        "vâng để em cho loa phát ngay",
        "ok em nghe rồi để em gọi mấy ông xóm trưởng ở thôn đi liền",
        "nhan roi, em bao ba con lien",
        "rõ, em triển khai ạ",
        "vâng, bọn em làm",
    ],
)
def test_who_sets_to_work_at_once_accepts(text: str) -> None:
    assert (understand(text).meaning, understand(text).closes) == (Meaning.ACKNOWLEDGED, True)


@pytest.mark.parametrize(
    "text",
    [
        "ok em gọi anh luôn",
        "anh báo các xóm luôn đi",
        "chưa báo các xóm luôn",
        "em báo các xóm luôn chưa",
        "nếu có xe em chở dân luôn",
        "em báo các xóm luôn hả anh",
        "nghe bảo thôn em đi kiểm tra ngay",
        "em chuyển khoản luôn",
        "ok em mua hàng luôn",
        "rõ, em triển khai hả",
        "rõ, em triển khai?",
        "em triển khai",
        "vâng, dân làm",
    ],
)
def test_who_asks_doubts_or_does_something_else_at_once_stops_nothing(text: str) -> None:
    assert not understand(text).closes


@pytest.mark.parametrize(
    "text",
    [
        "nhận rồi, nếu có sạt lở sẽ báo ngay",
        "đã nhận, nếu có gì bất thường em sẽ báo ạ",
        "rõ. Nếu có diễn biến xấu xã sẽ báo ngay",
        "rõ, khi có người mắc kẹt sẽ báo ngay",
    ],
)
def test_a_report_promised_under_a_condition_takes_the_order(text: str) -> None:
    assert (understand(text).meaning, understand(text).closes) == (Meaning.ACKNOWLEDGED, True)


@pytest.mark.parametrize(
    "text", ["nếu có sạt lở sẽ báo ngay", "nhận rồi, nếu có xe sẽ đi", "nhận rồi, nếu rảnh em sẽ báo", "nếu nhận được sẽ báo"]
)
def test_any_other_condition_stops_nothing(text: str) -> None:
    assert not understand(text).closes
