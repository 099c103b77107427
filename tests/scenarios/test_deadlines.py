"""A deadline is not forgotten once the order was acknowledged: the body is asked before it and at it, then the duty desk is told."""

from __future__ import annotations

from datetime import timedelta

from alertd.model.replies import Meaning
from alertd.web.proposal_groups import grouped
from alertd.workflow.dispatch.amending import Change
from tests.fakes.town import OFFICER, Town

TRANG_DINH = "huyen-trang-dinh"


async def acknowledged(place: Town) -> int:
    """Both districts have the order; Tràng Định must be done by 20:00, Cao Lộc has no deadline."""
    view = await place.releases("two-districts.txt")
    for body in ("huyen-cao-loc", TRANG_DINH):
        for _ in range(2):
            place.phone(body).receives("03/CĐ-UBND")
        place.phone(body).taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    for body in ("huyen-cao-loc", TRANG_DINH):
        place.phone(body).receives("Đã ghi nhận")
    return view.dispatch.id


async def test_who_acknowledged_is_asked_before_the_deadline_and_at_it_and_then_the_desk_is_told(place: Town) -> None:
    dispatch = await acknowledged(place)
    assert (await place.board(dispatch))[TRANG_DINH].next == "hỏi kết quả trước thời hạn 20:00 ngày 17/7/2023 lúc 19:30 ngày 17/7/2023"
    place.clock.forward(hours=10, minutes=30)
    await place.settle()
    before = place.phone(TRANG_DINH).receives("SẮP ĐẾN HẠN", "còn 30 phút")
    await place.passes(minutes=30)
    at = place.phone(TRANG_DINH).receives("ĐẾN HẠN", "thời hạn 20:00 ngày 17/7/2023, chưa", "hỏi lần 2")
    assert before != at
    assert "đã qua" not in at
    for officer in place.officers():
        for _ in range(2):
            officer.receives("Tràng Định", "thời hạn 20:00", "chưa báo đã xong")
    await place.passes(hours=2)
    row = (await place.board(dispatch))[TRANG_DINH]
    assert (row.late, row.next) == (True, "")


async def test_nobody_is_asked_for_what_is_done(place: Town) -> None:
    await acknowledged(place)
    place.phone(TRANG_DINH).taps(Meaning.DONE)
    await place.settle()
    place.phone(TRANG_DINH).receives("đã xong")
    place.clock.forward(hours=10)
    await place.passes(hours=2)


async def test_nobody_is_asked_about_the_deadline_of_an_order_that_is_over(place: Town) -> None:
    dispatch = await acknowledged(place)
    view = await place.desk.board.dispatch(dispatch)
    await place.desk.release.close(view.document.id, "bão đã tan", OFFICER)
    place.clock.forward(hours=10)
    await place.passes(hours=2)
    assert (await place.board(dispatch))[TRANG_DINH].next == "đợt phát đã kết thúc"


async def test_a_request_that_was_slept_through_is_not_made_afterwards(place: Town) -> None:
    await acknowledged(place)
    place.clock.forward(hours=11, minutes=10)
    await place.settle()
    place.phone(TRANG_DINH).receives("QUÁ HẠN", "đã qua 10 phút")
    for officer in place.officers():
        for _ in range(2):
            officer.receives("Tràng Định", "chưa báo đã xong")


async def within_six_hours(place: Town, words: str | None = None) -> int:
    """Tràng Định must be done within six hours, or by what the officer says instead; both districts are told."""
    document = await place.submits("within-hours.txt")
    proposal = next(p for p in document.proposals if p.body.endswith(TRANG_DINH))
    assert (proposal.deadline_text, proposal.deadline_at) == ("trong vòng 06 giờ kể từ khi nhận được Công điện này", None)
    if words is not None:
        document = await place.desk.review.change(document.id, [Change(proposal.id, deadline_text=words)], OFFICER)
    group = next(g for g in grouped(document, place.clock.now()) if any(p.body.endswith(TRANG_DINH) for p in g.members))
    assert group.due == "17:00 ngày 17/7/2023" if words else "tính từ lúc phát; phát bây giờ thì đến 15:00 ngày 17/7/2023"
    dispatch = await place.desk.release.approve(document.id, OFFICER)
    await place.settle()
    place.phone("huyen-cao-loc").reads_everything()
    return dispatch.id


async def test_a_time_limit_is_counted_from_the_release_told_as_a_moment_and_followed(place: Town) -> None:
    dispatch = await within_six_hours(place)
    for _ in range(2):
        place.phone(TRANG_DINH).receives("trong vòng 06 giờ", "đến 15:00 ngày 17/7/2023")
    for body in ("huyen-cao-loc", TRANG_DINH):
        place.phone(body).taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    for body in ("huyen-cao-loc", TRANG_DINH):
        place.phone(body).receives("Đã ghi nhận")
    row = (await place.board(dispatch))[TRANG_DINH]
    assert row.assignments[0].deadline_at == place.clock.now() + timedelta(hours=6)
    place.clock.forward(hours=5, minutes=30)
    await place.settle()
    place.phone(TRANG_DINH).receives("SẮP ĐẾN HẠN", "15:00", "còn 30 phút")


async def test_an_officers_own_words_for_a_deadline_are_read_again_and_followed(place: Town) -> None:
    dispatch = await within_six_hours(place, "17 giờ hôm nay")
    place.phone(TRANG_DINH).reads_everything()
    row = (await place.board(dispatch))[TRANG_DINH]
    assert any("17:00 ngày 17/7/2023" in each.words for each in row.upcoming), row.upcoming


async def test_a_correction_that_leaves_a_body_its_tasks_leaves_it_its_time(place: Town) -> None:
    dispatch = await within_six_hours(place)
    place.phone(TRANG_DINH).reads_everything()
    view = await place.desk.board.dispatch(dispatch)
    other = next(p for p in view.document.proposals if p.body.endswith("huyen-cao-loc"))
    place.clock.forward(minutes=4)
    fresh = await place.desk.release.correct(view.document.id, [Change(other.id, actions=("cấm ngầm",))], "sửa", OFFICER)
    await place.settle()
    for body in ("huyen-cao-loc", TRANG_DINH):
        place.phone(body).reads_everything()
    at = [(await place.board(each))[TRANG_DINH].assignments[0].deadline_at for each in (dispatch, fresh.id)]
    assert at[0] == at[1]
