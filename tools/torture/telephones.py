"""A Telegram that outlives every death of the daemon and keeps, in order, every message that it said yes to."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from alertd.model.replies import Meaning
from alertd.simulators.faults import Fault, FaultKind
from alertd.simulators.telegram import TelegramSimulator
from alertd.simulators.telegram_phone import TelegramMessage, TelegramPhone
from alertd.workflow.notices.wording import tapped

TOKEN = "123456:torture"  # noqa: S105 - opens nothing


NOBODY_ANSWERS = 60.0
"""Seconds after which nobody is expected to answer any more."""


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
        self._asked: set[str] = set()
        self._pressed = asyncio.Event()
        self._hesitates: Callable[[], float] | None = None

    def answer(self, hesitates: Callable[[], float] = lambda: 0.0) -> None:
        """From now on everybody presses it, so many seconds after it is there."""
        self._hesitates = hesitates

    def fall_silent(self) -> None:
        """From now on nobody answers."""
        self._hesitates = None

    def fail(self, *faults: Fault) -> None:
        """From now on calls fail in these ways and no others."""
        self.simulator.faults.clear()
        for fault in faults:
            self.simulator.faults.add(fault)

    def take(self, seconds: float) -> None:
        """From now on every yes takes so long: what a death interrupts is then on its way."""
        self.fail(Fault(FaultKind.SLOW, method="sendMessage", times=None, seconds=seconds))

    def stumble(self, seconds: float) -> None:
        """The same, after a few calls that fail without anything being done."""
        self.fail(
            Fault(FaultKind.ERROR, 5, method="sendMessage", status=502),
            Fault(FaultKind.RATE, 2, method="sendMessage", retry_after=1),
            Fault(FaultKind.SLOW, None, method="sendMessage", seconds=seconds),
        )

    async def have_answered(self, number: int) -> None:
        """Until so many notices are answered. Raises TimeoutError when nobody has answered any for a long while."""
        while len(self.tapped) < number:
            self._pressed.clear()
            async with asyncio.timeout(NOBODY_ANSWERS):
                await self._pressed.wait()

    def _note(self, phone: TelegramPhone, message: TelegramMessage) -> None:
        self.received.append(Received(str(phone.chat_id), message.source))
        if self._hesitates is None:
            return
        for button in (button for row in message.buttons for button in row):
            said = tapped(button.data)
            if said is not None and said[1] is Meaning.ACKNOWLEDGED and said[0] not in self._asked:
                self._asked.add(said[0])
                asyncio.get_running_loop().call_later(self._hesitates(), self._press, phone, message, button.data, said[0])

    def _press(self, phone: TelegramPhone, message: TelegramMessage, data: str, code: str) -> None:
        phone.tap(message.message_id, data)
        self.tapped.add(code)
        self._pressed.set()
