"""Messages that wait to be sent, without a release behind them."""

from __future__ import annotations

from datetime import timedelta

from alertd.clock import SystemClock
from alertd.model.notices import Delivery, DeliveryState, MessageKind
from tools.bench.province import CHAT


def message(number: int, sender: str) -> Delivery:
    """One of a sender's messages, each to another chat."""
    now = SystemClock().now()
    return Delivery(
        id=0,
        key=f"{sender}-{number}",
        dispatch=None,
        notice=None,
        kind=MessageKind.NEW_DIRECTIVES,
        body=None,
        contact=None,
        sender=sender,
        channel="telegram",
        address=str(CHAT + number),
        text="Đề nghị kiểm tra ngay các điểm sạt lở trên địa bàn và báo cáo trước 17 giờ.",
        is_html=False,
        buttons=(),
        priority=0,
        is_drill=False,
        state=DeliveryState.QUEUED,
        reason="chờ gửi",
        attempts=0,
        created_at=now,
        due_at=now,
        expires_at=now + timedelta(hours=1),
    )
