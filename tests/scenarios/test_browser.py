"""The whole way in a real browser: hand in, review, release, answer from a telephone, see it on the board."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Browser, Page, expect

from alertd.config import load_settings
from alertd.drill.exercise import Exercise, exercise
from tests.fakes.browser import IN_A_BROWSER
from tests.fakes.town import DOCUMENTS

ORDER = DOCUMENTS / "two-districts.txt"

pytestmark = IN_A_BROWSER


@pytest.fixture
async def drill() -> AsyncIterator[Exercise]:
    async with exercise(load_settings(), speed=20.0) as opened:
        yield opened


@pytest.fixture
async def page(drill: Exercise, browser: Browser) -> AsyncIterator[Page]:
    context = await browser.new_context(viewport={"width": 1440, "height": 1000})
    opened = await context.new_page()
    complaints: list[str] = []
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("console", lambda message: complaints.append(message.text) if message.type == "error" else None)
    await opened.goto(drill.address)
    yield opened
    await context.close()
    assert complaints == []


@pytest.mark.usefixtures("drill")
async def test_the_head_of_a_page_takes_one_line_on_a_small_desk_screen(page: Page) -> None:
    await page.set_viewport_size({"width": 1280, "height": 800})
    middles = await page.locator(".top > *").evaluate_all("all => all.map(e => e.getBoundingClientRect().top + e.offsetHeight / 2)")
    assert max(middles) - min(middles) < 10, middles


async def test_from_handing_in_to_the_answer_on_the_board(drill: Exercise, page: Page) -> None:
    await page.set_input_files("input[type=file]", str(ORDER))
    await page.get_by_role("button", name="Tiếp nhận văn bản").click()
    await expect(page.locator("h1")).to_contain_text("03/CĐ-UBND")
    await expect(page.locator("body")).to_contain_text("bố trí xuồng")

    await page.get_by_text("Xem trước và phát").click()
    await expect(page.locator("body")).to_contain_text("DIỄN TẬP")
    drill.phones.hand_out(["lang-son/huyen-cao-loc", "lang-son/huyen-trang-dinh"], drill.desk.settings.duty.body)
    for player in drill.phones.players:
        player.take_over()
    await page.get_by_role("button", name="Phát diễn tập").click()
    await expect(page.locator("body")).to_contain_text("Cao Lộc")
    board = page.url

    phone = await page.context.new_page()
    await phone.goto(f"{drill.desk.settings.web.public_url}/phones/")
    first = phone.locator("article", has_text="Cao Lộc").first
    await first.get_by_role("button", name="Đang triển khai").click()

    # The board shows it without a reload.
    await expect(page.locator("#rows tr", has_text="Cao Lộc")).to_contain_text("Đang triển khai")
    await expect(page.locator("#rows tr", has_text="Tràng Định")).not_to_contain_text("Đang triển khai")
    assert page.url == board


async def test_without_javascript_the_same_forms_work(drill: Exercise, browser: Browser) -> None:
    context = await browser.new_context(java_script_enabled=False, viewport={"width": 390, "height": 800})
    page = await context.new_page()
    await page.goto(drill.address)
    await page.fill("textarea", ORDER.read_text(encoding="utf-8"))
    await page.get_by_role("button", name="Tiếp nhận văn bản").click()
    await page.get_by_text("Xem trước và phát").click()
    await page.get_by_role("button", name="Phát diễn tập").click()
    await expect(page.locator("body")).to_contain_text("Cao Lộc")
