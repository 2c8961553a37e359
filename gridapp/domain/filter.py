"""Filters (筛选): conditions that a list combines, kept as plain words so that a saved view stays what was meant."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from gridapp.domain.filter_field import Field
from gridapp.domain.filter_test import MOMENT_TESTS, TEXT_TESTS, WORD_TESTS, YES_NO_TESTS, Test
from gridapp.domain.problem import Refusal
from gridapp.domain.span import Span

__all__ = [
    "MOMENT_TESTS",
    "TEXT_TESTS",
    "WORD_TESTS",
    "YES_NO_TESTS",
    "Condition",
    "Field",
    "Test",
    "condition_from",
]

_VALUES: Mapping[Test, int] = {
    Test.EMPTY: 0,
    Test.NOT_EMPTY: 0,
    Test.YES: 0,
    Test.NO: 0,
    Test.WITHIN: 1,
    Test.BETWEEN: 2,
    Test.SINCE: 1,
    Test.UNTIL: 1,
}


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition: a field, a test, and the words or days (`2018-06-01`, or a `Span`) that it is tested with.

    Raises `Refusal` with one sentence where the test is not for the field, or the values are not for the test.
    """

    field: Field
    test: Test
    values: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        wanted = _VALUES.get(self.test)
        fits = len(self.values) == wanted if wanted is not None else bool(self.values)
        if self.test not in self.field.tests or not fits or not self._days_are_readable():
            raise Refusal(f"筛选条件“{self.field.label} {self.test.label} {'、'.join(self.values)}”不完整，请改正。")

    def _days_are_readable(self) -> bool:
        try:
            if self.test is Test.WITHIN:
                Span(self.values[0])
            if self.test in (Test.BETWEEN, Test.SINCE, Test.UNTIL):
                days = [date.fromisoformat(day) for day in self.values]
                return days == sorted(days)
        except ValueError:
            return False
        return True

    def days(self, today: date) -> tuple[date | None, date | None]:
        """The first and the last day that a test of days means, asked on a given day; open ends are nothing."""
        if self.test is Test.WITHIN:
            period = Span(self.values[0]).period(today)
            return period.start, period.last
        given = [date.fromisoformat(day) for day in self.values]
        if self.test is Test.SINCE:
            return given[0], None
        if self.test is Test.UNTIL:
            return None, given[0]
        return given[0], given[1]

    def to_plain(self) -> dict[str, Any]:
        """The condition as JSON values."""
        return {"field": self.field.value, "test": self.test.value, "values": list(self.values)}


def condition_from(plain: Mapping[str, Any]) -> Condition:
    """The condition that `to_plain` wrote down; raises `Refusal` for one that this program does not know."""
    try:
        return Condition(Field(plain["field"]), Test(plain["test"]), tuple(str(value) for value in plain["values"]))
    except (KeyError, TypeError, ValueError) as error:
        raise Refusal("有一个筛选条件由别的版本保存，本软件看不懂，请重新设置这个条件。") from error
