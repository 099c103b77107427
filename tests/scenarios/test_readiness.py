"""The readiness page tells who could not be reached if it mattered now, and says little when all is well."""

from __future__ import annotations

from alertd.model.replies import Meaning
from alertd.workflow.people.attesting import Named
from tests.fakes.town import Town
from tests.scenarios.test_matching import CAO_LOC, TRANG_DINH, released

BODY = f"lang-son/{CAO_LOC}"


async def test_a_body_of_which_every_address_was_refused_is_a_gap_until_a_message_arrives(place: Town) -> None:
    report = await place.desk.readiness.report()
    assert (report.gaps, report.lost) == ((), ())
    for order in (1, 2):
        phone = place.phone(CAO_LOC, order)
        assert phone.telegram is not None
        assert phone.sms is not None
        phone.telegram.is_blocked = True
        phone.sms.landline()
    await released(place, "two-districts.txt", TRANG_DINH)
    for officer in place.officers():
        officer.reads_everything()
    report = await place.desk.readiness.report()
    assert [(gap.body.id, "chặn bot" in gap.reason, "số cố định" in gap.reason) for gap in report.gaps] == [(BODY, True, True)]
    assert {(lost.contact.order, lost.channel) for lost in report.lost} == {(1, "telegram"), (1, "sms"), (2, "telegram"), (2, "sms")}

    deputy = place.phone(CAO_LOC, 2)
    assert deputy.telegram is not None
    deputy.telegram.is_blocked = False
    await released(place, "cao-loc-alone.txt")
    for phone in (deputy, *place.officers()):
        phone.reads_everything()
    report = await place.desk.readiness.report()
    assert report.gaps == ()
    assert (2, "telegram") not in {(lost.contact.order, lost.channel) for lost in report.lost}


async def test_an_address_counts_as_proven_by_its_first_answer(place: Town) -> None:
    before = {contact.id for _, contact in (await place.desk.readiness.report()).unproven}
    await released(place, "two-districts.txt", CAO_LOC, TRANG_DINH)
    for body in (CAO_LOC, TRANG_DINH):
        place.phone(body).taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    for body in (CAO_LOC, TRANG_DINH):
        place.phone(body).receives("Đã ghi nhận")
    after = {contact.id for _, contact in (await place.desk.readiness.report()).unproven}
    assert before - after == {place.phone(body).contact.id for body in (CAO_LOC, TRANG_DINH)}


async def test_an_administrators_word_counts_until_an_answer_says_more(place: Town) -> None:
    chief = place.phone(CAO_LOC)
    await place.desk.attesting.attest([Named("list:1", chief.contact.id)], "An")
    report = await place.desk.readiness.report()
    assert [(each.contact.id, each.word.by) for each in report.attested] == [(chief.contact.id, "An")]
    assert chief.contact.id not in {contact.id for _, contact in report.unproven}
    assert report.answered == 0
    await released(place, "cao-loc-alone.txt", CAO_LOC)
    chief.taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    chief.receives("Đã ghi nhận")
    report = await place.desk.readiness.report()
    assert (report.attested, report.answered) == ((), 1)
