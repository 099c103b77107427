"""The addresses that providers call: verified by the channel, stored durably, and only then answered with 200."""

from __future__ import annotations

from urllib.parse import parse_qsl

from aiohttp import web

from alertd.errors import NotFound
from alertd.model.inbox import RawEvent
from alertd.ports import Channel, HookRequest, Remark
from alertd.web.contents import content_of
from alertd.web.keys import DESK

EVENT_AT_MOST = 256 * 1024
"""Bytes; a long message that answers a long message, with every letter formatted, comes to about a third of it."""


async def telegram(request: web.Request) -> web.Response:
    """An update of the Bot API."""
    channel, event = await _called(request, what="")
    await request.app[DESK].answers.take_in(channel.name, [event])
    return web.Response(text=channel.respond(event, Remark()))


async def twilio(request: web.Request) -> web.Response:
    """An incoming SMS, a receipt, or somebody on the telephone, who is answered at once."""
    what, desk = request.match_info["what"], request.app[DESK]
    channel, event = await _called(request, what)
    if what == "voice":
        remark = await desk.speaker.reply(channel, event)
    else:
        remark = Remark()
        await desk.answers.take_in(channel.name, [event])
    return web.Response(text=channel.respond(event, remark), content_type="text/xml")


async def _called(request: web.Request, what: str) -> tuple[Channel, RawEvent]:
    """The channel that was called, and the event, once it has been verified."""
    channel = _channel(request)
    body = await content_of(request, EVENT_AT_MOST)
    form = dict(parse_qsl(body.decode("utf-8", errors="replace"), keep_blank_values=True)) if what else {}
    return channel, channel.verify(HookRequest(request.raw_path, what, request.headers, body, form))


def _channel(request: web.Request) -> Channel:
    channel = request.app[DESK].channels.get(request.match_info["name"])
    if channel is None or not channel.is_on:
        raise NotFound("unknown_sender", "Không có kênh gửi mang tên này.")
    return channel
