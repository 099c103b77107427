"""A private PostgreSQL server for tests, from the binaries that are installed on this machine."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path

import asyncpg
import pytest
from sqlalchemy import make_url

_NUMBERS = count(1)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a server, without a database; each test makes its own with `new_database`."""
    binaries = _binaries()
    if binaries is None:
        pytest.skip("no PostgreSQL server is installed (initdb was found neither in /usr/lib/postgresql nor on the path)")
    with tempfile.TemporaryDirectory(prefix="alertd-postgres-") as folder, _running(binaries, Path(folder)) as address:
        yield address


async def new_database(server: str, model: str | None = None) -> str:
    """A new database on that server, empty or a copy of the one at the URL `model`; returns its URL."""
    url = make_url(server)
    name = f"test_{next(_NUMBERS)}"
    connection = await asyncpg.connect(host=url.host, port=url.port, user=url.username, database="postgres")
    try:
        template = f" TEMPLATE {make_url(model).database}" if model else ""
        await connection.execute(f"CREATE DATABASE {name}{template}")
    finally:
        await connection.close()
    return f"{server}/{name}"


def _binaries() -> Path | None:
    """The folder of the newest server's programs."""
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    found = installed[-1] if installed else shutil.which("initdb")
    return Path(found).resolve().parent if found else None


@contextmanager
def _running(binaries: Path, folder: Path) -> Iterator[str]:
    user = _unprivileged()
    if user:
        shutil.chown(folder, user)
    data, port = folder / "data", _free_port()
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off"

    def run(program: str, *arguments: str) -> None:
        command = [str(binaries / program), "-D", str(data), *arguments]
        subprocess.run(command, user=user, cwd=folder, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - the server's own programs

    run("initdb", "--username=alertd", "--auth=trust", "--encoding=UTF8", "--no-sync")
    run("pg_ctl", "--wait", f"--log={folder / 'log'}", f"--options={options}", "start")
    try:
        yield f"postgresql://alertd@127.0.0.1:{port}"
    finally:
        run("pg_ctl", "--mode=immediate", "stop")


def _unprivileged() -> str | None:
    """The user as whom the server runs: it refuses to run as root."""
    if os.geteuid() != 0:
        return None
    users = {entry.pw_name for entry in pwd.getpwall()}
    return "postgres" if "postgres" in users else "nobody"


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
