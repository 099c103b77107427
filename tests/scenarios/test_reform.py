"""Whatever changes its name or ends between the order and its release, the order reaches whoever is in office."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from alertd.model.register import Document
from alertd.workflow.dispatch.amending import Change
from tests.fakes.clock import HandClock
from tests.fakes.town import OFFICER, Town, town

ORDER = """ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN
Số: 11/CĐ-UBND
Lạng Sơn, ngày {day} tháng {month} năm 2025
CÔNG ĐIỆN
Về việc ứng phó mưa lũ, sạt lở đất
CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN điện:
- {addressee}.
Mưa lớn đã gây sạt lở nhiều nơi. Chủ tịch UBND tỉnh yêu cầu:
1. {addressee} khẩn trương bố trí máy xúc tại ngầm tràn Pác Mòng.
"""


@pytest.fixture
async def eve(tmp_path: Path) -> AsyncIterator[Town]:
    """The evening before the departments merge."""
    async with town(tmp_path, HandClock(datetime(2025, 2, 28, 12, tzinfo=UTC))) as opened:
        yield opened
        opened.everybody_is_quiet()


@pytest.fixture
async def last_day(tmp_path: Path) -> AsyncIterator[Town]:
    """The last evening of the districts."""
    async with town(tmp_path, HandClock(datetime(2025, 6, 30, 12, tzinfo=UTC))) as opened:
        yield opened
        opened.everybody_is_quiet()


async def handed_in(place: Town, addressee: str, day: int, month: int) -> Document:
    text = ORDER.format(addressee=addressee, day=day, month=month)
    submission = await place.desk.intake.submit(text.encode(), "cd.txt", "test", OFFICER)
    return submission.documents[0]


async def test_an_order_released_on_the_day_after_a_merger_reaches_the_merged_department(eve: Town) -> None:
    document = await handed_in(eve, "Sở Giao thông vận tải", 28, 2)
    assert [p.body for p in document.proposals] == ["lang-son/so-giao-thong"]
    eve.clock.forward(hours=10)
    view = await eve.desk.board.document(document.id)
    assert "nay là Sở Xây dựng" in view.document.proposals[0].reason, "the officer sees why"
    dispatch = await eve.desk.release.approve(document.id, OFFICER)
    await eve.settle()
    assert list(await eve.board(dispatch.id)) == ["so-xay-dung-2025"]
    for _ in range(2):
        eve.phone("so-xay-dung-2025").receives("11/CĐ-UBND", "Pác Mòng")


async def test_of_several_communes_the_officer_chooses_who_gets_the_districts_order(last_day: Town) -> None:
    document = await handed_in(last_day, "UBND huyện Đình Lập", 30, 6)
    last_day.clock.forward(hours=10)
    preview = await last_day.desk.review.preview(document.id)
    assert any("nay có 4 đơn vị trên địa bàn" in warning for warning in preview.warnings)
    chosen = ("lang-son/xa-dinh-lap", "lang-son/xa-chau-son")
    await last_day.desk.review.change(document.id, [Change(proposal=document.proposals[0].id, bodies=chosen)], OFFICER)
    dispatch = await last_day.desk.release.approve(document.id, OFFICER)
    await last_day.settle()
    assert list(await last_day.board(dispatch.id)) == ["xa-dinh-lap", "xa-chau-son"]
    for body in ("xa-dinh-lap", "xa-chau-son"):
        for _ in range(2):
            last_day.phone(body).receives("Pác Mòng")


async def test_an_order_of_before_handed_in_late_is_understood_by_its_day_and_sent_by_ours(last_day: Town) -> None:
    document = await handed_in(last_day, "Sở Xây dựng", 27, 2)
    assert document.resolutions[0].bodies[0].id == "lang-son/so-xay-dung"
    assert [p.body for p in document.proposals] == ["lang-son/so-xay-dung-2025"]


async def test_who_is_asked_for_after_midnight_is_who_is_in_office_since_midnight_here(last_day: Town) -> None:
    districts = (await last_day.desk.readiness.report()).bodies
    last_day.clock.forward(hours=5, minutes=30)
    assert last_day.clock.now() == datetime(2025, 6, 30, 17, 30, tzinfo=UTC), "half past midnight in Viet Nam"
    in_office = [body for body in last_day.desk.directory.bodies if body.exists_on(date(2025, 7, 1))]
    assert (await last_day.desk.readiness.report()).bodies == len(in_office) != districts
