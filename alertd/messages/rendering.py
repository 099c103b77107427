"""Renders one notice for one channel: the template's words, marked in a drill, cut to what a message holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from alertd.messages.content import Content
from alertd.messages.plain import without_diacritics
from alertd.messages.splitting import split
from alertd.messages.spoken import Ear
from alertd.messages.templates import Templates
from alertd.model.notices import MessageKind
from alertd.model.sms import sms_units
from alertd.ports import Traits

DRILL = "DIỄN TẬP"
_BLANK_LINES = re.compile(r"\n\n\n+")


@dataclass(frozen=True, slots=True)
class Rendered:
    """One notice in the words of one channel."""

    texts: tuple[str, ...]
    """One text a message, in order; more than one where the words do not fit into one."""
    is_html: bool
    parts: int
    """How many parts the provider charges; the number of messages where a channel has no parts."""


class Renderer:
    """Knows the templates and the desk's choices about SMS."""

    def __init__(
        self,
        templates: Templates,
        *,
        province: str,
        telephone: str,
        plain_sms: bool,
        max_parts: int,
        abbreviations: Mapping[str, str] | None = None,
    ) -> None:
        """`abbreviations`: what they stand for, where words are spoken."""
        self._templates = templates
        self._province = province
        self._telephone = telephone
        self._plain_sms = plain_sms
        self._max_parts = max_parts
        self._ear = Ear(abbreviations or {})

    def render(self, kind: MessageKind, traits: Traits, length: Callable[[str], int], content: Content, *, is_drill: bool) -> Rendered:
        """The messages, in order. Nothing is cut off: what does not fit goes into a further message, numbered."""
        words, is_html = self._templates.fill(
            kind,
            traits.kind,
            content,
            province=self._province,
            telephone=self._telephone,
            can_answer=traits.hears_replies,
            has_buttons=traits.has_buttons,
        )
        text = _BLANK_LINES.sub("\n\n", words).strip()
        is_plain = not traits.carries_vietnamese or (traits.has_parts and self._plain_sms)
        if is_plain:
            text = without_diacritics(text)
        if traits.is_spoken:
            text = self._ear.written(text)
        mark = without_diacritics(DRILL) if is_plain else DRILL
        texts = self._pieces(text, traits, length, mark if is_drill else "")
        return Rendered(texts, is_html, sum(sms_units(t).parts for t in texts) if traits.has_parts else len(texts))

    def _pieces(self, text: str, traits: Traits, length: Callable[[str], int], mark: str) -> tuple[str, ...]:
        def fits(piece: str) -> bool:
            whole = _marked(f"(99/99) {piece}", mark)
            # However a channel counts, a sign counts as two at most: most texts are so short that nothing need be counted.
            is_short = 2 * len(whole) <= traits.max_length or length(whole) <= traits.max_length
            return is_short and (not traits.has_parts or sms_units(whole).parts <= self._max_parts)

        pieces = split(text, fits)
        if len(pieces) == 1:
            return (_marked(pieces[0], mark),)
        return tuple(_marked(f"({n}/{len(pieces)}) {piece}", mark) for n, piece in enumerate(pieces, 1))


def _marked(text: str, mark: str) -> str:
    """In a drill every message begins and ends with the mark, whatever its template says."""
    return f"{mark}\n{text}\n{mark}" if mark else text
