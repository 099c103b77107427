"""A body acknowledges all its tasks at once and then reports on each; what it counts is added up over bodies."""

from __future__ import annotations

from alertd.model.assignments import AssignmentState as A
from alertd.model.replies import Meaning
from tests.fakes.town import Town
from tests.scenarios.test_matching import CAO_LOC, TRANG_DINH, officers_read, released, row


async def order(place: Town) -> int:
    dispatch = await released(place, "three-tasks.txt", CAO_LOC, TRANG_DINH)
    place.phone(TRANG_DINH).taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    place.phone(TRANG_DINH).receives("Đã ghi nhận")
    return dispatch


async def states(place: Town, dispatch: int) -> list[A]:
    return [assignment.state for assignment in (await row(place, dispatch)).assignments]


async def test_one_answer_acknowledges_every_task_and_buttons_report_on_each(place: Town) -> None:
    dispatch = await order(place)
    phone = place.phone(CAO_LOC)
    phone.taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    phone.receives("Đã ghi nhận", "đã nhận")
    assert await states(place, dispatch) == [A.ACKNOWLEDGED] * 3
    phone.taps(Meaning.DONE, task=2)
    await place.settle()
    phone.receives("Đã ghi nhận", "việc 2 đã xong")
    assert await states(place, dispatch) == [A.ACKNOWLEDGED, A.DONE, A.ACKNOWLEDGED]
    phone.taps(Meaning.IN_PROGRESS, task=3)
    await place.settle()
    phone.receives("việc 3 đang triển khai")
    assert await states(place, dispatch) == [A.ACKNOWLEDGED, A.DONE, A.IN_PROGRESS]
    assert (await row(place, dispatch)).state is A.ACKNOWLEDGED
    await place.passes(hours=1)


async def test_words_report_on_single_tasks_and_whoever_reports_has_received_them_all(place: Town) -> None:
    dispatch = await order(place)
    phone = place.phone(CAO_LOC)
    phone.texts("viec 1,3 xong, viec 2 dang lam")
    await place.settle()
    phone.receives("việc 1, 3 đã xong; việc 2 đang triển khai")
    assert await states(place, dispatch) == [A.DONE, A.IN_PROGRESS, A.DONE]
    assert (await row(place, dispatch)).acknowledged_at is not None
    phone.writes("2 xong")
    await place.settle()
    phone.receives("việc 2 đã xong")
    assert (await row(place, dispatch)).state is A.DONE
    await place.passes(hours=1)


async def test_one_task_that_cannot_be_done_goes_to_the_desk_and_what_is_done_is_marked(place: Town) -> None:
    dispatch = await order(place)
    place.phone(CAO_LOC).writes("việc 1 xong, việc 2 không thực hiện được")
    await place.settle()
    place.phone(CAO_LOC).receives("Đã báo cán bộ trực")
    officers_read(place, "không thực hiện được")
    assert await states(place, dispatch) == [A.DONE, A.CANNOT_COMPLY, A.NOTIFIED]
    assert (await row(place, dispatch)).acknowledged_at is None


async def test_a_task_that_does_not_exist_is_asked_back(place: Town) -> None:
    dispatch = await order(place)
    place.phone(CAO_LOC).writes("việc 5 xong")
    await place.settle()
    place.phone(CAO_LOC).receives("chưa hiểu chắc ý")
    officers_read(place, "việc 5 xong")
    assert (await row(place, dispatch)).silent


async def test_a_report_that_is_edited_moves_only_its_tasks(place: Town) -> None:
    dispatch = await order(place)
    phone = place.phone(CAO_LOC)
    phone.taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    assert phone.telegram is not None
    written = phone.telegram.type("1 xong")
    await place.settle()
    phone.telegram.edit(written, "2 xong")
    await place.settle()
    phone.reads_everything()
    assert await states(place, dispatch) == [A.ACKNOWLEDGED, A.DONE, A.ACKNOWLEDGED]


async def test_figures_are_read_into_the_report_and_added_up_over_bodies(place: Town) -> None:
    dispatch = await order(place)
    place.phone(CAO_LOC).writes("đang triển khai, đã di dời 20/45 hộ")
    place.phone(TRANG_DINH).writes("đang triển khai, đã di dời 5/10 hộ")
    await place.settle()
    place.phone(CAO_LOC).writes("đang triển khai, đã di dời 40/45 hộ")
    await place.settle()
    for body in (CAO_LOC, TRANG_DINH):
        place.phone(body).reads_everything()
    for officer in place.officers():
        officer.reads_everything()
    (tally,) = (await place.desk.board.dispatch(dispatch)).tallies
    assert (tally.what, tally.about, tally.done, tally.of) == ("hộ", "di dời", 45, 55)
    assert {(report.body.id, report.figure.done) for report in tally.reports} == {
        (f"lang-son/{CAO_LOC}", 40),
        (f"lang-son/{TRANG_DINH}", 5),
    }
    titles = {place.phone(body).contact.title for body in (CAO_LOC, TRANG_DINH)}
    assert {(report.by, report.at) for report in tally.reports} == {(title, place.clock.now()) for title in titles}, "by whom and when"


async def test_what_a_body_asks_for_is_no_figure_that_it_reports(place: Town) -> None:
    dispatch = await order(place)
    place.phone(CAO_LOC).writes("Rõ nhưng không đủ lực lượng, xin chi viện 2 xuồng")
    await place.settle()
    for phone in (place.phone(CAO_LOC), place.phone(TRANG_DINH), *place.officers()):
        phone.reads_everything()
    assert (await place.desk.board.dispatch(dispatch)).tallies == ()
