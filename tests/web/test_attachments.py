"""What people send can do no harm in the officer's browser: its type is told by its content, and nothing in it runs."""

from __future__ import annotations

from datetime import UTC, datetime

from alertd.model.accounts import Scope
from alertd.model.media import Attachment, AttachmentState, MediaKind
from alertd.model.replies import Meaning, Reply, ReplyState
from alertd.web.api.schemas import SCHEMAS
from alertd.web.api.shown import shown_attachment
from alertd.workflow.replies.fetching import type_of
from tests.web.duty import Duty, Officer

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + b"\0" * 50


async def sent(duty: Duty, content: bytes, name: str = "") -> int:
    now = duty.clock.now()
    async with duty.desk.store.transaction() as tx:
        reply = Reply(0, now, "telegram", "telegram", "7", None, None, "[tệp]", Meaning.AMBIGUOUS, "?", "none", ReplyState.OPEN)
        await tx.media.keep("abc", content)
        reply_id = await tx.replies.add(reply)
        kept = Attachment(
            id=0,
            reply=reply_id,
            sender="telegram",
            kind=MediaKind.DOCUMENT,
            ref="f",
            name=name,
            state=AttachmentState.STORED,
            reason="",
            latitude=None,
            longitude=None,
            received_at=now,
            due_at=None,
            sha256="abc",
            content_type=type_of(content),
            size=len(content),
        )
        return await tx.media.add(kept)


async def test_a_picture_is_shown_where_it_stands(duty: Duty, officer: Officer) -> None:
    number = await sent(duty, PNG)
    assert f'<img src="/attachments/{number}"' in await officer.opens("/replies")
    response = await officer.client.get(f"/attachments/{number}")
    assert await response.read() == PNG
    assert (response.content_type, response.headers["X-Content-Type-Options"]) == ("image/png", "nosniff")
    assert response.headers["Content-Disposition"].startswith("inline")
    assert response.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


async def test_a_page_that_calls_itself_a_picture_is_only_saved(duty: Duty, officer: Officer) -> None:
    number = await sent(duty, b"<html><script>alert(1)</script></html>", 'x".png\r\nSet-Cookie: a=b')
    assert "<img" not in await officer.opens("/replies")
    response = await officer.client.get(f"/attachments/{number}")
    assert response.content_type == "application/octet-stream"
    assert response.headers["Content-Disposition"].startswith("attachment; filename*=UTF-8''x%22.png%0D%0A")
    assert "Set-Cookie" not in response.headers


async def test_nobody_sees_what_was_sent_without_signing_in(duty: Duty, officer: Officer) -> None:
    number = await sent(duty, PNG)
    officer.client.session.cookie_jar.clear()
    response = await officer.client.get(f"/attachments/{number}", allow_redirects=False)
    assert response.status == 303
    assert (await officer.client.get("/attachments/99", allow_redirects=False)).status == 303


async def test_a_program_fetches_what_was_sent_as_safely(duty: Duty, officer: Officer) -> None:
    number = await sent(duty, b"<html><script>alert(1)</script></html>", "x.html")
    token = await duty.token(Scope.READ)
    response = await officer.client.get(f"/api/v1/attachments/{number}", headers=token)
    assert response.content_type == "application/octet-stream"
    assert response.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"
    assert (await officer.client.get("/api/v1/attachments/99", headers=token)).status == 404


def test_the_board_for_programs_tells_what_came_with_an_answer() -> None:
    now = datetime(2023, 7, 17, tzinfo=UTC)
    place = Attachment(5, 7, "telegram", MediaKind.LOCATION, "", "", AttachmentState.STORED, "", 21.85, 106.76, now, None)
    shown = shown_attachment(place)
    assert (shown["kind"], shown["latitude"], shown["longitude"], shown["content"]) == ("location", 21.85, 106.76, None)
    assert set(shown) == set(SCHEMAS["Reply"]["properties"]["attachments"]["items"]["properties"])
