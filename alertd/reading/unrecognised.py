"""Makes of a file in which no document was recognised one that orders nothing, so that whoever is on duty sees it and decides."""

from __future__ import annotations

from alertd.model.documents import UNRECOGNISED, DocumentKind, FileReading, Problem, Reading, Span
from alertd.reading.hazards import hazards_in

_LONGEST_TITLE = 160
_REASON = "Máy không nhận ra văn bản chỉ đạo nào trong tệp này."
_TO_DO = f"{_REASON} Nếu đây là lệnh phải truyền đạt, hãy thêm nhiệm vụ rồi phát; nếu không, hãy ghi lý do không phát."


def whole_file(found: FileReading) -> Reading | None:
    """The file as one document, with the hazards that its words name; None where it was refused or documents were found in it."""
    if found.refused is not None or found.documents:
        return None
    whole = Span(0, len(found.text))
    return Reading(
        kind=DocumentKind.KHAC,
        number=None,
        issued_on=None,
        issuer=None,
        subject=_title(found),
        urgency=None,
        secrecy=None,
        is_internal=False,
        is_emergency=False,
        emergency_reason=_REASON,
        hazards=hazards_in(found.text.lower()),
        cites=(),
        addressees_to_act=(),
        copies=(),
        signatory=None,
        span=whole,
        directives=(),
        context=(whole,),
        problems=(Problem(UNRECOGNISED, _TO_DO),),
    )


def _title(found: FileReading) -> str:
    """The file's first line, or as many whole words of it as a title may hold."""
    first = found.paragraphs[0] if found.paragraphs else Span(0, len(found.text))
    line = found.text[first.start : first.end].rstrip(" .:;")
    return line if len(line) <= _LONGEST_TITLE else f"{line[:_LONGEST_TITLE].rpartition(' ')[0] or line[:_LONGEST_TITLE]} …"
