"""After release an order can be corrected, withdrawn and answered by telephone; exactly those who were told are told again."""

from __future__ import annotations

import pytest

from alertd.errors import Invalid, Refused
from alertd.model.assignments import AssignmentState
from alertd.model.documents import DocumentState
from alertd.model.notices import DispatchState
from alertd.model.replies import Meaning
from alertd.workflow.dispatch.amending import Change
from tests.fakes.town import OFFICER, Town
from tests.scenarios import orders

CAO_LOC, TRANG_DINH = "lang-son/huyen-cao-loc", "lang-son/huyen-trang-dinh"


async def released(place: Town) -> tuple[int, int]:
    """The same order, acknowledged by both; the document's number and the dispatch's."""
    dispatch = await orders.released(place)
    for body in ("huyen-cao-loc", "huyen-trang-dinh"):
        place.phone(body).taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    for body in ("huyen-cao-loc", "huyen-trang-dinh"):
        place.phone(body).receives("Đã ghi nhận")
    return (await place.desk.board.dispatch(dispatch)).document.id, dispatch


async def test_a_correction_reaches_everybody_and_only_the_changed_must_answer_again(place: Town) -> None:
    document, first = await released(place)
    view = await place.desk.board.document(document)
    proposal = next(p for p in view.document.proposals if p.body == CAO_LOC)
    change = Change(proposal=proposal.id, actions=("đưa dân ở bãi sông lên trường học xã",))
    dispatch = await place.desk.release.correct(document, [change], "thay địa điểm sơ tán", OFFICER)
    await place.settle()

    for _ in range(2):
        text = place.phone("huyen-cao-loc").receives("ĐÍNH CHÍNH", "thay địa điểm sơ tán", "trường học xã")
        assert "Trả lời" in text or "Bấm nút" in text
        place.phone("huyen-trang-dinh").receives("ĐÍNH CHÍNH", "không thay đổi")
    board = await place.board(dispatch.id)
    assert board["huyen-cao-loc"].silent
    assert board["huyen-trang-dinh"].state is AssignmentState.ACKNOWLEDGED
    assert dispatch.corrects == first

    await place.passes(minutes=5)
    place.phone("huyen-cao-loc").receives("NHẮC LẦN 1")
    place.phone("huyen-cao-loc").taps(Meaning.DONE)
    await place.settle()
    place.phone("huyen-cao-loc").receives("đã xong")


async def test_an_answer_to_the_first_message_counts_where_the_correction_changed_nothing_for_the_body(place: Town) -> None:
    first = await orders.released(place)
    document = (await place.desk.board.dispatch(first)).document
    proposal = next(p for p in document.proposals if p.body == CAO_LOC)
    change = Change(proposal=proposal.id, actions=("đưa dân ở bãi sông lên trường học xã",))
    code = (await place.board(first))["huyen-trang-dinh"].notice.code
    dispatch = await place.desk.release.correct(document.id, [change], "thay địa điểm sơ tán", OFFICER)
    await place.settle()
    for body in ("huyen-cao-loc", "huyen-trang-dinh"):
        for _ in range(2):
            place.phone(body).receives("ĐÍNH CHÍNH")
    place.phone("huyen-trang-dinh").texts(f"1 {code}")
    place.phone("huyen-cao-loc").texts(f"1 {code.replace('TD', 'CL')}")
    await place.settle()
    place.phone("huyen-trang-dinh").receives("Đã ghi nhận")
    place.phone("huyen-cao-loc").receives("thực hiện theo tin đính chính")
    board = await place.board(dispatch.id)
    assert (board["huyen-trang-dinh"].state, board["huyen-trang-dinh"].silent) == (AssignmentState.ACKNOWLEDGED, False)
    assert board["huyen-cao-loc"].silent


