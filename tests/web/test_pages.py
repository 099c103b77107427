"""The officer's work in the browser, from the first look at a document to the last answer."""

from __future__ import annotations

import asyncio
import re
from dataclasses import replace
from html import escape
from pathlib import Path

import pytest
from aiohttp.test_utils import TestClient, TestServer
from lxml import html

from alertd.model.accounts import AccountRole
from alertd.model.documents import Citation, DocumentState, Relation, Span
from alertd.model.notices import DeliveryState, DispatchState
from alertd.model.replies import Meaning, Reply, ReplyState
from alertd.web import build
from alertd.web.states import ASSIGNMENT, CHECK, DELIVERY, DISPATCH, DOCUMENT, MEANING, ROLE, URGENCY
from tests.fakes.clock import HandClock
from tests.web import order
from tests.web.duty import Duty, Officer, csrf_on, open_desk

PAGES = ("/", "/documents", "/replies", "/bodies", f"/bodies/{order.CAO_LOC}", "/audit", "/statistics", "/readiness", "/readiness/check")


@pytest.mark.parametrize("faces", [ASSIGNMENT, CHECK, DELIVERY, DISPATCH, DOCUMENT, MEANING, ROLE, URGENCY])
def test_every_state_has_a_word_a_symbol_and_a_colour(faces: dict[object, object]) -> None:
    members = type(next(iter(faces)))
    assert set(faces) == set(members)  # type: ignore[call-overload]  # the keys' class is an enumeration


async def test_every_page_opens_on_the_first_day(officer: Officer) -> None:
    for path in PAGES:
        assert '<html lang="vi"' in await officer.opens(path)


async def test_every_page_opens_in_the_middle_of_the_work(duty: Duty, officer: Officer) -> None:
    dispatch = await duty.released()
    await duty.carry(DeliveryState.SENT)
    await duty.desk.answers.record(dispatch.id, order.CAO_LOC, Meaning.DONE, "xong rồi", "truc")
    for path in PAGES:
        assert '<html lang="vi"' in await officer.opens(path)


async def test_the_statistics_show_whom_to_speak_to_and_lead_to_a_spreadsheet(duty: Duty, officer: Officer) -> None:
    dispatch = await duty.released()
    assert "Chưa có đợt phát nào kết thúc" in await officer.opens("/statistics")
    await duty.desk.answers.record(dispatch.id, order.CAO_LOC, Meaning.DONE, "xong rồi", "truc")
    await duty.desk.release.close(dispatch.id, "xong", "truc")
    shown = html.fromstring(await officer.opens("/statistics?first=2024-09-05&last=2024-09-05"))
    names = [row.findtext("td/a") for row in shown.iterfind(".//tbody/tr")]
    assert names[-1] == duty.desk.packer.body(order.CAO_LOC).name
    (link,) = [each for each in shown.iterfind(".//a") if each.text == "Tải bảng tính"]
    assert (await officer.opens(link.get("href", ""))).startswith("\ufeffĐơn vị,Số lần được giao")
    assert "DIỄN TẬP" not in await officer.opens("/statistics?drill=1")


async def test_an_officer_enters_who_is_away_and_who_is_back(duty: Duty, officer: Officer) -> None:
    path = f"/bodies/{order.CAO_LOC}"
    contact = duty.desk.packer.contacts(order.CAO_LOC)[0]
    days = {"first": "2024-09-05", "last": "2024-09-07"}
    assert (await officer.sends(path, f"{path}/absences", contact=contact.id, note="đi <họp>", **days)).status == 303
    assert f"{escape(contact.title)}: từ 5/9/2024 đến hết 7/9/2024 (đi &lt;họp&gt;)" in await officer.opens(path)
    assert (await officer.sends(path, f"{path}/absences/end", absence="1")).status == 303
    assert "đi &lt;họp&gt;" not in await officer.opens(path)
    refused = await officer.sends(path, f"{path}/absences", contact=contact.id, note="đi họp", first="mai", last="")
    assert (refused.status, "“mai” không phải là một ngày" in await refused.text()) == (422, True)


