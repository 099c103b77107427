"""Takes page numbers and running titles out of a text file that was printed in pages, so that no sentence is cut by them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from alertd.reading.extract.page_edges import is_page_number, opens_document

_EDGE, _LETTERHEAD = 3, 8
"""Lines of a page's top and of its foot among which its number and its title stand; those in which a letterhead names the state."""
_PAGE = 15
"""Lines that a page holds at least: figures that stand nearer are those of a list or of a table."""
_COUNTED = re.compile(r"(?:.*\s)?trang\s*(\d{1,4})\s*(?:/|of|trên)\s*\d{1,4}", re.IGNORECASE)
"""What counts the pages in words, a title before it or not: "Công điện số 15/CĐ-UBND   Trang 2/4"."""
_FIGURES = re.compile(r"\d+")
_ENDS = (".", ":", ";", "!", "?")

Page = list[str]


def without_page_edges(pages: Sequence[Page]) -> list[str]:
    """The lines of the pages that form feeds part, or the numbers in a text without any, less what stands at their edges."""
    if len(pages) == 1:
        pages = list(_parted_by_numbers(pages[0]))
    if len(pages) == 1:
        return list(pages[0])
    openings = [any(map(opens_document, _filled(page)[:_LETTERHEAD])) for page in pages]
    tops = [[] if opens else _filled(page)[:_EDGE] for page, opens in zip(pages, openings, strict=True)]
    # Below the last page, and above a letterhead, stands the one who signed: of two telegrams often the same.
    feet = [[] if closes else _filled(page)[: -_EDGE - 1 : -1] for page, closes in zip(pages, [*openings[1:], True], strict=True)]
    running = _coming_back(tops) | _coming_back(feet)
    return _joined([_text_of(page, running) for page in pages])


def _filled(page: Page) -> Page:
    return [line for line in map(str.strip, page) if line]


def _parted_by_numbers(lines: Page) -> Iterator[Page]:
    """The pages, each from the line on that bears its number. A bare figure must be the next in order."""
    start = filled = last = 0
    expected = {1, 2}
    for at, line in enumerate(lines):
        words = line.strip()
        filled += bool(words)
        number = _number_of(words)
        if number is None or filled - last <= _PAGE or (words.isdigit() and number not in expected):
            continue
        yield lines[start:at]
        start, last, expected = at, filled, {number + 1}
    yield lines[start:]


def _number_of(words: str) -> int | None:
    found = _COUNTED.fullmatch(words)
    if found is None and not is_page_number(words):
        return None
    return int(found.group(1) if found else _FIGURES.findall(words)[0])


def _coming_back(edges: Sequence[Page]) -> set[str]:
    """What more than one page bears there."""
    seen = Counter(key for edge in edges for key in set(map(_key, edge)))
    return {key for key, count in seen.items() if count > 1}


def _key(line: str) -> str:
    """What a line says, its blanks aside."""
    return "".join(line.split())


def _text_of(page: Page, running: set[str]) -> Page:
    """The page from its first line of text to its last."""

    def is_edge(line: str) -> bool:
        return not line.strip() or _key(line) in running or _number_of(line.strip()) is not None

    above = len(list(takewhile(is_edge, page)))
    below = len(list(takewhile(is_edge, reversed(page[above:]))))
    return page[above : len(page) - below]


def _joined(pages: Sequence[Page]) -> list[str]:
    """The pages one after the other, parted where a page ends with its sentence."""
    kept = [page for page in pages if page]
    joined = [*kept[0]] if kept else []
    for before, page in pairwise(kept):
        joined += ["", *page] if before[-1].rstrip().endswith(_ENDS) else page
    return joined
