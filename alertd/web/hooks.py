"""The addresses that providers call: verified by the channel, stored durably, and only then answered with 200."""

from __future__ import annotations

from urllib.parse import parse_qsl
from xml.sax.saxutils import escape

from aiohttp import web

from alertd.errors import NotFound
from alertd.ports import Channel, HookRequest
from alertd.web.contents import content_of
from alertd.web.keys import DESK

EVENT_AT_MOST = 256 * 1024
"""Bytes; a long message that answers a long message, with every letter formatted, comes to about a third of it."""
NOTHING_TO_SAY = '<?xml version="1.0" encoding="UTF-8"?><Response/>'
SPOKEN = (
    '<?xml version="1.0" encoding="UTF-8"?><Response><Say language="vi-VN">'
    "Đây là số gửi tin tự động. Xin gọi trực ban, số {telephone}.</Say></Response>"
)


async def telegram(request: web.Request) -> web.Response:
    """An update of the Bot API."""
    await _take_in(request, what="")
    return web.Response()


async def twilio(request: web.Request) -> web.Response:
    """An incoming SMS, a receipt, or a call to our number."""
    what = request.match_info["what"]
    await _take_in(request, what)
    answer = SPOKEN.format(telephone=escape(request.app[DESK].settings.duty.telephone)) if what == "voice" else NOTHING_TO_SAY
    return web.Response(text=answer, content_type="text/xml")


async def _take_in(request: web.Request, what: str) -> None:
    channel = _channel(request)
    body = await content_of(request, EVENT_AT_MOST)
    form = dict(parse_qsl(body.decode("utf-8", errors="replace"), keep_blank_values=True)) if what else {}
    event = channel.verify(HookRequest(request.raw_path, what, request.headers, body, form))
    await request.app[DESK].answers.take_in(channel.name, [event])


def _channel(request: web.Request) -> Channel:
    channel = request.app[DESK].channels.get(request.match_info["name"])
    if channel is None or not channel.is_on:
        raise NotFound("unknown_sender", "Không có kênh gửi mang tên này.")
    return channel
