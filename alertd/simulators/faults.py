"""The ways in which a provider fails, by script: which calls, how many of them, and what happens to each."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

import tomli
from pydantic import TypeAdapter, ValidationError

from alertd.errors import SetupError


class FaultKind(StrEnum):
    """What happens to a call."""

    REFUSE = "refuse"
    """The provider cannot be reached for `seconds`: connections are dropped and new ones refused."""
    RESET = "reset"
    """The connection is reset before the call is looked at."""
    ERROR = "error"
    """`status` is answered, and nothing done."""
    RATE = "rate"
    """429, with `retry_after` where it is given; nothing done."""
    SLOW = "slow"
    """Done, and answered after `seconds`."""
    HANG = "hang"
    """Done, and never answered."""
    CUT = "cut"
    """Done, and the answer breaks off in the middle."""
    GARBLE = "garble"
    """Done, and answered with something that is not JSON."""

    @property
    def is_before(self) -> bool:
        """Whether the call fails before anything is done."""
        return self in (self.REFUSE, self.RESET, self.ERROR, self.RATE)


@dataclass
class Fault:
    """One rule: of the calls that match, the first `skip` pass, then `times` fail."""

    does: FaultKind
    times: int | None = 1
    """None: for ever."""
    skip: int = 0
    method: str = ""
    """The last part of the path, e.g. `sendMessage` or `Messages.json`; empty matches every call."""
    to: str = ""
    """The chat or number; empty matches every one."""
    status: int = 500
    retry_after: int | None = None
    seconds: float = 1.0

    def matches(self, method: str, to: str) -> bool:
        """Whether the rule is about such a call."""
        return (not self.method or self.method.lower() == method.lower()) and (not self.to or self.to == to)


@dataclass
class Faults:
    """The rules still in force, in order: the first that matches a call is taken."""

    rules: list[Fault] = field(default_factory=list)

    def add(self, fault: Fault) -> None:
        """Put a rule after those in force."""
        self.rules.append(fault)

    def clear(self) -> None:
        """Nothing fails any more."""
        self.rules.clear()

    def next_for(self, method: str, to: str) -> Fault | None:
        """The fault that befalls this call, counted."""
        rule = next((rule for rule in self.rules if rule.matches(method, to)), None)
        if rule is None:
            return None
        if rule.skip > 0:
            rule.skip -= 1
            return None
        if rule.times is not None:
            rule.times -= 1
            if rule.times == 0:
                self.rules.remove(rule)
        return rule


def load_faults(path: Path) -> Faults:
    """The rules of a script, TOML or JSON: a list `faults` of tables with the fields of `Fault`. Raises SetupError."""
    try:
        content = _parsed(path)
        return Faults(TypeAdapter(list[Fault]).validate_python(content.get("faults", [])))
    except ValidationError as error:
        problems = (f"faults.{'.'.join(str(part) for part in item['loc'])}: {item['msg']}" for item in error.errors(include_url=False))
        raise SetupError([f"{path}: {problem}" for problem in problems]) from None
    except (OSError, ValueError) as error:
        raise SetupError([f"{path}: cannot be read: {error}"]) from None


def _parsed(path: Path) -> Mapping[str, Any]:
    text = path.read_text(encoding="utf-8")
    content = json.loads(text) if path.suffix == ".json" else tomli.loads(text)
    if not isinstance(content, dict):
        raise ValueError("it must be a table")  # noqa: TRY004  told to the operator like any other mistake of the file
    return content
