"""Twilio's error codes that a duty desk meets, and what each means for a message (https://www.twilio.com/docs/api/errors)."""

from __future__ import annotations

from typing import NamedTuple

from alertd.errors import FailureKind


class Meaning(NamedTuple):
    """What a code means for a message."""

    kind: FailureKind
    sentence: str
    """Vietnamese, for the officer."""


_NO_NUMBER = Meaning(FailureKind.BAD_ADDRESS, "số điện thoại không đúng")
_NO_SMS = Meaning(FailureKind.BAD_ADDRESS, "số này không nhận được tin nhắn")
_LANDLINE = Meaning(FailureKind.BAD_ADDRESS, "đây là số cố định, không nhận được tin nhắn")
_NO_REGION = Meaning(FailureKind.CREDENTIALS, "tài khoản chưa được phép gửi tới nước này")
_NO_ACCOUNT = Meaning(FailureKind.CREDENTIALS, "Twilio không chấp nhận tài khoản")
_NO_SENDER = Meaning(FailureKind.CREDENTIALS, "số hoặc tên gửi chưa dùng được")
_QUEUE_FULL = Meaning(FailureKind.RATE, "hàng đợi gửi tin đã đầy")
_TOO_FAST = Meaning(FailureKind.RATE, "gửi quá nhanh, Twilio yêu cầu chờ")

MEANINGS: dict[int, Meaning] = {
    # Account and credentials
    10001: _NO_ACCOUNT,
    20003: _NO_ACCOUNT,
    20005: _NO_ACCOUNT,
    20404: Meaning(FailureKind.CREDENTIALS, "Twilio không tìm thấy tài khoản hoặc tin nhắn"),
    20429: _TOO_FAST,
    21608: Meaning(FailureKind.CREDENTIALS, "tài khoản dùng thử chỉ gửi được tới số đã xác minh"),
    30002: Meaning(FailureKind.CREDENTIALS, "tài khoản đang bị tạm khóa"),
    # Rates
    14107: Meaning(FailureKind.RATE, "quá nhiều tin tới một số trong thời gian ngắn"),
    21611: _QUEUE_FULL,
    30001: _QUEUE_FULL,
    30022: _TOO_FAST,
    63017: _TOO_FAST,
    63038: Meaning(FailureKind.RATE, "đã hết số tin được gửi trong ngày"),
    # The number
    21211: _NO_NUMBER,
    21604: Meaning(FailureKind.BAD_ADDRESS, "thiếu số điện thoại nhận"),
    21265: _NO_SMS,
    21612: Meaning(FailureKind.BAD_ADDRESS, "không có đường gửi từ số này tới số nhận"),
    21614: _NO_SMS,
    21635: _LANDLINE,
    30003: Meaning(FailureKind.PROVIDER_DOWN, "máy nhận đang tắt hoặc ngoài vùng phủ sóng"),
    30005: Meaning(FailureKind.BAD_ADDRESS, "số không tồn tại hoặc đã ngừng hoạt động"),
    30006: _LANDLINE,
    # The person or the carrier
    21610: Meaning(FailureKind.BLOCKED, "người nhận đã từ chối nhận tin"),
    30004: Meaning(FailureKind.BLOCKED, "tin bị người nhận hoặc nhà mạng chặn"),
    30007: Meaning(FailureKind.BAD_MESSAGE, "tin bị nhà mạng lọc như tin rác"),
    30008: Meaning(FailureKind.PROVIDER_DOWN, "nhà mạng báo lỗi không rõ nguyên nhân"),
    30036: Meaning(FailureKind.PROVIDER_DOWN, "tin quá hạn trong hàng đợi nên không được gửi"),
    # The sender
    21408: _NO_REGION,
    21603: _NO_SENDER,
    21606: _NO_SENDER,
    21659: _NO_SENDER,
    21660: _NO_SENDER,
    # The text
    21602: Meaning(FailureKind.BAD_MESSAGE, "tin không có nội dung"),
    21617: Meaning(FailureKind.BAD_MESSAGE, "tin dài quá 1600 ký tự"),
    30019: Meaning(FailureKind.BAD_MESSAGE, "tin dài quá mức nhà mạng nhận"),
}


def kind_of(code: int) -> FailureKind | None:
    """What kind of failure the code is; None where it is not in the table."""
    return MEANINGS[code].kind if code in MEANINGS else None


def sentence_of(code: int) -> str:
    """The code in words, with its number for whoever looks further."""
    meaning = MEANINGS.get(code)
    return f"{meaning.sentence} (Twilio {code})" if meaning else f"Twilio báo lỗi {code}"
