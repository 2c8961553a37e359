"""The cases behind a figure: every figure is a list."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from gridapp.counting.cut import Cut
from gridapp.counting.indicator import Aggregate, Indicator, Reading
from gridapp.counting.ledger import Counted, Ledger
from gridapp.counting.tally import check_where


def cases_behind(ledger: Ledger, indicator: Indicator, cut: Cut, most: int | None = None) -> Sequence[Counted]:
    """The cases of a figure, oldest first; their quantities add up to it. With `most` only the first so many, at once.

    Of a rate every case of its denominator is listed; the quantities add up to the numerator.
    """
    check_where(indicator, cut)
    if indicator.denominator is None:
        return ledger.entries(indicator.reading, cut, most)
    if most is None or Aggregate.DISTINCT in (reading.aggregate for reading in indicator.readings):
        counted = ledger.entries(indicator.reading, cut)
        return _of_rate(counted, ledger.entries(indicator.denominator, cut))[:most]
    return _first_of_rate(ledger, indicator.reading, indicator.denominator, cut, most)


def _of_rate(counted: Iterable[Counted], below: Iterable[Counted]) -> list[Counted]:
    listed = {case.case_id: case for case in counted}
    for case in below:
        listed.setdefault(case.case_id, replace(case, quantity=Decimal(0)))
    return sorted(listed.values(), key=_order)


def _first_of_rate(ledger: Ledger, above: Reading, below: Reading, cut: Cut, most: int) -> Sequence[Counted]:
    """The first of both parts; a case of both stands where the upper part has it, so more of the lower may matter."""
    counted, reach = ledger.entries(above, cut, most), most
    known = {case.case_id for case in counted}
    while True:
        listed = ledger.entries(below, cut, reach)
        later = ledger.entries_of(above, cut, [case.case_id for case in listed if case.case_id not in known])
        found = _of_rate([*counted, *later], listed)[:most]
        if len(listed) < reach or (len(found) == most and _order(found[-1]) <= _order(listed[-1])):
            return found
        reach *= 4


def _order(case: Counted) -> tuple[date, UUID]:
    return case.day, case.case_id
