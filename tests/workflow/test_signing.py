"""A body's own name signs its answer, in whatever spelling; nothing else is taken from it."""

from __future__ import annotations

import pytest

from alertd.model.bodies import Body, BodyType
from alertd.workflow.replies.signing import unsigned

VU_LE = Body("x/xa-vu-le", "UBND xã Vũ Lễ", BodyType.COMMUNE_COMMITTEE, short_name="Vũ Lễ")


@pytest.mark.parametrize(
    ("words", "rest"),
    [
        ("Vũ Lễ đã nhận", "đã nhận"),
        ("VU LE DA NHAN", "DA NHAN"),
        ("đã nhận - Vũ Lễ", "đã nhận"),
        ("da nhan (xa vu le)", "da nhan"),
        ("đã nhận\n\n(Vũ Lễ)", "đã nhận"),
        ("đã nhận \n Vũ Lễ", "đã nhận"),
        ("UBND xã Vũ Lễ: chưa nhận", "chưa nhận"),
        ("Vũ Lễ", "Vũ Lễ"),
        ("nước vào Vũ Lễ rồi", "nước vào Vũ Lễ rồi"),
        ("nước đã vào Vũ Lễ", "nước đã vào Vũ Lễ"),
        ("Tân Văn đã nhận", "Tân Văn đã nhận"),
    ],
)
def test_only_the_senders_own_name_at_either_end_is_a_signature(words: str, rest: str) -> None:
    assert unsigned(words, [VU_LE]) == rest


def test_a_name_of_one_syllable_may_be_a_word_and_stays() -> None:
    assert unsigned("Rõ đã nhận", [Body("x/ro", "Rõ", BodyType.OTHER)]) == "Rõ đã nhận"
