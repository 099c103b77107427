"""The folder for documents must be its own: whatever lies in it is taken for a document and moved away, a database included."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from alertd.config.findings import Finding
from alertd.config.sections import Settings


def not_apart(settings: Settings, file: Path) -> Iterator[Finding]:
    """What of alertd's own lies in `intake.folder`; `settings` with absolute paths, read from that file."""
    scheme, _, database = settings.database.url.partition(":///")
    own = {"the database": Path(database)} if scheme == "sqlite" else {}
    own |= {"the configuration": file.absolute(), "contacts": settings.contacts.path / "*", "templates": settings.templates.path / "*"}
    for what, path in own.items():
        if path.parent.resolve() == settings.intake.folder.resolve():
            yield Finding(("intake", "folder"), f"{what} would be taken for documents there; give it a folder of its own")
