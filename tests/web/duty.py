"""A duty desk with a clock set by hand and senders that lead nowhere, and the people who use it through HTTP."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path

from aiohttp import ClientResponse
from aiohttp.test_utils import TestClient
from aiohttp.web import Application, Request

from alertd.app import build
from alertd.config import Database, SenderSettings, Settings, WatchSettings
from alertd.handbook import Handbook
from alertd.model.accounts import Account, AccountRole, Scope
from alertd.model.notices import Attempt, DeliveryState, Dispatch
from alertd.workflow.desk import Desk
from tests.fakes.blank import lay_blank_database
from tests.fakes.clock import HandClock
from tests.fakes.town import handbook, packaged_settings
from tests.web.order import register

PASSWORD = "mat-khau-dai-12"
SECRET = "bi-mat-cua-hook"
TWILIO_TOKEN = "twilio-token"
PUBLIC_URL = "http://alertd.test"
Client = TestClient[Request, Application]


def settings_in(folder: Path, public_url: str) -> Settings:
    """The packaged settings, stored in a folder, with senders at an address where nobody listens."""
    common = {"api_base": "http://127.0.0.1:9", "rate": 10, "receive": "webhook"}
    telegram = {"name": "telegram", "channel": "telegram", "token": "1:x", "secret": SECRET}
    sms = {
        "name": "sms",
        "channel": "twilio-sms",
        "from_number": "+15005550006",
        "account_sid": "AC" + "0" * 32,
        "auth_token": TWILIO_TOKEN,
    }
    senders = tuple(SenderSettings.model_validate(common | sender) for sender in (telegram, sms))
    settings = packaged_settings()
    web = settings.web.model_copy(update={"public_url": public_url})
    return settings.model_copy(update={"database": Database(url=f"sqlite:///{folder / 'alertd.db'}"), "senders": senders, "web": web})


async def open_desk(
    folder: Path,
    clock: HandClock,
    *,
    is_drill: bool = False,
    public_url: str = PUBLIC_URL,
    book: Handbook | None = None,
    roster: tuple[WatchSettings, ...] = (),
) -> Desk:
    """The whole desk as the program builds it; nothing runs by itself."""
    lay_blank_database(folder)
    settings = settings_in(folder, public_url)
    settings = settings.model_copy(update={"duty": settings.duty.model_copy(update={"roster": roster})})
    return await build(settings, clock, is_drill=is_drill, handbook=book or handbook())


@dataclass(frozen=True)
class Duty:
    """One test's desk and what is done at it."""

    desk: Desk
    clock: HandClock

    async def account(self, name: str, role: AccountRole) -> None:
        """Somebody who may sign in."""
        await self.desk.access.add_user(name, role, PASSWORD)

    async def signs_in(self, client: Client, name: str, role: AccountRole) -> Officer:
        """Somebody with a session, without the costly way through a password."""
        account = Account(0, name, role, "", self.clock.now())
        async with self.desk.store.transaction() as tx:
            account = replace(account, id=await tx.accounts.add(account))
        word, _ = await self.desk.access.start_session(account)
        client.session.cookie_jar.update_cookies({"alertd_session": word}, client.make_url("/"))
        return Officer(client)

    async def token(self, *scopes: Scope) -> dict[str, str]:
        """The header of a program with those rights."""
        word = await self.desk.access.create_token("chuong-trinh", frozenset(scopes), "test")
        return {"Authorization": f"Bearer {word}"}

    async def order(self) -> int:
        """The invented công điện waits for review."""
        async with self.desk.store.transaction() as tx:
            return await register(tx)

    async def released(self) -> Dispatch:
        """It was released."""
        return await self.desk.release.approve(await self.order(), "truc")

    async def carry(self, state: DeliveryState, reason: str = "") -> None:
        """Every queued message of every sender comes to that state."""
        now = self.clock.now()
        async with self.desk.store.transaction() as tx:
            for name in self.desk.channels:
                claimed = await tx.outbox.claim(name, now, now + timedelta(minutes=1), 500)
                await tx.outbox.record([Attempt(d.id, d.fence, state, now, reason, None, f"ref-{d.id}") for d in claimed])


@dataclass(frozen=True)
class Officer:
    """Somebody signed in, with a browser that does not run scripts."""

    client: Client

    async def opens(self, path: str, status: int = 200) -> str:
        """A page's HTML."""
        response = await self.client.get(path)
        page = await response.text()
        assert response.status == status, page
        return page

    async def sends(self, form_on: str, to: str, **fields: str) -> ClientResponse:
        """A form that stands on one page, sent as the browser does; the redirect is not followed."""
        page = await self.opens(form_on)
        seen = re.search(r'name="seen" value="([^"]+)"', page)
        hidden = {"csrf": csrf_on(page)} | ({"seen": seen[1]} if seen else {})
        return await self.client.post(to, data=hidden | fields, allow_redirects=False)


def csrf_on(page: str) -> str:
    """The word that the page's forms carry."""
    found = re.search(r'name="csrf" value="([^"]+)"', page)
    assert found, page
    return found[1]


async def sign_in(client: Client, name: str, password: str = PASSWORD, where: str = "/", forwarded: str = "") -> ClientResponse:
    """Through the form; `forwarded` is what a proxy tells of the caller."""
    page = await (await client.get("/login", params={"next": where})).text()
    fields = {"csrf": csrf_on(page), "name": name, "password": password, "next": where}
    headers = {"X-Forwarded-For": forwarded} if forwarded else {}
    return await client.post("/login", data=fields, headers=headers, allow_redirects=False)
