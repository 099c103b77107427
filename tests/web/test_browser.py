"""The pages in a real browser: what changes appears by itself and nothing is lost under the officer's hands."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest
from playwright.async_api import Browser, Page, expect

from alertd.model.notices import DeliveryState
from alertd.model.replies import Meaning, Reply, ReplyState
from alertd.web.middleware.session import COOKIE
from tests.fakes.browser import IN_A_BROWSER
from tests.web import order
from tests.web.duty import Client, Duty, Officer

WIDTH, HEIGHT = 390, 844
"""A small telephone."""
TABLET = 768
"""A tablet, or an office screen on which everything is shown twice as large."""
pytestmark = IN_A_BROWSER


@pytest.fixture
async def page(officer: Officer, browser: Browser) -> AsyncIterator[Page]:
    """A browser's page in which the officer has signed in; an error of our script fails the test."""
    client = officer.client
    context = await browser.new_context(base_url=str(client.make_url("/")))
    word = client.session.cookie_jar.filter_cookies(client.make_url("/"))[COOKIE].value
    await context.add_cookies([{"name": COOKIE, "value": word, "url": str(client.make_url("/"))}])
    page = await context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    yield page
    assert errors == []


async def test_an_answer_appears_on_the_board_without_a_reload(duty: Duty, page: Page) -> None:
    dispatch = await duty.released()
    await page.goto(f"/dispatches/{dispatch.id}")
    row = page.locator("#rows tr", has_text="UBND huyện Cao Lộc")
    await expect(row).to_contain_text("Im lặng")
    await duty.desk.answers.record(dispatch.id, order.CAO_LOC, Meaning.ACKNOWLEDGED, "rõ, đang làm", "truc")
    await expect(row).to_contain_text("Đã nhận")
    await expect(row).to_contain_text("rõ, đang làm")
    await expect(page.locator("#news")).to_contain_text("1 đã nhận")


async def test_what_the_officer_is_typing_stays_while_the_page_changes(duty: Duty, page: Page) -> None:
    dispatch = await duty.released()
    async with duty.desk.store.transaction() as tx:
        notice = (await tx.dispatches.notices(dispatch.id))[0]
        now = duty.clock.now()
        reply = Reply(0, now, "sms", "sms", "+84900000016", None, notice.id, "để xem", Meaning.AMBIGUOUS, "?", "code", ReplyState.OPEN)
        await tx.replies.add(reply)
    await page.goto("/")
    await page.get_by_text("Xử lý trả lời này").click()
    note = page.get_by_label("Ghi chú")
    await note.fill("đã gọi lại lúc")
    await duty.order()
    await duty.desk.answers.record(dispatch.id, order.TRADE, Meaning.DONE, "xong", "truc")
    await expect(page.locator("#waiting")).to_contain_text("77/CĐ-UBND")
    await expect(note).to_have_value("đã gọi lại lúc")
    await expect(note).to_be_focused()


async def test_enter_in_a_note_chooses_no_meaning(duty: Duty, page: Page) -> None:
    dispatch = await duty.released()
    async with duty.desk.store.transaction() as tx:
        notice = next(n for n in await tx.dispatches.notices(dispatch.id) if n.body == order.CAO_LOC)
        now = duty.clock.now()
        await tx.replies.add(Reply(0, now, "sms", "sms", "1", None, notice.id, "để xem", Meaning.AMBIGUOUS, "?", "code", ReplyState.OPEN))
    await page.goto(f"/dispatches/{dispatch.id}/bodies/{order.CAO_LOC}")
    await page.get_by_text("Xử lý trả lời này").click()
    await page.get_by_label("Ghi chú").fill("đã gọi")
    await page.keyboard.press("Enter")
    await page.get_by_text("Làm ngay, bỏ qua hoặc tạm dừng").click()
    await page.get_by_label("Lý do").fill("đang gọi")
    await page.keyboard.press("Enter")
    await expect(page.get_by_label("Lý do")).to_have_value("đang gọi")
    assert (await duty.desk.board.overview()).replies_open == 1
    assert [e.action for e in await duty.desk.board.audit() if e.action.startswith(("followup", "ladder", "reply"))] == []


