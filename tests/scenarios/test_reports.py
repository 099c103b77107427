"""An order that wants a report every day gets it asked for, collected and chased, day after day, until an officer closes it."""

from __future__ import annotations

from datetime import timedelta

from alertd.model.appointments import AppointmentState
from alertd.model.notices import DispatchState
from alertd.model.replies import Meaning
from tests.fakes.town import OFFICER, Town

CAO_LOC = "huyen-cao-loc"


async def released(place: Town) -> int:
    view = await place.releases("daily-reports.txt")
    for body in (CAO_LOC, "huyen-trang-dinh"):
        for _ in range(2):
            place.phone(body).receives("04/CĐ-UBND")
        place.phone(body).taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    for body in (CAO_LOC, "huyen-trang-dinh"):
        place.phone(body).receives("Đã ghi nhận")
    return view.dispatch.id


async def states(place: Town, dispatch: int) -> list[AppointmentState]:
    table = (await place.desk.board.dispatch(dispatch)).reports
    assert [row.body for row in table.rows] == [f"lang-son/{CAO_LOC}"]
    return [cell[0].state for cell in table.rows[0].cells if cell]


async def test_a_daily_report_is_asked_for_and_what_comes_is_entered_word_for_word(place: Town) -> None:
    dispatch = await released(place)
    assert (await place.board(dispatch))[CAO_LOC].next == "đề nghị báo cáo 13:00 ngày 17/7/2023 lúc 12:30 ngày 17/7/2023"
    place.clock.forward(hours=3, minutes=30)
    await place.settle()
    place.phone(CAO_LOC).receives("ĐỀ NGHỊ BÁO CÁO", "13:00 ngày 17/7/2023", "còn 30 phút")
    place.phone(CAO_LOC).writes("tình hình bình thường, không có thiệt hại")
    await place.settle()
    place.phone(CAO_LOC).receives("Đã ghi nhận", "báo cáo 13:00")
    table = (await place.desk.board.dispatch(dispatch)).reports
    cell = table.rows[0].cells[0]
    assert cell is not None
    assert cell[1] is not None
    assert (cell[0].state, cell[1].words) == (AppointmentState.MET, "tình hình bình thường, không có thiệt hại")
    await place.passes(hours=2)
    assert await states(place, dispatch) == [AppointmentState.MET, AppointmentState.OPEN]


async def test_a_report_that_does_not_come_is_asked_for_again_and_then_told_to_the_desk_and_may_come_late(place: Town) -> None:
    dispatch = await released(place)
    place.clock.forward(hours=3, minutes=30)
    await place.settle()
    place.phone(CAO_LOC).receives("ĐỀ NGHỊ BÁO CÁO", "nhắc lần 1")
    await place.passes(minutes=40)
    place.phone(CAO_LOC).receives("CHƯA CÓ BÁO CÁO", "đã quá 10 phút", "nhắc lần 2")
    await place.passes(minutes=20)
    for officer in place.officers():
        for _ in range(2):
            officer.receives("Cao Lộc", "13:00", "chưa gửi báo cáo")
    assert await states(place, dispatch) == [AppointmentState.MISSED, AppointmentState.OPEN]
    await place.desk.answers.record(dispatch, f"lang-son/{CAO_LOC}", Meaning.IN_PROGRESS, "qua điện thoại: không có thiệt hại", OFFICER)
    assert await states(place, dispatch) == [AppointmentState.MET, AppointmentState.OPEN]


async def test_reports_go_on_past_the_expiry_until_an_officer_closes_the_order(place: Town) -> None:
    dispatch = await released(place)
    for _ in range(3):
        at = place.clock.now()
        place.clock.forward(hours=3, minutes=30)
        await place.settle()
        place.phone(CAO_LOC).receives("ĐỀ NGHỊ BÁO CÁO")
        place.phone(CAO_LOC).writes("không có thiệt hại, tình hình bình thường")
        await place.settle()
        place.phone(CAO_LOC).receives("Đã ghi nhận")
        place.clock.forward(seconds=(at + timedelta(days=1) - place.clock.now()).total_seconds())
        await place.settle()
    view = await place.desk.board.dispatch(dispatch)
    assert view.dispatch.state is DispatchState.OPEN
    assert await states(place, dispatch) == [AppointmentState.MET] * 3 + [AppointmentState.OPEN]
    await place.desk.release.close(view.document.id, "hết mưa", OFFICER)
    place.clock.forward(days=2)
    await place.settle()


async def test_after_days_of_standstill_only_the_latest_report_is_asked_for_and_the_order_goes_on(place: Town) -> None:
    dispatch = await released(place)
    place.clock.forward(days=3)
    await place.settle()
    place.phone(CAO_LOC).receives("CHƯA CÓ BÁO CÁO", "13:00 ngày 19/7/2023")
    place.phone(CAO_LOC).is_quiet()
    for officer in place.officers():
        for _ in range(2):
            officer.receives("Cao Lộc", "13:00 ngày 19/7/2023", "chưa gửi báo cáo")
    assert await states(place, dispatch) == [AppointmentState.MISSED, AppointmentState.MISSED, AppointmentState.OPEN]
    assert (await place.desk.board.dispatch(dispatch)).dispatch.state is DispatchState.OPEN
    await place.passes(hours=4)
    place.phone(CAO_LOC).receives("ĐỀ NGHỊ BÁO CÁO", "13:00 ngày 20/7/2023")
    place.phone(CAO_LOC).writes("không có thiệt hại, tình hình bình thường")
    await place.settle()
    place.phone(CAO_LOC).receives("Đã ghi nhận")


async def test_an_order_that_was_slept_through_beyond_all_its_reports_is_over(place: Town) -> None:
    dispatch = await released(place)
    place.clock.forward(days=60)
    await place.settle()
    assert (await place.desk.board.dispatch(dispatch)).dispatch.state is DispatchState.EXPIRED
