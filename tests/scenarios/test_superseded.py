"""Where a telegram replaces one that is still followed the officer sees both: nobody is left with two that contradict each other."""

from __future__ import annotations

from datetime import date

import pytest

from alertd.model.documents import Relation
from alertd.model.register import Document
from alertd.workflow.board.views import DispatchView
from tests.fakes.town import DOCUMENTS, OFFICER, Town

EARLIER = (DOCUMENTS / "two-districts.txt").read_text(encoding="utf-8")


async def later(place: Town, says: str) -> Document:
    """The next telegram of the same office."""
    text = EARLIER.replace("Số: 03/CĐ-UBND", "Số: 05/CĐ-UBND").replace("1. Chủ tịch", f"{says}\n\n1. Chủ tịch")
    submission = await place.desk.intake.submit(text.encode(), "tiep.txt", "test", OFFICER)
    (document,) = submission.documents
    return document


async def released(place: Town) -> DispatchView:
    view = await place.releases("two-districts.txt")
    for body in ("huyen-cao-loc", "huyen-trang-dinh"):
        place.phone(body).reads_everything()
    return view


@pytest.mark.parametrize(
    ("says", "relation"),
    [
        ("Công điện này thay thế Công điện số 03/CĐ-UBND ngày 17/7/2023.", Relation.REPLACES),
        ("Công điện này sửa đổi, bổ sung Công điện số 03/CĐ-UBND.", Relation.CORRECTS),
        ("Công điện số 03/CĐ-UBND ngày 17/7/2023 hết hiệu lực.", Relation.ENDS),
    ],
    ids=str,
)
async def test_both_pages_say_so_before_and_after_the_later_one_is_released(place: Town, says: str, relation: Relation) -> None:
    first = await released(place)
    document = await later(place, says)
    for _ in ("before", "after"):
        (earlier,) = (await place.desk.board.document(document.id)).supersedes
        assert (earlier.relation, earlier.dispatch.id) == (relation, first.dispatch.id)
        (told,) = (await place.desk.board.dispatch(first.dispatch.id)).superseded
        assert (told.relation, told.by.id) == (relation, document.id)
        cards = {card.dispatch.id: card for card in (await place.desk.board.overview()).open}
        assert [each.by.id for each in cards[first.dispatch.id].superseded] == [document.id]
        if len(cards) == 1:
            await place.desk.release.approve(document.id, OFFICER)
            await place.settle()
            for body in ("huyen-cao-loc", "huyen-trang-dinh"):
                place.phone(body).reads_everything()


async def test_nothing_is_said_once_the_earlier_one_has_been_called_back(place: Town) -> None:
    first = await released(place)
    document = await later(place, "Công điện này thay thế Công điện số 03/CĐ-UBND ngày 17/7/2023.")
    await place.desk.release.withdraw(first.document.id, "được thay thế", OFFICER)
    await place.settle()
    for body in ("huyen-cao-loc", "huyen-trang-dinh"):
        place.phone(body).reads_everything()
    assert (await place.desk.board.document(document.id)).supersedes == ()
    assert (await place.desk.board.dispatch(first.dispatch.id)).superseded == ()


@pytest.mark.parametrize(
    "says",
    [
        "Tiếp theo Công điện số 03/CĐ-UBND ngày 17/7/2023.",
        "Công điện này thay thế Công điện số 03/CĐ-UBND ngày 02/6/2023.",
        "Công điện này thay thế Công điện số 04/CĐ-UBND ngày 17/7/2023.",
    ],
    ids=["goes on with it", "of another day", "another number"],
)
async def test_one_that_goes_on_or_means_another_supersedes_nothing(place: Town, says: str) -> None:
    first = await released(place)
    document = await later(place, says)
    assert document.reading.issued_on == date(2023, 7, 17)
    assert (await place.desk.board.document(document.id)).supersedes == ()
    assert (await place.desk.board.dispatch(first.dispatch.id)).superseded == ()
