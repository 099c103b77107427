"""A process on this machine that has ended is known at once; of any other nothing is claimed."""

from __future__ import annotations

import os
import subprocess
import sys

from alertd.presence import has_ended, own_name


def test_no_name_is_given_twice_and_this_process_lives() -> None:
    one, other = own_name(), own_name()
    assert one != other
    assert not has_ended(one)


def test_a_process_that_was_killed_has_ended_even_before_anybody_has_waited_for_it() -> None:
    program = "import sys; from alertd.presence import own_name; print(own_name(), flush=True); sys.stdin.read()"
    with subprocess.Popen([sys.executable, "-c", program], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:  # noqa: S603 - our own program
        assert process.stdout is not None
        name = process.stdout.readline().strip()
        assert not has_ended(name)
        process.kill()
        os.waitid(os.P_PID, process.pid, os.WEXITED | os.WNOWAIT)
        assert has_ended(name)
    assert has_ended(name)


def test_nothing_is_said_of_another_machine_or_of_what_is_no_name() -> None:
    assert not has_ended("another:boot:pid:[1]/1/2/3")
    assert not has_ended("whatever")
