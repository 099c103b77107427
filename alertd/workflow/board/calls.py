"""Who must be telephoned now, and why: first bodies that no message reaches, then those at the end of their ladder, then the silent."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from alertd.model.bodies import Contact
from alertd.model.fallback import tried_by
from alertd.model.notices import Delivery
from alertd.workflow.board.views import BodyRow


class Need(IntEnum):
    """How much a telephone call is needed; the lowest first."""

    UNREACHED = 0
    ESCALATED = 1
    SILENT = 2


WHY = {
    Need.UNREACHED: "không còn kênh nào đến được đơn vị",
    Need.ESCALATED: "đã nhắc hết các bước mà chưa trả lời",
    Need.SILENT: "chưa trả lời",
}


@dataclass(frozen=True, slots=True)
class Call:
    """One body to be telephoned."""

    row: BodyRow
    contacts: tuple[Contact, ...]
    need: Need
    why: str


def calls_of(rows: Iterable[BodyRow], contacts_of: Callable[[str], tuple[Contact, ...]]) -> tuple[Call, ...]:
    """The silent bodies of a board with their contacts, those first that need it most."""
    calls = [_call(row, contacts_of(row.body.id)) for row in rows if row.silent]
    return tuple(sorted(calls, key=lambda call: (call.need, call.row.body.name)))


def _call(row: BodyRow, contacts: tuple[Contact, ...]) -> Call:
    need = Need.UNREACHED if is_cut_off(row.deliveries) else Need.ESCALATED if row.is_escalated else Need.SILENT
    return Call(row, contacts, need, WHY[need])


def is_cut_off(deliveries: Sequence[Delivery]) -> bool:
    """Whether the order stands at no address: where it came to nothing the next route has opened, as long as there was one."""
    return all(address.is_dead for address in tried_by(deliveries))
