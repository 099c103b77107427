"""Draws invitations as a page to print: a card for each contact with its QR code and what to do with it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import segno
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from alertd.workflow.labels import time_label
from alertd.workflow.people.invitations import Invitation

_PAGES = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True, undefined=StrictUndefined, trim_blocks=True)


def cards(invitations: Sequence[Invitation], province: str, telephone: str) -> str:
    """A page of HTML that needs nothing else; `telephone` is the duty desk's."""
    drawn = [(invitation, qr_code(invitation.link), time_label(invitation.expires_at)) for invitation in invitations]
    return _PAGES.get_template("invitation_cards.html.j2").render(cards=drawn, province=province, telephone=telephone)


def qr_code(text: str) -> str:
    """The text as a QR code: inline SVG that takes the size of its place."""
    return segno.make(text, error="m", micro=False).svg_inline(omitsize=True)
