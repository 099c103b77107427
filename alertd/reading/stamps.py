"""The stamps of a document: how urgent, how secret, and whether it may leave the house."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from alertd.model.documents import Secrecy, Urgency
from alertd.reading.source import LOWER, fold

_URGENCY = ((Urgency.HOA_TOC, r"HỎA TỐC"), (Urgency.THUONG_KHAN, r"THƯỢNG KHẨN"), (Urgency.KHAN, r"KHẨN"))
_SECRECY = {"TUYỆT MẬT": Secrecy.TUYET_MAT, "TỐI MẬT": Secrecy.TOI_MAT, "MẬT": Secrecy.MAT}
# What a line with a stamp of secrecy holds, letter-spaced or not; Cyrillic letters look the same (U+041C, U+0422).
_SECRET = re.compile("[Mm\u041c]\\s*[Ậậ]\\s*[Tt\u0422]")
_DECORATION = " .:;*-_=[](){}|/\\\"'“”!<>#•"
_CELLS = re.compile(r"\t|\||\s{2,}")
_SPACED = re.compile(r"(?<!\w)(?:\w ){2,}\w(?!\w)")
_LEAD = re.compile(r"^(?:[Đđ]ộ|ĐỘ|[Mm]ức độ|MỨC ĐỘ|[Đđ]ộ bảo|DẤU|[Dd]ấu) (?:mật|MẬT)\s*[:\-]\s*|^(?:DẤU|[Dd]ấu) ")
# What may stand beside a stamp of secrecy in one line: the stamp of urgency, the document's number.
_BESIDE = re.compile(
    r"(?<!\w)(?:HỎA TỐC(?: HẸN GIỜ)?|THƯỢNG KHẨN|KHẨN|[Hh]ỏa tốc(?: hẹn giờ)?|[Tt]hượng khẩn|[Kk]hẩn|(?:SỐ|Số)\s*:\s*\d[^\s]*)(?!\w)"
)
_NEAR_TOP = 30
_LONGEST_STAMP = 60
_INTERNAL = re.compile(r"lưu hành nội bộ")


def secrecy_of(lines: Sequence[str]) -> Secrecy | None:
    """The degree of secrecy that a line bears as a stamp of its own.

    In capitals it counts anywhere (a file may hold several documents); in small letters ("Mật") only near the top.
    The word within a sentence ("bí mật", "bảo mật") is none.
    """
    if not _SECRET.search("\n".join(lines)):
        return None
    for index, line in enumerate(lines):
        for cell in _CELLS.split(line) if _SECRET.search(line) else ():
            if len(cell) <= _LONGEST_STAMP and (found := _stamp(fold(cell), near_top=index < _NEAR_TOP)):
                return found
    return None


def _stamp(cell: str, *, near_top: bool) -> Secrecy | None:
    words = _unspaced(_BESIDE.sub(" ", cell).strip(_DECORATION))
    words = _LEAD.sub("", words).strip(_DECORATION)
    if not words or (words != words.upper() and not near_top):
        return None
    return _SECRECY.get(words.upper())


def _unspaced(words: str) -> str:
    """The words without the blanks of letter-spacing: "M Ậ T" is "MẬT"."""
    words = " ".join(words.split())
    joined = words.replace(" ", "")
    if _SPACED.fullmatch(words):
        return {"TUYỆTMẬT": "TUYỆT MẬT", "TỐIMẬT": "TỐI MẬT"}.get(joined.upper(), joined)
    return words


@cache
def _urgency_patterns() -> tuple[tuple[Urgency, re.Pattern[str], re.Pattern[str], re.Pattern[str]], ...]:
    """For each degree: the stamp in capitals, letter-spaced or not; the stamp in small letters; the words of the telegram itself."""
    found = []
    for urgency, words in _URGENCY:
        spaced = r"\s{1,3}".join(r"\s?".join(word) for word in words.split())
        first, small_words = words[0], words.capitalize()
        alone = rf"{first}(?<!\w{first})"
        stamp = rf"{alone}(?<!CẤP {first})(?<!ĐIỆN {first}){spaced[1:]}(?! (?:TRƯƠNG|CẤP|THIẾT|HẤP))(?!\w)(?! TRIỂN| ỨNG| VỀ)"
        small = rf"{alone}(?<!\w {first}){small_words[1:]}(?! [{LOWER}])(?!\w)|(?:Độ|độ) khẩn\s*:\s*{small_words}(?!\w)"
        said = rf"(?:công (?:điện|văn)|văn bản|thông báo) {words.lower()}(?! trương| cấp| thiết)(?!\w)"
        found.append((urgency, re.compile(stamp), re.compile(small), re.compile(said)))
    return tuple(found)


def urgency_of(plain: str, low: str, start: int, end: int) -> Urgency | None:
    """The degree of urgency stamped within `[start, end)`, or said of the document itself ("công điện hỏa tốc")."""
    for urgency, stamp, small, said in _urgency_patterns():
        if stamp.search(plain, start, end) or small.search(plain, start, end) or said.search(low, start, end):
            return urgency
    return None


def is_internal(low: str, start: int, end: int) -> bool:
    """Whether the document bears LƯU HÀNH NỘI BỘ."""
    return bool(_INTERNAL.search(low, start, end))
