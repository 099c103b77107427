"""Who is on duty, what the next officer must know, taking the duty, and taking what the desk was told."""

from __future__ import annotations

from aiohttp import web

from alertd.errors import DeliveryFailed, Refused
from alertd.web.keys import CALLER, DESK, FORM, number_in
from alertd.web.rendering import page, see


async def show(request: web.Request) -> web.StreamResponse:
    """The watch in one page."""
    summary = await request.app[DESK].handover.summary()
    return page(request, "handover.html", summary=summary)


async def begin(request: web.Request) -> web.StreamResponse:
    """An officer takes the duty."""
    form = request[FORM]
    officer = form.required("officer", "Hãy chọn cán bộ nhận trực.")
    await request.app[DESK].duty.begin(officer, form.text("note"), request[CALLER].name)
    return see("/handover", "on_duty")


async def take(request: web.Request) -> web.StreamResponse:
    """An officer takes one thing that the desk was told."""
    await request.app[DESK].duty.take(number_in(request), request[CALLER].name)
    return see("/handover", "taken")


async def bind(request: web.Request) -> web.StreamResponse:
    """A link by which the officer's own chat is bound to the account, shown once."""
    desk, name = request.app[DESK], request[CALLER].name
    channel = next((c for c in desk.channels.values() if c.is_on and c.traits.is_by_invitation), None)
    try:
        link = channel.invitation(await desk.enrolment.invite_account(name, channel.traits.kind, name)) if channel else ""
    except DeliveryFailed as failure:
        raise Refused("channel_closed", f"Chưa lập được đường dẫn: {failure.detail}. Hãy thử lại sau.") from None
    return page(request, "own_phone.html", link=link)
