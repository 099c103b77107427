"""Short codes: readable, unlike one another, and found again in what people type."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from alertd.model.bodies import Body, BodyType
from alertd.workflow.notices.codes import code_for, codes_alone, codes_in


def body(name: str) -> Body:
    return Body(f"x/{name}", name, BodyType.OTHER)


def test_a_code_is_made_of_the_bodys_initials_and_the_dispatchs_number() -> None:
    assert code_for(body("UBND huyện Tràng Định"), 1, set()) == "TD01"
    assert code_for(body("Sở Công Thương"), 12, set()) == "CT12"


def test_bodies_with_the_same_initials_get_different_codes() -> None:
    taken: set[str] = set()
    for name in ("UBND huyện Cao Lộc", "UBND huyện Chi Lăng", "Chi cục Lâm nghiệp"):
        code = code_for(body(name), 1, taken)
        assert code not in taken
        taken.add(code)


@given(st.lists(st.text(max_size=20), max_size=60), st.integers(1, 99_999))
def test_every_code_of_a_dispatch_is_its_own_and_is_found_in_an_answer(names: list[str], dispatch: int) -> None:
    taken: set[str] = set()
    for name in names:
        code = code_for(body(name), dispatch, taken)
        assert code not in taken
        assert codes_in(f"1 {code.lower()} ạ") == (code,)
        taken.add(code)


def test_five_thousand_bodies_of_one_name_get_five_thousand_codes() -> None:
    taken: set[str] = set()
    for _ in range(5_000):
        taken.add(code_for(body("Đơn vị"), 7, taken))
    assert len(taken) == 5_000


def test_a_code_right_after_its_digit_is_found_and_one_within_a_word_is_not() -> None:
    assert codes_in("1CL01") == ("CL01",)
    assert codes_in("đCL01") == ()
    assert codes_in("abCDEF01") == ()


def test_a_code_that_thumbs_wrote_is_guessed_only_where_nothing_else_was_written() -> None:
    assert codes_alone("1 cl 1") == ("CL01",)
    assert "CL01" in codes_alone("1 CLO1")
    assert codes_alone("đã di dời cl 1") == codes_alone("12 hộ") == codes_alone("5 cl 01") == ()
