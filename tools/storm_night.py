"""Writes docs/storm-night.md: a night that the program really lives through, so that the page never promises more than it does."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from tests.fakes.rig import moment
from tests.scenarios.storm_night import tells

PAGE = Path(__file__).resolve().parent.parent / "docs" / "storm-night.md"
OPENING = """\
# Một đêm bão

Sáu mươi đơn vị, bốn công điện, một lần đính chính, mười lăm xã mất mạng hai giờ. Mọi dòng dưới đây do chương trình thật ghi lại, với điện
thoại mô phỏng và đồng hồ đặt bằng tay.

*A storm night: sixty bodies, four orders, one correction, fifteen communes without network for two hours. Written by
`python -m tools.storm_night` from a run of the whole program against simulated telephones; a test fails when this page is stale.*

| giờ | việc |
|---|---|
"""


def drawn(lines: Sequence[tuple[datetime, str]]) -> str:
    """The whole page."""
    return OPENING + "".join(f"| {at:%H:%M} | {words} |\n" for at, words in lines)


async def _told() -> str:
    with moment() as folder:
        return drawn((await tells(Path(folder))).lines)


if __name__ == "__main__":
    PAGE.write_text(asyncio.run(_told()), encoding="utf-8")
