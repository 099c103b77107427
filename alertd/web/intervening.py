"""Carries out what an officer wants of the follow-up of one body, alike from the page and from the API."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from alertd.errors import Invalid
from alertd.workflow.silence.interventions import Interventions


@dataclass(frozen=True, slots=True)
class Wish:
    """What is wanted."""

    do: str
    """`pause`, `resume`, `hurry` or `skip`."""
    step: str
    """Which step, for `hurry` and `skip`."""
    reason: str
    minutes: int
    """How long, for `pause`."""


async def carry_out(interventions: Interventions, dispatch_id: int, body: str, wish: Wish, by: str) -> None:
    """Do it. Raises Invalid for an unknown wish, and whatever the intervention raises."""
    if wish.do == "pause":
        await interventions.pause(dispatch_id, body, timedelta(minutes=wish.minutes), wish.reason, by)
    elif wish.do == "resume":
        await interventions.resume(dispatch_id, body, wish.reason, by)
    elif wish.do == "hurry":
        await interventions.hurry(dispatch_id, body, wish.step, wish.reason, by)
    elif wish.do == "skip":
        await interventions.skip(dispatch_id, body, wish.step, wish.reason, by)
    else:
        raise Invalid("bad_wish", "Hãy chọn: tạm dừng, tiếp tục, làm ngay hoặc bỏ qua.")
