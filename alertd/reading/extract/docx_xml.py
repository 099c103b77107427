"""Walks WordprocessingML by local names, which the transitional and the strict namespaces have in common."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

_NOT_SHOWN = frozenset(["del", "moveFrom", "delText", "instrText", "pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr"])
"""Tracked deletions, field codes, and properties (whose elements partly share the names of text)."""
_OFF = frozenset(["0", "false", "off"])


def name_of(element: etree._Element) -> str:
    """The element's name without its namespace."""
    return str(element.tag).rpartition("}")[2]


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first descendant along a path of child names."""
    for name in path:
        if element is None:
            return None
        element = next((each for each in element if name_of(each) == name), None)
    return element


def children(element: etree._Element | None, name: str) -> list[etree._Element]:
    """All children of that name."""
    return [] if element is None else [each for each in element if name_of(each) == name]


def value(element: etree._Element | None, name: str = "val") -> str | None:
    """An attribute by its name without namespace."""
    if element is None:
        return None
    return next((str(value) for key, value in element.attrib.items() if str(key).rpartition("}")[2] == name), None)


def number(element: etree._Element | None, otherwise: int) -> int:
    """The element's value as a number, as far as it is a sensible one."""
    written = value(element) or ""
    return int(written) if written.isascii() and written.isdigit() and len(written) <= 6 else otherwise


def is_on(element: etree._Element | None) -> bool:
    """Whether a switch such as `<w:caps/>` is there and not turned off."""
    return element is not None and value(element) not in _OFF


def has_deleted_end(paragraph: etree._Element) -> bool:
    """Whether the end of a paragraph was deleted or moved away while changes were tracked: accepted, it is one with the next."""
    mark = child(paragraph, "pPr", "rPr")
    return child(mark, "del") is not None or child(mark, "moveFrom") is not None


def shown(root: etree._Element, stop_at: frozenset[str] = frozenset()) -> Iterator[etree._Element]:
    """The elements under `root` that Word shows, in order, without what lies inside elements of the names `stop_at`."""
    waiting = [each for each in reversed(root) if _is_shown(each)]
    while waiting:
        element = waiting.pop()
        yield element
        if name_of(element) not in stop_at:
            waiting += [each for each in reversed(element) if _is_shown(each)]


def _is_shown(element: etree._Element) -> bool:
    name = name_of(element)
    if name == "Fallback":
        # The same content once more, for programs that do not understand the choice before it.
        return child(element.getparent(), "Choice") is None
    if name == "tr":
        return child(element, "trPr", "del") is None
    return name not in _NOT_SHOWN