async def test_a_document_opens_in_every_state(duty: Duty, officer: Officer) -> None:
    for state in DocumentState:
        async with duty.desk.store.transaction() as tx:
            document = await order.register(tx, replace(order.document(0), state=state))
        page = await officer.opens(f"/documents/{document}")
        assert "77/CĐ-UBND" in page
        assert DOCUMENT[state].word in page


async def test_a_board_leads_to_the_document_that_replaces_its_own_and_has_the_reason_ready(duty: Duty, officer: Officer) -> None:
    dispatch = await duty.released()
    first = order.document(0)
    replaces = Citation("77/CĐ-UBND", None, Relation.REPLACES, Span(0, 1))
    async with duty.desk.store.transaction() as tx:
        reading = replace(first.reading, number="78/CĐ-UBND", citations=(replaces,))
        later = await order.register(tx, replace(first, reading=reading))
    for path in ("/", f"/dispatches/{dispatch.id}"):
        assert f'được thay thế bởi <a href="/documents/{later}">Công điện 78/CĐ-UBND</a>' in await officer.opens(path)
    assert "required>được thay thế bởi Công điện 78/CĐ-UBND</textarea>" in await officer.opens(f"/dispatches/{dispatch.id}")
    assert f'thay thế <a href="/dispatches/{dispatch.id}">Công điện 77/CĐ-UBND</a>' in await officer.opens(f"/documents/{later}")


async def test_a_board_opens_in_every_state_of_its_dispatch(duty: Duty, officer: Officer) -> None:
    dispatch = await duty.released()
    for state in DispatchState:
        async with duty.desk.store.transaction() as tx:
            await tx.dispatches.save(replace(dispatch, state=state))
        assert DISPATCH[state].word in await officer.opens(f"/dispatches/{dispatch.id}")
        await officer.opens(f"/dispatches/{dispatch.id}/calls")
        await officer.opens(f"/dispatches/{dispatch.id}/bodies/{order.CAO_LOC}")


async def test_a_board_shows_a_message_in_every_state(duty: Duty, officer: Officer) -> None:
    for state in set(DeliveryState) - {DeliveryState.QUEUED, DeliveryState.CANCELLED}:
        dispatch = await duty.released()
        assert DELIVERY[DeliveryState.QUEUED].word in await officer.opens(f"/dispatches/{dispatch.id}")
        await duty.carry(state, "vì một lý do")
        assert DELIVERY[state].word in await officer.opens(f"/dispatches/{dispatch.id}")


async def test_source_and_reading_stand_side_by_side(duty: Duty, officer: Officer) -> None:
    page = await officer.opens(f"/documents/{await duty.order()}")
    assert f'id="d0-a0" data-marks="d0 d0-a0">{order.MOVE}</mark>' in page
    assert 'href="#d0-a0"' in page
    assert "Ban Quản lý hồ Bản Nhùng" in page
    assert "Chưa xác định được đơn vị" in page
    assert "Không đọc được người ký." in page


async def test_a_document_that_is_no_emergency_says_why_it_is_not_offered(duty: Duty, officer: Officer) -> None:
    reading = replace(order.reading(), is_emergency=False, emergency_reason="Chỉ nói về cải cách hành chính.")
    async with duty.desk.store.transaction() as tx:
        document = await order.register(tx, replace(order.document(0), reading=reading))
    page = await officer.opens(f"/documents/{document}")
    assert "Không thuộc diện phát" in page
    assert "Chỉ nói về cải cách hành chính." in page
    assert "Xem trước và phát" not in page
    response = await officer.sends(f"/documents/{document}", f"/documents/{document}/urgent")
    assert response.headers["Location"] == f"/documents/{document}?done=urgent"
    page = await officer.opens(response.headers["Location"])
    for words in ("Đã xếp là chỉ đạo khẩn", "Xem trước và phát", "Cán bộ"):
        assert words in page


