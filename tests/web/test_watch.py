"""An officer pauses, hurries and skips what happens by itself from the page of a body, and hands the watch over, each with a reason."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import pytest
from aiohttp.test_utils import TestClient, TestServer
from lxml import html

from alertd.config import WatchSettings
from alertd.model.accounts import AccountRole
from alertd.web import build
from tests.fakes.clock import HandClock
from tests.web import order
from tests.web.duty import Duty, Officer, open_desk


async def followup(duty: Duty, officer: Officer, dispatch: int, **fields: str) -> int:
    """The answer to the form that a body's page shows for its next steps."""
    page = f"/dispatches/{dispatch}/bodies/{order.CAO_LOC}"
    return (await officer.sends(page, f"{page}/followup", **fields)).status


async def test_a_body_is_paused_and_goes_on_from_its_page(duty: Duty, officer: Officer) -> None:
    dispatch = (await duty.released()).id
    page = f"/dispatches/{dispatch}/bodies/{order.CAO_LOC}"
    assert await followup(duty, officer, dispatch, do="pause", minutes="20", reason="đã gọi điện, đang họp") == 303
    assert "đã gọi điện, đang họp" in await officer.opens(page)
    assert await followup(duty, officer, dispatch, do="resume", reason="họp xong") == 303
    actions = [(entry.action, entry.detail["reason"]) for entry in await duty.desk.board.audit() if entry.action.startswith("followup.")]
    assert actions == [("followup.resumed", "họp xong"), ("followup.paused", "đã gọi điện, đang họp")]


@pytest.mark.parametrize(("do", "action"), [("hurry", "followup.hurried"), ("skip", "followup.skipped")])
async def test_the_next_step_is_taken_now_or_left_out_from_its_page(duty: Duty, officer: Officer, do: str, action: str) -> None:
    dispatch = (await duty.released()).id
    view = await duty.desk.board.dispatch(dispatch)
    first = next(row for row in view.bodies if row.body.id == order.CAO_LOC).upcoming[0].step
    assert await followup(duty, officer, dispatch, do=do, step=first, reason="nước lên nhanh") == 303
    assert action in [entry.action for entry in await duty.desk.board.audit()]


async def test_nothing_is_changed_without_a_reason(duty: Duty, officer: Officer) -> None:
    dispatch = (await duty.released()).id
    assert await followup(duty, officer, dispatch, do="pause", minutes="20", reason=" ") >= 400
    assert not [entry for entry in await duty.desk.board.audit() if entry.action.startswith("followup.")]


async def test_whoever_takes_the_duty_reads_what_the_one_before_left_to_say(duty: Duty, officer: Officer) -> None:
    await duty.released()
    first = (await duty.desk.handover.summary()).officers[0]
    response = await officer.sends("/handover", "/handover", officer=first.id, note="Cao Lộc cần xuồng")
    assert response.status == 303
    page = await officer.opens("/handover")
    assert "Cao Lộc cần xuồng" in page
    assert first.title in page


async def test_the_handover_names_whoever_comes_next_on_the_roster_and_has_them_ready(tmp_path: Path) -> None:
    first, second = (f"lang-son/truc-ban#can-bo-{number}" for number in (1, 2))
    hours = (WatchSettings(officer=first, begins=time(7), ends=time(19)), WatchSettings(officer=second, begins=time(19), ends=time(7)))
    clock = HandClock(order.NOW)
    desk = await open_desk(tmp_path, clock, roster=hours)
    duty = Duty(desk, clock)
    async with TestClient(TestServer(build(desk))) as client:
        page = html.fromstring(await (await duty.signs_in(client, "truc", AccountRole.OFFICER)).opens("/handover"))
    await desk.store.close()
    assert "từ 19:00 · 5/9/2024: Cán bộ trực ban số 2" in page.get_element_by_id("relief").text_content()
    assert page.xpath("//select[@id='officer']/option[@selected]/@value") == [second]
