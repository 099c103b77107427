"""Repairs lines that were already wrong when the file was saved: UTF-8 read as Latin-1, text typed in legacy fonts, broken words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from alertd.model.documents import Problem
from alertd.reading.extract import tcvn3, vni
from alertd.reading.extract.decoding import legacy_encoding
from alertd.reading.extract.syllables import likeness

_FONTS: dict[str, Callable[[str], str]] = {"TCVN3": tcvn3.to_unicode, "VNI": vni.to_unicode}
_SOFT_HYPHEN = "\u00ad"
# Letters, that is: signs such as quotation marks and dashes (U+2000 to U+2BFF) stand in legacy text too.
_BEYOND_LATIN_1 = re.compile("[\u0100-\u1fff\u2c00-\U0010ffff]")


def _windows_bytes() -> dict[str, int]:
    """Which byte each character was before Windows-1252 showed it; its five unused codes stand for themselves."""
    shown = {chr(code): code for code in range(256)}
    return shown | {bytes([code]).decode("cp1252", "ignore") or chr(code): code for code in range(0x80, 0xA0)}


_BYTES = _windows_bytes()


def mend(lines: Sequence[str]) -> tuple[tuple[str, ...], tuple[Problem, ...]]:
    """The lines with such damage undone, and a problem for each kind that was."""
    decoded = [line if line.isascii() else _undo_mojibake(line) for line in lines]
    undone = sum(after != before for after, before in zip(decoded, lines, strict=True))
    problems = [_mojibake(undone)] if undone else []
    font = _font_of(decoded)
    if font is not None:
        decoded = list(_without_font(decoded, _FONTS[font]))
        problems.append(legacy_encoding(font))
    return tuple(_rejoined(decoded)), tuple(problems)


def _mojibake(count: int) -> Problem:
    return Problem("mojibake", f"{count} dòng bị lỗi bảng mã (UTF-8 đọc thành Latin-1), đã khôi phục; cần đối chiếu với bản gốc.")


def _undo_mojibake(line: str) -> str:
    """Sure, since marked text is almost never valid UTF-8 by accident: a line that does not fit as a whole stays as it is."""
    try:
        return bytes(_BYTES[letter] for letter in line).decode("utf-8")
    except (KeyError, UnicodeDecodeError):
        return line


def _font_of(lines: Sequence[str]) -> str | None:
    """The legacy font of which at least one line bears clear evidence, if any."""
    evidence = Counter(
        name for line in lines if _may_be_legacy(line) for name, to_unicode in _FONTS.items() if _gain(line, to_unicode) >= 2
    )
    return evidence.most_common(1)[0][0] if evidence else None


def _may_be_legacy(line: str) -> bool:
    """Legacy text knows no letter beyond Latin-1; one such letter shows that the line is Unicode already."""
    return not line.isascii() and not _BEYOND_LATIN_1.search(line)


def _gain(line: str, to_unicode: Callable[[str], str]) -> int:
    """How many more of the line's words are Vietnamese after conversion; negative where the result is none."""
    after = likeness(to_unicode(line))
    return after.possible - likeness(line).possible if after.is_vietnamese else -1


def _without_font(lines: Sequence[str], to_unicode: Callable[[str], str]) -> Iterator[str]:
    """A line that reads as well either way goes with the marked line before it."""
    was_legacy = True
    for line in lines:
        if not line.isascii():
            gain = _gain(line, to_unicode) if _may_be_legacy(line) else -1
            was_legacy = gain > 0 or (gain == 0 and was_legacy)
        yield to_unicode(line) if was_legacy and not line.isascii() else line


def _rejoined(lines: Sequence[str]) -> list[str]:
    """The lines with each word that a soft hyphen breaks at their end in one piece again; a real hyphen may belong to the word."""
    joined = list(lines)
    for index in range(len(joined) - 1):
        if not joined[index].endswith(_SOFT_HYPHEN):
            continue
        rest, _, others = joined[index + 1].partition(" ")
        if rest[:1].islower():
            joined[index] = joined[index].removesuffix(_SOFT_HYPHEN) + rest
            joined[index + 1] = others
    return joined
