"""The story of storm TALIM: from the province's telegram to the last acknowledgement, told as an officer saw it."""

from __future__ import annotations

from alertd.drill.exercise import DOCUMENT
from alertd.model.assignments import AssignmentState
from alertd.model.bodies import Role
from alertd.model.replies import Meaning
from tests.fakes.town import OFFICER, Town

DISTRICTS = (
    "thanh-pho-lang-son",
    *(f"huyen-{name}" for name in ("trang-dinh", "binh-gia", "van-lang", "cao-loc", "van-quan", "bac-son", "huu-lung", "chi-lang")),
    "huyen-loc-binh",
    "huyen-dinh-lap",
)


async def test_the_story_of_talim_from_submission_to_the_last_acknowledgement(place: Town) -> None:
    # The officer hands the telegram in and looks at what alertd made of it.
    submission = await place.desk.intake.submit(DOCUMENT.read_bytes(), "cong-dien.txt", "console", OFFICER)
    document = next(d for d in submission.documents if d.reading.is_emergency)
    assert document.reading.number == "02/CĐ-UBND"
    ordered = {p.body.partition("/")[2] for p in document.proposals if p.role is not Role.COPY}
    assert set(DISTRICTS) <= ordered
    power = next(p for p in document.proposals if p.body == "lang-son/cong-ty-dien-luc" and p.directive == 1)
    assert all("điện" in action for action in power.actions), "the power company is told only its own clauses"

    # Before anything leaves, alertd counts who would be told.
    preview = await place.desk.review.preview(document.id)
    assert preview.bodies == len(ordered)
    assert preview.messages["Telegram"] >= len(ordered)
    assert preview.unreachable == ()

    # Released: every body is told on both channels, in its own words.
    dispatch = await place.desk.release.approve(document.id, OFFICER)
    await place.settle()
    for row in (await place.board(dispatch.id)).values():
        assert {d.channel for d in row.deliveries} >= ({"telegram"} if row.role is Role.COPY else {"telegram", "sms"})
    assert "ngầm" in place.phone("huyen-cao-loc").receives("Cao Lộc", "02/CĐ-UBND", "trước 17 giờ")

    # Ten districts and everybody else answer; Đình Lập stays silent.
    for body in sorted(ordered - {"huyen-dinh-lap"}):
        place.phone(body).taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    board = await place.board(dispatch.id)
    assert [body for body, row in board.items() if row.silent] == ["huyen-dinh-lap"]

    # Đình Lập is reminded, then its deputy is told, who answers from a boat.
    await place.passes(minutes=15)
    place.phone("huyen-dinh-lap").receives("NHẮC LẦN 1")
    place.phone("huyen-dinh-lap").receives("NHẮC LẦN 2")
    deputy = place.phone("huyen-dinh-lap", 2)
    deputy.receives("02/CĐ-UBND")
    deputy.texts("ro roi a, dang cho dan di so tan")
    await place.settle()
    row = (await place.board(dispatch.id))["huyen-dinh-lap"]
    assert (row.state, row.words) == (AssignmentState.IN_PROGRESS, "ro roi a, dang cho dan di so tan")
    assert row.delay is not None
    deputy.receives("Đã ghi nhận", "đang triển khai")

    # Nobody is silent any more, and nothing more is sent.
    view = await place.desk.board.dispatch(dispatch.id)
    assert view.totals["silent"] == 0
    assert view.totals["acknowledged"] == view.totals["bodies"]
    for phone in place.phones():
        phone.reads_everything()
    await place.passes(hours=2)
