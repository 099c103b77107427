"""Twilio's error codes that a duty desk meets, and what each means for a message or a call (https://www.twilio.com/docs/api/errors)."""

from __future__ import annotations

from typing import NamedTuple

from alertd.errors import FailureKind

LONGEST_CODE = 9
"""Digits; the longest that there are have five."""


class Meaning(NamedTuple):
    """What a code means for a message."""

    kind: FailureKind
    sentence: str
    """Vietnamese, for the officer."""


_NO_NUMBER = Meaning(FailureKind.BAD_ADDRESS, "số điện thoại không đúng")
_LANDLINE = Meaning(FailureKind.BAD_ADDRESS, "đây là số cố định, không nhận được tin nhắn")
_NO_ACCOUNT = Meaning(FailureKind.CREDENTIALS, "Twilio không chấp nhận tài khoản")
_NOT_ALLOWED = Meaning(FailureKind.CREDENTIALS, "tài khoản không được phép làm việc này")
_TRIAL_SENDER = Meaning(FailureKind.CREDENTIALS, "tài khoản dùng thử chỉ gửi được từ số thử đã cấp")
_NO_SENDER = Meaning(FailureKind.CREDENTIALS, "số hoặc tên gửi chưa dùng được")
_UNREGISTERED = Meaning(FailureKind.CREDENTIALS, "số hoặc tên gửi chưa đăng ký với nhà mạng nơi nhận")
_NO_SERVICE = Meaning(FailureKind.CREDENTIALS, "Messaging Service không đúng")
_EMPTY_SERVICE = Meaning(FailureKind.CREDENTIALS, "Messaging Service chưa có số gửi dùng được")
_QUEUE_FULL = Meaning(FailureKind.RATE, "hàng đợi gửi tin đã đầy")
_TOO_FAST = Meaning(FailureKind.RATE, "gửi quá nhanh, Twilio yêu cầu chờ")
# An allowance that is used up does not come back within the time of an order: somebody has to ask for more.
_USED_UP = Meaning(FailureKind.CREDENTIALS, "đã hết số tin được gửi trong ngày")
_NO_CALLER = Meaning(FailureKind.CREDENTIALS, "số gọi đi không thuộc tài khoản này hoặc chưa xác minh")
_NO_CALLS = Meaning(FailureKind.CREDENTIALS, "tài khoản chưa được phép gọi tới nước này (Geo Permissions)")
_NOT_CALLED = Meaning(FailureKind.BAD_ADDRESS, "Twilio không gọi được tới số này")
_AWAY = Meaning(FailureKind.PROVIDER_DOWN, "Twilio hoặc nhà mạng đang có sự cố")
# Twilio's own suspicion ends after minutes or hours, and nobody at the other end has refused anything.
_SUSPECTED = Meaning(FailureKind.PROVIDER_DOWN, "Twilio nghi gian lận nên tạm chặn tin tới số này")
_EMPTY = Meaning(FailureKind.BAD_MESSAGE, "tin không có nội dung")
_TOO_LONG = Meaning(FailureKind.BAD_MESSAGE, "tin dài quá 1600 ký tự")
_TOO_LONG_TO_SAY = Meaning(FailureKind.BAD_MESSAGE, "lời cần đọc quá dài cho một cuộc gọi")
_NO_CALL = Meaning(FailureKind.BAD_MESSAGE, "Twilio không nhận yêu cầu gọi")
_VALIDITY = Meaning(FailureKind.BAD_MESSAGE, "thời hạn của tin không hợp lệ")

