"""Writes Vietnamese for the ear: what a voice would spell out or stumble over is written as people say it."""

from __future__ import annotations

import re
from collections.abc import Mapping

_LINK = re.compile(r"(?:https?://|www\.)\S+|\b[\w.+-]+@[\w-]+\.[\w.-]+")
_NUMBER = re.compile(r"(?:\b[Ss]ố\s*:?\s*)?\b(\d{1,5})\s?/(?:(\d{4})/)?(?=[A-ZĐ])[A-ZĐ][\w&.-]*(?:/[A-ZĐ][\w&.-]*)?")
"""The number of a document with its symbol, "02/CĐ-UBND", "12/2023/NĐ-CP"; the word before it too."""
_DATE = re.compile(r"\b(\d{1,2})/(\d{1,2})/(\d{4})\b")
_DAY = re.compile(r"(?<=\bngày )(\d{1,2})/(\d{1,2})\b(?!/)")
_TIME = re.compile(r"\b([01]?\d|2[0-4])(?:h([0-5]\d)?|[g:]([0-5]\d))\b")
_AND = re.compile(r"\s*&\s*")
_SILENT = re.compile(r"[“”\"*#_<>\[\]{}]+")
_PAUSE = re.compile(r"\s*;")
_BLANKS = re.compile(r"[ \t]{2,}")


class Ear:
    """Knows what abbreviations stand for."""

    def __init__(self, abbreviations: Mapping[str, str]) -> None:
        """Only what is written in capitals is taken for an abbreviation: "UBND", "NN&PTNT"."""
        self._meanings = {short: meaning for short, meaning in abbreviations.items() if short.isupper()}
        words = sorted(map(re.escape, self._meanings), key=len, reverse=True)
        self._short = re.compile(rf"\b(?:{'|'.join(words)})\b") if words else None

    def written(self, text: str) -> str:
        """The text as it is to be said."""
        text = _LINK.sub("", text)
        text = _NUMBER.sub(_as_number, text)
        text = _DATE.sub(r"\1 tháng \2 năm \3", text)
        text = _DAY.sub(r"\1 tháng \2", text)
        text = _TIME.sub(_as_time, text)
        text = self._spelled_out(text)
        return _BLANKS.sub(" ", _PAUSE.sub(",", _SILENT.sub("", _AND.sub(" và ", text))))

    def _spelled_out(self, text: str) -> str:
        return self._short.sub(lambda short: self._meanings[short[0]], text) if self._short else text


def _as_number(number: re.Match[str]) -> str:
    return f"số {number[1]} năm {number[2]}" if number[2] else f"số {number[1]}"


def _as_time(time: re.Match[str]) -> str:
    minutes = int(time[2] or time[3] or 0)
    return f"{time[1]} giờ {minutes}" if minutes else f"{time[1]} giờ"
