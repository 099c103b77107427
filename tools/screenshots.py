"""Takes pictures of every page of a running drill, at a desk's width and at a telephone's: `python -m tools.screenshots FOLDER`."""

from __future__ import annotations

import asyncio
import shutil
import sys
from pathlib import Path

from playwright.async_api import Browser, Page, async_playwright

from alertd.config import Log, load_settings
from alertd.drill.exercise import DOCUMENT, Exercise, exercise, when_issued
from alertd.logs import configure

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"]
WIDTHS = (1440, 390)
SPEED = 60.0
WATCHED = 15.0
"""Seconds for which the drill runs before its board is taken: fifteen minutes by its own clock, so that reminders have gone out."""


class Album:
    """Pictures of pages of one drill, one for each width, in a folder."""

    def __init__(self, folder: Path, base: str, pages: dict[int, Page]) -> None:
        self._folder, self._base, self._pages = folder, base, pages

    @property
    def officer(self) -> Page:
        """The page on which the officer works."""
        return self._pages[WIDTHS[0]]

    async def take(self, path: str, name: str) -> None:
        """A picture of the page at `path`, in every width."""
        for width, page in self._pages.items():
            await page.goto(f"{self._base}{path}")
            await page.screenshot(path=self._folder / f"{name}-{width}.png", full_page=True)
            print(self._folder / f"{name}-{width}.png")


async def main(folder: Path) -> None:
    """Walk through a drill as an officer does, and keep a picture of each page in `folder`."""
    settings = load_settings()
    async with exercise(settings, speed=SPEED, begins_at=when_issued(DOCUMENT, settings)) as drill, async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        pages = {width: await _page(browser, drill, width) for width in WIDTHS}
        await _walk(drill, Album(folder, str(drill.desk.settings.web.public_url), pages))
        await browser.close()


async def _page(browser: Browser, drill: Exercise, width: int) -> Page:
    """A page of that width in which the drill's officer is signed in."""
    page = await (await browser.new_context(viewport={"width": width, "height": 900})).new_page()
    await page.goto(drill.address)
    return page


async def _walk(drill: Exercise, album: Album) -> None:
    """Before release, the release, fifteen minutes later, and once it is over."""
    review = f"/documents/{(await drill.submit(DOCUMENT))[0].id}"
    await album.take(review, "review")
    await album.take(f"{review}/approve", "release")
    await album.officer.get_by_role("button", name="Phát diễn tập").click()
    await album.officer.wait_for_url("**/dispatches/*")
    await asyncio.sleep(WATCHED)
    board = (await drill.boards())[0]
    silent = next((row for row in board.bodies if row.silent), board.bodies[0])
    dispatch = f"/dispatches/{board.dispatch.id}"
    for path, name in (
        ("/", "overview"),
        (dispatch, "board"),
        (f"{dispatch}/bodies/{silent.body.id}", "body"),
        (f"{dispatch}/calls", "calls"),
        (f"/bodies/{silent.body.id}", "body-history"),
        ("/phones/", "phones"),
        ("/replies", "replies"),
        ("/readiness", "readiness"),
        ("/audit", "audit"),
    ):
        await album.take(path, name)
    await drill.desk.release.close(board.dispatch.id, "hết giờ diễn tập", "diễn tập")
    await album.take("/statistics", "statistics")


configure(Log(level="error", format="console"))
asyncio.run(main(Path(sys.argv[1])))
