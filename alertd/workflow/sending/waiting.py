"""Says of a message that has not left why it waits and until about when."""

from __future__ import annotations

from datetime import datetime

from alertd.model.breaker import LONGEST
from alertd.model.notices import Delivery, DeliveryState
from alertd.workflow.labels import time_label


def why_it_waits(delivery: Delivery, now: datetime, problem: str) -> str:
    """The reason of a delivery's state; of one that waits also until about when. `problem` is what keeps its sender from sending."""
    if delivery.state is not DeliveryState.QUEUED:
        return delivery.reason
    if problem:
        return f"{delivery.reason}; kênh đang lỗi ({problem}), tự thử lại trong vòng {LONGEST.total_seconds():.0f} giây"
    if delivery.due_at > now:
        return f"{delivery.reason}; gửi lại lúc {time_label(delivery.due_at)}"
    return f"{delivery.reason}; gửi khi đến lượt"