async def test_a_body_that_cannot_comply_and_whose_tasks_did_not_change_is_not_asked_as_if_it_had_said_nothing(place: Town) -> None:
    view = await place.releases("two-districts.txt")
    for body in ("huyen-cao-loc", "huyen-trang-dinh"):
        for _ in range(2):
            place.phone(body).receives("03/CĐ-UBND")
    place.phone("huyen-trang-dinh").taps(Meaning.ACKNOWLEDGED)
    place.phone("huyen-cao-loc").writes("không đủ xuồng, không thực hiện được")
    await place.settle()
    for phone in place.phones():
        phone.reads_everything()
    (card,) = (await place.desk.board.overview()).replies
    await place.desk.answers.resolve(card.reply.id, Meaning.CANNOT_COMPLY, OFFICER, "huyện bạn hỗ trợ")
    changes = [Change(body="lang-son/huyen-van-lang", actions=("đưa dân ở bãi sông đến nơi an toàn",))]
    dispatch = await place.desk.release.correct(view.document.id, changes, "giao thêm huyện Văn Lãng", OFFICER)
    await place.settle()
    for _ in range(2):
        place.phone("huyen-cao-loc").receives("ĐÍNH CHÍNH", "không thay đổi")
        place.phone("huyen-trang-dinh").receives("ĐÍNH CHÍNH", "không thay đổi")
        place.phone("huyen-van-lang").receives("03/CĐ-UBND")
    place.phone("huyen-van-lang").taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    place.phone("huyen-van-lang").receives("Đã ghi nhận")
    row = (await place.board(dispatch.id))["huyen-cao-loc"]
    assert (row.state, row.silent, row.acknowledged_at) == (AssignmentState.CANNOT_COMPLY, False, None)
    await place.passes(minutes=20)


async def test_danger_that_nobody_has_dealt_with_stands_on_the_board_of_the_correction_too(place: Town) -> None:
    document, _ = await released(place)
    place.phone("huyen-cao-loc").writes("lũ tràn vào bản rồi")
    await place.settle()
    for phone in place.phones():
        phone.reads_everything()
    proposal = next(p for p in (await place.desk.board.document(document)).document.proposals if p.body == TRANG_DINH)
    change = Change(proposal=proposal.id, actions=("đưa dân ở bãi sông lên trường học xã",))
    dispatch = await place.desk.release.correct(document, [change], "thay địa điểm sơ tán", OFFICER)
    await place.settle()
    for phone in place.phones():
        phone.reads_everything()

    row = (await place.board(dispatch.id))["huyen-cao-loc"]
    assert (row.grave, row.words) == (Meaning.INCIDENT, "lũ tràn vào bản rồi")
    assert (await place.board(dispatch.id))["huyen-trang-dinh"].grave is None

    assert row.waiting is not None
    await place.desk.answers.resolve(row.waiting.id, Meaning.INCIDENT, OFFICER, "đã cử đội cứu hộ")
    assert (await place.board(dispatch.id))["huyen-cao-loc"].grave is None
    await place.settle()
    for phone in place.phones():
        phone.reads_everything()


async def test_a_body_taken_out_by_a_correction_is_told_to_disregard_and_a_new_one_gets_the_order(place: Town) -> None:
    document, _ = await released(place)
    view = await place.desk.board.document(document)
    proposal = next(p for p in view.document.proposals if p.body == CAO_LOC)
    changes = [
        Change(proposal=proposal.id, is_dropped=True),
        Change(body="lang-son/huyen-van-lang", actions=("đưa dân ở bãi sông đến nơi an toàn",)),
    ]
    await place.desk.release.correct(document, changes, "giao nhầm huyện", OFFICER)
    await place.settle()
    for _ in range(2):
        place.phone("huyen-cao-loc").receives("THU HỒI", "giao nhầm huyện")
        place.phone("huyen-trang-dinh").receives("ĐÍNH CHÍNH", "không thay đổi")
        place.phone("huyen-van-lang").receives("03/CĐ-UBND", "bãi sông")
    place.phone("huyen-van-lang").taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    place.phone("huyen-van-lang").receives("Đã ghi nhận")


