"""What an answer is about and where it came from: the release with its notice, and the address with those who answer there."""

from __future__ import annotations

from dataclasses import dataclass

from alertd.model.bodies import Contact
from alertd.model.inbox import Happening
from alertd.model.notices import Dispatch, Notice
from alertd.model.register import Document
from alertd.ports import Channel, Transaction


@dataclass(frozen=True, slots=True)
class Origin:
    """From where something came: the channel, the person and what is answered."""

    channel: Channel
    happening: Happening
    contacts: tuple[Contact, ...]

    @property
    def address(self) -> str:
        """Where an answer to it goes."""
        return self.happening.address

    @property
    def contact(self) -> Contact | None:
        """The first of the contacts at that address."""
        return self.contacts[0] if self.contacts else None

    def contact_of(self, notice: Notice | None) -> Contact | None:
        """The contact at that address who answers for the notice's body."""
        return next((c for c in self.contacts if notice and c.body == notice.body), self.contact)


@dataclass(frozen=True, slots=True)
class Case:
    """What an answer is about."""

    notice: Notice
    dispatch: Dispatch
    document: Document

    @property
    def is_in_force(self) -> bool:
        """Whether answers still count: of an order that has run out nobody is reminded, but who has done it then has done it."""
        return self.dispatch.state.is_in_force


class Cases:
    """The cases of one transaction: many answers are about the same release, which is fetched once."""

    def __init__(self, tx: Transaction) -> None:
        self._tx = tx
        self._releases: dict[int, tuple[Dispatch | None, Document | None]] = {}

    async def of(self, notice: Notice | None) -> Case | None:
        """The case of a notice; None where there is no notice."""
        if notice is None:
            return None
        if notice.dispatch not in self._releases:
            dispatch = await self._tx.dispatches.get(notice.dispatch)
            self._releases[notice.dispatch] = dispatch, await self._tx.documents.get(dispatch.document) if dispatch else None
        dispatch, document = self._releases[notice.dispatch]
        return Case(notice, dispatch, document) if dispatch is not None and document is not None else None

    async def of_id(self, notice_id: int | None) -> Case | None:
        """The case of the notice as it now stands."""
        return await self.of(await self._tx.dispatches.notice(notice_id) if notice_id is not None else None)
