"""Numbers of records (编号): our own form, told from everybody else's."""

from datetime import date

import pytest

from gridapp.domain.kind import Kind
from gridapp.domain.number import number_of, running_in
from tests.offices import TOWN


def test_a_number_says_town_day_and_running_number() -> None:
    assert number_of(TOWN, Kind.EVENT, date(2018, 1, 3), 7) == "331121103-20180103-0007"


def test_the_kind_stands_before_the_day() -> None:
    assert number_of(TOWN, Kind.DISPUTE, date(2018, 1, 3), 12345) == "331121103-JF20180103-12345"


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("running", [1, 9999, 10000])
def test_the_running_number_is_read_out_of_our_own_numbers(kind: Kind, running: int) -> None:
    number = number_of(TOWN, kind, date(2018, 12, 31), running)
    assert running_in(number, TOWN, kind) == (2018, running)


@pytest.mark.parametrize(
    "number",
    [
        "",
        "GH-001",
        "331121103-20180103-007",
        "331121103-JF20180103-0007",
        "331121104-20180103-0007",
        "331121103-20180103-0007a",
        "331121103-20180103-99999999999999999999",
    ],
)
def test_other_numbers_are_not_ours(number: str) -> None:
    assert running_in(number, TOWN, Kind.EVENT) is None
