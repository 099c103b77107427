"""Reads a message's HTML as strictly as Telegram does (https://core.telegram.org/bots/api#html-style)."""

from __future__ import annotations

import html
import re

_TAGS = frozenset({"b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "tg-spoiler", "a", "tg-emoji", "code", "pre", "blockquote"})
_PIECE = re.compile(r"<(?P<slash>/?)(?P<name>[a-zA-Z-]*)(?P<attributes>[^<>]*)(?P<end>>?)")


class BadMarkup(Exception):
    """The text does not parse: what Telegram writes after "can't parse entities: "."""


def shown_text(text: str) -> str:
    """What a telephone shows. Raises BadMarkup for an unknown, unclosed or crossing tag."""
    open_tags: list[str] = []
    for piece in _PIECE.finditer(text):
        _step(piece, open_tags, len(text[: piece.start()].encode()))
    if open_tags:
        raise BadMarkup(f'Can\'t find end tag corresponding to start tag "{open_tags[-1]}"')
    return html.unescape(_PIECE.sub("", text))


def _step(piece: re.Match[str], open_tags: list[str], offset: int) -> None:
    name = piece["name"].lower()
    if not piece["end"]:
        raise BadMarkup(f"Unclosed start tag at byte offset {offset}")
    if not piece["slash"]:
        if name not in _TAGS and not (name == "span" and 'class="tg-spoiler"' in piece["attributes"]):
            raise BadMarkup(f'Unsupported start tag "{name}" at byte offset {offset}')
        open_tags.append(name)
    elif not open_tags:
        raise BadMarkup(f"Unexpected end tag at byte offset {offset}")
    elif open_tags.pop() != name:
        raise BadMarkup(f'Unmatched end tag at byte offset {offset}, found "</{name}>"')
