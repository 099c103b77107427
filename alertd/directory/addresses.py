"""Reads the addresses of contacts: which channel, and whether the value can be reached on it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from alertd.model.bodies import Address

FORMS = ("chat", "mobile", "phone", "text")
"""What an address on a channel may be: a chat's number, a mobile number, any telephone number, or any text."""

_CHAT = re.compile(r"-?\d{5,}")
# On 15 September 2018 the eleven-digit mobile numbers lost a digit (Decision 798/QĐ-BTTTT of 2018); lists still hold the old ones.
_SHORTENED = {
    **{f"16{n}": f"3{n}" for n in range(2, 10)},
    **dict(zip(("120", "121", "122", "126", "128"), ("70", "79", "77", "76", "78"), strict=True)),
    **dict(zip(("123", "124", "125", "127", "129"), ("83", "84", "85", "81", "82"), strict=True)),
    **dict(zip(("186", "188", "199"), ("56", "58", "59"), strict=True)),
}
_ELEVEN_DIGITS = re.compile(r"(?:\+84|0084|0)(1\d{2})(\d{7})")


class BadAddress(ValueError):
    """An address that nothing can be sent to; the text says why, in English for the operator."""


def read_address(written: str, channels: Mapping[str, str], test_prefixes: Mapping[str, Sequence[str]]) -> Address:
    """The address that `channel:value` means, a telephone number in E.164.

    `channels` gives the form of each channel's addresses. A value with a test prefix of its channel is taken as it stands.
    Raises `BadAddress`.
    """
    channel, colon, value = (part.strip() for part in written.partition(":"))
    if not colon or channel not in channels:
        raise BadAddress(f'"{written}" must be channel:value, the channel one of {", ".join(channels)}')
    if value.startswith(tuple(test_prefixes.get(channel, ()))):
        return Address(channel, value)
    return Address(channel, _read_value(value, channels[channel]))


def _read_value(value: str, form: str) -> str:
    if form == "chat" and not _CHAT.fullmatch(value):
        raise BadAddress(f'"{value}" is no chat id: digits only, with a minus before a group\'s')
    if form in ("mobile", "phone"):
        return read_phone(value, must_be_mobile=form == "mobile")
    if not value:
        raise BadAddress("the address is empty")
    return value


def read_phone(written: str, *, must_be_mobile: bool) -> str:
    """A Vietnamese or international telephone number in E.164. Raises `BadAddress`."""
    import phonenumbers  # noqa: PLC0415 - the numbering plans of the world: a drill and whoever only reads documents need none
    from phonenumbers import PhoneNumberType  # noqa: PLC0415 - as above

    compact = re.sub(r"[\s.()-]", "", written)
    if (old := _ELEVEN_DIGITS.fullmatch(compact)) and old[1] in _SHORTENED:
        compact = f"+84{_SHORTENED[old[1]]}{old[2]}"
    try:
        number = phonenumbers.parse(compact, "VN")
    except phonenumbers.NumberParseException:
        raise BadAddress(f'"{written}" is no telephone number') from None
    if not phonenumbers.is_valid_number(number):
        raise BadAddress(f'"{written}" is no valid telephone number')
    if must_be_mobile and phonenumbers.number_type(number) not in (PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE):
        raise BadAddress(f'"{written}" is not a mobile number: a landline takes no text messages')
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
