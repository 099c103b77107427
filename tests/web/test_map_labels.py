"""Names on the map stand where they can be read."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from alertd.web.map_labels import GAP, sides

WIDTH = 640.0
NARROW, LINE = 6.0, 12.0
"""Of a letter and a line: what names take at least."""
MARK = st.tuples(st.text("abc", min_size=1, max_size=20), st.floats(40, 600), st.floats(40, 360))


def test_a_name_stands_right_of_its_mark() -> None:
    assert sides([("Cao Lộc", 300, 200)], [], WIDTH) == ["start"]


def test_a_name_that_would_run_into_a_neighbour_stands_left() -> None:
    assert sides([("Cao Lộc", 300, 200), ("Lộc Bình", 330, 204)], [], WIDTH) == ["end", "start"]


def test_a_name_stays_within_the_drawing() -> None:
    assert sides([("Tràng Định", 600, 200)], [], WIDTH) == ["end"]


def test_a_name_without_room_is_left_out_and_the_others_stay() -> None:
    assert sides([("Cao Lộc", 300, 200), ("Đồng Đăng", 300, 202), ("Lộc Bình", 300, 198)], [], WIDTH) == ["start", "end", ""]


def test_a_name_does_not_cover_a_reported_place() -> None:
    assert sides([("Cao Lộc", 300, 200)], [(330, 200)], WIDTH) == ["end"]


@given(st.lists(MARK, max_size=30))
def test_no_name_runs_into_another_or_out_of_the_drawing(marks: list[tuple[str, float, float]]) -> None:
    chosen = zip(marks, sides(marks, [], WIDTH), strict=True)
    names = [(x + GAP if side == "start" else x - GAP - NARROW * len(name), NARROW * len(name), y) for (name, x, y), side in chosen if side]
    assert all(left >= 0 and left + long <= WIDTH for left, long, _ in names)
    for (left, long, y), (other, others, height) in combinations(names, 2):
        assert abs(y - height) >= LINE or left + long <= other or other + others <= left