async def test_what_nobody_has_got_yet_is_withdrawn_without_a_word(place: Town) -> None:
    document = await place.submits("two-districts.txt")
    await place.desk.release.approve(document.id, OFFICER)
    await place.desk.release.withdraw(document.id, "phát nhầm văn bản", OFFICER)
    await place.settle()
    place.phone("huyen-cao-loc").is_quiet()
    place.phone("huyen-trang-dinh").is_quiet()


async def test_a_withdrawal_tells_exactly_those_who_were_told(place: Town) -> None:
    document, dispatch = await released(place)
    await place.desk.release.withdraw(document, "phát nhầm văn bản", OFFICER)
    await place.settle()
    for body in ("huyen-cao-loc", "huyen-trang-dinh"):
        for _ in range(2):
            place.phone(body).receives("THU HỒI", "phát nhầm văn bản")
    board = await place.board(dispatch)
    assert {row.state for row in board.values()} == {AssignmentState.WITHDRAWN}
    assert (await place.desk.board.document(document)).document.state is DocumentState.WITHDRAWN

    place.phone("huyen-cao-loc").texts("da nhan")
    await place.settle()
    place.phone("huyen-cao-loc").receives("không có văn bản nào chờ")
    await place.passes(hours=2)


async def test_an_old_code_is_told_what_it_meant(place: Town) -> None:
    document, dispatch = await released(place)
    code = (await place.board(dispatch))["huyen-cao-loc"].notice.code
    await place.desk.release.withdraw(document, "phát nhầm", OFFICER)
    await place.settle()
    for body in ("huyen-cao-loc", "huyen-trang-dinh"):
        for _ in range(2):
            place.phone(body).receives("THU HỒI")
    place.phone("huyen-cao-loc").texts(f"1 {code}")
    await place.settle()
    place.phone("huyen-cao-loc").receives(code, "đã được thu hồi")


async def test_an_answer_by_telephone_counts_like_any_other(place: Town) -> None:
    view = await place.releases("two-districts.txt")
    for body in ("huyen-cao-loc", "huyen-trang-dinh"):
        for _ in range(2):
            place.phone(body).receives("03/CĐ-UBND")
    for body in (CAO_LOC, TRANG_DINH):
        await place.desk.answers.record(view.dispatch.id, body, Meaning.ACKNOWLEDGED, "đã nghe rõ qua điện thoại", OFFICER)
    row = (await place.board(view.dispatch.id))["huyen-cao-loc"]
    assert (row.state, row.channel, row.by) == (AssignmentState.ACKNOWLEDGED, "phone", OFFICER)
    await place.passes(hours=2)


async def test_what_is_done_after_an_order_has_run_out_is_done_all_the_same(place: Town) -> None:
    document, dispatch = await released(place)
    place.clock.forward(hours=25)
    await place.settle()
    for phone in place.phones():
        phone.reads_everything()
    assert (await place.desk.board.dispatch(dispatch)).dispatch.state is DispatchState.EXPIRED
    place.phone("huyen-cao-loc").taps(Meaning.DONE)
    code = (await place.board(dispatch))["huyen-trang-dinh"].notice.code
    place.phone("huyen-trang-dinh").texts(f"3 {code}")
    await place.settle()
    for body in ("huyen-cao-loc", "huyen-trang-dinh"):
        place.phone(body).receives("đã xong")
        assert (await place.board(dispatch))[body].state is AssignmentState.DONE
    await place.desk.release.close(document, "hết bão", OFFICER)
    place.phone("huyen-cao-loc").taps(Meaning.CANNOT_COMPLY)
    await place.settle()
    for phone in place.phones():
        phone.reads_everything()
    assert (await place.board(dispatch))["huyen-cao-loc"].state is AssignmentState.DONE


async def test_what_was_decided_is_not_decided_twice(place: Town) -> None:
    document, _ = await released(place)
    with pytest.raises(Refused, match="đã được phát lúc"):
        await place.desk.release.approve(document, OFFICER)
    with pytest.raises(Invalid):
        await place.desk.release.withdraw(document, "  ", OFFICER)
    await place.desk.release.close(document, "hết bão", OFFICER)
    with pytest.raises(Refused):
        await place.desk.release.withdraw(document, "muộn rồi", OFFICER)


