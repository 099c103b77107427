"""Whatever comes in whatever order and however often: the same state, nobody reminded in vain, nobody recorded who said nothing."""

from __future__ import annotations

import asyncio
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from alertd.model.inbox import RawEvent
from alertd.model.notices import DeliveryState, DispatchState, Notice
from alertd.model.replies import Meaning
from alertd.workflow.dispatch.amending import Change
from tests.fakes.rig import Rig, moment
from tests.fakes.stable import Stable
from tests.fakes.town import OFFICER

BODIES = ("lang-son/huyen-cao-loc", "lang-son/huyen-trang-dinh")
WORDS = (
    "đã nhận",
    "da nhan, dang cho dan di so tan",
    "xong rồi",
    "chưa nhận được",
    "rõ nhưng không đủ lực lượng",
    "lũ tràn vào bản rồi",
    "lát gọi lại",
    "đã nhận chưa?",
    "HUY",
)
TAPS = (Meaning.ACKNOWLEDGED, Meaning.IN_PROGRESS, Meaning.DONE, Meaning.CANNOT_COMPLY)
POSITIVE = frozenset({Meaning.ACKNOWLEDGED, Meaning.IN_PROGRESS, Meaning.DONE})


@dataclass(frozen=True)
class Answer:
    """What one body's contact sends."""

    body: str
    way: str
    words: str = ""
    meaning: Meaning = Meaning.ACKNOWLEDGED


@dataclass(frozen=True)
class Span:
    """Answers that come while the clock stands still, and what happens after them."""

    answers: tuple[Answer, ...]
    then: str
    minutes: int = 0


answers = st.builds(
    Answer, st.sampled_from(BODIES), st.sampled_from(("write", "text", "tap", "tap")), st.sampled_from(WORDS), st.sampled_from(TAPS)
)
spans = st.builds(
    Span,
    st.lists(answers, max_size=3).map(tuple),
    st.sampled_from(("tick", "tick", "tick", "restart", "correct", "withdraw", "close")),
    st.sampled_from((1, 5, 11, 30, 700)),
)
nights = st.lists(spans, min_size=1, max_size=3)
many = settings(max_examples=25, deadline=None, derandomize=True, phases=[Phase.generate], suppress_health_check=[HealthCheck.too_slow])


@dataclass(frozen=True)
class Desks:
    """Desks that outlive the single examples, and what runs them."""

    runner: asyncio.Runner
    stable: Stable


async def as_events(rig: Rig, span: Span) -> list[tuple[str, RawEvent]]:
    """The answers as providers send them, each with its body."""
    made = []
    for answer in span.answers:
        if answer.way == "write":
            event = rig.written(answer.body, answer.words)
        elif answer.way == "text":
            event = rig.texted(answer.body, answer.words)
        else:
            event = rig.tapped(answer.body, await rig.code(answer.body), answer.meaning)
        made.append((answer.body, event))
    return made


async def goes_on(rig: Rig, span: Span) -> None:
    """What happens after a span's answers."""
    is_standing = (await rig.desk.board.dispatch(rig.dispatch.id)).dispatch.state in (DispatchState.OPEN, DispatchState.EXPIRED)
    if span.then == "tick":
        await rig.passes(span.minutes)
    elif span.then == "restart":
        await rig.restart()
    elif is_standing and span.then == "correct":
        view = await rig.desk.board.document(rig.dispatch.document)
        proposal = next(p for p in view.document.proposals if p.body == BODIES[0])
        change = Change(proposal=proposal.id, actions=(f"đưa dân lên trường học, đợt {rig.dispatch.id}",))
        rig.dispatch = await rig.desk.release.correct(rig.dispatch.document, [change], "thay địa điểm", OFFICER)
    elif is_standing and span.then in ("withdraw", "close"):
        end = rig.desk.release.withdraw if span.then == "withdraw" else rig.desk.release.close
        await end(rig.dispatch.document, "hết bão", OFFICER)
    await rig.carry()


