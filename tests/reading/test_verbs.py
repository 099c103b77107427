"""Tests of where an order's verb begins."""

from __future__ import annotations

import pytest

from alertd.reading.verbs import first_verb


@pytest.mark.parametrize("verb", ["chăm lo", "siết chặt", "đề cao"])
def test_an_office_ends_where_its_verb_begins(verb: str) -> None:
    order = f"Chủ tịch Ủy ban nhân dân các tỉnh, thành phố {verb} những việc được giao."
    assert first_verb(order, 0, len(order)) == order.index(verb)
