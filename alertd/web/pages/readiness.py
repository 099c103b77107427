"""Whether a release would reach people: channels that are off, bodies and contacts that nobody can reach."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aiohttp import web

from alertd.model.bodies import Contact
from alertd.web.keys import DESK
from alertd.web.rendering import page
from alertd.workflow.desk import Desk


async def show(request: web.Request) -> web.StreamResponse:
    """What must be mended before the next storm."""
    desk = request.app[DESK]
    overview = await desk.board.overview()
    return page(request, "readiness.html", channels=overview.channels, gaps=list(gaps(desk)), bodies=len(_today(desk)))


def gaps(desk: Desk) -> Iterator[tuple[str, str, str]]:
    """Body id, body name and why nobody would be reached there."""
    kinds = {channel.traits.kind for channel in desk.channels.values() if channel.is_on}
    for body_id, name in _today(desk):
        reason = _gap(desk.packer.contacts(body_id), kinds)
        if reason:
            yield body_id, name, reason


def _today(desk: Desk) -> list[tuple[str, str]]:
    today = desk.clock.now().date()
    return sorted(((body.id, body.name) for body in desk.directory.bodies if body.exists_on(today)), key=lambda pair: pair[1])


def _gap(contacts: Sequence[Contact], kinds: set[str]) -> str:
    if not contacts:
        return "Chưa có đầu mối nào trong danh bạ."
    addresses = [address for contact in contacts for address in contact.addresses]
    if not addresses:
        return "Các đầu mối chưa có địa chỉ liên lạc."
    if not any(address.channel in kinds for address in addresses):
        return "Chỉ có địa chỉ trên kênh chưa bật."
    return ""
