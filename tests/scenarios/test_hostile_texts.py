"""Whatever people write anywhere, it stays text: on every page of the console in a real browser, and in every message."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.async_api import Browser, Page

from alertd.model.accounts import Account, AccountRole
from alertd.model.replies import Meaning
from alertd.web.middleware.session import COOKIE
from tests.fakes.browser import IN_A_BROWSER
from tests.fakes.town import Town, town
from tests.scenarios.test_matching import CAO_LOC, TRANG_DINH
from tests.scenarios.test_media import PNG

pytestmark = IN_A_BROWSER

TELLTALE = "<script>window.hacked=1</script>"
RECKONS = "{{7*7}}{% if 1 %}"
EVIL = f"\"'>{TELLTALE}<img src=x onerror=window.hacked=1>{RECKONS}</textarea></title><svg/onload=window.hacked=1>"
ORDER = f"""ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN
Số: 03/CĐ-UBND
Lạng Sơn, ngày 17 tháng 7 năm 2023
HỎA TỐC
CÔNG ĐIỆN
Về việc ứng phó lũ {EVIL}
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN điện:
- Chủ tịch UBND huyện Cao Lộc;
- Chủ tịch UBND huyện Tràng Định;
- Công ty {EVIL}.
1. Chủ tịch UBND huyện Cao Lộc đưa ngay các hộ dân {EVIL} ở bãi sông đến nơi an toàn; cấm người qua ngầm.
2. Chủ tịch UBND huyện Tràng Định kiểm tra các điểm ngập {EVIL} trước 20 giờ ngày 17/7/2023./.
Nơi nhận:
- Như trên;
- Lưu: VT.
"""
GROUP = -700_000_009


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Town]:
    async with town(tmp_path) as opened:
        yield opened


@pytest.fixture
async def page(place: Town, browser: Browser) -> Page:
    """A browser's page in which the officer is signed in; whatever a script or the policy against scripts says is kept."""
    account = Account(0, EVIL, AccountRole.OFFICER, "", place.clock.now())
    async with place.desk.store.transaction() as tx:
        number = await tx.accounts.add(account)
        kept = await tx.accounts.get(number)
    assert kept is not None
    word, _ = await place.desk.access.start_session(kept)
    address = f"http://127.0.0.1:{place.daemon.port}"
    context = await browser.new_context(base_url=address)
    await context.add_cookies([{"name": COOKIE, "value": word, "url": address}])
    return await context.new_page()


async def everything_hostile(place: Town) -> None:
    """Every field that somebody can write holds the hostile words: file, document, answers, names, notes, reasons."""
    desk = place.desk
    submission = await desk.intake.submit(ORDER.encode(), f"{EVIL}.txt", "test", EVIL)
    document = submission.documents[0]
    assert EVIL[:20] in (document.reading.subject or "")
    await desk.intake.submit(f"Văn bản khác {EVIL}".encode(), f"{EVIL}.docx.txt", "test", EVIL)
    dispatch = await desk.release.approve(document.id, EVIL)
    await place.settle()
    contact = desk.directory.contacts_of(f"lang-son/{CAO_LOC}")[0]
    group = place.telegram.phone(GROUP, EVIL)
    group.press_start(await desk.enrolment.invite(contact.id, "telegram", EVIL))
    await place.settle()
    ref = place.telegram.keep_file(PNG)
    group.send(document={"file_id": ref, "file_name": f"{EVIL}.png"}, caption=f"@alertd_simulated_bot {EVIL} lũ tràn vào bản")
    group.send(location={"latitude": 21.85, "longitude": 106.76}, venue={"title": EVIL})
    group.send(contact={"first_name": EVIL, "phone_number": EVIL})
    for body in (CAO_LOC, TRANG_DINH):
        place.phone(body).texts(f"đã nhận {EVIL}")
    place.telegram.phone(77, EVIL).type(EVIL)
    place.telegram.phone(77, EVIL).press_start(EVIL)
    await place.settle()
    await desk.interventions.pause(dispatch.id, f"lang-son/{TRANG_DINH}", timedelta(minutes=5), EVIL, EVIL)
    await desk.answers.record(dispatch.id, f"lang-son/{TRANG_DINH}", Meaning.QUESTION, EVIL, EVIL)
    for card in (await desk.board.overview()).replies[:1]:
        await desk.answers.resolve(card.reply.id, Meaning.INCIDENT, EVIL, EVIL)
    await place.settle()


