"""Danger and refusals that nobody has dealt with stay in sight: in the figures, before everything else, however much comes later."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from lxml import html

from alertd.model.assignments import AssignmentState
from alertd.model.duty import Alert
from alertd.model.notices import DeliveryState, Dispatch, DispatchState, Notice
from alertd.model.replies import Meaning, Reply, ReplyState
from tests.web import order
from tests.web.duty import Duty, Officer, csrf_on

DANGER = "lũ tràn vào bản"


async def hears(duty: Duty, dispatch: Dispatch, meaning: Meaning, words: str, body: str = order.CAO_LOC) -> Notice:
    """An answer of the body that waits for an officer."""
    async with duty.desk.store.transaction() as tx:
        notice = next(n for n in await tx.dispatches.notices(dispatch.id) if n.body == body)
        contact = f"{body}#truc-ban"
        now = duty.clock.now()
        await tx.replies.add(Reply(0, now, "sms", "sms", "+84900000016", contact, notice.id, words, meaning, "", "code", ReplyState.OPEN))
    return notice


async def goes_unanswered(duty: Duty, times: int, minutes: int) -> None:
    """Nobody answers, and so often, so many minutes after one another, the silent are followed up."""
    for _ in range(times):
        duty.clock.forward(minutes=minutes)
        await duty.desk.followups.step()


async def test_a_deputys_answer_takes_neither_danger_nor_a_refusal_out_of_the_figures(duty: Duty, officer: Officer) -> None:
    dispatch = await duty.released()
    await hears(duty, dispatch, Meaning.CANNOT_COMPLY, "không đủ xuồng")
    await hears(duty, dispatch, Meaning.INCIDENT, DANGER, order.VAN_LANG)
    for body in (order.CAO_LOC, order.VAN_LANG, order.TRADE):
        await duty.desk.answers.record(dispatch.id, body, Meaning.ACKNOWLEDGED, "rõ", "truc")
    totals = (await duty.desk.board.dispatch(dispatch.id)).totals
    assert (totals["acknowledged"], totals["cannot_comply"], totals["incidents"]) == (3, 1, 1)
    assert (totals["untroubled"], totals["troubled"]) == (1, 2)
    for path in ("/", "/handover"):
        assert "1 không thực hiện được · 1 báo sự cố" in await officer.opens(path)
    tiles = html.fromstring(await officer.opens(f"/dispatches/{dispatch.id}")).xpath("//li[contains(@class, 'tone-bad')]")
    assert [" ".join(tile.text_content().split()) for tile in tiles] == ["1 báo sự cố", "1 không thực hiện được"]


async def test_danger_that_was_told_on_the_telephone_stands_on_the_board_until_somebody_has_dealt_with_it(
    duty: Duty, officer: Officer
) -> None:
    dispatch = await duty.released()
    page = f"/dispatches/{dispatch.id}/bodies/{order.CAO_LOC}"
    await officer.sends(page, page, meaning="incident", words=DANGER)
    (row,) = [row for row in (await duty.desk.board.dispatch(dispatch.id)).bodies if row.body.id == order.CAO_LOC]
    assert (row.grave, row.acknowledged_at) == (Meaning.INCIDENT, None)
    assert row.pause
    [card] = html.fromstring(await officer.opens("/")).xpath("//article[@data-danger]")
    assert DANGER in card.text_content()
    async with duty.desk.store.snapshot() as tx:
        assert await tx.duty.untaken(10) == []
    await officer.sends("/", f"/replies/{row.replies[0].id}/resolve", meaning="incident", note="đã cử dân quân")
    assert html.fromstring(await officer.opens("/")).xpath("//*[@data-danger]") == []


async def test_what_a_colleague_has_decided_is_not_decided_anew_from_a_page_that_was_open_before(duty: Duty, officer: Officer) -> None:
    await hears(duty, await duty.released(), Meaning.INCIDENT, DANGER)
    page = await officer.opens("/")
    await duty.desk.answers.resolve(1, Meaning.IN_PROGRESS, "nguoi-khac", "đã cử lực lượng")
    decision = {"csrf": csrf_on(page), "meaning": "cannot_comply", "from": "overview"}
    response = await officer.client.post("/replies/1/resolve", data=decision)
    assert response.status == 409
    assert "đã được nguoi-khac xử lý lúc" in await response.text()
    (card,) = await duty.desk.board.replies()
    assert card.reply.meaning is Meaning.IN_PROGRESS


async def test_a_body_that_has_said_that_it_cannot_is_no_longer_told_as_silent(duty: Duty, officer: Officer) -> None:
    dispatch = await duty.released()
    await duty.carry(DeliveryState.SENT)
    await goes_unanswered(duty, 6, 5)
    silent = "//ul[@id='alerts']/li/p[1]/strong//text()"
    assert "UBND huyện Cao Lộc" in html.fromstring(await officer.opens("/handover")).xpath(silent)
    await duty.desk.answers.record(dispatch.id, order.CAO_LOC, Meaning.CANNOT_COMPLY, "không đủ xuồng", "truc")
    names = html.fromstring(await officer.opens("/handover")).xpath(silent)
    assert "UBND huyện Cao Lộc" not in names
    assert "UBND huyện Văn Lãng" in names


async def test_a_body_that_stays_silent_stands_once_in_the_hand_over_and_is_taken_with_all_that_was_told_of_it(
    duty: Duty, officer: Officer
) -> None:
    await duty.released()
    await goes_unanswered(duty, 12, 10)
    page = html.fromstring(await officer.opens("/handover"))
    told = {item.xpath("p[1]/strong//text()")[0]: item for item in page.xpath("//ul[@id='alerts']/li")}
    assert len(told) == len(page.xpath("//ul[@id='alerts']/li")) == 3
    assert "1 giờ" in told["UBND huyện Cao Lộc"].text_content()
    [take] = told["UBND huyện Cao Lộc"].xpath(".//form/@action")
    await officer.sends("/handover", take)
    left = html.fromstring(await officer.opens("/handover")).xpath("//ul[@id='alerts']/li/p[1]/strong//text()")
    assert sorted(left) == ["Sở Công Thương", "UBND huyện Văn Lãng"]
    async with duty.desk.store.snapshot() as tx:
        assert {alert.body for alert in await tx.duty.untaken(100)} == set(left)


async def test_what_an_officer_decides_after_the_order_has_expired_counts_as_what_is_recorded_then(duty: Duty) -> None:
    dispatch = await duty.released()
    await duty.carry(DeliveryState.SENT)
    await hears(duty, dispatch, Meaning.AMBIGUOUS, "để xem")
    duty.clock.forward(hours=25)
    await duty.desk.followups.step()
    view = await duty.desk.board.dispatch(dispatch.id)
    assert view.dispatch.state is DispatchState.EXPIRED
    await duty.desk.answers.resolve(1, Meaning.DONE, "truc")
    (row,) = [row for row in (await duty.desk.board.dispatch(dispatch.id)).bodies if row.body.id == order.CAO_LOC]
    assert row.state is AssignmentState.DONE


async def test_nobody_has_to_be_telephoned_about_an_order_that_is_over(duty: Duty, officer: Officer) -> None:
    dispatch = await duty.released()
    await duty.carry(DeliveryState.SENT)
    await goes_unanswered(duty, 8, 30)
    assert (await duty.desk.board.dispatch(dispatch.id)).totals["escalated"] == 3
    await duty.desk.release.close(dispatch.document, "bão tan", "truc")
    assert (await duty.desk.board.dispatch(dispatch.id)).totals["escalated"] == 0


async def test_an_answer_that_no_longer_counts_says_so_also_while_it_waits(duty: Duty, officer: Officer) -> None:
    await hears(duty, await duty.released(), Meaning.INCIDENT, DANGER)
    async with duty.desk.store.transaction() as tx:
        (reply,) = await tx.replies.recent()
        await tx.replies.save(replace(reply, void_at=duty.clock.now()))
    [card] = html.fromstring(await officer.opens("/")).xpath("//article[@data-danger]")
    assert "Không còn được tính" in card.text_content()


async def test_danger_stays_in_sight_however_many_answers_come_after_it(duty: Duty, officer: Officer) -> None:
    dispatch = await duty.released()
    await hears(duty, dispatch, Meaning.INCIDENT, DANGER)
    async with duty.desk.store.transaction() as tx:
        (danger,) = await tx.replies.recent()
        for number in range(250):
            later = danger.received_at + timedelta(seconds=number + 1)
            await tx.replies.add(replace(danger, received_at=later, words=f"để xem {number}", meaning=Meaning.AMBIGUOUS))
    for path in ("/", "/replies"):
        page = html.fromstring(await officer.opens(path))
        assert DANGER in page.xpath("string(//article[contains(@class, 'reply')][1])")
        assert "251" in page.xpath("string(//span[@class='count'][1])")


async def test_danger_stands_first_among_what_nobody_has_taken(duty: Duty, officer: Officer) -> None:
    await hears(duty, await duty.released(), Meaning.INCIDENT, DANGER)
    danger = Alert(0, "reply/1", None, "told", is_incident=True, body="UBND huyện Cao Lộc", reason=DANGER, raised_at=duty.clock.now())
    async with duty.desk.store.transaction() as tx:
        await tx.duty.add_alert(danger)
        for number in range(60):
            await tx.duty.add_alert(replace(danger, about=f"sender/{number}", is_incident=False, reason="im lặng"))
    page = html.fromstring(await officer.opens("/handover"))
    assert DANGER in page.xpath("string(//ul[@id='alerts']/li[1])")


async def test_the_page_of_a_body_says_which_of_its_contacts_answered_and_shows_no_empty_words(duty: Duty, officer: Officer) -> None:
    dispatch = await duty.released()
    notice = await hears(duty, dispatch, Meaning.ACKNOWLEDGED, "")
    async with duty.desk.store.transaction() as tx:
        (tapped,) = await tx.replies.recent()
        await tx.replies.save(replace(tapped, state=ReplyState.SETTLED))
    page = html.fromstring(await officer.opens(f"/dispatches/{dispatch.id}/bodies/{notice.body}"))
    [answer] = page.xpath("//div[@id='answers']/article")
    assert "thường trực Ban Chỉ huy" in answer.text_content()
    assert answer.xpath(".//blockquote") == []
    assert html.fromstring(await officer.opens("/replies")).xpath("//tbody[@id='settled']//q") == []


async def test_what_was_left_open_at_a_release_is_no_more_asked_for(duty: Duty, officer: Officer) -> None:
    document = await duty.order()
    asked = "Cần cán bộ quyết định trước khi phát"
    assert asked in await officer.opens(f"/documents/{document}")
    await duty.desk.release.approve(document, "truc")
    page = await officer.opens(f"/documents/{document}")
    assert asked not in page
    assert "Chưa xác định được: 1 việc" in page


async def test_what_waits_for_the_officer_is_read_before_anything_else_on_the_page_of_a_body(duty: Duty, officer: Officer) -> None:
    dispatch = await duty.released()
    await hears(duty, dispatch, Meaning.INCIDENT, DANGER)
    await duty.desk.answers.record(dispatch.id, order.CAO_LOC, Meaning.ACKNOWLEDGED, "rõ", "truc")
    page = await officer.opens(f"/dispatches/{dispatch.id}/bodies/{order.CAO_LOC}")
    assert page.index(DANGER) < page.index("Gọi cho ai") < page.index("rõ</blockquote>")
    assert page.count(DANGER) == 1
    [row] = html.fromstring(await officer.opens(f"/dispatches/{dispatch.id}")).xpath("//tbody[@id='rows']/tr[1]")
    assert DANGER in row.text_content()


async def test_a_number_on_the_handover_is_called_by_a_touch_and_its_title_is_only_words(duty: Duty, officer: Officer) -> None:
    async with duty.desk.store.transaction() as tx:
        numbers = ("Phó <b>Chủ tịch</b> +84900000017", "Chủ tịch +84900000016")
        await tx.duty.add_alert(
            Alert(0, "sender/x", None, "told", is_incident=False, body="x", reason="y", raised_at=duty.clock.now(), telephones=numbers)
        )
    [alert] = html.fromstring(await officer.opens("/handover")).xpath("//ul[@id='alerts']/li")
    assert alert.xpath(".//a[@class='tel']/@href") == ["tel:+84900000017", "tel:+84900000016"]
    assert alert.xpath(".//b") == []
