"""Whatever the model can hold comes back from its column as it was."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, get_args, get_origin

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.dialects import sqlite

from alertd.store.tables.metadata import METADATA
from alertd.store.types import IsoMoment, Json, iso, storable

SQLITE = sqlite.dialect()
ZONES = st.sampled_from([UTC, timezone(timedelta(hours=7))])
# Not the calendar's first and last day, which are outside it in another zone.
MOMENTS = st.datetimes(datetime(1, 1, 2), datetime(9999, 12, 30), timezones=ZONES)  # noqa: DTZ001 - the zone is drawn beside them
st.register_type_strategy(datetime, MOMENTS)
st.register_type_strategy(timedelta, st.timedeltas(timedelta(0), timedelta(days=3650)))
st.register_type_strategy(float, st.floats(allow_nan=False, allow_infinity=False))
st.register_type_strategy(str, st.text(st.characters(exclude_categories=["Cs"])))
st.register_type_strategy(Mapping, lambda kind: st.dictionaries(*map(st.from_type, get_args(kind))))
STRUCTURES = [column.type.kind for table in METADATA.tables.values() for column in table.columns if isinstance(column.type, Json)]
KINDS = [kind for kind in dict.fromkeys(STRUCTURES) if get_origin(kind) is not dict]


@pytest.mark.parametrize("kind", KINDS, ids=str)
def test_every_structure_comes_back_as_it_was(kind: Any) -> None:
    column = Json(kind)
    write, read = column.bind_processor(SQLITE), column.result_processor(SQLITE, None)

    @given(value=st.from_type(kind))
    @settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
    def holds(value: Any) -> None:
        assert read(write(value)) == value

    holds()


def test_what_is_changed_after_it_was_read_is_read_again_as_it_is_kept() -> None:
    read = Json(dict[str, Any]).result_processor(SQLITE, None)
    read('{"why":"mưa"}')["why"] = "gió"
    assert read('{"why":"mưa"}') == {"why": "mưa"}


@given(moment=st.from_type(datetime))
def test_every_moment_comes_back_as_it_was_in_utc(moment: datetime) -> None:
    write, read = IsoMoment().bind_processor(SQLITE), IsoMoment().result_processor(SQLITE, None)
    again = read(write(moment))
    assert again == moment
    assert again is not None
    assert again.utcoffset() == timedelta(0)


@given(one=st.from_type(datetime), two=st.from_type(datetime))
def test_moments_sort_as_text_as_they_do_in_time(one: datetime, two: datetime) -> None:
    assert (iso(one) < iso(two)) == (one < two)


def test_a_moment_without_a_zone_is_not_stored() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        iso(datetime(2023, 7, 17))  # noqa: DTZ001 - that is the point


@given(words=st.text())
def test_words_stay_as_they_are_but_for_letters_that_no_database_holds(words: str) -> None:
    kept = storable(words)
    assert len(kept) == len(words)
    assert all(
        old == new or (new == "\ufffd" and (old == "\x00" or "\ud800" <= old <= "\udfff")) for old, new in zip(words, kept, strict=True)
    )
