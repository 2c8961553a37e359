"""Statistical periods (统计期间): every form that people write, and what cannot be one."""

from datetime import date

import pytest

from gridapp.domain.period import Month, Period, period_named, presets
from gridapp.domain.problem import Refusal


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2018-05", date(2018, 5, 1), date(2018, 5, 31)),
        ("2016-02", date(2016, 2, 1), date(2016, 2, 29)),
        ("2018-12", date(2018, 12, 1), date(2018, 12, 31)),
        ("2018-Q1", date(2018, 1, 1), date(2018, 3, 31)),
        ("2018-Q4", date(2018, 10, 1), date(2018, 12, 31)),
        ("2018-H1", date(2018, 1, 1), date(2018, 6, 30)),
        ("2018-H2", date(2018, 7, 1), date(2018, 12, 31)),
        ("2018", date(2018, 1, 1), date(2018, 12, 31)),
        ("2018-01..2018-05", date(2018, 1, 1), date(2018, 5, 31)),
        ("2018-01-01..2018-06-11", date(2018, 1, 1), date(2018, 6, 11)),
        ("2018-06-11..2018-06-11", date(2018, 6, 11), date(2018, 6, 11)),
        ("2018-06-11", date(2018, 6, 11), date(2018, 6, 11)),
        ("2017-Q4..2018-02", date(2017, 10, 1), date(2018, 2, 28)),
        (" 2018-05 ", date(2018, 5, 1), date(2018, 5, 31)),
    ],
)
def test_both_ends_belong_to_a_period_as_written(text: str, first: date, last: date) -> None:
    period = period_named(text)
    assert (period.start, period.last) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2018-13",
        "2018-00",
        "2018-Q5",
        "2018-H3",
        "2018-5",
        "18-05",
        "2018-02-30",
        "2018-05..",
        "..2018-05",
        "2018年5月",
        "本月",
        "9999-12-31",
        "9999",
        "0000",
    ],
)
def test_what_is_no_period_is_refused_with_the_forms_that_are(text: str) -> None:
    with pytest.raises(Refusal, match="看不懂统计期间"):
        period_named(text)


def test_an_end_before_the_start_is_refused_naming_both_days() -> None:
    with pytest.raises(Refusal, match="止日（2018-01-31）早于起日（2018-02-01）"):
        period_named("2018-02..2018-01")


def test_inside_a_period_is_half_open() -> None:
    assert period_named("2018-06").end == date(2018, 7, 1)


def test_a_period_is_shown_with_both_its_days() -> None:
    assert str(period_named("2018-H1")) == "2018-01-01..2018-06-30"


def test_the_months_of_a_period_are_those_it_touches() -> None:
    months = period_named("2017-12-31..2018-02-01").months()
    assert [str(month) for month in months] == ["2017-12", "2018-01", "2018-02"]


def test_a_period_is_clipped_to_a_month_on_both_sides() -> None:
    period = period_named("2018-01-15..2018-03-10")
    assert period.clipped(Month(2018, 1)) == period_named("2018-01-15..2018-01-31")
    assert period.clipped(Month(2018, 2)) == period_named("2018-02")
    assert period.clipped(Month(2018, 3)) == period_named("2018-03-01..2018-03-10")


def test_months_are_counted_across_the_turn_of_the_year_both_ways() -> None:
    assert Month(2018, 11).later(3) == Month(2019, 2)
    assert Month(2018, 2).later(-2) == Month(2017, 12)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("本月", "2018-08"),
        ("上月", "2018-07"),
        ("本季", "2018-Q3"),
        ("上半年", "2018-H1"),
        ("1—5月", "2018-01..2018-05"),
        ("年初至今", "2018-01-01..2018-08-09"),
        ("全年", "2018"),
        ("上年", "2017"),
    ],
)
def test_presets_mean_what_offices_mean(name: str, text: str) -> None:
    assert dict(presets(date(2018, 8, 9)))[name] == period_named(text)


def test_last_month_in_january_is_december() -> None:
    assert dict(presets(date(2018, 1, 5)))["上月"] == Period(date(2017, 12, 1), date(2018, 1, 1))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("2018-05", "2018年5月"),
        ("2018-Q2", "2018年二季度"),
        ("2018-H1", "2018年上半年"),
        ("2018", "2018年全年"),
        ("2018-01..2018-05", "2018年1—5月"),
        ("2018-01-01..2018-06-11", "2018-01-01 至 2018-06-11"),
        ("2017-12..2018-01", "2017-12-01 至 2018-01-31"),
    ],
)
def test_a_period_is_named_as_an_office_names_it(written: str, said: str) -> None:
    assert period_named(written).label == said
