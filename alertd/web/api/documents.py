"""Handing documents in and deciding about them, for programs."""

from __future__ import annotations

from collections.abc import Sequence

from aiohttp import web

from alertd.directory.directory import Directory
from alertd.errors import Invalid, TooLarge
from alertd.model.assignments import Proposal
from alertd.web.api.asked import AskedApproval, AskedAssignment, AskedCorrection, AskedReason, asked
from alertd.web.api.shown import shown_document, shown_preview, shown_release
from alertd.web.contents import FILE_WITHIN, content_of
from alertd.web.forms import read_form
from alertd.web.keys import CALLER, DESK, number_in
from alertd.web.middleware.csrf import BESIDE_THE_FILE
from alertd.workflow.dispatch.standing import fingerprint

UNNAMED = "van-ban.txt"
LONGEST_KEY = 200


async def submit(request: web.Request) -> web.StreamResponse:
    """201 for a new file, 200 with the earlier answer for the same bytes or the same Idempotency-Key."""
    content, name = await _file(request)
    submission = await request.app[DESK].intake.submit(content, name, "api", request[CALLER].name, _key(request))
    body = {"file_id": submission.file.id, "documents": [shown_document(document) for document in submission.documents]}
    return web.json_response(body, status=201 if submission.is_new else 200)


async def everything(request: web.Request) -> web.StreamResponse:
    """The latest documents, newest first."""
    limit = request.query.get("limit", "100")
    if not limit.isdecimal() or len(limit) > 4 or not 1 <= int(limit) <= 1000:
        raise Invalid("bad_limit", "Tham số limit phải từ 1 đến 1000.")
    documents = await request.app[DESK].board.documents(limit=int(limit))
    return web.json_response({"documents": [shown_document(document) for document in documents]})


async def one(request: web.Request) -> web.StreamResponse:
    """One document's reading, and the fingerprint of what stands."""
    view = await request.app[DESK].board.document(number_in(request))
    return web.json_response(shown_document(view.document) | {"fingerprint": fingerprint(view.document, view.dispatches)})


async def text(request: web.Request) -> web.StreamResponse:
    """The whole file's text, in which all spans count."""
    view = await request.app[DESK].board.document(number_in(request))
    return web.Response(text=view.file.text)


async def preview(request: web.Request) -> web.StreamResponse:
    """What a release would send now, before anything leaves."""
    desk = request.app[DESK]
    is_drill = desk.is_drill or request.query.get("drill") == "true"
    return web.json_response(shown_preview(await desk.review.preview(number_in(request), is_drill=is_drill)))


async def approve(request: web.Request) -> web.StreamResponse:
    """Release a document."""
    wish = await asked(request, AskedApproval)
    desk = request.app[DESK]
    proposals = None if wish.assignments is None else proposals_in(wish.assignments, desk.directory)
    dispatch = await desk.release.approve(
        number_in(request), request[CALLER].name, is_drill=wish.drill, proposals=proposals, seen=wish.seen
    )
    return web.json_response(shown_release(dispatch))


async def take_as_urgent(request: web.Request) -> web.StreamResponse:
    """Overrule the program, which took a document for no emergency."""
    document = await request.app[DESK].review.take_as_urgent(number_in(request), request[CALLER].name)
    return web.json_response(shown_document(document))


async def reject(request: web.Request) -> web.StreamResponse:
    """Decide that a document is not released."""
    wish = await asked(request, AskedReason)
    document = await request.app[DESK].review.reject(number_in(request), wish.reason, request[CALLER].name)
    return web.json_response({"id": document.id, "state": document.state})


async def correct(request: web.Request) -> web.StreamResponse:
    """Put a release right."""
    wish = await asked(request, AskedCorrection)
    changes = [change.as_change() for change in wish.changes]
    dispatch = await request.app[DESK].release.correct(number_in(request), changes, wish.note, request[CALLER].name, wish.seen)
    return web.json_response(shown_release(dispatch))


async def withdraw(request: web.Request) -> web.StreamResponse:
    """Call a release back."""
    wish = await asked(request, AskedReason)
    dispatch = await request.app[DESK].release.withdraw(number_in(request), wish.reason, request[CALLER].name)
    return web.json_response(shown_release(dispatch))


async def close(request: web.Request) -> web.StreamResponse:
    """End the following-up."""
    wish = await asked(request, AskedReason)
    dispatch = await request.app[DESK].release.close(number_in(request), wish.reason, request[CALLER].name)
    return web.json_response(shown_release(dispatch))


def proposals_in(given: Sequence[AskedAssignment], directory: Directory) -> list[Proposal]:
    """What a program asks to be sent. Raises Invalid for a body that nobody knows."""
    for one in given:
        if directory.find_body(one.body) is None:
            raise Invalid("no_body", f"Danh bạ không có đơn vị “{one.body}”.")
    return [one.as_proposal(place) for place, one in enumerate(given)]


def _key(request: web.Request) -> str | None:
    """The submission's own name, by which it is known when it comes again. Raises Invalid."""
    key = request.headers.get("Idempotency-Key", "")
    if len(key) > LONGEST_KEY or not key.isprintable():
        raise Invalid("bad_key", f"Khóa Idempotency-Key phải là chữ in được, nhiều nhất {LONGEST_KEY} ký tự.")
    return key or None


async def _file(request: web.Request) -> tuple[bytes, str]:
    limit = request.app[DESK].settings.intake.max_bytes
    if request.content_type == "multipart/form-data":
        upload = (await read_form(request, limit + BESIDE_THE_FILE)).files.get("file")
        if upload is None:
            raise Invalid("missing", "Thiếu phần “file” trong dữ liệu gửi lên.")
        return upload.content, upload.name
    if request.content_type != "text/plain":
        raise web.HTTPUnsupportedMediaType
    if (request.content_length or 0) > limit:
        raise TooLarge("too_large", "Văn bản lớn hơn mức cho phép.")
    return await content_of(request, limit, FILE_WITHIN), UNNAMED
