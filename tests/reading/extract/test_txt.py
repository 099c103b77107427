"""Plain text is read in every encoding in which Vietnamese offices have written."""

from __future__ import annotations

import codecs
import unicodedata

import pytest

from alertd.reading.extract import Extracted, Unreadable, extract
from alertd.reading.limits import Limits
from tests.reading.extract.texts import ALPHABET, TELEGRAM, as_latin_1, in_tcvn3, in_vni, in_windows_1258


def read(content: bytes) -> Extracted:
    return extract(content, "công điện.txt", Limits())


def codes(extracted: Extracted) -> list[str]:
    return [problem.code for problem in extracted.problems]


@pytest.mark.parametrize(
    "content",
    [
        TELEGRAM.encode(),
        codecs.BOM_UTF8 + TELEGRAM.encode(),
        TELEGRAM.encode("utf-16"),
        codecs.BOM_UTF16_BE + TELEGRAM.encode("utf-16-be"),
        TELEGRAM.encode("utf-16-le"),
        TELEGRAM.encode("utf-16-be"),
        TELEGRAM.encode("utf-32"),
        in_windows_1258(TELEGRAM),
        TELEGRAM.replace("\n", "\r\n").encode(),
        TELEGRAM.replace("\n", "\r").encode(),
        TELEGRAM.encode() + b"\x1a",
    ],
    ids=["utf-8", "utf-8-bom", "utf-16-bom", "utf-16-be-bom", "utf-16-le", "utf-16-be", "utf-32", "windows-1258", "crlf", "cr", "dos-end"],
)
def test_a_telegram_reads_the_same_in_every_standard_encoding(content: bytes) -> None:
    assert read(content) == Extracted(tuple(TELEGRAM.split("\n")), "txt")


def test_decomposed_letters_of_unicode_are_left_as_they_are() -> None:
    decomposed = unicodedata.normalize("NFD", TELEGRAM)
    assert read(decomposed.encode()).lines == tuple(decomposed.split("\n"))


def test_the_whole_alphabet_comes_back_from_windows_1258() -> None:
    text = " ".join(f"b{letter}" if letter.islower() else f"B{letter}" for letter in ALPHABET)
    assert read(in_windows_1258(text)).lines == (text,)


@pytest.mark.parametrize(
    "content", [in_tcvn3(TELEGRAM).encode("cp1252"), in_tcvn3(TELEGRAM).encode()], ids=["bytes", "pasted into unicode"]
)
def test_text_typed_in_a_tcvn3_font_is_recognised_by_its_letters(content: bytes) -> None:
    extracted = read(content)
    assert "\n".join(extracted.lines) == TELEGRAM
    assert codes(extracted) == ["legacy_encoding"]


@pytest.mark.parametrize("content", [in_vni(TELEGRAM).encode("cp1252"), in_vni(TELEGRAM).encode()], ids=["bytes", "pasted into unicode"])
def test_text_typed_in_a_vni_font_is_recognised_by_its_letters(content: bytes) -> None:
    extracted = read(content)
    assert "\n".join(extracted.lines) == TELEGRAM
    assert codes(extracted) == ["legacy_encoding"]


def test_typographic_quotes_survive_beside_legacy_letters() -> None:
    line = "Thực hiện phương châm “bốn tại chỗ” – không chủ quan…"
    assert read(in_tcvn3(line).encode("cp1252")).lines == (line,)


@pytest.mark.parametrize("old", [in_tcvn3(TELEGRAM).encode("cp1252"), in_vni(TELEGRAM).encode("cp1252"), in_windows_1258(TELEGRAM)])
def test_a_file_pasted_together_from_two_encodings_is_read_line_by_line(old: bytes) -> None:
    extracted = read(TELEGRAM.encode() + b"\n" + old)
    assert "\n".join(extracted.lines) == f"{TELEGRAM}\n{TELEGRAM}"
    assert "mixed_encoding" in codes(extracted)


