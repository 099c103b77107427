"""PDF files with text give their printed lines in reading order."""

from __future__ import annotations

import unicodedata

import pytest

from alertd.reading.extract import Extracted, Unreadable, extract
from alertd.reading.limits import Limits
from tests.reading.extract.pdf_files import Words, column, pdf
from tests.reading.extract.texts import ALPHABET, in_tcvn3

LEFT = column(60, 780, ["ỦY BAN NHÂN DÂN", "TỈNH VÂN SƠN", "Số: 07/CĐ-UBND"])
RIGHT = column(300, 780, ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA", "Độc lập - Tự do", "Vân Sơn, ngày 12/9"])
BODY = [Words(250, 690, "CÔNG ĐIỆN"), *column(60, 660, ["Yêu cầu các đơn vị rà soát, sơ tán các hộ ở vùng", "trũng thấp trước 17 giờ."])]


def read(*pages: list[Words]) -> Extracted:
    return extract(pdf(pages), "công điện.pdf", Limits())


def lines(words: list[Words]) -> list[str]:
    return [each.text for each in words]


def refusal_of(content: bytes, limits: Limits | None = None) -> Unreadable:
    with pytest.raises(Unreadable) as refusal:
        extract(content, "a.pdf", limits or Limits())
    return refusal.value


def test_every_letter_of_the_alphabet_is_read() -> None:
    half = len(ALPHABET) // 2
    small, capitals = ALPHABET[:half], ALPHABET[half:]
    assert read([Words(30, 700, small, 10)]).lines == (small,)
    assert read([Words(30, 700, capitals, 10)]).lines == (capitals,)


@pytest.mark.parametrize(
    "drawn",
    [
        [*LEFT, *RIGHT, *BODY],
        [*RIGHT, *LEFT, *BODY],
        [*BODY, *RIGHT, *LEFT],
        [*RIGHT, *BODY, *LEFT],
        [*LEFT, *BODY, *RIGHT],
        [*(words for pair in zip(LEFT, RIGHT, strict=True) for words in pair), *BODY],
        [*(words for pair in zip(RIGHT, LEFT, strict=True) for words in pair), *BODY],
    ],
    ids=[
        "cell by cell",
        "right cell first",
        "body first",
        "left cell last",
        "right cell last",
        "line by line",
        "line by line from the right",
    ],
)
def test_a_letterhead_is_read_left_block_then_right_block_however_it_was_drawn(drawn: list[Words]) -> None:
    assert list(read(drawn).lines) == lines([*LEFT, *RIGHT, *BODY])


def test_a_signature_drawn_before_the_text_above_it_and_the_list_beside_it_is_read_after_them() -> None:
    left = column(60, 610, ["Nơi nhận:", "- Như trên;", "- Báo Vân Sơn;", "- Lưu: VT."])
    right = column(350, 610, ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "ký", "Lò Văn Mẫu"])
    assert list(read([*right, *BODY, *left]).lines) == lines([*BODY, *left, *right])


def test_a_letterhead_drawn_last_stands_between_the_documents_that_it_parts() -> None:
    above = column(60, 800, ["Trên đây là thông báo để các đơn vị được biết và thực hiện./."])
    lower = [Words(each.x, each.y - 40, each.text) for each in (*LEFT, *RIGHT, *BODY)]
    head, body = lower[: len(LEFT) + len(RIGHT)], lower[len(LEFT) + len(RIGHT) :]
    assert list(read([*above, *body, *head]).lines) == lines([*above, *head, *body])


