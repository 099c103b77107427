"""A PostgreSQL of its own for a measurement, which writes through to the disk as a real one does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tests.fakes.postgres import private_server


@contextmanager
def database() -> Iterator[str]:
    """The address of a server without a database. Raises LookupError where none is installed."""
    with private_server(outlives_machine=True) as server:
        yield server.address
