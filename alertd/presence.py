"""Says who this process is among all that share the work, and whether another one on this machine has ended."""

from __future__ import annotations

import os
import secrets
import socket
from pathlib import Path

_PROC = Path("/proc")


def own_name() -> str:
    """A name that no other process has or will have: machine, run of the machine, process, and a word by lot."""
    return f"{_machine()}/{os.getpid()}/{_began(os.getpid())}/{secrets.token_hex(4)}"


def has_ended(name: str) -> bool:
    """Whether the process of that name ran on this machine and runs no more. False where that cannot be told from here."""
    machine, _, rest = name.partition("/")
    pid, _, began = rest.partition("/")
    if machine != _machine() or not pid.isdecimal():
        return False
    return _began(int(pid)) != began.partition("/")[0]


def _machine() -> str:
    """Host, boot and namespace of process numbers: only where all three are the same does a process number mean the same process."""
    try:
        boot = (_PROC / "sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        space = (_PROC / "self/ns/pid").readlink().name
    except OSError:
        return f"{socket.gethostname()}:unknown-{os.getpid()}"
    return f"{socket.gethostname()}:{boot}:{space}"


def _began(pid: int) -> str:
    """When a process began, in ticks since the machine did; empty where there is none or only its remains."""
    try:
        stat = (_PROC / str(pid) / "stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    fields = stat.rpartition(")")[2].split()  # the name before it may hold blanks and brackets
    return "" if fields[0] in {"Z", "X"} else fields[19]
