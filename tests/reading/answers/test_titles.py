"""What a telegram is about tells of nothing; whatever is told beside it does."""

from __future__ import annotations

import pytest

from alertd.model.replies import Meaning
from alertd.reading.answers.understanding import understand


@pytest.mark.parametrize(
    "reply",
    [
        "Đã nhận Công điện số 07/CĐ-UBND về ứng phó mưa lớn, lũ quét và sạt lở đất",
        "da nhan cong dien ve mua bao, sat lo dat",
        "Xã em nhận được chỉ đạo phòng, chống lũ ống, lũ quét ạ",
        "Công điện về bão số 5, mưa lũ: xã đã nhận",
    ],
)
def test_the_title_of_an_order_is_no_danger(reply: str) -> None:
    found = understand(reply)

    assert (found.meaning, found.closes) == (Meaning.ACKNOWLEDGED, True)


@pytest.mark.parametrize(
    "reply",
    [
        "Đã nhận công điện về mưa lớn, lũ lên nhanh lắm",
        "Đã nhận công điện về lũ quét, lũ quét vào bản rồi",
        "Đã nhận công điện về sạt lở, đồi sau trường nứt",
        "Đã nhận công điện, lũ quét",
        "Thông báo lũ quét, sạt lở ở bản",
        "Đã nhận công điện về bão, lũ anh ơi",
        "Đã nhận công điện về bão, lũ!",
        "Đã nhận công điện về sạt lở, sạt lở",
        "Vừa nhận tin lũ quét, sạt lở",
        "Đã nhận công điện về bão, lũ lũ lũ sếp ơi",
        "Đã nhận công điện về mưa lớn, ngập quá",
        "Đã nhận công điện về mưa lớn, sạt lở kìa",
        "Đã nhận công điện về bão, ngập anh cho thuyền vào",
    ],
)
def test_what_is_told_beside_the_title_is_heard(reply: str) -> None:
    assert understand(reply).meaning is Meaning.INCIDENT


def test_an_order_that_did_not_come_is_missed_whatever_it_is_about() -> None:
    assert understand("Chưa nhận được công điện về mưa lũ, sạt lở").meaning is Meaning.NEGATIVE


@pytest.mark.parametrize(
    ("text", "meaning", "closes"),
    [
        ("đã nhận lệnh vận hành xả lũ", Meaning.ACKNOWLEDGED, True),
        ("nhận được chỉ đạo sơ tán dân vùng sạt lở ạ", Meaning.ACKNOWLEDGED, True),
        ("nhận lệnh sơ tán dân xong rồi", Meaning.DONE, True),
        ("đã nhận lệnh sơ tán chưa", Meaning.QUESTION, False),
        ("đã nhận lệnh sơ tán, lũ về rồi", Meaning.INCIDENT, False),
    ],
)
def test_the_work_that_an_order_names_is_a_part_of_its_name(text: str, meaning: Meaning, *, closes: bool) -> None:
    found = understand(text)
    assert (found.meaning, found.closes) == (meaning, closes)


@pytest.mark.parametrize(
    "reply", ["Đã nhận công điện về cứu nạn ghe cá vỡ đê rồi", "đã nhận công điện về tìm kiếm người mất tích sập cầu rồi"]
)
def test_what_has_happened_is_no_title(reply: str) -> None:
    assert understand(reply).meaning is Meaning.INCIDENT
