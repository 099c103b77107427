"""Takes page numbers and running headers and footers out of the pages of a PDF, so that no sentence is cut by them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from alertd.reading.extract.page_edges import is_page_number, is_stamp, opens_document
from alertd.reading.extract.pdf_fragments import Fragment

_MARGIN = 0.12
"""The share of a page's height, at the top and at the bottom, in which headers and footers stand."""
_TOLERANCE = 4
"""Points by which a running header may move from page to page."""

Key = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Page:
    """The fragments of one page in the order of the file."""

    number: int
    """From 1."""
    height: float
    """In points."""
    fragments: tuple[Fragment, ...]
    aside: tuple[Fragment, ...] = ()
    """Words that run another way than the text: along a margin, across the page."""

    def margins(self) -> tuple[list[Fragment], list[Fragment]]:
        """What stands at the top and at the bottom, from the edge inwards."""
        top = [each for each in self.fragments if each.bottom > (1 - _MARGIN) * self.height]
        bottom = [each for each in self.fragments if each.top < _MARGIN * self.height]
        return sorted(top, key=lambda each: -each.top), sorted(bottom, key=lambda each: each.bottom)


def without_margins(pages: Sequence[Page]) -> list[list[Fragment]]:
    """The fragments of each page without its number and without what other pages bear in the same place; a stamp is kept once.

    Headers are looked for from the edge inwards, so that a line of text that happens to come back is not taken for one.
    """
    seen = Counter(key for page in pages for key in {_key(page, each, len(pages)) for margin in page.margins() for each in margin})
    running = {key for key, count in seen.items() if count > 1}
    stamped: set[Key] = set()
    return [_text_of(page, {each: _key(page, each, len(pages)) for each in page.fragments}, running, stamped) for page in pages]


def _key(page: Page, fragment: Fragment, count: int) -> Key:
    """What a fragment says and how high: of its figures only the page's own number, of so many, may differ from page to page."""
    return re.sub(rf"(?<!\d)(?:{page.number}|{count})(?!\d)", "#", fragment.text), round(fragment.bottom / _TOLERANCE)


def _text_of(page: Page, keys: dict[Fragment, Key], running: set[Key], stamped: set[Key]) -> list[Fragment]:
    furniture = {each for margin in page.margins() for each in _furniture(margin, keys, running)}
    new_stamps = {each for each in furniture if is_stamp(each.text) and keys[each] not in stamped}
    stamped |= {keys[each] for each in new_stamps}
    return [each for each in page.fragments if each not in furniture or each in new_stamps]


def _furniture(margin: list[Fragment], keys: dict[Fragment, Key], running: set[Key]) -> list[Fragment]:
    """What does not belong to the text. A letterhead does: it is the same on every document of a bundle."""
    if any(opens_document(each.text) for each in margin):
        running = set()
    return list(takewhile(lambda each: keys[each] in running or is_page_number(each.text), margin))