async def test_danger_rings_and_counts_in_the_title_until_somebody_has_dealt_with_it(duty: Duty, page: Page) -> None:
    await page.add_init_script(
        "window.rung = 0; window.AudioContext = class extends AudioContext { constructor() { super(); rung += 1; } };"
    )
    dispatch = await duty.released()
    for path in (f"/dispatches/{dispatch.id}", "/"):
        await page.goto(path)
        title = await page.title()
        async with duty.desk.store.transaction() as tx:
            notice, now = (await tx.dispatches.notices(dispatch.id))[0], duty.clock.now()
            words, meaning = "lũ tràn vào bản", Meaning.INCIDENT
            reply = Reply(0, now, "sms", "sms", "+84900000016", None, notice.id, words, meaning, "?", "code", ReplyState.OPEN)
            reply_id = await tx.replies.add(reply)
        await duty.desk.answers.record(dispatch.id, order.TRADE, Meaning.DONE, "xong", "truc")
        await expect(page).to_have_title(f"⚠ 1 · {title}")
        assert await page.evaluate("rung") == 1
        await duty.desk.answers.resolve(reply_id, Meaning.IN_PROGRESS, "truc", "đã gọi")
        await expect(page).to_have_title(title)
        assert await page.evaluate("rung") == 1


async def test_a_broken_line_is_told(page: Page) -> None:
    await page.route("**/api/v1/events", lambda route: route.abort())
    await page.goto("/")
    await expect(page.get_by_text("Mất kết nối với máy chủ")).to_be_visible()


@pytest.mark.parametrize("is_reached", [False, True])
async def test_a_page_that_cannot_be_had_anew_says_so_until_it_can(duty: Duty, page: Page, *, is_reached: bool) -> None:
    dispatch = await duty.released()
    address = f"/dispatches/{dispatch.id}"
    await page.goto(address)
    told = page.get_by_text("Mất kết nối với máy chủ")
    await page.route(f"**{address}", lambda route: route.fulfill(status=500) if is_reached else route.abort())
    await duty.desk.answers.record(dispatch.id, order.CAO_LOC, Meaning.ACKNOWLEDGED, "rõ", "truc")
    await expect(told).to_be_visible()
    await page.unroute(f"**{address}")
    await duty.desk.answers.record(dispatch.id, order.TRADE, Meaning.DONE, "xong", "truc")
    await expect(page.locator("#rows tr", has_text="UBND huyện Cao Lộc")).to_contain_text("Đã nhận")
    await expect(told).to_be_hidden()


async def test_pointing_at_an_order_marks_its_words_in_the_source(duty: Duty, page: Page) -> None:
    await page.goto(f"/documents/{await duty.order()}")
    await page.get_by_role("link", name=order.GUARD).hover()
    await expect(page.locator("mark.is-shown")).to_have_text(order.GUARD)


async def test_a_document_is_released_without_any_script(duty: Duty, client: Client, page: Page) -> None:
    assert page.context.browser
    address = str(client.make_url("/"))
    context = await page.context.browser.new_context(java_script_enabled=False, base_url=address)
    word = next(cookie["value"] for cookie in await page.context.cookies() if cookie["name"] == COOKIE)
    await context.add_cookies([{"name": COOKIE, "value": word, "url": address}])
    plain = await context.new_page()
    await plain.goto(f"/documents/{await duty.order()}")
    await plain.get_by_text("Xem trước và phát…").click()
    await plain.get_by_role("button", name="PHÁT THẬT tới 3 đơn vị").click()
    await expect(plain).to_have_url(re.compile(r"/dispatches/1\?done=approved"))
    await expect(plain.get_by_role("status").first).to_contain_text("Đã phát")


async def test_no_page_is_wider_than_a_telephone_or_a_tablet(duty: Duty, page: Page) -> None:
    dispatch = await duty.released()
    await duty.carry(DeliveryState.FAILED, "số máy không liên lạc được")
    async with duty.desk.store.transaction() as tx:
        notice, now = (await tx.dispatches.notices(dispatch.id))[0], duty.clock.now()
        words = "rõ nhưng không đủ xuồng"
        reply = Reply(0, now, "sms", "sms", "+84900000016", None, notice.id, words, Meaning.CANNOT_COMPLY, "?", "code", ReplyState.OPEN)
        await tx.replies.add(reply)
    board = f"/dispatches/{dispatch.id}"
    body = f"{board}/bodies/{order.CAO_LOC}"
    for path in (
        "/",
        "/documents",
        "/documents/1",
        "/documents/1/correct",
        board,
        body,
        f"{board}/calls",
        "/replies",
        "/bodies",
        "/audit",
        "/handover",
    ):
        await page.goto(path)
        for width in (WIDTH, TABLET):
            await page.set_viewport_size({"width": width, "height": HEIGHT})
            assert await page.evaluate("document.documentElement.scrollWidth") <= width, path


async def test_an_open_name_is_settled_by_keyboard_alone_and_without_any_script(duty: Duty, client: Client, page: Page) -> None:
    assert page.context.browser
    address = str(client.make_url("/"))
    context = await page.context.browser.new_context(java_script_enabled=False, base_url=address)
    word = next(cookie["value"] for cookie in await page.context.cookies() if cookie["name"] == COOKIE)
    await context.add_cookies([{"name": COOKIE, "value": word, "url": address}])
    plain = await context.new_page()
    await plain.goto(f"/documents/{await duty.order()}")
    await expect(plain.locator("#questions")).to_contain_text("Cần cán bộ quyết định trước khi phát: 1 việc")
    await plain.get_by_label("Giao cho đơn vị").focus()
    await plain.keyboard.type("Sở Nội vụ")
    await plain.keyboard.press("Enter")
    await expect(plain.locator("#questions")).to_have_count(0)
    await expect(plain.locator("#card-1")).to_contain_text("Sở Nội vụ")


