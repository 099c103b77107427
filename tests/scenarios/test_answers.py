"""Answers: whoever has clearly answered is left in peace, each body for itself; whatever is unclear reaches a person."""

from __future__ import annotations

from alertd.model.assignments import AssignmentState
from alertd.model.replies import Meaning
from tests.fakes.town import Town
from tests.scenarios.orders import released


async def test_each_body_acknowledges_for_itself(place: Town) -> None:
    dispatch = await released(place)
    place.phone("huyen-cao-loc").taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    board = await place.board(dispatch)
    assert board["huyen-cao-loc"].state is AssignmentState.ACKNOWLEDGED
    assert board["huyen-trang-dinh"].silent
    place.phone("huyen-cao-loc").receives("Đã ghi nhận", "đã nhận")

    await place.passes(minutes=5)
    place.phone("huyen-trang-dinh").receives("NHẮC LẦN 1", "03/CĐ-UBND")
    place.phone("huyen-cao-loc").is_quiet()


async def test_whoever_taps_a_button_sees_at_once_in_vietnamese_what_was_recorded(place: Town) -> None:
    await released(place)
    phone = place.phone("huyen-cao-loc")
    phone.taps(Meaning.IN_PROGRESS)
    await place.settle()
    phone.receives("Đã ghi nhận")
    assert phone.telegram is not None
    assert phone.telegram.toasts == ["Đã ghi nhận: đang triển khai"]


async def test_an_sms_with_a_digit_and_the_code_is_an_answer(place: Town) -> None:
    dispatch = await released(place)
    code = (await place.board(dispatch))["huyen-trang-dinh"].notice.code
    place.phone("huyen-trang-dinh").texts(f"2 {code}")
    await place.settle()
    row = (await place.board(dispatch))["huyen-trang-dinh"]
    assert row.state is AssignmentState.IN_PROGRESS
    assert row.channel == "sms"
    place.phone("huyen-trang-dinh").receives("Đã ghi nhận", "đang triển khai")


async def test_plain_words_without_diacritics_are_an_answer(place: Town) -> None:
    dispatch = await released(place)
    place.phone("huyen-cao-loc").texts("da nhan")
    await place.settle()
    row = (await place.board(dispatch))["huyen-cao-loc"]
    assert (row.state, row.words) == (AssignmentState.ACKNOWLEDGED, "da nhan")
    place.phone("huyen-cao-loc").receives("Đã ghi nhận")


async def test_a_refusal_pauses_the_ladder_and_reaches_the_duty_desk_at_once(place: Town) -> None:
    dispatch = await released(place)
    place.phone("huyen-cao-loc").writes("Rõ nhưng không đủ lực lượng, xin tăng cường")
    place.phone("huyen-trang-dinh").taps(Meaning.DONE)
    await place.settle()
    assert (await place.board(dispatch))["huyen-cao-loc"].state is AssignmentState.CANNOT_COMPLY
    place.phone("huyen-trang-dinh").receives("đã xong")
    place.phone("huyen-cao-loc").receives("Đã báo cán bộ trực")
    for officer in place.officers():
        officer.receives("Cao Lộc", "không thực hiện được")
        officer.receives("Cao Lộc", "không thực hiện được")
    await place.passes(minutes=9)
    place.phone("huyen-cao-loc").is_quiet()
    await place.passes(minutes=2)
    place.phone("huyen-cao-loc").receives("NHẮC LẦN 1")
    await place.passes(minutes=2)
    place.phone("huyen-cao-loc").receives("NHẮC LẦN 2")


async def test_an_answer_can_be_taken_back_and_the_body_is_reminded_again(place: Town) -> None:
    dispatch = await released(place)
    place.phone("huyen-trang-dinh").taps(Meaning.ACKNOWLEDGED)
    place.phone("huyen-cao-loc").taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    code = (await place.board(dispatch))["huyen-cao-loc"].notice.code
    for body in ("huyen-cao-loc", "huyen-trang-dinh"):
        place.phone(body).receives("Đã ghi nhận")
    place.phone("huyen-cao-loc").writes(f"HUY {code}")
    await place.settle()
    place.phone("huyen-cao-loc").receives("đã rút lại trả lời")
    for officer in place.officers():
        officer.receives("Cao Lộc")
        officer.receives("Cao Lộc")
    assert (await place.board(dispatch))["huyen-cao-loc"].silent
    await place.passes(minutes=5)
    place.phone("huyen-cao-loc").receives("NHẮC LẦN 1")


async def test_danger_that_a_stranger_tells_again_and_again_rings_once_and_stands_on_the_board_each_time(place: Town) -> None:
    stranger = place.twilio.phone("+84900999998")

    async def tells(words: str) -> None:
        stranger.type(words)
        await place.settle()

    await tells("lũ tràn vào bản rồi, có người mắc kẹt")
    for officer in place.officers():
        officer.receives("lũ tràn vào bản", "+84900999998")
        officer.reads_everything()
    await tells("lũ tràn vào nhà, cứu với")
    assert (await place.desk.board.overview()).replies_open == 2
    place.clock.forward(minutes=11)
    await tells("nước lũ ngập mái nhà, có người mắc kẹt")
    for officer in place.officers():
        officer.receives("ngập mái nhà")
        officer.reads_everything()
    assert len(stranger.messages) == 1


async def test_a_message_from_an_unknown_number_is_kept_shown_and_answered_once_a_day(place: Town) -> None:
    stranger = place.twilio.phone("+84900999999")
    stranger.type("cho hoi day la dau")
    stranger.type("alo")
    await place.settle()
    assert [card.reply.words for card in (await place.desk.board.overview()).replies] == ["cho hoi day la dau", "alo"]
    assert len(stranger.messages) == 1
