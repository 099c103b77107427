"""Every module says what it is for, and stays small enough to be read in one go."""

from __future__ import annotations

import ast
import re
from statistics import median

from tests.house.tree import Function, Module, modules

FORBIDDEN_NAMES = {"utils", "util", "base", "common", "helpers", "helper", "manager", "misc"}
LONGEST_MODULE = 400
LONGEST_FUNCTION = 50
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")


def length(function: Function) -> int:
    """Lines of a function, its signature and docstring included."""
    return (function.end_lineno or function.lineno) - function.lineno + 1


def first_line(module: Module) -> str:
    """The first line of the module's docstring; further lines may go on with the sentence."""
    return (ast.get_docstring(module.tree) or "").split("\n\n", maxsplit=1)[0]


def test_every_module_begins_with_a_sentence_that_says_what_it_is_for() -> None:
    assert [m.name for m in modules() if not first_line(m).endswith(".")] == []


def test_every_module_reads_its_annotations_as_text() -> None:
    without = [m.name for m in modules() if len(m.tree.body) > 1 and "from __future__ import annotations" not in m.text]
    assert without == []


def test_no_module_is_too_long_to_read() -> None:
    assert [f"{m.name}: {n}" for m in modules() if (n := m.text.count("\n")) > LONGEST_MODULE] == []


def test_no_function_is_too_long_to_read() -> None:
    too_long = [f"{m.name}:{f.lineno} {f.name}: {length(f)}" for m in modules() for f in m.functions if length(f) > LONGEST_FUNCTION]
    assert too_long == []


def test_half_of_the_modules_and_functions_are_small() -> None:
    package = modules("alertd")
    assert median(m.text.count("\n") for m in package) <= 100
    assert median(length(f) for m in package for f in m.functions) <= 8


def test_no_module_is_named_for_anything_and_everything() -> None:
    assert [m.name for m in modules() if FORBIDDEN_NAMES & {m.path.stem, m.path.parent.name}] == []


def test_nothing_is_left_unfinished() -> None:
    assert [
        f"{m.name}:{line}" for m in modules() if UNFINISHED.search(m.text) for line, comment in m.comments if UNFINISHED.search(comment)
    ] == []


def test_nothing_blocks_by_sleeping() -> None:
    assert [f"{m.name}:{call.lineno}" for m in modules() for call in m.calls("time.sleep")] == []


def test_nothing_is_a_stub() -> None:
    stubs = [
        f"{m.name}:{node.lineno}"
        for m in modules()
        for node in m.nodes
        if isinstance(node, ast.Raise) and node.exc and "NotImplementedError" in ast.unparse(node.exc)
    ]
    assert stubs == []


def test_nothing_is_mocked() -> None:
    assert [m.name for m in modules() if any(name.split(".")[-1] == "mock" or name == "unittest" for name in m.imports())] == []


def test_only_the_command_line_prints() -> None:
    quiet = [m for m in modules("alertd") if not m.name.startswith("alertd/cli/")]
    assert [f"{m.name}:{call.lineno}" for m in quiet for call in m.calls("print")] == []


def test_no_day_is_taken_from_a_moment_as_it_is_stored() -> None:
    """In Viet Nam it is tomorrow when UTC still has today: `alertd.clock.day_there` says which."""
    taken = re.compile(r"\bnow(?:\(\))?\.date\(\)")
    assert [m.name for m in modules() if taken.search(m.text)] == []
