"""Refused rows as a workbook (退回的行): the same rows, red, with 原行号 and 原因, ready to be mended and imported."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

from gridapp.domain.problem import Refusal
from gridapp.importing.headings import RETURNED
from gridapp.importing.plan import Plan
from gridapp.importing.reading.cells import Cell, Row
from gridapp.importing.rows import RowProblem
from gridapp.importing.values import text_of
from gridapp.workbooks.cell_text import cell_text
from gridapp.workbooks.sheet_name import sheet_name
from gridapp.workbooks.streamed_workbook import streamed_workbook
from gridapp.workbooks.styles import DAY, MOMENT, TEXT, Styles
from gridapp.workbooks.whole_file import put_in_place

_ROW, _CELL = "#FDE9E7", "#F4A9A2"
_WIDTH, _WHY_WIDTH = 14, 60
_WIDEST = 16_384 - len(RETURNED)
"""So many columns a sheet has beside ours."""
_LONG = 10**10
"""A whole number from here on is a phone or some other number that only names something."""
_COMMENTED = 5000
"""So many cells bear a comment; spreadsheets become slow with more, and 原因 says it all."""

Problems = Mapping[int, Sequence[RowProblem]]


def write_rejects(path: Path, plan: Plan, problems: Sequence[RowProblem]) -> None:
    """Writes the rows that have problems, in their order, each cell as it was; the file appears when it is whole.

    Raises `Refusal` where the target cannot be written, or is not named as a workbook.
    """
    if path.suffix.lower() != ".xlsx":
        raise Refusal(f"退回的行只能写成 .xlsx 工作簿，请把 {path.name} 改成以 .xlsx 结尾的文件名。")
    by_row: defaultdict[int, list[RowProblem]] = defaultdict(list)
    for problem in problems:
        by_row[problem.row].append(problem)
    put_in_place(path, lambda beside: _write(beside, plan, by_row))


def refuse_over(ledger: Path, rejects: Path) -> None:
    """Raises `Refusal` where the refused rows would take the place of the ledger that they come from."""
    if ledger.exists() and rejects.exists() and rejects.samefile(ledger):
        raise Refusal(f"退回的行不能写到正在导入的台账 {ledger.name} 上，请换一个文件名。")


def _write(path: Path, plan: Plan, problems: Problems) -> None:
    width = max((_reach(row) for row in _refused(plan, problems)), default=0)
    with streamed_workbook(path) as book:
        sheet = book.add_worksheet(sheet_name(plan.headed.sheet.name or "退回"))
        writer = _Sheet(sheet, Styles(book), plan, min(max(width, len(plan.headed.headings)), _WIDEST))
        writer.head()
        for line, row in enumerate(_refused(plan, problems), 1):
            writer.row(line, row, problems[row.number])


def _refused(plan: Plan, problems: Problems) -> Iterator[Row]:
    left = len(problems)
    for row in plan.headed.sheet.rows():
        if row.number in problems:
            yield row
            left -= 1
            if not left:
                return


def _reach(row: Row) -> int:
    """How many columns a row takes: some offices write beside their ledger what has no heading."""
    return next((place for place in range(len(row.cells), 0, -1) if text_of(row.cells[place - 1])), 0)


class _Sheet:
    """So many columns of the office's own, without those that an earlier workbook of refused rows had, then ours."""

    def __init__(self, sheet: Any, styles: Styles, plan: Plan, width: int) -> None:
        self._sheet, self._styles = sheet, styles
        returned = plan.headed.returned
        ours = () if returned is None else range(returned, returned + len(RETURNED))
        self._taken = [place for place in range(width) if place not in ours]
        headings = plan.headed.headings
        self._headings = [headings[place] if place < len(headings) else "" for place in self._taken]
        written = {place: at for at, place in enumerate(self._taken)}
        places = {column.heading: plan.places.get(column.field) for column in plan.ledger.columns}
        self._places = {heading: written[place] for heading, place in places.items() if place in written}
        self._commented = 0

    def head(self) -> None:
        width = len(self._headings)
        self._sheet.set_column(0, width, _WIDTH)
        self._sheet.set_column(width + 1, width + 1, _WHY_WIDTH)
        self._sheet.freeze_panes(1, 0)
        style = self._styles.style(bold=True, num_format=TEXT, text_wrap=True)
        for place, heading in enumerate((*self._headings, *RETURNED)):
            if heading:
                self._sheet.write_string(0, place, cell_text(heading), style)

    def row(self, line: int, row: Row, problems: Sequence[RowProblem]) -> None:
        wrong: defaultdict[int, list[str]] = defaultdict(list)
        for problem in problems:
            if problem.column in self._places:
                wrong[self._places[problem.column]].append(problem.message)
        width = len(self._headings)
        cells = [row.cells[place] if place < len(row.cells) else "" for place in self._taken]
        for place, cell in enumerate(cells):
            self._cell(line, place, cell, _CELL if place in wrong else _ROW)
        self._cell(line, width, row.number, _ROW)
        self._cell(line, width + 1, "；".join(problem.message for problem in problems), _ROW)
        for place, messages in wrong.items():
            if self._commented < _COMMENTED:
                self._commented += 1
                self._sheet.write_comment(line, place, "\n".join(messages))

    def _cell(self, line: int, place: int, cell: Cell, colour: str) -> None:
        write, style = self._sheet.write_number, self._styles.style
        match cell:
            case bool():
                self._sheet.write_boolean(line, place, cell, style(bg_color=colour))
            case datetime():
                written = DAY if cell.time() == time() else MOMENT
                self._sheet.write_datetime(line, place, cell, style(bg_color=colour, num_format=written))
            case date():
                self._sheet.write_datetime(line, place, cell, style(bg_color=colour, num_format=DAY))
            case int() | float() if abs(cell) < _LONG:
                write(line, place, cell, style(bg_color=colour))
            case _:
                self._sheet.write_string(line, place, cell_text(text_of(cell)), style(bg_color=colour, num_format=TEXT))
