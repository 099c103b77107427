"""Tests that a body may sign its answer with its name, whatever the name's syllables mean elsewhere and however it is typed."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from alertd.config import packaged
from alertd.model.replies import Meaning
from alertd.reading.answers import understand
from alertd.reading.answers.syllables import bare

M = Meaning
BODIES = (packaged("contacts") / "lang-son" / "bodies.toml").read_text(encoding="utf-8")
COMMUNES = sorted(set(re.findall(r'"((?:xã|phường) [^"(,]+)"', BODIES)))
TYPED: dict[str, Callable[[str], str]] = {"as it is": str, "small": str.lower, "no marks": lambda text: bare(text.lower())}


@pytest.mark.parametrize("typed", TYPED.values(), ids=TYPED.keys())
@pytest.mark.parametrize("answer", ["{} đã nhận", "{} rõ", "ubnd {} đang triển khai"])
def test_every_commune_of_the_directory_may_sign(answer: str, typed: Callable[[str], str]) -> None:
    assert len(COMMUNES) > 60
    assert [name for name in COMMUNES if not understand(typed(answer.format(name))).closes] == []


@pytest.mark.parametrize(
    "text",
    [
        "thôn tân lập đã nhận", "bản ba lòng đã nhận được", "xóm tân mỹ nhận rồi", "ban ba kheo da nhan",
    ],
)  # fmt: skip
def test_a_name_in_small_letters_stands_between_a_body_and_its_verb(text: str) -> None:
    assert understand(text).closes


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("xã không đã nhận", M.NEGATIVE),
        ("xa vo dap da nhan", M.INCIDENT),
        ("thôn ngập hết đã nhận", M.INCIDENT),
        ("xã chưa rõ đã nhận", M.NEGATIVE),
        ("xã thiếu xuồng đã nhận", M.CANNOT_COMPLY),
        ("xã chờ lệnh đã nhận", M.AMBIGUOUS),
    ],
)
def test_no_name_hides_what_is_said_between_a_body_and_its_verb(text: str, meaning: Meaning) -> None:
    found = understand(text)
    assert (found.meaning, found.closes) == (meaning, False)
