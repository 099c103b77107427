"""A batch of rows travels to the database as one parameter, written as the columns keep it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from alertd.model.notices import Button, DeliveryState
from alertd.store.batches import as_batch

HANOI = timezone(timedelta(hours=7))


def test_vietnamese_travels_as_it_is_and_structures_as_their_fields() -> None:
    row = ("Đã nhận", None, DeliveryState.SENT, ((Button("Đã xong", "2:TD01"),),), 7, True)
    assert as_batch([row]) == '[["Đã nhận",null,"sent",[[{"text":"Đã xong","data":"2:TD01"}]],7,true]]'


def test_moments_of_every_zone_are_of_one_width_so_that_text_order_is_time_order() -> None:
    rows = [(datetime(2026, 9, 8, 7, tzinfo=HANOI),), (datetime(2026, 9, 8, 0, 0, 0, 5, tzinfo=UTC),)]
    assert as_batch(rows) == '[["2026-09-08T00:00:00.000000+00:00"],["2026-09-08T00:00:00.000005+00:00"]]'


def test_what_no_database_can_hold_leaves_its_place_marked() -> None:
    assert as_batch([("a\x00b\ud800c",)]) == '[["a\ufffdb\ufffdc"]]'
    assert as_batch([("a\x00b", ("c\x00d",))]) == '[["a\ufffdb",["c\ufffdd"]]]'
    assert as_batch([((Button("e\ud800f", "1"),), None)]) == '[[[{"text":"e\ufffdf","data":"1"}],null]]'


def test_who_writes_the_sign_for_what_cannot_be_held_is_kept_word_for_word() -> None:
    assert as_batch([("\\u0000",)]) == r'[["\\u0000"]]'
