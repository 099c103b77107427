"""Telephone calls: who stays silent is called, hears the order, and answers with a key; nothing but a key is an answer."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiohttp import ClientSession

from alertd.model.assignments import AssignmentState
from alertd.model.bodies import Address, Role
from alertd.model.notices import DeliveryState
from alertd.model.replies import Meaning
from alertd.simulators.faults import Fault, FaultKind
from alertd.simulators.twilio_line import Line
from alertd.workflow.dispatch.amending import Change
from tests.fakes.town import Calls, Phone, Town, town

CHIEF, DEPUTY = "huyen-cao-loc#chu-tich", "huyen-cao-loc#truc-ban"
MOBILE, LANDLINE = "+84912345616", "+842053812345"
ASLEEP = Calls({CHIEF: (Address("telegram", "99000000016"), Address("sms", "+84900000016"), Address("voice", MOBILE))})
WITHOUT_MOBILE = Calls({CHIEF: (Address("voice", LANDLINE),)})


@pytest.fixture
async def place(tmp_path: Path) -> AsyncIterator[Town]:
    """Cao Lộc's chief can be written to, and called."""
    async with town(tmp_path, calls=ASLEEP) as opened:
        yield opened
        opened.everybody_is_quiet()


@pytest.fixture
async def office(tmp_path: Path) -> AsyncIterator[Town]:
    """Cao Lộc's chief has nothing but a fixed line."""
    async with town(tmp_path, calls=WITHOUT_MOBILE) as opened:
        yield opened
        opened.everybody_is_quiet()


def line_of(phone: Phone) -> Line:
    assert phone.line is not None
    return phone.line


async def released(place: Town) -> int:
    """The order to both districts is out, and Tràng Định has answered it; the dispatch's number."""
    view = await place.releases("two-districts.txt")
    other = place.phone("huyen-trang-dinh")
    other.reads_everything()
    other.taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    other.reads_everything()
    return view.dispatch.id


async def state_of(place: Town, dispatch: int) -> AssignmentState:
    return (await place.board(dispatch))["huyen-cao-loc"].state


async def test_a_chief_who_sleeps_through_messages_is_called_and_acknowledges_with_a_key(place: Town) -> None:
    chief = place.phone("huyen-cao-loc")
    dispatch = await released(place)
    chief.receives("03/CĐ-UBND")
    chief.receives("03/CĐ-UBND")
    chief.is_quiet()  # nobody is called who may only need a minute
    assert (await place.board(dispatch))["huyen-cao-loc"].upcoming[0].words == "nhắc lại trên cùng kênh và gọi điện"
    line_of(chief).will_press("1")
    await place.passes(minutes=5)
    chief.receives("NHẮC")
    said = chief.receives("Đây là trực ban tỉnh Lạng Sơn", "Công điện số 03 ngày 17 tháng 7 năm 2023", "Bấm 1 để xác nhận đã nhận")
    assert "đưa ngay các hộ dân ở bãi sông đến nơi an toàn" in said
    assert "Đã ghi nhận: đã nhận" in said
    assert "Ủy ban nhân dân huyện Cao Lộc" in said
    assert "CĐ-UBND" not in said
    row = (await place.board(dispatch))["huyen-cao-loc"]
    assert row.state is AssignmentState.ACKNOWLEDGED
    [reply] = row.replies
    assert (reply.contact, reply.channel, reply.words) == (f"lang-son/{CHIEF}", "voice", "bấm phím 1 trên điện thoại")
    await place.passes(hours=2)  # whoever has answered is called no more, and nobody calls to thank


async def test_a_chief_who_cannot_comply_presses_two_and_the_desk_is_told(place: Town) -> None:
    chief = place.phone("huyen-cao-loc")
    dispatch = await released(place)
    line_of(chief).will_press("2")
    await place.passes(minutes=5)
    chief.reads_everything()
    assert "Đã ghi nhận: không thực hiện được" in line_of(chief).calls[0].text
    assert await state_of(place, dispatch) is AssignmentState.CANNOT_COMPLY
    for officer in place.officers():
        officer.receives("không thực hiện được", "bấm phím 2 trên điện thoại")
        officer.reads_everything()
    [alert] = [a for a in await place.untaken() if a.words]
    assert alert.words == "bấm phím 2 trên điện thoại"


