"""Every answer finds the order that it is about; where it does not, the sender is asked, and nothing is taken for a yes."""

from __future__ import annotations

import pytest

from alertd.model.assignments import AssignmentState
from alertd.model.replies import Meaning
from alertd.workflow.board.views import BodyRow
from tests.fakes.town import OFFICER, Town
from tests.scenarios.orders import two_orders

CAO_LOC, TRANG_DINH = "huyen-cao-loc", "huyen-trang-dinh"


async def released(place: Town, name: str, *bodies: str) -> int:
    view = await place.releases(name)
    for body in bodies:
        place.phone(body).reads_everything()
    return view.dispatch.id


async def row(place: Town, dispatch: int, body: str = CAO_LOC) -> BodyRow:
    return (await place.board(dispatch))[body]


async def state(place: Town, dispatch: int, body: str = CAO_LOC) -> AssignmentState:
    return (await row(place, dispatch, body)).state


def officers_read(place: Town, *fragments: str) -> None:
    for officer in place.officers():
        for _ in range(2):
            officer.receives(*fragments)


def untaken(place: Town, words: str) -> None:
    """The desk is told again and again what no officer has taken, and nobody else hears anything."""
    for officer in place.officers():
        while any(words in text and "chưa ai nhận" in text for _, text in officer.unread()):
            officer.receives(words, "chưa ai nhận")


async def test_a_button_answers_the_order_under_which_it_stands(place: Town) -> None:
    first, second = await two_orders(place)
    phone = place.phone(CAO_LOC)
    assert phone.telegram is not None
    oldest = next(message for message in phone.telegram.messages if message.buttons)
    phone.telegram.tap(oldest.message_id, oldest.buttons[0][0].data)
    await place.settle()
    phone.receives("Đã ghi nhận", "03/CĐ-UBND")
    assert (await state(place, first), (await row(place, second)).silent) == (AssignmentState.ACKNOWLEDGED, True)


async def test_an_answer_to_a_message_is_an_answer_to_its_order_also_when_that_message_was_a_receipt(place: Town) -> None:
    first, second = await two_orders(place)
    phone = place.phone(CAO_LOC)
    assert phone.telegram is not None
    latest = phone.telegram.messages[-1]
    phone.writes("dang trien khai", reply_to=latest.message_id)
    await place.settle()
    phone.receives("Đã ghi nhận", "05/CĐ-UBND", "đang triển khai")
    receipt = phone.telegram.messages[-1]
    phone.writes("da xong", reply_to=receipt.message_id)
    await place.settle()
    phone.receives("Đã ghi nhận", "05/CĐ-UBND", "đã xong")
    assert (await state(place, second), (await row(place, first)).silent) == (AssignmentState.DONE, True)


async def test_an_edited_message_is_a_new_answer_in_place_of_the_old_one(place: Town) -> None:
    dispatch = await released(place, "two-districts.txt", CAO_LOC, TRANG_DINH)
    phone = place.phone(CAO_LOC)
    place.phone(TRANG_DINH).taps(Meaning.ACKNOWLEDGED)
    assert phone.telegram is not None
    written = phone.telegram.type("đã xong")
    await place.settle()
    place.phone(TRANG_DINH).receives("Đã ghi nhận")
    phone.receives("Đã ghi nhận", "đã xong")

    phone.telegram.edit(written, "chưa xong")
    await place.settle()
    phone.receives("chưa nhận đủ hoặc chưa thực hiện")
    officers_read(place, "chưa xong")
    edited = await row(place, dispatch)
    assert edited.silent
    assert [(reply.words, reply.void_at is not None) for reply in edited.replies] == [("đã xong", True), ("chưa xong", False)]

    phone.telegram.edit(written, "đang triển khai")
    phone.telegram.edit(written, "đang triển khai")
    await place.settle()
    phone.receives("Đã ghi nhận", "đang triển khai")
    assert await state(place, dispatch) is AssignmentState.IN_PROGRESS
    await place.passes(hours=1)
    untaken(place, "chưa xong")


