"""Correcting the proposals of a document under review: change some, drop or restore one, add one, place an unknown name."""

from __future__ import annotations

from dataclasses import replace

from aiohttp import web

from alertd.clock import day_there
from alertd.directory.directory import Directory
from alertd.errors import Invalid
from alertd.model.bodies import Role
from alertd.web.forms import Form, whole_number
from alertd.web.keys import CALLER, DESK, FORM, number_in
from alertd.web.rendering import see
from alertd.workflow.desk import Desk
from alertd.workflow.dispatch.amending import Change
from alertd.workflow.notices.succession import Divided, divided


async def change(request: web.Request) -> web.StreamResponse:
    """Save a form: the proposals that it names, one a line, all get what it says; without any a new one is added."""
    desk = request.app[DESK]
    document_id = number_in(request)
    form = request[FORM]
    wish = change_in(form, desk)
    changes = [replace(wish, proposal=proposal) for proposal in form.lines("proposal") or (None,)]
    await desk.review.change(document_id, changes, request[CALLER].name)
    return see(f"/documents/{document_id}", "changed")


async def place(request: web.Request) -> web.StreamResponse:
    """Settle a name that nobody could place, in every directive that holds it: by a candidate, a body typed, or as nobody's."""
    desk = request.app[DESK]
    document_id = number_in(request)
    form = request[FORM]
    typed = form.text("body")
    bodies = (body_called(typed, desk),) if typed else tuple(form.text("bodies").split())
    if not bodies and form.text("dismissed") != "1":
        raise Invalid("no_body", "Hãy chọn hoặc nhập đơn vị.")
    indices = [index for line in form.lines("directives") if (index := whole_number(line)) is not None]
    changes = [Change(directive=index, places=form.text("name"), bodies=bodies) for index in indices]
    await desk.review.change(document_id, changes, request[CALLER].name)
    return see(f"/documents/{document_id}", "changed")


async def succeed(request: web.Request) -> web.StreamResponse:
    """Give the work of bodies that have ended to the successors that the officer chose, or to all of them."""
    desk = request.app[DESK]
    document_id = number_in(request)
    form = request[FORM]
    view = await desk.board.document(document_id)
    open_now = divided(view.document.proposals, desk.directory, desk.clock.now())
    ended = form.text("body")
    changes = [
        Change(proposal=proposal.id, bodies=_heirs(form, each))
        for each in open_now
        if ended in ("", each.body.id)
        for proposal in each.proposals
    ]
    if not all(change.bodies for change in changes):
        raise Invalid("no_body", "Hãy chọn ít nhất một đơn vị nhận thay.")
    await desk.review.change(document_id, changes, request[CALLER].name)
    return see(f"/documents/{document_id}", "changed")


def _heirs(form: Form, ended: Divided) -> tuple[str, ...]:
    chosen = form.text("all") == "1"
    return tuple(heir.id for heir in ended.heirs if chosen or f"heir-{heir.id}" in form.fields)


def change_in(form: Form, desk: Desk, prefix: str = "") -> Change:
    """What one proposal's fields ask for; those that the form lacks stay as they are."""
    body = form.text(f"{prefix}body")
    role = form.text(f"{prefix}role")
    return Change(
        proposal=form.text(f"{prefix}proposal") or None,
        body=body_called(body, desk) if body else None,
        role=_role(role) if role else None,
        actions=form.lines(f"{prefix}actions") if f"{prefix}actions" in form.fields else None,
        deadline_text=form.text(f"{prefix}deadline_text") if f"{prefix}deadline_text" in form.fields else None,
        report=form.text(f"{prefix}report") if f"{prefix}report" in form.fields else None,
        is_dropped=form.text(f"{prefix}dropped") == "1" if f"{prefix}dropped" in form.fields else None,
        directive=form.number(f"{prefix}directive"),
    )


def _role(word: str) -> Role:
    if word not in list(Role):
        raise Invalid("bad_role", "Vai trò không hợp lệ.")
    return Role(word)


def body_called(words: str, desk: Desk) -> str:
    """The id of the body that an officer typed or chose: by id, by its name, or by any name that means one body today. Raises Invalid."""
    directory, today = desk.directory, day_there(desk.clock.now())
    if directory.find_body(words) is not None:
        return words
    wanted = words.casefold()
    named = [body for body in directory.bodies if wanted in (body.name.casefold(), body.short_name.casefold())]
    found = [body.id for body in named if body.exists_on(today)] or [body.id for body in named]
    if not found:
        meant, unknown = directory.resolve_names([words], today)
        found = [] if unknown else [body.id for body in meant]
    if len(found) == 1:
        return found[0]
    if found:
        raise Invalid("ambiguous_body", f"“{words}” có thể là nhiều đơn vị; hãy chọn một: {', '.join(_names(found, directory))}.")
    raise Invalid("no_body", f"Danh bạ không có đơn vị “{words}”.")


def _names(bodies: list[str], directory: Directory) -> list[str]:
    return [f"{body.name} ({body.id})" for each in bodies[:8] if (body := directory.find_body(each)) is not None]
