"""One Chromium for all tests of a process: starting it takes longer than most of them. Each test has contexts of its own in it."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator, Iterator
from subprocess import DEVNULL, PIPE, Popen
from threading import Thread

import pytest
from playwright.async_api import Browser, async_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ("--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync")
IN_A_BROWSER = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine")]
"""The marks of a test that drives one."""
_LISTENS = "DevTools listening on "


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address at which it can be driven."""
    assert CHROMIUM is not None
    own = (f"--user-data-dir={tmp_path_factory.mktemp('chromium')}", "--remote-debugging-port=0")
    with Popen([CHROMIUM, *FLAGS, *own], stdout=DEVNULL, stderr=PIPE, text=True) as process:  # noqa: S603 - words of our own
        assert process.stderr is not None
        address = next(line for line in process.stderr if line.startswith(_LISTENS)).removeprefix(_LISTENS).strip()
        Thread(target=process.stderr.read, daemon=True).start()  # whatever else it says must not fill the pipe
        yield address
        process.terminate()


@pytest.fixture
async def browser(chromium: str) -> AsyncIterator[Browser]:
    """It, as one test drives it; the contexts that the test made end with it."""
    async with async_playwright() as playwright:
        connected = await playwright.chromium.connect_over_cdp(chromium)
        yield connected
        await connected.close()