async def test_what_others_have_answered_stands_when_one_message_is_edited(place: Town) -> None:
    dispatch = await released(place, "two-districts.txt", CAO_LOC, TRANG_DINH)
    place.phone(TRANG_DINH).taps(Meaning.ACKNOWLEDGED)
    place.phone(CAO_LOC).taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    deputy = place.phone(CAO_LOC, 2)
    assert deputy.telegram is not None
    written = deputy.telegram.type("đã xong")
    await place.settle()
    deputy.telegram.edit(written, "lát gọi lại")
    await place.settle()
    for phone in (place.phone(TRANG_DINH), place.phone(CAO_LOC), deputy):
        phone.reads_everything()
    officers_read(place, "lát gọi lại")
    assert await state(place, dispatch) is AssignmentState.ACKNOWLEDGED
    await place.passes(hours=1)
    untaken(place, "lát gọi lại")


async def test_a_flood_stays_on_the_board_though_the_message_about_it_is_edited_away(place: Town) -> None:
    await released(place, "two-districts.txt", CAO_LOC, TRANG_DINH)
    place.phone(TRANG_DINH).taps(Meaning.ACKNOWLEDGED)
    phone = place.phone(CAO_LOC)
    assert phone.telegram is not None
    written = phone.telegram.type("lũ tràn vào bản rồi")
    await place.settle()
    phone.telegram.edit(written, "đã nhận")
    await place.settle()
    for phone in (place.phone(CAO_LOC), place.phone(TRANG_DINH), *place.officers()):
        phone.reads_everything()
    assert [card.reply.words for card in (await place.desk.board.overview()).replies] == ["lũ tràn vào bản rồi"]


async def test_a_code_of_another_body_is_never_taken_for_ones_own_order(place: Town) -> None:
    dispatch = await released(place, "two-districts.txt", CAO_LOC, TRANG_DINH)
    foreign = (await row(place, dispatch, TRANG_DINH)).notice.code
    place.phone(CAO_LOC).writes(f"da nhan {foreign}")
    place.phone(TRANG_DINH).taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    place.phone(TRANG_DINH).receives("Đã ghi nhận")
    place.phone(CAO_LOC).receives("Mã trong tin không phải của đơn vị đồng chí", "1. Công điện 03/CĐ-UBND")
    assert (await row(place, dispatch)).silent
    place.phone(CAO_LOC).writes("1")
    await place.settle()
    place.phone(CAO_LOC).receives("Đã ghi nhận", "đã nhận")


async def test_a_lone_digit_acts_on_nothing(place: Town) -> None:
    dispatch = await released(place, "two-districts.txt", CAO_LOC, TRANG_DINH)
    place.phone(TRANG_DINH).taps(Meaning.ACKNOWLEDGED)
    place.phone(CAO_LOC).texts("1")
    await place.settle()
    place.phone(TRANG_DINH).receives("Đã ghi nhận")
    place.phone(CAO_LOC).receives("Chưa hiểu chắc ý")
    officers_read(place, "chưa rõ ý")
    assert (await row(place, dispatch)).silent


async def test_one_person_answers_for_several_bodies(place: Town) -> None:
    dispatch = await released(place, "office-and-board.txt", "vp-thuong-truc-bch", "bch-pctt-tinh")
    phone = place.phone("vp-thuong-truc-bch")
    phone.texts("da nhan")
    await place.settle()
    phone.receives("1 = Công điện 06/CĐ-UBND", "2 = Công điện 06/CĐ-UBND")
    phone.texts("ca hai")
    await place.settle()
    for _ in range(2):
        phone.receives("Đã ghi nhận", "06/CĐ-UBND")
    place.phone("bch-pctt-tinh").reads_everything()
    board = await place.board(dispatch)
    assert {board[body].state for body in ("vp-thuong-truc-bch", "bch-pctt-tinh")} == {AssignmentState.ACKNOWLEDGED}


async def test_several_people_of_a_body_are_each_told_and_the_first_acknowledges(place: Town) -> None:
    dispatch = await released(place, "two-districts.txt", CAO_LOC, TRANG_DINH)
    place.phone(TRANG_DINH).taps(Meaning.ACKNOWLEDGED)
    place.phone(CAO_LOC).taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    first = await row(place, dispatch)
    place.phone(CAO_LOC, 2).writes("đang triển khai")
    await place.settle()
    place.phone(TRANG_DINH).receives("Đã ghi nhận")
    place.phone(CAO_LOC).receives("Đã ghi nhận", "đã nhận")
    place.phone(CAO_LOC, 2).receives("Đã ghi nhận", "đang triển khai")
    second = await row(place, dispatch)
    assert (second.acknowledged_at, second.by) == (first.acknowledged_at, first.by)
    assert second.state is AssignmentState.IN_PROGRESS


