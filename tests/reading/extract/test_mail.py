"""Messages give their words and what is attached to them."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from alertd.reading.extract import Extracted, Unreadable, extract
from alertd.reading.limits import Limits
from tests.reading.extract.docx_files import docx, paragraph
from tests.reading.extract.pdf_files import column, pdf

ORDER = "1. Sở Y tế cấp thuốc cho xã Bản Hẻo."


def message(words: str = "Kính gửi trực ban.", subject: str = "Công điện số 7") -> EmailMessage:
    made = EmailMessage()
    made["Subject"] = subject
    made["From"] = "van-thu@vi-du.vn"
    made["Message-ID"] = "<1@vi-du.vn>"
    made.set_content(words)
    return made


def attach(to: EmailMessage, content: bytes, name: str) -> EmailMessage:
    to.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return to


def read(mail: EmailMessage | bytes) -> Extracted:
    return extract(mail if isinstance(mail, bytes) else mail.as_bytes(), "thư.eml", Limits())


def text(mail: EmailMessage | bytes) -> list[str]:
    return [line for line in read(mail).lines if line]


def test_the_subject_and_the_words_of_a_message_are_read() -> None:
    assert text(message(f"CÔNG ĐIỆN\n{ORDER}")) == ["Công điện số 7", "CÔNG ĐIỆN", ORDER]


def test_an_attached_file_is_read_as_the_file_that_it_is() -> None:
    mail = attach(message(), docx(paragraph(ORDER)), "công điện.docx")
    assert text(mail) == ["Công điện số 7", "Kính gửi trực ban.", ORDER]
    assert read(mail).format == "eml"


def test_of_an_attached_pdf_the_lines_that_go_on_are_known() -> None:
    lines = ["Sở Y tế chuẩn bị đủ thuốc, cử người trực; phối hợp", "Trung tâm Kiểm soát bệnh tật."]
    found = read(attach(message(), pdf([column(60, 700, lines)]), "a.pdf"))
    assert [found.lines[place] for place in found.going_on] == lines[1:]


def test_the_page_is_read_and_not_the_plain_words_that_say_the_same() -> None:
    mail = message("xem dạng HTML")
    mail.add_alternative(f"<p>CÔNG ĐIỆN</p><p>{ORDER}</p>", subtype="html")
    assert text(mail) == ["Công điện số 7", "CÔNG ĐIỆN", ORDER]


def test_a_message_in_a_message_is_read() -> None:
    mail = message()
    mail.add_attachment(message(ORDER))
    assert ORDER in text(mail)


def test_a_saved_page_in_the_form_of_a_message_is_read_without_its_pictures() -> None:
    page = b"Content-Type: text/html; charset=utf-8\n\n<p>" + ORDER.encode() + b"</p>\n"
    saved = b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=B\n\n--B\n%b--B\nContent-Type: image/png\n\nx\n--B--\n" % page
    assert text(saved) == [ORDER]


def test_what_cannot_be_read_of_a_message_is_told_and_the_rest_is_read() -> None:
    found = read(attach(message(ORDER), b"\x89PNG\r\n\x1a\n", "ảnh.png"))
    assert ORDER in found.lines
    assert [(problem.code, "ảnh.png" in problem.text) for problem in found.problems] == [("attachment_left_out", True)]


def test_a_message_of_which_nothing_can_be_read_is_refused_with_the_reason() -> None:
    with pytest.raises(Unreadable) as refusal:
        read(attach(message(" "), b"\x89PNG\r\n\x1a\n", "ảnh.png"))
    assert refusal.value.code == "unsupported"


def test_a_message_of_very_many_parts_is_refused() -> None:
    mail = message()
    for number in range(101):
        attach(mail, b"x", f"{number}.txt")
    with pytest.raises(Unreadable) as refusal:
        read(mail)
    assert refusal.value.code == "too_large"


def test_a_telegram_that_begins_like_headers_is_a_text() -> None:
    assert read("Subject: về bão\nMat khau: không\n\nCông điện".encode()).format == "txt"
