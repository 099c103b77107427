"""The checkout as the house tests see it: its files, its modules, their functions and comments."""

from __future__ import annotations

import ast
import io
import os
import tokenize
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
MADE_BY_TOOLS = {"__pycache__", "build", "dist", "var"}
"""Folders that .gitignore names, beside those that begin with a full stop."""

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Module:
    """One Python file."""

    path: Path

    @property
    def name(self) -> str:
        """Its path from the top of the checkout, as messages show it."""
        return self.path.relative_to(ROOT).as_posix()

    @cached_property
    def text(self) -> str:
        """The source."""
        return self.path.read_text(encoding="utf-8")

    @cached_property
    def tree(self) -> ast.Module:
        """The syntax tree."""
        return ast.parse(self.text)

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Everything in the syntax tree."""
        return tuple(ast.walk(self.tree))

    @cached_property
    def functions(self) -> tuple[Function, ...]:
        """Every function and method."""
        return tuple(node for node in self.nodes if isinstance(node, Function))

    @cached_property
    def comments(self) -> tuple[tuple[int, str], ...]:
        """Every comment with its line."""
        tokens = tokenize.generate_tokens(io.StringIO(self.text).readline)
        return tuple((token.start[0], token.string) for token in tokens if token.type == tokenize.COMMENT)

    def calls(self, function: str) -> Iterator[ast.Call]:
        """Every call of a function, named as it is written there."""
        if function in self.text:
            yield from (node for node in self.nodes if isinstance(node, ast.Call) and ast.unparse(node.func) == function)

    def imports(self) -> Iterator[str]:
        """The full name of every module that it imports."""
        for node in self.nodes:
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module:
                yield node.module


@cache
def files() -> tuple[Path, ...]:
    """Every file of the checkout that is not made by tools."""
    return tuple(_files_in(ROOT))


def _files_in(folder: Path) -> Iterator[Path]:
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_file() and entry.name != ".git":  # in a worktree it is a file
            yield Path(entry.path)
        elif entry.is_dir() and entry.name not in MADE_BY_TOOLS and (entry.name == ".ci" or not entry.name.startswith(".")):
            yield from _files_in(Path(entry.path))


@cache
def modules(*folders: str) -> tuple[Module, ...]:
    """The Python files of these folders; of all where none is named."""
    wanted = folders or ("alertd", "tests", "tools")
    return tuple(Module(path) for path in files() if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in wanted)
