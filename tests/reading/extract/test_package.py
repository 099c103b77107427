"""Packed files can neither flood this machine nor make it fetch or expand anything."""

from __future__ import annotations

import io
import zipfile

import pytest

from alertd.reading.extract import Unreadable, extract
from alertd.reading.limits import MIB, Limits
from tests.reading.extract.docx_files import docx, packed, paragraph, part


def refusal_of(content: bytes, limits: Limits | None = None) -> Unreadable:
    with pytest.raises(Unreadable) as refusal:
        extract(content, "a.docx", limits or Limits())
    return refusal.value


def test_a_bomb_is_known_by_the_size_that_it_declares() -> None:
    bomb = docx(paragraph("x"), {"word/media/image1.bmp": bytes(3 * MIB)})
    refusal = refusal_of(bomb, Limits(max_unpacked_bytes=2 * MIB))
    assert refusal.code == "too_large"
    assert "2 MB" in refusal.sentence


def test_a_bomb_is_known_by_how_much_it_grows() -> None:
    refusal = refusal_of(docx(paragraph("x"), {"word/media/image1.bmp": bytes(3 * MIB)}))
    assert refusal.code == "too_large"
    assert "200 lần" in refusal.sentence


def test_a_part_of_nothing_but_markup_is_not_parsed() -> None:
    limits = Limits(max_characters=1_000)
    assert refusal_of(docx(paragraph("x") * 500), limits).code == "too_large"


def test_an_entry_larger_than_it_declares_is_never_unpacked_beyond_that() -> None:
    content = docx(paragraph("x" * 10_000))
    size = zipfile.ZipFile(io.BytesIO(content)).getinfo("word/document.xml").file_size
    lying = content.replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert refusal_of(lying).code == "broken"


def test_a_directory_of_very_many_entries_is_not_opened() -> None:
    assert refusal_of(packed({f"word/{index}": b"" for index in range(5_001)})).code == "too_large"


def test_archives_inside_are_not_opened() -> None:
    inner = packed({"bomb": bytes(5 * MIB)})
    assert extract(docx(paragraph("x"), {"word/embeddings/a.zip": inner}), "", Limits()).lines == ("x", "")


def test_a_locked_archive_is_said_to_be_encrypted() -> None:
    content = bytearray(docx(paragraph("x")))
    start = content.index(b"PK\x01\x02")
    content[start + 8] |= 1
    assert refusal_of(bytes(content)).code == "encrypted"


LAUGHS = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]>'
EVIL = part("document", "<w:body><w:p><w:r><w:t>&b;&c;</w:t></w:r></w:p></w:body>").replace("?>", "?>" + LAUGHS, 1)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("name", ["word/document.xml", "word/numbering.xml", "word/styles.xml", "word/header1.xml", "_rels/.rels"])
def test_a_document_type_in_any_part_is_refused(name: str, encoding: str) -> None:
    declared = EVIL.replace("UTF-8", "UTF-16") if encoding == "utf-16" else EVIL
    refusal = refusal_of(docx(paragraph("x"), {name: declared.encode(encoding)}))
    assert refusal.code == "broken"


def test_a_part_that_names_a_hiding_encoding_is_read_as_the_standard_demands() -> None:
    hidden = EVIL.replace("UTF-8", "UTF-7").encode("utf-7")
    assert refusal_of(docx(paragraph("x"), {"word/document.xml": hidden})).code == "broken"
