"""The API as other programs rely on it."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from aiohttp import FormData

from alertd.model.accounts import Scope
from alertd.model.replies import Meaning, Reply, ReplyState
from alertd.web.api.openapi import template_of
from alertd.web.api.schemas import SCHEMAS
from alertd.web.routes import PROGRAMS
from tests.web import order
from tests.web.duty import Client, Duty

TEXT = "\n".join(order.PARAGRAPHS)


def undescribed(value: Any, schema: dict[str, Any], place: str = "") -> list[str]:
    """Keys of an answer that its schema does not name, and keys that the schema promises and the answer lacks."""
    schema = schema.get("anyOf", [schema])[0] if value is not None else {}
    schema = SCHEMAS[schema["$ref"].rsplit("/", 1)[1]] if "$ref" in schema else schema
    if isinstance(value, list) and "items" in schema:
        return [found for item in value for found in undescribed(item, schema["items"], f"{place}[]")]
    if isinstance(value, dict) and "properties" in schema:
        known = schema["properties"]
        inside = [found for key in value.keys() & known.keys() for found in undescribed(value[key], known[key], key)]
        return [f"{place}.{key}" for key in value.keys() ^ known.keys()] + inside
    return []


async def test_who_has_no_token_is_told_how_to_come_in(client: Client) -> None:
    response = await client.get("/api/v1/documents")
    assert response.status == 401
    assert response.headers["WWW-Authenticate"].startswith("Bearer")
    assert response.content_type == "application/problem+json"


async def test_a_token_that_is_none_opens_nothing(client: Client) -> None:
    for header in ("Bearer khong-co", "Basic eDp5", "Bearer"):
        assert (await client.get("/api/v1/documents", headers={"Authorization": header})).status == 401


async def test_a_token_opens_only_what_its_scopes_say(duty: Duty, client: Client) -> None:
    document = await duty.order()
    headers = await duty.token(Scope.READ)
    assert (await client.get(f"/api/v1/documents/{document}", headers=headers)).status == 200
    response = await client.post(f"/api/v1/documents/{document}/approve", json={}, headers=headers)
    problem = await response.json()
    assert (response.status, problem["code"], problem["status"]) == (403, "forbidden", 403)
    assert set(problem) == {"type", "title", "status", "detail", "code"}


async def test_the_same_bytes_twice_are_one_document(duty: Duty, client: Client) -> None:
    headers = await duty.token(Scope.SUBMIT) | {"Content-Type": "text/plain"}
    first = await client.post("/api/v1/documents", data=TEXT.encode(), headers=headers)
    second = await client.post("/api/v1/documents", data=TEXT.encode(), headers=headers)
    assert (first.status, second.status) == (201, 200)
    assert await first.json() == await second.json()
    answer = await first.json()
    assert answer["documents"][0]["number"] == "77/CĐ-UBND"
    assert undescribed(answer, SCHEMAS["Submission"]) == []


async def test_a_file_comes_by_multipart_and_an_idempotency_key_names_it(duty: Duty, client: Client) -> None:
    headers = await duty.token(Scope.SUBMIT) | {"Idempotency-Key": "lan-1"}
    form = FormData()
    form.add_field("file", TEXT.encode(), filename="cd.txt")
    assert (await client.post("/api/v1/documents", data=form, headers=headers)).status == 201
    other = await client.post("/api/v1/documents", data=b"khac han", headers=headers | {"Content-Type": "text/plain"})
    assert (other.status, (await other.json())["code"]) == (422, "key_reused")


async def test_other_kinds_of_body_are_not_taken(duty: Duty, client: Client) -> None:
    headers = await duty.token(Scope.SUBMIT) | {"Content-Type": "application/pdf"}
    assert (await client.post("/api/v1/documents", data=b"x", headers=headers)).status == 415


async def test_too_large_a_document_is_refused_before_it_is_read(duty: Duty, client: Client) -> None:
    headers = await duty.token(Scope.SUBMIT) | {"Content-Type": "text/plain"}
    response = await client.post("/api/v1/documents", data=BytesIO(b"x" * (duty.desk.settings.intake.max_bytes + 1)), headers=headers)
    assert (response.status, response.content_type) == (413, "application/problem+json")


async def test_a_secret_document_is_refused_by_code(duty: Duty, client: Client) -> None:
    headers = await duty.token(Scope.SUBMIT) | {"Content-Type": "text/plain"}
    response = await client.post("/api/v1/documents", data=f"MẬT\n{TEXT}".encode(), headers=headers)
    assert (response.status, (await response.json())["code"]) == (422, "secret")


async def test_documents_are_listed_shown_and_given_as_text(duty: Duty, client: Client) -> None:
    document = await duty.order()
    headers = await duty.token(Scope.READ)
    listed = await (await client.get("/api/v1/documents", headers=headers)).json()
    one = await (await client.get(f"/api/v1/documents/{document}", headers=headers)).json()
    assert one.pop("fingerprint")
    assert listed == {"documents": [one]}
    assert (one["id"], one["state"], one["number"]) == (document, "read", "77/CĐ-UBND")
    assert undescribed(one, SCHEMAS["Document"]) == []
    text = await (await client.get(f"/api/v1/documents/{document}/text", headers=headers)).text()
    start, end = one["directives"][0]["actions"][0]["span"]
    assert text[start:end] == order.MOVE


async def test_a_release_by_program_and_its_board(duty: Duty, client: Client) -> None:
    document = await duty.order()
    headers = await duty.token(Scope.READ, Scope.RELEASE, Scope.ANSWER)
    released = await client.post(f"/api/v1/documents/{document}/approve", json={"drill": True}, headers=headers)
    answer = await released.json()
    assert undescribed(answer, SCHEMAS["Release"]) == []
    path = f"/api/v1/dispatches/{answer['dispatch_id']}"
    recorded = await client.post(f"{path}/bodies/{order.CAO_LOC}/answers", json={"meaning": "acknowledged", "words": "rõ"}, headers=headers)
    assert recorded.status == 201
    board = await (await client.get(path, headers=headers)).json()
    assert undescribed(board, SCHEMAS["Dispatch"]) == []
    rows = {row["body"]: row for row in board["bodies"]}
    assert (rows[order.CAO_LOC]["state"], rows[order.CAO_LOC]["silent"]) == ("acknowledged", False)
    assert rows[order.CAO_LOC]["acknowledged_at"] == "2024-09-05T09:37:00+00:00"
    assert rows[order.VAN_LANG]["silent"]
    called = await (await client.get(f"{path}/calls", headers=headers)).json()
    assert undescribed(called, SCHEMAS["Calls"]) == []
    assert order.VAN_LANG in {call["body"] for call in called["calls"]}
    assert order.CAO_LOC not in {call["body"] for call in called["calls"]}
    assert (board["drill"], board["totals"]["bodies"]) == (True, 3)


@pytest.mark.parametrize("contact", ["khong-ai", f"{order.VAN_LANG}#chu-tich", "x" * 5000])
async def test_an_answer_of_somebody_who_does_not_answer_for_the_body_is_refused(contact: str, duty: Duty, client: Client) -> None:
    dispatch = await duty.released()
    path = f"/api/v1/dispatches/{dispatch.id}/bodies/{order.CAO_LOC}/answers"
    headers = await duty.token(Scope.ANSWER)
    wish = {"meaning": "acknowledged", "words": "rõ", "contact": contact}
    response = await client.post(path, json=wish, headers=headers)
    assert (response.status, (await response.json())["code"]) == (422, "no_contact")
    view = await duty.desk.board.dispatch(dispatch.id)
    assert all(row.acknowledged_at is None for row in view.bodies)
    known = await client.post(path, json=wish | {"contact": f"{order.CAO_LOC}#chu-tich"}, headers=headers)
    assert (await known.json())["contact"] == f"{order.CAO_LOC}#chu-tich"


async def test_a_program_may_name_the_assignments_itself(duty: Duty, client: Client) -> None:
    document = await duty.order()
    headers = await duty.token(Scope.RELEASE)
    wish = {"assignments": [{"body": order.TRADE, "actions": ["trực ban"], "deadline": {"text": "ngay"}}]}
    response = await client.post(f"/api/v1/documents/{document}/approve", json=wish, headers=headers)
    view = await duty.desk.board.dispatch((await response.json())["dispatch_id"])
    assert [(row.body.id, row.assignments[0].actions) for row in view.bodies] == [(order.TRADE, ("trực ban",))]


async def test_a_wish_that_is_malformed_names_what_is_wrong(duty: Duty, client: Client) -> None:
    document = await duty.order()
    headers = await duty.token(Scope.RELEASE)
    for wish in ('{"diễn tập": true}', '{"drill": "no"}', '{"drill": 0}', '{"assignments": [{"actions": []}]}', "[]", "{", "\xff"):
        response = await client.post(f"/api/v1/documents/{document}/approve", data=wish, headers=headers)
        assert (response.status, (await response.json())["code"]) == (422, "bad_json")
    assert (await duty.desk.board.document(document)).document.state == "read"


async def test_a_body_that_nobody_knows_is_not_released_to(duty: Duty, client: Client) -> None:
    document = await duty.order()
    wish = {"assignments": [{"body": "lang-son/khong-co", "actions": ["trực ban"]}]}
    response = await client.post(f"/api/v1/documents/{document}/approve", json=wish, headers=await duty.token(Scope.RELEASE))
    assert (response.status, (await response.json())["code"]) == (422, "no_body")
    assert (await duty.desk.board.document(document)).document.state == "read"


async def test_a_program_finds_an_emergency_in_what_was_taken_for_none(duty: Duty, client: Client) -> None:
    ordinary = order.document(0)
    async with duty.desk.store.transaction() as tx:
        document = await order.register(tx, replace(ordinary, reading=replace(ordinary.reading, is_emergency=False), proposals=()))
    response = await client.post(f"/api/v1/documents/{document}/urgent", headers=await duty.token(Scope.RELEASE))
    told = await response.json()
    assert (response.status, told["emergency"], told["state"]) == (200, True, "in_review")


async def test_reject_correct_withdraw_and_close(duty: Duty, client: Client) -> None:
    headers = await duty.token(Scope.RELEASE)
    rejected, released = await duty.order(), (await duty.released()).document
    response = await client.post(f"/api/v1/documents/{rejected}/reject", json={"reason": "trùng"}, headers=headers)
    assert await response.json() == {"id": rejected, "state": "rejected"}
    change = {"note": "sai", "changes": [{"proposal": "1/trade", "actions": ["việc khác"]}]}
    corrected = await (await client.post(f"/api/v1/documents/{released}/correct", json=change, headers=headers)).json()
    withdrawn = await (await client.post(f"/api/v1/documents/{released}/withdraw", json={"reason": "nhầm"}, headers=headers)).json()
    assert withdrawn["dispatch_id"] == corrected["dispatch_id"]
    assert withdrawn["state"] == "withdrawn"
    other = (await duty.released()).document
    closed = await (await client.post(f"/api/v1/documents/{other}/close", json={"reason": "xong"}, headers=headers)).json()
    assert closed["state"] == "closed"
    again = await client.post(f"/api/v1/documents/{other}/close", json={"reason": "xong"}, headers=headers)
    assert (again.status, (await again.json())["code"]) == (409, "wrong_state")


async def test_a_correction_of_something_else_than_was_seen_is_refused(duty: Duty, client: Client) -> None:
    headers = await duty.token(Scope.RELEASE, Scope.READ)
    address = f"/api/v1/documents/{(await duty.released()).document}"
    seen = (await (await client.get(address, headers=headers)).json())["fingerprint"]
    change = {"note": "sai", "changes": [{"proposal": "1/trade", "actions": ["việc khác"]}], "seen": seen}
    assert (await client.post(f"{address}/correct", json=change, headers=headers)).status == 200
    again = await client.post(f"{address}/correct", json=change, headers=headers)
    assert (again.status, (await again.json())["code"]) == (409, "changed_since")


async def test_a_reply_is_resolved(duty: Duty, client: Client) -> None:
    now = duty.clock.now()
    reply = Reply(0, now, "sms", "sms", "+84911111111", None, None, "ai đấy?", Meaning.QUESTION, "câu hỏi", "none", ReplyState.OPEN)
    async with duty.desk.store.transaction() as tx:
        reply_id = await tx.replies.add(reply)
    headers = await duty.token(Scope.ANSWER)
    response = await client.post(f"/api/v1/replies/{reply_id}/resolve", json={"meaning": "unrelated"}, headers=headers)
    answer = await response.json()
    assert (answer["state"], answer["meaning"]) == ("settled", "unrelated")
    assert undescribed(answer, SCHEMAS["Reply"]) == []


async def test_what_a_season_came_to_is_told_to_programs(duty: Duty, client: Client) -> None:
    dispatch = await duty.released()
    await duty.desk.answers.record(dispatch.id, order.CAO_LOC, Meaning.ACKNOWLEDGED, "rõ", "truc")
    await duty.desk.release.close(dispatch.id, "xong", "truc")
    headers = await duty.token(Scope.READ)
    response = await client.get("/api/v1/statistics?first=2024-09-05&last=2024-09-05", headers=headers)
    told = await response.json()
    assert undescribed(told, SCHEMAS["Statistics"]) == []
    assert (told["releases"], {each["body"]: each["answered"] for each in told["bodies"]}[order.CAO_LOC]) == (1, 1)
    refused = await client.get("/api/v1/statistics?first=2024-09-06&last=2024-09-05", headers=headers)
    assert (refused.status, (await refused.json())["code"]) == (422, "bad_period")


async def test_what_does_not_exist_is_said_not_to(duty: Duty, client: Client) -> None:
    headers = await duty.token(Scope.READ)
    for path in ("documents/99", "documents/99/text", "dispatches/99"):
        response = await client.get(f"/api/v1/{path}", headers=headers)
        assert (response.status, response.content_type) == (404, "application/problem+json")


async def test_every_call_is_described(client: Client) -> None:
    described = await (await client.get("/api/v1/openapi.json")).json()
    assert described["openapi"].startswith("3.1")
    for route in PROGRAMS:
        operation = described["paths"][template_of(route.path)][route.method.lower()]
        assert operation["summary"]
        assert operation["responses"]
    names = [operation["operationId"] for path in described["paths"].values() for operation in path.values()]
    assert len(names) == len(set(names)) == len(PROGRAMS)


async def test_every_reference_in_the_description_leads_somewhere(client: Client) -> None:
    text = await (await client.get("/api/v1/openapi.json")).text()
    described = await (await client.get("/api/v1/openapi.json")).json()
    referred = {piece.split('"')[0] for piece in text.split("#/components/schemas/")[1:]}
    assert referred <= set(described["components"]["schemas"])
