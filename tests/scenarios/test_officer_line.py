"""An officer works from the own telephone: told of a document, releases it in two steps, asks for the board; nobody else can."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from alertd.model.accounts import AccountRole
from alertd.model.documents import DocumentState
from alertd.model.register import Document
from alertd.model.replies import Meaning
from alertd.simulators.telegram_phone import TelegramPhone
from alertd.workflow.dispatch.amending import Change
from tests.fakes.town import OFFICER, Town

NAME = "lan"


@dataclass
class OwnPhone:
    """An officer's private chat with the bot."""

    place: Town
    phone: TelegramPhone

    def latest(self) -> str:
        return self.phone.messages[-1].text

    async def taps(self, label: str, *, message: int = -1) -> str:
        """Press the button under the latest message that has buttons (or under that one); what the screen says."""
        shown = [m for m in self.phone.messages if m.buttons][message]
        data = next(b.data for row in shown.buttons for b in row if label in b.text)
        self.phone.tap(shown.message_id, data)
        await self.place.settle()
        return self.phone.toasts[-1]


@pytest.fixture
async def lan(place: Town) -> OwnPhone:
    """An officer whose chat is bound by an invitation."""
    return await bound(place, AccountRole.OFFICER)


async def bound(place: Town, role: AccountRole) -> OwnPhone:
    """Somebody of that role whose chat is bound by an invitation."""
    await place.desk.access.add_user(NAME, role, "mat-khau-dai-12")
    phone = place.telegram.phone(77001, "Lan")
    phone.press_start(await place.desk.enrolment.invite_account(NAME, "telegram", "test"))
    await place.settle()
    assert "Đã gắn chat này với tài khoản lan" in phone.messages[-1].text
    return OwnPhone(place, phone)


async def waiting(place: Town) -> Document:
    document = await place.submits("two-districts.txt")
    await place.settle()
    return document


async def state(place: Town, document: Document) -> DocumentState:
    return (await place.desk.board.document(document.id)).document.state


def everybody_reads(place: Town) -> None:
    for body in ("huyen-cao-loc", "huyen-trang-dinh"):
        for _ in range(2):
            place.phone(body).receives("03/CĐ-UBND")


async def test_a_document_is_told_in_brief_and_released_after_a_second_step_once(place: Town, lan: OwnPhone) -> None:
    document = await waiting(place)
    told = lan.latest()
    for words in ("VĂN BẢN CHỜ PHÁT", "HỎA TỐC", "03/CĐ-UBND", "2 nội dung chỉ đạo, giao cho 2 đơn vị"):
        assert words in told
    await lan.taps("Phát…")
    assert "Tới 2 đơn vị, 2 người" in lan.latest()
    assert await state(place, document) is DocumentState.READ
    assert "ĐÃ PHÁT" in await lan.taps("PHÁT THẬT tới 2 đơn vị, 2 người")
    everybody_reads(place)
    assert await state(place, document) is DocumentState.APPROVED
    assert "Đã phát (đợt phát 1)" in await lan.taps("PHÁT THẬT")
    entry = next(e for e in await place.desk.board.audit() if e.action == "officer.released")
    assert (entry.actor, entry.detail["chat"]) == (NAME, "telegram:77001")
    await place.desk.release.close(document.id, "hết", OFFICER)


async def test_a_confirmation_that_is_late_or_of_something_else_by_now_releases_nothing(place: Town, lan: OwnPhone) -> None:
    document = await waiting(place)
    await lan.taps("Phát…")
    await place.desk.review.change(document.id, [Change(proposal=document.proposals[0].id, actions=("sơ tán ngay",))], OFFICER)
    assert "vừa được sửa" in await lan.taps("PHÁT THẬT")
    await lan.taps("Phát…", message=0)
    place.clock.forward(minutes=5)
    assert "quá giờ xác nhận" in await lan.taps("PHÁT THẬT")
    assert await lan.taps("Không phát") == "Không phát."
    assert await state(place, document) is DocumentState.READ
    await place.desk.review.reject(document.id, "thử", OFFICER)
    for officer in place.officers():
        officer.reads_everything()


async def test_what_needs_the_console_is_refused_with_the_reason(place: Town, lan: OwnPhone) -> None:
    document = await waiting(place)
    place.clock.forward(days=3)
    assert "phải soát trên máy trực ban" in await lan.taps("Phát…")
    assert "cách đây" in lan.latest()
    assert await state(place, document) is DocumentState.READ
    await place.desk.review.reject(document.id, "cũ", OFFICER)
    for officer in place.officers():
        officer.reads_everything()


async def test_the_buttons_of_an_officer_do_nothing_in_any_other_chat(place: Town, lan: OwnPhone) -> None:
    document = await waiting(place)
    await lan.taps("Phát…")
    confirm = next(b.data for row in lan.phone.messages[-1].buttons for b in row if "PHÁT THẬT" in b.text)
    begin = next(b.data for row in lan.phone.messages[1].buttons for b in row)
    await place.desk.access.add_user("khach", AccountRole.VIEWER, "mat-khau-dai-12")
    viewer, stranger, group = (place.telegram.phone(n, str(n)) for n in (77002, 77003, -77001))
    viewer.press_start(await place.desk.enrolment.invite_account("khach", "telegram", "test"))
    await place.settle()
    for chat in (viewer, stranger, group, place.phone("huyen-cao-loc").telegram):
        assert chat is not None
        for data in (begin, confirm):
            place.forged_tap(chat, data)
            await place.settle()
            assert "không gắn với tài khoản có quyền" in chat.toasts[-1]
    assert await state(place, document) is DocumentState.READ
    place.phone("huyen-cao-loc").reads_everything()
    assert sum(e.action == "officer.refused" for e in await place.desk.board.audit()) == 8
    await place.desk.access.disable(NAME)
    await lan.taps("PHÁT THẬT")
    assert await state(place, document) is DocumentState.READ
    await place.desk.review.reject(document.id, "thử", OFFICER)