async def test_an_officer_rewords_drops_restores_and_adds_proposals(duty: Duty, officer: Officer) -> None:
    document = await duty.order()
    page, form = f"/documents/{document}", f"/documents/{document}/proposals"
    both = "0/cao-loc\n0/van-lang"
    await officer.sends(page, form, proposal=both, actions="việc thứ nhất\r\n\r\nviệc thứ hai", deadline_text="ngay trong đêm", report="")
    await officer.sends(page, form, proposal="1/trade", dropped="1")
    await officer.sends(page, form, body="lang-son/huyen-chi-lang", role="support", actions="hỗ trợ", deadline_text="", report="")
    found = {p.id: p for p in (await duty.desk.board.document(document)).document.proposals}
    assert found["0/cao-loc"].actions == found["0/van-lang"].actions == ("việc thứ nhất", "việc thứ hai")
    assert found["0/cao-loc"].deadline_text == "ngay trong đêm"
    assert found["1/trade"].is_dropped
    assert [(p.body, p.role) for p in found.values() if p.id.startswith("added")] == [("lang-son/huyen-chi-lang", "support")]
    await officer.sends(page, form, proposal="1/trade", dropped="0")
    assert not {p.id: p for p in (await duty.desk.board.document(document)).document.proposals}["1/trade"].is_dropped


async def test_a_body_may_be_named_in_words_and_an_unknown_one_is_refused(duty: Duty, officer: Officer) -> None:
    document = await duty.order()
    page, form = f"/documents/{document}", f"/documents/{document}/proposals"
    response = await officer.sends(page, form, body="UBND huyện Chi Lăng", actions="trực ban")
    assert response.status == 303
    response = await officer.sends(page, form, body="UBND huyện Không Có", actions="trực ban")
    assert response.status == 422
    text = await response.text()
    assert "Danh bạ không có đơn vị “UBND huyện Không Có”." in text
    assert f'href="/documents/{document}"' in text


async def test_release_needs_a_second_look_that_shows_what_will_leave(duty: Duty, officer: Officer) -> None:
    document = await duty.order()
    page = await officer.opens(f"/documents/{document}/approve")
    assert "PHÁT THẬT tới 3 đơn vị" in page
    assert "Chưa xác định được đơn vị: Ban Quản lý hồ Bản Nhùng" in page
    assert "Telegram" in page
    response = await officer.sends(f"/documents/{document}/approve", f"/documents/{document}/approve", drill="0")
    assert response.headers["Location"] == "/dispatches/1?done=approved"
    assert "Đã phát. Tin đang được gửi tới các đơn vị." in await officer.opens("/dispatches/1?done=approved")


async def test_whoever_releases_second_lands_on_the_board_and_reads_who_was_quicker(duty: Duty, officer: Officer) -> None:
    document = await duty.order()
    path = f"/documents/{document}/approve"
    page = await officer.opens(path)
    fields = {"csrf": csrf_on(page), "seen": re.findall(r'name="seen" value="([^"]+)"', page)[0], "drill": "0"}
    answers = await asyncio.gather(*(officer.client.post(path, data=fields, allow_redirects=False) for _ in range(4)))
    places = sorted(answer.headers["Location"] for answer in answers)
    assert places == ["/dispatches/1?done=already"] * 3 + ["/dispatches/1?done=approved"]
    board = await officer.opens("/dispatches/1?done=already")
    assert "Văn bản đã được phát lúc 16:37 ngày 5/9/2024 (người phát: truc); không phát lần nữa." in board


