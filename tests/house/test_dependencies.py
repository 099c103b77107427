"""What is imported is declared, what is declared is used, and what is declared is locked with its hashes."""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.metadata import packages_distributions

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.house.tree import ROOT, modules

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RUNTIME = {canonicalize_name(r.name): r for r in map(Requirement, PROJECT["dependencies"])}
DEVELOPMENT = {canonicalize_name(r.name): r for r in map(Requirement, PROJECT["optional-dependencies"]["dev"])}
FUZZING = {canonicalize_name(Requirement(r).name) for r in PROJECT["optional-dependencies"]["fuzz"]}
NAMED_IN_DATABASE_ADDRESSES = {"aiosqlite", "asyncpg"}
"""SQLAlchemy imports them."""


@cache
def distributions() -> Mapping[str, Sequence[str]]:
    """The installed distributions by the names of what they bring."""
    return packages_distributions()


def imported_by(*folders: str) -> set[str]:
    """The distributions that the modules of these folders import."""
    known = distributions()
    tops = {name.partition(".")[0] for m in modules(*folders) for name in m.imports()}
    third_party = {top for top in tops - sys.stdlib_module_names - {"alertd", "tests", "tools"} if not top.startswith("_")}
    return {canonicalize_name(known[top][0]) if top in known else top for top in third_party}


def pinned(lock: str) -> dict[str, str]:
    """The versions in a lock file."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return {canonicalize_name(name): version for name, version in re.findall(r"^([\w.-]+)==([\w.+!-]+)", text, flags=re.MULTILINE)}


def test_alertd_imports_only_what_it_declares() -> None:
    assert imported_by("alertd") - RUNTIME.keys() == set()


def test_the_tests_import_only_what_is_declared() -> None:
    assert imported_by("tests", "tools") - RUNTIME.keys() - DEVELOPMENT.keys() - FUZZING == set()


def test_every_declared_library_is_used() -> None:
    assert RUNTIME.keys() - imported_by("alertd") - NAMED_IN_DATABASE_ADDRESSES == set()


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_the_lock_holds_every_declared_library_in_its_declared_range(lock: str) -> None:
    versions = pinned(lock)
    declared = RUNTIME if lock == "requirements.lock" else RUNTIME | DEVELOPMENT
    assert [name for name, r in declared.items() if name not in versions or versions[name] not in r.specifier] == []


def test_both_locks_agree() -> None:
    development = pinned("requirements-dev.lock")
    assert {name for name, version in pinned("requirements.lock").items() if development.get(name) != version} == set()


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_every_locked_package_carries_hashes(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")
    packages = re.split(r"^(?=\w[\w.-]*==)", text, flags=re.MULTILINE)[1:]
    assert len(packages) == len(pinned(lock))
    assert [package.splitlines()[0] for package in packages if "--hash=sha256:" not in package] == []
