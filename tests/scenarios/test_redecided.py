"""An officer decides anew what an answer meant: what the first decision, or the program, had marked for it no longer stands."""

from __future__ import annotations

from alertd.model.assignments import AssignmentState
from alertd.model.replies import Meaning
from tests.fakes.town import Town
from tests.scenarios.orders import released

OFFICER = "truc-ban"


async def reply_of(place: Town, dispatch: int, body: str) -> int:
    return (await place.board(dispatch))[body].replies[-1].id


async def test_what_an_officer_takes_for_no_answer_leaves_the_body_silent_and_its_ladder_goes_on(place: Town) -> None:
    dispatch = await released(place)
    place.phone("huyen-trang-dinh").taps(Meaning.ACKNOWLEDGED)
    place.phone("huyen-cao-loc").writes("da nhan")
    await place.settle()
    for body in ("huyen-cao-loc", "huyen-trang-dinh"):
        place.phone(body).receives("Đã ghi nhận")
    await place.desk.answers.resolve(await reply_of(place, dispatch, "huyen-cao-loc"), Meaning.NEGATIVE, OFFICER, "chưa nhận đủ")
    row = (await place.board(dispatch))["huyen-cao-loc"]
    assert (row.state, row.silent, row.acknowledged_at) == (AssignmentState.NOTIFIED, True, None)
    await place.passes(minutes=5)
    place.phone("huyen-cao-loc").receives("NHẮC LẦN 1")


async def test_what_others_have_answered_stands_when_one_answer_is_decided_anew(place: Town) -> None:
    dispatch = await released(place)
    place.phone("huyen-trang-dinh").taps(Meaning.ACKNOWLEDGED)
    place.phone("huyen-cao-loc").taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    place.phone("huyen-cao-loc").writes("đã xong")
    await place.settle()
    for body in ("huyen-cao-loc", "huyen-cao-loc", "huyen-trang-dinh"):
        place.phone(body).receives("Đã ghi nhận")
    await place.desk.answers.resolve(await reply_of(place, dispatch, "huyen-cao-loc"), Meaning.UNRELATED, OFFICER, "nói về việc khác")
    row = (await place.board(dispatch))["huyen-cao-loc"]
    assert (row.state, row.silent) == (AssignmentState.ACKNOWLEDGED, False)
    await place.passes(minutes=5)
    place.phone("huyen-cao-loc").is_quiet()


async def test_done_that_is_decided_to_be_begun_is_begun(place: Town) -> None:
    dispatch = await released(place)
    place.phone("huyen-trang-dinh").taps(Meaning.ACKNOWLEDGED)
    place.phone("huyen-cao-loc").taps(Meaning.DONE)
    await place.settle()
    for body in ("huyen-cao-loc", "huyen-trang-dinh"):
        place.phone(body).receives("Đã ghi nhận")
    await place.desk.answers.resolve(await reply_of(place, dispatch, "huyen-cao-loc"), Meaning.ACKNOWLEDGED, OFFICER, "bấm nhầm")
    row = (await place.board(dispatch))["huyen-cao-loc"]
    assert (row.state, row.silent) == (AssignmentState.ACKNOWLEDGED, False)


async def test_a_refusal_that_was_none_leaves_the_body_silent(place: Town) -> None:
    dispatch = await released(place)
    place.phone("huyen-trang-dinh").taps(Meaning.ACKNOWLEDGED)
    place.phone("huyen-cao-loc").writes("Rõ nhưng không đủ lực lượng, xin tăng cường")
    await place.settle()
    place.phone("huyen-trang-dinh").receives("Đã ghi nhận")
    place.phone("huyen-cao-loc").receives("Đã báo cán bộ trực")
    for officer in place.officers():
        officer.reads_everything()
    reply = await reply_of(place, dispatch, "huyen-cao-loc")
    await place.desk.answers.resolve(reply, Meaning.UNRELATED, OFFICER, "nói về công điện trước", only_waiting=True)
    row = (await place.board(dispatch))["huyen-cao-loc"]
    assert (row.state, row.silent) == (AssignmentState.NOTIFIED, True)
    await place.passes(minutes=11)
    place.phone("huyen-cao-loc").receives("NHẮC LẦN 1")
