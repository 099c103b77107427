"""Says which moves of a delivery an attempt or a receipt may make, as pairs of states taken from the lifecycle."""

from __future__ import annotations

from alertd.model.lifecycles import DELIVERY
from alertd.model.notices import DeliveryState as V

Moves = frozenset[tuple[V, V]]

ARRIVED = frozenset({V.DELIVERED, V.READ})
TAKEN = ARRIVED | {V.SENT}
"""The states in which the provider has said yes."""

OF_ATTEMPTS: Moves = frozenset((old, new) for old in (V.SENDING, V.UNKNOWN) for new in DELIVERY[old])
"""An attempt's outcome counts while its claim is the last one, even if its lease has run out (UNKNOWN): what a slow process
knows for certain is better than not knowing."""

OF_RECEIPTS: Moves = frozenset((old, new) for old, news in DELIVERY.items() for new in news if new in TAKEN | {V.FAILED})
"""A receipt tells how far a message came, never that it should be tried again. A repeated or overtaken one makes no move."""
