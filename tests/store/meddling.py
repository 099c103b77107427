"""Changes a database behind the program's back."""

from __future__ import annotations

from pathlib import Path

from alertd.store import engines

_SQLITE = "sqlite:///"


async def meddle(url: str, statements: str) -> None:
    """Execute statements, as somebody with a database tool would."""
    is_file = url.startswith(_SQLITE)
    engine = engines.sqlite_writer(Path(url.removeprefix(_SQLITE))) if is_file else engines.postgresql(url, None)
    async with engine.begin() as connection:
        for statement in statements.split(";"):
            await connection.exec_driver_sql(statement)
    await engine.dispose()
