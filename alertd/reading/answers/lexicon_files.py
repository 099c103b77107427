"""Reads contacts/lexicon strictly: every unknown key and every broken entry is named with its file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, product
from pathlib import Path
from typing import Any

import tomli

from alertd.config import packaged
from alertd.errors import SetupError
from alertd.model.replies import Meaning
from alertd.reading.answers.kinds import Kind
from alertd.reading.answers.lexicon import Danger, Form, Lexicon, Words

_TABLES = ("short", "unaccented", "signs", "units", "deeds")
_KEYS = ("words", "forms", "dangers", "surnames", *_TABLES)
_CHOICE = re.compile(r"[()|]")
_KINDS = frozenset(Kind)
_DANGERS = (Kind.ALARM, Kind.DAMAGE, Kind.OBSTACLE, Kind.LACK)


@cache
def packaged_lexicon() -> Lexicon:
    """The lexicon that alertd carries, for callers without a configuration."""
    return load_lexicon(packaged("contacts") / "lexicon")


def load_lexicon(path: Path) -> Lexicon:
    """Read every TOML file of the folder, in the order of their names; lists add up, later spellings win.

    Raises SetupError with every problem, each as `file: key: what is wrong`.
    """
    files = sorted(path.glob("*.toml"))
    if not files:
        raise SetupError([f"{path}: holds no lexicon (*.toml)"])
    problems: list[str] = []
    contents = [(file, data) for file in files if (data := _parsed(file, problems)) is not None]
    for file, data in contents:
        problems += [f"{file}: {problem}" for problem in _wrong(data)]
    if problems:
        raise SetupError(problems)
    lexicon = _lexicon([data for _, data in contents])
    if problems := [f"{file}: {problem}" for file, data in contents for problem in _never_met(data, lexicon)]:
        raise SetupError(problems)
    return lexicon


def _parsed(file: Path, problems: list[str]) -> dict[str, Any] | None:
    try:
        return tomli.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomli.TOMLDecodeError, RecursionError) as error:
        problems.append(f"{file}: is not valid TOML: {error}")
        return None


def _wrong(data: dict[str, Any]) -> Iterator[str]:
    yield from (f"{key}: is not a known key" for key in data if key not in _KEYS)
    for name in _TABLES:
        yield from _wrong_table(name, data.get(name, {}))
    yield from _wrong_words(data.get("words", {}))
    if not _is_texts(data.get("surnames", [])):
        yield "surnames: must be a list of texts"
    yield from _wrong_shapes("forms", "meaning", [m for m in Meaning if m.is_positive], data.get("forms", []))
    yield from _wrong_shapes("dangers", "kind", _DANGERS, data.get("dangers", []))


def _wrong_table(name: str, table: object) -> Iterator[str]:
    if not isinstance(table, dict):
        yield f"{name}: must be a table of texts"
        return
    yield from (f"{name}.{key}: must be a text" for key, value in table.items() if not isinstance(value, str) or not value.strip())


def _wrong_words(table: object) -> Iterator[str]:
    if not isinstance(table, dict):
        yield "words: must be a table of lists"
        return
    for key, values in table.items():
        if key not in _KINDS:
            yield f"words.{key}: is not a known key"
        if not _is_texts(values):
            yield f"words.{key}: must be a list of texts"


def _wrong_shapes(name: str, stands_for: str, known: Sequence[str], groups: object) -> Iterator[str]:
    if not isinstance(groups, list):
        yield f"{name}: must be a list of tables ([[{name}]])"
        return
    for place, group in enumerate(groups):
        if not isinstance(group, dict) or set(group) != {stands_for, "clauses"} or not _is_texts(group["clauses"]):
            yield f"{name}[{place}]: must hold {stands_for} and clauses, a list of texts, and nothing else"
            continue
        if group[stands_for] not in known:
            yield f"{name}[{place}].{stands_for}: must be one of {', '.join(known)}"
        unknown = [p for c in group["clauses"] for p in c.split() if p.startswith("{") and p.strip("{}") not in _KINDS]
        yield from (f"{name}[{place}].clauses: {part} is not a known kind" for part in unknown)


def _never_met(data: dict[str, Any], lexicon: Lexicon) -> Iterator[str]:
    """Parts of forms that no reply can have: words are told apart by the phrases that the lexicon lists."""
    for place, group in enumerate(data.get("forms", [])):
        parts = dict.fromkeys(part for form in _forms(group) for part in form.parts if not isinstance(part, Kind))
        unmet = [part for part in parts if " " in part and tuple(part.split()) not in lexicon.phrases]
        yield from (f"forms[{place}].clauses: {part.replace(' ', '_')} is no phrase of [words]" for part in unmet)


def _is_texts(values: object) -> bool:
    return isinstance(values, list) and all(isinstance(v, str) and v.strip() for v in values)


def _lexicon(contents: list[dict[str, Any]]) -> Lexicon:
    phrases: dict[Words, frozenset[Kind]] = {}
    for data in contents:
        for name, written in data.get("words", {}).items():
            kind = frozenset((Kind(name),))  # one for all its thousands of phrases; few phrases are of two kinds
            for words in alternatives(written):
                phrases[words] = phrases[words] | kind if words in phrases else kind
    tables = {name: {k: v for data in contents for k, v in data.get(name, {}).items()} for name in _TABLES}
    return Lexicon(
        phrases=phrases,
        short={tuple(k.split()): tuple(v.split()) for k, v in (tables["short"] | tables["signs"]).items()},
        unaccented=tables["unaccented"],
        surnames=frozenset(name.lower() for data in contents for name in data.get("surnames", [])),
        units=tables["units"],
        deeds=tables["deeds"],
        dangers=tuple(danger for data in contents for group in data.get("dangers", []) for danger in _dangers(group)),
        forms=tuple(form for data in contents for group in data.get("forms", []) for form in _forms(group)),
    )


def alternatives(written: Iterable[str]) -> Iterator[Words]:
    """Every phrase that the written ones stand for: "vỡ (đê|bờ bao)" is two, and an empty choice may be left out."""
    for phrase in written:
        if not _CHOICE.search(phrase):
            yield tuple(phrase.split())
            continue
        parts = [[choice.split() for choice in part.split("|")] for part in re.split(r"[()]", phrase)]
        yield from (words for choice in product(*parts) if (words := tuple(chain.from_iterable(choice))))


def _forms(group: dict[str, Any]) -> Iterator[Form]:
    for clause in group["clauses"]:
        parts = _parts(clause.removeprefix("="))
        yield Form(Meaning(group["meaning"]), parts, frozenset(parts), clause.startswith("="))


def _dangers(group: dict[str, Any]) -> Iterator[Danger]:
    for clause in group["clauses"]:
        yield Danger(Kind(group["kind"]), _parts(clause))


def _parts(clause: str) -> tuple[Kind | str, ...]:
    return tuple(Kind(part.strip("{}")) if part.startswith("{") else part.replace("_", " ") for part in clause.split())
