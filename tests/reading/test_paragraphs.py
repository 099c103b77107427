"""Tests of putting paragraphs together again."""

from __future__ import annotations

from alertd.reading.paragraphs import paragraphs
from alertd.reading.source import normalise
from tests.reading.papers import LETTERHEAD, only, read


def texts(*lines: str) -> list[str]:
    """The paragraphs of those lines."""
    source = normalise(lines)
    return [source.slice(p.span) for p in paragraphs(source)]


def test_without_hard_line_ends_every_line_is_a_paragraph() -> None:
    assert texts("Mưa đã ngớt.", "Nước còn cao.", "Đường đã thông.") == ["Mưa đã ngớt.", "Nước còn cao.", "Đường đã thông."]


def test_hard_line_ends_inside_names_are_undone() -> None:
    assert texts(
        "1. Bộ trưởng Bộ Nông nghiệp",
        "và Môi trường chỉ đạo các địa",
        "phương bảo vệ đê điều trong",
        "mùa lũ.",
        "2. Bộ Y tế chuẩn bị thuốc.",
    ) == ["1. Bộ trưởng Bộ Nông nghiệp và Môi trường chỉ đạo các địa phương bảo vệ đê điều trong mùa lũ.", "2. Bộ Y tế chuẩn bị thuốc."]


def test_a_page_number_inside_a_sentence_parts_nothing() -> None:
    lines = [
        "Chủ tịch UBND các huyện chỉ đạo",
        "di dời dân khỏi bãi sông và các",
        "2",
        "vùng thấp trũng, bảo đảm nơi ở",
        "tạm cho người dân.",
    ]
    assert len(texts(*lines)) == 1


def test_an_order_in_capitals_goes_on_to_its_colon() -> None:
    assert texts("LỆNH CHO GIÁM ĐỐC NHÀ MÁY THỦY ĐIỆN SÔNG", "NGÂN:", "Xả 200 m3/s.") == [
        "LỆNH CHO GIÁM ĐỐC NHÀ MÁY THỦY ĐIỆN SÔNG NGÂN:",
        "Xả 200 m3/s.",
    ]


def test_a_numbered_line_always_opens_a_paragraph() -> None:
    assert [p[:2] for p in texts("a) Một việc", "b) hai việc", "c) ba việc")] == ["a)", "b)", "c)"]


def test_a_number_that_the_line_before_waits_for_opens_no_paragraph() -> None:
    assert texts("Thực hiện Công điện số", "12-CĐ/TU của Tỉnh ủy, xong trước ngày", "20. Công an trực.") == [
        "Thực hiện Công điện số 12-CĐ/TU của Tỉnh ủy, xong trước ngày 20. Công an trực."
    ]
    assert texts("Điều 5. Những việc khẩn cấp", "1. UBND xã Bản Mây:")[1:] == ["1. UBND xã Bản Mây:"]
    assert len(texts("Lũ đã vượt báo động", "III. Các xã di dời dân.")) == 1


def test_a_list_after_a_plural_and_a_colon_goes_on_with_it() -> None:
    lines = [
        "- Bộ trưởng các Bộ:",
        "Quốc phòng, Công an, Nông",
        "nghiệp và Môi trường, Y",
        "tế.",
        "Trong tháng 11, do mưa lũ lớn,",
        "nhiều nơi bị ngập.",
    ]
    assert texts(*lines)[0] == "- Bộ trưởng các Bộ: Quốc phòng, Công an, Nông nghiệp và Môi trường, Y tế."


def test_the_text_begins_after_a_list_whose_last_entry_ends_in_a_comma() -> None:
    text = LETTERHEAD.replace("- Giám đốc Sở Y tế.\n", "- 16 Tổ trưởng dân phố;\n\n- Giám đốc Sở Y tế,\n\nThực hiện chỉ đạo của Bộ Y tế, ")
    assert only(read(text + "1. Sở Y tế trực.")).addressees_to_act[-2:] == ("16 Tổ trưởng dân phố", "Giám đốc Sở Y tế")


