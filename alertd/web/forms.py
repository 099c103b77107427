"""Reads what a browser's form sent, in memory only: a secret document must not touch the disk on its way to the refusal."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field

from aiohttp import BodyPartReader, web
from aiohttp.http_exceptions import HttpProcessingError

from alertd.errors import Invalid, TooLarge
from alertd.web.contents import FILE_WITHIN, bounded

FIELDS_AT_MOST = 2000
LONGEST_NUMBER = 9
UTF_8 = "utf-8"
TYPED = frozenset({"note", "reason", "words", "actions", "deadline_text", "report"})
"""The fields in which people write; those of one row among many bear its number before them (`3-actions`). The text of a document is
none: it may be secret, and whoever pasted it has it.
"""


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with a form."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Form:
    """The fields of a form, and its files."""

    fields: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, Upload] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """A field's words: NFC, one kind of line end, trimmed; empty where the field is missing."""
        words = self.fields.get(name, "").replace("\r\n", "\n")
        return unicodedata.normalize("NFC", words).strip()

    def required(self, name: str, sentence: str) -> str:
        """A field that must not be empty. Raises Invalid with the sentence."""
        words = self.text(name)
        if not words:
            raise Invalid("missing", sentence)
        return words

    def number(self, name: str) -> int | None:
        """A field's whole number, of at most nine digits; None for anything else."""
        return whole_number(self.text(name))

    def typed(self) -> tuple[str, ...]:
        """What somebody wrote in it, so that a refusal can give it back."""
        return tuple(words for name in self.fields if name.rpartition("-")[2] in TYPED and (words := self.text(name)))

    def lines(self, name: str) -> tuple[str, ...]:
        """A field's lines, the empty ones left out."""
        return tuple(line.strip() for line in self.text(name).split("\n") if line.strip())


def whole_number(words: str) -> int | None:
    """The number of at most nine digits that the words are; None for anything else."""
    return int(words) if words.isdecimal() and len(words) <= LONGEST_NUMBER else None


async def read_form(request: web.Request, limit: int, within: float = FILE_WITHIN) -> Form:
    """The form in a request's body. Raises TooLarge beyond `limit` bytes, Invalid for what is no form, HTTPRequestTimeout for one that
    takes more than so many seconds.
    """
    if request.content_length is not None and request.content_length > limit:
        raise TooLarge("too_large", "Dữ liệu gửi lên quá lớn.")
    if request.content_type not in _READERS:
        raise Invalid("no_form", "Yêu cầu không phải là biểu mẫu.")
    if (request.charset or UTF_8).lower() != UTF_8:  # the only one that pages ask for; some others make halves of letters
        raise Invalid("no_form", "Biểu mẫu phải được gửi bằng bảng mã UTF-8.")
    try:
        async with bounded(within):
            return await _READERS[request.content_type](request, limit)
    except (ValueError, LookupError, HttpProcessingError):  # what aiohttp says to broken multipart
        raise Invalid("no_form", "Biểu mẫu gửi lên bị hỏng, không đọc được.") from None


async def _read_fields(request: web.Request, limit: int) -> Form:
    posted = await request.clone(client_max_size=limit).post()
    return Form({name: value for name, value in posted.items() if isinstance(value, str)})


async def _read_parts(request: web.Request, limit: int) -> Form:
    """Names count as content does, and empty parts as full ones: both fill the memory."""
    fields: dict[str, str] = {}
    files: dict[str, Upload] = {}
    left, number = limit, 0
    async for part in await request.multipart():
        number += 1
        if not isinstance(part, BodyPartReader) or part.name is None or number > FIELDS_AT_MOST:
            raise Invalid("no_form", "Biểu mẫu không hợp lệ.")
        left -= len(part.name) + len(part.filename or "")
        content = await _read_part(part, left)
        left -= len(content)
        if part.filename is None:
            fields[part.name] = content.decode("utf-8", errors="replace")
        elif content or part.filename:
            files[part.name] = Upload(part.filename, content)
    return Form(fields, files)


async def _read_part(part: BodyPartReader, left: int) -> bytes:
    content = bytearray()
    while left >= 0 and (chunk := await part.read_chunk()):
        content += chunk
        left -= len(chunk)
    if left < 0:
        raise TooLarge("too_large", "Dữ liệu gửi lên quá lớn.")
    return bytes(content)


_READERS = {"multipart/form-data": _read_parts, "application/x-www-form-urlencoded": _read_fields}
