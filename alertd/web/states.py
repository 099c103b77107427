"""How every state looks to an officer: by word, symbol and colour at once, so that none of the three is needed alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from alertd.model.appointments import AppointmentState as M
from alertd.model.assignments import AssignmentState as A
from alertd.model.bodies import Role
from alertd.model.checks import CheckState
from alertd.model.documents import DocumentState as D
from alertd.model.documents import Urgency
from alertd.model.notices import DeliveryState as V
from alertd.model.notices import DispatchState as P
from alertd.model.replies import Meaning


class Tone(StrEnum):
    """The colours of the style sheet, by what they ask of the officer."""

    BAD = "bad"
    """Act now."""
    WARN = "warn"
    """Look here."""
    WAIT = "wait"
    """Under way; nothing to do yet."""
    GOOD = "good"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Face:
    """One state as it is shown."""

    word: str
    symbol: str
    tone: Tone


ASSIGNMENT: Mapping[A, Face] = {
    A.PENDING: Face("Chờ gửi", "○", Tone.WAIT),
    A.NOTIFIED: Face("Đã gửi, chờ trả lời", "◔", Tone.WAIT),
    A.ACKNOWLEDGED: Face("Đã nhận", "✓", Tone.GOOD),
    A.IN_PROGRESS: Face("Đang triển khai", "▶", Tone.GOOD),
    A.DONE: Face("Đã xong", "✔", Tone.GOOD),
    A.CANNOT_COMPLY: Face("Không thực hiện được", "✖", Tone.BAD),
    A.WITHDRAWN: Face("Đã thu hồi", "⊘", Tone.PLAIN),
}
SILENT = Face("Im lặng", "…", Tone.WARN)
LATE = Face("Quá hạn", "!", Tone.BAD)
ESCALATED = Face("Im lặng, phải gọi điện", "‼", Tone.BAD)
PAUSED = Face("Tạm dừng", "‖", Tone.WARN)
AWAY = Face("Vắng mặt", "–", Tone.WARN)
COPIED = Face("Để biết", "·", Tone.PLAIN)

CHECK: Mapping[CheckState, Face] = {
    CheckState.OPEN: Face("Đang chờ trả lời", "○", Tone.WAIT),
    CheckState.PUT_OFF: Face("Hoãn", "‖", Tone.WARN),
    CheckState.ENDED: Face("Đã xong", "✓", Tone.GOOD),
}

APPOINTMENT: Mapping[M, Face] = {
    M.OPEN: Face("Chờ báo cáo", "○", Tone.WAIT),
    M.MET: Face("Đã báo cáo", "✓", Tone.GOOD),
    M.MISSED: Face("Chưa có báo cáo", "!", Tone.BAD),
    M.CALLED_OFF: Face("Không cần báo cáo", "–", Tone.PLAIN),
}

DOCUMENT: Mapping[D, Face] = {
    D.READ: Face("Chờ duyệt", "◔", Tone.WARN),
    D.IN_REVIEW: Face("Đang duyệt", "◑", Tone.WARN),
    D.APPROVED: Face("Đã phát", "✓", Tone.GOOD),
    D.REJECTED: Face("Không phát", "⊘", Tone.PLAIN),
    D.CLOSED: Face("Đã kết thúc", "■", Tone.PLAIN),
    D.WITHDRAWN: Face("Đã thu hồi", "⊘", Tone.PLAIN),
    D.EXPIRED: Face("Hết thời hạn theo dõi", "⊖", Tone.PLAIN),
}
UNRECOGNISED = Face("Không nhận ra, cần cán bộ xem", "?", Tone.WARN)
NOT_OFFERED = Face("Không thuộc diện phát", "·", Tone.PLAIN)

DISPATCH: Mapping[P, Face] = {
    P.OPEN: Face("Đang theo dõi", "●", Tone.WAIT),
    P.CLOSED: Face("Đã kết thúc", "■", Tone.PLAIN),
    P.CORRECTED: Face("Đã đính chính", "↻", Tone.PLAIN),
    P.WITHDRAWN: Face("Đã thu hồi", "⊘", Tone.PLAIN),
    P.EXPIRED: Face("Hết thời hạn theo dõi", "⊖", Tone.PLAIN),
}

DELIVERY: Mapping[V, Face] = {
    V.QUEUED: Face("chờ gửi", "○", Tone.WAIT),
    V.SENDING: Face("đang gửi", "→", Tone.WAIT),
    V.SENT: Face("đã gửi", "✓", Tone.PLAIN),
    V.DELIVERED: Face("đã tới máy", "✓✓", Tone.GOOD),
    V.READ: Face("đã xem", "✓✓", Tone.GOOD),
    V.FAILED: Face("không gửi được", "✗", Tone.BAD),
    V.UNKNOWN: Face("chưa rõ đã tới chưa", "?", Tone.WARN),
    V.CANCELLED: Face("đã hủy, không cần gửi", "–", Tone.PLAIN),
    V.EXPIRED: Face("hết hạn, không gửi nữa", "–", Tone.PLAIN),
}

MEANING: Mapping[Meaning, Face] = {
    Meaning.ACKNOWLEDGED: Face("Đã nhận", "✓", Tone.GOOD),
    Meaning.IN_PROGRESS: Face("Đang triển khai", "▶", Tone.GOOD),
    Meaning.DONE: Face("Đã xong", "✔", Tone.GOOD),
    Meaning.CANNOT_COMPLY: Face("Không thực hiện được", "✖", Tone.BAD),
    Meaning.NEGATIVE: Face("Chưa nhận hoặc chưa làm", "✖", Tone.WARN),
    Meaning.QUESTION: Face("Hỏi lại", "?", Tone.WARN),
    Meaning.INCIDENT: Face("Báo sự cố", "⚠", Tone.BAD),
    Meaning.AMBIGUOUS: Face("Chưa rõ ý", "?", Tone.WARN),
    Meaning.UNRELATED: Face("Không liên quan", "·", Tone.PLAIN),
}

URGENCY: Mapping[Urgency, Face] = {
    Urgency.HOA_TOC: Face("HỎA TỐC", "▲▲▲", Tone.BAD),
    Urgency.THUONG_KHAN: Face("THƯỢNG KHẨN", "▲▲", Tone.BAD),
    Urgency.KHAN: Face("KHẨN", "▲", Tone.WARN),
}

ROLE: Mapping[Role, Face] = {
    Role.LEAD: Face("Thực hiện", "●", Tone.PLAIN),
    Role.SUPPORT: Face("Phối hợp", "◐", Tone.PLAIN),
    Role.COPY: Face("Để biết", "·", Tone.PLAIN),
}

CHANNEL_ON = Face("Hoạt động", "●", Tone.GOOD)
CHANNEL_OFF = Face("Chưa bật", "○", Tone.WARN)
CHANNEL_DOWN = Face("Có lỗi", "✖", Tone.BAD)