async def picture(rig: Rig) -> dict[str, Any]:
    """Everything that must not depend on how the events came in."""
    view = await rig.desk.board.dispatch(rig.dispatch.id)
    rows = {
        row.body.id: (
            [(a.state, a.answered_by) for a in row.assignments],
            row.notice.acknowledged_at,
            row.notice.next_step,
            row.next_at,
            Counter((reply.words, reply.meaning, reply.state) for reply in row.replies),
        )
        for row in view.bodies
    }
    return {"state": view.dispatch.state, "rows": rows, "rung": Counter((d.kind, d.address) for d in await rig.deliveries())}


async def one_by_one(rig: Rig, night: Iterable[Span], watch: Watch | None = None) -> dict[str, Any]:
    """Each answer is understood before the next comes."""
    for span in night:
        for _, event in await as_events(rig, span):
            await rig.hears([event])
            if watch is not None:
                await watch.looks(rig)
        await goes_on(rig, span)
        if watch is not None:
            await watch.looks(rig)
    return await picture(rig)


async def in_heaps(rig: Rig, night: Iterable[Span]) -> dict[str, Any]:
    """The answers of a span come together, one body's after another's, each twice, and the program dies in between."""
    for span in night:
        events = sorted(await as_events(rig, span), key=lambda each: each[0])
        await rig.hears([event for _, event in events])
        await rig.restart()
        await rig.hears([event for _, event in events])
        await goes_on(rig, span)
    return await picture(rig)


class Watch:
    """Looks at the desk after every event."""

    def __init__(self) -> None:
        self._followups: dict[tuple[int, Any], int] = {}
        self._rung_after_end: dict[int, int] = {}

    async def looks(self, rig: Rig) -> None:
        """What must hold at any moment."""
        async with rig.desk.store.snapshot() as tx:
            notices: list[Notice] = []
            said: defaultdict[str, set[Meaning]] = defaultdict(set)
            rung: list[Any] = []
            for dispatch in await tx.dispatches.of_document(rig.dispatch.document):
                own = [d for d in await tx.outbox.of_dispatch(dispatch.id) if d.kind.rings_by_itself]
                if dispatch.state is not DispatchState.OPEN:
                    assert not [d for d in own if d.state is DeliveryState.QUEUED]
                    assert self._rung_after_end.setdefault(dispatch.id, len(own)) == len(own), "something rang after the end"
                rung += own
                notices += await tx.dispatches.notices(dispatch.id)
                bodies = {notice.id: notice.body for notice in notices}
                for reply in await tx.replies.of_dispatch(dispatch.id):
                    if reply.contact and reply.notice in bodies:
                        said[bodies[reply.notice]].add(reply.meaning)
        for notice in notices:
            self._acknowledged(notice, said[notice.body], [d for d in rung if d.notice == notice.id and d.kind.is_followup])

    def _acknowledged(self, notice: Notice, said: set[Meaning], followups: list[Any]) -> None:
        if notice.acknowledged_at is None:
            return
        assert said & POSITIVE, "acknowledged although nobody said so"
        key = (notice.id, notice.acknowledged_at)
        assert self._followups.setdefault(key, len(followups)) == len(followups), "reminded after the acknowledgement"


@pytest.fixture(scope="module")
def desks() -> Iterator[Desks]:
    """Two desks for as many nights as there are."""
    with asyncio.Runner() as runner, moment() as folder:
        stable = runner.run(Stable.built(Path(folder), 2))
        yield Desks(runner, stable)
        runner.run(stable.close())


@many
@given(nights)
def test_the_same_answers_lead_to_the_same_state_however_they_come_in(desks: Desks, night: list[Span]) -> None:
    async def both() -> None:
        one, other = await desks.stable.rig(0), await desks.stable.rig(1)
        assert await one_by_one(one, night) == await in_heaps(other, night)

    desks.runner.run(both())


@many
@given(nights)
def test_at_no_moment_is_anybody_reminded_in_vain_or_recorded_who_said_nothing(desks: Desks, night: list[Span]) -> None:
    async def watched() -> None:
        rig = await desks.stable.rig(0)
        await one_by_one(rig, night, Watch())
        sent = Counter((d.address, d.text) for d in await rig.deliveries())
        assert [text for (_, text), times in sent.items() if times > 1] == [], "a gateway would refuse the repeat"

    desks.runner.run(watched())
