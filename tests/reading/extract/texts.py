"""An invented telegram and the ways in which old and careless programs would have written it."""

from __future__ import annotations

import unicodedata

TELEGRAM = """ỦY BAN NHÂN DÂN
TỈNH VÂN SƠN
Số: 07/CĐ-UBND
CÔNG ĐIỆN
Về việc chủ động ứng phó bão số 3
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:
- Chủ tịch Uỷ ban nhân dân các huyện, thành phố;
- Giám đốc các Sở: Công Thương, Nông nghiệp và Phát triển nông thôn;
Hồi 4 giờ, tâm bão cách bờ khoảng 230 km, sức gió mạnh cấp 10, giật cấp 13.

1. Rà soát, sơ tán ngay các hộ ở vùng trũng thấp, cửa sông, ven suối trước 17 giờ ngày 12/9.
2. Cấm người, phương tiện qua lại những quãng đường ngập sâu; trực ban nghiêm túc 24/24 giờ.
3. Mỗi xã cử một tổ xung kích, chuẩn bị đủ xuồng, phao, lưới và thuốc men."""

PLAIN_VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
SMALL = "đ" + "".join(unicodedata.normalize("NFC", vowel + tone) for vowel in PLAIN_VOWELS for tone in TONES)
ALPHABET = SMALL + SMALL.upper()

# The same letters in the same order as they stand in the code tables of the fonts, written out a second time by hand.
_TCVN3_SMALL = (
    "®aµ¶·¸¹¨»¼½¾Æ©ÇÈÉÊËeÌÎÏÐÑªÒÓÔÕÖi×ØÜÝÞoßáâãä«åæçèé¬êëìíîuïñòóô\u00adõö÷øùyúûüýþ"
)  # fmt: skip
_VNI_CODES = (
    "ñ a aø aû aõ aù aï aê aè aú aü aé aë aâ aà aå aã aá aä e eø eû eõ eù eï eâ eà eå eã eá eä i ì æ ó í ò "
    "o oø oû oõ où oï oâ oà oå oã oá oä ô ôø ôû ôõ ôù ôï u uø uû uõ uù uï ö öø öû öõ öù öï y yø yû yõ yù î"
)
_VNI_SMALL = _VNI_CODES.split(" ")
_TCVN3 = dict(zip(SMALL, _TCVN3_SMALL, strict=True)) | dict(zip("ĂÂÊÔƠƯĐ", "¡¢£¤¥¦§", strict=True))
_VNI = dict(zip(SMALL, _VNI_SMALL, strict=True)) | {small.upper(): code.upper() for small, code in zip(SMALL, _VNI_SMALL, strict=True)}


def in_tcvn3(text: str) -> str:
    """The text typed in a TCVN3 font: capitals with a tone come out as the code of the small letter."""
    return "".join(letter if letter.isascii() else _TCVN3.get(letter) or _TCVN3.get(letter.lower(), letter) for letter in text)


def in_vni(text: str) -> str:
    """The text typed in a VNI font."""
    return "".join(_VNI.get(letter, letter) for letter in text)


def in_windows_1258(text: str) -> bytes:
    """The text in Windows-1258, which writes tones as marks of their own after the letter."""
    return b"".join(_windows_1258_letter(letter) for letter in text)


def _windows_1258_letter(letter: str) -> bytes:
    parts = unicodedata.normalize("NFD", letter)
    tones = "".join(part for part in parts if part in TONES)
    base = unicodedata.normalize("NFC", "".join(part for part in parts if part not in TONES))
    return (base + tones).encode("cp1258")


def as_latin_1(text: str) -> str:
    """The text's UTF-8 bytes shown as Windows-1252, the five unused codes as themselves."""
    return "".join(bytes([code]).decode("cp1252", "ignore") or chr(code) for code in text.encode())
