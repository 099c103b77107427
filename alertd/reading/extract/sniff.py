"""Tells what a file is by its content; its name only decides where the content leaves it open."""

from __future__ import annotations

import re
from enum import StrEnum

from alertd.reading.extract.outcome import Unreadable


class Format(StrEnum):
    """The formats that can be read."""

    TXT = "txt"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    MAIL = "eml"


_PDF_WITHIN = 1024
_HTML_WITHIN = 4096
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|title|div|p|table|span|br|h[1-6]|ul|ol|center|article|section)(?:\s[^<]*|/)?>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
_ARCHIVES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b")
_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,40}:[^\r\n]{0,2000}\r?\n(?:[ \t][^\r\n]{0,2000}\r?\n){0,100}")
_OF_MAIL = re.compile(rb"(?:MIME-Version|Message-ID|Received|Return-Path):", re.IGNORECASE)
_MOST_HEADERS = 200
_SAVE_AS = "hãy lưu lại dạng .docx hoặc PDF rồi gửi lại"


def sniff(content: bytes, name: str) -> Format:
    """The format of a file, `name` being its file name. Raises `Unreadable` for formats known and not read."""
    if b"%PDF-" in content[:_PDF_WITHIN]:
        return Format.PDF
    if content.startswith(_ZIP):
        return Format.DOCX
    _refuse_known(content)
    if _is_mail(content):
        return Format.MAIL
    opening = _opening(content)
    if _HTML.search(opening) or (name.lower().endswith((".html", ".htm")) and _TAG.search(opening)):
        return Format.HTML
    return Format.TXT


def _is_mail(content: bytes) -> bool:
    """Whether a message begins with its headers, one of them such as only mail has; a page saved with its pictures (.mht) is one, too."""
    at = len(content) - len(content.lstrip())
    is_of_mail = False
    for _ in range(_MOST_HEADERS):
        header = _HEADER.match(content, at)
        if header is None:
            break
        is_of_mail |= _OF_MAIL.match(header.group()) is not None
        at = header.end()
    return is_of_mail


def _opening(content: bytes) -> str:
    """The first characters, as far as tags show: those of a page in UTF-16 stand between zero bytes."""
    return content[:_HTML_WITHIN].replace(b"\0", b"").decode("latin-1")


def _refuse_known(content: bytes) -> None:
    if content.startswith(_OLE):
        _refuse_ole(content)
    if content.startswith(_ARCHIVES):
        raise Unreadable("unsupported", "Tệp là tệp nén, không được mở; hãy giải nén rồi gửi từng văn bản.")
    if content.startswith(_IMAGES):
        raise Unreadable("unsupported", "Tệp là ảnh chụp, chưa đọc được chữ trong ảnh; hãy gửi bản .docx hoặc PDF có chữ.")
    if content.lstrip()[:5] == b"{\\rtf":
        raise Unreadable("unsupported", f"Chưa đọc được tệp RTF; {_SAVE_AS}.")


def _refuse_ole(content: bytes) -> None:
    """Legacy Office files, and today's when a password locks them, share one container; its directory is in UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise Unreadable("encrypted", "Tệp được đặt mật khẩu, không đọc được; hãy gỡ mật khẩu rồi gửi lại.")
    if "WordDocument".encode("utf-16-le") in content:
        raise Unreadable("unsupported", f"Chưa đọc được tệp Word đời cũ (.doc); {_SAVE_AS}.")
    raise Unreadable("unsupported", f"Chưa đọc được tệp Office đời cũ; {_SAVE_AS}.")
