"""Runs `alertd` as a shell would, with a folder, an environment and standard streams of the test's own."""

from __future__ import annotations

import io
import json
import logging
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from alertd.cli import main


@dataclass(frozen=True)
class Ended:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output, which must hold one JSON value and nothing else."""
        return json.loads(self.out)


Alertd = Callable[..., Ended]


@pytest.fixture
def alertd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Alertd]:
    """Runs one command in a folder of its own, where the packaged configuration holds; `given` is its standard input."""
    monkeypatch.chdir(tmp_path)

    def run(*words: str | Path, given: str = "") -> Ended:
        monkeypatch.setattr(sys, "argv", ["alertd", *map(str, words)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(given.encode()), encoding="utf-8"))
        status: Any = 0
        try:
            main()
        except SystemExit as end:
            status = end.code or 0
        out, err = capsys.readouterr()
        return Ended(status, out, err)

    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield run
    root.handlers[:] = handlers
    root.setLevel(level)
