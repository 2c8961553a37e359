"""Every figure is a list: the quantities of the list add up to the cell, for every cell."""

from decimal import Decimal

import pytest

from gridapp.cli.asking import words_of
from gridapp.counting.amount import Rate
from gridapp.counting.cut import Cut
from gridapp.counting.figure_cases import cases_behind
from gridapp.counting.indicator import catalogue, indicator_named
from gridapp.counting.posting import Dimension
from gridapp.counting.tally import tally
from gridapp.domain.kind import Kind
from gridapp.domain.period import period_named
from gridapp.domain.problem import Refusal
from gridapp.ports import Office
from tests.gridapp.small_office import fill
from tests.offices import TOWN


@pytest.fixture
def small(sqlite_office: Office) -> Office:
    """The small office in a file."""
    fill(sqlite_office)
    return sqlite_office


@pytest.mark.parametrize("kind", list(Kind))
@pytest.mark.parametrize("period", ["2018-01", "2018-01-04..2018-02-03"])
def test_the_cases_behind_every_cell_add_up_to_it(small: Office, kind: Kind, period: str) -> None:
    chapter = catalogue()[kind]
    whole = Cut(period_named(period), TOWN)
    looked = 0
    for by in [(dimension,) for dimension in chapter.dimensions] + [(Dimension.VILLAGE, Dimension.MONTH)]:
        told = tally(small.ledger, words_of(small), chapter, whole, by)
        for row in told.rows:
            cut = whole.narrowed(told.by, row.keys)
            for indicator in told.columns:
                value = row.values[indicator.code]
                expected = value.numerator if isinstance(value, Rate) else value
                listed = cases_behind(small.ledger, indicator, cut)
                assert sum((case.quantity for case in listed), Decimal(0)) == expected, (row.keys, indicator.code)
                looked += 1
    assert looked


@pytest.mark.parametrize("kind", [Kind.EVENT, Kind.DISPUTE, Kind.HAZARD])
def test_of_a_rate_every_case_of_the_denominator_is_listed(small: Office, kind: Kind) -> None:
    for indicator in catalogue()[kind].indicators:
        if indicator.denominator is not None:
            cut = Cut(period_named("2018-01..2018-02"), TOWN)
            listed = cases_behind(small.ledger, indicator, cut)
            below = small.ledger.entries(indicator.denominator, cut)
            assert {case.case_id for case in below} <= {case.case_id for case in listed}


def test_a_list_is_in_the_order_of_days_and_names_no_case_twice(small: Office) -> None:
    listed = cases_behind(small.ledger, indicator_named("event.closed"), Cut(period_named("2018"), TOWN))
    assert [case.day for case in listed] == sorted(case.day for case in listed)
    assert len({case.case_id for case in listed}) == len(listed) == 3


def test_a_list_under_a_dimension_that_the_figure_lacks_is_refused(small: Office) -> None:
    cut = Cut(period_named("2018"), TOWN, {Dimension.OUTCOME: ("撤回",)})
    with pytest.raises(Refusal, match="“排查”不分结果"):
        cases_behind(small.ledger, indicator_named("dispute.found"), cut)
