"""Turns bytes of unknown encoding into text: Unicode first, then what Vietnamese offices used before it, by the letters' own evidence."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from alertd.model.documents import Problem
from alertd.reading.extract import tcvn3, vni
from alertd.reading.extract.outcome import Unreadable
from alertd.reading.extract.syllables import likeness

# The longer marks first: UTF-32's begins with UTF-16's.
_WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_READABLE = re.compile(r"[\t\n\r -~\u00a0-\u01b0\u0300-\u0323\u1ea0-\u1ef9\u2010-\u2026]")
_REPLACEMENT = "\ufffd"
_WIDE_SAMPLE = 40_000
_NOISE = 0.25
"""The share of meaningless signs from which on a file is no text: random bytes have more than half, a damaged file a few."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text and what had to be guessed to get it."""

    text: str
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Encoding:
    name: str
    decode: Callable[[bytes], str]


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    encoding: str | None
    """None where no encoding explains the bytes."""


def _windows_1258(content: bytes) -> str:
    return unicodedata.normalize("NFC", content.decode("cp1258", "replace"))


def _windows_1252(content: bytes) -> str:
    return content.decode("cp1252", "replace")


_LEGACY = (
    _Encoding("Windows-1258", _windows_1258),
    _Encoding("TCVN3", lambda content: tcvn3.to_unicode(_windows_1252(content))),
    _Encoding("VNI", lambda content: vni.to_unicode(_windows_1252(content))),
)
_WINDOWS_1252 = _Encoding("Windows-1252", _windows_1252)


def decode(content: bytes, *, is_declared_latin: bool = False) -> Decoded:
    """The text of `content`.

    `is_declared_latin`: the file says of itself that it is in Latin-1, which decides where the letters leave it open.
    Raises `Unreadable` ("binary") where the bytes are no text in any encoding.
    """
    wide = _wide_codec(content)
    if wide is not None:
        return _checked(content.decode(wide, "replace").removeprefix("\ufeff"))
    narrow = content.removeprefix(codecs.BOM_UTF8).removesuffix(b"\x1a")
    try:
        return _checked(narrow.decode("utf-8"))
    except UnicodeDecodeError:
        return _by_line(narrow, (_WINDOWS_1252, *_LEGACY) if is_declared_latin else _LEGACY)


def _wide_codec(content: bytes) -> str | None:
    for mark, codec in _WIDE_MARKS:
        if content.startswith(mark):
            return codec
    if b"\0" not in content:
        return None
    return next((codec for codec in ("utf-16-le", "utf-16-be") if _reads_well(content[:_WIDE_SAMPLE], codec)), None)


def _reads_well(sample: bytes, codec: str) -> bool:
    text = sample.decode(codec, "replace")
    return len(_READABLE.findall(text)) > 0.95 * len(text)


def _by_line(content: bytes, candidates: tuple[_Encoding, ...]) -> Decoded:
    """Line by line: files are pasted together from several sources."""
    lines = content.split(b"\n")
    favourite = _best(b"\n".join(line for line in lines if not _is_utf8(line)), candidates)
    decoded = [_line(line, candidates, favourite) for line in lines]
    checked = _checked("\n".join(line.text for line in decoded))
    return Decoded(checked.text, _problems(lines, decoded) or checked.problems)


def _line(line: bytes, candidates: tuple[_Encoding, ...], favourite: _Encoding | None) -> _Line:
    if _is_utf8(line):
        return _Line(line.decode("utf-8"), "UTF-8")
    if favourite is None:
        return _Line(line.decode("utf-8", "replace"), None)
    text = favourite.decode(line)
    if likeness(text).is_flawless:
        return _Line(text, favourite.name)
    best = _best(line, (favourite, *candidates), ahead_by=2)
    return _Line(line.decode("utf-8", "replace"), None) if best is None else _Line(best.decode(line), best.name)


def _best(content: bytes, candidates: tuple[_Encoding, ...], ahead_by: int = 1) -> _Encoding | None:
    """The candidate under which most words are Vietnamese; the first, unless another is ahead by so many words."""
    found, most = None, 0
    for candidate in candidates:
        seen = likeness(candidate.decode(content))
        if seen.is_vietnamese and (found is None or seen.possible >= most + ahead_by):
            found, most = candidate, seen.possible
    return found


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _problems(lines: list[bytes], decoded: list[_Line]) -> tuple[Problem, ...]:
    marked = [line for raw, line in zip(lines, decoded, strict=True) if not raw.isascii()]
    problems = []
    if any(line.encoding is None for line in marked):
        problems.append(bad_encoding())
    names = sorted({line.encoding for line in marked if line.encoding})
    if len(names) > 1:
        problems.append(
            Problem("mixed_encoding", f"Tệp dùng lẫn nhiều bảng mã ({', '.join(names)}); đã đọc từng dòng, cần đối chiếu với bản gốc.")
        )
    problems += [legacy_encoding(name) for name in names if name in ("TCVN3", "VNI")]
    return tuple(problems)


def bad_encoding() -> Problem:
    """Some bytes are letters in no encoding: the text has U+FFFD there."""
    return Problem("bad_encoding", f"Tệp có ký tự hỏng không giải mã được (hiện là “{_REPLACEMENT}”); cần đối chiếu với bản gốc.")


def legacy_encoding(name: str) -> Problem:
    """The text was typed in a font of its own and converted."""
    return Problem("legacy_encoding", f"Văn bản dùng phông chữ cũ {name}, đã chuyển sang Unicode; cần đối chiếu với bản gốc.")


def _checked(text: str) -> Decoded:
    """The text with control characters shown as damage; raises where there is more damage than text."""
    clean = _CONTROL.sub(_REPLACEMENT, text)
    damage = clean.count(_REPLACEMENT)
    if damage > _NOISE * len(clean):
        raise Unreadable("binary", "Tệp không phải là văn bản (dữ liệu nhị phân).")
    return Decoded(clean, (bad_encoding(),) if damage else ())
