"""`alertd contacts invite` makes links that people can use, and cards that can be printed."""

from __future__ import annotations

import asyncio
import contextlib
import re
import stat
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from pypdfium2 import PdfDocument
from pypdfium2.raw import FPDF_PAGEOBJ_IMAGE as IMAGE

from alertd.simulators.telegram import BOT, TelegramSimulator
from alertd.store.sql import SqlStore
from alertd.workflow.people.enrolment import digest_of
from tests.cli.conftest import Alertd

OFFICER = "lang-son/truc-ban#can-bo-1"
TOKEN = "123456:simulated"


@pytest.fixture
async def telegram(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[TelegramSimulator]:
    """A Telegram that counts as the real one: test addresses do not reach it."""
    async with TelegramSimulator(TOKEN) as simulator:
        monkeypatch.setenv("ALERTD_SENDERS__TELEGRAM__API_BASE", simulator.url)
        monkeypatch.setenv("ALERTD_SENDERS__TELEGRAM__LIVE", "true")
        monkeypatch.setenv("ALERTD_SENDERS__TELEGRAM__TOKEN", TOKEN)
        yield simulator


async def joins(folder: Path, link: str) -> None:
    """Somebody uses the link."""
    store = await SqlStore.open(f"sqlite:///{folder / 'var' / 'alertd.db'}")
    digest = digest_of(parse_qs(urlsplit(link).query)["start"][0])
    async with store.transaction() as tx:
        enrolment = await tx.accounts.enrolment(digest)
        assert enrolment is not None
        await tx.accounts.save_enrolment(replace(enrolment, address="77", bound_at=datetime.now(UTC)))
    await store.close()


async def test_the_provider_is_asked_for_the_name_of_the_bot(telegram: TelegramSimulator, alertd: Alertd) -> None:
    ended = await asyncio.to_thread(alertd, "contacts", "invite", OFFICER)
    assert ended.status == 0
    assert re.fullmatch(rf"{OFFICER}\thttps://t\.me/{BOT['username']}\?start=[\w-]{{20,64}}\n", ended.out)


async def test_a_provider_that_does_not_say_the_name_is_told_with_a_way_out(telegram: TelegramSimulator, alertd: Alertd) -> None:
    telegram.token = "another"
    ended = await asyncio.to_thread(alertd, "contacts", "invite", OFFICER)
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith("sender telegram: the bot's name is not known: credentials: ")
    assert ended.err.endswith("give it with --bot\n")


async def test_everybody_without_a_chat_is_invited_until_they_have_joined(
    telegram: TelegramSimulator, alertd: Alertd, tmp_path: Path
) -> None:
    first = (await asyncio.to_thread(alertd, "contacts", "invite", "--all", "--json")).json
    assert len({row["link"] for row in first}) == len({row["contact"] for row in first}) == len(first)
    officer = next(row for row in first if row["contact"] == OFFICER)
    await joins(tmp_path, officer["link"])
    second = (await asyncio.to_thread(alertd, "contacts", "invite", "--all", "--json")).json
    assert {row["contact"] for row in first} - {row["contact"] for row in second} == {OFFICER}
    assert "lang-son/huyen-cao-loc" not in {row["body"] for row in first}, "the districts ended on 1 July 2025"


def test_the_name_can_be_given_where_the_provider_cannot_be_asked(alertd: Alertd) -> None:
    refused = alertd("contacts", "invite", OFFICER)
    assert (refused.status, refused.out) == (2, "")
    assert "give it with --bot" in refused.err
    assert "https://t.me/langson_bot?start=" in alertd("contacts", "invite", OFFICER, "--bot", "@langson_bot").out


def test_every_unknown_contact_is_named_and_nobody_is_invited(alertd: Alertd, tmp_path: Path) -> None:
    ended = alertd("contacts", "invite", OFFICER, "nobody", "lang-son/truc-ban", "--bot", "b", "--sheet", tmp_path / "cards.html")
    assert ended.status == 2
    assert ended.err.splitlines() == ["nobody: the directory has no such contact", "lang-son/truc-ban: the directory has no such contact"]
    assert not (tmp_path / "cards.html").exists()
    assert "contact.invited" not in alertd("audit", "export").out


@pytest.mark.parametrize("words", [(), (OFFICER, "--all")])
def test_it_must_be_said_who_is_invited_and_once(alertd: Alertd, words: tuple[str, ...]) -> None:
    ended = alertd("contacts", "invite", *words, "--bot", "b")
    assert ended.status == 2
    assert "name the contacts, or say --all" in ended.err


def test_the_cards_need_nothing_but_paper_and_are_for_nobody_elses_eyes(alertd: Alertd, tmp_path: Path) -> None:
    sheet = tmp_path / "cards.html"
    rows = alertd("contacts", "invite", OFFICER, "lang-son/truc-ban#can-bo-2", "--bot", "langson_bot", "--sheet", sheet, "--json").json
    page = sheet.read_text(encoding="utf-8")
    assert stat.S_IMODE(sheet.stat().st_mode) == 0o600
    assert not re.search(r"""(?:src|href|url)\s*[=(]""", page)
    assert page.count("<article>") == page.count("<svg") == 2
    for row in rows:
        assert f"<h2>{row['body_name']}</h2>" in page
        assert f"<p>{row['title']}</p>" in page
        assert row["link"] in page
    assert "đến" in page
    assert "0205 3 000 113" in page


def test_cards_that_were_printed_before_are_not_overwritten(alertd: Alertd, tmp_path: Path) -> None:
    sheet = tmp_path / "cards.html"
    sheet.write_text("earlier", encoding="utf-8")
    ended = alertd("contacts", "invite", OFFICER, "--bot", "b", "--sheet", sheet)
    assert (ended.status, ended.err) == (2, f"{sheet}: exists already\n")
    assert sheet.read_text(encoding="utf-8") == "earlier"


def test_the_cards_are_a_pdf_with_vietnamese_words_and_a_code_for_each(alertd: Alertd, tmp_path: Path) -> None:
    sheet = tmp_path / "cards.pdf"
    rows = alertd("contacts", "invite", OFFICER, "lang-son/truc-ban#can-bo-2", "--bot", "langson_bot", "--sheet", sheet, "--json").json
    assert stat.S_IMODE(sheet.stat().st_mode) == 0o600
    with contextlib.closing(PdfDocument(sheet.read_bytes())) as document:
        assert len(document) == 1
        page = document[0]
        words = " ".join(page.get_textpage().get_text_range().split())
        assert len([each for each in page.get_objects() if each.type == IMAGE]) == 2
    for row in rows:
        assert row["body_name"] in words
        assert row["title"] in words
        assert row["link"] in words
    assert "Dùng một lần" in words
    assert "0205 3 000 113" in words


def test_a_sheet_of_another_kind_is_refused_before_anybody_is_invited(alertd: Alertd, tmp_path: Path) -> None:
    ended = alertd("contacts", "invite", OFFICER, "--bot", "b", "--sheet", tmp_path / "cards.doc")
    assert (ended.status, ended.err) == (2, f"{tmp_path / 'cards.doc'}: name a .pdf or an .html file\n")
    assert "contact.invited" not in alertd("audit", "export").out
