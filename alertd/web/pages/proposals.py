"""Correcting the proposals of a document under review: change some, drop or restore one, add one, place an unknown name."""

from __future__ import annotations

from dataclasses import replace

from aiohttp import web

from alertd.directory.directory import Directory
from alertd.errors import Invalid
from alertd.model.bodies import Role
from alertd.web.forms import Form
from alertd.web.keys import CALLER, DESK, FORM, number_in
from alertd.web.rendering import see
from alertd.workflow.amending import Change


async def change(request: web.Request) -> web.StreamResponse:
    """Save a form: the proposals that it names, one a line, all get what it says; without any a new one is added."""
    desk = request.app[DESK]
    document_id = number_in(request)
    form = request[FORM]
    wish = change_in(form, desk.directory)
    changes = [replace(wish, proposal=proposal) for proposal in form.lines("proposal") or (None,)]
    await desk.review.change(document_id, changes, request[CALLER].name)
    return see(f"/documents/{document_id}", "changed")


def change_in(form: Form, directory: Directory, prefix: str = "") -> Change:
    """What one proposal's fields ask for; those that the form lacks stay as they are."""
    body = form.text(f"{prefix}body")
    role = form.text(f"{prefix}role")
    return Change(
        proposal=form.text(f"{prefix}proposal") or None,
        body=body_called(body, directory) if body else None,
        role=_role(role) if role else None,
        actions=form.lines(f"{prefix}actions") if f"{prefix}actions" in form.fields else None,
        deadline_text=form.text(f"{prefix}deadline_text") if f"{prefix}deadline_text" in form.fields else None,
        report=form.text(f"{prefix}report") if f"{prefix}report" in form.fields else None,
        is_dropped=form.text(f"{prefix}dropped") == "1" if f"{prefix}dropped" in form.fields else None,
        directive=int(directive) if (directive := form.text(f"{prefix}directive")).isdigit() else None,
    )


def _role(word: str) -> Role:
    if word not in list(Role):
        raise Invalid("bad_role", "Vai trò không hợp lệ.")
    return Role(word)


def body_called(words: str, directory: Directory) -> str:
    """The id of the body that an officer typed or chose: by id, or by a name that only one body bears. Raises Invalid."""
    if directory.find_body(words) is not None:
        return words
    wanted = words.casefold()
    found = [body.id for body in directory.bodies if wanted in (body.name.casefold(), body.short_name.casefold())]
    if len(found) == 1:
        return found[0]
    if found:
        raise Invalid("ambiguous_body", f"Có nhiều đơn vị tên “{words}”; hãy chọn theo mã: {', '.join(found)}.")
    raise Invalid("no_body", f"Danh bạ không có đơn vị “{words}”.")
