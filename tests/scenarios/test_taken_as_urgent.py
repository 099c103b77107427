"""The officer overrules the program: what it took for ordinary business is an emergency, with every task that was read."""

from __future__ import annotations

import pytest

from alertd.errors import Refused
from alertd.model.documents import DocumentState
from alertd.model.register import Document
from alertd.workflow.dispatch.amending import Change
from tests.fakes.town import OFFICER, Town

LETTER = """ỦY BAN NHÂN DÂN
TỈNH LẠNG SƠN
Số: 311/UBND-VP
Lạng Sơn, ngày 16 tháng 7 năm 2023
V/v rà soát nhà ở ven sông

Kính gửi: UBND huyện Cao Lộc, UBND huyện Tràng Định.

1. UBND huyện Cao Lộc đưa các hộ ven sông lên trường học trước 17 giờ ngày 17/7/2023.
2. UBND huyện Tràng Định kiểm tra các ngầm, tràn.

CHỦ TỊCH
Nguyễn Văn Mẫu
"""


async def handed_in(place: Town) -> Document:
    submission = await place.desk.intake.submit(LETTER.encode(), "cong-van.txt", "test", OFFICER)
    (document,) = submission.documents
    assert (document.reading.is_emergency, document.proposals) == (False, ())
    return document


async def test_its_tasks_are_proposed_and_it_waits_with_the_emergencies(place: Town) -> None:
    document = await handed_in(place)
    added = Change(body="lang-son/so-y-te", actions=("Cử tổ y tế",))
    await place.desk.review.change(document.id, [added], OFFICER)
    taken = await place.desk.review.take_as_urgent(document.id, OFFICER)
    assert (taken.state, taken.decided_by) == (DocumentState.IN_REVIEW, OFFICER)
    assert {p.body for p in taken.proposals} == {"lang-son/huyen-cao-loc", "lang-son/huyen-trang-dinh", "lang-son/so-y-te"}
    assert OFFICER in taken.reading.emergency_reason
    assert [d.id for d in (await place.desk.board.overview()).waiting] == [document.id]
    await place.desk.release.approve(document.id, OFFICER)
    await place.settle()
    for body in ("huyen-cao-loc", "huyen-trang-dinh", "so-y-te"):
        for _ in range(2):  # by both channels
            place.phone(body).receives("311/UBND-VP")


async def test_what_waited_before_is_asked_for_once(place: Town) -> None:
    document = await handed_in(place)
    await place.passes(hours=2)
    place.everybody_is_quiet()
    await place.desk.review.take_as_urgent(document.id, OFFICER)
    await place.passes(hours=1)
    for phone in place.officers()[:2]:
        for _ in range(2):  # by both channels
            phone.receives("311/UBND-VP", "2 giờ")
    await place.desk.review.reject(document.id, "đã gọi điện", OFFICER)


async def test_who_is_second_changes_nothing(place: Town) -> None:
    document = await handed_in(place)
    first = await place.desk.review.take_as_urgent(document.id, OFFICER)
    assert await place.desk.review.take_as_urgent(document.id, "other") == first


async def test_what_has_been_decided_is_left_alone(place: Town) -> None:
    document = await handed_in(place)
    await place.desk.review.reject(document.id, "đã gọi điện", OFFICER)
    with pytest.raises(Refused, match="Văn bản đã được xử lý"):
        await place.desk.review.take_as_urgent(document.id, OFFICER)
