"""Tests which addresses of contacts are taken and which are refused with a reason."""

from __future__ import annotations

import pytest

from alertd.directory.addresses import BadAddress, read_address
from alertd.model.bodies import Address

CHANNELS = {"telegram": "chat", "sms": "mobile", "voice": "phone", "pager": "text"}
TESTS = {"sms": ("+8490000",), "telegram": ("99000000",)}


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("sms:0905 123 456", "+84905123456"),
        ("sms:+84 905.123.456", "+84905123456"),
        ("sms:0084905123456", "+84905123456"),
        ("sms:01691234567", "+84391234567"),
        ("sms:+84 120 123 4567", "+84701234567"),
        ("voice:0205 3812 345", "+842053812345"),
        ("telegram:-1001234567890", "-1001234567890"),
        ("telegram: 123456789", "123456789"),
        ("pager:tầng 2", "tầng 2"),
    ],
)
def test_a_good_address_is_read_in_the_form_that_the_channel_uses(written: str, value: str) -> None:
    assert read_address(written, CHANNELS, TESTS) == Address(written.partition(":")[0], value)


def test_a_test_address_is_taken_as_it_stands() -> None:
    assert read_address("sms:+84900000999", CHANNELS, TESTS) == Address("sms", "+84900000999")


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("sms:0205 3812 345", "landline"),
        ("sms:0905", "valid"),
        ("sms:nhà riêng", "telephone number"),
        ("telegram:@caoloc", "chat id"),
        ("zalo:0905123456", "channel"),
        ("0905123456", "channel:value"),
        ("pager:", "empty"),
    ],
)
def test_a_bad_address_is_refused_with_the_reason(written: str, why: str) -> None:
    with pytest.raises(BadAddress, match=why):
        read_address(written, CHANNELS, TESTS)
