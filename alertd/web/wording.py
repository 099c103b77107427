"""Vietnamese words for what the code names by a key: hazards, what was just done, what the audit trail records."""

from __future__ import annotations

from collections.abc import Mapping

from alertd.model.documents import Relation
from alertd.model.notices import MessageKind
from alertd.model.replies import Meaning
from alertd.workflow import labels

RELATION: Mapping[Relation, str] = {
    Relation.CARRIES_OUT: "thực hiện",
    Relation.FOLLOWS: "tiếp theo",
    Relation.CORRECTS: "sửa đổi, đính chính",
    Relation.REPLACES: "thay thế",
    Relation.ENDS: "chấm dứt hiệu lực",
}
SUPERSEDED = {
    Relation.CORRECTS: "được sửa đổi, đính chính bởi",
    Relation.REPLACES: "được thay thế bởi",
    Relation.ENDS: "hết hiệu lực theo",
}

DONE: Mapping[str, str] = {
    "submitted": "Đã tiếp nhận văn bản. Hãy soát lại nội dung bên dưới trước khi phát.",
    "urgent": "Đã xếp là chỉ đạo khẩn. Hãy soát lại nhiệm vụ đề xuất bên dưới trước khi phát.",
    "known": "Văn bản này đã được tiếp nhận trước đó; đây là bản đã có.",
    "changed": "Đã lưu thay đổi.",
    "approved": "Đã phát. Tin đang được gửi tới các đơn vị.",
    "rejected": "Đã ghi nhận: không phát văn bản này.",
    "corrected": "Đã phát đính chính.",
    "withdrawn": "Đã thu hồi. Các đơn vị đang được báo.",
    "closed": "Đã kết thúc theo dõi.",
    "answered": "Đã ghi nhận trả lời qua điện thoại.",
    "intervened": "Đã ghi nhận. Các bước tiếp theo của đơn vị hiện như bên dưới.",
    "on_duty": "Đã nhận trực. Từ nay hệ thống báo cho cán bộ này trước.",
    "taken": "Đã nhận xử lý. Hệ thống không báo lại việc này nữa.",
    "away": "Đã ghi vắng mặt. Trong những ngày đó công điện mới báo đầu mối khác trước.",
    "back": "Đã ghi là đầu mối có mặt.",
    "trial_begun": "Đã gửi tin thử liên lạc. Kết quả hiện ở trang này khi có trả lời.",
    "check_begun": "Đã bắt đầu kiểm tra liên lạc. Tin đang được gửi tới mọi đầu mối.",
    "resolved": "Đã ghi nhận ý nghĩa của trả lời.",
}

MESSAGE: Mapping[MessageKind, str] = {
    MessageKind.NEW_DIRECTIVES: "tin giao nhiệm vụ",
    MessageKind.COPY: "tin để biết",
    MessageKind.SUMMONS: "mời nhận văn bản nội bộ",
    MessageKind.REMINDER: "nhắc",
    MessageKind.ESCALATION: "báo đầu mối kế tiếp",
    MessageKind.CORRECTION: "đính chính",
    MessageKind.WITHDRAWAL: "thu hồi",
    MessageKind.RECEIPT: "xác nhận đã ghi nhận",
    MessageKind.QUESTION_BACK: "hỏi lại",
    MessageKind.DEADLINE: "hỏi kết quả theo thời hạn",
    MessageKind.REPORT_REQUEST: "đề nghị báo cáo",
    MessageKind.DUTY_ALERT: "báo trực ban",
    MessageKind.CONTACT_CHECK: "kiểm tra liên lạc",
    MessageKind.CONTACT_CHECKED: "cảm ơn đã trả lời kiểm tra liên lạc",
    MessageKind.APPROVAL_OVERDUE: "nhắc duyệt phát",
    MessageKind.NEW_DOCUMENT: "báo văn bản mới cho cán bộ",
    MessageKind.RELEASE_CONFIRMATION: "hỏi xác nhận phát",
    MessageKind.OFFICER_NOTE: "trả lời cán bộ trực",
    MessageKind.ENROLLED: "báo đã ghép kênh",
}

CHANNEL: Mapping[str, str] = {"telegram": "Telegram", "sms": "SMS", "voice": "Điện thoại", "phone": "Điện thoại"}

MEDIA = labels.MEDIA

MATCHED_BY: Mapping[str, str] = {
    "button": "bấm nút",
    "answered_message": "trả lời trực tiếp vào tin",
    "code": "theo mã ngắn",
    "only_open_notice": "tin duy nhất đang chờ trả lời",
    "all_open_notices": "nói về mọi tin đang chờ trả lời",
    "choice": "người gửi chọn số",
    "contact_check": "trả lời kiểm tra liên lạc",
    "officer": "cán bộ trực ghi nhận",
    "none": "chưa gắn được với tin nào",
}

ANSWERS: tuple[Meaning, ...] = (
    Meaning.ACKNOWLEDGED,
    Meaning.IN_PROGRESS,
    Meaning.DONE,
    Meaning.CANNOT_COMPLY,
    Meaning.NEGATIVE,
    Meaning.INCIDENT,
)
"""What an officer may record for a telephone call, the most frequent first."""

DECISIONS: tuple[Meaning, ...] = (*ANSWERS, Meaning.QUESTION, Meaning.UNRELATED)
"""What an officer may decide that a reply meant."""


def channel(kind: str) -> str:
    """What officers call a channel; a new one shows under its own name."""
    return CHANNEL.get(kind, kind)
