"""What the packaged templates say on the telephone: short enough for one call, in words for the ear, and how to answer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from alertd.channels import ADDRESS_KINDS
from alertd.channels.twilio.voice import TwilioVoiceChannel
from alertd.clock import SystemClock
from alertd.config import SenderSettings, packaged
from alertd.messages.content import Task
from alertd.messages.rendering import Renderer
from alertd.messages.samples import SAMPLE
from alertd.messages.templates import Templates
from alertd.model.notices import MessageKind

SPOKEN = [kind for kind in MessageKind if kind.is_worth_a_call]
ANSWERED = [kind for kind in SPOKEN if kind is not MessageKind.WITHDRAWAL]
KEYS = "Bấm 1 để xác nhận đã nhận. Bấm 2 nếu không thực hiện được, trực ban sẽ gọi lại. Bấm 9 để nghe lại."
ORDER = replace(SAMPLE, province="tỉnh Lạng Sơn", telephone="0205 3 000 113")


def said(kind: MessageKind, *, receive: str = "webhook", **changes: object) -> str:
    """What one call says."""
    sender = SenderSettings(name="voice", channel="twilio-voice", api_base="https://api.twilio.com", rate=1.0, receive=receive)  # type: ignore[arg-type]  # one of the three
    channel = TwilioVoiceChannel(sender, SystemClock(), public_url="https://alertd.example")
    templates = Templates(packaged("templates"), ADDRESS_KINDS)
    renderer = Renderer(templates, province="tỉnh Lạng Sơn", telephone="0205 3 000 113", plain_sms=False, max_parts=6)
    [text] = renderer.render(kind, channel.traits, channel.length, replace(ORDER, **changes), is_drill=False).texts  # type: ignore[arg-type]  # its own fields
    return text


@pytest.mark.parametrize("kind", SPOKEN)
def test_whoever_picks_up_learns_who_calls_which_paper_of_which_day_and_for_whom(kind: MessageKind) -> None:
    text = said(kind)
    assert text.startswith("Đây là trực ban tỉnh Lạng Sơn,")
    assert "Công điện số 05 ngày 3 tháng 9 năm 2024" in text
    assert "UBND huyện Tràng Định" in text
    assert "/" not in text


@pytest.mark.parametrize("kind", ANSWERED)
def test_the_keys_come_last_and_where_none_is_heard_the_duty_telephone_does(kind: MessageKind) -> None:
    assert said(kind).endswith(KEYS)
    unheard = said(kind, receive="none")
    assert unheard.endswith("Xin gọi trực ban, số 0205 3 000 113, để xác nhận đã nhận.")
    assert "Bấm" not in unheard


def test_what_was_called_back_asks_for_no_key() -> None:
    assert "Bấm" not in said(MessageKind.WITHDRAWAL)
    assert "không thực hiện nội dung đã thông báo" in said(MessageKind.WITHDRAWAL)


def test_whose_tasks_a_correction_leaves_as_they_are_need_not_answer() -> None:
    text = said(MessageKind.CORRECTION, has_changed=False)
    assert "Nhiệm vụ của đơn vị không thay đổi" in text
    assert "Bấm" not in text


@pytest.mark.parametrize("kind", SPOKEN)
def test_an_order_without_end_is_told_in_one_call_and_where_the_rest_stands(kind: MessageKind) -> None:
    endless = Task(("Rà soát; " * 400,), "trước 17 giờ " * 5, "báo cáo kết quả thực hiện " * 50)
    text = said(kind, tasks=(endless,) * 12, subject="về việc ứng phó " * 90, reason="bổ sung " * 300)
    assert len(text) < 2500
    if "Việc 1" in text:
        assert "Việc 3" in text
        assert "Việc 4" not in text
        assert "Còn 9 việc nữa, xem trong tin nhắn hoặc hỏi trực ban." in text


def test_a_single_task_bears_no_number_and_its_deadline_is_told() -> None:
    text = said(MessageKind.NEW_DIRECTIVES, tasks=(Task(("Cấm đò qua sông",), "trước 17h30 ngày 3/9/2024"),))
    assert "\nCấm đò qua sông. Thời hạn: trước 17 giờ 30 ngày 3 tháng 9 năm 2024.\n" in text
    assert "Việc 1" not in text
