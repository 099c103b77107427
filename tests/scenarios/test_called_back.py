"""Whoever may have an order learns that it is called back or changed, whatever became of its messages; else the desk telephones."""

from __future__ import annotations

from alertd.model.bodies import Role
from alertd.model.documents import DocumentState
from alertd.model.replies import Meaning
from alertd.simulators.faults import Fault, FaultKind
from alertd.workflow.board.views import DispatchView
from alertd.workflow.dispatch.amending import Change
from tests.fakes.town import OFFICER, Phone, Town
from tests.scenarios import orders

CAO_LOC = "lang-son/huyen-cao-loc"


def is_cut_off(phone: Phone) -> None:
    """Nothing reaches that telephone any more."""
    assert phone.telegram is not None
    assert phone.sms is not None
    phone.telegram.block()
    phone.sms.landline()


async def released_into_doubt(place: Town) -> tuple[Phone, DispatchView]:
    """An order of which nobody knows whether it has reached the chief of Cao Lộc; everybody has read what has come."""
    chief = place.phone("huyen-cao-loc")
    assert chief.telegram is not None
    assert chief.sms is not None
    chief.sms.landline()
    place.telegram.faults.add(Fault(FaultKind.CUT, method="sendMessage", to=str(chief.telegram.chat_id)))
    view = await place.releases("two-districts.txt")
    for phone in place.phones():
        phone.reads_everything()
    return chief, view


async def test_an_order_that_has_run_out_can_still_be_called_back(place: Town) -> None:
    dispatch = await orders.released(place)
    place.clock.forward(hours=25)
    await place.settle()
    view = await place.desk.board.dispatch(dispatch)
    assert view.document.state is DocumentState.EXPIRED
    for phone in place.phones():
        phone.reads_everything()
    await place.desk.release.withdraw(view.document.id, "phát nhầm", OFFICER)
    await place.settle()
    for body in ("huyen-cao-loc", "huyen-trang-dinh"):
        for _ in range(2):
            place.phone(body).receives("THU HỒI", "phát nhầm")


async def test_whoever_may_have_got_an_order_whose_fate_is_unknown_is_told_that_it_is_called_back(place: Town) -> None:
    chief, view = await released_into_doubt(place)
    await place.desk.release.withdraw(view.document.id, "phát nhầm", OFFICER)
    await place.settle()
    chief.receives("THU HỒI", "phát nhầm")
    for _ in range(2):
        place.phone("huyen-trang-dinh").receives("THU HỒI")


async def test_whoever_has_perhaps_not_got_the_order_reads_all_of_it_in_a_correction_that_concerns_others(place: Town) -> None:
    chief, view = await released_into_doubt(place)
    other = next(p for p in view.document.proposals if p.body != CAO_LOC)
    dispatch = await place.desk.release.correct(view.document.id, [Change(proposal=other.id, actions=("gác ngầm",))], "đổi việc", OFFICER)
    await place.settle()
    assert "không thay đổi" not in chief.receives("ĐÍNH CHÍNH", "bãi sông", "Bấm nút")
    for _ in range(2):
        place.phone("huyen-trang-dinh").receives("ĐÍNH CHÍNH", "gác ngầm")
    chief.taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    chief.receives("Đã ghi nhận")
    assert not (await place.board(dispatch.id))["huyen-cao-loc"].silent


async def test_a_body_that_was_told_by_telephone_is_to_be_told_by_telephone_that_the_order_is_called_back(place: Town) -> None:
    for order in range(1, 1 + len(place.desk.directory.contacts_of(CAO_LOC))):
        is_cut_off(place.phone("huyen-cao-loc", order))
    view = await place.releases("two-districts.txt")
    await place.desk.answers.record(view.dispatch.id, CAO_LOC, Meaning.ACKNOWLEDGED, "rõ", OFFICER)
    for phone in place.phones():
        phone.reads_everything()
    await place.desk.release.withdraw(view.document.id, "phát nhầm", OFFICER)
    await place.settle()
    for officer in place.officers():
        for _ in range(2):
            officer.receives("Cao Lộc", "thu hồi", "gọi điện thoại")
    for _ in range(2):
        place.phone("huyen-trang-dinh").receives("THU HỒI")


async def test_the_desk_is_told_of_whom_a_withdrawal_does_not_reach(place: Town) -> None:
    dispatch = await orders.released(place)
    view = await place.desk.board.dispatch(dispatch)
    is_cut_off(place.phone("huyen-cao-loc"))
    await place.desk.release.withdraw(view.document.id, "phát nhầm", OFFICER)
    await place.settle()
    for officer in place.officers():
        for _ in range(2):
            officer.receives("Cao Lộc", "thu hồi", "gọi điện thoại")
        officer.reads_everything()
    for _ in range(2):
        place.phone("huyen-trang-dinh").receives("THU HỒI")


async def test_a_body_that_is_to_lead_what_it_was_to_support_is_not_told_that_nothing_has_changed(place: Town) -> None:
    document = await place.submits("two-districts.txt")
    proposal = next(p for p in document.proposals if p.body == CAO_LOC)
    await place.desk.review.change(document.id, [Change(proposal=proposal.id, role=Role.SUPPORT)], OFFICER)
    await place.desk.release.approve(document.id, OFFICER)
    await place.settle()
    for body in ("huyen-cao-loc", "huyen-trang-dinh"):
        place.phone(body).reads_everything()
        place.phone(body).taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    for phone in place.phones():
        phone.reads_everything()
    dispatch = await place.desk.release.correct(document.id, [Change(proposal=proposal.id, role=Role.LEAD)], "giao chủ trì", OFFICER)
    await place.settle()
    for _ in range(2):
        assert "không thay đổi" not in place.phone("huyen-cao-loc").receives("ĐÍNH CHÍNH")
        place.phone("huyen-trang-dinh").receives("ĐÍNH CHÍNH", "không thay đổi")
    assert (await place.board(dispatch.id))["huyen-cao-loc"].silent


async def test_a_body_that_from_now_on_only_gets_a_copy_is_told_to_disregard_its_order(place: Town) -> None:
    dispatch = await orders.released(place)
    document = (await place.desk.board.dispatch(dispatch)).document
    proposal = next(p for p in document.proposals if p.body == CAO_LOC)
    await place.desk.release.correct(document.id, [Change(proposal=proposal.id, role=Role.COPY)], "chỉ để biết", OFFICER)
    await place.settle()
    for _ in range(2):
        place.phone("huyen-cao-loc").receives("THU HỒI", "chỉ để biết")
        place.phone("huyen-trang-dinh").receives("ĐÍNH CHÍNH", "không thay đổi")
    place.phone("huyen-cao-loc").receives("để biết", "03/CĐ-UBND")


async def test_an_order_that_has_run_out_is_in_force_again_once_it_is_corrected(place: Town) -> None:
    dispatch = await orders.released(place)
    place.clock.forward(hours=25)
    await place.settle()
    document = (await place.desk.board.dispatch(dispatch)).document
    for phone in place.phones():
        phone.reads_everything()
    proposal = next(p for p in document.proposals if p.body == CAO_LOC)
    await place.desk.release.correct(document.id, [Change(proposal=proposal.id, actions=("đưa dân lên trường học",))], "đổi chỗ", OFFICER)
    await place.settle()
    for phone in place.phones():
        phone.reads_everything()
    assert (await place.desk.board.document(document.id)).document.state is DocumentState.APPROVED
