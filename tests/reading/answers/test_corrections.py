"""Tests of corrections, of neighbours' deeds and of boats that answer by their marks."""

from __future__ import annotations

import pytest

from alertd.model.replies import Meaning
from alertd.reading.answers import understand

M = Meaning


@pytest.mark.parametrize(
    ("text", "meaning", "closes"),
    [
        ("nhầm, ý em là đã nhận ạ", M.ACKNOWLEDGED, True),
        ("à em nhầm, em nhận được rồi", M.ACKNOWLEDGED, True),
        ("à nhầm, công điện này thì em nhận rồi", M.ACKNOWLEDGED, True),
        ("à nhầm, chưa xong", M.NEGATIVE, False),
        ("nhầm, chưa xong, vẫn đang làm ạ", M.IN_PROGRESS, True),
        ("nhầm. nước vào kho rồi", M.INCIDENT, False),
        ("đã nhận, nhầm", M.AMBIGUOUS, False),
        ("nhầm công điện, đã nhận", M.AMBIGUOUS, False),
        ("nhầm rồi, tôi là thợ điện", M.NEGATIVE, False),
    ],
)
def test_a_correction_says_what_follows_it(text: str, meaning: Meaning, *, closes: bool) -> None:
    found = understand(text)
    assert (found.meaning, found.closes) == (meaning, closes)


@pytest.mark.parametrize(
    "text",
    ["xã bên chia 2 tổ đi rồi", "dạ thôn bạn xong rồi", "bản cạnh đi hết rồi", "em thấy xã khác sơ tán xong rồi", "vâng, xã kia nhận rồi"],
)
def test_what_a_neighbour_did_answers_for_nobody_else(text: str) -> None:
    assert (understand(text).meaning, understand(text).closes) == (M.AMBIGUOUS, False)


@pytest.mark.parametrize(
    "text", ["xã bên em xong rồi", "xã bên này đi hết rồi", "đang chở bao cát sang xã bên", "đã cử người giúp thôn bên"]
)
def test_who_lives_on_this_side_or_helps_a_neighbour_answers(text: str) -> None:
    assert understand(text).closes


def test_danger_at_a_neighbours_is_danger() -> None:
    assert understand("xã bên vỡ đập rồi").meaning is M.INCIDENT


@pytest.mark.parametrize(
    "text",
    ["tàu CM 91234 đã nhận tin bão", "tàu KG-90561-TS đã vào bờ", "ghe BT97531TS nhận rồi", "thuyền QNg 97002 TS đã neo đậu an toàn"],
)
def test_a_boat_answers_by_its_marks(text: str) -> None:
    assert understand(text).closes


@pytest.mark.parametrize("text", ["tàu CM 91234 chìm rồi", "tàu KG-90561-TS mất liên lạc", "ghe BT97531TS trôi ra ngoài khơi rồi"])
def test_the_marks_of_a_boat_hide_no_danger(text: str) -> None:
    assert understand(text).meaning is M.INCIDENT
