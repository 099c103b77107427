"""Receipts: what a provider says of a message is shown, never taken for an answer, and a "no" opens the next route."""

from __future__ import annotations

from pathlib import Path

from alertd.model.notices import DeliveryState
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
