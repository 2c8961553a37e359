"""Whether the rows of an official table add up to its 小计 and 合计."""

from collections.abc import Iterator
from decimal import Decimal

from gridapp.counting.amount import Rate, Value
from gridapp.counting.indicator import Aggregate
from gridapp.reporting.official.table import OfficialCell, OfficialRow, OfficialTable, RowKind


def broken_sums(table: OfficialTable) -> list[str]:
    """Where the plain rows do not add up; what counts different subjects (家) or tells a change cannot."""
    plain = [row for row in table.rows if row.kind is RowKind.PLAIN]
    return [
        f"{row.labels} column {column}"
        for row in table.rows
        if row.kind in (RowKind.SUBTOTAL, RowKind.TOTAL)
        for column, cell in enumerate(row.cells)
        if _can_be_added(cell) and _parts(cell.value) != _added(_under(row, plain), column)
    ]


def _under(total: OfficialRow, plain: list[OfficialRow]) -> Iterator[OfficialRow]:
    above = total.labels[: total.labels.index("小计")] if total.kind is RowKind.SUBTOTAL else ()
    return (row for row in plain if row.labels[: len(above)] == above)


def _can_be_added(cell: OfficialCell) -> bool:
    indicator = cell.indicator or (cell.computed[0].indicator if cell.computed else None)
    assert indicator is not None
    return not cell.signed and all(r.aggregate is not Aggregate.DISTINCT for r in indicator.readings)


def _added(rows: Iterator[OfficialRow], column: int) -> list[Decimal]:
    parts = [_parts(row.cells[column].value) for row in rows]
    return [sum(amounts, Decimal(0)) for amounts in zip(*parts, strict=True)] or [Decimal(0)]


def _parts(value: Value) -> list[Decimal]:
    if isinstance(value, Rate):
        return [value.numerator, value.denominator]
    return [value or Decimal(0)]
