"""What is asked of the ledger, narrowed to one cell."""

from datetime import date

from gridapp.counting.cut import Cut
from gridapp.counting.posting import Dimension
from gridapp.domain.period import period_named

WHOLE = Cut(period_named("2018-01-10..2018-03-05"), "镇")


def test_a_cells_month_is_the_part_of_the_period_in_it() -> None:
    cell = WHOLE.narrowed((Dimension.MONTH, Dimension.VILLAGE), ("2018-03", "甲"))
    assert cell.period == period_named("2018-03-01..2018-03-05")
    assert cell.where == {Dimension.VILLAGE: ("甲",)}


def test_a_cohort_of_a_cell_is_followed_to_the_end_of_the_table() -> None:
    assert WHOLE.cutoff == date(2018, 3, 6)
    assert WHOLE.narrowed((Dimension.MONTH,), ("2018-01",)).cutoff == date(2018, 3, 6)


def test_a_row_of_what_was_not_filled_in_asks_for_just_that() -> None:
    assert WHOLE.narrowed((Dimension.VILLAGE,), (None,)).where == {Dimension.VILLAGE: (None,)}
