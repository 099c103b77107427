"""What a season's releases came to is counted truly: who answered, how fast, and who did not."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alertd.clock import day_there
from alertd.errors import Invalid
from alertd.model.past import PastNotice
from alertd.model.replies import Meaning
from alertd.workflow.board.pace import Pace
from alertd.workflow.board.statistics import Period, Statistics, period_of, statistics_of
from alertd.workflow.board.statistics_sheet import as_csv
from tests.fakes.town import OFFICER, Town
from tests.scenarios.orders import released

TODAY = date(2026, 11, 28)
YEAR = Period(date(2023, 1, 1), date(2023, 12, 31))
NOON = datetime(2026, 8, 1, 5, tzinfo=UTC)


async def season(place: Town, period: Period = YEAR, *, is_drill: bool = False) -> Statistics:
    return await place.desk.board.statistics(period, is_drill=is_drill)


async def test_whoever_left_an_order_unanswered_comes_before_whoever_answered(place: Town) -> None:
    dispatch = await released(place)
    place.clock.forward(minutes=3)
    await place.desk.answers.record(dispatch, "lang-son/huyen-cao-loc", Meaning.ACKNOWLEDGED, "đã nhận", OFFICER)
    await place.desk.release.close(dispatch, "xong", OFFICER)
    told = await season(place)
    assert (told.releases, told.ordered, told.telling.number, told.told_at_once) == (1, 2, 2, 2)
    assert told.answering == Pace(1, timedelta(minutes=3), timedelta(minutes=3))
    silent, answered = told.bodies
    assert (silent.name, silent.ordered, silent.told, silent.answered, silent.unprompted) == ("UBND huyện Tràng Định", 1, 1, 0, 0)
    assert (answered.name, answered.answered, answered.unprompted) == ("UBND huyện Cao Lộc", 1, 1)


async def test_an_answer_after_a_reminder_is_not_counted_as_unprompted(place: Town) -> None:
    dispatch = await released(place)
    await place.passes(minutes=8)
    for phone in (place.phone("huyen-cao-loc"), place.phone("huyen-trang-dinh")):
        phone.reads_everything()
        phone.taps(Meaning.ACKNOWLEDGED)
    await place.settle()
    for phone in (place.phone("huyen-cao-loc"), place.phone("huyen-trang-dinh")):
        phone.receives("Đã ghi nhận")
    await place.desk.release.close(dispatch, "xong", OFFICER)
    assert [(each.answered, each.unprompted) for each in (await season(place)).bodies] == [(1, 0), (1, 0)]


async def test_what_is_still_followed_or_was_called_back_or_released_on_another_day_or_as_a_drill_does_not_count(place: Town) -> None:
    dispatch = await released(place)
    assert (await season(place)).releases == 0
    await place.desk.release.close(dispatch, "xong", OFFICER)
    released_on = day_there(place.clock.now())
    assert (await season(place, Period(released_on, released_on))).releases == 1
    assert (await season(place, Period(released_on + timedelta(days=1), released_on + timedelta(days=1)))).releases == 0
    assert (await season(place, is_drill=True)).releases == 0


async def test_a_season_opens_in_a_spreadsheet(place: Town) -> None:
    dispatch = await released(place)
    await place.desk.release.close(dispatch, "xong", OFFICER)
    rows = list(csv.DictReader(io.StringIO(as_csv(await season(place)).removeprefix("\ufeff"))))
    assert [(row["Đơn vị"], row["Số lần được giao"], row["Đã trả lời"]) for row in rows] == [
        ("UBND huyện Cao Lộc", "1", "0"),
        ("UBND huyện Tràng Định", "1", "0"),
    ]


def test_without_days_the_last_year_is_asked_for() -> None:
    assert period_of("", "", TODAY) == Period(date(2025, 11, 28), TODAY)
    assert period_of("2026-09-01", "", TODAY) == Period(date(2026, 9, 1), TODAY)
    assert period_of("2026-09-01", "2026-09-01", TODAY).moments == (
        datetime(2026, 8, 31, 17, tzinfo=UTC),
        datetime(2026, 9, 1, 17, tzinfo=UTC),
    )


@pytest.mark.parametrize(
    ("first", "last", "sentence"),
    [
        ("hôm qua", "", "“hôm qua” không phải là một ngày, ví dụ 2026-08-31."),
        ("", "9999-12-31", "“9999-12-31” không phải là một ngày, ví dụ 2026-08-31."),
        ("0001-01-01", "", "“0001-01-01” không phải là một ngày, ví dụ 2026-08-31."),
        ("2026-09-02", "2026-09-01", "Ngày bắt đầu phải trước ngày kết thúc."),
    ],
)
def test_what_is_no_period_is_refused_in_a_sentence(first: str, last: str, sentence: str) -> None:
    with pytest.raises(Invalid) as refused:
        period_of(first, last, TODAY)
    assert str(refused.value.sentence) == sentence


SPANS = st.timedeltas(timedelta(0), timedelta(days=1))
PAST = st.builds(
    lambda dispatch, body, told, answered, followups: PastNotice(
        dispatch, body, NOON, NOON, None if told is None else NOON + told, None if answered is None else NOON + answered, followups
    ),
    st.integers(1, 3),
    st.sampled_from("abc"),
    st.none() | SPANS,
    st.none() | SPANS,
    st.integers(0, 2),
)


@given(st.lists(PAST, max_size=12))
def test_the_bodies_taken_together_are_the_whole_and_the_most_wanting_come_first(past: list[PastNotice]) -> None:
    told = statistics_of(past, YEAR, str.upper, is_drill=False)
    assert sum(each.ordered for each in told.bodies) == told.ordered == len(past)
    assert sum(each.answered for each in told.bodies) == told.answering.number
    assert all(each.unprompted <= each.answered <= each.ordered for each in told.bodies)
    shares = [each.answered / each.ordered for each in told.bodies]
    assert shares == sorted(shares)
