"""Rows that a closed month would count (关账后的行): refused one by one, unless a leader lets them be corrected."""

from datetime import date, datetime

from gridapp.counting.posting import difference
from gridapp.counting.rules import postings_of
from gridapp.domain.case import Case
from gridapp.domain.moment import start_of
from gridapp.domain.period import Month
from gridapp.importing.rows import LedgerRow, RowProblem

CLOSED = "closed-month"
"""The code of the problem."""


class ClosedRows:
    """The books of a town, which are open from a day on; where they always were, or may be corrected, without one."""

    def __init__(self, first_open: date | None, heading: str) -> None:
        self._first_open, self._heading = first_open, heading
        self._start = None if first_open is None else start_of(first_open)

    def may_meet(self, row: LedgerRow, before: Case | None, now: datetime) -> bool:
        """Whether a row has to be looked at: a new one that tells of open days alone cannot meet a closed month."""
        if self._start is None:
            return False
        moments = (value for value in row.values.values() if isinstance(value, datetime))
        return before is not None or any(moment < self._start for moment in (now, *moments))

    def problem(self, row: LedgerRow, before: Case | None, after: Case) -> RowProblem | None:
        """Why a row is refused whose case would change what a closed month counts."""
        held = frozenset() if before is None else postings_of(before)
        days = [entry.posting.day for entry in difference(held, postings_of(after))]
        closed = sorted({Month.of(day) for day in days if self._first_open is not None and day < self._first_open})
        if not closed:
            return None
        months = "、".join(month.period.label for month in closed)
        message = f"{months}已经关账，这一行会改变其中的数，没有写入；确需补录的，请由负责人办理更正并说明原因。"
        return RowProblem(row.number, self._heading, "", CLOSED, message)