def test_recipients_stand_before_the_signature_beside_them() -> None:
    left = column(60, 300, ["Nơi nhận:", "- Như trên;", "- Báo Vân Sơn;", "- Đài PTTH tỉnh;", "- Lưu: VT."])
    right = column(350, 300, ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"])
    by_line = [left[0], right[0], left[1], right[1], *left[2:], Words(350, 200, "Nguyễn Văn A")]
    assert list(read([*BODY, *by_line]).lines) == [*lines([*BODY, *left, *right]), "Nguyễn Văn A"]


def test_words_of_letters_put_together_from_signs_are_parted_where_they_stand_apart() -> None:
    drawn = [unicodedata.normalize("NFD", word) for word in ("hồ", "Kẻ", "Vỡ", "xả", "lũ")]
    found = read([*BODY, *(Words(60 + 21 * place, 600, word) for place, word in enumerate(drawn))])
    assert unicodedata.normalize("NFC", found.lines[-1]) == "hồ Kẻ Vỡ xả lũ"


def test_words_that_stand_closer_than_a_space_are_parted() -> None:
    close = [Words(60 + at, 600, word, 10) for at, word in ((0, "Nghiêm"), (31.3, "cấm"), (47.6, "người"), (73.9, "qua"), (90.2, "lại"))]
    assert read([*BODY, *close]).lines[-1] == "Nghiêm cấm người qua lại"


@pytest.mark.parametrize("is_torn", [False, True])
def test_a_number_and_a_day_that_were_set_in_last_stand_in_their_blanks(is_torn: bool) -> None:
    number = [Words(60, 744, "Số:"), Words(132, 744, "/CĐ-UBND")] if is_torn else [Words(60, 744, "Số:   /CĐ-UBND")]
    dated = (
        [Words(300, 744, "Vân Sơn, ngày"), Words(440, 744, "tháng 9 năm 2024")]
        if is_torn
        else [Words(300, 744, "Vân Sơn, ngày   tháng 9 năm 2024")]
    )
    set_in = [Words(102 if is_torn else 86, 744, "07"), Words(410 if is_torn else 397, 744, "12")]
    found = read([*LEFT[:2], *number, *RIGHT[:2], *dated, *BODY, *set_in])
    assert [" ".join(line.split()).replace(" /", "/") for line in found.lines] == [
        *lines(LEFT[:2]), "Số: 07/CĐ-UBND", *lines(RIGHT[:2]), "Vân Sơn, ngày 12 tháng 9 năm 2024", *lines(BODY),
    ]  # fmt: skip


def test_what_a_program_for_signatures_prints_stands_behind_the_text() -> None:
    printed = ["Ký bởi: Văn phòng UBND", "tỉnh Vân Sơn", "Cơ quan: UBND tỉnh Vân Sơn", "Ngày ký: 12.9.2024 15:29:32"]
    found = read([*LEFT, *RIGHT, *[Words(330, 650 - 9 * i, line, 7) for i, line in enumerate(printed)], *BODY])
    assert list(found.lines) == [*lines([*LEFT, *RIGHT, *BODY]), *printed]


def test_what_a_program_for_signatures_prints_may_have_its_values_on_lines_of_their_own() -> None:
    printed = ["Ký bởi: UBND TỈNH", "VÂN SƠN", "Cơ quan: VĂN PHÒNG", "Thời gian ký:", "12.09.2024 08:15"]
    small = [Words(430, 830 - 8 * index, line, 7) for index, line in enumerate(printed)]
    assert list(read([*LEFT, *small, *RIGHT, *BODY]).lines) == [*lines([*LEFT, *RIGHT, *BODY]), *printed]


def test_the_stamp_of_an_office_where_it_arrived_stands_behind_the_text() -> None:
    stamp = [Words(10, 600 - 11 * index, line, 8) for index, line in enumerate(["ĐẾN", "Số: 1207", "Ngày: 13/9/2024", "Chuyển: P. Hai"])]
    further = column(60, 780, ["Các xã báo cáo trước 16 giờ."])
    assert list(read([*LEFT, *RIGHT, *BODY, *stamp], further).lines) == lines([*LEFT, *RIGHT, *BODY, *further, *stamp])


def test_what_the_gazette_prints_above_its_pages_is_left_out() -> None:
    head = [Words(60, 810, "4"), Words(200, 810, "CÔNG BÁO/Số 15 + 16/Ngày 20-9-2024")]
    assert list(read([*head, *LEFT, *RIGHT, *BODY]).lines) == lines([*LEFT, *RIGHT, *BODY])


def test_a_figure_beside_words_that_leave_no_blank_for_it_stays_apart() -> None:
    found = read([Words(60, 744, "Số hộ phải di dời"), *BODY, Words(250, 744, "45")])
    assert {"Số hộ phải di dời", "45"} <= set(found.lines)


def test_rows_of_a_table_of_three_columns_stay_rows() -> None:
    rows = [["1", "Huyện Cao Lâm", "120 hộ"], ["2", "Huyện Hồ Sen", "85 hộ"]]
    drawn = [Words(60 + 200 * place, 700 - 18 * at, cell) for at, row in enumerate(rows) for place, cell in enumerate(row)]
    assert list(read(drawn).lines) == [cell for row in rows for cell in row]


def test_page_numbers_and_running_headers_are_taken_out_of_sentences() -> None:
    texts = [["câu một"], ["câu hai", "lặp lại 8"], ["câu ba", "lặp lại 9"]]
    pages = [
        [Words(60, 810, f"Công báo số {number}/2023"), Words(290, 790, f"- {number} -"), *column(60, 760, text)]
        for number, text in enumerate(texts, start=1)
    ]
    del pages[0][1]
    assert read(*pages).lines == tuple(line for text in texts for line in text)


def test_the_letterhead_that_opens_every_document_of_a_bundle_stays() -> None:
    assert list(read([*LEFT, *RIGHT, *BODY], [*LEFT, *RIGHT, *BODY]).lines) == lines([*LEFT, *RIGHT, *BODY]) * 2


def test_a_footer_that_counts_the_pages_in_words_is_taken_out_of_the_last_one_too() -> None:
    footers = [f"Trực ban tỉnh - tờ {number} trên tổng số 2 tờ" for number in (1, 2)]
    pages = [[*column(72, 700, ["Sở Y tế cấp", "thuốc cho"]), *column(72, 40, [footer])] for footer in footers]
    assert "tổng số" not in " ".join(read(*pages).lines)


def test_a_page_drawn_by_a_browser_with_its_header_last_is_read_from_the_top() -> None:
    left, right = column(60, 300, ["Nơi nhận:", "- Lưu: VT."]), column(350, 300, ["CHỦ TỊCH", "Nguyễn Văn A"])
    header, footer = Words(60, 820, "in lúc 7 giờ"), Words(60, 30, "trang tin của tỉnh")
    assert list(read([*BODY, *left, *right, header, footer]).lines) == lines([header, *BODY, *left, *right, footer])


def test_a_stamp_in_the_footer_of_every_page_is_kept_once() -> None:
    pages = [[Words(60, 700, f"trang {name}"), Words(60, 40, "TỐI MẬT"), Words(500, 20, "1")] for name in ("một", "hai")]
    assert read(*pages).lines == ("trang một", "TỐI MẬT", "trang hai")


def test_figures_in_the_text_are_no_page_numbers() -> None:
    assert read([Words(60, 700, "trên"), Words(60, 682, "17"), Words(60, 664, "dưới")]).lines == ("trên", "17", "dưới")


def test_a_hyphen_at_the_end_of_a_line_stays() -> None:
    assert read(column(60, 700, ["Ban Chỉ huy PCTT-", "tkcn tỉnh"])).lines == ("Ban Chỉ huy PCTT-", "tkcn tỉnh")


def test_text_drawn_in_a_legacy_font_is_converted() -> None:
    extracted = read(column(60, 700, [in_tcvn3("Rà soát, sơ tán ngay các hộ"), in_tcvn3("ở vùng trũng thấp")]))
    assert extracted.lines == ("Rà soát, sơ tán ngay các hộ", "ở vùng trũng thấp")
    assert [problem.code for problem in extracted.problems] == ["legacy_encoding"]


def test_pages_without_text_are_named() -> None:
    extracted = read([], BODY, [])
    assert [problem.code for problem in extracted.problems] == ["pages_without_text"]
    assert "trang 1, 3 " in extracted.problems[0].text


def test_a_scan_is_said_to_be_one() -> None:
    refusal = refusal_of(pdf([[], []]))
    assert refusal.code == "unsupported"
    assert "bản chụp" in refusal.sentence


def test_too_many_pages_are_refused_with_the_limit() -> None:
    refusal = refusal_of(pdf([BODY] * 4), Limits(max_pages=3))
    assert refusal.code == "too_large"
    assert "giới hạn 3 trang" in refusal.sentence


def test_too_long_a_text_is_refused() -> None:
    assert refusal_of(pdf([BODY] * 4), Limits(max_characters=100)).code == "too_large"


def test_a_locked_file_is_said_to_be_encrypted() -> None:
    lock = b"<< /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >>" % (b"41" * 32, b"42" * 32)
    content = pdf([BODY], trailer=b"/Encrypt 3 0 R /ID [<00> <00>]", extra=[lock])
    assert refusal_of(content).code == "encrypted"


@pytest.mark.parametrize("content", [b"%PDF-1.7", b"%PDF-1.7\n" + bytes(500), pdf([BODY])[:300]])
def test_a_damaged_file_is_said_to_be_broken(content: bytes) -> None:
    assert refusal_of(content).code == "broken"


def test_a_file_without_its_end_is_read_as_far_as_it_goes_and_said() -> None:
    extracted = extract(pdf([BODY]).removesuffix(b"%%EOF"), "a.pdf", Limits())
    assert list(extracted.lines) == lines(BODY)
    assert [problem.code for problem in extracted.problems] == ["cut_off"]


TURNED = {
    1: [Words(100, 60, "CÔNG ĐIỆN", turn=1), Words(120, 60, "1. Sở Y tế trực ban;", turn=1), Words(140, 60, "2. Công an tỉnh.", turn=1)],
    2: [Words(540, 100, "CÔNG ĐIỆN", turn=2), Words(540, 120, "1. Sở Y tế trực ban;", turn=2), Words(540, 140, "2. Công an tỉnh.", turn=2)],
    3: [Words(500, 780, "CÔNG ĐIỆN", turn=3), Words(480, 780, "1. Sở Y tế trực ban;", turn=3), Words(460, 780, "2. Công an tỉnh.", turn=3)],
}


@pytest.mark.parametrize("turn", [1, 2, 3])
@pytest.mark.parametrize("is_shown_upright", [True, False])
def test_a_page_that_lies_on_its_side_or_head_is_read_as_if_it_stood(turn: int, *, is_shown_upright: bool) -> None:
    content = pdf([TURNED[turn]], rotate=turn * 90 if is_shown_upright else 0)
    assert list(extract(content, "a.pdf", Limits()).lines) == lines(TURNED[turn])


def test_words_along_the_margin_stand_after_the_text_and_cut_no_sentence() -> None:
    margin = Words(30, 500, "Bản điện tử có chữ ký số", 9, turn=1)
    first, second = BODY[:2], BODY[2:]
    assert list(read([*first, margin], [Words(60, 780, second[0].text)]).lines) == [*lines([*first, *second]), margin.text]


def test_a_ligature_is_the_letters_that_it_joins() -> None:
    assert read([Words(60, 700, "Wi-\ufb01 và Of\ufb01ce")]).lines == ("Wi-fi và Office",)


def test_a_word_drawn_letter_by_letter_is_one_word() -> None:
    spaced = [Words(60 + 7 * index, 700, letter) for index, letter in enumerate("Sở Y tế trực ban.")]
    assert read(spaced).lines == ("Sở Y tế trực ban.",)
