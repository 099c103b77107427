"""Puts the audit trail into officers' words: what was done, to what, and the details."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from alertd.model.accounts import AccountRole, Scope
from alertd.web.states import DELIVERY, ROLE
from alertd.workflow.labels import MEANING

ACTION: Mapping[str, str] = {
    "account.added": "thêm tài khoản",
    "account.signed_in": "đăng nhập",
    "account.password_set": "đặt mật khẩu mới",
    "account.disabled": "khóa tài khoản",
    "account.enabled": "mở lại tài khoản",
    "token.created": "cấp mã truy cập cho chương trình",
    "token.revoked": "thu hồi mã truy cập",
    "clock.put_right": "chỉnh lại các mốc do đồng hồ sai",
    "file.received": "tiếp nhận tệp",
    "file.handed_in": "cán bộ gửi tệp từ điện thoại",
    "file.refused": "từ chối tệp",
    "file.unread": "không đọc hết được tệp",
    "document.read": "đọc văn bản",
    "document.in_review": "bắt đầu duyệt",
    "document.changed": "sửa nhiệm vụ đề xuất",
    "document.urgent": "xếp là chỉ đạo khẩn",
    "document.approved": "duyệt phát",
    "document.rejected": "quyết định không phát",
    "document.withdrawn": "thu hồi văn bản",
    "document.closed": "kết thúc văn bản",
    "document.expired": "hết thời hạn theo dõi",
    "approval.chased": "nhắc duyệt phát",
    "dispatch.opened": "phát",
    "dispatch.corrected": "đợt phát được thay bằng đính chính",
    "dispatch.withdrawn": "thu hồi đợt phát",
    "dispatch.closed": "kết thúc theo dõi",
    "dispatch.expired": "đợt phát hết thời hạn theo dõi",
    "deliveries.recorded": "ghi kết quả gửi",
    "deliveries.unconfirmed": "không có biên nhận trong thời gian chờ",
    "notice.rerouted": "chuyển sang đầu mối khác",
    "ladder.remind": "nhắc lại",
    "ladder.other_channel": "nhắc trên kênh khác",
    "ladder.next_contact": "báo đầu mối kế tiếp",
    "ladder.tell_officer": "báo cán bộ trực gọi điện",
    "appointment.deadline": "theo dõi thời hạn",
    "appointment.report": "theo dõi báo cáo định kỳ",
    "appointment.met": "đã đạt thời hạn",
    "followup.paused": "tạm dừng theo dõi tự động",
    "followup.resumed": "tiếp tục theo dõi tự động",
    "followup.hurried": "làm ngay bước kế tiếp",
    "followup.skipped": "bỏ qua bước kế tiếp",
    "dispatch.prolonged": "kéo dài theo dõi vì còn thời hạn hoặc báo cáo",
    "report.received": "nhận báo cáo định kỳ",
    "duty.begun": "nhận trực",
    "alert.taken": "nhận xử lý",
    "alert.told_again": "báo lại vì chưa ai nhận",
    "officer.released": "duyệt phát từ điện thoại",
    "officer.refused": "từ chối nút bấm của cán bộ từ chat khác",
    "account.invited": "mời gắn điện thoại cán bộ",
    "account.bound": "gắn điện thoại cán bộ",
    "reply.received": "nhận trả lời",
    "reply.recorded": "ghi trả lời qua điện thoại",
    "reply.resolved": "xác định ý nghĩa trả lời",
    "reply.taken_back": "người trả lời rút lại",
    "reply.revised": "người trả lời sửa tin",
    "reply.unplaced": "trả lời chưa rõ cho tin nào",
    "reply.unknown_sender": "tin từ số chưa biết",
    "contact.invited": "mời đầu mối ghép kênh",
    "contact.joined": "đầu mối đã ghép kênh",
    "contact.moved": "đầu mối đổi địa chỉ",
    "contact.left": "đầu mối rời kênh",
    "contact.asked_to_stop": "đầu mối xin ngừng nhận tin",
    "contact.attested": "xác nhận địa chỉ của đầu mối",
    "contact.away": "ghi đầu mối vắng mặt",
    "contact.back": "ghi đầu mối đã trở lại",
    "media.stored": "lưu tệp kèm trả lời",
    "event.failed": "không xử lý được tin đến",
    "sender.fails": "kênh gửi không gửi được",
    "sender.left": "chuyển tin của kênh gửi đã bỏ",
    "check.asked": "hỏi kiểm tra liên lạc",
    "check.answered": "trả lời kiểm tra liên lạc",
    "check.put_off": "hoãn kiểm tra liên lạc",
    "check.ended": "kết thúc kiểm tra liên lạc",
}

SUBJECT: Mapping[str, str] = {
    "file": "Tệp",
    "handed": "Tệp gửi từ điện thoại",
    "document": "Văn bản",
    "dispatch": "Đợt phát",
    "notice": "Tin",
    "reply": "Trả lời",
    "account": "Tài khoản",
    "token": "Mã truy cập",
    "contact": "Đầu mối",
    "appointment": "Mốc",
    "shift": "Ca trực",
    "address": "Địa chỉ",
    "outbox": "Hàng chờ gửi",
    "check": "Kiểm tra liên lạc",
    "contacts": "Danh bạ",
    "event": "Tin đến",
    "sender": "Kênh gửi",
    "clock": "Đồng hồ",
}

DETAIL: Mapping[str, str] = {
    **{str(state): face.word for state, face in DELIVERY.items()},
    "actions": "nội dung giao",
    "addresses": "số địa chỉ",
    "alert": "việc số",
    "answered": "đã trả lời",
    "at": "mốc",
    "attachment": "tệp số",
    "first": "từ ngày",
    "last": "đến hết ngày",
    "bodies": "đơn vị",
    "body": "đơn vị",
    "by": "lệch",
    "changes": "thay đổi",
    "channel": "kênh",
    "chat": "chat",
    "choices": "số văn bản có thể",
    "closes": "dừng nhắc",
    "corrects": "đính chính đợt phát",
    "count": "lần",
    "deadline_text": "thời hạn",
    "document": "văn bản",
    "does": "việc",
    "documents": "số văn bản",
    "drill": "diễn tập",
    "emergency": "khẩn",
    "is_dropped": "bỏ ra",
    "meaning": "nghĩa là",
    "name": "tên",
    "note": "ghi chú",
    "number": "số",
    "places": "tên chưa xác định",
    "proposal": "nhiệm vụ",
    "reason": "lý do",
    "refused": "từ chối vì",
    "reply": "trả lời số",
    "report": "chế độ báo cáo",
    "rows": "số mốc",
    "sha256": "SHA-256",
    "role": "vai trò",
    "scopes": "quyền",
    "sender": "kênh",
    "size": "số byte",
    "source": "nguồn",
    "step": "bước",
    "to": "đến",
    "together": "cùng lúc",
    "type": "loại tệp",
    "until": "đến",
    "data": "dữ liệu nút",
    "was": "trước đó",
    "who": "người bấm",
    "why": "vì",
    "words": "nguyên văn",
}

VALUE: Mapping[str, str] = {
    **{str(meaning): word for meaning, word in MEANING.items()},
    **{str(role): face.word.lower() for role, face in ROLE.items()},
    "remind": "hỏi đơn vị",
    "other_channel": "hỏi trên kênh khác",
    "next_contact": "báo đầu mối kế tiếp",
    "tell_officer": "báo cán bộ trực",
    AccountRole.VIEWER: "người xem",
    AccountRole.OFFICER: "cán bộ trực",
    AccountRole.ADMINISTRATOR: "quản trị",
    Scope.READ: "xem",
    Scope.SUBMIT: "nộp văn bản",
    Scope.RELEASE: "duyệt phát",
    Scope.ANSWER: "ghi trả lời",
    Scope.ADMIN: "quản trị",
}
AS_WRITTEN = frozenset({"actions", "data", "deadline_text", "name", "note", "places", "reason", "report", "who", "words"})
"""Details in somebody's own words: "done" is not "đã xong" there."""


def action(name: str) -> str:
    """What was done; an action without a word shows its own name."""
    return ACTION.get(name, name)


def subject(name: str) -> str:
    """To what it was done, e.g. "Văn bản 12" for `document/12`."""
    kind, _, which = name.partition("/")
    return f"{SUBJECT.get(kind, kind)} {which}".strip()


def details(detail: Mapping[str, Any], who: Callable[[str], str]) -> Iterator[str]:
    """Each detail that says something, as "what: value"; `who` calls a contact by its function."""
    for key, value in detail.items():
        if value not in (None, "", []):
            yield f"{DETAIL.get(key, key)}: {_told(key, value, who)}"


def _told(key: str, value: Any, who: Callable[[str], str]) -> str:
    if isinstance(value, bool):
        return "có" if value else "không"
    if isinstance(value, Mapping):
        return ", ".join(details(value, who))
    if isinstance(value, list):
        return "; ".join(_told(key, each, who) for each in value)
    return str(value) if key in AS_WRITTEN else VALUE.get(str(value)) or who(str(value))
