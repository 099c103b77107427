"""What is handed over works outside the checkout: the wheel, the container, the commands that the documents name."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.house.tree import ROOT

DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
LAST_STAGE = DOCKERFILE[DOCKERFILE.rindex("\nFROM ") :]


def run(*command: str, cwd: Path, **environ: str) -> str:
    """What a command prints. It must succeed."""
    plain = {key: value for key, value in os.environ.items() if not key.startswith("ALERTD_")}
    done = subprocess.run(command, cwd=cwd, env=plain | environ, capture_output=True, text=True, check=False)  # noqa: S603 - our own words
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT), cwd=folder)
    return next(folder.glob("*.whl"))


def test_the_wheel_carries_everything_that_an_operator_edits(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    for name in ("config.toml", "contacts", "templates"):
        here = [ROOT / name] if (ROOT / name).is_file() else [path for path in (ROOT / name).rglob("*") if path.is_file()]
        assert here
        assert {f"alertd/defaults/{path.relative_to(ROOT).as_posix()}" for path in here} - held == set()


def test_the_wheel_carries_every_file_of_the_package(wheel: Path) -> None:
    held = set(zipfile.ZipFile(wheel).namelist())
    here = [path for path in (ROOT / "alertd").rglob("*") if path.is_file() and "__pycache__" not in path.parts]
    assert {path.relative_to(ROOT).as_posix() for path in here} - held == set()


def test_an_installed_alertd_finds_its_settings_outside_any_checkout(wheel: Path, tmp_path: Path) -> None:
    zipfile.ZipFile(wheel).extractall(tmp_path / "site")
    (tmp_path / "desk").mkdir()
    program = "from alertd.config import load_settings as l; s = l(); print(s.contacts.path, s.templates.path, s.database.url, sep='\\n')"
    told = run(sys.executable, "-c", program, cwd=tmp_path / "desk", PYTHONPATH=str(tmp_path / "site"), PYTHONSAFEPATH="1").splitlines()
    defaults = tmp_path / "site" / "alertd" / "defaults"
    assert told == [str(defaults / "contacts"), str(defaults / "templates"), f"sqlite:///{tmp_path}/desk/var/alertd.db"]


def test_the_container_installs_what_is_locked_and_nothing_else() -> None:
    installs = re.findall(r"pip install .*", DOCKERFILE)
    assert all("--require-hashes" in line or "--no-deps" in line for line in installs)
    assert "COPY requirements.lock" in DOCKERFILE


def test_the_container_does_not_run_as_root_and_says_whether_it_is_well() -> None:
    [user] = re.findall(r"^USER (\w+)$", LAST_STAGE, flags=re.MULTILINE)
    assert user != "root"
    assert LAST_STAGE.index(f"USER {user}") < LAST_STAGE.index("CMD")
    assert "/healthz" in LAST_STAGE[LAST_STAGE.index("HEALTHCHECK") :]


def test_the_container_is_given_everything_that_it_copies() -> None:
    allowed = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    copied = [name for line in re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, flags=re.MULTILINE) for name in line.split()]
    assert copied
    assert [name for name in copied if f"!{name}" not in allowed or not (ROOT / name).exists()] == []


def test_continuous_integration_runs_the_test_command_that_the_readme_names() -> None:
    script = ROOT / ".ci" / "run"
    assert os.access(script, os.X_OK)
    command = script.read_text(encoding="utf-8").splitlines()[-1]
    assert command == "make test"
    assert command in (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_make_target_that_a_page_names_exists() -> None:
    targets = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE))
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    command = re.compile(r"(?:`|^)make ([a-z-]+)(?=`| [A-Z]+=| *(?:#.*)?$)", re.MULTILINE)
    named = {name for page in pages for name in command.findall(page.read_text(encoding="utf-8"))}
    assert named - targets == set()