# Answers of HTTP 5xx are judged by their status, whatever their code.
MEANINGS: dict[int, Meaning] = {
    # Account and credentials
    10001: _NO_ACCOUNT,
    10005: Meaning(FailureKind.CREDENTIALS, "tài khoản bị khóa chiều gọi thoại"),
    20003: _NO_ACCOUNT,
    20005: _NO_ACCOUNT,
    20006: _NOT_ALLOWED,
    20008: Meaning(FailureKind.CREDENTIALS, "đang dùng mã thử nghiệm của Twilio"),
    20010: _NOT_ALLOWED,
    20403: _NO_ACCOUNT,
    20404: Meaning(FailureKind.CREDENTIALS, "Twilio không tìm thấy tài khoản hoặc tin nhắn"),
    21267: Meaning(FailureKind.CREDENTIALS, "tài khoản dùng thử không gửi được bằng tên"),
    21607: _TRIAL_SENDER,
    21608: Meaning(FailureKind.CREDENTIALS, "tài khoản dùng thử hoặc chưa duyệt hồ sơ chỉ gửi được tới số đã xác minh"),
    21609: Meaning(FailureKind.CREDENTIALS, "địa chỉ nhận biên nhận (web.public_url) không đúng"),
    30002: Meaning(FailureKind.CREDENTIALS, "tài khoản đang bị tạm khóa"),
    30037: Meaning(FailureKind.CREDENTIALS, "tài khoản bị khóa chiều gửi tin"),
    30404: Meaning(FailureKind.CREDENTIALS, "Twilio không tìm thấy tài khoản hoặc Messaging Service"),
    30454: Meaning(FailureKind.CREDENTIALS, "tài khoản dùng thử đã hết số tin được gửi"),
    63038: _USED_UP,
    70051: _NOT_ALLOWED,
    572002: _TRIAL_SENDER,
    # Rates
    10004: Meaning(FailureKind.RATE, "đang có quá nhiều cuộc gọi cùng lúc"),
    14107: Meaning(FailureKind.RATE, "quá nhiều tin tới một số trong thời gian ngắn"),
    20429: _TOO_FAST,
    21611: _QUEUE_FULL,
    30001: _QUEUE_FULL,
    30017: Meaning(FailureKind.RATE, "mạng của nhà mạng đang nghẽn"),
    63017: _TOO_FAST,
    63018: _TOO_FAST,
    # The number
    13223: _NO_NUMBER,
    13224: _NOT_CALLED,
    13225: _NOT_CALLED,
    13226: _NO_NUMBER,
    21201: Meaning(FailureKind.BAD_ADDRESS, "thiếu số điện thoại cần gọi"),
    21202: Meaning(FailureKind.BAD_ADDRESS, "đây là số dịch vụ thu cước cao, Twilio không gọi tới"),
    21214: _NOT_CALLED,
    21216: Meaning(FailureKind.BAD_ADDRESS, "Twilio chặn cuộc gọi tới số này"),
    21217: _NO_NUMBER,
    21211: _NO_NUMBER,
    21265: Meaning(FailureKind.BAD_ADDRESS, "đây là đầu số ngắn, không nhận được tin nhắn"),
    21266: Meaning(FailureKind.BAD_ADDRESS, "số nhận trùng với số gửi"),
    21268: Meaning(FailureKind.BAD_ADDRESS, "đây là số dịch vụ, Twilio không gửi tin tới"),
    21604: Meaning(FailureKind.BAD_ADDRESS, "thiếu số điện thoại nhận"),
    21612: Meaning(FailureKind.BAD_ADDRESS, "không gửi được từ số hoặc tên gửi này tới số nhận"),
    21614: Meaning(FailureKind.BAD_ADDRESS, "đây không phải số di động nhận được tin nhắn"),
    21635: _LANDLINE,
    30003: Meaning(FailureKind.PROVIDER_DOWN, "máy nhận đang tắt hoặc ngoài vùng phủ sóng"),
    30005: Meaning(FailureKind.BAD_ADDRESS, "nhà mạng không tìm thấy số này, có thể số không còn dùng"),
    30006: Meaning(FailureKind.BAD_ADDRESS, "số này không nhận được tin nhắn, có thể là số cố định"),
    # The person, the carrier and Twilio itself
    21610: Meaning(FailureKind.BLOCKED, "người nhận đã nhắn STOP, phải nhắn START mới nhận lại được"),
    21730: _AWAY,
    30004: Meaning(FailureKind.BLOCKED, "số nhận đang bị chặn nhận tin"),
    30008: Meaning(FailureKind.PROVIDER_DOWN, "nhà mạng báo lỗi không rõ nguyên nhân"),
    30021: _AWAY,
    30036: Meaning(FailureKind.PROVIDER_DOWN, "tin quá hạn trong hàng đợi nên không được gửi"),
    30410: _AWAY,
    30450: _SUSPECTED,
    30453: _SUSPECTED,
    30485: _SUSPECTED,
    30500: _AWAY,
    # The sender
    13214: _NO_CALLER,
    13227: _NO_CALLS,
    21203: _NO_CALLS,
    21205: Meaning(FailureKind.CREDENTIALS, "địa chỉ mà Twilio gọi lại (web.public_url) không đúng"),
    21210: _NO_CALLER,
    21213: _NO_CALLER,
    21215: _NO_CALLS,
    21219: Meaning(FailureKind.CREDENTIALS, "tài khoản dùng thử chỉ gọi được tới số đã xác minh"),
    21626: Meaning(FailureKind.CREDENTIALS, "địa chỉ nhận trạng thái cuộc gọi không đúng"),
    21212: _NO_SENDER,
    21408: Meaning(FailureKind.CREDENTIALS, "tài khoản chưa được phép gửi tới nước này"),
    21601: _NO_SENDER,
    21603: _NO_SENDER,
    21606: _NO_SENDER,
    21657: Meaning(FailureKind.CREDENTIALS, "tên gửi không dùng được ở nơi nhận"),
    21659: _NO_SENDER,
    21660: Meaning(FailureKind.CREDENTIALS, "số gửi không thuộc tài khoản này"),
    21661: Meaning(FailureKind.CREDENTIALS, "số gửi không nhắn tin được"),
    21701: _NO_SERVICE,
    21702: Meaning(FailureKind.CREDENTIALS, "Messaging Service hiện không gửi tin mới"),
    21703: _EMPTY_SERVICE,
    21704: _EMPTY_SERVICE,
    21705: _NO_SERVICE,
    21910: Meaning(FailureKind.CREDENTIALS, "số gửi không thuộc kênh SMS"),
    30018: _UNREGISTERED,
    30024: _UNREGISTERED,
    30040: _UNREGISTERED,
    30041: _UNREGISTERED,
    30042: Meaning(FailureKind.CREDENTIALS, "tên gửi quá chung chung hoặc chưa được phép dùng"),
    30043: Meaning(FailureKind.CREDENTIALS, "nhà mạng chặn tin quốc tế đi theo đường trong nước"),
    # The sender, for numbers of the United States and Canada
    30022: _TOO_FAST,
    30023: _USED_UP,
    30032: Meaning(FailureKind.CREDENTIALS, "số gửi chưa được xác minh"),
    30033: Meaning(FailureKind.CREDENTIALS, "đăng ký gửi tin bị đình chỉ"),
    30034: _UNREGISTERED,
    30035: Meaning(FailureKind.CREDENTIALS, "số gửi chưa đăng ký xong với nhà mạng nơi nhận"),
    # The text, and the form of a call
    13520: Meaning(FailureKind.BAD_MESSAGE, "lời cần đọc trống hoặc không đọc được"),
    13521: _TOO_LONG_TO_SAY,
    21208: _NO_CALL,
    21218: _NO_CALL,
    21220: _NO_CALL,
    32018: _TOO_LONG_TO_SAY,
    21602: _EMPTY,
    21617: _TOO_LONG,
    21618: Meaning(FailureKind.BAD_MESSAGE, "nội dung tin không gửi được"),
    21619: _EMPTY,
    21624: _VALIDITY,
    21658: _TOO_LONG,
    30007: Meaning(FailureKind.BAD_MESSAGE, "tin bị Twilio hoặc nhà mạng lọc như tin rác"),
    30019: Meaning(FailureKind.BAD_MESSAGE, "tin dài quá mức nhà mạng nhận"),
    30044: Meaning(FailureKind.BAD_MESSAGE, "tin quá dài đối với tài khoản dùng thử"),
    90007: _VALIDITY,
}


def code_in(written: str | int | None) -> int | None:
    """The code in a field of Twilio's; None where there is none, or nothing that could be one."""
    digits = str(written or "")
    return int(digits) if digits.isdecimal() and len(digits) <= LONGEST_CODE else None


def kind_of(code: int) -> FailureKind | None:
    """What kind of failure the code is; None where it is not in the table."""
    return MEANINGS[code].kind if code in MEANINGS else None


def sentence_of(code: int) -> str:
    """The code in words, with its number for whoever looks further."""
    meaning = MEANINGS.get(code)
    return f"{meaning.sentence} (Twilio {code})" if meaning else f"Twilio báo lỗi {code}"
