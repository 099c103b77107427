"""Times every pattern of the reading rooms on text made to mislead it, and names those whose time grows faster than the text.

Each is searched for everywhere, so that one that is only ever matched from the beginning has to say so by `^`.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Iterator

import alertd.directory
import alertd.reading

LENGTHS = (10_000, 20_000, 40_000)
STEEP = 2.9
"""Twice the text in more than so many times the time is steeper than linear; a square pattern takes four times as long."""
WORTH_TELLING = 0.02
"""Seconds that the longest text must take: below that, noise looks steep, and does no harm."""
_QUICK = WORTH_TELLING / 20
"""A pattern that takes less for the shortest text would have to grow faster than its square to be worth telling."""
_ENOUGH = 2.0
_SEEDS = """các |các huyện, |Bộ trưởng các Bộ: |và |, |; |( |()|(1)|1. |1.|- |--|_|. |.|" |“|a|A|ộ|Ộ|0|0/|17 giờ |trước |
    |trước 17 giờ, |ngày 12/9 |báo cáo |kịp thời |nhất là |theo đó, |yêu cầu |công điện |số |02/CĐ-|CĐ|Sở |UBND tỉnh |
    |Chủ tịch |chủ trì, phối hợp với |nêu trên |trừ |từ A đến B |đồng chí |để |đến |trong |thực hiện |một số nhiệm vụ |
    |sau |khẩn |\t|  |về |của |gửi |hằng ngày |,|:|<p |<|&|%|\u00ad"""
SEEDS = [seed for seed in _SEEDS.split("|") if not seed.startswith("\n")]


def steep_patterns() -> Iterator[str]:
    """Each steep pattern with where it stands, the text that shows it, and its times."""
    for place, pattern in sorted(_patterns().items()):
        for seed in SEEDS:
            if _seconds(pattern, seed, LENGTHS[0]) < _QUICK:
                continue
            times = _times(pattern, seed)
            # Measured again, since a busy machine makes one measurement look steep.
            if _is_steep(times) and _is_steep(times := _times(pattern, seed)):
                shown = " ".join(f"{seconds * 1000:.0f}" for seconds in times)
                yield f"{place} on {seed!r}, {LENGTHS[: len(times)]} letters of it: {shown} ms"


def _is_steep(times: list[float]) -> bool:
    return times[-1] > WORTH_TELLING and (len(times) < len(LENGTHS) or times[-1] > STEEP * times[-2])


def _times(pattern: re.Pattern[str], seed: str) -> list[float]:
    """For each length in turn, up to the first that takes too long by itself."""
    times: list[float] = []
    for length in LENGTHS:
        times.append(_seconds(pattern, seed, length))
        if times[-1] > _ENOUGH:
            break
    return times


def _seconds(pattern: re.Pattern[str], seed: str, length: int) -> float:
    """How long the pattern takes for all its matches, or until it has taken enough."""
    text = (seed * (length // len(seed) + 1))[:length] + "\x00"
    began = time.process_time()
    for _ in pattern.finditer(text):
        if time.process_time() - began > _ENOUGH:
            break
    return time.process_time() - began


def _patterns() -> dict[str, re.Pattern[str]]:
    """Every pattern of every module, those that are made at first use too, by module and name."""
    found: dict[str, re.Pattern[str]] = {}
    for room in (alertd.reading, alertd.directory):
        for info in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            for name, held in vars(importlib.import_module(info.name)).items():
                found.update({f"{info.name}.{name}{at}": pattern for at, pattern in _held(held)})
    return found


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


def main() -> None:
    """Print what is steep as it is found; exit status 1 where anything is."""
    found = False
    for line in steep_patterns():
        print(line, flush=True)
        found = True
    raise SystemExit(found)


if __name__ == "__main__":
    main()
