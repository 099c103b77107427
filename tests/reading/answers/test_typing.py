"""Tests of how things are typed: shorthand, keystrokes, stretched and dotted letters, missing marks, signs, regional words."""

from __future__ import annotations

import pytest

from alertd.model.replies import Meaning
from alertd.reading.answers import understand
from alertd.reading.answers.keystrokes import decoded
from alertd.reading.answers.syllables import may_say, syllable

M = Meaning


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("nhaanj", "nhận"),
        ("ddax", "đã"),
        ("dduowcj", "được"),
        ("nhajna", "nhận"),
        ("nha65n", "nhận"),
        ("d9u7o75c", "được"),
        ("hoafn", "hoàn"),
        ("quy3", "quỷ"),
        ("nhânj", "nhận"),
        ("nhâjn", "nhận"),
    ],
)
def test_raw_telex_and_vni_are_read(typed: str, meant: str) -> None:
    assert syllable(decoded(typed) or "") == syllable(meant)


@pytest.mark.parametrize("word", ["ok", "xong", "td01", "km12", "hello", "x" * 40, "rồi"])
def test_what_is_no_keystroke_is_left_alone(word: str) -> None:
    assert decoded(word) is None


@pytest.mark.parametrize(("written", "meant"), [("đươc", "được"), ("nhan", "nhận"), ("hoà", "hòa"), ("rỏ", "rõ")])
def test_missing_marks_and_hoi_for_nga_do_not_hide_a_word(written: str, meant: str) -> None:
    assert may_say(syllable(written), syllable(meant))


@pytest.mark.parametrize(("written", "other"), [("đước", "được"), ("dài", "đài"), ("nhận", "nhân")])
def test_a_mark_that_was_typed_counts(written: str, other: str) -> None:
    assert not may_say(syllable(written), syllable(other))


@pytest.mark.parametrize(
    "text",
    [
        "dda nhaanj dduowcj roofi aj", "d9a4 nha65n ro62i", "da nhan duoc roi a", "đã nhậnnnn", "okkkkk sếp", "rõooo ạ", "Đ.ã n.h.ậ.n",
        "ĐÃ NHẬN", "nhận đc r ạ", "e nhan dc r", "uk nhận rùi", "👍", "✅ rõ", "nhận rồi nghen anh Hai", "đã nhân được", "Ðã nhận",
    ],
)  # fmt: skip
def test_an_acceptance_is_seen_however_it_was_typed(text: str) -> None:
    found = understand(text)
    assert (found.meaning, found.closes) == (M.ACKNOWLEDGED, True)


@pytest.mark.parametrize(
    "text",
    ["ch nhận đc", "chx rõ", "hổng nhận được", "nỏ thấy chi", "k nhận đc j", "chuwa nhaanj", "chu7a ro4", "0 nhận được", "có thấy đâu"],
)
def test_a_negation_is_seen_however_it_was_typed(text: str) -> None:
    assert understand(text).meaning is M.NEGATIVE


@pytest.mark.parametrize("text", ["vo dap roi", "SAT LO", "nuoc tran vao nha", "CỨUUUU", "s.o.s", "vowx ddeej roi", "lu cuon troi nha"])
def test_danger_is_seen_however_it_was_typed(text: str) -> None:
    assert understand(text).meaning is M.INCIDENT


def test_unaccented_words_with_two_readings_are_not_acted_upon() -> None:
    assert understand("vo de").meaning is M.AMBIGUOUS
    assert not understand("da nhan qua").closes


def test_a_word_that_is_one_itself_says_nothing_else() -> None:
    assert understand("kiểm tra hồ chưa em").meaning is M.QUESTION  # and no "hồ chứa"


def test_in_a_message_with_marks_a_word_without_is_what_it_is() -> None:
    assert understand("chúc cả nhà cuối tuần vui vẻ").meaning is M.UNRELATED


@pytest.mark.parametrize(
    ("text", "meaning", "closes"),
    [
        ("đãnhận", M.ACKNOWLEDGED, True),
        ("đangtriểnkhai", M.IN_PROGRESS, True),
        ("danhan", M.ACKNOWLEDGED, True),
        ("Đã nhận_Công ty thủy lợi", M.ACKNOWLEDGED, True),
        ("chưanhận", M.NEGATIVE, False),
        ("khôngnhậnđược", M.NEGATIVE, False),
        ("nhậnđượcchưa?", M.QUESTION, False),
        ("đãnhậntiền", M.UNRELATED, False),
    ],
)
def test_words_that_are_run_together_are_parted_where_there_is_one_way(text: str, meaning: Meaning, closes: bool) -> None:
    understood = understand(text)
    assert (understood.meaning, understood.closes) == (meaning, closes)


def test_two_letters_that_changed_places_at_the_end_are_put_back() -> None:
    assert understand("đã nhận côgn điện").closes


@pytest.mark.parametrize("text", ["da nhan nha", "dang lam nha", "em nhan cong dien roi nha"])
def test_the_nha_of_the_south_is_no_house(text: str) -> None:
    assert understand(text).closes
    assert understand("em nhận nhà mới rồi").meaning is M.UNRELATED


@pytest.mark.parametrize("text", ["ddax nhanj", "nhanj roif", "dda nhanj roi"])
def test_keystrokes_that_lack_a_mark_are_the_one_word_that_they_may_be(text: str) -> None:
    assert (understand(text).meaning, understand(text).closes) == (Meaning.ACKNOWLEDGED, True)


def test_what_may_be_english_is_not_completed() -> None:
    assert understand("test").meaning is Meaning.AMBIGUOUS
