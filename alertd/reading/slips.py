"""Mends in the text's twin what keyboards, copying and the reading of pictures do to words: signs without width, blanks too many or too
few around stops, letters for figures ("2O24"), words run together or broken.

Only what can be nothing else is mended: abbreviations ("PCTT&TKCN", "TP.Hồ Chí Minh"), numbers, addresses and names stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from alertd.model.documents import Problem
from alertd.reading.extract.spacing import spacing_of
from alertd.reading.source import LOWER, UPPER, Source
from alertd.reading.twin import Edit, Twin

_NO_WIDTH = re.compile("[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]+")
_BLANK_BEFORE = re.compile(r" (?:(?=[,;:.?!)”])(?<=[\w)%”] )(?=.(?: |$)|[,;][^\W\d_])|(?<=\( )(?=\w))")
# "mưa lũ.Yêu cầu", "các tỉnh,thành phố", "TKCN;Giám đốc": a full stop may also end an abbreviation ("TP.Hồ", "Th.S").
_NO_BLANK_AFTER = re.compile(
    rf"[.:,;](?! )(?:(?<=[{LOWER}0-9)%”/][{LOWER}0-9)%”][.:])(?=[{UPPER}][{LOWER}])|(?<=[\w)%”][,;])(?=[{UPPER}][{LOWER}]|[{LOWER}]{{2}}))"
)
_ADDRESS = re.compile(r"@|//|www\.|\.(?:vn|com|net|org)(?!\w)", re.IGNORECASE)
# "5l" is five litres, "1I" may be a name; before a stroke and a figure they are part of a day: "1l/9". The first sign comes before what
# must not stand before it, so that the pattern is tried only where it may begin.
_FIGURES = re.compile(
    r"[\dOolI](?<![\w&].)(?:(?<=(?=[\dOo]*[OolI])(?=[OolI]*\d).)[\dOolI]+(?<![lI])(?![\w&])|(?:(?<=\d)[lI]|(?<=[lI]))(?=/\d))"
)
_FIGURE_OF = str.maketrans("OolI", "0011")


def without_slips(source: Source) -> tuple[Twin, tuple[Problem, ...]]:
    """The twin by which the source is read, and a problem where words run together could not be parted."""
    twin = Twin(source)
    for needless in (_NO_WIDTH, _BLANK_BEFORE):
        twin = twin.edited([Edit(*found.span(), "") for found in needless.finditer(twin.source.text)])
    twin = twin.edited(sorted((*_after_stops(twin.source.text), *_figures(twin.source.text))))
    spacing = spacing_of((twin.source.text,))
    return (twin.edited(list(spacing.edits(twin.source.text))), spacing.problems()) if spacing else (twin, ())


def _after_stops(text: str) -> Iterator[Edit]:
    for found in _NO_BLANK_AFTER.finditer(text):
        if not _ADDRESS.search(_token(text, found.start())):
            yield Edit(found.end(), found.end(), " ")


def _token(text: str, at: int) -> str:
    """What stands around a place without a blank."""
    end = text.find(" ", at)
    return text[text.rfind(" ", 0, at) + 1 : end if end >= 0 else len(text)]


def _figures(text: str) -> Iterator[Edit]:
    for found in _FIGURES.finditer(text):
        yield Edit(*found.span(), found.group().translate(_FIGURE_OF))
