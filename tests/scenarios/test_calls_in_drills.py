"""An installation that calls people rehearses with telephones that ring: the cast presses keys, and so does whoever plays along."""

from __future__ import annotations

import shutil
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp import ClientSession

from alertd.config import SenderSettings, Settings, load_settings
from alertd.drill import headless
from alertd.drill.exercise import Exercise, exercise
from alertd.model.assignments import AssignmentState
from alertd.model.escalation import StepKind
from tests.fakes.town import DOCUMENTS

ORDER = DOCUMENTS / "two-districts.txt"
CHIEF = 'addresses = ["telegram:99000000016", "sms:+84900000016"]'
LANDLINE = "+842053812345"


def calling(folder: Path) -> Settings:
    """The packaged settings with a sender that calls, a short ladder, and a chief of Cao Lộc who has nothing but a fixed line."""
    settings = load_settings()
    shutil.copytree(settings.contacts.path, folder / "contacts")
    book = folder / "contacts" / "lang-son" / "contacts.toml"
    text = book.read_text(encoding="utf-8")
    assert CHIEF in text
    book.write_text(text.replace(CHIEF, f'addresses = ["voice:{LANDLINE}"]'), encoding="utf-8")
    sender = SenderSettings(name="calls", channel="twilio-voice", api_base="https://api.twilio.com", rate=1.0, receive="none")
    steps = [step.model_copy() for step in settings.followups.ladders["hoa_toc"] if step.does in (StepKind.REMIND, StepKind.TELL_OFFICER)]  # type: ignore[index]  # an urgency is its word
    ladders = {urgency: tuple(steps[:2]) for urgency in settings.followups.ladders}
    return settings.model_copy(
        update={
            "senders": (*settings.senders, sender),
            "contacts": settings.contacts.model_copy(update={"path": folder / "contacts"}),
            "followups": settings.followups.model_copy(update={"ladders": ladders}),
        }
    )


@pytest.fixture
async def drill(tmp_path: Path) -> AsyncIterator[Exercise]:
    async with exercise(calling(tmp_path), speed=300.0) as opened:
        yield opened


async def test_the_cast_answers_calls_with_keys(drill: Exercise) -> None:
    outcome = await headless.run(drill, ORDER, lambda _boards: None)
    assert outcome.problems == ()
    (board,) = outcome.boards
    assert {row.body.id: row.state for row in board.bodies}["lang-son/huyen-cao-loc"] is AssignmentState.ACKNOWLEDGED
    [player] = [each for each in drill.phones.players if each.line is not None]
    assert player.line is not None
    (call,) = player.line.calls
    assert call.pressed == ["1"]
    assert call.said[0] == "DIỄN TẬP"


async def test_whoever_plays_along_chooses_the_key_on_the_page_and_reads_what_was_said(drill: Exercise) -> None:
    (order,) = await drill.submit(ORDER)
    number, player = next((n, each) for n, each in enumerate(drill.phones.players) if each.line is not None)
    assert player.line is not None
    player.line.is_answered_by_a_machine()
    pages = f"{drill.desk.settings.web.public_url}/phones"
    async with ClientSession() as http:
        assert (await http.post(f"{pages}/{number}/press", data={"key": "7"})).status == 400
        assert (await http.post(f"{pages}/{number}/press", data={"key": "2"})).status == 200
        await drill.desk.release.approve(order.id, drill.officer, is_drill=True)
        while not player.line.calls or not player.line.calls[0].is_over:
            await drill.desk.clock.sleep(timedelta(seconds=1))
        page = await (await http.get(pages + "/")).text()
    assert "Đã bấm: 2" in page
    assert "Đã ghi nhận: không thực hiện được" in page
