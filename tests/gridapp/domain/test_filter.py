"""Filters: conditions that stay what was meant, on every day and through JSON."""

import json
from datetime import date

import pytest

from gridapp.domain.filter import Condition, Field, Test, condition_from
from gridapp.domain.problem import Refusal
from gridapp.domain.span import Span

_MONDAY = date(2018, 6, 11)
_LEAP_DAY = date(2020, 2, 29)


@pytest.mark.parametrize(
    ("span", "first", "last"),
    [
        (Span.TODAY, "2018-06-11", "2018-06-11"),
        (Span.YESTERDAY, "2018-06-10", "2018-06-10"),
        (Span.THIS_WEEK, "2018-06-11", "2018-06-17"),
        (Span.LAST_WEEK, "2018-06-04", "2018-06-10"),
        (Span.THIS_MONTH, "2018-06-01", "2018-06-30"),
        (Span.LAST_MONTH, "2018-05-01", "2018-05-31"),
        (Span.THIS_QUARTER, "2018-04-01", "2018-06-30"),
        (Span.FIRST_HALF, "2018-01-01", "2018-06-30"),
        (Span.THIS_YEAR, "2018-01-01", "2018-12-31"),
        (Span.LAST_7_DAYS, "2018-06-05", "2018-06-11"),
        (Span.LAST_30_DAYS, "2018-05-13", "2018-06-11"),
        (Span.NEXT_3_DAYS, "2018-06-11", "2018-06-13"),
        (Span.NEXT_7_DAYS, "2018-06-11", "2018-06-17"),
    ],
)
def test_a_span_means_days_around_the_day_of_asking(span: Span, first: str, last: str) -> None:
    condition = Condition(Field.DUE_AT, Test.WITHIN, (span.value,))
    assert condition.days(_MONDAY) == (date.fromisoformat(first), date.fromisoformat(last))


def test_the_month_before_a_leap_day_is_whole() -> None:
    assert Span.LAST_MONTH.period(_LEAP_DAY).last == date(2020, 1, 31)
    assert Span.THIS_MONTH.period(_LEAP_DAY).last == _LEAP_DAY


def test_given_days_do_not_move() -> None:
    between = Condition(Field.CLOSED_AT, Test.BETWEEN, ("2018-01-01", "2018-05-31"))
    assert between.days(_MONDAY) == between.days(_LEAP_DAY) == (date(2018, 1, 1), date(2018, 5, 31))
    assert Condition(Field.CLOSED_AT, Test.SINCE, ("2018-01-01",)).days(_MONDAY) == (date(2018, 1, 1), None)
    assert Condition(Field.CLOSED_AT, Test.UNTIL, ("2018-01-01",)).days(_MONDAY) == (None, date(2018, 1, 1))


@pytest.mark.parametrize(
    ("field", "test", "values"),
    [
        (Field.HANDLER, Test.WITHIN, ("今天",)),
        (Field.HANDLER, Test.ONE_OF, ()),
        (Field.HANDLER, Test.EMPTY, ("演示员",)),
        (Field.DUE_AT, Test.WITHIN, ("明年",)),
        (Field.DUE_AT, Test.BETWEEN, ("2018-01-01",)),
        (Field.DUE_AT, Test.BETWEEN, ("2018-05-31", "2018-01-01")),
        (Field.DUE_AT, Test.SINCE, ("五月",)),
        (Field.LATE, Test.ONE_OF, ("是",)),
        (Field.TEXT, Test.CONTAINS, ()),
    ],
)
def test_a_condition_that_says_nothing_is_refused(field: Field, test: Test, values: tuple[str, ...]) -> None:
    with pytest.raises(Refusal, match=field.label):
        Condition(field, test, values)


@pytest.mark.parametrize(
    "condition",
    [
        Condition(Field.VILLAGE, Test.ONE_OF, ("331121103-01", "331121103-02")),
        Condition(Field.UNIT, Test.NOT_EMPTY),
        Condition(Field.REPORTED_AT, Test.WITHIN, (Span.THIS_WEEK.value,)),
    ],
)
def test_a_condition_survives_json(condition: Condition) -> None:
    assert condition_from(json.loads(json.dumps(condition.to_plain()))) == condition


@pytest.mark.parametrize(
    "plain", [{}, {"field": "shape", "test": "yes", "values": []}, {"field": "late", "test": "yes"}]
)
def test_a_condition_of_another_version_is_refused_in_words(plain: dict[str, object]) -> None:
    with pytest.raises(Refusal, match="别的版本"):
        condition_from(plain)


def test_every_field_and_test_has_a_word() -> None:
    assert all(field.label and all(test.label for test in field.tests) for field in Field)
