"""The officer's decisions on a document: release after a second look, reject, correct, withdraw, close."""

from __future__ import annotations

from aiohttp import web

from alertd.model.documents import REVIEWABLE
from alertd.web.forms import Form, whole_number
from alertd.web.keys import CALLER, DESK, FORM, number_in
from alertd.web.pages.documents import in_office
from alertd.web.pages.proposals import change_in
from alertd.web.rendering import page, see
from alertd.workflow.desk import Desk
from alertd.workflow.dispatch.amending import Change
from alertd.workflow.dispatch.standing import AlreadyReleased, fingerprint


async def confirm(request: web.Request) -> web.StreamResponse:
    """Before anything leaves: whom it would reach, by what, what is doubtful, and how the messages read, those to one body with
    `?body=`. What has left the desk is shown as it stands.
    """
    desk = request.app[DESK]
    document_id = number_in(request)
    as_drill = desk.is_drill or request.query.get("drill") == "1"
    view = await desk.board.document(document_id)
    if view.document.state not in REVIEWABLE:
        return see(f"/documents/{document_id}")
    body = request.query.get("body", "")
    preview = await desk.review.preview(document_id, is_drill=as_drill, body=body)
    return page(request, "approve.html", document=view.document, preview=preview, as_drill=as_drill, body=body)


async def approve(request: web.Request) -> web.StreamResponse:
    """Release; whoever comes second is led to what the first released."""
    desk = request.app[DESK]
    as_drill = desk.is_drill or request[FORM].text("drill") == "1"
    try:
        dispatch = await desk.release.approve(number_in(request), request[CALLER].name, is_drill=as_drill, seen=request[FORM].text("seen"))
    except AlreadyReleased as already:
        return see(f"/dispatches/{already.dispatch.id}", "already")
    return see(f"/dispatches/{dispatch.id}", "approved")


async def reject(request: web.Request) -> web.StreamResponse:
    """Decide that this document is not released."""
    document_id = number_in(request)
    await request.app[DESK].review.reject(document_id, request[FORM].text("reason"), request[CALLER].name)
    return see(f"/documents/{document_id}", "rejected")


async def correcting(request: web.Request) -> web.StreamResponse:
    """The form in which a released document is put right."""
    desk = request.app[DESK]
    view = await desk.board.document(number_in(request))
    seen = fingerprint(view.document, view.dispatches)
    return page(request, "correct.html", view=view, document=view.document, bodies=in_office(desk), seen=seen)


async def correct(request: web.Request) -> web.StreamResponse:
    """Release the correction."""
    desk = request.app[DESK]
    form = request[FORM]
    changes = changes_in(form, desk)
    dispatch = await desk.release.correct(number_in(request), changes, form.text("note"), request[CALLER].name, form.text("seen"))
    return see(f"/dispatches/{dispatch.id}", "corrected")


async def withdraw(request: web.Request) -> web.StreamResponse:
    """Call the release back."""
    dispatch = await request.app[DESK].release.withdraw(number_in(request), request[FORM].text("reason"), request[CALLER].name)
    return see(f"/dispatches/{dispatch.id}", "withdrawn")


async def close(request: web.Request) -> web.StreamResponse:
    """End the following-up."""
    dispatch = await request.app[DESK].release.close(number_in(request), request[FORM].text("reason"), request[CALLER].name)
    return see(f"/dispatches/{dispatch.id}", "closed")


def changes_in(form: Form, desk: Desk) -> list[Change]:
    """Every proposal of the correction's form, `0-body`, `0-actions`, …; the row without a proposal counts once it names a body."""
    rows = sorted({row for name in form.fields if (row := whole_number(name.split("-", 1)[0])) is not None})
    return [change_in(form, desk, f"{row}-") for row in rows if form.text(f"{row}-proposal") or form.text(f"{row}-body")]
