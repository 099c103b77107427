"""Every message that has not left says why it waits and until about when."""

from __future__ import annotations

from datetime import timedelta

import pytest

from alertd.model.notices import Delivery, DeliveryState
from alertd.workflow.sending.waiting import Line, why_it_waits
from tests.store.samples import NOW, delivery

WAITS = delivery(id=7)
"""At nine in the morning in Vietnam."""


@pytest.mark.parametrize(
    ("waiting", "line", "told"),
    [
        (WAITS, Line(30, {7: 0}), "chờ gửi; sau 0 tin khác, gửi khoảng 09:00 ngày 17/7/2023"),
        (WAITS, Line(0.5, {7: 90}), "chờ gửi; sau 90 tin khác, gửi khoảng 09:03 ngày 17/7/2023"),
        (WAITS, Line(1, {}), "chờ gửi; sau hơn 5.000 tin khác, gửi sau 10:23 ngày 17/7/2023"),
        (
            WAITS,
            Line(1, {7: 60}, rests_until=NOW + timedelta(minutes=5)),
            "chờ gửi; nhà cung cấp yêu cầu chờ đến 09:05 ngày 17/7/2023; sau 60 tin khác, gửi khoảng 09:06 ngày 17/7/2023",
        ),
        (WAITS, Line(1, {7: 0}, "mất mạng"), "chờ gửi; kênh đang lỗi (mất mạng), tự thử lại trong vòng 30 giây"),
        (
            WAITS,
            Line(0),
            "chờ gửi; kênh gửi này hiện không dùng được nên tin chưa gửi; việc nhắc và chuyển đầu mối đi bằng kênh khác",
        ),
        (delivery(due_at=NOW + timedelta(minutes=1)), Line(1), "chờ gửi; gửi lúc 09:01 ngày 17/7/2023"),
        (delivery(due_at=NOW + timedelta(minutes=1), attempts=2, reason="mất mạng"), Line(1), "mất mạng; gửi lại lúc 09:01 ngày 17/7/2023"),
        (
            delivery(state=DeliveryState.SENT, reason="nhà cung cấp đã nhận", receipt_due_at=NOW + timedelta(minutes=5)),
            Line(1),
            "nhà cung cấp đã nhận; chờ biên nhận đến 09:05 ngày 17/7/2023",
        ),
        (delivery(state=DeliveryState.FAILED, reason="số không tồn tại"), Line(1), "số không tồn tại"),
    ],
)
def test_why_and_until_when(waiting: Delivery, line: Line, told: str) -> None:
    assert why_it_waits(waiting, NOW, line) == told
