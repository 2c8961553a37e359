"""How numbers are said: exactly, as 余, in 万元, as rates and as changes."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gridapp.counting.amount import Rate
from gridapp.counting.change import Change
from gridapp.domain.period import period_named
from gridapp.reporting.prose.saying import Manner, change_said, ordinal, period_said, said


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("0", "0"),
        ("99", "99"),
        ("100", "100"),
        ("101", "100余"),
        ("812", "800余"),
        ("1318", "1300余"),
        ("9999", "9900余"),
        ("10000", "1万"),
        ("51260", "5万余"),
        ("50000", "5万"),
        ("120000", "12万"),
    ],
)
def test_about_is_said_only_where_the_record_is_not_exact(value: str, text: str) -> None:
    assert said(Decimal(value), Manner.ROUNDED) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [("2392", "2392"), ("184.7", "184.7"), ("62000.000", "62000"), ("3045000", "3045000"), ("0", "0"), ("-3", "-3")],
)
def test_exactly_every_figure_is_said(value: str, text: str) -> None:
    assert said(Decimal(value), Manner.EXACT) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [("500.5", "500.5元"), ("9999", "9999元"), ("3045000", "304.5万元"), ("30000", "3万元"), ("31550", "31550元")],
)
def test_money_is_said_in_ten_thousands_where_two_decimals_do(value: str, text: str) -> None:
    assert said(Decimal(value), Manner.MONEY) == text


@pytest.mark.parametrize(
    ("numerator", "denominator", "text"),
    [
        (1955, 1955, "100%（1955/1955）"),
        (1954, 1955, "99.95%（1954/1955）"),
        (199_999, 200_000, "99.99%（199999/200000）"),
        (9, 8, "112.50%（9/8）"),
        (0, 3, "0.00%（0/3）"),
        (0, 0, "—"),
    ],
)
def test_a_rate_says_what_it_is_of_and_a_hundred_only_when_exact(numerator: int, denominator: int, text: str) -> None:
    assert said(Rate(Decimal(numerator), Decimal(denominator)), Manner.EXACT) == text


@given(st.integers(0, 10**7), st.integers(1, 10**7))
def test_no_rate_but_the_whole_is_a_hundred(numerator: int, denominator: int) -> None:
    text = said(Rate(Decimal(numerator), Decimal(denominator)), Manner.EXACT)
    assert text.startswith(("100%", "100.00%")) == (numerator == denominator)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (Change(Decimal("12.50"), "%"), ("上升", "12.50", "%")),
        (Change(Decimal("-1.20"), "个百分点"), ("下降", "1.20", "个百分点")),
        (Change(Decimal("0.00"), "%"), ("", "持平", "")),
    ],
)
def test_a_change_is_said_with_its_direction_and_unit(change: Change, words: tuple[str, str, str]) -> None:
    assert change_said(change) == words


@pytest.mark.parametrize(
    ("period", "text"),
    [
        ("2018-H1", "2018年上半年"),
        ("2018-01-01..2018-06-11", "2018年1月1日至6月11日"),
        ("2017-12-30..2018-01-02", "2017年12月30日至2018年1月2日"),
        ("2018-06-11", "2018年6月11日"),
    ],
)
def test_a_period_is_said_as_a_report_does(period: str, text: str) -> None:
    assert period_said(period_named(period)) == text


def test_headings_are_numbered_in_chinese() -> None:
    assert [ordinal(place) for place in (1, 9, 10, 11, 19)] == ["一", "九", "十", "十一", "十九"]
