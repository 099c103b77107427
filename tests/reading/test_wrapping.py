"""Tests of telling which line ends were meant."""

from __future__ import annotations

import textwrap

from alertd.reading.source import normalise
from alertd.reading.wrapping import wrapping_of

STORY = "Mưa to kéo dài từ đêm qua khiến nước các sông lên nhanh và nhiều ngầm tràn trên địa bàn huyện bị ngập sâu. " * 6


def test_lines_that_are_whole_paragraphs_are_not_wrapped() -> None:
    assert wrapping_of(normalise(["Một câu.", "Hai câu.", "Ba câu.", "Bốn câu."])) is None


def test_lines_filled_by_a_program_are_even_and_a_line_with_room_left_was_ended() -> None:
    found = wrapping_of(normalise(textwrap.wrap(STORY, 70)))
    assert found is not None
    assert found.is_even
    assert found.is_heading_end("Chỉ đạo ứng phó mưa lũ trên địa bàn tỉnh tuần qua", "UBND tỉnh ban hành")
    assert not found.is_heading_end("Theo tin của Đài Khí tượng Thủy văn và Ban Chỉ huy các huyện của", "Tỉnh")


def test_lines_broken_anywhere_are_uneven_and_only_a_clearly_short_one_was_ended() -> None:
    lines = [part for line in textwrap.wrap(STORY, 80) for part in (line[:25], line[25:])]
    found = wrapping_of(normalise([line.strip() for line in lines]))
    assert found is not None
    assert not found.is_even


def test_in_narrow_lines_a_few_that_begin_within_a_sentence_show_the_wrapping() -> None:
    orders = [f"{number}. Sở Y tế chuẩn bị đủ thuốc cho các trạm." for number in range(1, 20)]
    broken = ["20. Công an tỉnh điều động lực lượng, phương tiện hỗ", "trợ sơ tán dân.", "21. Sở Công Thương theo dõi mực nước, thông"]
    broken += ["báo kịp thời cho nhân dân vùng hạ du và các xã Khe Sặt,", "Đồng Vai biết, khi có lũ về thì chủ", "động sơ tán."]
    assert wrapping_of(normalise([*orders, *broken])) is not None


ORDER = "Công an tỉnh bố trí đủ lực lượng tại các ngầm tràn, hướng dẫn người và xe đi đường vòng, không để ai qua nơi nước chảy xiết, "


def indented(paragraph: str, first: int = 42, rest: int = 84) -> list[str]:
    """The lines of a paragraph whose first one is far shorter than the others."""
    head = textwrap.wrap(paragraph, first)[0]
    return [head, *textwrap.wrap(paragraph[len(head) + 1 :], rest)]


def test_where_first_lines_are_short_only_a_shorter_one_was_ended() -> None:
    found = wrapping_of(normalise([line for _ in range(5) for line in indented(ORDER * 3 + "báo cáo hằng ngày.")]))
    assert found is not None
    assert not found.is_even
    assert not found.is_heading_end("2. Sở Công Thương, các chủ hồ chứa và", "Điện lực", is_first=True)
    assert not found.is_heading_end("2. Sở Công Thương cùng các chủ hồ chứa,", "Điện lực", is_first=True)
    assert found.is_heading_end("II. TỔ CHỨC THỰC HIỆN", "Sở Y tế", is_first=True)
    assert found.is_heading_end("Sở Công Thương cùng các chủ hồ chứa thủy lợi", "Điện lực")
    assert not found.was_ended("2. Các xã Khe Sặt, Đồng Vai, Bản Lủng;", "các phường ven sông", is_first=True)
    assert found.was_ended("2. Các xã Khe Sặt, Đồng Vai, Bản Lủng;", "Các phường ven sông", is_first=True)
