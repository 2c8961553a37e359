"""Filling a form (填充报表): the cells of a table in place of the placeholders, in the style of the template."""

from collections.abc import Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from openpyxl.cell import Cell
from openpyxl.cell.cell import MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from gridapp.counting.amount import Rate
from gridapp.reporting.official.form_drawing import lines_height
from gridapp.reporting.official.form_pages import keep_on_one_page
from gridapp.reporting.official.form_reading import Form, form_of
from gridapp.reporting.official.headings import said_for
from gridapp.reporting.official.placeholders import (
    NOTE,
    PLACEHOLDER,
    column_names,
    columns_left_out,
    in_one_way,
    words_around,
)
from gridapp.reporting.official.signers import Signers
from gridapp.reporting.official.table import OfficialCell, OfficialRow, OfficialTable, RowKind
from gridapp.workbooks.cell_text import cell_text

_HUNDRED = 100
_WHOLE, _PARTS = "#,##0", "#,##0.###"
_PERCENT, _CHANGE = "0.00%", "+0.00%;-0.00%;0.00%"
_POINTS = '+0.00"个百分点";-0.00"个百分点";0.00"个百分点"'
_STYLES = ("font", "border", "fill", "alignment", "protection")
_GENERAL = "General"
_ONE_LINE = 18.0
"""The height of a row of one line, in points, which needs no room made."""


def fill_form(sheet: Worksheet, table: OfficialTable, signers: Signers) -> None:
    """Fills a sheet with a table; raises `Refusal`, which names what is wrong, where the sheet is no form of it."""
    form = form_of(sheet, table)
    _Filling(sheet, table, form, words_around(table, signers)).fill()


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A row of a template: each cell's words and style, the height, and which columns are merged, from 1."""

    texts: Sequence[str]
    styles: Sequence[Mapping[str, Any]]
    forms: Sequence[str]
    height: float | None
    merged: Sequence[tuple[int, int]]


