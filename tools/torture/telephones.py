"""A Telegram that outlives every death of the daemon and keeps, in order, every message that it said yes to."""

from __future__ import annotations

from dataclasses import dataclass

from alertd.model.replies import Meaning
from alertd.simulators.faults import Fault, FaultKind
from alertd.simulators.telegram import TelegramSimulator
from alertd.simulators.telegram_phone import TelegramMessage, TelegramPhone
from alertd.workflow.wording import tapped

TOKEN = "123456:torture"  # noqa: S105 - opens nothing


@dataclass(frozen=True, slots=True)
class Received:
    """One message as the provider took it."""

    chat: str
    text: str
    """As sent, tags included."""


class Telephones:
    """Everybody's Telegram."""

    def __init__(self) -> None:
        self.simulator = TelegramSimulator(TOKEN, is_open=True)
        self.simulator.on_message(self._note)
        self.received: list[Received] = []
        self.tapped: set[str] = set()
        """The codes of the notices whose button "đã nhận" was pressed; each is pressed once."""
        self.is_answering = False
        """Whether everybody presses it as soon as it is there."""

    def fail(self, *faults: Fault) -> None:
        """From now on calls fail in these ways and no others."""
        self.simulator.faults.clear()
        for fault in faults:
            self.simulator.faults.add(fault)

    def take(self, seconds: float) -> None:
        """From now on every yes takes so long: what a death interrupts is then on its way."""
        self.fail(Fault(FaultKind.SLOW, method="sendMessage", times=None, seconds=seconds))

    def _note(self, phone: TelegramPhone, message: TelegramMessage) -> None:
        self.received.append(Received(str(phone.chat_id), message.source))
        if not self.is_answering:
            return
        for button in (button for row in message.buttons for button in row):
            said = tapped(button.data)
            if said is not None and said[1] is Meaning.ACKNOWLEDGED and said[0] not in self.tapped:
                self.tapped.add(said[0])
                phone.tap(message.message_id, button.data)
