"""Receipts: what a provider says of a message is shown, never taken for an answer, and a "no" opens the next route."""

from __future__ import annotations

from pathlib import Path

from alertd.model.notices import DeliveryState
from alertd.model.replies import Meaning
from alertd.workflow.board.calls import Need, calls_of
from alertd.workflow.board.views import BodyRow
from tests.fakes.town import Town, town


def sms_states(row: BodyRow) -> set[DeliveryState]:
    return {delivery.state for delivery in row.deliveries if delivery.channel == "sms"}


async def test_a_delivered_sms_is_shown_as_delivered_and_the_body_still_as_silent(place: Town) -> None:
    view = await place.releases("two-districts.txt")
    for body in ("huyen-cao-loc", "huyen-trang-dinh"):
        for _ in range(2):
            place.phone(body).receives("03/CĐ-UBND")
    row = (await place.board(view.dispatch.id))["huyen-cao-loc"]
    assert sms_states(row) == {DeliveryState.DELIVERED}
    assert row.silent


async def test_behind_nat_receipts_are_asked_for(tmp_path: Path) -> None:
    async with town(tmp_path, is_behind_nat=True) as place:
        deaf = place.phone("huyen-cao-loc")
        assert deaf.sms is not None
        assert deaf.telegram is not None
        deaf.sms.unreachable(30005)
        deaf.telegram.is_blocked = True
        view = await place.releases("two-districts.txt")
        for _ in range(2):
            place.phone("huyen-trang-dinh").receives("03/CĐ-UBND")
        assert sms_states((await place.board(view.dispatch.id))["huyen-trang-dinh"]) == {DeliveryState.SENT}

        place.clock.forward(seconds=30)
        await place.desk.receipts.step()
        await place.settle()
        board = await place.board(view.dispatch.id)
        assert sms_states(board["huyen-trang-dinh"]) == {DeliveryState.DELIVERED}
        assert DeliveryState.FAILED in sms_states(board["huyen-cao-loc"])
        deputy = place.phone("huyen-cao-loc", 2)
        deputy.receives("03/CĐ-UBND")
        deputy.receives("03/CĐ-UBND")
        for officer in place.officers():
            for _ in range(2):
                officer.receives("Cao Lộc", "không còn nhận được tin qua Telegram")
        place.everybody_is_quiet()


async def deputies_of_a_dark_district(place: Town) -> int:
    """Cao Lộc's chief has only an SMS number, whose telephone is off; the other district answers. The dispatch."""
    chief = place.phone("huyen-cao-loc")
    assert chief.sms is not None
    assert chief.telegram is not None
    chief.telegram.is_blocked = True
    chief.sms.switch_off()
    view = await place.releases("two-districts.txt")
    place.phone("huyen-trang-dinh").reads_everything()
    place.phone("huyen-trang-dinh").taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    for phone in place.phones():
        phone.reads_everything()
    return view.dispatch.id


async def receipts_are_looked_for(place: Town, **time: float) -> None:
    place.clock.forward(**time)
    await place.desk.receipts.step()
    await place.settle()


async def test_when_no_receipt_comes_in_its_time_the_next_contact_is_told_once_and_the_board_says_why(place: Town) -> None:
    dispatch = await deputies_of_a_dark_district(place)
    deputy = place.phone("huyen-cao-loc", 2)
    await receipts_are_looked_for(place, minutes=4, seconds=50)
    deputy.is_quiet()
    await receipts_are_looked_for(place, seconds=15)
    assert "không có biên nhận" in deputy.receives("03/CĐ-UBND", "Phó Chủ tịch")
    deputy.reads_everything()
    for phone in place.phones():
        phone.reads_everything()  # the ladder's first reminder has come as well
    row = (await place.board(dispatch))["huyen-cao-loc"]
    (first, *_) = [d for d in row.deliveries if d.channel == "sms"]
    assert (first.state, first.is_unconfirmed, first.reason) == (DeliveryState.SENT, True, "không có biên nhận trong thời gian chờ")
    await receipts_are_looked_for(place, seconds=30)
    place.everybody_is_quiet()


async def test_a_receipt_that_comes_later_is_recorded_and_does_no_harm(place: Town) -> None:
    dispatch = await deputies_of_a_dark_district(place)
    chief = place.phone("huyen-cao-loc")
    assert chief.sms is not None
    await receipts_are_looked_for(place, minutes=5, seconds=5)
    for phone in place.phones():
        phone.reads_everything()
    chief.sms.switch_on()
    await place.settle()
    chief.reads_everything()
    row = (await place.board(dispatch))["huyen-cao-loc"]
    assert {(d.state, d.is_unconfirmed) for d in row.deliveries if d.contact == chief.contact.id and d.channel == "sms"} == {
        (DeliveryState.DELIVERED, False)
    }
    assert row.silent
    place.everybody_is_quiet()


async def test_a_telephone_without_receipts_says_nothing_while_the_same_persons_telegram_stands(place: Town) -> None:
    chief = place.phone("huyen-cao-loc")
    assert chief.sms is not None
    chief.sms.switch_off()
    await place.releases("two-districts.txt")
    for phone in place.phones():
        phone.reads_everything()
    await receipts_are_looked_for(place, minutes=4, seconds=59)
    place.everybody_is_quiet()
    place.clock.forward(seconds=1)
    await place.desk.receipts.step()
    place.phone("huyen-cao-loc", 2).is_quiet()


async def test_a_callback_that_was_lost_is_asked_for_before_another_route_opens(tmp_path: Path) -> None:
    async with town(tmp_path, is_behind_nat=True) as place:
        chief = place.phone("huyen-cao-loc")
        assert chief.telegram is not None
        chief.telegram.is_blocked = True
        await place.releases("two-districts.txt")
        for phone in place.phones():
            phone.reads_everything()
        place.phone("huyen-trang-dinh").taps(Meaning.ACKNOWLEDGED)
        chief.texts("đã nhận và đang triển khai")
        await receipts_are_looked_for(place, minutes=6)
        for phone in place.phones():
            phone.reads_everything()
        place.phone("huyen-cao-loc", 2).is_quiet()


async def test_when_nobody_gives_a_receipt_the_desk_is_told_at_once_to_telephone(place: Town) -> None:
    dispatch = await deputies_of_a_dark_district(place)
    deputy = place.phone("huyen-cao-loc", 2)
    assert deputy.telegram is not None
    assert deputy.sms is not None
    deputy.telegram.is_blocked = True
    deputy.sms.switch_off()
    await receipts_are_looked_for(place, minutes=5, seconds=5)
    for phone in place.phones():
        phone.reads_everything()
    await receipts_are_looked_for(place, minutes=5, seconds=5)
    assert any("Chưa có biên nhận nào từ đơn vị" in alert.reason for alert in await place.untaken())
    view = await place.desk.board.dispatch(dispatch)
    assert [(call.row.body.id, call.need) for call in calls_of(view.bodies, place.desk.packer.contacts)] == [
        ("lang-son/huyen-cao-loc", Need.UNREACHED)
    ]
    for phone in place.phones():
        phone.reads_everything()