async def test_an_answer_counts_before_we_know_that_the_order_has_arrived(place: Town) -> None:
    document = await place.submits("two-districts.txt")
    dispatch = (await place.desk.release.approve(document.id, OFFICER)).id
    code = (await row(place, dispatch)).notice.code
    place.phone(CAO_LOC).texts(f"1 {code}")
    await place.twilio.settled()
    await place.desk.answers.understand_pending()
    assert await state(place, dispatch) is AssignmentState.ACKNOWLEDGED
    await place.settle()
    place.phone(CAO_LOC).reads_everything()
    place.phone(TRANG_DINH).reads_everything()
    assert await state(place, dispatch) is AssignmentState.ACKNOWLEDGED


async def test_the_code_in_an_answered_message_tells_the_order_whose_reference_is_not_yet_known(place: Town) -> None:
    first, second = await two_orders(place)
    code = (await row(place, second)).notice.code
    phone = place.phone(CAO_LOC)
    assert phone.telegram is not None
    quoted = {"message_id": 999_999, "chat": phone.telegram.chat, "date": 0, "text": f"Công điện… Mã: {code}."}
    phone.telegram.send(text="đã nhận", reply_to_message=quoted)
    await place.settle()
    phone.receives("Đã ghi nhận", "05/CĐ-UBND")
    assert ((await row(place, first)).silent, await state(place, second)) == (True, AssignmentState.ACKNOWLEDGED)


async def test_after_a_withdrawal_a_button_is_told_that_the_order_is_over(place: Town) -> None:
    view = await place.releases("two-districts.txt")
    await place.desk.release.withdraw(view.document.id, "phát nhầm", OFFICER)
    await place.settle()
    for body in (CAO_LOC, TRANG_DINH):
        place.phone(body).reads_everything()
    place.phone(CAO_LOC).taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    place.phone(CAO_LOC).receives("03/CĐ-UBND", "đã được thu hồi")
    assert await state(place, view.dispatch.id) is AssignmentState.WITHDRAWN


async def test_a_flood_that_is_told_under_an_order_that_is_over_still_reaches_the_desk(place: Town) -> None:
    view = await place.releases("two-districts.txt")
    await place.desk.release.close(view.document.id, "hết mưa", OFFICER)
    await place.settle()
    for body in (CAO_LOC, TRANG_DINH):
        place.phone(body).reads_everything()
    code = (await row(place, view.dispatch.id)).notice.code
    place.phone(CAO_LOC).writes(f"{code} lũ tràn vào bản rồi")
    await place.settle()
    place.phone(CAO_LOC).receives("đã kết thúc")
    officers_read(place, "lũ tràn vào bản rồi")


@pytest.mark.parametrize("words", ["2CL01", "2 cl 01", "2.CL01", "2-cl1", "2 CLO1", "CL01 2", "cl01-2"])
async def test_a_digit_and_a_code_are_read_however_thumbs_write_them(words: str, place: Town) -> None:
    first, second = await two_orders(place)
    place.phone(CAO_LOC).texts(words)
    await place.settle()
    place.phone(CAO_LOC).receives("Đã ghi nhận", "03/CĐ-UBND", "đang triển khai")
    assert (await state(place, first), (await row(place, second)).silent) == (AssignmentState.IN_PROGRESS, True)
    place.phone(CAO_LOC).texts("huy cl 01")
    await place.settle()
    place.phone(CAO_LOC).receives("rút lại")
    officers_read(place, "huy cl 01")
    assert (await row(place, first)).silent


async def test_what_only_looks_like_a_code_that_thumbs_wrote_is_nobodys_code(place: Town) -> None:
    first, second = await two_orders(place)
    place.phone(CAO_LOC).texts("xã 12")
    await place.settle()
    place.phone(CAO_LOC).reads_everything()
    assert (await row(place, first)).silent
    assert (await row(place, second)).silent


async def test_danger_that_belongs_to_no_order_is_told_with_the_name_of_whoever_reports_it(place: Town) -> None:
    place.phone(CAO_LOC).writes("lũ cuốn trôi cầu treo rồi")
    await place.settle()
    place.phone(CAO_LOC).receives("cán bộ trực")
    for officer in place.officers():
        told = officer.receives("UBND huyện Cao Lộc", "lũ cuốn trôi cầu treo")
        assert place.phone(CAO_LOC).contact.title in told
        officer.reads_everything()
    (card,) = (await place.desk.board.overview()).replies
    assert card.body is not None
    assert card.body.name == "UBND huyện Cao Lộc"
