"""No file tells on which machine it was written or from where its packages came."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tests.house.tree import ROOT, files

BINARY = {".docx", ".pdf", ".png", ".xlsx", ".ico"}
MACHINE_PATH = re.compile(r"(?<![\w.:/-])/(?:root|home|Users|work|tmp/\w|opt/\w)/[\w.-]")
REGISTRY = re.compile(
    r"\b(?:[\w-]+\.)*(?:pypi|pythonhosted|npmjs|debian|ubuntu)\.(?:org|com|net)\b|--(?:extra-)?index-url|--find-links=|--trusted-host="
)


def lines() -> Iterator[tuple[Path, int, str]]:
    """Every line of every text file."""
    for path in files():
        if path.suffix not in BINARY:
            for number, line in enumerate(path.read_bytes().decode("utf-8", "replace").splitlines(), start=1):
                yield path.relative_to(ROOT), number, line


def found(pattern: re.Pattern[str]) -> list[str]:
    """Where the pattern occurs, this file aside."""
    here = Path(__file__).relative_to(ROOT)
    return [f"{path}:{number}: {line.strip()[:120]}" for path, number, line in lines() if path != here and pattern.search(line)]


def test_no_file_names_a_folder_of_somebodys_machine() -> None:
    assert found(MACHINE_PATH) == []


def test_no_file_names_a_registry_of_packages() -> None:
    assert found(REGISTRY) == []


def test_no_file_ends_in_the_middle_of_a_line() -> None:
    texts = [path for path in files() if path.suffix in {".py", ".md", ".toml", ".sh", ".yaml", ".lock", ".j2", ".html", ".css", ".js"}]
    assert [str(path.relative_to(ROOT)) for path in texts if (content := path.read_bytes()) and not content.endswith(b"\n")] == []