async def test_the_officer_corrects_bodies_wording_and_addressees_on_the_page(duty: Duty, page: Page) -> None:
    await page.goto(f"/documents/{await duty.order()}")
    await page.get_by_text("Sửa nhiệm vụ của UBND huyện Cao Lộc").click()
    form = page.locator("#edit-0-cao-loc")
    await form.get_by_label("Đơn vị").fill("UBND huyện Chi Lăng")
    await form.get_by_label("Nội dung giao").fill(f"{order.MOVE} trước\nsau đó {order.GUARD}")
    await form.get_by_role("button", name="Lưu").click()
    await expect(page.locator("#card-0")).to_contain_text("UBND huyện Chi Lăng")
    await expect(page.locator("#card-0 .own li")).to_have_text([f"{order.MOVE} trước", f"sau đó {order.GUARD}"])
    await page.get_by_role("button", name="Bỏ UBND huyện Văn Lãng").click()
    await expect(page.locator("#proposal-0-van-lang")).to_contain_text("đã bỏ")
    await page.get_by_text("Thêm nhiệm vụ…").click()
    assert await page.locator("#bodies option[value='Sở Y tế']").count() == 1, "the directory is searched while typing"
    await page.locator("#add").get_by_label("Đơn vị").fill("Sở Y tế")
    await page.locator("#add").get_by_label("Nội dung giao").fill("chuẩn bị thuốc men")
    await page.locator("#add").get_by_role("button", name="Thêm nhiệm vụ").click()
    await expect(page.locator(".reading")).to_contain_text("chuẩn bị thuốc men")


async def test_the_addressees_are_marked_in_the_source(duty: Duty, page: Page) -> None:
    names = "Chủ tịch UBND các huyện Cao Lộc, Văn Lãng"
    first = replace(order.reading().directives[0], named_at=(order.place(names),))
    read = replace(order.reading(), directives=(first, order.reading().directives[1]))
    async with duty.desk.store.transaction() as tx:
        document = await order.register(tx, replace(order.document(0), reading=read))
    await page.goto(f"/documents/{document}")
    await expect(page.locator(".text mark.addressee")).to_have_text(names)
    await page.locator("#card-0 .addressees a").hover()
    await expect(page.locator("mark.is-shown")).to_have_text(names)


async def test_a_figure_on_the_board_leads_to_the_bodies_that_it_counts_and_the_choice_stays_while_answers_come(
    duty: Duty, page: Page
) -> None:
    dispatch = await duty.released()
    await page.goto(f"/dispatches/{dispatch.id}")
    rows = page.locator("#rows tr")
    await page.get_by_role("link", name="3 im lặng").click()
    await expect(rows).to_have_count(3)
    await duty.desk.answers.record(dispatch.id, order.CAO_LOC, Meaning.ACKNOWLEDGED, "rõ", "truc")
    await expect(rows).to_have_count(2)
    await expect(page.locator("#chosen")).to_contain_text("Đang xem 2/4 đơn vị")
    await page.get_by_role("link", name="xem tất cả").click()
    await expect(rows).to_have_count(4)


async def test_a_form_that_is_pressed_twice_goes_once(duty: Duty, page: Page) -> None:
    dispatch = await duty.released()
    await page.goto(f"/dispatches/{dispatch.id}/bodies/{order.CAO_LOC}")
    await page.get_by_label("Nói gì").fill("đã nghe máy")
    await page.get_by_role("button", name="Đang triển khai").dblclick()
    await expect(page.get_by_role("status").first).to_contain_text("Đã ghi nhận trả lời")
    row = next(row for row in (await duty.desk.board.dispatch(dispatch.id)).bodies if row.body.id == order.CAO_LOC)
    assert [reply.words for reply in row.replies] == ["đã nghe máy"]


async def test_what_was_done_is_told_once(duty: Duty, page: Page) -> None:
    await page.goto(f"/documents/{await duty.order()}")
    await page.get_by_text("Không phát…").click()
    await page.get_by_label("Lý do không phát").fill("đã có bản thay thế")
    await page.get_by_role("button", name="Không phát văn bản này").click()
    told = page.get_by_text("Đã ghi nhận: không phát văn bản này.")
    await expect(told).to_be_visible()
    await page.reload()
    await expect(page.get_by_role("heading", level=1)).to_be_visible()
    await expect(told).to_have_count(0)
