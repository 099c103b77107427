"""Whoever is away is not asked first: the order goes to somebody of the body who is there."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from alertd.clock import day_there
from alertd.errors import Invalid, NotFound
from alertd.model.absences import Absence
from alertd.model.audit import Choice
from alertd.model.replies import Meaning
from tests.fakes.town import OFFICER, Town

CHIEF = "lang-son/huyen-cao-loc#chu-tich"
BODY = "lang-son/huyen-cao-loc"


def today(place: Town) -> date:
    return day_there(place.clock.now())


async def away(place: Town, contact: str = CHIEF, days: int = 2) -> Absence:
    return await place.desk.leave.enter(contact, today(place), today(place) + timedelta(days=days), "đi công tác", OFFICER)


async def acknowledged(place: Town, order: int) -> None:
    """Cao Lộc's order is answered from that contact's telephone; nobody else of the body has heard of it."""
    phone = place.phone("huyen-cao-loc", order)
    for _ in range(2):
        phone.receives("05/CĐ-UBND")
    phone.taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    phone.receives("Đã ghi nhận")


async def test_a_new_order_goes_to_the_deputy_while_the_chief_is_away(place: Town) -> None:
    await away(place)
    await place.releases("cao-loc-alone.txt")
    await acknowledged(place, 2)


async def test_the_chief_is_told_first_again_on_the_day_after(place: Town) -> None:
    await away(place)
    await place.passes(days=3)
    await place.releases("cao-loc-alone.txt")
    await acknowledged(place, 1)


async def test_the_chief_is_told_first_again_once_an_officer_says_so(place: Town) -> None:
    absence = await away(place)
    await place.desk.leave.end(absence.id, OFFICER)
    await place.desk.leave.end(absence.id, OFFICER)
    assert await place.desk.leave.of_body(BODY) == []
    await place.releases("cao-loc-alone.txt")
    await acknowledged(place, 1)
    trail = await place.desk.board.audit(choice=Choice(subject=f"contact/{CHIEF}"))
    assert [entry.action for entry in trail] == ["contact.back", "contact.away"]


async def test_what_the_chief_answers_from_wherever_he_is_counts_all_the_same(place: Town) -> None:
    await away(place)
    dispatch = (await place.releases("cao-loc-alone.txt")).dispatch.id
    place.phone("huyen-cao-loc", 2).reads_everything()
    place.phone("huyen-cao-loc").texts("đã nhận")
    await place.settle()
    place.phone("huyen-cao-loc").receives("Đã ghi nhận")
    assert (await place.board(dispatch))["huyen-cao-loc"].acknowledged_at is not None


@pytest.mark.parametrize("leaves_after", [1, 6], ids=["before the reminder", "before the other channels"])
async def test_an_order_that_the_chief_has_not_answered_before_leaving_goes_to_the_deputy_at_the_next_step(
    place: Town, leaves_after: int
) -> None:
    await place.releases("cao-loc-alone.txt")
    await place.passes(minutes=leaves_after)
    place.phone("huyen-cao-loc").reads_everything()
    await away(place)
    await place.passes(minutes=5)
    await acknowledged(place, 2)


async def test_whoever_is_away_is_told_after_all_where_nobody_else_can_be(place: Town) -> None:
    await away(place)
    deputy = place.phone("huyen-cao-loc", 2)
    assert deputy.telegram is not None
    assert deputy.sms is not None
    deputy.telegram.is_blocked = True
    deputy.sms.landline()
    await place.releases("cao-loc-alone.txt")
    for officer in place.officers():
        for _ in range(2):
            officer.receives("Phó Chủ tịch", "không còn nhận được tin qua Telegram")
    await acknowledged(place, 1)


async def test_where_all_are_away_the_first_is_reminded_as_ever(place: Town) -> None:
    for order in (1, 2):
        await away(place, place.phone("huyen-cao-loc", order).contact.id)
    await place.releases("cao-loc-alone.txt")
    place.phone("huyen-cao-loc").reads_everything()
    await place.passes(minutes=6)
    place.phone("huyen-cao-loc").receives("05/CĐ-UBND")


async def test_whoever_was_told_before_leaving_is_told_that_the_order_is_withdrawn(place: Town) -> None:
    document = (await place.releases("cao-loc-alone.txt")).document.id
    place.phone("huyen-cao-loc").reads_everything()
    await away(place)
    await place.desk.release.withdraw(document, "phát nhầm", OFFICER)
    await place.settle()
    for _ in range(2):
        place.phone("huyen-cao-loc").receives("05/CĐ-UBND", "phát nhầm")


@pytest.mark.parametrize(("first", "last"), [(1, 0), (-3, -1)])
async def test_days_that_are_over_or_stand_the_wrong_way_round_are_refused(place: Town, first: int, last: int) -> None:
    days = (today(place) + timedelta(days=first), today(place) + timedelta(days=last))
    with pytest.raises(Invalid, match="bad_period"):
        await place.desk.leave.enter(CHIEF, *days, "", OFFICER)


async def test_nobody_that_the_directory_does_not_know_is_away(place: Town) -> None:
    with pytest.raises(NotFound, match="no_contact"):
        await away(place, "lang-son/huyen-cao-loc#ai-do")
    with pytest.raises(NotFound, match="no_absence"):
        await place.desk.leave.end(7, OFFICER)
