"""How much one file may ask: apart from the rules, since the daemon has files read elsewhere and never loads those."""

from __future__ import annotations

from dataclasses import dataclass

MIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one file may ask of this machine; the keys of the same names under `[intake]` in the configuration."""

    max_bytes: int = 30 * MIB
    """Size of the file as it came in."""
    max_unpacked_bytes: int = 200 * MIB
    """Size of everything in a packed file (.docx) once unpacked, as declared and as found."""
    max_unpacked_ratio: int = 200
    """How many times larger than itself a packed file may become: honest documents stay under 50."""
    max_pages: int = 300
    """Pages of a PDF."""
    max_characters: int = 1_000_000
    """Characters of text, however the file carries them: some 400 printed pages."""
