"""Bad input gets a clear answer in words; nothing is lost, and nothing is sent."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable

import aiohttp
import pytest

from alertd.app import build
from alertd.drill.exercise import DOCUMENT
from alertd.errors import Invalid, Refused, TooLarge
from alertd.model.documents import DocumentState
from tests.fakes.town import DOCUMENTS, OFFICER, Town, handbook

ORDER = (DOCUMENTS / "two-districts.txt").read_text(encoding="utf-8")


def zipped(entries: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return file.getvalue()


async def refused(place: Town, content: bytes, name: str) -> Refused:
    with pytest.raises((Invalid, TooLarge)) as caught:
        await place.desk.intake.submit(content, name, "test", OFFICER)
    assert await place.desk.board.documents() == ()
    return caught.value


@pytest.mark.parametrize(
    ("name", "made", "code"),
    [
        ("rong.txt", lambda: b"", "empty"),
        ("trang.txt", lambda: b" \n\t ", "empty"),
        ("nhieu.bin", lambda: bytes(range(256)) * 64, "binary"),
        ("hong.docx", lambda: b"PK\x03\x04" + b"\x00" * 50, "broken"),
        ("lon.txt", lambda: b"a" * (50 << 20), "too_large"),
        ("bom.docx", lambda: zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b" " * (400 << 20)}), "too_large"),
    ],
    ids=["empty", "blank", "noise", "broken DOCX", "50 MB", "zip bomb"],
)
async def test_what_cannot_be_read_is_refused_in_words_and_recorded(place: Town, name: str, made: Callable[[], bytes], code: str) -> None:
    refusal = await refused(place, made(), name)
    assert refusal.code == code
    assert refusal.sentence.endswith(".")
    assert (await place.desk.board.audit())[0].action == "file.refused"


async def test_a_secret_document_is_refused_and_nothing_of_it_is_kept(place: Town) -> None:
    secret = ORDER.replace("HỎA TỐC", "MẬT\nHỎA TỐC").encode()
    refusal = await refused(place, secret, "bí mật quốc gia.txt")
    assert refusal.code == "secret"
    async with place.desk.store.snapshot() as tx:
        entry = (await tx.audit.recent(1))[0]
        file = await tx.documents.file_by_sha256(entry.detail["sha256"])
    assert file is not None
    assert (file.content, file.text, file.name) == (b"", "", "")
    kept = place.desk.settings.database.url.removeprefix("sqlite:///")
    await place.desk.store.close()
    with open(kept, "rb") as database:  # noqa: ASYNC230, PTH123 - the very bytes on the disk
        assert "sông Kỳ Cùng".encode() not in database.read()


async def test_what_was_refused_is_read_anew_when_it_comes_again(place: Town) -> None:
    settings = place.desk.settings
    narrow = settings.model_copy(update={"intake": settings.intake.model_copy(update={"max_characters": 100})})
    before = await build(narrow, place.clock, handbook=handbook())
    for _ in range(2):
        with pytest.raises(TooLarge):
            await before.intake.submit(ORDER.encode(), "công điện.txt", "test", OFFICER)
    await before.store.close()
    taken = await place.desk.intake.submit(ORDER.encode(), "công điện.txt", "test", OFFICER)
    assert (taken.is_new, taken.file.refused, taken.file.name) == (True, None, "công điện.txt")
    assert [d.id for d in taken.documents] == [d.id for d in await place.desk.board.documents()]
    again = await place.desk.intake.submit(ORDER.encode(), "công điện.txt", "test", OFFICER)
    assert (again.is_new, again.documents) == (False, taken.documents)
    told = [entry.action for entry in await place.desk.board.audit() if entry.subject == f"file/{taken.file.id}"]
    assert told == ["file.received", "file.refused"]


@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
async def test_other_encodings_are_read(place: Town, encoding: str) -> None:
    submission = await place.desk.intake.submit(ORDER.encode(encoding), "a.txt", "test", OFFICER)
    assert submission.documents[0].reading.number == "03/CĐ-UBND"


async def test_a_damaged_byte_is_shown_as_a_problem_and_the_rest_is_read(place: Town) -> None:
    damaged = ORDER.encode().replace("xuồng".encode(), b"xu\xff\xfeng", 1)
    submission = await place.desk.intake.submit(damaged, "a.txt", "test", OFFICER)
    assert submission.documents[0].reading.number == "03/CĐ-UBND"
    assert {problem.code for problem in submission.file.problems} & {"bad_encoding", "mixed_encoding"}


async def test_a_document_without_orders_is_kept_and_not_offered(place: Town) -> None:
    text = (
        "ỦY BAN NHÂN DÂN TỈNH LẠNG SƠN\nSố: 12/TB-UBND\nLạng Sơn, ngày 10 tháng 7 năm 2023\n"
        "THÔNG BÁO\nVề lịch họp mặt cán bộ hưu trí\nBuổi họp mặt dự kiến vào đầu tháng sau, tại hội trường."
    )
    submission = await place.desk.intake.submit(text.encode(), "thong-bao.txt", "test", OFFICER)
    (document,) = submission.documents
    assert (document.reading.is_recognised, document.reading.is_emergency) == (True, False)
    assert (await place.desk.board.overview()).waiting == ()
    with pytest.raises(Invalid, match="không giao nhiệm vụ"):
        await place.desk.release.approve(document.id, OFFICER)


async def test_the_same_document_twice_is_one(place: Town) -> None:
    first = await place.desk.intake.submit(ORDER.encode(), "a.txt", "test", OFFICER)
    second = await place.desk.intake.submit(ORDER.encode(), "b.txt", "test", OFFICER)
    assert (first.is_new, second.is_new) == (True, False)
    assert [d.id for d in first.documents] == [d.id for d in second.documents]
    assert len(await place.desk.board.documents()) == 1


async def test_a_forged_telegram_callback_is_refused_and_acknowledges_nothing(place: Town) -> None:
    view = await place.releases("two-districts.txt")
    for body in ("huyen-cao-loc", "huyen-trang-dinh"):
        place.phone(body).receives("03/CĐ-UBND")
        place.phone(body).receives("03/CĐ-UBND")
    code = (await place.board(view.dispatch.id))["huyen-cao-loc"].notice.code
    chat = place.phone("huyen-cao-loc").telegram
    assert chat is not None
    update = {"update_id": 1, "message": {"message_id": 9, "date": 0, "chat": chat.chat, "from": chat.user, "text": f"1 {code}"}}
    url = f"{place.desk.settings.web.public_url}/hooks/telegram/telegram"
    async with aiohttp.ClientSession() as session:
        for headers in ({}, {"X-Telegram-Bot-Api-Secret-Token": "guess"}):
            async with session.post(url, data=json.dumps(update), headers=headers) as answer:
                assert answer.status == 403
        twilio = f"{place.desk.settings.web.public_url}/hooks/twilio/sms/sms"
        form = {"MessageSid": "SM1", "From": "+84900000001", "To": "+15005550006", "Body": f"1 {code}"}
        async with session.post(twilio, data=form, headers={"X-Twilio-Signature": "forged"}) as answer:
            assert answer.status == 403
    await place.settle()
    assert (await place.board(view.dispatch.id))["huyen-cao-loc"].silent


async def test_nobody_acknowledges_for_a_body_they_do_not_answer_for(place: Town) -> None:
    view = await place.releases("two-districts.txt")
    for body in ("huyen-cao-loc", "huyen-trang-dinh"):
        place.phone(body).receives("03/CĐ-UBND")
        place.phone(body).receives("03/CĐ-UBND")
    code = (await place.board(view.dispatch.id))["huyen-cao-loc"].notice.code
    place.phone("huyen-van-lang").texts(f"1 {code}")
    await place.settle()
    assert (await place.board(view.dispatch.id))["huyen-cao-loc"].silent
    place.phone("huyen-van-lang").receives("không có văn bản nào chờ")


async def test_an_internal_document_goes_out_as_a_summons_without_its_text(place: Town) -> None:
    internal = ORDER.replace("HỎA TỐC", "LƯU HÀNH NỘI BỘ\nHỎA TỐC").encode()
    submission = await place.desk.intake.submit(internal, "a.txt", "test", OFFICER)
    document = submission.documents[0]
    assert any("nội bộ" in warning for warning in (await place.desk.review.preview(document.id)).warnings)
    await place.desk.release.approve(document.id, OFFICER)
    await place.settle()
    for body in ("huyen-cao-loc", "huyen-trang-dinh"):
        for _ in range(2):
            text = place.phone(body).receives("03/CĐ-UBND", "nội bộ")
            assert "bãi sông" not in text
            assert "Thất Khê" not in text


async def test_a_drill_through_a_stand_in_is_marked_and_an_old_order_carries_a_warning(place: Town) -> None:
    place.clock.forward(days=90)
    submission = await place.desk.intake.submit(DOCUMENT.read_bytes(), "a.txt", "test", OFFICER)
    document = submission.documents[0]
    assert any("cách đây" in warning for warning in (await place.desk.review.preview(document.id)).warnings)
    await place.desk.release.approve(document.id, OFFICER, is_drill=True)
    await place.settle()
    got = [text for phone in place.phones() for _, text in phone.unread()]
    assert got
    assert all(text.startswith("DIỄN TẬP") and text.endswith("DIỄN TẬP") for text in got)
    assert (await place.desk.board.document(document.id)).document.state is DocumentState.READ
    for phone in place.phones():
        phone.reads_everything()
