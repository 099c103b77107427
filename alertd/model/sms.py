"""How much room a text takes as SMS: its alphabet, its units, and the parts that are charged (3GPP TS 23.038 and 23.040)."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

# 3GPP TS 23.038, 6.2.1: the default alphabet, in the order of the table (code 0x1B, the escape, is left out).
_DEFAULT = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
# 3GPP TS 23.038, 6.2.1.1: the extension table. Each letter is sent behind an escape and so takes two septets.
_EXTENSION = frozenset("\f^{}\\[~]|€")


class SmsEncoding(StrEnum):
    """The alphabet that a text is carried in."""

    GSM7 = "gsm7"
    UCS2 = "ucs2"


# 140 octets of user data hold 160 septets or 70 UCS-2 units; the header that joins the parts of a longer text takes six octets
# of each (3GPP TS 23.040, 9.2.3.24.1).
_ALONE = {SmsEncoding.GSM7: 160, SmsEncoding.UCS2: 70}
_JOINED = {SmsEncoding.GSM7: 153, SmsEncoding.UCS2: 67}


class SmsUnits(NamedTuple):
    """The room that a text takes."""

    encoding: SmsEncoding
    units: int
    """Septets in GSM-7, 16-bit units in UCS-2."""
    parts: int
    """How many messages are charged; 0 for an empty text."""


def sms_units(text: str) -> SmsUnits:
    """The room that `text` takes. One letter outside GSM-7 carries the whole text over to UCS-2."""
    is_gsm = all(letter in _DEFAULT or letter in _EXTENSION for letter in text)
    encoding = SmsEncoding.GSM7 if is_gsm else SmsEncoding.UCS2
    widths = [_width(letter, encoding) for letter in text]
    units = sum(widths)
    parts = min(units, 1) if units <= _ALONE[encoding] else _parts(widths, _JOINED[encoding])
    return SmsUnits(encoding, units, parts)


def _width(letter: str, encoding: SmsEncoding) -> int:
    if encoding is SmsEncoding.GSM7:
        return 2 if letter in _EXTENSION else 1
    return 2 if ord(letter) > 0xFFFF else 1


def _parts(widths: list[int], room: int) -> int:
    """Parts of `room` units each. Neither an escaped letter nor a surrogate pair is split, so a part may end one unit early."""
    parts, used = 1, 0
    for width in widths:
        if used + width > room:
            parts, used = parts + 1, 0
        used += width
    return parts