async def test_a_release_that_ended_since_is_shown_rather_than_repeated(duty: Duty, officer: Officer) -> None:
    document = await duty.order()
    path = f"/documents/{document}/approve"
    fields = {"csrf": csrf_on(await officer.opens(path))}
    dispatch = await duty.desk.release.approve(document, "nam")
    await duty.desk.release.withdraw(document, "nhầm", "nam")
    second = await officer.client.post(path, data=fields, allow_redirects=False)
    assert second.headers["Location"] == f"/dispatches/{dispatch.id}?done=already"


async def test_nothing_is_prepared_for_release_that_has_left_the_desk(duty: Duty, officer: Officer) -> None:
    dispatch = await duty.released()
    late = await officer.client.get(f"/documents/{dispatch.document}/approve", allow_redirects=False)
    assert late.headers["Location"] == f"/documents/{dispatch.document}"


async def test_what_was_changed_after_the_second_look_is_not_released(duty: Duty, officer: Officer) -> None:
    document = await duty.order()
    path = f"/documents/{document}/approve"
    old = re.search(r'name="seen" value="([^"]+)"', await officer.opens(path))
    assert old
    await officer.sends(f"/documents/{document}", f"/documents/{document}/proposals", proposal="0/cao-loc", actions="việc khác")
    response = await officer.sends(path, path, drill="0", seen=old[1])
    assert response.status == 409
    assert "Văn bản vừa được sửa hoặc phát ở nơi khác" in await response.text()
    assert (await officer.sends(path, path, drill="0", seen="")).status == 409
    assert (await officer.sends(path, path, drill="0")).status == 303


async def test_a_correction_made_on_what_another_officer_has_corrected_meanwhile_is_refused(duty: Duty, officer: Officer) -> None:
    await duty.released()
    path = "/documents/1/correct"
    old = re.search(r'name="seen" value="([^"]+)"', await officer.opens(path))
    assert old
    assert (await officer.sends(path, path, note="bổ sung")).status == 303
    assert (await officer.sends(path, path, note="bổ sung", seen=old[1])).status == 409
    assert len((await duty.desk.board.document(1)).dispatches) == 2


async def test_a_drill_never_looks_like_a_live_release(duty: Duty, officer: Officer) -> None:
    document = await duty.order()
    live = await officer.opens(f"/documents/{document}/approve")
    drill = await officer.opens(f"/documents/{document}/approve?drill=1")
    assert 'class="drill-banner"' not in live
    assert 'class="drill-banner"' in drill
    await officer.sends(f"/documents/{document}/approve", f"/documents/{document}/approve", drill="1")
    for path in ("/dispatches/1", "/dispatches/1/calls", f"/dispatches/1/bodies/{order.CAO_LOC}"):
        assert 'class="drill-banner"' in await officer.opens(path)
    assert (await duty.desk.board.dispatch(1)).dispatch.is_drill


async def test_every_page_of_a_drill_says_so_and_how_fast_its_clock_runs(tmp_path: Path) -> None:
    class Fast(HandClock):
        speed = 30.0

    clock = Fast(order.NOW)
    duty = Duty(await open_desk(tmp_path, clock, is_drill=True), clock)
    async with TestClient(TestServer(build(duty.desk))) as client:
        assert "DIỄN TẬP" in await (await client.get("/login")).text()
        officer = await duty.signs_in(client, "truc", AccountRole.OFFICER)
        for path in PAGES:
            page = await officer.opens(path)
            assert 'class="drill-banner"' in page
            assert "đồng hồ chạy nhanh gấp 30 lần" in page
    await duty.desk.store.close()


async def test_a_document_is_rejected_with_a_reason(duty: Duty, officer: Officer) -> None:
    document = await duty.order()
    response = await officer.sends(f"/documents/{document}", f"/documents/{document}/reject", reason="đã phát qua văn bản khác")
    assert response.headers["Location"] == f"/documents/{document}?done=rejected"
    assert "đã phát qua văn bản khác" in await officer.opens(f"/documents/{document}")


