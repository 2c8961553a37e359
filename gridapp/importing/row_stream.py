"""The rows of a ledger, some at a time (逐批读行): read, looked at beside each other, with all of their problems."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from itertools import islice

from gridapp.domain.vocabulary import vocabulary
from gridapp.importing.building import problems_of, problems_of_result
from gridapp.importing.links import linked
from gridapp.importing.plan import Plan
from gridapp.importing.row_reader import RowReader
from gridapp.importing.rows import LedgerRow, RowProblem
from gridapp.importing.skipping import Skipped, Skipping
from gridapp.ports import Office

AT_ONCE = 2000
"""So many rows are in memory together; more would not be faster."""


class RowStream:
    """The rows of a plan; each call of `chunks` goes through the whole sheet."""

    def __init__(self, office: Office, plan: Plan, now: datetime) -> None:
        self._cases, self._plan, self._now = office.cases, plan, now
        self._reader = RowReader(plan, plan.areas(office), vocabulary())
        self._headings = {column.field: column.heading for column in plan.ledger.columns}
        self._numbers: dict[str, int] = {}
        self.skipped: Sequence[Skipped] = ()
        """What the last going through has passed over."""

    def chunks(self) -> Iterator[list[LedgerRow]]:
        """Every row that is a case, with the problems that show in it, or beside the rows before it."""
        self._numbers = {}
        skipping = Skipping(self._plan)
        self.skipped = skipping.skipped
        rows = skipping.cases(self._plan.headed.sheet.rows())
        while some := list(islice(rows, AT_ONCE)):
            read = linked(self._cases, self._plan.ledger, self._plan.town, [self._reader.read(row) for row in some])
            yield [self._checked(row) for row in read]

    def some(self, numbers: frozenset[int]) -> Iterator[list[LedgerRow]]:
        """Rows that were read before and had no problems, by their numbers in the sheet."""
        rows = (row for row in self._plan.headed.sheet.rows() if row.number in numbers)
        while chosen := list(islice(rows, AT_ONCE)):
            yield linked(self._cases, self._plan.ledger, self._plan.town, [self._reader.read(row) for row in chosen])

    def _checked(self, row: LedgerRow) -> LedgerRow:
        """A row with the problems that show only in the whole row or beside the other rows."""
        kind, values, places = self._plan.kind, row.values, self._plan.places
        found = [
            RowProblem(row.number, self._headings[p.field], row.said(places.get(p.field)), p.code, p.message)
            for p in (
                *problems_of(kind, values, self._headings, self._plan.town, self._now),
                *problems_of_result(kind, values, result_told="result" in places),
            )
        ]
        number = values.get("number")
        if number is not None:
            first = self._numbers.setdefault(number, row.number)
            if first != row.number:
                message = f"{self._headings['number']}与第 {first} 行重复，请核对。"
                found.append(RowProblem(row.number, self._headings["number"], number, "duplicate", message))
        return replace(row, problems=(*row.problems, *found)) if found else row
