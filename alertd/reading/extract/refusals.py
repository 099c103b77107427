"""Names the formats that are known and not read, each in a sentence that tells the officer what to send instead."""

from __future__ import annotations

import re
from collections.abc import Collection

from alertd.reading.extract.outcome import Unreadable

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*")
# Telephones: the kind stands behind the length of the first part, or behind that of the whole.
_IMAGE_PARTS = re.compile(rb".{4}ftyp(?:hei[cxs]|hev[cx]|mif1|msf1|avif)|RIFF.{4}WEBP", re.DOTALL)
_FILMS = re.compile(rb".{4}ftyp|OggS|RIFF.{4}(?:AVI |WAVE)|\x1a\x45\xdf\xa3|#!AMR", re.DOTALL)
_ARCHIVES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b")
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s*<\?xml\s")
_WORD_XML = re.compile(rb"<(?:w:wordDocument|pkg:package)[\s>]|progid=\"Word\.Document\"")
_XML_WITHIN = 4096
_SAVE_AS = "hãy lưu lại dạng .docx hoặc PDF rồi gửi lại"
_DOCUMENTS_INSIDE = (".docx", ".doc", ".pdf", ".odt", ".rtf", ".html", ".txt")
_PACKED = {"xl/": "bảng tính Excel", "ppt/": "trình chiếu PowerPoint"}


def refuse_known(content: bytes) -> None:
    """Raises `Unreadable` where the content shows a format that is known and not read, a page of the web excepted."""
    if content.startswith(_OLE):
        _refuse_ole(content)
    if content.startswith(_ARCHIVES):
        raise _archive()
    if content.startswith(_IMAGES) or _IMAGE_PARTS.match(content):
        raise Unreadable("unsupported", "Tệp là ảnh chụp, chưa đọc được chữ trong ảnh; hãy gửi bản .docx hoặc PDF có chữ.")
    if _FILMS.match(content):
        raise Unreadable("unsupported", "Tệp là âm thanh hoặc phim, không phải văn bản; hãy gửi bản .docx hoặc PDF có chữ.")
    if content.lstrip()[:5] == b"{\\rtf":
        raise Unreadable("unsupported", f"Chưa đọc được tệp RTF; {_SAVE_AS}.")


def refuse_xml(content: bytes) -> None:
    """Raises `Unreadable` where a file is XML: what shows of it are its marks, and the text only between them."""
    if not _XML.match(content):
        return
    if _WORD_XML.search(content, 0, _XML_WITHIN):
        raise Unreadable("unsupported", f"Chưa đọc được tệp Word lưu dạng XML (.xml); {_SAVE_AS}.")
    raise Unreadable("unsupported", f"Chưa đọc được tệp XML; {_SAVE_AS}.")


def refusal_of_package(names: Collection[str]) -> Unreadable:
    """The refusal of a packed file with those parts, which is no document of Word's."""
    if any(name.lower().endswith(_DOCUMENTS_INSIDE) for name in names):
        return _archive()
    if "mimetype" in names and "content.xml" in names:
        return Unreadable("unsupported", f"Chưa đọc được tệp OpenDocument (.odt, .ods); {_SAVE_AS}.")
    kind = next((told for folder, told in _PACKED.items() if any(name.startswith(folder) for name in names)), None)
    if kind:
        return Unreadable("unsupported", f"Tệp là {kind}, chưa đọc được; hãy gửi văn bản dạng .docx hoặc PDF.")
    return Unreadable("unsupported", "Chưa đọc được loại tệp này; hãy gửi văn bản dạng .docx, PDF, HTML hoặc .txt.")


def _archive() -> Unreadable:
    return Unreadable("unsupported", "Tệp là tệp nén, không được mở; hãy giải nén rồi gửi từng văn bản.")


def _refuse_ole(content: bytes) -> None:
    """Legacy Office files, and today's when a password locks them, share one container; its directory is in UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise Unreadable("encrypted", "Tệp được đặt mật khẩu, không đọc được; hãy gỡ mật khẩu rồi gửi lại.")
    if "WordDocument".encode("utf-16-le") in content:
        raise Unreadable("unsupported", f"Chưa đọc được tệp Word đời cũ (.doc); {_SAVE_AS}.")
    raise Unreadable("unsupported", f"Chưa đọc được tệp Office đời cũ; {_SAVE_AS}.")
