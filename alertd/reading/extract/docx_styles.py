"""Looks up what paragraphs and runs of a Word document inherit from its styles."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from alertd.reading.extract.docx_xml import child, children, is_on, value


class Styles:
    """The styles part of a document; without one nothing is inherited."""

    def __init__(self, root: etree._Element | None) -> None:
        styles = children(root, "style")
        self._styles = {value(style, "styleId"): style for style in styles}
        self._default = next((value(style, "styleId") for style in styles if _is_default_paragraph(style)), None)
        self._document_font = _font(child(root, "docDefaults", "rPrDefault", "rPr"))

    def numbering_of(self, paragraph: etree._Element) -> tuple[etree._Element | None, str | None]:
        """The `numPr` that holds for a paragraph, and the id of the style that it comes from."""
        own = child(paragraph, "pPr", "numPr")
        if own is not None:
            return own, None
        for style in self._chain(self._style_of(paragraph)):
            inherited = child(style, "pPr", "numPr")
            if inherited is not None:
                return inherited, value(style, "styleId")
        return None, None

    def font_of(self, run: etree._Element, paragraph: etree._Element) -> str:
        """The name of the font in which a run of Latin letters is set; empty where nothing says so."""
        own = _font(child(run, "rPr"))
        if own:
            return own
        chain = [*self._chain(value(child(run, "rPr", "rStyle"))), *self._chain(self._style_of(paragraph))]
        return next(filter(None, (_font(child(style, "rPr")) for style in chain)), self._document_font)

    def _style_of(self, paragraph: etree._Element) -> str | None:
        return value(child(paragraph, "pPr", "pStyle")) or self._default

    def _chain(self, style_id: str | None) -> Iterator[etree._Element]:
        """The style and those that it is based on; each once, since a broken file may go round in a circle."""
        seen: set[str | None] = {None}
        while style_id not in seen and style_id in self._styles:
            seen.add(style_id)
            yield self._styles[style_id]
            style_id = value(child(self._styles[style_id], "basedOn"))


def _is_default_paragraph(style: etree._Element) -> bool:
    return value(style, "type") == "paragraph" and value(style, "default") in ("1", "true", "on")


def _font(properties: etree._Element | None) -> str:
    fonts = child(properties, "rFonts")
    return value(fonts, "ascii") or value(fonts, "hAnsi") or ""


def is_hidden(run: etree._Element) -> bool:
    """Whether the run is formatted as hidden text."""
    return is_on(child(run, "rPr", "vanish"))


def is_in_capitals(run: etree._Element) -> bool:
    """Whether the run's small letters are shown as capitals."""
    return is_on(child(run, "rPr", "caps"))
