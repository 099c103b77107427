"""Every character of a file is accounted for, whatever befell the file on its way."""

from __future__ import annotations

import random
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alertd.reading.limits import Limits
from alertd.reading.reader import read_file
from tests.reading.accounts import check_accounts
from tests.reading.papers import DOCUMENTS, TODAY, shared

Befall = Callable[[str, random.Random], str]


def cut(text: str, chance: random.Random) -> str:
    start, end = sorted(chance.sample(range(len(text) + 1), 2))
    return text[start:end]


def with_holes(text: str, chance: random.Random) -> str:
    return "".join(letter for letter in text if chance.random() > 0.03)


def shuffled(text: str, chance: random.Random) -> str:
    lines = text.splitlines()
    chance.shuffle(lines)
    return "\n".join(lines)


def doubled(text: str, chance: random.Random) -> str:
    return "\n".join(line for line in text.splitlines() for _ in range(chance.choice([1, 1, 2])))


def pasted_together(text: str, chance: random.Random) -> str:
    return text + chance.choice(["", "\n", "\n\n"]) + cut(text, chance)


def rewrapped(text: str, chance: random.Random) -> str:
    return "".join(chance.choice("\n ") if letter in "\n " and chance.random() < 0.2 else letter for letter in text)


MISHAPS: tuple[Befall, ...] = (
    cut, with_holes, shuffled, doubled, pasted_together, rewrapped,
    lambda text, _: text,
    lambda text, _: unicodedata.normalize("NFD", text),
    lambda text, _: text.replace("\n", "\r\n"),
    lambda text, _: text.replace(" ", "\u00a0"),
    lambda text, _: text.upper(),
    lambda text, _: text.lower(),
    lambda text, _: text.replace("\n", " "),
    lambda text, _: text.replace(" ", "\n"),
    lambda text, _: text.replace("đ", "ð").replace("Đ", "\u00d0"),
)  # fmt: skip


def papers() -> list[Path]:
    folder = shared()
    return [*sorted(DOCUMENTS.glob("*.txt")), *(sorted((folder / "corpus").glob("*.txt")) if folder else [])]


def check(text: str) -> None:
    check_accounts(read_file(text.encode("utf-8", "replace"), "a.txt", Limits(), TODAY))


@pytest.mark.parametrize("paper", papers(), ids=lambda paper: paper.stem)
def test_every_character_of_a_document_is_accounted_for(paper: Path) -> None:
    check(paper.read_text(encoding="utf-8"))


@settings(deadline=None)
@given(st.sampled_from(papers()), st.lists(st.sampled_from(MISHAPS), min_size=1, max_size=3), st.randoms(use_true_random=False))
def test_every_character_of_a_damaged_document_is_accounted_for(paper: Path, mishaps: list[Befall], chance: random.Random) -> None:
    text = paper.read_text(encoding="utf-8")
    for befall in mishaps:
        text = befall(text, chance) if len(text) > 1 else text
    check(text)


WORDS = """UBND tỉnh huyện các Sở Giám đốc Chủ tịch yêu cầu giao báo cáo trước 17 giờ ngày 12/9 1. a) (1) - + Công điện số 05/CĐ-UBND điện:
    Nơi nhận: Kính gửi: Lưu: VT. KT. MẬT HỎA TỐC ; : . , ( ) “ ” và cùng nêu trên trừ phối hợp với chủ trì Bộ trưởng các Bộ: Quốc phòng"""


@settings(deadline=None)
@given(st.lists(st.one_of(st.sampled_from([*WORDS.split(), "\n", "\n\n"]), st.text(max_size=3)), max_size=120))
def test_every_character_of_any_words_is_accounted_for(words: list[str]) -> None:
    check(" ".join(words))
