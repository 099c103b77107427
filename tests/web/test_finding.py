"""An officer finds one body among many, and those that stand somewhere."""

from __future__ import annotations

from urllib.parse import quote

from lxml import html

from alertd.model.replies import Meaning
from tests.web import order
from tests.web.duty import Duty, Officer


def names_on(page: str) -> list[str]:
    """The bodies on a board, as they stand."""
    return [name.text_content() or "" for name in html.fromstring(page).iterfind(".//tbody[@id='rows']//a/strong")]


async def test_one_body_is_found_on_the_board_by_a_piece_of_its_name_without_marks_or_by_its_code(duty: Duty, officer: Officer) -> None:
    dispatch = await duty.released()
    board = f"/dispatches/{dispatch.id}"
    row = next(row for row in (await duty.desk.board.dispatch(dispatch.id)).bodies if row.body.id == order.VAN_LANG)
    for words in ("huyen van lang", "VĂN LÃNG", row.notice.code.lower()):
        assert names_on(await officer.opens(f"{board}?find={quote(words)}")) == ["UBND huyện Văn Lãng"]
    assert "Không có đơn vị nào như vậy" in await officer.opens(f"{board}?find=pleiku")


async def test_a_board_shows_the_bodies_of_one_figure_and_never_hides_danger(duty: Duty, officer: Officer) -> None:
    dispatch = await duty.released()
    board = f"/dispatches/{dispatch.id}"
    await duty.desk.answers.record(dispatch.id, order.CAO_LOC, Meaning.ACKNOWLEDGED, "rõ", "truc")
    assert names_on(await officer.opens(f"{board}?show=acknowledged")) == ["UBND huyện Cao Lộc"]
    await duty.desk.answers.record(dispatch.id, order.TRADE, Meaning.INCIDENT, "nước tràn qua đập", "truc")
    for choice in ("show=acknowledged", "find=cao+loc"):
        assert names_on(await officer.opens(f"{board}?{choice}")) == ["Sở Công Thương", "UBND huyện Cao Lộc"]
    assert len(names_on(await officer.opens(f"{board}?show=nothing-of-the-kind"))) == 4


async def test_a_body_is_found_in_the_directory(officer: Officer) -> None:
    page = await officer.opens("/bodies?find=cong+thuong")
    assert "Sở Công Thương" in page
    assert "UBND huyện Cao Lộc" not in page


async def test_an_answer_that_waits_shows_whom_to_call_back_and_leads_to_the_body(duty: Duty, officer: Officer) -> None:
    dispatch = await duty.released()
    contact = f"{order.CAO_LOC}#chu-tich"
    await duty.desk.answers.record(dispatch.id, order.CAO_LOC, Meaning.INCIDENT, "nước ngập cầu", "truc", contact)
    (card,) = html.fromstring(await officer.opens("/")).find_class("reply")
    links = [link.get("href") for link in card.iterfind(".//a")]
    assert f"/dispatches/{dispatch.id}/bodies/{order.CAO_LOC}" in links
    assert [f"tel:{number}" for number in duty.desk.packer.contacts(order.CAO_LOC)[0].telephones] == [
        link for link in links if link and link.startswith("tel:")
    ]


async def test_before_release_the_messages_to_any_one_body_can_be_read(duty: Duty, officer: Officer) -> None:
    path = f"/documents/{await duty.order()}/approve"
    for body, text in ((order.CAO_LOC, order.GUARD), (order.TRADE, order.POWER)):
        samples = html.fromstring(await officer.opens(f"{path}?body={body}")).find_class("sample")
        assert all(text in (sample.text_content() or "") for sample in samples)
        assert len(samples) == 2


async def test_the_trail_leads_from_whoever_did_something_to_all_that_they_did(duty: Duty, officer: Officer) -> None:
    await duty.released()
    assert "đợt phát" in (await officer.opens("/audit")).lower()
    page = html.fromstring(await officer.opens("/audit?actor=truc"))
    assert {cell.text_content() for cell in page.iterfind(".//tbody//td[@data-label='Ai']")} == {"truc"}
