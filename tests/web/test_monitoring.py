"""What monitoring asks."""

from __future__ import annotations

from aiohttp.test_utils import TestClient, TestServer

from alertd.web import build
from tests.web.duty import Client, Duty


async def test_a_watcher_that_asks_for_the_head_only_gets_the_same_answer_without_words(client: Client) -> None:
    for path in ("/healthz", "/readyz"):
        whole, head = await client.get(path), await client.head(path)
        assert (head.status, await head.text()) == (whole.status, "")


async def test_the_process_says_that_it_lives(client: Client) -> None:
    assert (await client.get("/healthz")).status == 200


async def test_readiness_is_told_part_by_part(duty: Duty, client: Client) -> None:
    response = await client.get("/readyz")
    answer = await response.json()
    assert (response.status, answer["status"]) == (200, "ready")
    assert set(answer["parts"]) == {"database", "channels", "timetable"}


async def test_a_timetable_that_stands_still_makes_the_service_unready(duty: Duty) -> None:
    async with TestClient(TestServer(build(duty.desk, timetable=lambda: "followups chậm"))) as client:
        response = await client.get("/readyz")
        answer = await response.json()
    assert (response.status, answer["parts"]["timetable"]) == (503, {"ok": False, "detail": "followups chậm"})


async def test_a_side_task_that_is_down_is_shown_and_no_more(duty: Duty) -> None:
    async with TestClient(TestServer(build(duty.desk, edges=lambda: {"folder": "không đọc được thư mục"}))) as client:
        response = await client.get("/readyz")
        answer = await response.json()
    assert response.status == 200
    assert answer["parts"]["folder"] == {"ok": False, "detail": "không đọc được thư mục"}


async def test_the_figures_are_counted_when_they_are_asked_for(duty: Duty, client: Client) -> None:
    await duty.released()
    await duty.order()
    figures = await (await client.get("/metrics")).text()
    for line in ("alertd_documents_waiting 1.0", "alertd_dispatches_open 1.0", "alertd_bodies_silent 3.0", "alertd_replies_open 0.0"):
        assert line in figures
    assert 'alertd_deliveries{state="queued"}' in figures
