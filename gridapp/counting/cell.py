"""A cell (格): a figure's definition, the part of the ledger it was asked of, and its value; it opens its own cases."""

from dataclasses import dataclass

from gridapp.counting.amount import Value
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import Indicator


@dataclass(frozen=True, slots=True)
class Cell:
    """One number with all that is needed to list the cases behind it (`cases_behind`)."""

    indicator: Indicator
    cut: Cut
    value: Value
