"""What a release came to is told truly, and safely for whoever opens it in a spreadsheet."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from alertd.model.replies import Meaning
from alertd.workflow.board.outcome import outcome_of
from alertd.workflow.board.outcome_sheet import as_csv
from alertd.workflow.board.pace import Pace, pace_of
from tests.fakes.town import Town
from tests.scenarios.orders import released


async def test_who_answered_when_and_in_which_words_is_told(place: Town) -> None:
    dispatch = await released(place)
    place.clock.forward(minutes=3)
    await place.desk.answers.record(dispatch, "lang-son/huyen-cao-loc", Meaning.IN_PROGRESS, "đang đưa dân đi", "truc-ban")
    outcome = outcome_of(await place.desk.board.dispatch(dispatch))
    answered = {line.body: line for line in outcome.lines}["lang-son/huyen-cao-loc"]
    assert (answered.words, answered.channel, answered.by) == ("đang đưa dân đi", "phone", "truc-ban")
    assert answered.answered_at == outcome.dispatch.released_at + timedelta(minutes=3)
    assert (outcome.told.number, outcome.answered) == (2, Pace(1, timedelta(minutes=3), timedelta(minutes=3)))


async def test_danger_that_nobody_has_dealt_with_is_told_beside_a_later_answer(place: Town) -> None:
    dispatch = await released(place)
    place.phone("huyen-cao-loc").writes("lũ tràn vào bản rồi")
    await place.settle()
    await place.desk.answers.record(dispatch, "lang-son/huyen-cao-loc", Meaning.ACKNOWLEDGED, "đã nhận", "truc-ban")
    (told,) = [row for row in await sheet(place, dispatch) if row["Đơn vị"] == "UBND huyện Cao Lộc"]
    assert (told["Tình trạng"], told["Chờ cán bộ xử lý"]) == ("đã nhận", "báo sự cố")
    place.phone("huyen-cao-loc").receives("Đã chuyển ngay")
    for officer in place.officers():
        for _ in ("telegram", "sms"):
            officer.receives("lũ tràn")


async def test_words_that_a_spreadsheet_would_run_stay_words(place: Town) -> None:
    dispatch = await released(place)
    await place.desk.answers.record(dispatch, "lang-son/huyen-cao-loc", Meaning.DONE, '=HYPERLINK("http://x")', "truc-ban")
    (told,) = [row for row in await sheet(place, dispatch) if row["Đơn vị"] == "UBND huyện Cao Lộc"]
    assert (told["Tình trạng"], told["Nguyên văn"]) == ("đã xong", '\'=HYPERLINK("http://x")')


async def test_a_body_whose_name_a_spreadsheet_would_run_keeps_it_as_a_name(place: Town) -> None:
    outcome = outcome_of(await place.desk.board.dispatch(await released(place)))
    lines = tuple(replace(line, name=f"{sign}{line.name}") for line, sign in zip(outcome.lines, "=-", strict=False))
    told = csv.DictReader(io.StringIO(as_csv(replace(outcome, lines=lines)).removeprefix("\ufeff")))
    assert [row["Đơn vị"][:2] for row in told] == ["'=", "'-"][: len(lines)]


async def sheet(place: Town, dispatch: int) -> list[dict[str, str]]:
    """The rows as a spreadsheet has them."""
    return list(csv.DictReader(io.StringIO(as_csv(outcome_of(await place.desk.board.dispatch(dispatch))).removeprefix("\ufeff"))))


@given(st.lists(st.timedeltas(timedelta(0), timedelta(days=1)), min_size=1))
def test_half_never_takes_longer_than_nine_tenths(times: list[timedelta]) -> None:
    pace = pace_of(times)
    assert pace.half is not None
    assert pace.nine_tenths is not None
    assert min(times) - timedelta(seconds=1) <= pace.half <= pace.nine_tenths <= max(times) + timedelta(seconds=1)


def test_nothing_that_happened_has_no_pace() -> None:
    assert pace_of([]) == Pace(0, None, None)
