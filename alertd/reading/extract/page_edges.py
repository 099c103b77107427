"""Tells what stands in the margins of printed pages apart from the text that it would cut: page numbers, running titles, stamps."""

from __future__ import annotations

import re
import unicodedata

_PAGE_NUMBER = re.compile(
    r"[-–—\s]*(?:(?:trang|page)\s*)?\d{1,4}(?:\s*(?:/|of|trên)\s*\d{1,4})?(?:\s*\|\s*(?:trang|page))?[-–—\s]*", re.IGNORECASE
)
_GAZETTE = re.compile(r"(?:\d{1,4} )?CÔNG BÁO\s*/\s*Số [\d +]{1,20}\s*/\s*Ngày [\d/.-]{6,10}(?: \d{1,4})?")
"""What the official gazette prints above each page."""
_STAMP_WORDS = 4
# Decree 30/2020/NĐ-CP, annex I: every document opens with the national name; those of the Party (66-QĐ/TW) with its own.
_NAMES_OF_STATE = ("cộng hòa xã hội chủ nghĩa", "cộng hoà xã hội chủ nghĩa", "đảng cộng sản việt nam")


def is_page_number(line: str) -> bool:
    """Whether a line is nothing but a page number: "2", "- 2 -", "Trang 2/5", "2 | Page", "CÔNG BÁO/Số 15 + 16/Ngày 20-9-2024"."""
    return _PAGE_NUMBER.fullmatch(line) is not None or _GAZETTE.fullmatch(line) is not None


def is_stamp(line: str) -> bool:
    """Whether a line is short and in capitals: so a degree of secrecy or urgency looks, which may stand in the margin and nowhere else."""
    return 0 < len(line.split()) <= _STAMP_WORDS and line.isupper() and not any(letter.isdigit() for letter in line)


def opens_document(line: str) -> bool:
    """Whether a line belongs to a letterhead: where it comes back on a later page, another document begins there."""
    folded = unicodedata.normalize("NFC", line).lower()
    return any(name in folded for name in _NAMES_OF_STATE)
