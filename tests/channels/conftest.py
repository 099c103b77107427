"""The hook server that providers call."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.fakes.hook_server import HookServer


@pytest.fixture
async def hooks() -> AsyncIterator[HookServer]:
    async with HookServer() as server:
        yield server
