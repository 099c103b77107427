"""What somebody on the telephone is told when not everything goes well."""

from __future__ import annotations

from pathlib import Path

import pytest

from alertd.channels.twilio.voice import TwilioVoiceChannel
from alertd.clock import SystemClock
from alertd.config import SenderSettings
from alertd.errors import Busy, StoreAway
from alertd.model.inbox import RawEvent
from alertd.ports import Remark
from alertd.store.sql import SqlStore
from alertd.workflow.replies.answers import Answers
from alertd.workflow.replies.speaking import Speaker
from tests.fakes.town import town

TELEPHONE = "0205 3 000 113"


class Away(SqlStore):
    """A database that cannot be reached."""

    def __init__(self) -> None:
        """It was never there."""


class Deaf(Answers):
    """Nothing can be taken in at present."""

    def __init__(self, why: Exception) -> None:
        """`why` it cannot."""
        self._why = why

    async def hear_now(self, event: RawEvent) -> str:
        raise self._why


@pytest.mark.parametrize("why", [StoreAway("gone"), Busy("busy", "Đang bận.")])
async def test_a_key_that_cannot_be_stored_is_not_said_to_be_and_the_duty_telephone_is_named(why: Exception) -> None:
    sender = SenderSettings(name="voice", channel="twilio-voice", api_base="http://127.0.0.1:1", rate=1.0, receive="webhook")
    channel = TwilioVoiceChannel(sender, SystemClock(), public_url="https://alertd.example")
    remark = await Speaker(Away(), Deaf(why), TELEPHONE).reply(channel, RawEvent("voice", "CA1:key:1", "{}"))
    assert remark == Remark(telephone=TELEPHONE, is_kept=False)


async def test_over_what_the_program_stumbles_an_officer_reads_and_nobody_hears(tmp_path: Path) -> None:
    async with town(tmp_path) as place:
        assert await place.desk.answers.hear_now(RawEvent("telegram", "9", "không phải JSON")) == ""
        [card] = (await place.desk.board.overview()).replies
        assert card.reply.reason.startswith("không xử lý được")
