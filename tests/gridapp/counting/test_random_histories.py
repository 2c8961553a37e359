"""The law of the whole program, on random histories: figures add up, and agree with an independent counter."""

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gridapp.counting.amount import Rate
from gridapp.counting.cut import Cut
from gridapp.counting.figure_cases import cases_behind
from gridapp.counting.indicator import catalogue, indicator_named
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import Row, figure
from gridapp.domain.kind import Kind
from gridapp.domain.period import Period, period_named
from gridapp.ports import Office
from tests.gridapp.counting import brute_force
from tests.gridapp.counting.brute_force import Story
from tests.gridapp.counting.event_history import PERIOD, STEPS, Step, lived
from tests.offices import at
from tests.sizes import FULL

COUNTED = [i for i in catalogue()[Kind.EVENT].indicators if i.denominator is None]

random_histories = settings(
    max_examples=60 if FULL else 12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


def plain(row: Row) -> dict[str, int]:
    return {
        i.code: int(value) for i in COUNTED if not isinstance(value := row.values[i.code], Rate) and value is not None
    }


def nonzero(rows: Iterator[tuple[str | None, dict[str, int]]]) -> dict[str | None, dict[str, int]]:
    return {key: values for key, values in rows if any(values.values())}


GROUPS: Sequence[tuple[Dimension, Callable[[Story], str | None]]] = (
    (Dimension.VILLAGE, lambda story: story.village),
    (Dimension.CATEGORY, lambda story: story.category),
    (Dimension.PLATFORM, lambda story: story.category[:2]),
)


@random_histories
@given(steps=STEPS)
def test_every_table_agrees_with_an_independent_count(office: Office, steps: list[Step]) -> None:
    history = lived(office, steps)
    stories = list(history.stories.values())
    months = history.table(Dimension.MONTH)
    assert {row.keys[0]: plain(row) for row in months.rows} == brute_force.by_month(stories, PERIOD.months())
    for dimension, group in GROUPS:
        rows = history.table(dimension).rows
        expected = brute_force.by_group(stories, PERIOD, group)
        assert nonzero((row.keys[0], plain(row)) for row in rows) == nonzero(iter(expected.items()))


@random_histories
@given(steps=STEPS)
def test_the_identity_holds_in_every_cell_and_rows_add_up(office: Office, steps: list[Step]) -> None:
    history = lived(office, steps)
    tables = [
        history.table(Dimension.MONTH),
        history.table(Dimension.VILLAGE),
        history.table(Dimension.MONTH, Dimension.CATEGORY),
    ]
    for table in tables:
        for row in table.rows:
            cell = plain(row)
            assert cell["event.opening"] + cell["event.reported"] - cell["event.closed"] == cell["event.closing"]
            assert cell["event.closed_on_time"] + cell["event.closed_late"] == cell["event.closed"]
        flows = ("event.reported", "event.closed", "event.closed_on_time", "event.reopened", "event.voided")
        for code in flows:
            assert sum(plain(row)[code] for row in table.rows) == table.total[code]
    monthly = [plain(row) for row in tables[0].rows]
    for earlier, later in pairwise(monthly):
        assert later["event.opening"] == earlier["event.closing"]
    for code in ("event.opening", "event.closing", "event.overdue"):
        assert sum(plain(row)[code] for row in tables[1].rows) == tables[1].total[code]


@random_histories
@given(steps=STEPS)
def test_every_cell_is_its_list(office: Office, steps: list[Step]) -> None:
    history = lived(office, steps)
    for by in ((Dimension.MONTH,), (Dimension.VILLAGE,), (Dimension.VILLAGE, Dimension.PLATFORM)):
        table = history.table(*by)
        for row in table.rows:
            for indicator in table.columns:
                value = row.values[indicator.code]
                amount = value.numerator if isinstance(value, Rate) else value
                if not amount and row.keys != table.rows[0].keys:
                    continue
                cut = table.cut.narrowed(table.by, row.keys)
                counted = cases_behind(office.ledger, indicator, cut)
                assert sum(case.quantity for case in counted) == amount
                assert len({case.case_id for case in counted}) == len(counted)
                assert figure(office.ledger, indicator, cut) == value


@random_histories
@given(steps=STEPS)
def test_the_close_rate_follows_the_cases_reported_in_the_period(office: Office, steps: list[Step]) -> None:
    history = lived(office, steps)
    stories = list(history.stories.values())
    for row in history.table(Dimension.MONTH).rows:
        year, month = (row.keys[0] or "").split("-")
        period = period_named(f"{year}-{month}")
        rate = row.values["event.close_rate"]
        assert isinstance(rate, Rate)
        assert rate.numerator == brute_force.closed_of_reported(stories, period, PERIOD.end)


@random_histories
@given(steps=STEPS, cut_at=st.integers(1, 59))
def test_a_table_can_be_shown_as_it_stood_at_any_moment(office: Office, steps: list[Step], cut_at: int) -> None:
    history = lived(office, steps[:cut_at])
    moment, then = history.now, history.table(Dimension.MONTH)
    for step in steps[cut_at:]:
        history.take(step)
    again = history.table(Dimension.MONTH, as_of=moment)
    assert [(row.keys, row.values) for row in again.rows] == [(row.keys, row.values) for row in then.rows]


@random_histories
@given(steps=STEPS)
def test_whatever_happened_everything_checks(office: Office, steps: list[Step]) -> None:
    lived(office, steps)
    for result in (office.checks.postings(), office.checks.balances(), office.checks.history()):
        assert result.ok, result.detail


@pytest.mark.parametrize("days", [(1, 1), (3, 17), (2, 28)])
@random_histories
@given(steps=STEPS)
def test_periods_that_cut_months_agree_too(office: Office, steps: list[Step], days: tuple[int, int]) -> None:
    history = lived(office, steps)
    period = Period(at(2017, 3, days[0], 12).date(), at(2018, 5, days[1], 12).date())
    expected = brute_force.count(list(history.stories.values()), period)
    for code, number in expected.items():
        assert figure(office.ledger, indicator_named(code), Cut(period, history.town)) == number
