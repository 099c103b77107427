"""Reads messages of e-mail and pages saved in their form (.mht): subject and words first, then each attachment as the file that it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message

from alertd.model.documents import Problem
from alertd.reading.extract.outcome import Extracted, Unreadable
from alertd.reading.limits import Limits

Read = Callable[[bytes, str, Limits], Extracted]
"""What reads a file of any format: `extract` itself."""

_MOST_PARTS = 100
_RESOURCES = ("image/", "audio/", "video/", "font/", "text/css", "text/javascript", "application/javascript", "application/pgp-signature")
"""What a page or a signature is drawn with; a picture that was attached is told of."""


def read_mail(content: bytes, limits: Limits, read: Read) -> Extracted:
    """The lines of a message. What of it cannot be read is named in a problem; raises `Unreadable` where that is everything."""
    message = message_from_bytes(content)
    try:
        parts = list(_parts(message))
    except RecursionError as error:
        raise Unreadable("broken", "Thư lồng nhau quá nhiều lớp, không được mở.") from error
    if len(parts) > _MOST_PARTS:
        raise Unreadable("too_large", f"Thư có hơn {_MOST_PARTS} phần, không được mở.")
    gathered = _Gathered()
    if subject := _decoded(message.get("Subject", "")):
        gathered.lines += [subject, ""]
    for part in parts:
        gathered.add(part, limits, read)
    if gathered.read_parts == 0 and gathered.refusals:
        raise gathered.refusals[0]
    return Extracted(tuple(gathered.lines), "eml", tuple(gathered.problems), frozenset(gathered.going_on))


@dataclass(slots=True)
class _Gathered:
    """What the parts of a message hold, one after the other."""

    lines: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    going_on: set[int] = field(default_factory=set)
    refusals: list[Unreadable] = field(default_factory=list)
    read_parts: int = 0

    def add(self, part: Message, limits: Limits, read: Read) -> None:
        """Read one part, or say why it was not."""
        name = _decoded(part.get_filename() or "")
        payload = part.get_payload(decode=True)
        content = payload if isinstance(payload, bytes) else b""
        try:
            found = read(content, name or f"thu.{part.get_content_subtype()}", limits)
        except Unreadable as refusal:
            if refusal.code != "empty" or name:
                self.refusals.append(refusal)
                self.problems.append(Problem("attachment_left_out", f"Không đọc được phần “{name or 'nội dung thư'}”: {refusal.sentence}"))
            return
        self.read_parts += 1
        self.going_on |= {len(self.lines) + place for place in found.going_on}
        self.lines += [*found.lines, ""]
        self.problems += found.problems


def _parts(message: Message) -> Iterator[Message]:
    """The parts that say something; of the forms in which a message says the same the richest, which stands last."""
    if not message.is_multipart():
        is_resource = message.get_content_type().startswith(_RESOURCES) and message.get_content_disposition() != "attachment"
        if not is_resource:
            yield message
        return
    inner = [each for each in message.get_payload() if isinstance(each, Message)]
    if message.get_content_type() == "multipart/alternative":
        worded = [each for each in inner if any(part.get_content_maintype() == "text" for part in each.walk())]
        inner = [each for each in worded if each.get_content_subtype() != "calendar"][-1:]
    for each in inner:
        yield from _parts(each)


def _decoded(header: object) -> str:
    """A header's words as they are meant: "=?utf-8?Q?C=C3=B4ng_=C4=91i=E1=BB=87n?=" is "Công điện"."""
    written = " ".join(str(header).split())
    try:
        return str(make_header(decode_header(written)))
    except (HeaderParseError, LookupError, UnicodeError, ValueError):
        return written
