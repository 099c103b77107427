"""An officer sends a document to the own chat, wherever he is: it is taken in, told of and released from there; nobody else's is."""

from __future__ import annotations

from pathlib import Path

import pytest

from alertd.model.accounts import AccountRole
from alertd.model.documents import DocumentState
from alertd.model.register import Document
from alertd.simulators.faults import Fault, FaultKind
from tests.fakes.town import DOCUMENTS, Town, town
from tests.scenarios.test_officer_line import OwnPhone, bound, everybody_reads

NAME = "cong-dien.txt"
ORDER = (DOCUMENTS / "two-districts.txt").read_bytes()


@pytest.fixture
async def lan(place: Town) -> OwnPhone:
    """An officer whose chat is bound by an invitation."""
    return await bound(place, AccountRole.OFFICER)


async def sends(place: Town, officer: OwnPhone, content: bytes, name: str = NAME, **more: object) -> None:
    officer.phone.send(document={"file_id": place.telegram.keep_file(content), "file_name": name, "file_size": len(content)}, **more)
    await place.settle()


async def documents(place: Town) -> list[Document]:
    return list(await place.desk.board.documents())


async def names_kept(place: Town) -> set[str]:
    """What the files that were handed in are still called."""
    async with place.desk.store.snapshot() as tx:
        files = [await tx.media.handed(number) for number in (1, 2)]
    assert all(file.due_at is None for file in files if file)
    return {file.name for file in files if file}


async def handed(place: Town) -> list[str]:
    """What the trail tells of files that were handed in and of what became of them."""
    return [entry.action for entry in await place.desk.board.audit() if entry.action.startswith("file.")]


async def test_a_file_is_taken_in_told_of_and_released_from_the_same_chat(place: Town, lan: OwnPhone) -> None:
    await sends(place, lan, ORDER)
    said = [message.text for message in lan.phone.messages]
    assert any("VĂN BẢN CHỜ PHÁT" in text and "03/CĐ-UBND" in text for text in said)
    assert any("Đã tiếp nhận “cong-dien.txt”" in text and "Công điện 03/CĐ-UBND (khẩn): chờ duyệt" in text for text in said)
    await lan.taps("Phát…")
    assert "ĐÃ PHÁT" in await lan.taps("PHÁT THẬT")
    everybody_reads(place)
    (document,) = await documents(place)
    assert document.state is DocumentState.APPROVED
    assert await handed(place) == ["file.received", "file.handed_in"]


async def test_words_beside_the_file_change_nothing(place: Town, lan: OwnPhone) -> None:
    await sends(place, lan, ORDER, caption="chuyển tiếp từ Văn phòng")
    assert len(await documents(place)) == 1


@pytest.mark.parametrize("name", ["", "<b>a</b> & “b”\n.txt", "\x00\ud800.txt", f"{'công điện ' * 500}.txt"])
async def test_a_file_is_taken_in_whatever_it_is_called(place: Town, lan: OwnPhone, name: str) -> None:
    await sends(place, lan, ORDER, name)
    assert len(await documents(place)) == 1
    assert "Đã tiếp nhận “" in lan.latest()
    assert len(lan.latest()) < 400
    assert name == "" or ".txt”" in lan.latest()


async def test_several_files_sent_together_are_taken_in_one_by_one(place: Town, lan: OwnPhone) -> None:
    for n, content in enumerate((ORDER, (DOCUMENTS / "cao-loc-alone.txt").read_bytes())):
        await sends(place, lan, content, f"{n}.txt", media_group_id="1")
    assert len(await documents(place)) == 2


async def test_after_the_account_was_locked_nothing_is_taken_in(place: Town, lan: OwnPhone) -> None:
    await place.desk.access.disable("lan")
    await sends(place, lan, ORDER)
    assert await documents(place) == []


async def test_the_same_file_twice_is_one_document(place: Town, lan: OwnPhone) -> None:
    await sends(place, lan, ORDER)
    await sends(place, lan, ORDER, "ban-sao.txt")
    assert len(await documents(place)) == 1
    assert "Đã tiếp nhận “ban-sao.txt”" in lan.latest()


async def test_what_cannot_be_read_is_refused_in_words(place: Town, lan: OwnPhone) -> None:
    await sends(place, lan, b"\x89PNG\r\n\x1a\n" + bytes(100), "anh.png")
    assert "ảnh" in lan.latest()
    assert await documents(place) == []


