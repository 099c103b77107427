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
_UNREGISTERED = Meaning(FailureKind.CREDENTIALS, "số hoặc tên gửi chưa đăng ký với nhà mạng nơi nhận")
_NO_SERVICE = Meaning(FailureKind.CREDENTIALS, "Messaging Service không đúng hoặc chưa có số gửi")
_AWAY = Meaning(FailureKind.PROVIDER_DOWN, "Twilio hoặc nhà mạng đang có sự cố")

MEANINGS: dict[int, Meaning] = {
    # Account and credentials
    10001: _NO_ACCOUNT,
    20003: _NO_ACCOUNT,
    20005: _NO_ACCOUNT,
    20006: Meaning(FailureKind.CREDENTIALS, "tài khoản không được phép làm việc này"),
    20008: Meaning(FailureKind.CREDENTIALS, "đang dùng mã thử nghiệm của Twilio"),
    20404: Meaning(FailureKind.CREDENTIALS, "Twilio không tìm thấy tài khoản hoặc tin nhắn"),
    20429: _TOO_FAST,
    20500: _AWAY,
    20503: _AWAY,
    20504: _AWAY,
    21609: Meaning(FailureKind.CREDENTIALS, "địa chỉ nhận biên nhận (web.public_url) không đúng"),
    21608: Meaning(FailureKind.CREDENTIALS, "tài khoản dùng thử chỉ gửi được tới số đã xác minh"),
    21267: Meaning(FailureKind.CREDENTIALS, "tài khoản dùng thử không gửi được bằng tên"),
    30002: Meaning(FailureKind.CREDENTIALS, "tài khoản đang bị tạm khóa"),
    # Rates
    14107: Meaning(FailureKind.RATE, "quá nhiều tin tới một số trong thời gian ngắn"),
    21611: _QUEUE_FULL,
    30001: _QUEUE_FULL,
    30017: Meaning(FailureKind.RATE, "mạng của nhà mạng đang nghẽn"),
    30022: _TOO_FAST,
    30023: Meaning(FailureKind.RATE, "đã hết số tin được gửi trong ngày"),
    63018: _TOO_FAST,
    63038: Meaning(FailureKind.RATE, "đã hết số tin được gửi trong ngày"),
    # The number
    21211: _NO_NUMBER,
    21214: Meaning(FailureKind.BAD_ADDRESS, "không gửi tới được số này"),
    21217: _NO_NUMBER,
    21266: Meaning(FailureKind.BAD_ADDRESS, "số nhận trùng với số gửi"),
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
    30020: _AWAY,
    30021: _AWAY,
    30410: _AWAY,
    30450: Meaning(FailureKind.BLOCKED, "Twilio chặn tin tới số này"),
    30453: Meaning(FailureKind.BLOCKED, "Twilio chặn tin tới số này"),
    30500: _AWAY,
    21730: _AWAY,
    # The sender
    21408: _NO_REGION,
    21212: _NO_SENDER,
    21601: _NO_SENDER,
    21603: _NO_SENDER,
    21606: _NO_SENDER,
    21659: _NO_SENDER,
    21660: _NO_SENDER,
    21661: _NO_SENDER,
    21701: _NO_SERVICE,
    21702: _NO_SERVICE,
    21703: _NO_SERVICE,
    21704: _NO_SERVICE,
    21705: _NO_SERVICE,
    30018: _UNREGISTERED,
    30024: _UNREGISTERED,
    30032: _UNREGISTERED,
    30033: _UNREGISTERED,
    30034: _UNREGISTERED,
    30035: _UNREGISTERED,
    30037: Meaning(FailureKind.CREDENTIALS, "số gửi bị khóa chiều gửi"),
    # The text
    21602: Meaning(FailureKind.BAD_MESSAGE, "tin không có nội dung"),
    21618: Meaning(FailureKind.BAD_MESSAGE, "nội dung tin không gửi được"),
    21619: Meaning(FailureKind.BAD_MESSAGE, "tin không có nội dung"),
    21617: Meaning(FailureKind.BAD_MESSAGE, "tin dài quá 1600 ký tự"),
    30010: Meaning(FailureKind.BAD_MESSAGE, "giá tin cao hơn mức cho phép"),
    30012: Meaning(FailureKind.BAD_MESSAGE, "thời hạn của tin quá ngắn"),
    30013: Meaning(FailureKind.BAD_MESSAGE, "thời hạn của tin quá dài"),
    30019: Meaning(FailureKind.BAD_MESSAGE, "tin dài quá mức nhà mạng nhận"),
}


def kind_of(code: int) -> FailureKind | None:
    """What kind of failure the code is; None where it is not in the table."""
    return MEANINGS[code].kind if code in MEANINGS else None


def sentence_of(code: int) -> str:
    """The code in words, with its number for whoever looks further."""
    meaning = MEANINGS.get(code)
    return f"{meaning.sentence} (Twilio {code})" if meaning else f"Twilio báo lỗi {code}"
