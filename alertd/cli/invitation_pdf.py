"""Draws invitations as a PDF to print: a card for each contact with its QR code and what to do with it, ten to a page."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import segno
from fpdf import FPDF

from alertd.errors import SetupError
from alertd.workflow.labels import time_label
from alertd.workflow.people.invitations import Invitation

_FONTS = (
    ("dejavu/DejaVuSans.ttf", "dejavu/DejaVuSans-Bold.ttf"),
    ("noto/NotoSans-Regular.ttf", "noto/NotoSans-Bold.ttf"),
    ("liberation/LiberationSans-Regular.ttf", "liberation/LiberationSans-Bold.ttf"),
    ("liberation2/LiberationSans-Regular.ttf", "liberation2/LiberationSans-Bold.ttf"),
)
"""Free fonts with all Vietnamese letters, where systems keep them."""
_FOLDERS = (Path("/usr/share/fonts/truetype"), Path("/usr/share/fonts"), Path("/usr/local/share/fonts"), Path.home() / ".local/share/fonts")
_COLUMNS, _ROWS = 2, 5
_MARGIN, _GAP, _PADDING = 10.0, 4.0, 3.0
_WIDTH = (210 - 2 * _MARGIN - (_COLUMNS - 1) * _GAP) / _COLUMNS
_HEIGHT = (297 - 2 * _MARGIN - (_ROWS - 1) * _GAP) / _ROWS
_CODE = 30.0
_TODO = (
    "Quét mã bằng điện thoại đã cài Telegram (hoặc mở đường dẫn bên dưới), rồi bấm START hay BẮT ĐẦU. Khi có tin “Đã ghi danh”, "
    "đồng chí nhận công điện của {province} và trả lời ngay tại đó."
)
_ONCE = "Dùng một lần, đến {until}. Không chuyển cho người khác. Trực ban: {telephone}"


def cards_as_pdf(invitations: Sequence[Invitation], province: str, telephone: str) -> bytes:
    """The cards on A4, lengths in millimetres; `telephone` is the duty desk's. Raises SetupError where no font has the letters."""
    document = FPDF(format="A4", unit="mm")
    document.set_auto_page_break(False)
    document.set_title(f"Thư mời nhận công điện · {province}")
    document.set_lang("vi")
    regular, bold = fonts()
    document.add_font("card", "", regular)
    document.add_font("card", "B", bold)
    for number, invitation in enumerate(invitations):
        place = number % (_COLUMNS * _ROWS)
        if place == 0:
            document.add_page()
        left, top = _MARGIN + place % _COLUMNS * (_WIDTH + _GAP), _MARGIN + place // _COLUMNS * (_HEIGHT + _GAP)
        _card(document, left, top, invitation, province, telephone)
    return bytes(document.output())


def fonts() -> tuple[Path, Path]:
    """A regular and a bold face that this machine has. Raises SetupError."""
    pairs = ((folder / regular, folder / bold) for folder in _FOLDERS for regular, bold in _FONTS)
    found = next((pair for pair in pairs if all(face.is_file() for face in pair)), None)
    if found is None:
        raise SetupError(
            ["--sheet: a PDF needs a font with Vietnamese letters; install the package fonts-dejavu-core, or name an .html file"]
        )
    return found


def _card(document: FPDF, left: float, top: float, invitation: Invitation, province: str, telephone: str) -> None:
    document.set_draw_color(120)
    document.rect(left, top, _WIDTH, _HEIGHT)
    beside = _WIDTH - _CODE - 2 * _PADDING
    document.image(_code(invitation.link), x=left + _WIDTH - _CODE - 1, y=top + 1, w=_CODE, h=_CODE)
    document.set_xy(left + _PADDING, top + _PADDING)
    _write(document, beside, 10, invitation.body, bold=True)
    _write(document, beside, 8.5, invitation.contact.title)
    document.set_xy(left + _PADDING, max(document.get_y(), top + _CODE) + 1)
    _write(document, _WIDTH - 2 * _PADDING, 7, _TODO.format(province=province))
    _write(document, _WIDTH - 2 * _PADDING, 7, _ONCE.format(until=time_label(invitation.expires_at), telephone=telephone), bold=True)
    _write(document, _WIDTH - 2 * _PADDING, 5.5, invitation.link)


def _write(document: FPDF, width: float, size: float, text: str, *, bold: bool = False) -> None:
    """Lines of text under what stands there; `size` in points."""
    document.set_font("card", "B" if bold else "", size)
    document.multi_cell(width, size * 0.43, text, align="L", new_x="LEFT", new_y="NEXT")


def _code(link: str) -> io.BytesIO:
    image = io.BytesIO()
    segno.make(link, error="m", micro=False).save(image, kind="png", scale=6, border=2)
    image.seek(0)
    return image
