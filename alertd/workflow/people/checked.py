"""Tells what a round of the self-check came to: who answered for which body, from which address, and who did not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from alertd.model.checks import ContactCheck, Probe
from alertd.workflow.notices.packing import Packer


@dataclass(frozen=True, slots=True)
class Checked:
    """What a round came to for one body."""

    body: str
    """Its name."""
    body_id: str
    probes: tuple[tuple[str, Probe], ...]
    """Whom it asked there, each with the contact's title."""

    @property
    def is_heard(self) -> bool:
        """Whether anybody answered for the body."""
        return any(probe.answered_at is not None for _, probe in self.probes)


@dataclass(frozen=True, slots=True)
class CheckView:
    """The latest round."""

    check: ContactCheck
    bodies: tuple[Checked, ...]
    """Those that nobody answered for first."""

    @property
    def probes(self) -> tuple[tuple[str, Probe], ...]:
        """Every address that was asked, each with its contact's title."""
        return tuple(probe for body in self.bodies for probe in body.probes)

    @property
    def answered(self) -> int:
        """How many addresses were answered from."""
        return sum(probe.answered_at is not None for body in self.bodies for _, probe in body.probes)

    @property
    def asked(self) -> int:
        """How many addresses were asked."""
        return sum(len(body.probes) for body in self.bodies)


def view_of(check: ContactCheck, probes: Sequence[Probe], packer: Packer) -> CheckView:
    """A round by body."""
    by_body: dict[str, list[tuple[str, Probe]]] = {}
    for probe in probes:
        contact = packer.contact(probe.contact)
        by_body.setdefault(probe.body, []).append((contact.title if contact else probe.contact, probe))
    bodies = [Checked(packer.body(body_id).name, body_id, tuple(own)) for body_id, own in by_body.items()]
    return CheckView(check, tuple(sorted(bodies, key=lambda each: (each.is_heard, each.body))))
