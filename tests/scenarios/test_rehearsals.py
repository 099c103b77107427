"""A rehearsal of an order on a live desk: what is decided about the order afterwards is decided about what reached people in earnest."""

from __future__ import annotations

from alertd.model.notices import DispatchState
from tests.fakes.town import OFFICER, Town


async def test_a_rehearsal_ends_with_the_next_release_so_that_no_decision_can_mean_the_wrong_one(place: Town) -> None:
    document = await place.submits("two-districts.txt")
    rehearsals = [await place.desk.release.approve(document.id, OFFICER, is_drill=True) for _ in range(2)]
    real = await place.desk.release.approve(document.id, OFFICER)
    async with place.desk.store.snapshot() as tx:
        dispatches = await tx.dispatches.of_document(document.id)
    assert {each.id: each.state for each in dispatches} == {
        **dict.fromkeys((each.id for each in rehearsals), DispatchState.CLOSED),
        real.id: DispatchState.OPEN,
    }
    closed = await place.desk.release.close(document.id, "bão đã tan", OFFICER)
    assert closed.id == real.id
    await place.settle()
    for body in ("huyen-cao-loc", "huyen-trang-dinh"):
        place.phone(body).reads_everything()
    await place.passes(minutes=30)
