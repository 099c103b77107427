"""The simulated telephones of every contact, and the people who play with them."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from alertd.directory.directory import Directory
from alertd.drill.personas import Act, Persona, cast
from alertd.model.bodies import Body, Contact
from alertd.model.replies import Meaning
from alertd.ports import Clock
from alertd.simulators.telegram import TelegramSimulator
from alertd.simulators.telegram_phone import TelegramMessage, TelegramPhone
from alertd.simulators.twilio import TwilioSimulator
from alertd.simulators.twilio_line import Line
from alertd.simulators.twilio_phone import SmsMessage, SmsPhone
from alertd.workflow.notices.codes import codes_in
from alertd.workflow.notices.wording import DIGITS, KEYS, tapped

BYSTANDER = Persona("chờ người trả lời")
REMINDERS = ("NHẮC", "TRẢ LỜI THAY")
_DIGIT = {meaning: digit for digit, meaning in DIGITS.items()}


@dataclass
class Player:
    """One contact with a Telegram, a number, and a way of answering."""

    body: Body
    contact: Contact
    persona: Persona
    telegram: TelegramPhone | None
    sms: SmsPhone | None
    line: Line | None = None
    """On which calls come, where people are called."""
    acts: list[Act] = field(default_factory=list)
    """What is still to be done; emptied when a person takes the telephone over."""

    @property
    def is_automatic(self) -> bool:
        """Whether it will still answer by itself."""
        return bool(self.acts)

    def take_over(self) -> None:
        """A person uses this telephone: it does nothing by itself any more."""
        self.acts.clear()


class Phones:
    """Every telephone of the drill."""

    def __init__(self, directory: Directory, telegram: TelegramSimulator, twilio: TwilioSimulator, clock: Clock) -> None:
        self._directory = directory
        self._telegram = telegram
        self._twilio = twilio
        self._clock = clock
        self._by_chat: dict[int, Player] = {}
        self._by_number: dict[str, Player] = {}
        self._tasks: set[asyncio.Task[None]] = set()
        self.players: list[Player] = []
        telegram.on_message(self._got_telegram)
        twilio.on_message(self._got_sms)

    def hand_out(self, bodies: Sequence[str], duty_body: str) -> None:
        """A telephone for each contact of these bodies, in the document's order, and for the duty desk."""
        contacts = [own for body in bodies if (own := self._directory.contacts_of(body))]
        players = [*cast(contacts), *((officer, Persona("cán bộ trực")) for officer in self._directory.contacts_of(duty_body))]
        for contact, persona in players:
            self._hand(contact, persona)

    async def stop(self) -> None:
        """Nobody does anything any more."""
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def tap(self, player: Player, message_id: int, data: str) -> None:
        """A person presses a button."""
        player.take_over()
        if player.telegram is not None:
            player.telegram.tap(message_id, data)

    def press(self, player: Player, key: str) -> None:
        """A person will press this key in the next call."""
        player.take_over()
        if player.line is not None:
            player.line.will_press(key)

    def write(self, player: Player, words: str, *, by_sms: bool) -> None:
        """A person writes."""
        player.take_over()
        _write(player, words, by_sms=by_sms)

    def _picked_up(self, channel: str, address: str) -> Player | None:
        """The telephone of a contact whom no document has named before: it is on the page from now on, for a person to answer."""
        for contact in self._directory.contacts_at(channel, address):
            return self._hand(contact, BYSTANDER)
        return None

    def _hand(self, contact: Contact, persona: Persona) -> Player | None:
        body = self._directory.find_body(contact.body)
        if body is None:
            return None
        chat, number, called = (contact.address_on(kind) for kind in ("telegram", "sms", "voice"))
        telegram = self._telegram.phone(int(chat.value), contact.title) if chat else None
        sms = self._twilio.phone(number.value) if number else None
        line = self._twilio.line(called.value) if called else None
        if line is not None:
            line.will_press(*(key for key, meaning in KEYS if any(act.tap is meaning for act in persona.acts)))
        player = Player(body, contact, persona, telegram, sms, line, list(persona.acts))
        self.players.append(player)
        if telegram is not None:
            self._by_chat.setdefault(telegram.chat_id, player)
        if sms is not None:
            self._by_number.setdefault(sms.number, player)
        if persona.is_unreachable:
            _make_unreachable(telegram, sms, line)
        return player

    def _got_telegram(self, phone: TelegramPhone, message: TelegramMessage) -> None:
        player = self._by_chat.get(phone.chat_id) or self._picked_up("telegram", str(phone.chat_id))
        if player is not None and message.buttons and not player.persona.by_sms:
            self._play(player, message.text, message)

    def _got_sms(self, phone: SmsPhone, message: SmsMessage) -> None:
        player = self._by_number.get(phone.number) or self._picked_up("sms", phone.number)
        if player is not None and player.persona.by_sms and codes_in(message.text):
            self._play(player, message.text, None)

    def _play(self, player: Player, text: str, message: TelegramMessage | None) -> None:
        """Somebody looks at a message; the first act whose time has come begins."""
        reminded = any(word in text for word in REMINDERS)
        if not player.acts or (player.acts[0].only_reminded and not reminded):
            return
        acts, player.acts = player.acts, []
        task = asyncio.create_task(self._act(player, acts, text, message))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _act(self, player: Player, acts: list[Act], text: str, message: TelegramMessage | None) -> None:
        for act in acts:
            await self._clock.sleep(act.after)
            if act.words:
                _write(player, act.words, by_sms=player.persona.by_sms)
            elif act.tap is not None:
                _answer(player, act.tap, text, message)


def _write(player: Player, words: str, *, by_sms: bool) -> None:
    if by_sms and player.sms is not None:
        player.sms.type(words)
    elif player.telegram is not None:
        player.telegram.type(words)


def _answer(player: Player, meaning: Meaning, text: str, message: TelegramMessage | None) -> None:
    """Press the button, or write digit and code where there is none."""
    if message is not None and player.telegram is not None:
        buttons = [b for row in message.buttons for b in row if (said := tapped(b.data)) and said.meaning is meaning]
        player.telegram.tap(message.message_id, buttons[0].data)
    else:
        _write(player, f"{_DIGIT[meaning]} {codes_in(text)[-1]}", by_sms=True)


def _make_unreachable(telegram: TelegramPhone | None, sms: SmsPhone | None, line: Line | None) -> None:
    if telegram is not None:
        telegram.is_blocked = True
    if sms is not None:
        sms.landline()
    if line is not None:
        line.rings_out()
