"""Times every pattern of the reading rooms on text made to mislead it, and names those whose time grows faster than the text.

Each is used as the code uses it: one that is only ever matched at a place is matched at the beginning, any other searched for everywhere.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import pkgutil
import re
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from types import FrameType, ModuleType

import alertd.directory
import alertd.reading

LENGTHS = (10_000, 20_000, 40_000)
STEEP = 2.9
"""Twice the text in more than so many times the time is steeper than linear; a square pattern takes four times as long."""
WORTH_TELLING = 0.1
"""Seconds that the longest text must take: below that, noise looks steep, and does no harm. Some kernels count a process's time by
ticks of 4 ms while a timer of that time runs."""
_QUICK = WORTH_TELLING / 20
"""A pattern that takes less for the shortest text would have to grow faster than its square to be worth telling."""
_ENOUGH = 2.0
"""Seconds after which a pattern is stopped, even in the midst of one look: it may have hours to go."""
_AT_ONE_PLACE = frozenset({"match", "fullmatch"})
_METHODS = _AT_ONE_PLACE | {"search", "finditer", "findall", "sub", "subn", "split"}
_SEEDS = """các |các huyện, |Bộ trưởng các Bộ: |và |, |; |( |()|(1)|1. |1.|- |--|_|. |.|" |“|a|A|ộ|Ộ|0|0/|17 giờ |trước |
    |trước 17 giờ, |ngày 12/9 |báo cáo |kịp thời |nhất là |theo đó, |yêu cầu |công điện |số |02/CĐ-|CĐ|Sở |UBND tỉnh |
    |Chủ tịch |chủ trì, phối hợp với |nêu trên |trừ |từ A đến B |đồng chí |để |đến |trong |thực hiện |một số nhiệm vụ |
    |sau |khẩn |\t|  |về |của |gửi |hằng ngày |,|:|<p |<|&|%|\u00ad"""
SEEDS = [seed for seed in _SEEDS.split("|") if not seed.startswith("\n")]


@dataclass(frozen=True)
class _Used:
    """A pattern and whether the code looks for it everywhere in a text."""

    place: str
    pattern: re.Pattern[str]
    is_searched: bool


def steep_patterns() -> Iterator[str]:
    """Each steep pattern with where it stands, the text that shows it, and its times."""
    for used in _patterns():
        for seed in SEEDS:
            if _seconds(used, seed, LENGTHS[0]) < _QUICK:
                continue
            times = _times(used, seed)
            # Measured again, since a busy machine makes one measurement look steep.
            if _is_steep(times) and _is_steep(times := _times(used, seed)):
                shown = " ".join(f"{seconds * 1000:.0f}" for seconds in times)
                yield f"{used.place} on {seed!r}, {LENGTHS[: len(times)]} letters of it: {shown} ms"


def _is_steep(times: list[float]) -> bool:
    return times[-1] > WORTH_TELLING and (len(times) < len(LENGTHS) or times[-1] > STEEP * times[-2])


def _times(used: _Used, seed: str) -> list[float]:
    """For each length in turn, up to the first that takes too long by itself."""
    times: list[float] = []
    for length in LENGTHS:
        times.append(_seconds(used, seed, length))
        if times[-1] >= _ENOUGH:
            break
    return times


class _EnoughError(Exception):
    """The time is up."""


def _stop(_: int, __: FrameType | None) -> None:
    raise _EnoughError


def _seconds(used: _Used, seed: str, length: int) -> float:
    """How long the pattern takes for all its matches, or until it has taken enough."""
    text = (seed * (length // len(seed) + 1))[:length] + "\x00"
    signal.signal(signal.SIGVTALRM, _stop)
    began = time.process_time()
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, _ENOUGH)
        if used.is_searched:
            for _ in used.pattern.finditer(text):
                pass
        else:
            used.pattern.match(text)
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    except _EnoughError:
        return _ENOUGH
    return time.process_time() - began


def _patterns() -> list[_Used]:
    """Every pattern of every module, those that are made at first use too, each once, by module and name."""
    rooms = (alertd.reading, alertd.directory)
    names = [info.name for room in rooms for info in pkgutil.walk_packages(room.__path__, f"{room.__name__}.")]
    modules = [importlib.import_module(name) for name in sorted(names)]
    found: dict[re.Pattern[str], str] = {}
    for module in modules:
        for name, held in vars(module).items():
            for at, pattern in _held(held):
                found.setdefault(pattern, f"{module.__name__}.{name}{at}")
    uses = [use for module in modules for use in _uses(module)]
    asked = {pattern: {method for other, method in uses if other is pattern} for pattern in found}
    # One that is reached by no name of its own, as in a list of forms, may be used in any way.
    return [_Used(place, pattern, not asked[pattern] or not asked[pattern] <= _AT_ONE_PLACE) for pattern, place in found.items()]


def _held(value: object) -> Iterator[tuple[str, re.Pattern[str]]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        yield "", value
    elif isinstance(value, (tuple, list)):
        for index, each in enumerate(value):
            yield from ((f"[{index}]{at}", pattern) for at, pattern in _held(each))
    elif hasattr(value, "cache_info") and getattr(value, "__annotations__", {}).get("return") == "re.Pattern[str]":
        arguments = getattr(value, "__annotations__", {}).keys() - {"return"}
        if not arguments and callable(value):
            yield "()", value()


def _uses(module: ModuleType) -> Iterator[tuple[re.Pattern[str], str]]:
    """Each pattern that the module's code uses by a name, and the method by which it does."""
    for node in ast.walk(ast.parse(inspect.getsource(module))):
        if not (isinstance(node, ast.Attribute) and node.attr in _METHODS):
            continue
        holder = node.value.func if isinstance(node.value, ast.Call) else node.value
        if isinstance(holder, ast.Name):
            yield from ((pattern, node.attr) for at, pattern in _held(vars(module).get(holder.id)) if at in ("", "()"))


def main() -> None:
    """Print what is steep as it is found; exit status 1 where anything is."""
    found = False
    for line in steep_patterns():
        print(line, flush=True)
        found = True
    raise SystemExit(found)


if __name__ == "__main__":
    main()
