"""Words that nobody could read on a telephone are refused, and whoever wrote them gets them back."""

from __future__ import annotations

from typing import Any

import pytest

from alertd.model.accounts import Scope
from alertd.model.lengths import NOTE, PARTICULAR, SAID, TASK
from alertd.model.notices import DispatchState
from tests.web import order
from tests.web.duty import Client, Duty, Officer

LONG = "dài " * (NOTE // 4)
"""Exactly as long as a note may be at most, but for the space at its end."""


@pytest.mark.parametrize("what", ["withdraw", "close", "correct"])
async def test_a_reason_that_is_too_long_changes_nothing_and_says_by_how_much(what: str, duty: Duty, client: Client) -> None:
    dispatch = await duty.released()
    headers = await duty.token(Scope.RELEASE)
    key = "note" if what == "correct" else "reason"
    response = await client.post(f"/api/v1/documents/{dispatch.document}/{what}", json={key: LONG + "xx"}, headers=headers)
    problem = await response.json()
    assert (response.status, problem["code"]) == (422, "too_long")
    assert f"{NOTE + 2} ký tự, nhiều nhất là {NOTE}" in problem["detail"]
    assert (await duty.desk.board.dispatch(dispatch.id)).dispatch.state is DispatchState.OPEN


async def test_a_reason_as_long_as_may_be_is_taken_whole(duty: Duty, client: Client) -> None:
    dispatch = await duty.released()
    headers = await duty.token(Scope.RELEASE)
    response = await client.post(f"/api/v1/documents/{dispatch.document}/withdraw", json={"reason": LONG}, headers=headers)
    assert response.status == 200
    assert (await duty.desk.board.document(dispatch.document)).document.reason == LONG.strip()


async def test_following_up_ends_for_a_reason_only(duty: Duty, client: Client) -> None:
    dispatch = await duty.released()
    headers = await duty.token(Scope.RELEASE)
    response = await client.post(f"/api/v1/documents/{dispatch.document}/close", json={"reason": " "}, headers=headers)
    assert (response.status, (await response.json())["code"]) == (422, "no_reason")


@pytest.mark.parametrize(
    "change", [{"actions": ["việc " * (TASK // 4)]}, {"deadline_text": "ngay " * PARTICULAR}, {"report": "báo cáo " * PARTICULAR}]
)
async def test_a_task_that_nobody_could_read_is_not_given(change: dict[str, Any], duty: Duty, client: Client) -> None:
    headers = await duty.token(Scope.RELEASE)
    document = await duty.order()
    deadline = {"deadline": {"text": change["deadline_text"]}} if "deadline_text" in change else {}
    given = {"body": order.TRADE, "actions": ["trực"]} | deadline | {k: v for k, v in change.items() if k != "deadline_text"}
    response = await client.post(f"/api/v1/documents/{document}/approve", json={"assignments": [given]}, headers=headers)
    assert (response.status, (await response.json())["code"]) == (422, "too_long")
    dispatch = await duty.released()
    wish = {"note": "sửa", "changes": [{"proposal": "1/trade"} | change]}
    response = await client.post(f"/api/v1/documents/{dispatch.document}/correct", json=wish, headers=headers)
    assert (response.status, (await response.json())["code"]) == (422, "too_long")


async def test_what_somebody_said_has_its_limit_too(duty: Duty, client: Client) -> None:
    dispatch = await duty.released()
    path = f"/api/v1/dispatches/{dispatch.id}/bodies/{order.CAO_LOC}/answers"
    wish = {"meaning": "done", "words": "rồi " * SAID}
    response = await client.post(path, json=wish, headers=await duty.token(Scope.ANSWER))
    assert (response.status, (await response.json())["code"]) == (422, "too_long")


async def test_what_was_typed_in_a_refused_form_is_given_back(duty: Duty, officer: Officer) -> None:
    dispatch = await duty.released()
    page = f"/dispatches/{dispatch.id}/bodies/{order.CAO_LOC}"
    words = "đã cho dân đi hết <b>rồi</b> " * SAID
    refused = await officer.sends(page, page, words=words, meaning="done")
    shown = await refused.text()
    assert refused.status == 422
    assert "Nội dung vừa nhập chưa được ghi nhận" in shown
    assert shown.count("&lt;b&gt;rồi&lt;/b&gt;") == SAID
    assert 'name="csrf"' in shown


async def test_what_is_left_to_the_next_shift_has_its_limit(duty: Duty, officer: Officer) -> None:
    first = (await duty.desk.handover.summary()).officers[0]
    refused = await officer.sends("/handover", "/handover", officer=first.id, note=LONG + "xx")
    assert refused.status == 422
    assert "Lời dặn dài" in await refused.text()
    assert (await duty.desk.handover.summary()).shift is None


async def test_a_secret_text_is_not_given_back(officer: Officer) -> None:
    refused = await officer.sends("/documents", "/documents", text="MẬT\n" + "\n".join(order.PARAGRAPHS))
    assert refused.status >= 400
    assert "Nà Lình" not in await refused.text()