def test_legacy_lines_among_unicode_lines_of_one_text_are_converted_alone() -> None:
    extracted = read(f"{TELEGRAM}\n{in_vni(TELEGRAM)}\n{TELEGRAM}".encode())
    assert "\n".join(extracted.lines) == f"{TELEGRAM}\n{TELEGRAM}\n{TELEGRAM}"
    assert codes(extracted) == ["legacy_encoding"]


def test_utf_8_shown_as_latin_1_is_undone_and_said() -> None:
    extracted = read(as_latin_1(TELEGRAM).encode())
    assert "\n".join(extracted.lines) == TELEGRAM
    assert codes(extracted) == ["mojibake"]


def test_a_single_broken_byte_is_shown_and_reported_and_the_rest_is_kept() -> None:
    content = TELEGRAM.encode().replace("bão số".encode(), b"b\xc3o s\xe1\xbb\x91")
    extracted = read(content)
    assert extracted.lines[4] == "Về việc chủ động ứng phó b\ufffdo số 3"
    assert extracted.lines[5:] == tuple(TELEGRAM.split("\n")[5:])
    assert codes(extracted) == ["bad_encoding"]


def test_a_stray_control_character_is_shown_as_damage() -> None:
    extracted = read(TELEGRAM.encode() + b"\x00")
    assert extracted.lines[-1].endswith("thuốc men.\ufffd")
    assert codes(extracted) == ["bad_encoding"]


def test_a_word_that_a_soft_hyphen_breaks_is_put_together_and_a_real_hyphen_stays() -> None:
    extracted = read("bản đồ infor\u00ad\nmation của PCTT-\nTKCN".encode())
    assert extracted.lines == ("bản đồ information", "của PCTT-", "TKCN")


def test_lines_of_white_space_are_blank_and_no_break_spaces_stay() -> None:
    assert read("a\u00a0b\n \t\u00a0\nc".encode()).lines == ("a\u00a0b", "", "c")


@pytest.mark.parametrize("content", [b"", b" \r\n\t", "\ufeff\n\u200b".encode(), codecs.BOM_UTF16_LE, "\u00a0".encode()])
def test_a_file_without_a_visible_letter_is_empty(content: bytes) -> None:
    with pytest.raises(Unreadable) as refusal:
        read(content)
    assert refusal.value.code == "empty"


@pytest.mark.parametrize("content", [bytes(range(256)) * 4, b"\x7fELF\x02\x01\x01" + bytes(64), bytes(1000)])
def test_noise_is_no_text(content: bytes) -> None:
    with pytest.raises(Unreadable) as refusal:
        read(content)
    assert refusal.value.code == "binary"


def test_the_strokes_of_a_letterhead_copied_from_a_page_part_its_cells_and_are_no_text() -> None:
    content = (
        "UBND TỈNH SƠN KHÊ\n|\nSố: 05/CĐ-UBND | Sơn Khê, ngày 1/9/2024 |\n | | \nCHỦ TỊCH điện:\n|\n- Sở Y tế.\n1 | Trực ban | Sở Y tế |"
    )
    assert read(content.encode()).lines == (
        "UBND TỈNH SƠN KHÊ",
        "",
        "Số: 05/CĐ-UBND | Sơn Khê, ngày 1/9/2024",
        "",
        "CHỦ TỊCH điện:",
        "",
        "- Sở Y tế.",
        "1 | Trực ban | Sở Y tế |",
    )


def test_a_message_that_was_passed_on_as_a_quotation_reads_as_it_was_written() -> None:
    quoted = "Chuyển các xã:\r\n> Bão số 4 mạnh lên.\r\n>\r\n> > Yêu cầu các xã > 50 hộ trực ban.\r\n>> Xong báo lại.\r\n"
    assert extract(quoted.encode(), "a.txt", Limits()).lines == (
        *("Chuyển các xã:", "Bão số 4 mạnh lên.", "", "Yêu cầu các xã > 50 hộ trực ban.", "Xong báo lại.", ""),
    )


def test_a_sign_before_a_few_lines_is_no_quotation() -> None:
    lines = ("Mực nước", "> 3 m", "báo động 3", "trực ban")
    assert extract("\n".join(lines).encode(), "a.txt", Limits()).lines == lines