async def test_of_a_secret_file_not_even_the_name_is_kept(place: Town, lan: OwnPhone) -> None:
    place.telegram.faults.add(Fault(FaultKind.ERROR, method="getFile"))
    await sends(place, lan, ORDER.replace("HỎA TỐC".encode(), "MẬT\nHỎA TỐC".encode()), "ke-hoach-kin.txt")
    await place.passes(minutes=1)
    assert "xóa tin ấy" in lan.latest()
    assert not any("ke-hoach-kin" in message.text for message in lan.phone.messages)
    assert await documents(place) == []
    assert await names_kept(place) == {""}


async def test_a_file_without_any_document_waits_for_the_officer_at_the_console(place: Town, lan: OwnPhone) -> None:
    await sends(place, lan, "Mời họp giao ban tuần vào sáng thứ Hai.".encode())
    assert "Chưa nhận ra văn bản nào trong tệp" in lan.latest()
    assert len(await documents(place)) == 1


async def test_what_the_provider_does_not_give_out_is_told_of_once_and_taken_in_later(place: Town, lan: OwnPhone) -> None:
    place.telegram.faults.add(Fault(FaultKind.ERROR, method="getFile", times=3))
    await sends(place, lan, ORDER)
    assert "Chưa tải được tệp gửi lúc" in lan.latest()
    told = len(lan.phone.messages)
    await place.passes(minutes=1)
    assert len(lan.phone.messages) == told
    await place.passes(minutes=10)
    assert len(await documents(place)) == 1


async def test_what_cannot_be_fetched_for_a_day_is_given_up_in_words(place: Town, lan: OwnPhone) -> None:
    place.telegram.faults.add(Fault(FaultKind.ERROR, method="getFile", times=None))
    await sends(place, lan, ORDER)
    await place.passes(hours=25)
    assert "Không tải được tệp gửi lúc" in lan.latest()
    assert await documents(place) == []
    assert await names_kept(place) == {""}


async def test_a_file_that_is_too_large_is_refused_in_words(place: Town, lan: OwnPhone) -> None:
    place.desk.handing_in._max_bytes = 100
    await sends(place, lan, ORDER)
    assert "Không nhận tệp gửi lúc" in lan.latest()
    assert "lớn hơn" in lan.latest()
    assert await documents(place) == []
    assert await names_kept(place) == {""}


async def test_a_restart_between_the_message_and_its_file_loses_nothing(tmp_path: Path) -> None:
    async with town(tmp_path) as place:
        lan = await bound(place, AccountRole.OFFICER)
        place.telegram.faults.add(Fault(FaultKind.ERROR, method="getFile", times=None))
        await sends(place, lan, ORDER)
        clock = place.clock
    clock.forward(minutes=1)
    async with town(tmp_path, clock) as place:
        place.telegram.phone(lan.phone.chat_id, "Lan")
        place.telegram.keep_file(ORDER)
        await place.settle()
        assert len(await documents(place)) == 1


async def test_a_file_of_somebody_who_may_not_hand_in_is_no_document(place: Town) -> None:
    viewer = await bound(place, AccountRole.VIEWER)
    await sends(place, viewer, ORDER)
    assert await documents(place) == []
    assert await handed(place) == []


async def test_a_file_that_answers_a_message_is_an_answer(place: Town, lan: OwnPhone) -> None:
    shown = lan.phone.messages[-1].message_id
    await sends(place, lan, ORDER, reply_to_message={"message_id": shown, "from": {"id": 1, "is_bot": True, "first_name": "alertd"}})
    assert await documents(place) == []


PICTURE = {"photo": [{"file_id": "p", "width": 9, "height": 9}]}


@pytest.mark.parametrize("sent", [PICTURE, PICTURE | {"media_group_id": "7"}, {"text": ORDER.decode()[:3000]}])
async def test_an_officer_who_sends_a_picture_of_it_or_its_words_is_told_each_time_that_nothing_was_taken_in(
    sent: dict[str, object], place: Town, lan: OwnPhone
) -> None:
    for _ in range(2):
        before = len(lan.phone.messages)
        lan.phone.send(**sent)
        await place.settle()
        assert len(lan.phone.messages) == before + 1
        assert "chưa tiếp nhận văn bản nào" in lan.latest()
        assert "gửi chính tệp văn bản" in lan.latest()
    assert await documents(place) == []
    assert len((await place.desk.board.overview()).replies) == 2
    for officer in place.officers():
        officer.reads_everything()


@pytest.mark.parametrize("is_locked", [False, True])
async def test_who_may_hand_in_nothing_is_not_told_how(place: Town, is_locked: bool) -> None:
    viewer = await bound(place, AccountRole.VIEWER)
    if is_locked:
        await place.desk.access.disable("lan")
    await sends(place, viewer, ORDER)
    assert ("chưa tiếp nhận văn bản nào" in viewer.latest(), "chưa đăng ký" in viewer.latest()) == (not is_locked, is_locked)
    assert "gửi chính tệp" not in viewer.latest()
