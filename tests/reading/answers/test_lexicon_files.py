"""Tests of reading the lexicon: what an operator adds counts, and every mistake is named."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from alertd.config import packaged
from alertd.errors import SetupError
from alertd.model.replies import Meaning
from alertd.reading.answers import load_lexicon, understand
from alertd.reading.answers.lexicon_files import alternatives


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the packaged lexicon, to be added to."""
    return Path(shutil.copytree(packaged("contacts") / "lexicon", tmp_path / "lexicon"))


def problems(folder: Path, text: str) -> list[str]:
    """What is wrong with the lexicon once this file is added."""
    (folder / "local.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SetupError) as caught:
        load_lexicon(folder)
    return caught.value.problems


def test_a_word_that_an_operator_adds_stops_the_reminders(folder: Path) -> None:
    assert not understand("duyệt nhé", load_lexicon(folder)).closes
    (folder / "local.toml").write_text('[words]\nagree = ["duyệt"]\n', encoding="utf-8")
    assert understand("duyệt nhé", load_lexicon(folder)).closes


def test_a_form_that_an_operator_adds_stops_the_reminders(folder: Path) -> None:
    assert not understand("thôn bản bình yên", load_lexicon(folder)).closes
    form = '[words]\nmanner = ["bình yên"]\n[[forms]]\nmeaning = "done"\nclauses = ["{body} bình_yên"]\n'
    (folder / "local.toml").write_text(form, encoding="utf-8")
    assert understand("thôn bản bình yên", load_lexicon(folder)).closes


def test_a_spelling_that_an_operator_adds_is_read(folder: Path) -> None:
    (folder / "local.toml").write_text('[short]\n"nhợn" = "nhận"\n', encoding="utf-8")
    assert understand("đã nhợn", load_lexicon(folder)).closes


def test_every_problem_is_named_with_its_file_and_key_at_once(folder: Path) -> None:
    found = problems(folder, 'wordz = 1\n[short]\nk = 1\n[words]\nagrea = ["ừ"]\nagree = "ừ"\n')
    assert len(found) == 4
    assert all("local.toml" in problem for problem in found)
    assert any("wordz: is not a known key" in problem for problem in found)
    assert any("words.agrea: is not a known key" in problem for problem in found)
    assert any("words.agree: must be a list" in problem for problem in found)
    assert any("short.k: must be a text" in problem for problem in found)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("forms = 1\n", "forms: must be a list"),
        ('[[forms]]\nmeaning = "done"\n', "forms[0]: must hold"),
        ('[[forms]]\nmeaning = "question"\nclauses = ["hả"]\n', "forms[0].meaning"),
        ('[[forms]]\nmeaning = "done"\nclauses = ["{finnish}"]\n', "{finnish} is not a known kind"),
        ('[[forms]]\nmeaning = "done"\nclauses = ["{body} khô_ráo"]\n', "forms[0].clauses: khô_ráo is no phrase of [words]"),
        ("short = 1\n", "short: must be a table"),
        ("words = 1\n", "words: must be a table"),
        ("= 1\n", "is not valid TOML"),
        ("x = " + "[" * 100_000, "is not valid TOML"),
    ],
)
def test_a_broken_file_is_refused(folder: Path, text: str, said: str) -> None:
    assert any(said in problem for problem in problems(folder, text))


def test_a_folder_without_a_lexicon_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="holds no lexicon"):
        load_lexicon(tmp_path)


def test_choices_in_brackets_stand_for_several_phrases() -> None:
    assert list(alternatives(["vỡ (đê|bờ bao)"])) == [("vỡ", "đê"), ("vỡ", "bờ", "bao")]
    assert list(alternatives(["xong (rồi|)"])) == [("xong", "rồi"), ("xong",)]


def test_every_addition_that_the_guide_shows_does_what_it_says(folder: Path) -> None:
    guide = (Path(__file__).parents[3] / "docs/how-to/extend-the-answer-lexicon.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```toml\n(.*?)```", guide, flags=re.DOTALL)
    assert len(blocks) == 4
    said = ["duyệt nhé", "đang chở đá hộc", "xã bình yên", "đã nhợn", "🙋"]
    assert not any(understand(text, load_lexicon(folder)).closes for text in said)
    for number, block in enumerate([*blocks, '[words]\nmanner = ["bình yên"]\n']):
        (folder / f"local{number}.toml").write_text(block, encoding="utf-8")
    lexicon = load_lexicon(folder)
    assert all(understand(text, lexicon).closes for text in said)
    for text in ("đê phọt rồi", "de phot roi", "cầu oằn rồi", "nước tới bàn thờ rồi"):
        assert understand(text, lexicon).meaning is Meaning.INCIDENT
    assert not any(understand(text, lexicon).closes for text in ("chưa duyệt", "duyệt chưa", "duyệt nhưng thiếu xe"))
