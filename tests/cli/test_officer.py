"""The officer's work from a terminal: every command against a daemon that is there, and what is said when one is not."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from alertd.model.accounts import Scope
from alertd.web.listening import TURNED_AWAY
from tests.cli.conftest import Alertd, Ended
from tests.fakes.town import DOCUMENTS, Town, town

ORDER = DOCUMENTS / "two-districts.txt"
CAO_LOC = "lang-son/huyen-cao-loc"


@pytest.fixture
async def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Town]:
    """A daemon; the terminal's environment says where it is and by which token it is called."""
    async with town(tmp_path) as opened:
        web = opened.desk.settings.web
        monkeypatch.setenv("ALERTD_SERVER", f"http://{web.host}:{web.port}")
        scopes = frozenset(Scope) - {Scope.ADMIN}
        monkeypatch.setenv("ALERTD_TOKEN", await opened.desk.access.create_token("terminal", scopes, "test"))
        yield opened


async def run(alertd: Alertd, *words: str | Path) -> Ended:
    return await asyncio.to_thread(alertd, *words)


async def released(place: Town, alertd: Alertd) -> str:
    """Hand in and release; the number of the dispatch."""
    await run(alertd, "submit", ORDER)
    dispatch = (await run(alertd, "approve", "1", "--json")).json["dispatch_id"]
    await place.settle()
    return str(dispatch)


async def test_a_document_that_is_handed_in_waits_for_release(place: Town, alertd: Alertd) -> None:
    ended = await run(alertd, "submit", ORDER)
    assert (ended.status, ended.out, ended.err) == (0, "1: 03/CĐ-UBND: chờ duyệt phát\n", "1 văn bản trong tệp\n")
    listed = (await run(alertd, "status")).out
    assert "03/CĐ-UBND" in listed
    assert [document.id for document in (await place.desk.board.overview()).waiting] == [1]


async def test_a_file_in_which_nothing_was_recognised_waits_for_a_person(place: Town, alertd: Alertd, tmp_path: Path) -> None:
    unknown = tmp_path / "tin.txt"
    unknown.write_text("Nước sông lên nhanh, các xóm ven suối khẩn trương đưa người già, trẻ em lên nhà văn hóa.", encoding="utf-8")
    await run(alertd, "submit", unknown)
    [document] = await place.desk.board.documents()
    assert not document.reading.is_recognised
    assert "Không nhận ra, cần cán bộ xem" in " ".join((await run(alertd, "status")).out.split())


async def test_handing_in_twice_changes_nothing(place: Town, alertd: Alertd) -> None:
    first, again = [(await run(alertd, "submit", ORDER, "--json")).json for _ in range(2)]
    assert first == again


async def test_a_release_is_told_with_its_number_and_its_board_shown(place: Town, alertd: Alertd) -> None:
    await run(alertd, "submit", ORDER)
    approved = await run(alertd, "approve", "1")
    assert (approved.status, approved.out) == (0, "đã phát, đợt phát số 1\n")
    await place.settle()
    board = (await run(alertd, "status", "1")).out
    assert "Cao Lộc" in board
    assert "Đã gửi, chờ trả lời" in " ".join(board.split())


async def test_what_would_go_out_is_told_before_a_release(place: Town, alertd: Alertd) -> None:
    await run(alertd, "submit", ORDER)
    place.clock.forward(hours=72)
    approved = await run(alertd, "approve", "1")
    assert approved.err.startswith("Sẽ gửi: 2 đơn vị, 2 người nhận, 2 tin Telegram, ")
    assert "Cần cân nhắc: Văn bản ban hành ngày" in approved.err


async def test_a_release_that_does_not_reach_everybody_says_who_must_be_telephoned(place: Town, alertd: Alertd) -> None:
    await run(alertd, "submit", ORDER)
    document = (await place.desk.board.document(1)).document
    stranger = replace(document.proposals[0], id="0/nowhere", body="lang-son/da-roi-danh-ba")
    async with place.desk.store.transaction() as tx:
        await tx.documents.save(replace(document, proposals=(*document.proposals, stranger)))
    approved = await run(alertd, "approve", "1")
    assert (approved.status, approved.out) == (1, "đã phát, đợt phát số 1\n")
    assert "Không gửi tới được: lang-son/da-roi-danh-ba: không có đầu mối nào trong danh bạ" in approved.err
    assert approved.err.endswith("1 đơn vị không gửi tới được: phải gọi điện.\n")


async def test_a_release_can_be_a_drill(place: Town, alertd: Alertd) -> None:
    await run(alertd, "submit", ORDER)
    await run(alertd, "approve", "1", "--drill")
    assert (await place.desk.board.dispatch(1)).dispatch.is_drill


async def test_an_answer_by_telephone_is_recorded_with_words_and_meaning(place: Town, alertd: Alertd) -> None:
    dispatch = await released(place, alertd)
    told = ("--words", "thiếu xuồng, xin chi viện", "--meaning", "cannot_comply")
    assert (await run(alertd, "acknowledge", dispatch, CAO_LOC, *told)).status == 0
    (row,) = [r for r in (await run(alertd, "status", dispatch, "--json")).json["bodies"] if r["body"] == CAO_LOC]
    assert row["state"] == "cannot_comply"
    (reply,) = await place.desk.board.replies()
    assert (reply.reply.words, reply.reply.channel) == ("thiếu xuồng, xin chi viện", "phone")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("approve", "99"), "no_document: "),
        (("status", "99"), "no_dispatch: "),
        (("acknowledge", "99", CAO_LOC), "no_notice: "),
        (("submit", "missing.txt"), "no_file: "),
    ],
)
async def test_a_refusal_is_the_servers_own_sentence(place: Town, alertd: Alertd, words: tuple[str, ...], code: str) -> None:
    ended = await run(alertd, *words)
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith(code)
    assert ended.err.count("\n") == 1


@pytest.mark.parametrize("token", ["", "alertd_khong-phai"])
async def test_nobody_comes_in_without_a_token(place: Town, alertd: Alertd, token: str) -> None:
    ended = await run(alertd, "submit", ORDER, "--token", token)
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.count("\n") == 1
    assert await place.desk.board.documents() == ()


async def test_a_token_for_reading_releases_nothing(place: Town, alertd: Alertd) -> None:
    await run(alertd, "submit", ORDER)
    token = await place.desk.access.create_token("bảng điện tử", frozenset({Scope.READ}), "test")
    ended = await run(alertd, "approve", "1", "--token", token)
    assert ended.status == 2
    assert (await run(alertd, "status", "--token", token)).status == 0


def test_a_daemon_that_is_not_there_is_told_in_a_sentence(alertd: Alertd) -> None:
    ended = alertd("status", "--server", "http://127.0.0.1:1")
    assert (ended.status, ended.out) == (2, "")
    assert ended.err.startswith("no_server: http://127.0.0.1:1: không kết nối được, alertd có đang chạy ở địa chỉ này không?")


async def test_a_server_in_the_daemons_place_that_only_says_no_is_told_in_a_sentence(alertd: Alertd) -> None:
    async def busy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(TURNED_AWAY)
        writer.close()

    server = await asyncio.start_server(busy, "127.0.0.1", 0)
    port = server.sockets[0].getsockname()[1]
    ended = await run(alertd, "status", "--server", f"http://127.0.0.1:{port}")
    server.close()
    assert (ended.status, ended.out, ended.err) == (2, "", "503: Service Unavailable\n")
