"""Short ways to export a list and to read what was written."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from openpyxl import load_workbook

from gridapp.domain.kind import Kind
from gridapp.exporting.ledger_columns import ledger_columns
from gridapp.exporting.list_export import Progress, export_steps
from gridapp.exporting.order import ListOrder
from gridapp.ports import CaseQuery, Office
from tests.offices import ACTOR, NOW

FIRST_ROW = 4
"""The row of the first case in a sheet."""


def order_of(office: Office, kind: Kind = Kind.EVENT, reason: str | None = None, **asked: Any) -> ListOrder:
    """The ledger of a kind as a command exports it."""
    return ListOrder(
        query=CaseQuery(kind=kind, **asked),
        columns=ledger_columns(kind, office.registers.areas()),
        title=f"{kind.label}台账",
        unit="高湖镇",
        question="演示：全部",
        reason=reason,
    )


def export(office: Office, path: Path, order: ListOrder, rows_of_a_sheet: int = 1000) -> list[Progress]:
    """Exports a list to the end; every step on the way."""
    return list(export_steps(office, order, path, ACTOR, NOW, rows_of_a_sheet))


def sheet_of(path: Path) -> Any:
    """The first sheet of a workbook."""
    return load_workbook(path).worksheets[0]


def column_of(sheet: Any, heading: str) -> list[Any]:
    """What stands below a heading, down to the empty row above the signatures."""
    place = headings_of(sheet).index(heading) + 1
    return [sheet.cell(row, place).value for row in range(FIRST_ROW, sheet.max_row - 1)]


def headings_of(sheet: Any) -> list[Any]:
    """The headings of the list."""
    return [cell.value for cell in sheet[FIRST_ROW - 1]]


def cells_of(path: Path) -> list[list[Sequence[Any] | None]]:
    """Every filled cell of a workbook, sheet by sheet, as a spreadsheet shows it."""
    return [
        [tuple(map(_plain, row)) for row in sheet.iter_rows(values_only=True) if any(cell is not None for cell in row)]
        for sheet in load_workbook(path).worksheets
    ]


def _plain(value: Any) -> Any:
    """A day may come back as its midnight, and a whole number with a decimal point."""
    if isinstance(value, datetime):
        return value.replace(microsecond=0)
    return float(value) if isinstance(value, int | float) else value
