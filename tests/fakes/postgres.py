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


MISSING = "no PostgreSQL server is installed (initdb was found neither in /usr/lib/postgresql nor on the path)"


class Server:
    """One server with its data in `folder`. What it has committed outlives its own death; not the machine's, which is faster."""

    def __init__(self, binaries: Path, folder: Path, *, outlives_machine: bool = False) -> None:
        self._binaries = binaries
        self._folder = folder
        self._user = _unprivileged()
        self._fsync = "on" if outlives_machine else "off"
        self.port = _free_port()

    @property
    def address(self) -> str:
        """Where it is, without a database."""
        return f"postgresql://alertd@127.0.0.1:{self.port}"

    def create(self) -> None:
        """Lay out its data."""
        if self._user:
            shutil.chown(self._folder, self._user)
        self._run("initdb", "--username=alertd", "--auth=trust", "--encoding=UTF8", "--no-sync")

    def start(self) -> None:
        """Returns when it takes connections."""
        options = f"-p {self.port} -k {self._folder} -c listen_addresses=127.0.0.1 -c fsync={self._fsync}"
        self._run("pg_ctl", "--wait", f"--log={self._folder / 'log'}", f"--options={options}", "start")

    def stop(self) -> None:
        """At once, as a crash would: nobody is waited for, nothing is put in order."""
        self._run("pg_ctl", "--mode=immediate", "stop")

    def _run(self, program: str, *arguments: str) -> None:
        command = [str(self._binaries / program), "-D", str(self._folder / "data"), *arguments]
        subprocess.run(command, user=self._user, cwd=self._folder, check=True, stdout=subprocess.DEVNULL)  # noqa: S603 - the server's own programs


@contextmanager
def private_server(*, outlives_machine: bool = False) -> Iterator[Server]:
    """A server of our own, running; with `outlives_machine` as slow as a real one. Raises LookupError where none is installed."""
    binaries = _binaries()
    if binaries is None:
        raise LookupError(MISSING)
    with tempfile.TemporaryDirectory(prefix="alertd-postgres-") as folder:
        server = Server(binaries, Path(folder), outlives_machine=outlives_machine)
        server.create()
        server.start()
        try:
            yield server
        finally:
            server.stop()


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a server, without a database; each test makes its own with `new_database`."""
    try:
        with private_server() as server:
            yield server.address
    except LookupError as error:
        pytest.skip(str(error))


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
