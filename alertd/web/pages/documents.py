"""The register of documents: its list, handing one in, and the page on which an officer reviews it."""

from __future__ import annotations

from collections.abc import Sequence

from aiohttp import web

from alertd.clock import day_there
from alertd.errors import Invalid
from alertd.model.bodies import Body
from alertd.model.documents import REVIEWABLE, DocumentState, Span
from alertd.model.register import Document
from alertd.web.forms import Form
from alertd.web.highlight import marks_of, paragraphs
from alertd.web.keys import CALLER, DESK, FORM, number_in
from alertd.web.proposal_groups import grouped
from alertd.web.questions import elsewhere, questions
from alertd.web.rendering import page, see
from alertd.workflow.board.views import DocumentView
from alertd.workflow.desk import Desk
from alertd.workflow.grouping import sorted_by
from alertd.workflow.notices.succession import divided

PASTED = "van-ban-dan.txt"
"""The name of a text that was pasted rather than uploaded."""
OUTSIDE_AT_MOST = 20_000
"""Characters outside all documents that a page shows."""
STANDING = (DocumentState.APPROVED, DocumentState.EXPIRED)


async def everything(request: web.Request) -> web.StreamResponse:
    """The latest documents, newest first."""
    documents = await request.app[DESK].board.documents(limit=200)
    return page(request, "documents.html", documents=documents)


async def hand_in(request: web.Request) -> web.StreamResponse:
    """Take in an uploaded file or a pasted text, and lead to what was read."""
    content, name = _handed(request[FORM])
    submission = await request.app[DESK].intake.submit(content, name, "console", request[CALLER].name)
    return see(_first_to_review(submission.documents), "submitted" if submission.is_new else "known")


async def review(request: web.Request) -> web.StreamResponse:
    """Source and reading side by side, the proposals, and what can be done with the document now."""
    desk = request.app[DESK]
    view = await desk.board.document(number_in(request))
    document = view.document
    marks = marks_of(document.reading)
    can_review = document.state in REVIEWABLE
    return page(
        request,
        "document.html",
        view=view,
        document=document,
        paragraphs=paragraphs(view.file.text, view.file.paragraphs, document.reading.span, marks),
        outside=_outside(view),
        bodies=in_office(desk),
        groups=sorted_by(grouped(document, desk.clock.now()), lambda group: group.directive),
        questions=questions(document) if document.reading.is_emergency else (),
        divided=divided(document.proposals, desk.directory, desk.clock.now()) if can_review else (),
        elsewhere=elsewhere(document),
        can_review=can_review,
        is_standing=document.state in STANDING,
    )


async def begin(request: web.Request) -> web.StreamResponse:
    """Let the others see that somebody is at it."""
    document = await request.app[DESK].review.open(number_in(request), request[CALLER].name)
    return see(f"/documents/{document.id}")


async def take_as_urgent(request: web.Request) -> web.StreamResponse:
    """Overrule the program, which took it for no emergency."""
    document = await request.app[DESK].review.take_as_urgent(number_in(request), request[CALLER].name)
    return see(f"/documents/{document.id}", "urgent")


def _outside(view: DocumentView) -> tuple[str, ...]:
    """The paragraphs of the file that belong to no document, as far as a page can hold them."""
    found: list[str] = []
    room = OUTSIDE_AT_MOST
    for span in view.outside:
        part = Span(span.start, min(span.end, span.start + room))
        found += ["".join(piece.text for piece in pieces) for pieces in paragraphs(view.file.text, view.file.paragraphs, part, ())]
        room -= span.end - span.start
        if room <= 0:
            return (*found, "…")
    return tuple(found)


def in_office(desk: Desk) -> list[Body]:
    """The bodies that an officer may choose: those that exist today."""
    today = day_there(desk.clock.now())
    return [body for body in desk.directory.bodies if body.exists_on(today)]


def _handed(form: Form) -> tuple[bytes, str]:
    upload = form.files.get("file")
    if upload is not None and upload.content:
        return upload.content, upload.name
    text = form.fields.get("text", "")
    if not text.strip():
        raise Invalid("empty", "Hãy chọn một tệp hoặc dán nội dung văn bản.")
    return text.encode(), PASTED


def _first_to_review(documents: Sequence[Document]) -> str:
    urgent = [document for document in documents if document.reading.is_emergency] or list(documents)
    return f"/documents/{urgent[0].id}" if len(urgent) == 1 else "/documents"
