"""Rows that are no cases (跳过的行): blank ones, examples, sums, repeated headings, numbers of columns, signatures."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gridapp.importing.plan import Plan
from gridapp.importing.reading.cells import Cell, Row
from gridapp.importing.values import text_of

_NO_CASE = re.compile(
    r"(?P<sum>本?[页月季年期表]?[合小总累]计|共计)"
    r"|(?:单位|部门|本村)?(?:填报|填表|制表|报送|审核|审批|签发|负责|分管|主要|联系)[人单位领导日期]{1,3}(?:签字|签章|盖章)?[:：]"
    r"|(?:备注|说明|填表说明|填报说明|注)[:：]"
)
EXAMPLE = "示例"
"""With this the example begins that stands in our empty ledgers."""
_FEW = 3


@dataclass(frozen=True, slots=True)
class Skipped:
    """Rows, from the first to the last, that were passed over, and why in Chinese."""

    first: int
    last: int
    why: str

    @property
    def count(self) -> int:
        """How many rows they are."""
        return self.last - self.first + 1


class Skipping:
    """Decides row by row, from above, which are no cases; keeps account of those that are passed over."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._last = plan.headed.heading_row
        self._headings = [heading for heading in plan.headed.headings if heading]
        self._repeated = {"1", *self._headings[:1]}
        self._day = plan.places.get("reported_at", 0)
        self.skipped: list[Skipped] = []

    def cases(self, rows: Iterator[Row]) -> Iterator[Row]:
        """The rows below the headings that are cases."""
        for row in rows:
            if row.number <= self._plan.headed.heading_row:
                continue
            if row.number > self._last + 1:
                self._skip(self._last + 1, row.number - 1, "空行")
            self._last = row.number
            why = self._why(row.cells)
            if why is None:
                yield row
            else:
                self._skip(row.number, row.number, why)

    def _skip(self, first: int, last: int, why: str) -> None:
        before = self.skipped[-1] if self.skipped else None
        if before is not None and before.why == why and before.last == first - 1:
            self.skipped[-1] = replace(before, last=last)
        else:
            self.skipped.append(Skipped(first, last, why))

    def _why(self, cells: Sequence[Cell]) -> str | None:
        """Why a row is no case. A case whose title begins like a sum or a note has a day of its own."""
        first = next((text for cell in cells if (text := text_of(cell))), None)
        if first is None:
            return "空行"
        if first.startswith(EXAMPLE):
            return "示例行"
        if first in self._repeated:
            said = [text for cell in cells if (text := text_of(cell))]
            if len(said) >= _FEW and said[:_FEW] == self._headings[:_FEW]:
                return "重复的表头"
            if len(said) >= _FEW and said == [str(place) for place in range(1, len(said) + 1)]:
                return "栏号"
        told = _NO_CASE.match("".join(first.split()))
        if told is None:
            return None
        day = text_of(cells[self._day]) if self._day < len(cells) else ""
        if day not in ("", first):
            return None
        return "合计行" if told["sum"] else "落款或说明"
