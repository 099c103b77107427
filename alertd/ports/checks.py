"""The self-check and what an administrator vouches for: what can be kept and asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from alertd.model.checks import Attestation, ContactCheck, Probe


class Checks(Protocol):
    """Rounds of the self-check, whom they ask, and attestations."""

    async def add(self, check: ContactCheck) -> int:
        """Keep a round; its `id` is ignored."""
        ...

    async def save(self, check: ContactCheck) -> None: ...

    async def latest(self, body: str | None = None) -> ContactCheck | None:
        """The latest round for that body alone; of None for everybody."""
        ...

    async def trials(self) -> list[ContactCheck]:
        """The rounds for single bodies in which answers are waited for."""
        ...

    async def ask(self, probes: Sequence[Probe]) -> None:
        """Keep whom a round asks; an address that it asks already is left out."""
        ...

    async def probes(self, check_id: int) -> list[Probe]: ...

    async def waiting(self, channel: str, address: str) -> list[Probe]:
        """Whoever has not answered from that address yet, of the rounds that have not ended."""
        ...

    async def answer(self, probe_ids: Sequence[int], at: datetime, words: str) -> None: ...

    async def unsent(self) -> list[int]:
        """The deliveries of checks that still wait to be sent."""
        ...

    async def attest(self, attestations: Sequence[Attestation]) -> None:
        """Keep them; who vouches for an address again vouches for it anew."""
        ...

    async def attested(self) -> list[Attestation]: ...
