"""`alertd report` tells from the database what releases came to."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from alertd.model.replies import Meaning
from tests.cli.conftest import Alertd, Ended
from tests.fakes.town import OFFICER, Town, town


@pytest.fixture
async def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Town]:
    """A province with one release; the command is told where its database lies."""
    async with town(tmp_path) as opened:
        await opened.releases("two-districts.txt")
        monkeypatch.setenv("ALERTD_DATABASE__URL", opened.desk.settings.database.url)
        yield opened


async def run(alertd: Alertd, *words: str) -> Ended:
    return await asyncio.to_thread(alertd, *words)


async def test_a_release_is_reported_for_people_programs_and_spreadsheets(place: Town, alertd: Alertd) -> None:
    assert "Đã trả lời 0/2" in (await run(alertd, "report", "dispatch", "1")).out
    told = (await run(alertd, "report", "dispatch", "1", "--json")).json
    assert (told["document"], told["told"]["number"], told["answered"]["number"]) == ("03/CĐ-UBND", 2, 0)
    assert (await run(alertd, "report", "dispatch", "1", "--csv")).out.startswith("\ufeffĐơn vị,Tình trạng,")


async def test_an_answer_in_square_brackets_is_reported_word_for_word(place: Town, alertd: Alertd) -> None:
    place.phone("huyen-cao-loc").texts("[/đã nhận] cầu sập")
    await place.settle()
    assert "[/đã nhận] cầu" in (await run(alertd, "report", "dispatch", "1")).out


async def test_the_latest_releases_are_listed(place: Town, alertd: Alertd) -> None:
    assert [each["dispatch_id"] for each in (await run(alertd, "report", "latest", "--json")).json] == [1]
    assert "2/2" in (await run(alertd, "report", "latest")).out


async def test_the_latest_self_check_is_reported_by_body_and_whoever_is_missing_makes_it_need_a_person(place: Town, alertd: Alertd) -> None:
    assert "Chưa có lần kiểm tra" in (await run(alertd, "report", "check")).out
    await place.desk.release.close(1, "xong", OFFICER)
    await place.desk.selfcheck.begin(OFFICER)
    place.phone("huyen-cao-loc").texts("có mặt")
    await place.settle()
    ended = await run(alertd, "report", "check", "--json")
    told = ended.json
    assert (ended.status, told["state"], told["answered"]) == (1, "open", 1)
    assert told["addresses"] == len(told["answers"])
    shown = (await run(alertd, "report", "check")).out
    assert f"1/{told['addresses']} địa chỉ" in shown
    assert "chờ đến" in shown
    place.clock.forward(days=5)
    await place.desk.selfcheck.step()
    shown = (await run(alertd, "report", "check")).out
    assert "đã kết thúc" in shown
    assert "chờ đến" not in shown
    for phone in place.phones():
        phone.reads_everything()


async def test_how_each_body_answered_over_a_season_is_reported(place: Town, alertd: Alertd) -> None:
    await place.desk.answers.record(1, "lang-son/huyen-cao-loc", Meaning.ACKNOWLEDGED, "đã nhận", OFFICER)
    await place.desk.release.close(1, "xong", OFFICER)
    year = ("report", "bodies", "--from", "2023-01-01", "--to", "2023-12-31")
    assert [each["answered"] for each in (await run(alertd, *year, "--json")).json["bodies"]] == [0, 1]
    shown = (await run(alertd, *year)).out
    assert "1 đợt phát đã kết thúc" in shown
    assert "Cao Lộc" in shown
    assert "UBND huyện Cao Lộc,1,1,1,1,0.0,0.0" in (await run(alertd, *year, "--csv")).out
    assert (await run(alertd, *year, "--drills", "--json")).json["releases"] == 0
    refused = await run(alertd, "report", "bodies", "--from", "mai")
    assert (refused.status, refused.err) == (2, "bad_day: “mai” không phải là một ngày, ví dụ 2026-08-31.\n")


async def test_a_release_that_is_not_there_is_refused_in_a_sentence(place: Town, alertd: Alertd) -> None:
    ended = await run(alertd, "report", "dispatch", "7")
    assert (ended.status, ended.err) == (2, "no_dispatch: Không có đợt phát số 7.\n")


@pytest.mark.parametrize("what", ["dispatch", "calls"])
def test_a_number_beyond_all_numbers_is_refused_in_a_sentence(what: str, alertd: Alertd) -> None:
    ended = alertd("report", what, "9" * 20)
    assert ended.status == 2
    assert "2147483647" in ended.err


async def test_who_must_be_telephoned_is_told_with_whom_to_call_and_why(place: Town, alertd: Alertd) -> None:
    place.phone("huyen-trang-dinh").taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    ended = await run(alertd, "report", "calls", "--json")
    assert ended.status == 1  # somebody must telephone
    ((call,),) = [each["calls"] for each in ended.json]
    assert (call["body"], call["need"], call["why"]) == ("lang-son/huyen-cao-loc", "silent", "chưa trả lời")
    assert call["contacts"][0]["telephones"]
    assert "UBND huyện Cao Lộc" in (await run(alertd, "report", "calls", "1")).out
    place.phone("huyen-cao-loc").taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    assert (await run(alertd, "report", "calls", "--json")).json == [{"dispatch_id": 1, "calls": []}]


async def test_whom_to_call_is_told_with_whole_numbers_on_a_telephone_s_narrow_screen(
    place: Town, alertd: Alertd, monkeypatch: pytest.MonkeyPatch
) -> None:
    (called,) = (await run(alertd, "report", "calls", "1", "--json")).json
    numbers = [number for call in called["calls"] for contact in call["contacts"] for number in contact["telephones"]]
    monkeypatch.setenv("COLUMNS", "44")
    shown = (await run(alertd, "report", "calls", "1")).out
    letters = "".join(line.split("│")[4].strip() for line in shown.splitlines() if line.startswith("│"))
    assert numbers
    assert [number for number in numbers if number not in letters] == []


@pytest.mark.parametrize("words", [("calls",), ("latest",), ("check",), ("dispatch", "1")])
def test_where_there_is_no_database_nobody_is_told_that_there_is_nobody_to_call(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, alertd: Alertd
) -> None:
    monkeypatch.setenv("ALERTD_DATABASE__URL", f"sqlite:///{tmp_path / 'elsewhere.db'}")
    ended = alertd("report", *words)
    assert (ended.status, ended.out) == (2, "")
    assert "database.url: there is no database at" in ended.err
    assert not (tmp_path / "elsewhere.db").exists()
