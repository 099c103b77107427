"""A file in which no document is recognised is shown to whoever is on duty, who decides what it is; nothing disappears."""

from __future__ import annotations

import pytest

from alertd.model.accounts import AccountRole
from alertd.model.documents import DocumentState, FileReading, Hazard, Span
from alertd.model.register import Document
from alertd.reading.unrecognised import whole_file
from alertd.workflow.dispatch.amending import Change
from tests.fakes.town import OFFICER, Town
from tests.reading.papers import read_paper

CRY = "Các xã ven suối chú ý: nước lũ đang lên nhanh ở hồ Khe Sặt.\nAi ở gần suối thì sang nhà người quen ngủ đêm nay."
CHAT = "Mời các đồng chí dự buổi gặp mặt cuối năm.\nThời gian và địa điểm báo sau."


async def handed_in(place: Town, text: str) -> Document:
    submission = await place.desk.intake.submit(text.encode(), "tin.txt", "folder", "folder")
    await place.settle()
    (document,) = submission.documents
    return document


async def test_it_waits_on_the_first_page_as_one_document_that_orders_nothing(place: Town) -> None:
    document = await handed_in(place, CHAT)
    reading = document.reading
    assert (reading.is_recognised, reading.is_emergency, reading.directives) == (False, False, ())
    assert reading.subject == "Mời các đồng chí dự buổi gặp mặt cuối năm"
    assert reading.span == Span(0, len(" ".join(CHAT.split())))
    assert [d.id for d in (await place.desk.board.overview()).waiting] == [document.id]


async def test_the_officer_makes_an_order_of_it_that_reaches_its_body(place: Town) -> None:
    document = await handed_in(place, CRY)
    change = Change(body="lang-son/huyen-cao-loc", actions=("Báo dân ven suối sang nơi an toàn",))
    await place.desk.review.change(document.id, [change], OFFICER)
    await place.desk.release.approve(document.id, OFFICER)
    await place.settle()
    for _ in range(2):  # by both channels
        place.phone("huyen-cao-loc").receives("Báo dân ven suối sang nơi an toàn")
    assert (await place.desk.board.overview()).waiting == ()


async def test_whoever_decides_that_it_is_nothing_has_said_why(place: Town) -> None:
    document = await handed_in(place, CHAT)
    await place.desk.review.reject(document.id, "giấy mời, không phải lệnh", OFFICER)
    assert (await place.desk.board.document(document.id)).document.state is DocumentState.REJECTED
    assert (await place.desk.board.overview()).waiting == ()


@pytest.mark.parametrize(("text", "is_told"), [(CRY, True), (CHAT, False)], ids=["names a hazard", "names none"])
async def test_officers_are_told_at_once_of_one_that_names_a_hazard(place: Town, text: str, is_told: bool) -> None:
    await place.desk.access.add_user("lan", AccountRole.OFFICER, "mat-khau-dai-12")
    phone = place.telegram.phone(77001, "Lan")
    phone.press_start(await place.desk.enrolment.invite_account("lan", "telegram", "test"))
    await place.settle()
    before = len(phone.messages)
    await handed_in(place, text)
    told = list(phone.messages)[before:]
    assert [message.buttons for message in told] == ([()] if is_told else [])
    assert all("không nhận ra" in message.text for message in told)


async def test_the_duty_desk_is_asked_for_a_decision_on_one_that_names_a_hazard(place: Town) -> None:
    document = await handed_in(place, CRY)
    await place.passes(minutes=5)
    for phone in place.officers():
        for _ in range(2):  # by both channels
            phone.receives("nước lũ đang lên nhanh", "5 phút")
    await place.desk.review.reject(document.id, "đã gọi cho các xã", OFFICER)
    await place.passes(hours=1)


def test_what_is_refused_or_read_is_none() -> None:
    assert whole_file(FileReading.of_refused("empty", "Tệp rỗng.")) is None
    assert whole_file(read_paper("bulletin-with-headings")) is None


def test_a_long_first_line_is_cut_between_words() -> None:
    found = FileReading("lũ " * 200, (), (), (), ())
    reading = whole_file(found)
    assert reading is not None
    assert (reading.hazards, reading.subject) == ((Hazard.FLOOD,), f"{'lũ ' * 53}…")
