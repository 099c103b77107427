"""What Twilio's error codes mean for a message, as Twilio's own pages explain them."""

from __future__ import annotations

import pytest

from alertd.channels.twilio.codes import MEANINGS, kind_of, sentence_of
from alertd.errors import FailureKind


@pytest.mark.parametrize(
    ("kind", "codes"),
    [
        (FailureKind.BAD_ADDRESS, [21211, 21265, 21266, 21268, 21604, 21612, 21614, 21635, 30005, 30006]),
        (FailureKind.BLOCKED, [21610, 30004]),
        (FailureKind.BAD_MESSAGE, [21602, 21617, 21618, 21619, 21624, 21658, 30007, 30019, 30044, 90007]),
        (FailureKind.RATE, [14107, 20429, 21611, 30001, 30017, 30022, 63017, 63018]),
        (FailureKind.PROVIDER_DOWN, [21730, 30003, 30008, 30021, 30036, 30410, 30500]),
        (FailureKind.CREDENTIALS, [10001, 20003, 20005, 20403, 20404, 21408, 21608, 21609, 30002, 30037, 30404, 70051]),
        (FailureKind.CREDENTIALS, [21212, 21601, 21603, 21606, 21657, 21659, 21660, 21661, 21701, 21702, 21703, 21704, 21705, 21910]),
        (FailureKind.CREDENTIALS, [30018, 30024, 30032, 30033, 30034, 30035, 30040, 30041, 30042, 30043]),
    ],
)
def test_twilios_codes_say_what_to_do_next(kind: FailureKind, codes: list[int]) -> None:
    assert {code: MEANINGS[code].kind for code in codes} == dict.fromkeys(codes, kind)


def test_only_who_has_said_stop_or_is_blocked_counts_as_somebody_who_has_left() -> None:
    assert {code for code, meaning in MEANINGS.items() if meaning.kind is FailureKind.BLOCKED} == {21610, 30004}
    assert "START" in sentence_of(21610)


@pytest.mark.parametrize("code", [30450, 30453, 30485])
def test_a_suspicion_of_twilios_own_is_no_fault_of_the_number_and_passes(code: int) -> None:
    assert kind_of(code) is FailureKind.PROVIDER_DOWN
    assert "tạm chặn" in sentence_of(code)


@pytest.mark.parametrize("code", [30023, 30454, 63038])
def test_an_allowance_that_is_used_up_calls_the_operator_instead_of_waiting_for_tomorrow(code: int) -> None:
    assert kind_of(code) is FailureKind.CREDENTIALS
    assert "đã hết" in sentence_of(code)


@pytest.mark.parametrize("code", [21267, 21607, 21608, 30044, 30454, 572002])
def test_what_a_trial_account_may_not_do_says_so(code: int) -> None:
    assert "dùng thử" in sentence_of(code)


@pytest.mark.parametrize(
    ("kind", "codes"),
    [
        (FailureKind.BAD_ADDRESS, [13223, 13224, 13225, 13226, 21201, 21202, 21211, 21214, 21216, 21217]),
        (FailureKind.BAD_MESSAGE, [13520, 13521, 21208, 21218, 21220, 32018]),
        (FailureKind.RATE, [10004, 20429]),
        (FailureKind.CREDENTIALS, [10001, 10005, 13214, 13227, 20003, 21203, 21205, 21210, 21212, 21213, 21215, 21219, 21626]),
    ],
)
def test_the_codes_of_calls_say_what_to_do_next(kind: FailureKind, codes: list[int]) -> None:
    assert {code: MEANINGS[code].kind for code in codes} == dict.fromkeys(codes, kind)


def test_an_account_that_may_not_call_viet_nam_is_told_where_that_is_allowed() -> None:
    assert "Geo Permissions" in sentence_of(21215)


@pytest.mark.parametrize("code", [21207, 21209, 30009, 30010, 30011, 30012, 30020, 30038, 30039])
def test_codes_of_pictures_of_incoming_messages_and_of_what_alertd_does_not_ask_for_are_not_in_the_table(code: int) -> None:
    assert code not in MEANINGS


def test_a_number_that_may_be_a_fixed_line_is_not_called_one() -> None:
    assert "có thể" in sentence_of(30006)
    assert "có thể" not in sentence_of(21635)


def test_what_is_switched_off_is_the_account_and_not_its_number() -> None:
    assert sentence_of(30037) == "tài khoản bị khóa chiều gửi tin (Twilio 30037)"


def test_every_code_has_a_short_sentence_that_can_stand_within_another() -> None:
    for meaning in MEANINGS.values():
        assert len(meaning.sentence) <= 80
        assert not meaning.sentence.endswith(".")
        assert meaning.sentence[0].islower() or meaning.sentence.startswith(("Twilio ", "Messaging Service "))


def test_an_unknown_code_is_told_by_its_number() -> None:
    assert kind_of(39999) is None
    assert sentence_of(39999) == "Twilio báo lỗi 39999"
