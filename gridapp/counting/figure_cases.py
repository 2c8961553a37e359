"""The cases behind a figure: every figure is a list."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from gridapp.counting.cut import Cut
from gridapp.counting.indicator import Indicator
from gridapp.counting.ledger import Counted, Ledger
from gridapp.counting.tally import check_where


def cases_behind(ledger: Ledger, indicator: Indicator, cut: Cut) -> Sequence[Counted]:
    """The cases of a figure, oldest first; their quantities add up to it.

    Of a rate every case of its denominator is listed; the quantities add up to the numerator.
    """
    check_where(indicator, cut)
    counted = ledger.entries(indicator.reading, cut)
    if indicator.denominator is None:
        return counted
    listed = {case.case_id: case for case in counted}
    for case in ledger.entries(indicator.denominator, cut):
        listed.setdefault(case.case_id, replace(case, quantity=Decimal(0)))
    return sorted(listed.values(), key=lambda case: (case.day, case.case_id))