@pytest.mark.parametrize("number", ["9" * 50, "-1", "²", "1e3", "x"])
async def test_a_forged_number_under_an_officers_own_button_is_answered_in_words(number: str, place: Town, lan: OwnPhone) -> None:
    for wish in ("take", "release"):
        place.forged_tap(lan.phone, f"o:{wish}:{number}")
        await place.settle()
        assert lan.phone.toasts[-1].startswith("Không có")
    assert not [entry for entry in await place.desk.board.audit() if entry.action == "event.failed"]


async def test_a_group_never_gets_the_rights_of_an_officer(place: Town) -> None:
    await place.desk.access.add_user(NAME, AccountRole.OFFICER, "mat-khau-dai-12")
    group = place.telegram.phone(-77020, "Nhóm trực")
    group.press_start(await place.desk.enrolment.invite_account(NAME, "telegram", "test"))
    await place.settle()
    assert "Thư mời không đúng" in group.messages[-1].text
    group.type("tình hình?")
    await place.settle()
    assert not any("Tình hình lúc" in message.text for message in group.messages)


async def test_an_invitation_binds_one_chat_once_and_a_new_chat_replaces_the_old(place: Town, lan: OwnPhone) -> None:
    word = await place.desk.enrolment.invite_account(NAME, "telegram", "test")
    new, thief = place.telegram.phone(77010, "Lan mới"), place.telegram.phone(77011, "Kẻ lạ")
    new.press_start(word)
    await place.settle()
    thief.press_start(word)
    await place.settle()
    assert "đã dùng" in thief.messages[-1].text
    lan.phone.type("tình hình?")
    new.type("tinh hinh")
    await place.settle()
    assert "Tình hình lúc" in new.messages[-1].text
    assert "Tình hình" not in lan.latest()


async def test_with_one_invitation_used_no_other_takes_the_rights_to_another_chat_and_the_chat_that_is_left_is_told(
    place: Town, lan: OwnPhone
) -> None:
    seen_by_others, used = [await place.desk.enrolment.invite_account(NAME, "telegram", "test") for _ in range(2)]
    own, thief = place.telegram.phone(77010, "Lan"), place.telegram.phone(77011, "người nhặt được")
    own.press_start(used)
    await place.settle()
    assert "Đã gắn chat này với tài khoản lan" in own.messages[-1].text
    assert "vừa được gắn với một chat khác" in lan.latest()
    thief.press_start(seen_by_others)
    await place.settle()
    assert "hết hạn" in thief.messages[-1].text
    own.type("tình hình?")
    await place.settle()
    assert "Tình hình lúc" in own.messages[-1].text


async def test_the_board_comes_in_one_message_and_an_incident_can_be_taken_on_the_spot(place: Town, lan: OwnPhone) -> None:
    document = await waiting(place)
    await lan.taps("Phát…")
    await lan.taps("PHÁT THẬT")
    everybody_reads(place)
    place.phone("huyen-trang-dinh").taps(Meaning.DONE)
    place.phone("huyen-cao-loc").writes("lũ tràn vào bản rồi")
    await place.settle()
    place.phone("huyen-trang-dinh").receives("đã xong")
    place.phone("huyen-cao-loc").receives("cán bộ trực")
    for officer in place.officers():
        for _ in range(2):
            officer.receives("lũ tràn vào bản")
    lan.phone.type("Tình hình?")
    await place.settle()
    for words in ("Công điện 03/CĐ-UBND: 1/2 đã nhận, 1 xong, 1 im lặng", "Im lặng: Cao Lộc", "báo sự cố: “lũ tràn vào bản rồi”"):
        assert words in lan.latest()
    await place.desk.release.close(document.id, "hết", OFFICER)


@pytest.mark.parametrize(("role", "may_take", "may_release"), [(AccountRole.VIEWER, False, False), (AccountRole.OFFICER, True, True)])
async def test_the_role_decides_what_an_officers_chat_may_do(place: Town, role: AccountRole, *, may_take: bool, may_release: bool) -> None:
    lan = await bound(place, role)
    first = await waiting(place)
    lan.phone.type("tình hình?")
    await place.settle()
    assert "Tình hình lúc" in lan.latest()
    place.forged_tap(lan.phone, f"o:release:{first.id}")
    await place.settle()
    assert ("PHÁT THẬT" in str(lan.phone.messages[-1].buttons)) is may_release
    await place.desk.release.approve(first.id, OFFICER)
    await place.settle()
    everybody_reads(place)
    place.phone("huyen-cao-loc").writes("lũ tràn vào bản rồi")
    await place.settle()
    place.phone("huyen-cao-loc").receives("cán bộ trực")
    for officer in place.officers():
        officer.reads_everything()
    [alert] = await place.untaken()
    place.forged_tap(lan.phone, f"o:take:{alert.id}")
    await place.settle()
    for officer in place.officers():
        officer.reads_everything()
    assert (not await place.untaken()) is may_take
