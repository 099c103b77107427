"""Every exception from a check carries its reason where it stands."""

from __future__ import annotations

import re

from tests.house.tree import ROOT, modules

WAIVER = re.compile(r"noqa(?:: *[A-Z]+\d+(?:, *[A-Z]+\d+)*)?|type: *ignore(?:\[[\w, -]+\])?|pragma: no cover")
WORD = re.compile(r"[^\W\d_]{2,}")
RULE = re.compile(r'"[A-Z]+\d*"')


def is_silent(comment: str) -> bool:
    """Whether a comment waives a finding and says nothing beside."""
    return bool(WAIVER.search(comment)) and not WORD.search(WAIVER.sub("", comment))


def lines_of(section: str) -> list[str]:
    """The lines of one table of pyproject.toml."""
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    return text.split(f"\n{section}\n", maxsplit=1)[1].split("\n[", maxsplit=1)[0].splitlines()


def test_every_waived_finding_says_why_on_its_line() -> None:
    assert [
        f"{m.name}:{line} {comment}" for m in modules() if WAIVER.search(m.text) for line, comment in m.comments if is_silent(comment)
    ] == []


def test_every_rule_of_the_linter_that_is_switched_off_says_why_on_its_line() -> None:
    lines = [line for line in lines_of("[tool.ruff.lint]") if not line.startswith("select")] + lines_of("[tool.ruff.lint.per-file-ignores]")
    assert [line for line in lines if RULE.search(line) and "#" not in line] == []


def test_every_library_that_the_type_checker_passes_over_says_why() -> None:
    assert [line for line in lines_of("[[tool.mypy.overrides]]") if line.startswith("ignore_") and "#" not in line] == []
