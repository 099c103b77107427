"""Tests of what holds for every reply, however it was typed."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alertd.model.replies import Meaning, Understanding
from alertd.reading.answers import understand
from alertd.reading.answers.syllables import bare
from tests.reading.answers.labelled import ANSWERS, labelled, understood

REPLIES = [reply.text for reply in labelled(ANSWERS / "practice.tsv")]
VERBS = frozenset({"nhận", "đã", "đang", "xong", "rõ", "hoàn", "sơ", "nắm"})
INCIDENTS = [
    "vỡ đê rồi", "có người mất tích", "nước lên nhanh quá", "cứu với", "sạt lở vùi 2 nhà", "bà con leo hết lên mái", "vo dap roi",
    "cầu gãy", "lũ quét vào bản", "cháy nhà dân", "3 người bị cuốn trôi",
]  # fmt: skip
CLEAR_WITHOUT_MARKS = [
    "đã nhận", "đã nhận được rồi ạ", "rõ rồi sếp", "đang triển khai", "đã di dời xong 45 hộ", "xong rồi", "chưa nhận được",
    "không có xuồng",
    "vỡ đập rồi", "sạt lở vùi nhà", "có người mất tích", "nước lên nhanh quá", "cầu sập rồi", "bà con leo hết lên mái", "lũ quét về",
]  # fmt: skip
VARIANTS: dict[str, Callable[[str], str]] = {
    "upper": str.upper,
    "nfd": lambda text: unicodedata.normalize("NFD", text),
    "tone": lambda text: text.replace("òa", "oà").replace("óa", "oá").replace("ỏa", "oả").replace("ủy", "uỷ").replace("úy", "uý"),
    "spaces": lambda text: text.replace(" ", "  "),
}
SPACES = st.text(" \t\n\u00a0", max_size=3)
WORDS = "đã nhận rồi chưa không đang làm xong nhưng nếu lũ về vỡ đê cứu 20/45 hộ ? ! . , > : TD01 1 👍 hả ạ gì đâu"
SCRAPS = st.lists(st.sampled_from(WORDS.split()), max_size=12).map(" ".join)


def replies_that(fits: Callable[[str, Understanding], bool]) -> st.SearchStrategy[str]:
    """Those whose words and meaning fit; all are understood once the first test asks, since many processes only collect the tests."""
    return st.deferred(lambda: st.sampled_from([text for text in REPLIES if fits(text, understood(text))]))


CLOSING = replies_that(lambda _, found: found.closes)
# Not "da.nhan": who types stops for spaces types them to the end. "đã báo sếp" says who was told, and after a name nobody is polite.
SPACED = replies_that(
    lambda text, found: found.closes and (" " in text or "." not in text) and not text.endswith(("báo", "báo cáo", "phân công", " VP"))
)
# Where the words for what the paper is about stand last, more of them follow.
NAMING_NO_PAPER = replies_that(lambda text, found: found.closes and "công điện về" not in text)
# Sentences whose first word is the verb or its marker, so that a negation can be put right before it; not those that say after a comma
# what would do by itself: "chưa xong hết rồi, 45 hộ đã vào nhà văn hóa".
VERB_FIRST = replies_that(
    lambda text, found: found.closes and text.split()[0].lower() in VERBS and not understood(text.partition(",")[2]).closes
)
ACTED_UPON = replies_that(lambda _, found: found.closes or found.meaning is Meaning.INCIDENT)


@given(st.text(max_size=200) | SCRAPS)
def test_nothing_that_is_typed_makes_it_fail(text: str) -> None:
    found = understand(text)
    assert found.text == text
    assert found.reason
    assert found.meaning.is_positive or not found.closes


@given(st.sampled_from(REPLIES))
def test_composed_and_decomposed_letters_mean_the_same(text: str) -> None:
    composed, decomposed = (understand(unicodedata.normalize(form, text)) for form in ("NFC", "NFD"))
    assert (composed.meaning, composed.closes) == (decomposed.meaning, decomposed.closes)


@given(st.sampled_from(REPLIES), SPACES, SPACES)
def test_white_space_around_a_reply_changes_nothing(text: str, before: str, after: str) -> None:
    assert understand(before + text + after).meaning is understand(text).meaning


@given(SPACED, st.sampled_from(["ạ", "nhé", "sếp"]))
def test_a_particle_at_the_end_changes_nothing(text: str, particle: str) -> None:
    plain, polite = understand(text), understand(f"{text} {particle}")
    assert (polite.meaning, polite.closes) == (plain.meaning, plain.closes)


@pytest.mark.parametrize("text", ["Đã nghe sếp", "ALO TRƯỞNG THÔN NÀ LÌNH ĐÂY ĐÃ NHẬN ĐƯỢC TIN", "đang mở 2 cửa xả, lưu lượng 120  m3/s"])
def test_neither_capitals_nor_spaces_nor_a_form_of_address_hide_an_acceptance(text: str) -> None:
    assert understand(text).closes


def test_or_after_a_promise_to_tell_ones_people_is_no_part_of_it() -> None:
    assert understand("tin mày gửi tao nhận rồi, tao sẽ bảo dân bản").closes
    assert not understand("tin mày gửi tao nhận rồi, tao sẽ bảo dân bản hay là thôi").closes


@given(CLOSING, st.sampled_from(["?", " ?", "??", "?!"]))
def test_a_question_mark_never_stops_the_reminders(text: str, mark: str) -> None:
    assert not understand(text + mark).closes


@pytest.mark.parametrize("words", ["Chưa xong, đang làm tiếp?", "đang làm, chưa xong??", "chưa xong, đang làm hả anh"])
def test_being_at_work_stops_the_reminders_only_where_it_is_stated(words: str) -> None:
    assert not understand(words).closes


@pytest.mark.parametrize("news", ["Đã nhận, không có ai bị thương", "Rõ. Địa bàn chưa có sạt lở"])
def test_good_news_hides_no_danger_and_no_question_behind_it(news: str) -> None:
    assert understand(news).closes
    assert understand(f"{news} vỡ đê rồi").meaning is Meaning.INCIDENT
    assert not understand(f"{news} thế nào ạ").closes
    assert not understand(f"{news} hay là thôi").closes


@pytest.mark.parametrize("tail", ["hả anh", "à", "chứ anh", "hả"])
def test_thanks_hide_no_question_behind_them(tail: str) -> None:
    assert understand("Đã nhận, cảm ơn anh đã nhắc").closes
    assert not understand(f"Đã nhận, cảm ơn anh đã nhắc {tail}").closes


def test_a_question_whether_the_deputy_answers_is_no_answer() -> None:
    assert not understand("Phó chủ tịch nhận thay, chủ tịch đang họp tỉnh hả anh").closes


@given(VERB_FIRST, st.sampled_from(["chưa", "không", "k", "ko", "chưa hề", "hông"]))
def test_a_negation_before_the_verb_never_stops_the_reminders(text: str, negation: str) -> None:
    assert not understand(f"{negation} {text}").closes
    assert not understand(f"em {negation} {text}").closes


@given(
    NAMING_NO_PAPER,
    st.sampled_from(
        ["nhưng chưa đi được", "mà không có xe", ", nếu có xe", "hả anh", "thế nào ạ", "chưa ạ", "hay là thôi", ", mai làm", "vỡ đê rồi"]
    ),
)
def test_a_doubt_after_an_acceptance_never_stops_the_reminders(text: str, doubt: str) -> None:
    assert not understand(f"{text} {doubt}").closes


@given(CLOSING, st.sampled_from(INCIDENTS))
def test_danger_beside_an_acceptance_is_danger(text: str, danger: str) -> None:
    assert understand(f"{text}. {danger}").meaning is Meaning.INCIDENT
    assert understand(f"{danger}, {text}").meaning is Meaning.INCIDENT


@given(CLOSING, st.sampled_from(["không biết {}", "{} hay chưa", "nếu {}", "{} chưa em", "có phải {} không", "bao giờ {}"]))
def test_a_doubt_or_a_question_around_an_acceptance_never_stops_the_reminders(text: str, around: str) -> None:
    assert not understand(around.format(text)).closes


@given(ACTED_UPON, st.sampled_from(["upper", "nfd", "tone", "spaces"]))
def test_capitals_and_the_place_of_the_tone_mark_change_nothing(text: str, how: str) -> None:
    plain, varied = understand(text), understand(VARIANTS[how](text))
    if how == "upper" and any(letter.isupper() for letter in text[1:]):
        assert varied.closes <= plain.closes  # without its capitals a name is only a word
        return
    assert (varied.meaning, varied.closes) == (plain.meaning, plain.closes)


@given(st.sampled_from(CLEAR_WITHOUT_MARKS))
def test_clear_words_are_understood_without_their_marks(text: str) -> None:
    plain, bare_of_marks = understand(text), understand(" ".join(bare(word) for word in text.lower().split(" ")))
    assert bare_of_marks.meaning is plain.meaning


@pytest.mark.parametrize("letter", [*"abcdđeghiklmnoôơpqrstuưvxyz", "K", "R", "Ô", "1", "2", "3", "4", "0", "!", "…"])
def test_a_single_letter_or_digit_acts_on_nothing(letter: str) -> None:
    for text in (letter, f"{letter} ạ", f"dạ {letter}", f"{letter}."):
        assert not understand(text).closes
        assert understand(text).meaning is not Meaning.INCIDENT


def test_danger_at_the_end_of_a_very_long_text_is_seen_and_the_text_stops_nothing() -> None:
    assert understand("đã nhận " * 300).closes is False
    assert understand("đã nhận " * 300 + ". vỡ đê rồi").meaning is Meaning.INCIDENT


@pytest.mark.parametrize(
    "piece",
    [
        "\n",
        "\n ",
        "“",
        "fwd",
        "a_",
        "[công điện",
        "20/45 hộ ",
        "nhận mà ",
        "a",
        "đã ",
        "hết đã ",
        "không ",
        "(",
        "a.",
        ">",
        "chưa không đâu gì ",
        "1/",
        '"',
        "đang cho đi ",
        "nha65n",
        "trả lời ",
    ],
)
def test_a_very_long_reply_is_cut_rather_than_waited_for(piece: str) -> None:
    assert understand(piece * 5000).reason