class _Filling:
    """One sheet while it is being filled."""

    def __init__(self, sheet: Worksheet, table: OfficialTable, form: Form, around: Mapping[str, str]) -> None:
        self._sheet, self._table, self._around = sheet, table, around
        self._names = [in_one_way(name) for name in column_names(table)]
        self._left_out = {in_one_way(name) for name in columns_left_out(table)}
        self._width = max(sheet.max_column, table.columns)
        self._patterns = {kind: self._pattern(row) for kind, row in form.rows.items()}
        self._foot = [self._pattern(row) for row in range(form.bottom + 1, sheet.max_row + 1)]
        self._top = form.top
        letters = [get_column_letter(column) for column in range(1, self._width + 1)]
        self._widths = [sheet.column_dimensions[letter].width for letter in letters]

    def fill(self) -> None:
        self._clear()
        for cells in self._sheet.iter_rows(max_row=self._top - 1):
            for cell in cells:
                if isinstance(cell, Cell) and isinstance(cell.value, str):
                    _write(cell, self._said(said_for(cell.value, self._table.period)))
        row = self._top
        for told in self._table.rows:
            self._row(row, told)
            row += 1
        for pattern in self._foot:
            for texts in self._foot_lines(pattern):
                self._laid(row, pattern)
                for column, text in enumerate(texts, 1):
                    self._put(row, column, text or None)
                if texts[0] in self._table.notes:
                    size = float(self._sheet.cell(row, 1).font.size or 10)
                    self._sheet.row_dimensions[row].height = lines_height(texts[0], sum(self._widths), size)
                row += 1
        self._set_print_area(row - 1)
        keep_on_one_page(self._sheet, row - 1)

    def _clear(self) -> None:
        """Takes away everything from the first row of the body on; openpyxl would leave its merged cells behind."""
        for merged in list(self._sheet.merged_cells.ranges):
            if merged.min_row >= self._top:
                self._sheet.unmerge_cells(str(merged))
        self._sheet.delete_rows(self._top, self._sheet.max_row - self._top + 1)
        for row in [row for row in self._sheet.row_dimensions if row >= self._top]:
            del self._sheet.row_dimensions[row]

    def _row(self, row: int, told: OfficialRow) -> None:
        pattern = self._patterns.get(told.kind, self._patterns[RowKind.PLAIN])
        self._laid(row, pattern)
        if told.kind is RowKind.HEADING:
            self._put(row, 1, told.labels[0])
            return
        values: dict[str, str | OfficialCell] = dict(zip(self._names, (*told.labels, *told.cells), strict=True))
        for column, text in enumerate(self._patterns[RowKind.PLAIN].texts, 1):
            named = PLACEHOLDER.fullmatch(text.strip())
            if named is not None and in_one_way(named[1]) in self._left_out:
                # A column that counts nothing in this table is not shown; its heading may be merged with others.
                self._sheet.column_dimensions[get_column_letter(column)].hidden = True
            elif named is not None:
                self._value(row, column, values[in_one_way(named[1])], pattern.forms[column - 1])
            elif text:
                self._put(row, column, PLACEHOLDER.sub(lambda m: _shown(values[in_one_way(m[1])]), text))
        self._make_room(row)

    def _value(self, row: int, column: int, value: str | OfficialCell, form: str) -> None:
        number = None if isinstance(value, str) else _number(value)
        if number is None:
            self._put(row, column, _shown(value) or None)
            return
        cell = self._sheet.cell(row, column)
        cell.value, cell.number_format = number[0], form if form != _GENERAL else number[1]

    def _foot_lines(self, pattern: _Pattern) -> Iterator[Sequence[str]]:
        """The lines that a row of the foot becomes: one, or one for each note."""
        noted = [text for text in pattern.texts if NOTE in PLACEHOLDER.findall(text)]
        for note in self._table.notes if noted else ("",):
            yield [self._said(text, note) for text in pattern.texts]

    def _said(self, text: str, note: str = "") -> str:
        return PLACEHOLDER.sub(lambda match: note if match[1] == NOTE else self._around[match[1]], text)

    def _pattern(self, row: int) -> _Pattern:
        cells = [self._sheet.cell(row, column) for column in range(1, self._width + 1)]
        merged = [(r.min_col, r.max_col) for r in self._sheet.merged_cells.ranges if r.min_row == row == r.max_row]
        return _Pattern(
            ["" if isinstance(cell, MergedCell) or cell.value is None else str(cell.value) for cell in cells],
            [{name: copy(getattr(cell, name)) for name in _STYLES} for cell in cells],
            [cell.number_format for cell in cells],
            self._sheet.row_dimensions[row].height if row in self._sheet.row_dimensions else None,
            merged,
        )

    def _laid(self, row: int, pattern: _Pattern) -> None:
        """A row in the style of another."""
        for column, styles in enumerate(pattern.styles, 1):
            cell = self._sheet.cell(row, column)
            for name, style in styles.items():
                setattr(cell, name, style)
        for first, last in pattern.merged:
            self._sheet.merge_cells(start_row=row, start_column=first, end_row=row, end_column=last)
        if pattern.height is not None:
            self._sheet.row_dimensions[row].height = pattern.height

    def _put(self, row: int, column: int, text: str | None) -> None:
        cell = self._sheet.cell(row, column)
        if text and isinstance(cell, Cell):
            _write(cell, text)

    def _make_room(self, row: int) -> None:
        """Room for what is broken into lines; a row that is high enough already stays as the office made it."""
        cells = [self._sheet.cell(row, column) for column in range(1, self._width + 1)]
        heights = [
            lines_height(str(cell.value), width - 1, float(cell.font.size or 10))
            for cell, width in zip(cells, self._widths, strict=True)
            if isinstance(cell.value, str) and cell.alignment.wrap_text
        ]
        needed = max(heights, default=0)
        dimension = self._sheet.row_dimensions[row]
        if needed > max(dimension.height or 0, _ONE_LINE):
            dimension.height = needed

    def _set_print_area(self, end: int) -> None:
        if self._sheet.print_area:
            self._sheet.print_area = f"A1:{get_column_letter(self._width)}{end}"


def _write(cell: Cell, text: str) -> None:
    cell.value = cell_text(text)
    # A name that begins with = is no formula.
    cell.data_type = "s"


def _shown(value: str | OfficialCell) -> str:
    return value if isinstance(value, str) else value.shown


def _number(cell: OfficialCell) -> tuple[float, str] | None:
    """A cell as a number with its form; nothing for words and for what cannot be said (—)."""
    if cell.text is not None or cell.value is None:
        return None
    if isinstance(cell.value, Rate):
        return _rate(cell.value)
    if cell.signed:
        return (float(cell.value / _HUNDRED), _CHANGE) if cell.unit == "%" else (float(cell.value), _POINTS)
    whole = cell.value == cell.value.to_integral_value()
    return (int(cell.value), _WHOLE) if whole else (float(Decimal(cell.value)), _PARTS)


def _rate(rate: Rate) -> tuple[float, str] | None:
    return None if rate.percent is None else (float(rate.percent / _HUNDRED), _PERCENT)