PAGES = (
    "/",
    "/documents",
    "/documents/1",
    "/documents/2",
    "/documents/1/correct",
    "/dispatches/1",
    "/dispatches/1/calls",
    f"/dispatches/1/bodies/lang-son/{CAO_LOC}",
    f"/dispatches/1/bodies/lang-son/{TRANG_DINH}",
    f"/bodies/lang-son/{CAO_LOC}",
    "/replies",
    "/bodies",
    "/handover",
    "/audit",
    "/readiness",
    f"/khong-co/{quote(EVIL)}",
    f"/bodies/{quote(EVIL)}",
    f"/login?next={quote(EVIL)}",
    f"/documents?done={quote(EVIL)}",
    f"/api/v1/documents?limit={quote(EVIL)}",
    f"/api/v1/{quote(EVIL)}",
)
WRITTEN = """() => [window.hacked, document.querySelectorAll(
    'script:not([src]), img[src="x"], svg[onload], [onerror], [onload], iframe, object').length]"""


async def test_nothing_that_anybody_writes_runs_or_becomes_markup_on_any_page(place: Town, page: Page) -> None:
    await everything_hostile(place)
    complaints: list[str] = []
    page.on("dialog", lambda dialog: complaints.append(f"dialog {dialog.message}"))
    page.on("console", lambda said: complaints.append(said.text) if "Content Security Policy" in said.text else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    shown = 0
    for path in PAGES:
        answer = await page.goto(path, wait_until="domcontentloaded")
        assert answer is None or answer.status < 500, path
        assert await page.evaluate(WRITTEN) == [None, 0], path
        shown += TELLTALE in await page.inner_text("body")
    assert complaints == []
    assert shown >= 8, "the hostile words must stand on the pages for this test to try anything"
    attachment = await page.request.get("/attachments/1")
    assert attachment.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert attachment.headers["content-disposition"].count("<") == 0


async def test_a_form_that_is_refused_gives_hostile_words_back_as_text(page: Page) -> None:
    await page.context.clear_cookies()
    await page.goto("/login")
    await page.fill("[name=name]", EVIL)
    await page.fill("[name=password]", EVIL)
    await page.press("[name=password]", "Enter")
    await page.get_by_text("Tên hoặc mật khẩu không đúng").wait_for()
    assert await page.evaluate(WRITTEN) == [None, 0]
    assert await page.input_value("[name=name]") == EVIL


async def test_messages_bring_hostile_words_as_they_were_written_and_reckon_nothing(place: Town) -> None:
    await everything_hostile(place)
    for phone in place.phones():
        assert all(RECKONS in text or "window.hacked" not in text for _, text in phone.unread())
        phone.reads_everything()
    chief = place.phone(TRANG_DINH)
    assert chief.telegram is not None
    assert chief.sms is not None
    for texts in ([m.text for m in chief.telegram.messages], [m.text for m in chief.sms.messages]):
        assert any(TELLTALE in text and RECKONS in text for text in texts)
    assert all("&lt;" not in message.text for message in chief.telegram.messages)


async def test_nobody_acknowledges_for_others_by_data_that_no_button_of_theirs_carries(place: Town) -> None:
    dispatch = (await place.releases("two-districts.txt")).dispatch.id
    async with place.desk.store.snapshot() as tx:
        code = (await tx.dispatches.notices_of_body(f"lang-son/{CAO_LOC}"))[0].code
    others = (place.telegram.phone(88, "Người lạ"), place.phone(TRANG_DINH).telegram, place.telegram.phone(-88, "Nhóm lạ"))
    forged = [
        f"a:{code}:acknowledged",
        f"a:{code}:done:1",
        f"a:{code}:done:{'9' * 40}",
        f"a:{code}:x",
        "a:::",
        ":" * 60,
        f"o:take:{'9' * 40}",
        "o:yes:",
    ]
    for chat in others:
        assert chat is not None
        for data in forged:
            place.forged_tap(chat, data)
    chief = place.phone(CAO_LOC).telegram
    assert chief is not None
    for data in forged[2:]:
        place.forged_tap(chief, data)
    await place.settle()
    rows = await place.board(dispatch)
    assert all(row.silent for row in rows.values())
    assert not [entry for entry in await place.desk.board.audit() if entry.action == "event.failed"]
