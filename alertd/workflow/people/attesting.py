"""Keeps an administrator's word that addresses are right, as long as nobody has answered from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from alertd.directory.addresses import BadAddress, read_phone
from alertd.directory.directory import Directory
from alertd.errors import SetupError
from alertd.model.bodies import Contact
from alertd.model.checks import Attestation
from alertd.ports import Clock, Store
from alertd.workflow.notices.addresses import AddressBook, Place


@dataclass(frozen=True, slots=True)
class Named:
    """One line of a list: a contact's id, a telephone number, a chat, or `channel:value`."""

    where: str
    """Where it stands, for whoever must mend it."""
    words: str


class Attesting:
    """Vouches for addresses that contacts have now."""

    def __init__(self, store: Store, clock: Clock, directory: Directory, book: AddressBook) -> None:
        self._store = store
        self._clock = clock
        self._directory = directory
        self._book = book

    async def attest(self, named: Sequence[Named] | None, by: str) -> tuple[Place, ...]:
        """Vouch for what is named, for every address of every contact where nothing is. Returns the addresses, each once.

        Raises SetupError with everything in the list that is no contact's; nothing is kept then.
        """
        held = self._held()
        places = list(held) if named is None else _meant(named, held, {contact.id: contact for contact in self._directory.contacts})
        now, unique = self._clock.now(), tuple(dict.fromkeys(places))
        async with self._store.transaction() as tx:
            await tx.checks.attest([Attestation(channel, address, by, now) for channel, address in unique])
            await tx.audit.add(now, by, "contact.attested", "contacts", {"addresses": len(unique)})
        return unique

    def _held(self) -> dict[Place, list[Contact]]:
        """Every address that anybody is reached at, and who."""
        held: dict[Place, list[Contact]] = {}
        for contact in self._directory.contacts:
            for address in self._book.addresses(contact):
                held.setdefault((address.channel, address.value), []).append(contact)
        return held


def _meant(named: Sequence[Named], held: dict[Place, list[Contact]], contacts: dict[str, Contact]) -> list[Place]:
    """The addresses that a list names. Raises SetupError."""
    found: list[Place] = []
    problems: list[str] = []
    for each in named:
        if each.words in contacts:
            places = [place for place, owners in held.items() if contacts[each.words] in owners]
        else:
            places = [place for place in held if place[1] in _spellings(each.words) or ":".join(place) == each.words]
        found += places
        if not places:
            problems.append(f'{each.where}: "{each.words}" is the address of no contact')
    if problems:
        raise SetupError(problems)
    return found


def _spellings(words: str) -> tuple[str, ...]:
    """The words, and the telephone number that they may be another spelling of."""
    try:
        return words, read_phone(words, must_be_mobile=False)
    except BadAddress:
        return (words,)