async def test_an_unclear_reply_is_settled_by_an_officer(place: Town) -> None:
    view = await place.releases("two-districts.txt")
    for body in ("huyen-cao-loc", "huyen-trang-dinh"):
        for _ in range(2):
            place.phone(body).receives("03/CĐ-UBND")
    place.phone("huyen-cao-loc").writes("lát gọi lại")
    place.phone("huyen-trang-dinh").taps(Meaning.DONE)
    await place.settle()
    place.phone("huyen-trang-dinh").receives("đã xong")
    place.phone("huyen-cao-loc").receives("chưa hiểu chắc ý")
    for officer in place.officers():
        for _ in range(2):
            officer.receives("lát gọi lại")
    card = (await place.desk.board.overview()).replies[0]
    assert card.body is not None
    await place.desk.answers.resolve(card.reply.id, Meaning.ACKNOWLEDGED, OFFICER, "đã gọi lại xác nhận")
    assert (await place.board(view.dispatch.id))["huyen-cao-loc"].state is AssignmentState.ACKNOWLEDGED
    assert (await place.desk.board.overview()).replies == ()
    await place.passes(hours=2)


async def test_a_drill_on_a_live_desk_leaves_the_document_to_be_released_for_real(place: Town) -> None:
    document = await place.submits("two-districts.txt")
    drill = await place.desk.release.approve(document.id, OFFICER, is_drill=True)
    await place.settle()
    for body in ("huyen-cao-loc", "huyen-trang-dinh"):
        for _ in range(2):
            assert place.phone(body).receives("03/CĐ-UBND").startswith("DIỄN TẬP")
    await place.desk.release.close(document.id, "hết giờ diễn tập", OFFICER)
    live = await place.desk.release.approve(document.id, OFFICER)
    await place.settle()
    assert (drill.is_drill, live.is_drill) == (True, False)
    for body in ("huyen-cao-loc", "huyen-trang-dinh"):
        for _ in range(2):
            assert "DIỄN TẬP" not in place.phone(body).receives("03/CĐ-UBND")
        place.phone(body).taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    for body in ("huyen-cao-loc", "huyen-trang-dinh"):
        place.phone(body).receives("Đã ghi nhận")
    assert (await place.desk.board.document(document.id)).document.state is DocumentState.APPROVED


async def test_what_is_tried_in_a_rehearsal_changes_nothing_of_what_is_released_for_real(place: Town) -> None:
    document = await place.submits("two-districts.txt")
    view = await place.desk.board.document(document.id)
    only = [proposal for proposal in view.document.proposals if proposal.body == CAO_LOC]
    await place.desk.release.approve(document.id, OFFICER, is_drill=True, proposals=only)
    dropped = Change(proposal=only[0].id, is_dropped=True)
    await place.desk.release.correct(document.id, [dropped], "thử đính chính", OFFICER)
    await place.settle()
    for phone in place.phones():
        phone.reads_everything()
    assert (await place.desk.board.document(document.id)).document.proposals == view.document.proposals

    dispatch = await place.desk.release.approve(document.id, OFFICER)
    await place.settle()
    assert set(await place.board(dispatch.id)) == {"huyen-cao-loc", "huyen-trang-dinh"}
    for body in ("huyen-cao-loc", "huyen-trang-dinh"):
        for _ in range(2):
            place.phone(body).receives("03/CĐ-UBND")


async def test_what_has_left_the_desk_or_was_put_aside_is_not_shown_as_if_it_could_still_go_out(place: Town) -> None:
    document, _ = await released(place)
    with pytest.raises(Refused, match="đã được phát"):
        await place.desk.review.preview(document)
    rejected = await place.submits("within-hours.txt")
    await place.desk.review.reject(rejected.id, "đã có văn bản khác", OFFICER)
    with pytest.raises(Refused, match="không còn làm được"):
        await place.desk.review.preview(rejected.id)