async def test_whoever_wants_to_hear_it_again_hears_it_again_and_has_answered_nothing_by_that(place: Town) -> None:
    chief = place.phone("huyen-cao-loc")
    dispatch = await released(place)
    line_of(chief).will_press("9", "6")
    await place.passes(minutes=5)
    chief.reads_everything()
    (call,) = line_of(chief).calls
    assert call.text.count("đưa ngay các hộ dân") > 3
    assert "Phím 6 không dùng được" in call.text
    assert "Xin gọi trực ban, số" in call.said[-1]
    assert await state_of(place, dispatch) is AssignmentState.NOTIFIED


async def test_a_machine_that_answers_acknowledges_nothing_and_the_ladder_goes_on(place: Town) -> None:
    chief, deputy = place.phone("huyen-cao-loc"), place.phone("huyen-cao-loc", 2)
    dispatch = await released(place)
    line_of(chief).is_answered_by_a_machine()
    await place.passes(minutes=14)
    chief.reads_everything()
    assert len(line_of(chief).calls) == 2  # with the first reminder, and when the other channels are tried
    assert await state_of(place, dispatch) is AssignmentState.NOTIFIED
    deputy.is_quiet()
    await place.passes(minutes=1)
    deputy.receives("Chủ tịch UBND", "chưa trả lời")
    deputy.reads_everything()


async def test_a_landline_is_called_where_no_sms_can_go(office: Town) -> None:
    chief = office.phone("huyen-cao-loc")
    line_of(chief).will_press("1")
    dispatch = await released(office)
    assert "thông báo khẩn gửi Chủ tịch" in chief.receives("Công điện số 03")
    assert await state_of(office, dispatch) is AssignmentState.ACKNOWLEDGED


@pytest.mark.parametrize(("happens", "why"), [("is_busy", "máy bận"), ("rings_out", "không ai nghe máy")])
async def test_a_telephone_that_is_busy_or_that_nobody_hears_opens_the_next_contact(office: Town, happens: str, why: str) -> None:
    getattr(line_of(office.phone("huyen-cao-loc")), happens)()
    dispatch = await released(office)
    deputy = office.phone("huyen-cao-loc", 2)
    assert "chuyển sang đầu mối kế tiếp" in deputy.receives("03/CĐ-UBND")
    deputy.reads_everything()
    row = (await office.board(dispatch))["huyen-cao-loc"]
    assert [(d.state, d.reason) for d in row.deliveries if d.channel == "voice"] == [(DeliveryState.FAILED, why)]


async def test_who_did_not_hear_the_first_call_is_called_again(place: Town) -> None:
    chief = place.phone("huyen-cao-loc")
    await released(place)
    line_of(chief).rings_out()
    await place.passes(minutes=5)
    assert line_of(chief).unanswered == 1
    line_of(chief).will_press("1")
    await place.passes(minutes=5)
    assert line_of(chief).calls[-1].pressed == ["1"]
    chief.reads_everything()


async def test_where_nothing_else_reaches_somebody_the_call_does_not_wait_for_silence(place: Town) -> None:
    chief = place.phone("huyen-cao-loc")
    assert chief.telegram is not None
    assert chief.sms is not None
    chief.telegram.is_blocked = True
    chief.sms.landline()
    line_of(chief).will_press("1")
    dispatch = await released(place)
    chief.receives("kênh khác của cùng đầu mối")
    assert await state_of(place, dispatch) is AssignmentState.ACKNOWLEDGED
    for officer in place.officers():
        officer.reads_everything()  # a blocked bot is the desk's business


async def test_an_installation_may_call_from_the_first_notice_on(tmp_path: Path) -> None:
    async with town(tmp_path, calls=Calls(ASLEEP.addresses, at_once=True)) as place:
        chief = place.phone("huyen-cao-loc")
        line_of(chief).will_press("1")
        dispatch = await released(place)
        chief.receives("thông báo khẩn")
        assert await state_of(place, dispatch) is AssignmentState.ACKNOWLEDGED


