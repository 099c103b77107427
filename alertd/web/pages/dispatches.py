"""The live board of a dispatch, one body on it, the call list, and answers that came by telephone."""

from __future__ import annotations

from collections.abc import Sequence

from aiohttp import web

from alertd.errors import Invalid, NotFound
from alertd.model.bodies import Contact
from alertd.model.replies import Meaning, Reply
from alertd.web.attention import by_attention, face_of
from alertd.web.choosing import SHOWN, found, standing
from alertd.web.intervening import Wish, carry_out
from alertd.web.keys import CALLER, DESK, FORM, number_in
from alertd.web.places import map_of
from alertd.web.rendering import done_in, page, see
from alertd.workflow.board.calls import calls_of
from alertd.workflow.board.outcome import outcome_of
from alertd.workflow.board.outcome_sheet import as_csv
from alertd.workflow.board.pressing import unsettled
from alertd.workflow.board.views import BodyRow, DispatchView, ReplyCard
from alertd.workflow.dispatch.standing import already_released


async def board(request: web.Request) -> web.StreamResponse:
    """Who has answered and who is silent, those who need the officer first; `?show=silent` for those, `?find=cao loc` for one."""
    view = await request.app[DESK].board.dispatch(number_in(request))
    where, words = request.query.get("show", ""), request.query.get("find", "").strip()
    return page(
        request,
        "dispatch.html",
        view=view,
        rows=by_attention(found(standing(view.bodies, where), words)),
        where=where if where in SHOWN else "",
        sought=words,
        face_of=face_of,
        drawn=map_of(view.bodies),
        done=already_released(view.dispatch) if request.query.get("done") == "already" else done_in(request),
    )


async def one_body(request: web.Request) -> web.StreamResponse:
    """One body of the dispatch: whom to call, what it was told, what it answered, and the form for a telephone answer."""
    desk = request.app[DESK]
    view = await desk.board.dispatch(number_in(request))
    row = row_of(view, request.match_info["body"])
    contacts = desk.packer.contacts(row.body.id)
    return page(
        request,
        "dispatch_body.html",
        view=view,
        row=row,
        contacts=contacts,
        waiting=[_card(reply, view, row, contacts) for reply in unsettled(row.replies)],
        face=face_of(row),
        drawn=map_of([row]),
    )


def _card(reply: Reply, view: DispatchView, row: BodyRow, contacts: Sequence[Contact]) -> ReplyCard:
    speaker = next((contact for contact in contacts if contact.id == reply.contact), None)
    return ReplyCard(reply, row.body, speaker, view.document, view.dispatch.id, row.attachments.get(reply.id, ()))


async def record_answer(request: web.Request) -> web.StreamResponse:
    """Write down what somebody said on the telephone."""
    dispatch_id, body, form = number_in(request), request.match_info["body"], request[FORM]
    meaning = meaning_in(form.text("meaning"))
    contact = form.text("contact") or None
    await request.app[DESK].answers.record(dispatch_id, body, meaning, form.text("words"), request[CALLER].name, contact)
    return see(f"/dispatches/{dispatch_id}", "answered")


async def intervene(request: web.Request) -> web.StreamResponse:
    """Pause, hurry or leave out what would happen to a body by itself."""
    dispatch_id, body, form = number_in(request), request.match_info["body"], request[FORM]
    wish = Wish(form.text("do"), form.text("step"), form.text("reason"), form.number("minutes") or 0)
    await carry_out(request.app[DESK].interventions, dispatch_id, body, wish, request[CALLER].name)
    return see(f"/dispatches/{dispatch_id}/bodies/{body}", "intervened")


async def call_list(request: web.Request) -> web.StreamResponse:
    """The silent bodies with their contacts' numbers, to be printed and called."""
    desk = request.app[DESK]
    view = await desk.board.dispatch(number_in(request))
    return page(request, "call_list.html", view=view, calls=calls_of(view.bodies, desk.packer.contacts), face_of=face_of)


async def outcome(request: web.Request) -> web.StreamResponse:
    """What the release came to, for a spreadsheet."""
    view = await request.app[DESK].board.dispatch(number_in(request))
    name = f"dot-phat-{view.dispatch.id}.csv"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return web.Response(text=as_csv(outcome_of(view)), content_type="text/csv", charset="utf-8", headers=headers)


def row_of(view: DispatchView, body_id: str) -> BodyRow:
    """The body's row on the board. Raises NotFound."""
    found = next((row for row in view.bodies if row.body.id == body_id), None)
    if found is None:
        raise NotFound("no_body", "Đợt phát này không có đơn vị đó.")
    return found


def meaning_in(word: str) -> Meaning:
    """A meaning from its key. Raises Invalid."""
    if word not in list(Meaning):
        raise Invalid("bad_meaning", "Hãy chọn ý nghĩa của trả lời.")
    return Meaning(word)
