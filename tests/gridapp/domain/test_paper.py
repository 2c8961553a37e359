"""Citizen numbers (公民身份号码): every slip of the pen is caught, and what is right is read (domain.md §9.2)."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gridapp.domain.paper import (
    Citizen,
    CitizenNumberFault,
    check_digit,
    citizen_of,
    masked_paper_number,
    plain_paper_number,
)

TODAY = date(2018, 6, 30)
RIGHT = {
    "11010519491231002X": Citizen(date(1949, 12, 31), "女"),
    "331121198001010018": Citizen(date(1980, 1, 1), "男"),
    "330326197512310028": Citizen(date(1975, 12, 31), "女"),
}
"""The standard's own example, and two made up for us."""


@pytest.mark.parametrize("number", RIGHT)
def test_a_right_number_tells_birth_and_sex(number: str) -> None:
    assert citizen_of(number, TODAY) == RIGHT[number]


@pytest.mark.parametrize("number", RIGHT)
@pytest.mark.parametrize("place", range(18))
def test_every_single_wrong_digit_is_caught(number: str, place: int) -> None:
    wrong = [digit for digit in ("0123456789X" if place == 17 else "0123456789") if digit != number[place]]
    for digit in wrong:
        assert isinstance(citizen_of(number[:place] + digit + number[place + 1 :], TODAY), CitizenNumberFault)


@given(st.from_regex(r"[1-9][0-9]{5}19[0-9]{2}0[1-9][01][1-9][0-9]{3}", fullmatch=True), st.integers(0, 16))
def test_two_neighbours_that_change_places_are_caught(digits: str, place: int) -> None:
    number = digits + check_digit(digits)
    swapped = number[:place] + number[place + 1] + number[place] + number[place + 2 :]
    assert isinstance(citizen_of(number, TODAY), Citizen)
    assert swapped == number or isinstance(citizen_of(swapped, TODAY), CitizenNumberFault)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "33112119800101001",
        "3311211980010100188",
        "33112119800101001x",
        "3311211980O1010018",
        "X3112119800101001X",
        "331121１98001010018",
        " 331121198001010018",
        "33112180010100",
        "٣31121198001010018",
    ],
)
def test_what_is_not_eighteen_plain_characters_is_no_number(text: str) -> None:
    assert citizen_of(text, TODAY) is CitizenNumberFault.FORM


@pytest.mark.parametrize(
    ("birth", "known"),
    [
        ("20180630", True),
        ("20180701", False),
        ("18880101", True),
        ("18871231", False),
        ("19800230", False),
        ("19801301", False),
        ("20000229", True),
        ("19000229", False),
    ],
)
def test_somebody_was_born_on_a_real_day_that_is_over_and_not_too_long_ago(birth: str, known: bool) -> None:
    digits = f"331121{birth}001"
    found = citizen_of(digits + check_digit(digits), TODAY)
    assert isinstance(found, Citizen) if known else found is CitizenNumberFault.BIRTH


@pytest.mark.parametrize(
    ("number", "found"),
    [
        ("331121800101001", Citizen(date(1980, 1, 1), "男")),
        ("331121751231002", Citizen(date(1975, 12, 31), "女")),
        ("331121800230001", CitizenNumberFault.BIRTH),
    ],
)
def test_an_old_number_of_fifteen_digits_is_taken_with_a_real_day(number: str, found: object) -> None:
    assert citizen_of(number, TODAY) == found


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("１１０１０５１９４９１２３１００２Ｘ", "11010519491231002X"),
        ("11010519491231002x", "11010519491231002X"),
        (" 110105 19491231 002ｘ\t", "11010519491231002X"),
        ("110105　19491231　002X", "11010519491231002X"),
        ("h12345678", "H12345678"),
    ],
)
def test_a_number_is_made_plain_before_it_is_read(text: str, plain: str) -> None:
    assert plain_paper_number(text) == plain


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        ("33112119800101001X", "331121********001X"),
        ("331121800101001", "331121*****1001"),
        ("H1234567890", "H12345*7890"),
        ("H123456789", "**********"),
        ("H1234", "*****"),
        ("", ""),
    ],
)
def test_a_number_is_shown_with_its_middle_hidden_and_a_short_one_not_at_all(number: str, masked: str) -> None:
    assert masked_paper_number(number) == masked


@given(st.text(min_size=1, max_size=30))
def test_a_masked_number_is_as_long_as_it_was_and_hides_something(number: str) -> None:
    masked = masked_paper_number(number)
    assert len(masked) == len(number)
    assert "*" in masked


@pytest.mark.parametrize("fault", CitizenNumberFault)
def test_each_fault_is_a_sentence_of_its_own(fault: CitizenNumberFault) -> None:
    assert fault.value.endswith("。")
    assert [other for other in CitizenNumberFault if other.value == fault.value] == [fault]