async def test_two_keys_pressed_are_one_answer(place: Town) -> None:
    chief = place.phone("huyen-cao-loc")
    dispatch = await released(place)
    line_of(chief).will_press("1", "1")
    await place.passes(minutes=5)
    chief.reads_everything()
    action = f"{place.desk.settings.web.public_url}/hooks/twilio/voice/voice?1=a:CL01:acknowledged&2=a:CL01:cannot_comply&Round=1"
    form = {"CallSid": line_of(chief).calls[0].sid, "From": "+15005550006", "To": MOBILE, "Digits": "1"}
    for _ in range(2):  # the same key again, and a call replayed
        heard = await place.twilio.ask(action, data=form, headers={"X-Twilio-Signature": place.twilio.signature(action, form)})
        assert heard is not None
        assert "Đã ghi nhận: đã nhận" in heard
    await place.settle()
    assert len((await place.board(dispatch))["huyen-cao-loc"].replies) == 1


async def test_a_key_that_twilio_did_not_sign_is_refused(place: Town) -> None:
    dispatch = await released(place)
    place.phone("huyen-cao-loc").reads_everything()
    action = f"{place.desk.settings.web.public_url}/hooks/twilio/voice/voice?1=a:CL01:acknowledged&Round=1"
    form = {"CallSid": "CA" + "0" * 32, "To": MOBILE, "Digits": "1"}
    async with ClientSession() as http:
        for signature in ("", "x" * 28, place.twilio.signature(action + "&2=x", form)):
            async with http.post(action, data=form, headers={"X-Twilio-Signature": signature}) as response:
                assert response.status == 403
    await place.settle()
    assert await state_of(place, dispatch) is AssignmentState.NOTIFIED


async def test_a_key_counts_although_the_reference_of_the_call_was_lost(place: Town) -> None:
    """The process died between Twilio's yes and our commit; the telephone rings all the same."""
    chief = place.phone("huyen-cao-loc")
    dispatch = await released(place)
    line_of(chief).will_press("1")
    place.twilio.faults.add(Fault(FaultKind.CUT, method="Calls.json"))
    await place.passes(minutes=5)
    chief.reads_everything()
    assert await state_of(place, dispatch) is AssignmentState.ACKNOWLEDGED
    await place.passes(minutes=10)
    assert len(line_of(chief).calls) == 1


async def test_behind_nat_people_are_called_without_keys_and_told_whom_to_call(tmp_path: Path) -> None:
    async with town(tmp_path, calls=WITHOUT_MOBILE, is_behind_nat=True) as place:
        chief = place.phone("huyen-cao-loc")
        line_of(chief).will_press("1")
        dispatch = (await place.releases("two-districts.txt")).dispatch.id
        place.phone("huyen-trang-dinh").reads_everything()
        said = chief.receives("Xin gọi trực ban, số 0205 3 000 113, để xác nhận đã nhận")
        assert "Bấm" not in said
        assert said.count("Đơn vị thực hiện") == 2
        place.clock.forward(seconds=30)
        await place.desk.receipts.step()
        await place.settle()
        row = (await place.board(dispatch))["huyen-cao-loc"]
        assert [d.state for d in row.deliveries] == [DeliveryState.DELIVERED]
        assert row.silent


async def test_behind_nat_that_a_telephone_was_busy_is_asked_for(tmp_path: Path) -> None:
    async with town(tmp_path, calls=WITHOUT_MOBILE, is_behind_nat=True) as place:
        line_of(place.phone("huyen-cao-loc")).is_busy()
        await place.releases("two-districts.txt")
        place.phone("huyen-trang-dinh").reads_everything()
        place.phone("huyen-cao-loc", 2).is_quiet()
        place.clock.forward(seconds=30)
        await place.desk.receipts.step()
        await place.settle()
        place.phone("huyen-cao-loc", 2).reads_everything()
        assert line_of(place.phone("huyen-cao-loc")).unanswered == 1


async def test_who_was_told_is_called_when_the_order_is_called_back(office: Town) -> None:
    chief = office.phone("huyen-cao-loc")
    line_of(chief).will_press("1")
    dispatch = await released(office)
    chief.reads_everything()
    view = await office.desk.board.dispatch(dispatch)
    office.clock.forward(minutes=2)
    await office.desk.release.withdraw(view.dispatch.document, "Nhầm văn bản", "truc-ban")
    await office.settle()
    said = chief.receives("thu hồi nhiệm vụ", "Đơn vị không thực hiện nội dung đã thông báo", "Nhầm văn bản")
    assert "Bấm" not in said
    office.phone("huyen-trang-dinh").reads_everything()