def test_letters_alone_at_the_end_of_a_list_are_no_heading() -> None:
    lines = (
        "Mưa lớn còn kéo dài nên các",
        "đơn vị có tên dưới đây cùng",
        "nhau giữ liên lạc:",
        "- Các nhà mạng: VNPT, Viettel,",
        "SCTV;",
        "- Tổng công ty Bến bãi Khe",
        "Sặt - CTCP;",
        "- Sở Y tế và các bệnh viện",
        "tuyến tỉnh tại Trung Bộ",
        "BỘ Y TẾ điện:",
    )
    joined = texts(*lines)
    assert joined[1].endswith("SCTV;")
    assert joined[2].endswith("CTCP;")
    assert joined[-1] == "BỘ Y TẾ điện:"


def test_a_bracket_that_a_line_leaves_open_is_closed_in_the_next() -> None:
    lines = (
        "Các xã báo cáo tình hình về Sở Xây",
        "dựng mỗi ngày một lần (qua thư:",
        "[email protected]) trước 7 giờ",
        "và sau khi có sự cố.",
    )
    assert texts("Nước sông còn lên nên các xã ven", "sông và các hồ phải canh gác.", *lines)[-1].endswith(" ".join(lines))


def test_first_lines_shorter_than_the_others_go_on_and_a_sender_in_capitals_too() -> None:
    lines = (
        "BAN CHỈ HUY PHÒNG THỦ DÂN SỰ VÀ PHÒNG CHÁY RỪNG",
        "KHE SẶT điện:",
        "Nước các sông còn lên nhanh và có",
        "thể còn mưa to đến hết tuần tại các xã phía tây và các bản ven suối của ba huyện.",
        "1. Sở Công Thương yêu cầu Công ty",
        "Thủy điện Bản Lủng vận hành hồ chứa đúng quy trình và thông báo cho các xã ở hạ",
        "du, báo cáo Ban Chỉ huy Phòng thủ dân sự, Văn phòng Ban Chỉ huy Quốc gia về",
        "PCTT.",
        "2. Sở Xây dựng cùng các xã kiểm",
        "tra đường tránh lũ, cử người gác tại ngầm và cắm biển ở những nơi nước đã ngập.",
        "3. Các phường Đồng Vai, Bản Mẹt;",
        "các xã ven sông chuẩn bị thuyền và áo phao để đưa dân đi khi có lệnh của tỉnh nhà.",
        "4. Đài truyền thanh các huyện đưa",
        "tin hai giờ một lần và nhắc dân mang theo thuốc, đèn pin, nước uống khi sơ tán.",
        "TỔ CHỨC THỰC HIỆN",
        "Sở Y tế trực.",
    )
    joined = texts(*lines)
    assert joined[0] == " ".join(lines[:2])
    assert joined[2] == " ".join(lines[4:8])
    assert joined[4] == " ".join(lines[10:12])
    assert joined[6:] == ["TỔ CHỨC THỰC HIỆN", "Sở Y tế trực."]


def test_a_sender_in_capitals_stands_apart_from_a_subject_in_capitals() -> None:
    lines = ("Mưa to kéo dài nên các xã có", "suối lớn cùng nhau canh gác và", "báo tin cho nhau từng giờ theo", "lịch trực đã phân công.")
    heads = ("VỀ VIỆC GIỮ AN TOÀN CHO CÁC", "TRƯỜNG HỌC MÙA BÃO", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH điện:")
    assert texts(*lines, *heads)[1:] == [" ".join(heads[:2]), heads[2]]


def test_a_row_of_a_table_ends_with_its_line_where_others_are_wrapped() -> None:
    wrapped = ("Các xã ven sông và các phường ở hạ lưu cử người", "canh gác đê ngày đêm, chuẩn bị xuồng máy và áo phao cho", "dân.")
    row = "1 | Cấp thuốc cho dân ở các xã bị ngập | Sở Y tế | Trước 17 giờ"
    assert texts(row, *wrapped) == [row, " ".join(wrapped)]
