"""Tests of whole families of danger: whatever water, whatever way in, whatever place; whoever it befalls; whatever boat or work."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import product

from alertd.model.replies import Meaning
from alertd.reading.answers import understand
from alertd.reading.answers.syllables import bare

WATER = ["nước", "nước lũ", "lũ", "triều", "bùn"]
COMES = ["vào", "vô", "tràn vào", "ùa vào", "thốc vào", "vào tới", "lên ngang", "tràn lên"]
PLACES = ["nhà dân", "khoa sản", "kho gạo", "lớp học", "gầm sàn", "thắt lưng", "mái hiên", "xóm dưới", "ấp 9", "khu trọ", "quốc lộ"]
PEOPLE = ["2 người", "một cháu bé", "hai mẹ con", "mấy đứa nhỏ", "một thanh niên", "3 công nhân", "bà cụ"]
BEFALLS = [
    "bị lũ cuốn", "bị nước kéo", "bị vùi", "bị tường đè", "mắc kẹt", "mất tích", "đuối nước", "ngã xuống suối", "bị điện giật",
    "không thấy đâu", "không ra được", "chưa thấy về", "đang kêu cứu", "bị bỏng",
]  # fmt: skip
PARTIES = ["tổ tuần tra", "đoàn công tác", "đội 3", "tàu cá", "xuồng", "dân quân"]
LOST = ["chưa thấy về", "không liên lạc được", "không thấy đâu", "bị trôi"]
BOATS = ["ghe", "xuồng", "tàu cá", "ca nô", "đò", "phà", "sà lan", "bè cá"]
FOUNDERS = ["lật", "bị lật", "chìm", "trôi", "úp", "vô nước", "đứt neo", "mắc cạn", "chết máy giữa dòng", "bị lũ cuốn", "va vào trụ cầu"]
WORKS = ["đê Đồng Mận", "đê bao", "đập", "vai đập", "kè", "cống", "cầu treo", "bờ bao", "sườn đồi", "taluy", "cột phát sóng"]
GIVES_WAY = ["vỡ", "nứt", "sụt", "sạt", "nghiêng", "bị khoét", "lung lay", "đổ nhào", "sập một góc", "bật móng", "trồi lên", "há miệng"]


def unheard(subjects: Iterable[str], *rest: Iterable[str], around: str = "{} rồi") -> list[str]:
    """The sentences of a family that are not read as danger."""
    told = (around.format(" ".join(parts)) for parts in product(subjects, *rest))
    return [text for text in told if understand(text).meaning is not Meaning.INCIDENT]


def unmarked(*words: Iterable[str]) -> list[list[str]]:
    """The words as they are typed without marks."""
    return [[bare(word) for word in row] for row in words]


def test_water_anywhere_it_must_not_be_is_danger() -> None:
    assert unheard(WATER, COMES, PLACES) == []


def test_whatever_befalls_people_is_danger() -> None:
    assert unheard(PEOPLE, BEFALLS) == []
    assert unheard(PARTIES, LOST) == []


def test_a_boat_that_founders_is_danger_with_marks_and_without() -> None:
    assert unheard(BOATS, FOUNDERS) == []
    assert unheard(*unmarked(BOATS, ["bị lật", "lật", "chìm", "trôi", "đứt neo", "mắc cạn"])) == []


def test_works_that_give_way_in_whatever_word_are_danger_beside_an_acceptance_too() -> None:
    assert unheard(WORKS, GIVES_WAY, around="nhận rồi, {}") == []


def test_none_of_them_is_danger_where_it_is_denied() -> None:
    denied = [f"không có {danger}" for danger in (*BEFALLS[:7], "ghe nào lật", "đập nào vỡ", "đê nào sạt")]
    assert [text for text in denied if understand(text).meaning is Meaning.INCIDENT] == []