async def test_nobody_is_called_to_see_whether_they_are_there(place: Town) -> None:
    await place.desk.selfcheck.begin("truc-ban")
    await place.settle()
    assert not line_of(place.phone("huyen-cao-loc")).calls
    for phone in place.phones():
        phone.reads_everything()


async def test_without_a_sender_that_calls_such_an_address_stands_on_the_call_list_as_before(tmp_path: Path) -> None:
    book = WITHOUT_MOBILE.handbook
    async with town(tmp_path) as place:
        contact = next(c for c in book.directory.contacts if c.id == f"lang-son/{CHIEF}")
        assert [way.reason for way in place.desk.packer.ways(contact)] == ["không có kênh gửi loại này"]
        assert contact.telephones == (LANDLINE,)


async def test_the_duty_desk_is_told_by_messages_and_its_line_stays_free(tmp_path: Path) -> None:
    desk = Calls({"truc-ban#can-bo-1": (Address("telegram", "99000000006"), Address("voice", LANDLINE))})
    async with town(tmp_path, calls=desk) as place:
        await place.releases("two-districts.txt")
        await place.passes(minutes=30)
        first, _ = place.officers()
        first.receives("TRỰC BAN")
        assert not line_of(first).calls
        assert not line_of(first).unanswered


async def test_a_drill_says_so_at_its_beginning_and_its_end(office: Town) -> None:
    chief = office.phone("huyen-cao-loc")
    line_of(chief).will_press("1")
    document = await office.submits("two-districts.txt")
    dispatch = await office.desk.release.approve(document.id, "truc-ban", is_drill=True)
    await office.settle()
    said = chief.receives("Công điện số 03")
    (call,) = line_of(chief).calls
    assert said.startswith("DIỄN TẬP\n")
    assert call.said[-2] == "DIỄN TẬP"
    assert await state_of(office, dispatch.id) is AssignmentState.ACKNOWLEDGED
    office.phone("huyen-trang-dinh").reads_everything()


async def test_a_correction_is_called_to_whoever_has_nothing_but_a_telephone(office: Town) -> None:
    chief = office.phone("huyen-cao-loc")
    dispatch = await released(office)
    chief.reads_everything()
    document = (await office.desk.board.dispatch(dispatch)).dispatch.document
    office.clock.forward(minutes=3)
    corrected = await office.desk.release.correct(document, [], "đổi thời hạn", "truc-ban")
    await office.settle()
    said = chief.receives("đính chính gửi", "Nội dung đính chính: đổi thời hạn")
    assert said
    assert corrected.id != dispatch
    office.phone("huyen-trang-dinh").reads_everything()


async def test_who_only_gets_a_copy_is_not_called_and_the_officer_reads_why_before_release(tmp_path: Path) -> None:
    nothing_else = Calls({CHIEF: (Address("voice", LANDLINE),), DEPUTY: (Address("voice", MOBILE),)})
    async with town(tmp_path, calls=nothing_else) as place:
        document = await place.submits("two-districts.txt")
        own = next(p for p in document.proposals if p.body == "lang-son/huyen-cao-loc")
        copied = await place.desk.review.change(document.id, [Change(proposal=own.id, role=Role.COPY)], "truc-ban")
        parcels = {parcel.body.id: parcel for parcel in place.desk.packer.pack(copied, is_drill=False)}
        assert "không gọi điện cho loại tin này" in parcels[own.body].unreachable[0]
        await place.desk.release.approve(document.id, "truc-ban")
        await place.settle()
        for order in (1, 2):
            assert not line_of(place.phone("huyen-cao-loc", order)).calls


async def test_states_of_a_call_that_come_again_or_out_of_order_change_nothing(office: Town) -> None:
    chief = office.phone("huyen-cao-loc")
    dispatch = await released(office)
    chief.reads_everything()
    url = f"{office.desk.settings.web.public_url}/hooks/twilio/voice/status"
    for status in ("completed", "ringing", "completed", "busy", "no-answer"):
        form = {"CallSid": line_of(chief).calls[0].sid, "To": LANDLINE, "CallStatus": status, "Direction": "outbound-api"}
        assert await office.twilio.ask(url, data=form, headers={"X-Twilio-Signature": office.twilio.signature(url, form)}) is not None
    await office.settle()
    row = (await office.board(dispatch))["huyen-cao-loc"]
    assert [d.state for d in row.deliveries] == [DeliveryState.DELIVERED]
    office.phone("huyen-cao-loc", 2).is_quiet()
