"""Puts together the text of one Word paragraph from its runs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import groupby

from lxml import etree

from alertd.reading.extract import tcvn3, vni
from alertd.reading.extract.docx_styles import Styles, is_hidden, is_in_capitals
from alertd.reading.extract.docx_xml import name_of, shown, value
from alertd.reading.extract.syllables import likeness

_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_TEXT_BOX = frozenset(["txbxContent"])
_TEXT_BOX_OR_RUN = frozenset(["txbxContent", "r"])
"""A run inside a run (the small print over a word) is read by itself."""


@dataclass(frozen=True, slots=True)
class ParagraphText:
    """A paragraph's text, text boxes that hang on it left to themselves."""

    text: str
    fonts: frozenset[str]
    """Names of the legacy encodings that some of it was typed in, now converted."""
    has_hidden: bool
    """Whether some of it is formatted as hidden and left out."""


@dataclass(frozen=True, slots=True)
class _Look:
    """What a run's font does to its letters."""

    encoding: str | None
    is_in_capitals: bool


_TO_UNICODE: dict[str, Callable[[str], str]] = {"TCVN3": tcvn3.to_unicode, "VNI": vni.to_unicode}


def paragraph_text(paragraph: etree._Element, styles: Styles) -> ParagraphText:
    """The text of a paragraph as Word shows it, without its list number."""
    runs = [each for each in shown(paragraph, stop_at=_TEXT_BOX) if name_of(each) == "r"]
    seen = [(_look(run, paragraph, styles), _run_text(run)) for run in runs if not is_hidden(run)]
    # Word splits runs anywhere, between a VNI letter and its mark too.
    pieces = [(look, "".join(text for _, text in group)) for look, group in groupby(seen, key=lambda piece: piece[0])]
    written = [_in_unicode(look, text) for look, text in pieces]
    fonts = frozenset(
        look.encoding for (look, text), after in zip(pieces, written, strict=True) if look.encoding and text.upper() != after.upper()
    )
    has_hidden = any(is_hidden(run) and _run_text(run).strip() for run in runs)
    return ParagraphText("".join(written), fonts, has_hidden)


def _run_text(run: etree._Element) -> str:
    return "".join(_pieces(run))


def _pieces(run: etree._Element) -> Iterator[str]:
    for element in shown(run, stop_at=_TEXT_BOX_OR_RUN):
        name = name_of(element)
        if name == "t":
            yield element.text or ""
        elif name == "sym":
            yield _symbol(value(element, "char") or "")
        else:
            yield _SIGNS.get(name, "")


def _symbol(code: str) -> str:
    """A sign given by its code in four hexadecimal digits."""
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return "" if "\ud800" <= sign <= "\udfff" else sign


def _look(run: etree._Element, paragraph: etree._Element, styles: Styles) -> _Look:
    """The .Vn fonts are TCVN3; those whose name ends in H draw capitals for small letters."""
    font = styles.font_of(run, paragraph)
    if font.startswith(".Vn"):
        return _Look("TCVN3", is_in_capitals(run) or font.endswith("H"))
    return _Look("VNI" if font.upper().startswith("VNI-") else None, is_in_capitals(run))


def _in_unicode(look: _Look, text: str) -> str:
    if look.encoding is not None and _may_be_legacy(text):
        converted = _TO_UNICODE[look.encoding](text)
        text = converted if likeness(converted).possible >= likeness(text).possible else text
    return text.upper() if look.is_in_capitals else text


def _may_be_legacy(text: str) -> bool:
    """Unicode typed while a legacy font was chosen is shown in another font and is no matter of conversion."""
    return not any("\u00ff" < letter < "\u2000" for letter in text)
