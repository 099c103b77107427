"""Whom to call, at which numbers: what an officer reads in a hurry holds each number once, and says where there is none."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from alertd.directory.directory import Directory
from alertd.model.bodies import Address
from alertd.web.rendering import telephone
from tests.fakes.clock import HandClock
from tests.fakes.town import handbook
from tests.web import order
from tests.web.duty import Duty, Officer, open_desk
from tests.web.order import NOW

NUMBER = "+84912345678"
ADDRESSES = {
    order.CAO_LOC: (Address("telegram", "7001"), Address("sms", NUMBER), Address("voice", NUMBER)),
    order.VAN_LANG: (Address("telegram", "7002"),),
}


@pytest.fixture
async def duty(tmp_path: Path) -> AsyncIterator[Duty]:
    """A desk whose list of contacts names one telephone for texts and for calls, and another body's people by their chats alone."""
    content = handbook().directory.content
    contacts = tuple(replace(each, addresses=ADDRESSES.get(each.body, each.addresses)) for each in content.contacts)
    book = replace(handbook(), directory=Directory(replace(content, contacts=contacts)))
    clock = HandClock(NOW)
    desk = await open_desk(tmp_path, clock, book=book)
    yield Duty(desk, clock)
    await desk.store.close()


async def test_a_number_for_texts_and_calls_is_shown_once(duty: Duty, officer: Officer) -> None:
    dispatch = await duty.released()
    page = html.fromstring(await officer.opens(f"/dispatches/{dispatch.id}/bodies/{order.CAO_LOC}"))
    for contact in page.xpath("//ol[@class='contacts']/li"):
        assert [tel.text_content() for tel in contact.xpath(".//a[@class='tel']")] == [telephone(NUMBER)]
        assert "Telegram" in contact.text_content()


async def test_whoever_has_no_number_is_told_as_such(duty: Duty, officer: Officer) -> None:
    dispatch = await duty.released()
    page = html.fromstring(await officer.opens(f"/dispatches/{dispatch.id}/bodies/{order.VAN_LANG}"))
    for contact in page.xpath("//ol[@class='contacts']/li"):
        assert "chưa có số điện thoại" in contact.text_content()


async def test_the_desk_is_told_each_number_once(duty: Duty) -> None:
    await duty.released()
    for _ in range(12):
        duty.clock.forward(minutes=10)
        await duty.desk.followups.step()
    async with duty.desk.store.snapshot() as tx:
        alerts = await tx.duty.untaken(100)
    told = next(alert.telephones for alert in alerts if alert.telephones and NUMBER in alert.telephones[0])
    assert len(told) == len(set(told)) == len(duty.desk.directory.contacts_of(order.CAO_LOC))


async def test_the_hand_over_has_a_line_for_each_of_whom_to_call_in_turn(duty: Duty, officer: Officer) -> None:
    await duty.released()
    for _ in range(12):
        duty.clock.forward(minutes=10)
        await duty.desk.followups.step()
    page = html.fromstring(await officer.opens("/handover"))
    [lines] = [each for each in page.xpath("//ol[@class='contacts']") if telephone(NUMBER) in each.text_content()]
    titles = [contact.title for contact in duty.desk.directory.contacts_of(order.CAO_LOC)]
    assert [" ".join(line.text_content().split()) for line in lines.xpath("li")] == [f"{title} {telephone(NUMBER)}" for title in titles]
