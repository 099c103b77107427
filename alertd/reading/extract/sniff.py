"""Tells what a file is by its content; its name only decides where the content leaves it open."""

from __future__ import annotations

import re
from enum import StrEnum

from alertd.reading.extract.refusals import refuse_known, refuse_xml


class Format(StrEnum):
    """The formats that can be read."""

    TXT = "txt"
    HTML = "html"
    DOCX = "docx"
    PDF = "pdf"
    MAIL = "eml"


_PDF_WITHIN = 1024
_HTML_WITHIN = 4096
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_HTML = re.compile(
    r"<(?:!doctype\s+html|html|head|body|meta|title|div|p|table|span|br|h[1-6]|ul|ol|center|article|section)(?:\s[^<]*|/)?>",
    re.IGNORECASE,
)
_TAG = re.compile(r"<[a-z][a-z0-9]*(?:\s[^<>]*)?/?>", re.IGNORECASE)
_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,40}:[^\r\n]{0,2000}\r?\n(?:[ \t][^\r\n]{0,2000}\r?\n){0,100}")
_OF_MAIL = re.compile(rb"(?:MIME-Version|Message-ID|Received|Return-Path):", re.IGNORECASE)
_MOST_HEADERS = 200


def sniff(content: bytes, name: str) -> Format:
    """The format of a file, `name` being its file name. Raises `Unreadable` for formats known and not read."""
    if b"%PDF-" in content[:_PDF_WITHIN]:
        return Format.PDF
    if content.startswith(_ZIP):
        return Format.DOCX
    refuse_known(content)
    if _is_mail(content):
        return Format.MAIL
    opening = _opening(content)
    if _HTML.search(opening) or (name.lower().endswith((".html", ".htm")) and _TAG.search(opening)):
        return Format.HTML
    refuse_xml(content)
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