async def test_a_release_is_corrected_withdrawn_and_closed(duty: Duty, officer: Officer) -> None:
    await duty.released()
    await duty.carry(DeliveryState.SENT)
    fields = {
        "0-proposal": "0/cao-loc",
        "0-actions": "việc đã sửa",
        "0-dropped": "0",
        "1-proposal": "0/van-lang",
        "1-dropped": "1",
        "4-body": "",
    }
    response = await officer.sends("/documents/1/correct", "/documents/1/correct", note="sai địa bàn", **fields)
    assert response.headers["Location"] == "/dispatches/2?done=corrected"
    view = await duty.desk.board.dispatch(2)
    assert order.VAN_LANG not in {row.body.id for row in view.bodies}
    response = await officer.sends("/dispatches/2", "/documents/1/withdraw", reason="bão đã suy yếu")
    assert response.headers["Location"] == "/dispatches/2?done=withdrawn"
    await duty.released()
    response = await officer.sends("/dispatches/3", "/documents/2/close", reason="đã hoàn thành")
    assert response.headers["Location"] == "/dispatches/3?done=closed"


async def test_those_who_need_the_officer_stand_first_on_the_board(duty: Duty, officer: Officer) -> None:
    dispatch = await duty.released()
    await duty.desk.answers.record(dispatch.id, order.CAO_LOC, Meaning.ACKNOWLEDGED, "rõ", "truc")
    await duty.desk.answers.record(dispatch.id, order.TRADE, Meaning.CANNOT_COMPLY, "mất điện", "truc")
    page = await officer.opens(f"/dispatches/{dispatch.id}")
    names = ["Sở Công Thương", "UBND huyện Văn Lãng", "UBND huyện Cao Lộc", "Đài Khí tượng Thủy văn"]
    places = [page.index(f"<strong>{name}") for name in names]
    assert places == sorted(places)


async def test_a_telephone_answer_is_recorded_and_the_call_list_grows_shorter(duty: Duty, officer: Officer) -> None:
    dispatch = await duty.released()
    calls = f"/dispatches/{dispatch.id}/calls"
    assert "UBND huyện Cao Lộc" in await officer.opens(calls)
    page = f"/dispatches/{dispatch.id}/bodies/{order.CAO_LOC}"
    assert 'href="tel:+84' in await officer.opens(page)
    response = await officer.sends(page, page, contact=f"{order.CAO_LOC}#chu-tich", words="rõ rồi", meaning="acknowledged")
    assert response.status == 303
    assert "UBND huyện Cao Lộc" not in await officer.opens(calls)
    assert "rõ rồi" in await officer.opens(f"/dispatches/{dispatch.id}")


async def test_what_a_release_came_to_opens_in_a_spreadsheet(duty: Duty, officer: Officer) -> None:
    dispatch = await duty.released()
    response = await officer.client.get(f"/dispatches/{dispatch.id}/report.csv")
    assert response.headers["Content-Disposition"] == f'attachment; filename="dot-phat-{dispatch.id}.csv"'
    assert "UBND huyện Cao Lộc,chờ gửi" in await response.text()


async def test_an_unclear_answer_is_resolved_where_it_stands(duty: Duty, officer: Officer) -> None:
    dispatch = await duty.released()
    async with duty.desk.store.transaction() as tx:
        notice = (await tx.dispatches.notices(dispatch.id))[0]
        now = duty.clock.now()
        reply = Reply(
            0, now, "sms", "sms", "+84900000016", None, notice.id, "để xem", Meaning.AMBIGUOUS, "chưa rõ", "code", ReplyState.OPEN
        )
        reply_id = await tx.replies.add(reply)
    for path in ("/", "/replies", f"/dispatches/{dispatch.id}/bodies/{notice.body}"):
        assert "để xem" in await officer.opens(path)
    fields = {"meaning": "acknowledged", "note": "đã gọi lại", "from": "dispatch", "dispatch": str(dispatch.id)}
    response = await officer.sends("/", f"/replies/{reply_id}/resolve", **fields)
    assert response.headers["Location"] == f"/dispatches/{dispatch.id}?done=resolved"
    rows = {row.body.id: row for row in (await duty.desk.board.dispatch(dispatch.id)).bodies}
    assert rows[notice.body].state == "acknowledged"


