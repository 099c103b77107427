"""Tests of where an order's verb begins."""

from __future__ import annotations

import pytest

from alertd.reading.verbs import after_whole_name, first_verb


@pytest.mark.parametrize("verb", ["chăm lo", "siết chặt", "đề cao"])
def test_an_office_ends_where_its_verb_begins(verb: str) -> None:
    order = f"Chủ tịch Ủy ban nhân dân các tỉnh, thành phố {verb} những việc được giao."
    assert first_verb(order, 0, len(order)) == order.index(verb)


@pytest.mark.parametrize(
    "bodies",
    ["các sở, ban, ngành và địa phương", "Giám đốc các sở, Thủ trưởng các ban, ngành liên quan", "UBND các huyện, thị xã, thành phố"],
)
def test_a_row_of_kinds_of_bodies_is_a_whole_name_whatever_verb_follows(bodies: str) -> None:
    order = f"{bodies} lùa trâu bò lên gò cao."
    assert after_whole_name(order, 0, len(order)) == order.index("lùa")


@pytest.mark.parametrize("which", ["duyên hải", "đồng bằng", "phía bắc", "dọc sông", "trọng điểm", "liên quan", "ven biển", "trực thuộc"])
def test_a_row_of_kinds_of_bodies_goes_on_with_which_of_them_are_meant(which: str) -> None:
    order = f"UBND các tỉnh, thành phố {which} lùa trâu bò lên gò cao."
    assert after_whole_name(order, 0, len(order)) != order.index(which)
