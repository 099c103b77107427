"""Tests of the figures that a reply reports: what is counted, how many, of how many, how many are left."""

from __future__ import annotations

from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alertd.model.replies import Figure
from alertd.reading.answers import packaged_lexicon, understand

SCRAPS = [
    "20", "45", "20/45", "1.200", "5,000,000", "9/0", "hộ", "khẩu", "người", "đã", "còn", "chưa", "di dời", "mười", "trăm", "nghìn", "hai",
    "ba", "/", ",", "trên", "tổng", "5h", "giờ", "nữa", "60%", "9" * 400,
]  # fmt: skip


def counted(text: str) -> list[tuple[str, str, float | None, float | None, float | None]]:
    """What, about, done, of and left of every figure."""
    return [(f.what, f.about, f.done, f.of, f.left) for f in understand(text).figures]


@pytest.mark.parametrize(
    ("text", "what", "done"),
    [
        ("đã di dời 45 hộ", "hộ", 45),
        ("di doi dc 30 ho", "hộ", 30),
        ("da so tan 30ho", "hộ", 30),
        ("di dời được ba chục hộ", "hộ", 30),
        ("di doi duoc ba chuc ho", "hộ", 30),
        ("đã di dời hai mươi lăm hộ", "hộ", 25),
        ("đã di dời 1.200 hộ", "hộ", 1200),
        ("đã đưa 2 trăm người lên trường", "người", 200),
        ("gia cố được 1,5km đê", "km", 1.5),
        ("đắp 2.000 bao cát", "bao", 2000),
        ("xả 200m³/s", "m³/s", 200),
        ("đã kê cao đồ cho 12 ngôi nhà", "nhà", 12),
    ],
)
def test_a_number_and_its_unit_are_read_however_they_were_typed(text: str, what: str, done: float) -> None:
    assert [(found[0], found[2]) for found in counted(text)] == [(what, done)]


@pytest.mark.parametrize(
    "text", ["20/45 hộ", "được 20 / 45 hộ", "20 hộ/45 hộ", "20 trên tổng số 45 hộ", "20 trong 45 hộ", "20 tren tong so 45 ho"]
)
def test_a_part_of_a_whole_is_one_figure(text: str) -> None:
    assert [found[2:] for found in counted(text)] == [(20, 45, None)]


def test_households_and_people_are_two_figures_about_the_same_work() -> None:
    both = [("hộ", "di dời", 45, None, None), ("khẩu", "di dời", 192, None, None)]
    for text in ("đã di dời 45 hộ/192 khẩu", "Đã sơ tán xong 45 hộ, 192 khẩu", "45 hộ với 192 khẩu đã di tản"):
        assert counted(text) == both


@pytest.mark.parametrize("text", ["còn 5 hộ chưa đi", "chưa di dời 5 hộ", "5 hộ không chịu đi", "đã đi nhiều, còn lại 5 hộ"])
def test_what_remains_is_not_done(text: str) -> None:
    assert [found[2:] for found in counted(text)] == [(None, None, 5)]


@pytest.mark.parametrize("text", ["sẽ di dời 45 hộ", "đang di dời 45 hộ", "cần sơ tán 45 hộ", "tổng 45 hộ"])
def test_what_is_meant_or_being_worked_at_is_not_done(text: str) -> None:
    assert [found[2:] for found in counted(text)] == [(None, 45, None)]


def test_each_number_has_its_own_standing() -> None:
    assert counted("Tổng 45 hộ, đã đi 30 hộ, còn 15 hộ") == [
        ("hộ", "", None, 45, None),
        ("hộ", "di dời", 30, None, None),
        ("hộ", "di dời", None, None, 15),
    ]


def test_damage_is_counted_under_its_own_name() -> None:
    assert counted("ngập 12 nhà, 3 người mất tích") == [("nhà", "ngập", 12, None, None), ("người", "mất tích", 3, None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "đã di dời 45 hộ chưa?",
        "mấy chục hộ",
        "văn bản số 215/BC-UBND",
        "ngày 26/11",
        "trực 24/24",
        "bão số 3 vào",
        "báo động 3",
        "50/45 hộ",
        "ok",
        "",
    ],
)
def test_what_counts_nothing_gives_no_figure(text: str) -> None:
    assert counted(text) == []


@pytest.mark.parametrize(
    ("text", "moments"),
    [
        ("16h30 xong", [time(16, 30)]),
        ("5h chiều xong", [time(17)]),
        ("xong lúc 16 giờ 30", [time(16, 30)]),
        ("nhận lúc 6:05", [time(6, 5)]),
        ("2h nữa xong", []),
        ("trực 24/24", []),
        ("25h", []),
    ],
)
def test_times_of_day_are_read_and_spans_are_not(text: str, moments: list[time]) -> None:
    assert list(understand(text).times) == moments


@given(st.lists(st.sampled_from(SCRAPS)))
def test_any_figures_in_any_order_are_read_without_failing(words: list[str]) -> None:
    for found in understand(" ".join(words)).figures:
        assert isinstance(found, Figure)
        assert found.text
        assert [found.done, found.of, found.left] != [None, None, None]


def test_every_unit_and_deed_has_a_name_that_is_one_itself() -> None:
    """Figures are added up by these names, so none may be renamed on the way."""
    lexicon = packaged_lexicon()
    assert all(lexicon.deeds.get(name, name) == name for name in lexicon.deeds.values())
    assert all(lexicon.units.get(name, name) == name for name in lexicon.units.values())
