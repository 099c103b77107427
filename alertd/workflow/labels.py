"""What officers and chiefs call kinds, urgencies, meanings and times."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from alertd.clock import VIETNAM
from alertd.model.assignments import AssignmentState
from alertd.model.documents import DocumentKind, DocumentState, Hazard, Reading, Urgency
from alertd.model.media import Media, MediaKind
from alertd.model.replies import Meaning

KIND = {
    DocumentKind.CONG_DIEN: "Công điện",
    DocumentKind.CONG_VAN: "Công văn",
    DocumentKind.QUYET_DINH: "Quyết định",
    DocumentKind.KE_HOACH: "Kế hoạch",
    DocumentKind.THONG_BAO: "Thông báo",
    DocumentKind.CHI_THI: "Chỉ thị",
    DocumentKind.NGHI_QUYET: "Nghị quyết",
    DocumentKind.THONG_TU: "Thông tư",
    DocumentKind.BAO_CAO: "Báo cáo",
    DocumentKind.TO_TRINH: "Tờ trình",
    DocumentKind.BAN_TIN: "Bản tin",
    DocumentKind.KHAC: "Văn bản",
}
HAZARD = {
    Hazard.STORM: "bão, áp thấp nhiệt đới",
    Hazard.FLOOD: "mưa lớn, lũ, ngập lụt",
    Hazard.FLASH_FLOOD: "lũ quét",
    Hazard.LANDSLIDE: "sạt lở đất",
    Hazard.DAM: "hồ đập, đê điều",
    Hazard.DROUGHT: "hạn hán",
    Hazard.SALTWATER: "xâm nhập mặn",
    Hazard.COLD: "rét đậm, rét hại",
    Hazard.HEAT: "nắng nóng",
    Hazard.FOREST_FIRE: "cháy rừng",
    Hazard.FIRE: "cháy, nổ",
    Hazard.ACCIDENT: "tai nạn",
    Hazard.SEARCH_RESCUE: "tìm kiếm cứu nạn",
    Hazard.EPIDEMIC: "dịch bệnh",
    Hazard.EARTHQUAKE: "động đất",
    Hazard.RECOVERY: "khắc phục hậu quả",
}
URGENCY = {Urgency.HOA_TOC: "HỎA TỐC", Urgency.THUONG_KHAN: "THƯỢNG KHẨN", Urgency.KHAN: "KHẨN"}
DOCUMENT_STATE = {
    DocumentState.READ: "chờ duyệt",
    DocumentState.IN_REVIEW: "đang duyệt",
    DocumentState.APPROVED: "đã phát",
    DocumentState.REJECTED: "không phát",
    DocumentState.CLOSED: "đã kết thúc theo dõi",
    DocumentState.WITHDRAWN: "đã thu hồi",
    DocumentState.EXPIRED: "đã hết thời hạn theo dõi",
}
ASSIGNMENT_STATE = {
    AssignmentState.PENDING: "chờ gửi",
    AssignmentState.NOTIFIED: "đã gửi, chưa trả lời",
    AssignmentState.ACKNOWLEDGED: "đã nhận",
    AssignmentState.IN_PROGRESS: "đang triển khai",
    AssignmentState.DONE: "đã xong",
    AssignmentState.CANNOT_COMPLY: "không thực hiện được",
    AssignmentState.WITHDRAWN: "đã thu hồi",
}
MEANING = {
    Meaning.ACKNOWLEDGED: "đã nhận",
    Meaning.IN_PROGRESS: "đang triển khai",
    Meaning.DONE: "đã xong",
    Meaning.CANNOT_COMPLY: "không thực hiện được",
    Meaning.NEGATIVE: "chưa nhận hoặc chưa làm",
    Meaning.QUESTION: "hỏi lại",
    Meaning.INCIDENT: "báo sự cố",
    Meaning.AMBIGUOUS: "chưa rõ ý",
    Meaning.UNRELATED: "không liên quan",
}
MEDIA = {
    MediaKind.PHOTO: "ảnh",
    MediaKind.VIDEO: "video",
    MediaKind.VOICE: "tin thoại",
    MediaKind.AUDIO: "âm thanh",
    MediaKind.DOCUMENT: "tệp",
    MediaKind.LOCATION: "vị trí",
}


def media_label(media: Sequence[Media]) -> str:
    """What came beside the words, e.g. "[ảnh]", "[vị trí: 21.85, 106.76]"."""
    return " ".join(f"[{MEDIA[each.kind]}{_detail(each)}]" for each in media)


def _detail(media: Media) -> str:
    detail = media.name if media.latitude is None else f"{media.latitude}, {media.longitude} {media.name}".strip()
    return f": {detail}" if detail else ""


RULE = {
    "issuer": "cơ quan ban hành yêu cầu",
    "assigned": "câu mệnh lệnh giao việc cho đơn vị",
    "appeal": "lời kêu gọi",
    "concerning": "đoạn dành riêng cho đơn vị (“đối với …”)",
    "duty": "nói rõ đây là nhiệm vụ của đơn vị",
    "named": "đơn vị đứng đầu câu, sau đó là việc phải làm",
    "person": "người đứng đầu cơ quan ban hành được nêu tên, rồi lời yêu cầu",
    "presented": "câu giới thiệu công điện nêu luôn yêu cầu",
    "forbids": "cơ quan ban hành cấm hoặc tạm dừng",
    "reworded": "sửa lời văn của văn bản trước",
    "sends": "văn bản khác được gửi kèm yêu cầu",
    "continued": "tiếp mệnh lệnh cho đơn vị nêu trước đó",
    "completed": "điểm nối tiếp tiêu đề nêu loại đơn vị",
    "numbered": "mục đánh số trong phần chỉ đạo",
    "capitals": "tiêu đề viết hoa nêu đơn vị",
    "appended": "cuối câu giao việc cho đơn vị",
    "listed": "đơn vị có tên trong nơi nhận đứng đầu câu",
    "bracketed": "đơn vị được giao nêu trong ngoặc cuối câu",
}
"""The rules by which orders are found, as officers read them."""


def why_label(why: str) -> str:
    """Why a stretch was read as an order: the rule, and the words that it went by."""
    rule, colon, words = why.partition(": ")
    return f"{RULE.get(rule, rule)}{colon}{words}"


def document_label(reading: Reading) -> str:
    """Kind and number, e.g. "Công điện 02/CĐ-UBND"."""
    return f"{KIND[reading.kind]} {reading.number}" if reading.number else KIND[reading.kind]


def day_label(day: date | None) -> str:
    """E.g. "17/7/2023"; empty for None."""
    return f"{day.day}/{day.month}/{day.year}" if day else ""


def time_label(at: datetime) -> str:
    """E.g. "16:37 ngày 17/7/2023", in Vietnam's time."""
    local = at.astimezone(VIETNAM)
    return f"{local:%H:%M} ngày {day_label(local.date())}"


def duration_label(pause: timedelta) -> str:
    """E.g. "15 phút", "2 giờ", "1 giờ 30 phút"."""
    minutes = int(pause.total_seconds() // 60)
    hours, rest = divmod(minutes, 60)
    if hours >= 48:
        return f"{hours // 24} ngày"
    parts = [f"{hours} giờ" if hours else "", f"{rest} phút" if rest or not hours else ""]
    return " ".join(part for part in parts if part)
