"""An officer can pause, hurry or leave out what happens by itself, with a reason; the board says what comes next."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from alertd.config import StepSettings
from alertd.errors import Invalid, Refused
from alertd.model.documents import Urgency
from alertd.model.escalation import StepKind
from alertd.model.notices import DispatchState
from alertd.model.replies import Meaning
from tests.fakes.town import OFFICER, Town, town

BODY = "lang-son/huyen-cao-loc"
CHIEF = "huyen-cao-loc"


@pytest.fixture
async def dispatch(place: Town) -> int:
    """Tràng Định has answered; Cao Lộc is silent."""
    view = await place.releases("two-districts.txt")
    for body in (CHIEF, "huyen-trang-dinh"):
        for _ in range(2):
            place.phone(body).receives("03/CĐ-UBND")
    place.phone("huyen-trang-dinh").taps(Meaning.DONE)
    await place.settle()
    place.phone("huyen-trang-dinh").receives("Đã ghi nhận")
    return view.dispatch.id


async def test_a_pause_holds_everything_back_and_then_it_goes_on(place: Town, dispatch: int) -> None:
    hands = place.desk.interventions
    await hands.pause(dispatch, BODY, timedelta(minutes=20), "đã gọi điện, đang họp", OFFICER)
    row = (await place.board(dispatch))[CHIEF]
    assert row.pause == f"đến 09:20 ngày 17/7/2023: {OFFICER}: đã gọi điện, đang họp"
    assert row.next == "nhắc lại trên cùng kênh lúc 09:20 ngày 17/7/2023"
    await place.passes(minutes=15)
    place.phone(CHIEF).is_quiet()
    await hands.resume(dispatch, BODY, "họp xong", OFFICER)
    await place.settle()
    place.phone(CHIEF).receives("NHẮC LẦN 1")
    await place.passes(minutes=2)
    place.phone(CHIEF).receives("NHẮC LẦN 2")
    await place.passes(minutes=2)
    for _ in range(2):
        place.phone(CHIEF, 2).receives("chưa trả lời")


async def test_what_was_paused_beyond_the_expiry_of_its_order_rings_no_more(place: Town, dispatch: int) -> None:
    await place.desk.interventions.pause(dispatch, BODY, timedelta(hours=20), "mất đường vào", OFFICER)
    await place.passes(hours=19)
    view = await place.desk.board.dispatch(dispatch)
    place.clock.forward(seconds=(view.dispatch.expires_at - place.clock.now()).total_seconds() + 1)
    await place.settle()
    assert (await place.desk.board.dispatch(dispatch)).dispatch.state is DispatchState.EXPIRED
    for officer in place.officers():
        for _ in range(2):
            officer.receives("Cao Lộc", "hết thời hạn nhắc")
    for _ in range(2):
        await place.passes(hours=2)
    place.phone(CHIEF).is_quiet()


async def test_a_step_is_taken_now_or_left_out_once_and_never_the_one_after_it(place: Town, dispatch: int) -> None:
    hands = place.desk.interventions
    first = (await place.board(dispatch))[CHIEF].upcoming[0].step
    await hands.skip(dispatch, BODY, first, "vừa nói chuyện qua bộ đàm", OFFICER)
    with pytest.raises(Refused, match="đã được thực hiện"):
        await hands.skip(dispatch, BODY, first, "bấm hai lần", OFFICER)
    await place.passes(minutes=5)
    place.phone(CHIEF).is_quiet()
    second = (await place.board(dispatch))[CHIEF].upcoming[0].step
    await hands.hurry(dispatch, BODY, second, "nước lên nhanh", OFFICER)
    await place.settle()
    place.phone(CHIEF).receives("NHẮC LẦN 1", "5 phút")
    assert (await place.board(dispatch))[CHIEF].next == "báo đầu mối kế tiếp lúc 09:15 ngày 17/7/2023"
    trail = [entry.action for entry in await place.desk.board.audit() if entry.action.startswith("followup.")]
    assert trail == ["followup.hurried", "followup.skipped"]
    with pytest.raises(Invalid):
        await hands.hurry(dispatch, BODY, "ladder-2", " ", OFFICER)


async def test_nothing_can_be_hurried_for_whoever_has_answered_or_when_the_order_is_over(place: Town, dispatch: int) -> None:
    with pytest.raises(Refused):
        await place.desk.interventions.hurry(dispatch, "lang-son/huyen-trang-dinh", "ladder-0", "thử", OFFICER)
    view = await place.desk.board.dispatch(dispatch)
    await place.desk.release.close(view.document.id, "hết bão", OFFICER)
    with pytest.raises(Refused, match="đã kết thúc"):
        await place.desk.interventions.pause(dispatch, BODY, timedelta(minutes=5), "thử", OFFICER)


async def test_a_body_climbs_its_own_ladder_and_keeps_it_whatever_is_configured_later(tmp_path: Path) -> None:
    async with town(tmp_path) as place:
        followups = place.desk.settings.followups
        own = (StepSettings(after=timedelta(minutes=2), does=StepKind.TELL_OFFICER),)
        followups.ladders_for[BODY] = {Urgency.HOA_TOC: own}
        try:
            view = await place.releases("two-districts.txt")
        finally:
            del followups.ladders_for[BODY]
        rows = await place.board(view.dispatch.id)
        assert rows[CHIEF].next == "báo cán bộ trực gọi điện lúc 09:02 ngày 17/7/2023"
        assert rows["huyen-trang-dinh"].next == "nhắc lại trên cùng kênh lúc 09:05 ngày 17/7/2023"
        place.clock.forward(minutes=2)
        await place.settle()
        for officer in place.officers():
            for _ in range(2):
                officer.receives("Cao Lộc", "2 phút")
