"""How simulated people answer: quickly, late, oddly, or not at all; always the same cast, so that drills can be compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from itertools import cycle

from alertd.model.bodies import Contact
from alertd.model.replies import Meaning


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that somebody does after a message has come."""

    after: timedelta
    tap: Meaning | None = None
    """Press this button (on Telegram), or send its digit with the code (by SMS)."""
    words: str = ""
    """Or write this."""
    only_reminded: bool = False
    """Only once a reminder has come."""


@dataclass(frozen=True, slots=True)
class Persona:
    """Somebody with a telephone."""

    name: str
    acts: tuple[Act, ...] = ()
    by_sms: bool = False
    """Answers text messages; everybody else answers on Telegram."""
    is_unreachable: bool = False
    """Has blocked the bot, and the number takes no text messages."""


def _soon(minutes: float) -> timedelta:
    return timedelta(minutes=minutes)


_TAPS = Persona("bấm “Đã nhận”", (Act(_soon(1), Meaning.ACKNOWLEDGED),))
_WRITES = Persona("viết “rõ, đang triển khai”", (Act(_soon(2), words="Rõ, đang triển khai"),))
_TEXTS = Persona("nhắn SMS kèm mã", (Act(_soon(2.5), Meaning.ACKNOWLEDGED),), by_sms=True)
_PLAIN = Persona("nhắn SMS không dấu", (Act(_soon(3), words="da nhan"),), by_sms=True)
_WORKS = Persona("bấm “Đang triển khai”", (Act(_soon(1.5), Meaning.IN_PROGRESS),))
_DONE = Persona("bấm “Đã xong”", (Act(_soon(4), Meaning.DONE),))
_REMINDED = Persona("chỉ trả lời khi được nhắc", (Act(_soon(1), words="Đã nhận, xin lỗi vì trả lời chậm", only_reminded=True),))
_UNREACHABLE = Persona("đã chặn bot, số cố định", is_unreachable=True)
_SILENT = Persona("im lặng")
_CANNOT = Persona("không đủ lực lượng", (Act(_soon(3), words="Rõ nhưng không đủ lực lượng, xin chi viện 2 xuồng"),))
_ASKS = Persona("hỏi lại rồi mới nhận", (Act(_soon(2), words="Công điện nào vậy anh?"), Act(_soon(9), Meaning.ACKNOWLEDGED)))
_IN_TROUBLE = Persona("báo sự cố", (Act(_soon(2), words="Nước lên nhanh quá, sạt lở vào nhà dân rồi"), Act(_soon(6), Meaning.IN_PROGRESS)))

_CAST = (_TAPS, _WRITES, _REMINDED, _TEXTS, _SILENT, _WORKS, _UNREACHABLE, _CANNOT, _PLAIN, _ASKS, _SILENT, _IN_TROUBLE)
_OTHERS = (_TAPS, _WRITES, _TEXTS, _WORKS, _PLAIN, _DONE)
_NEVER = 10
"""The body, by its place in the order, for which nobody answers at all: its ladder is climbed to the end."""


def cast(bodies: list[tuple[Contact, ...]]) -> Iterator[tuple[Contact, Persona]]:
    """Who plays what: `bodies` holds the contacts of each body, in the order of the document."""
    others = cycle(_OTHERS)
    for place, contacts in enumerate(bodies):
        chief = _CAST[place] if place < len(_CAST) else next(others)
        for contact in contacts:
            is_chief = contact == contacts[0]
            yield contact, chief if is_chief else _SILENT if place == _NEVER else _TAPS
