"""Writes Vietnamese without diacritics, for channels or budgets that do not carry them; never a "?"."""

from __future__ import annotations

import unicodedata

_PUNCTUATION = str.maketrans(
    {
        "đ": "d",
        "Đ": "D",
        "ð": "d",
        "Ð": "D",
        "“": '"',
        "”": '"',
        "‘": "'",
        "’": "'",
        "–": "-",
        "—": "-",
        "−": "-",
        "…": "...",
        "•": "-",
        "·": "-",
        "✓": "",
        "→": "->",
        "≥": ">=",
        "≤": "<=",
        "²": "2",
        "³": "3",
        "°": " do ",
        "\u00a0": " ",
        "\u202f": " ",
    }
)


def without_diacritics(text: str) -> str:
    """The text in letters that every telephone shows: diacritics dropped, typographic signs written out, other symbols left out."""
    decomposed = unicodedata.normalize("NFD", text.translate(_PUNCTUATION))
    return decomposed.encode("ascii", "ignore").decode()
