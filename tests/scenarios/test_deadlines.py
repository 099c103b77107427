"""A deadline is not forgotten once the order was acknowledged: the body is asked before it and at it, then the duty desk is told."""

from __future__ import annotations

from alertd.model.replies import Meaning
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
    at = place.phone(TRANG_DINH).receives("QUÁ HẠN", "hỏi lần 2")
    assert before != at
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
