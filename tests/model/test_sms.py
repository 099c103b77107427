"""What a text costs as SMS, letter by letter."""

from __future__ import annotations

import pytest

from alertd.model.sms import SmsEncoding, sms_units


@pytest.mark.parametrize(
    ("text", "encoding", "units", "parts"),
    [
        ("", SmsEncoding.GSM7, 0, 0),
        ("a" * 160, SmsEncoding.GSM7, 160, 1),
        ("a" * 161, SmsEncoding.GSM7, 161, 2),
        ("a" * 306, SmsEncoding.GSM7, 306, 2),
        ("a" * 307, SmsEncoding.GSM7, 307, 3),
        ("đ" * 70, SmsEncoding.UCS2, 70, 1),
        ("đ" * 71, SmsEncoding.UCS2, 71, 2),
        ("đ" * 134, SmsEncoding.UCS2, 134, 2),
        ("đ" * 135, SmsEncoding.UCS2, 135, 3),
    ],
)
def test_a_text_is_charged_by_160_or_153_septets_and_by_70_or_67_units(text: str, encoding: SmsEncoding, units: int, parts: int) -> None:
    assert sms_units(text) == (encoding, units, parts)


def test_letters_that_gsm_7_shares_with_vietnamese_cost_one_septet() -> None:
    assert sms_units("à è é ì ò ù") == (SmsEncoding.GSM7, 11, 1)


@pytest.mark.parametrize("letter", ["á", "ạ", "đ", "ơ", "ư", "ý", "Đ", "–", "“", "…", "`", "ç"])
def test_any_other_letter_carries_the_whole_text_over_to_ucs_2(letter: str) -> None:
    assert sms_units("Nuoc len " + letter).encoding is SmsEncoding.UCS2


def test_decomposed_vietnamese_costs_more_than_composed() -> None:
    composed, decomposed = "lũ về", "lu\u0303 ve\u0302\u0300"
    assert sms_units(decomposed).units > sms_units(composed).units


@pytest.mark.parametrize("letter", ["^", "{", "}", "\\", "[", "~", "]", "|", "€", "\f"])
def test_a_letter_of_the_extension_table_costs_two_septets(letter: str) -> None:
    assert sms_units(letter) == (SmsEncoding.GSM7, 2, 1)


def test_an_escaped_letter_is_not_split_over_two_parts() -> None:
    # 152 septets fill the first part but for one, so "[" opens the second: with splitting it would be two parts of 153.
    assert sms_units("a" * 152 + "[" + "a" * 152) == (SmsEncoding.GSM7, 306, 3)


def test_a_surrogate_pair_is_not_split_over_two_parts() -> None:
    assert sms_units("đ" * 66 + "🌊" + "đ" * 66) == (SmsEncoding.UCS2, 134, 3)
