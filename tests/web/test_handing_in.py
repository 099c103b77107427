"""A file or a pasted text is handed in, and the officer sees what became of all of it."""

from __future__ import annotations

from io import BytesIO

from aiohttp import FormData

from tests.web import order
from tests.web.duty import Duty, Officer, csrf_on

BULLETIN = """Nhảy đến nội dung

Chỉ đạo nổi bật trong tuần

Công điện ứng phó mưa lũ

UBND tỉnh ban hành Công điện số 12/CĐ-UBND, ngày 4/6/2023 về ứng phó mưa lũ.

Sở Y tế cấp thuốc cho các xã bị chia cắt.

Phê duyệt dự án đường Khe Sặt

UBND tỉnh phê duyệt dự án tại Quyết định số 55/QĐ-UBND, ngày 5/6/2023."""


async def test_a_text_is_handed_in_and_read(duty: Duty, officer: Officer) -> None:
    response = await officer.sends("/documents", "/documents", text="\n".join(order.PARAGRAPHS))
    assert response.status == 303
    document = (await duty.desk.board.documents())[0]
    assert document.reading.number == "77/CĐ-UBND"
    assert response.headers["Location"] == f"/documents/{document.id}?done=submitted"
    response = await officer.sends("/documents", "/documents", text="\n".join(order.PARAGRAPHS))
    assert response.headers["Location"].endswith("done=known")


async def test_a_file_is_handed_in_and_its_name_is_only_shown(duty: Duty, officer: Officer) -> None:
    csrf = csrf_on(await officer.opens("/documents"))
    content = "\n".join(order.PARAGRAPHS).encode()

    form = FormData()
    form.add_field("csrf", csrf)
    form.add_field("file", content, filename="../<b>x</b>.txt", content_type="text/plain")
    form.add_field("text", "")
    response = await officer.client.post("/documents", data=form, allow_redirects=False)
    assert response.status == 303
    page = await officer.opens(response.headers["Location"])
    assert "<b>x" not in page


async def test_a_secret_document_is_refused_with_a_sentence(officer: Officer) -> None:
    response = await officer.sends("/documents", "/documents", text="MẬT\n" + "\n".join(order.PARAGRAPHS))
    assert response.status == 422
    assert "Không thực hiện được" in await response.text()


async def test_nothing_handed_in_is_said_to_be_nothing(officer: Officer) -> None:
    response = await officer.sends("/documents", "/documents", text="  ")
    assert response.status == 422


async def test_an_upload_beyond_the_limit_is_refused(duty: Duty, officer: Officer) -> None:
    form = FormData({"csrf": csrf_on(await officer.opens("/documents"))})
    form.add_field("file", BytesIO(b"x" * (duty.desk.settings.intake.max_bytes + 300_000)), filename="x.txt")
    response = await officer.client.post("/documents", data=form, allow_redirects=False)
    assert response.status == 413


async def test_a_file_in_which_nothing_is_recognised_is_shown_until_somebody_decides(duty: Duty, officer: Officer) -> None:
    answer = await officer.sends("/documents", "/documents", text="Nước suối Nà Mẫu lên nhanh.\nBà con sang nhà người quen ngủ.")
    page = await officer.opens(answer.headers["Location"])
    for words in ("Không nhận ra, cần cán bộ xem", "Nước suối Nà Mẫu lên nhanh", "Cần cán bộ xem:", "Xem trước và phát…"):
        assert words in page
    document = (await duty.desk.board.documents())[0].id
    for words in ("Không nhận ra, cần cán bộ xem", "Xem và quyết định"):
        assert words in await officer.opens("/")
    await officer.sends(f"/documents/{document}", f"/documents/{document}/reject", reason="tin nhắn, không phải lệnh")
    assert "Không nhận ra, cần cán bộ xem" not in await officer.opens("/")


async def test_a_document_of_several_shows_the_others_and_what_belongs_to_none(duty: Duty, officer: Officer) -> None:
    await officer.sends("/documents", "/documents", text=BULLETIN)
    decision, telegram = await duty.desk.board.documents()
    page = await officer.opens(f"/documents/{telegram.id}")
    assert "Phần khác của tệp: 1 văn bản khác, có phần không thuộc văn bản nào" in page
    assert f'<a href="/documents/{decision.id}">55/QĐ-UBND' in page
    assert "<p>Nhảy đến nội dung</p>" in page
    assert "<p>Chỉ đạo nổi bật trong tuần</p>" in page


async def test_of_much_that_belongs_to_no_document_a_page_shows_the_beginning(duty: Duty, officer: Officer) -> None:
    await officer.sends("/documents", "/documents", text=f"{'Rao vặt. ' * 5_000}\n\n{BULLETIN}")
    (telegram,) = [d for d in await duty.desk.board.documents() if d.reading.is_emergency]
    page = await officer.opens(f"/documents/{telegram.id}")
    assert 2_000 < page.count("Rao vặt.") < 2_500
    assert "<p>…</p>" in page
