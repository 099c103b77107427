"""A message that went out in parts stands on the board once."""

from __future__ import annotations

from alertd.model.notices import DeliveryState
from alertd.web.messages import messages_of
from tests.store.samples import NOW, delivery


def test_the_parts_of_one_message_are_shown_as_one() -> None:
    parts = [delivery(key=f"notice-1:new_directives:release:chief:sms:+84900000001:{n}") for n in range(3)]
    other = delivery(key="notice-1:new_directives:release:chief:telegram:7:0")
    assert [message.parts for message in messages_of([*parts, other])] == [tuple(parts), (other,)]


def test_a_message_is_as_bad_as_its_worst_part() -> None:
    sent = delivery(key="notice-1:reminder:ladder-0:chief:sms:+84900000001:0", state=DeliveryState.DELIVERED, sent_at=NOW)
    failed = delivery(key="notice-1:reminder:ladder-0:chief:sms:+84900000001:1", state=DeliveryState.FAILED, reason="số cố định")
    (message,) = messages_of([sent, failed])
    assert (message.worst, message.gone) == (failed, 1)


def test_a_reminder_is_another_message_than_the_first_notice() -> None:
    first = delivery(key="notice-1:new_directives:release:chief:telegram:7:0")
    reminder = delivery(key="notice-1:reminder:ladder-0:chief:telegram:7:0")
    assert len(messages_of([first, reminder])) == 2
