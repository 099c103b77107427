"""The list numbers that Word shows are written before the paragraphs."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from alertd.reading.extract import extract
from alertd.reading.extract.numerals import capital, letter, padded, roman
from alertd.reading.limits import Limits
from tests.reading.extract.docx_files import docx, item, level, numbering, paragraph, part


def text(body: str, parts: Mapping[str, str | bytes]) -> list[str]:
    return [line for line in extract(docx(body, parts), "", Limits()).lines if line]


def test_levels_count_below_one_another_and_start_anew() -> None:
    parts = numbering(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), level(2, "lowerLetter", "%3)"))
    body = item("A") + item("B", 1) + item("C", 1) + item("D", 2) + item("E", 2) + item("F") + item("G", 1) + item("H", 2)
    assert text(body, parts) == ["1. A", "1.1 B", "1.2 C", "a) D", "b) E", "2. F", "2.1 G", "a) H"]


def test_a_level_that_never_restarts_goes_on() -> None:
    parts = numbering(level(0, "upperRoman", "%1."), level(1, "decimal", "Điều %2.", '<w:lvlRestart w:val="0"/>'))
    assert text(item("A") + item("B", 1) + item("C") + item("D", 1), parts) == ["I. A", "Điều 1. B", "II. C", "Điều 2. D"]


def test_legal_numbering_writes_figures_for_every_level() -> None:
    parts = numbering(level(0, "upperRoman", "%1"), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    assert text(item("A") + item("B", 1), parts) == ["I A", "1.1 B"]


def test_picture_bullets_are_dashes_and_typed_bullets_stay() -> None:
    signs = ["\uf0b7", "•", "o", "-", "+", "đ)"]
    parts = numbering(*(level(depth, "bullet", sign) for depth, sign in enumerate(signs)))
    assert text("".join(item("x", depth) for depth in range(6)), parts) == ["- x", "- x", "- x", "- x", "+ x", "đ) x"]


def test_two_lists_of_one_definition_count_together_unless_one_starts_anew() -> None:
    more = (
        '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>'
        '<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>'
    )
    parts = numbering(level(0, "decimal", "%1."), more=more)
    body = item("a") + item("b", numbered_by=2) + item("c", numbered_by=3) + item("d", numbered_by=3)
    assert text(body, parts) == ["1. a", "2. b", "5. c", "6. d"]


def test_a_list_may_bring_a_level_of_its_own() -> None:
    own = level(0, "lowerLetter", "(%1)")
    more = f'<w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0">{own}</w:lvlOverride></w:num>'
    assert text(item("a", numbered_by=2), numbering(level(0, "decimal", "%1."), more=more)) == ["(a) a"]


def test_numbers_come_from_styles_too_and_can_be_taken_away() -> None:
    levels = level(0, "decimal", "%1."), level(1, "lowerLetter", "%2)", '<w:pStyle w:val="Item"/>')
    styles = (
        '<w:style w:type="paragraph" w:styleId="Head"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Item"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    )
    body = (
        paragraph("A", '<w:pStyle w:val="Head"/>')
        + paragraph("B", '<w:pStyle w:val="Item"/>')
        + paragraph("C", '<w:pStyle w:val="Item"/><w:numPr><w:numId w:val="0"/></w:numPr>')
    )
    assert text(body, {**numbering(*levels), "word/styles.xml": part("styles", styles)}) == ["1. A", "a) B", "C"]


@pytest.mark.parametrize("broken", ['<w:num w:numId="1"/>', '<w:num w:numId="1"><w:abstractNumId w:val="9"/></w:num>', "<w:num/>"])
def test_a_list_that_is_not_defined_gives_no_number(broken: str) -> None:
    assert text(item("a", 8), {"word/numbering.xml": part("numbering", broken)}) == ["a"]


def test_numbers_are_written_as_the_formats_say() -> None:
    assert [letter(number) for number in (0, 1, 26, 27, 53)] == ["0", "a", "z", "aa", "aaa"]
    assert [roman(number) for number in (0, 4, 9, 14, 1994, 4000)] == ["0", "iv", "ix", "xiv", "mcmxciv", "4000"]
    assert capital(roman)(3) == "III"
    assert padded(7) == "07"
