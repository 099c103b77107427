"""A failpoint kills exactly where and when it is told to, and is nothing at all where nobody asks for one."""

from __future__ import annotations

import os
import signal
import subprocess
import sys

import pytest

from alertd.errors import SetupError
from alertd.failpoints import VARIABLE, Step, fuse


def deaths(written: str, *reached: Step) -> list[int]:
    """After how many steps it died."""
    seen: list[Step] = []
    died: list[int] = []
    reach = fuse(written, lambda: died.append(len(seen)))
    for step in reached:
        seen.append(step)
        reach(step)
    return died


def test_without_the_variable_no_step_is_fatal() -> None:
    assert deaths("", *Step) == []


def test_it_dies_at_the_step_that_is_named_the_first_time_or_the_nth() -> None:
    way = (Step.CLAIMED, Step.SENDING, Step.ACCEPTED, Step.SENDING, Step.SENDING)
    assert deaths("sending", *way) == [2]
    assert deaths("sending:3", *way) == [5]
    assert deaths("recorded", *way) == []


@pytest.mark.parametrize("written", ["sendin", "sending:soon", ":1"])
def test_a_step_that_does_not_exist_stops_the_start(written: str) -> None:
    with pytest.raises(SetupError, match="the steps are: releasing, claimed, "):
        fuse(written, lambda: None)


def test_it_dies_as_if_the_power_had_failed() -> None:
    program = "from alertd.failpoints import Step, reach; reach(Step.CLAIMED); print('alive', flush=True); reach(Step.ACCEPTED)"
    environ = {**os.environ, VARIABLE: "accepted"}
    done = subprocess.run([sys.executable, "-c", program], env=environ, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGKILL, "alive\n", "")
