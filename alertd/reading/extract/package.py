"""Opens packed documents (zip with XML parts) without being led to unpack, expand or fetch more than the limits allow."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass

from lxml import etree

from alertd.reading.extract.outcome import Unreadable
from alertd.reading.limits import MIB, Limits

_MOST_ENTRIES = 5_000
_ENTRY = b"PK\x01\x02"
_ENCRYPTED = 0x1
_MARKUP_A_CHARACTER = 32
"""Bytes of XML that Word spends on a character at the worst; a part beyond that much times `max_characters` is not parsed."""
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff")
# Everything that zipfile raises over a directory or an entry that lies.
_ZIP_ERRORS = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, OverflowError, RuntimeError, ValueError)


@dataclass(frozen=True, slots=True)
class Package:
    """A packed document whose declared size is within the limits."""

    archive: zipfile.ZipFile
    limits: Limits

    @property
    def names(self) -> list[str]:
        """The names of its parts."""
        return self.archive.namelist()

    def part(self, name: str) -> etree._Element | None:
        """The root of an XML part; None where there is no such part."""
        if name not in self.archive.NameToInfo:
            return None
        return _parsed(self._unpacked(name))

    def _unpacked(self, name: str) -> bytes:
        most = min(self.limits.max_unpacked_bytes, _MARKUP_A_CHARACTER * self.limits.max_characters)
        try:
            with self.archive.open(name) as part:
                content = part.read(most + 1)
        except _ZIP_ERRORS as error:
            raise broken() from error
        if len(content) > most:
            raise _too_large_unpacked(most)
        return content


def open_package(content: bytes, limits: Limits) -> Package:
    """The package, its directory checked and nothing unpacked yet. Raises `Unreadable`."""
    if content.count(_ENTRY) > _MOST_ENTRIES:
        raise Unreadable("too_large", f"Tệp nén chứa hơn {_MOST_ENTRIES} mục con, không được mở.")
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except _ZIP_ERRORS as error:
        raise broken() from error
    entries = archive.infolist()
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise Unreadable("encrypted", "Tệp nén được đặt mật khẩu, không đọc được; hãy gỡ mật khẩu rồi gửi lại.")
    _check_declared(sum(entry.file_size for entry in entries), len(content), limits)
    return Package(archive, limits)


def _check_declared(unpacked: int, packed: int, limits: Limits) -> None:
    if unpacked > limits.max_unpacked_bytes:
        raise _too_large_unpacked(limits.max_unpacked_bytes)
    if unpacked > limits.max_unpacked_ratio * packed:
        most = limits.max_unpacked_ratio
        raise Unreadable("too_large", f"Tệp nén khi giải nén lớn gấp hơn {most} lần (giới hạn intake.max_unpacked_ratio), không được mở.")


def _too_large_unpacked(most: int) -> Unreadable:
    return Unreadable("too_large", f"Nội dung giải nén vượt giới hạn {most // MIB} MB (intake.max_unpacked_bytes), không được mở.")


def broken() -> Unreadable:
    """The refusal of a packed file that is cut off or damaged."""
    return Unreadable("broken", "Tệp hỏng hoặc tải về chưa đủ, không mở được; hãy gửi lại tệp.")


def _parsed(content: bytes) -> etree._Element:
    """The root of an XML part.

    The packaging standard (ECMA-376 part 2, 8.1.4) forbids document types and all encodings but UTF-8 and UTF-16; holding to it leaves no
    entity to expand and nothing to fetch.
    """
    if b"<!DOCTYPE" in content.replace(b"\0", b""):
        raise Unreadable("broken", "Tệp chứa khai báo DTD không được phép trong tài liệu Word, không được mở.")
    encoding = "utf-16" if content.startswith(_WIDE_MARKS) else "utf-8"
    parser = etree.XMLParser(encoding=encoding, resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True)
    try:
        return etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise broken() from error