@pytest.mark.parametrize(
    ("meaning", "words", "face"),
    [
        (Meaning.INCIDENT, "đã nhận nhưng lũ tràn vào bản rồi", "Báo sự cố"),
        (Meaning.CANNOT_COMPLY, "rõ nhưng không đủ xuồng", "Không thực hiện được"),
    ],
)
async def test_danger_or_a_refusal_that_nobody_has_dealt_with_stands_first_whatever_a_deputy_answers_later(
    duty: Duty, officer: Officer, meaning: Meaning, words: str, face: str
) -> None:
    dispatch = await duty.released()
    async with duty.desk.store.transaction() as tx:
        notice = (await tx.dispatches.notices(dispatch.id))[-1]
        reply = Reply(0, duty.clock.now(), "sms", "sms", "+84900000016", None, notice.id, words, meaning, words, "code", ReplyState.OPEN)
        reply_id = await tx.replies.add(reply)
    await duty.desk.answers.record(dispatch.id, notice.body, Meaning.IN_PROGRESS, "đang lo", "truc-ban")
    board = await officer.opens(f"/dispatches/{dispatch.id}")
    assert faces_on(board)[0] == face
    assert html.fromstring(board).xpath("//tbody[@id='rows']/tr[1]//a[contains(., 'Gọi')]")
    await duty.desk.answers.resolve(reply_id, Meaning.IN_PROGRESS, "truc-ban", "đã cử lực lượng")
    assert face not in faces_on(await officer.opens(f"/dispatches/{dispatch.id}"))


def faces_on(page: str) -> list[str]:
    """The words of the bodies' states, from the top of the board."""
    cells = html.fromstring(page).xpath("//tbody[@id='rows']/tr/td[1]/*[1]")
    return [" ".join(cell.text_content().split()[1:]) for cell in cells]


async def test_a_meaning_that_is_none_is_refused(duty: Duty, officer: Officer) -> None:
    dispatch = await duty.released()
    page = f"/dispatches/{dispatch.id}/bodies/{order.CAO_LOC}"
    assert (await officer.sends(page, page, words="rõ", meaning="co-le")).status == 422


async def test_the_addresses_of_one_body_are_tried_from_its_page_and_the_outcome_stands_there(duty: Duty, officer: Officer) -> None:
    address = f"/bodies/{order.CAO_LOC}"
    assert "Gửi tin thử" in await officer.opens(address)
    response = await officer.sends(address, f"{address}/trial")
    assert (response.status, response.headers["Location"].partition("?")[0]) == (303, address)
    page = await officer.opens(response.headers["Location"])
    assert "Đã gửi tin thử liên lạc" in page
    assert "chưa trả lời" in page
    assert (await officer.sends(address, "/bodies/lang-son/nowhere/trial")).status == 404
    await duty.released()
    refused = await officer.sends(address, f"{address}/trial")
    assert refused.status == 409
    assert "Đang có công điện" in await refused.text()


async def test_a_self_check_is_begun_in_two_steps_and_its_outcome_shown(officer: Officer) -> None:
    first = await officer.opens("/readiness/check")
    assert "Gửi kiểm tra tới" in first
    response = await officer.sends("/readiness/check", "/readiness/check")
    assert response.status == 303
    page = await officer.opens(response.headers["Location"])
    assert "Đã bắt đầu kiểm tra liên lạc" in page
    assert "chưa có ai trả lời" in page
    again = await officer.sends("/readiness/check", "/readiness/check")
    assert again.status == 409
