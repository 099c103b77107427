"""Whatever comes in, extraction answers with lines or with a reason that an officer can read."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alertd.reading.extract import Extracted, Unreadable, extract
from alertd.reading.limits import MIB, Limits
from tests.reading.extract.docx_files import docx, item, level, numbering, packed, paragraph, part, row, table
from tests.reading.extract.pdf_files import column, pdf
from tests.reading.extract.texts import TELEGRAM

LOCKED = "EncryptedPackage".encode("utf-16-le")
OLD_WORD = "WordDocument".encode("utf-16-le")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100)


@pytest.mark.parametrize(
    ("content", "name", "found"),
    [
        (TELEGRAM.encode(), "a.pdf", "txt"),
        (b"<p>x</p>", "a.txt", "html"),
        (b"<i>x</i>", "a.HTM", "html"),
        (b"<i>x</i>", "a.txt", "txt"),
        (docx(paragraph("x")), "a.txt", "docx"),
        (pdf([column(60, 700, ["x"])]), "a.docx", "pdf"),
        (b"\n\n" + pdf([column(60, 700, ["x"])]), "", "pdf"),
    ],
)
def test_the_content_decides_the_format(content: bytes, name: str, found: str) -> None:
    assert extract(content, name, Limits()).format == found


@pytest.mark.parametrize(
    ("content", "code", "word"),
    [
        (OLE + LOCKED, "encrypted", "mật khẩu"),
        (OLE + OLD_WORD, "unsupported", ".docx hoặc PDF"),
        (OLE, "unsupported", ".docx hoặc PDF"),
        (b"{\\rtf1 x}", "unsupported", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "unsupported", "ảnh"),
        (b"\xff\xd8\xff\xe0", "unsupported", "ảnh"),
        (b"Rar!\x1a\x07\x01\x00", "unsupported", "giải nén"),
        (b"7z\xbc\xaf\x27\x1c\x00\x04", "unsupported", "giải nén"),
        (packed({"công điện.docx": "x", "b.pdf": "y"}), "unsupported", "giải nén"),
        (packed({"content.xml": "x", "mimetype": "application/vnd.oasis.opendocument.text"}), "unsupported", "OpenDocument"),
        (packed({"xl/workbook.xml": "x"}), "unsupported", "Excel"),
        (packed({"ppt/presentation.xml": "x"}), "unsupported", "PowerPoint"),
        (b"\0\0\0\x18ftypheic" + bytes(20), "unsupported", "ảnh"),
        (b"RIFF\x24\0\0\0WEBPVP8 ", "unsupported", "ảnh"),
        (b"\0\0\0\x20ftypisom" + bytes(20), "unsupported", "phim"),
        (b'<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?><w:wordDocument/>', "unsupported", "Word"),
        (b'<?xml version="1.0"?><office:document/>', "unsupported", "XML"),
    ],
)
def test_formats_that_are_known_and_not_read_are_named(content: bytes, code: str, word: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        extract(content, "a.docx", Limits())
    assert refusal.value.code == code
    assert word in refusal.value.sentence


def test_words_of_another_language_or_of_none_are_told_of() -> None:
    broken = "Y bn nhn dn tnh ch đo cc xa, phng khn trng ng ph vi ma lt. " * 4
    assert [problem.code for problem in extract(broken.encode(), "a.txt", Limits()).problems] == ["unlike_vietnamese"]
    assert not extract(TELEGRAM.encode(), "a.txt", Limits()).problems


def test_a_file_over_the_limit_is_refused_before_anything_else() -> None:
    with pytest.raises(Unreadable) as refusal:
        extract(bytes(50 * MIB), "a.docx", Limits())
    assert refusal.value.code == "too_large"
    assert "30 MB" in refusal.value.sentence


@pytest.mark.parametrize("content", [b"a" * 1001, b"<p>" + b"a" * 1001, "ệ".encode() * 2000])
def test_a_text_over_the_limit_is_refused_with_the_limit(content: bytes) -> None:
    with pytest.raises(Unreadable) as refusal:
        extract(content, "", Limits(max_characters=1_000))
    assert refusal.value.code == "too_large"
    assert "1.000 ký tự" in refusal.value.sentence


def check_answer(content: bytes, name: str) -> None:
    """Any answer is one of the two, and whole: no line holds a line end, no blank line holds white space."""
    try:
        answer: Extracted | Unreadable = extract(content, name, Limits())
    except Unreadable as refusal:
        answer = refusal
    if isinstance(answer, Unreadable):
        assert answer.sentence.endswith(".")
    else:
        assert all("\n" not in line and (not line or line.strip()) for line in answer.lines)
        assert any(answer.lines)


NAMES = st.sampled_from(["a.txt", "a.html", "a.docx", "a.pdf", ""])
OPENINGS = st.sampled_from([b"", b"<p>", b"PK\x03\x04", b"%PDF-1.7\n", b"\xff\xfe", b"\xef\xbb\xbf", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"])


@settings(deadline=None)
@given(OPENINGS, st.binary(max_size=400), NAMES)
def test_any_bytes_are_answered(opening: bytes, content: bytes, name: str) -> None:
    check_answer(opening + content, name)


@settings(deadline=None)
@given(st.text(max_size=200), st.sampled_from(["utf-8", "utf-16", "utf-16-le", "cp1258"]), NAMES)
def test_any_text_is_answered(text: str, codec: str, name: str) -> None:
    check_answer(text.encode(codec, "replace"), name)


BODY = item("một") + item("hai", 1) + table(row(paragraph("a"), paragraph("b")))
LISTS = numbering(level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)"))
MAIL = (
    b"MIME-Version: 1.0\nSubject: a\nContent-Type: multipart/mixed; boundary=B\n\n--B\n\nx\n--B\nContent-Type: text/html\n\n<p>y\n--B--\n"
)
WHOLE = [
    docx(BODY, LISTS),
    pdf([column(60, 700, ["Công điện", "số 2"])] * 2),
    "<ol><li>một<table><td>hai".encode(),
    TELEGRAM.encode(),
    MAIL,
]


def damaged(content: bytes, chance: random.Random) -> bytes:
    """The file with some bytes changed, taken out or doubled."""
    damage = bytearray(content)
    for _ in range(chance.choice([1, 5, 30])):
        place = chance.randrange(len(damage) + 1)
        length = chance.randrange(40)
        match chance.randrange(3):
            case 0:
                damage[place : place + 1] = bytes([chance.randrange(256)])
            case 1:
                del damage[place : place + length]
            case _:
                damage[place:place] = damage[place : place + length]
    return bytes(damage)


@settings(deadline=None)
@given(st.sampled_from(WHOLE), st.randoms(use_true_random=False), NAMES)
def test_any_damaged_file_is_answered(content: bytes, chance: random.Random, name: str) -> None:
    check_answer(damaged(content, chance), name)


@settings(deadline=None)
@given(st.sampled_from(["document", "numbering", "styles"]), st.randoms(use_true_random=False))
def test_any_damage_inside_a_word_file_is_answered(name: str, chance: random.Random) -> None:
    whole = {"document": part("document", f"<w:body>{BODY}</w:body>"), "numbering": LISTS["word/numbering.xml"], "styles": "<s/>"}
    parts: dict[str, str | bytes] = {f"word/{each}.xml": xml for each, xml in whole.items()}
    parts[f"word/{name}.xml"] = damaged(whole[name].encode(), chance)
    check_answer(packed(parts), "a.docx")
