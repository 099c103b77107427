"""Where its lines stand shows which of them go on in a PDF."""

from __future__ import annotations

from datetime import date

from alertd.reading.extract import extract
from alertd.reading.limits import Limits
from alertd.reading.reader import read_file
from tests.reading.extract.pdf_files import Words, pdf

LEFT, SIZE, LEADING, LETTER = 60.0, 12.0, 16.0, 6.0
ORDER = [
    "1. Sở Y tế chuẩn bị đủ thuốc, cử người trực; phối hợp Trung tâm",
    "Kiểm soát bệnh tật phun hóa chất.",
    "2. Công an tỉnh điều tiết giao thông; chốt chặn tại ngầm Khe Sặt,",
    "Đồng Vai cho đến khi nước rút.",
]


def set_out(lines: list[str], indents: list[float] | None = None, steps: list[float] | None = None, top: float = 700) -> list[Words]:
    """The lines one below the other, each so far from the left margin, and so many points below the one before."""
    found, at = [], top
    for line, indent, step in zip(lines, indents or [0] * len(lines), steps or [LEADING] * len(lines), strict=True):
        at -= step
        found.append(Words(LEFT + indent, at, line, SIZE))
    return found


def going_on(*pages: list[Words]) -> list[int]:
    return sorted(extract(pdf(pages), "a.pdf", Limits()).going_on)


def test_a_line_goes_on_where_the_next_word_did_not_fit() -> None:
    assert going_on(set_out(ORDER)) == [1, 3]


def test_a_line_that_left_room_for_the_next_word_was_ended() -> None:
    assert going_on(set_out([*ORDER, "Các đơn vị trực ban.", "Sở Y tế báo cáo trước 17 giờ."])) == [1, 3]


def test_where_first_lines_are_indented_an_indented_line_begins_a_paragraph_under_a_full_one() -> None:
    full = "Yêu cầu các xã, phường di dời dân khỏi các vùng thấp trũng, nơi"
    lines = [full, "có nguy cơ sạt lở và các nơi ven sông, ven suối trên địa bàn tỉnh", "Công an tỉnh hỗ trợ."]
    assert going_on(set_out([*ORDER, *lines], [30, 0, 30, 0, 30, 0, 30])) == [1, 3, 5]


def test_lines_of_a_hanging_paragraph_go_on() -> None:
    assert going_on(set_out(ORDER, [0, 18, 0, 18])) == [1, 3]


def test_paragraphs_set_apart_are_told_by_the_space_between_them() -> None:
    lines = [*ORDER[:3], "Đồng Vai cho đến khi nước rút và các trụ sở không còn bị chia cắt", "Sở Công Thương trực."]
    assert going_on(set_out(lines, steps=[16, 16, 22, 16, 22])) == [1, 3]
    assert going_on(set_out(lines)) == [1, 3, 4]


def test_a_justified_line_short_of_the_margin_was_ended_however_long_the_next_word() -> None:
    full = ["a" * 40 + f" {'b' * 19}" for _ in range(4)]
    assert going_on(set_out([*full, "a" * 50, "Nghiêng"])) == [1, 2, 3, 4]


def test_a_sentence_goes_on_over_the_end_of_a_page() -> None:
    assert going_on(set_out(ORDER[:3]), set_out(ORDER[3:])) == [1, 3]


def test_columns_beside_one_another_do_not_go_on() -> None:
    left = set_out(["ỦY BAN NHÂN DÂN", "TỈNH VÂN SƠN", "Số: 07/CĐ-UBND"])
    right = set_out(["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Vân Sơn, ngày 12 tháng 9 năm 2024"], [240] * 3)
    assert going_on([*left, *right, *set_out(ORDER, top=600)]) == [7, 9]


def test_an_entry_of_the_list_beside_the_signature_goes_on() -> None:
    copies = ["Nơi nhận:", "- Như trên;", "- UBND các huyện: Đồng Vai, Khe", "Sặt, thị xã Bản Hẻo (t/h);", "- Lưu: VT", "(3 bản)."]
    signed = set_out(["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"], [300, 300], [LEADING, 80], top=600)
    assert going_on([*set_out(ORDER), *set_out(copies, top=600), *signed]) == [1, 3, 7]


def test_abbreviations_that_go_on_with_an_entry_are_no_heading() -> None:
    copies = ["Nơi nhận:", "- VPUB: LĐVP, các chuyên viên theo dõi, Cổng", "TTĐT, các phòng: NN, CN, KGVX, TH, NC;", "- Lưu: VT, NN."]
    found = read_file(pdf([[*set_out(ORDER), *set_out(copies, top=600)]]), "a.pdf", Limits(), date(2025, 1, 1))
    told = [" ".join(found.text[span.start : span.end].split()) for span in found.paragraphs]
    assert told[3:] == [" ".join(copies[1:3]), copies[3]]


def test_an_entry_of_a_list_far_from_the_margin_goes_on() -> None:
    sent = ["- Chủ tịch UBND các xã, phường: Bản Mây, Khe", "Sặt, Đồng Vai;", "- Giám đốc Sở Y tế"]
    assert going_on([*set_out(sent, [115] * 3), *set_out(ORDER, top=600)]) == [1, 4, 6]


def test_a_centred_heading_of_several_lines_goes_on_and_the_text_below_it_does_not() -> None:
    heading = ["Về việc tập trung ứng phó với mưa lớn, lũ và sạt lở đất trên", "nhiều địa bàn"]
    middle = LETTER * max(map(len, ORDER)) / 2
    assert going_on([*set_out(heading, [middle - LETTER * len(line) / 2 for line in heading]), *set_out(ORDER, top=600)]) == [1, 3, 5]


def test_lines_of_two_sizes_are_two_paragraphs() -> None:
    lines = set_out(ORDER)
    small = [Words(each.x, each.y, each.text, 9) for each in set_out(ORDER[1:2])]
    assert going_on([lines[0], *small]) == []


def test_a_hyphen_or_a_number_at_the_start_of_a_line_that_goes_on_opens_no_paragraph() -> None:
    lines = [
        "- Sở Y tế cấp thuốc cho Công ty Cảng hàng không miền Bắc",
        "- CTCP trong ngày",
        "- Sở Xây dựng sửa cầu, đường ở các xã Bản Mây, trước ngày",
        "20. Công an trực.",
    ]
    found = read_file(pdf([set_out(lines)]), "a.pdf", Limits(), date(2025, 1, 1))
    assert [found.text[span.start : span.end][:6] for span in found.paragraphs] == ["- Sở Y", "- Sở X"]
