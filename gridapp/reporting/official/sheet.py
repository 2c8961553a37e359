"""An official table on a sheet to be printed (打印样式): A4 across, headings on every page, numbers as numbers."""

from decimal import Decimal
from math import ceil
from typing import Any
from unicodedata import east_asian_width

from gridapp.counting.amount import Rate
from gridapp.reporting.official.table import OfficialCell, OfficialRow, OfficialTable, RowKind

_FONT = "宋体"
_A4 = 9
_LINE = 14.0
"""The height of a line, in points."""
_HUNDRED = 100
_WIDEST, _NARROWEST = 30, 7
_INVALID = str.maketrans("[]:*?/\\", "（）：＊？、、")
_WHOLE, _PARTS = "#,##0", "#,##0.###"
_PERCENT, _CHANGE = "0.00%", "+0.00%;-0.00%;0.00%"
_POINTS = '+0.00"个百分点";-0.00"个百分点";0.00"个百分点"'


def add_sheet(book: Any, table: OfficialTable, signed: str) -> None:
    """Adds the sheet of a table to a workbook, with the line of those who sign."""
    sheet = book.add_worksheet(f"{table.code} {table.title}".translate(_INVALID)[:31])
    _Page(book, sheet, table).write(signed)


class _Page:
    """One sheet while it is being written."""

    def __init__(self, book: Any, sheet: Any, table: OfficialTable) -> None:
        self._book, self._sheet, self._table = book, sheet, table
        self._formats: dict[tuple[tuple[str, Any], ...], Any] = {}

    def write(self, signed: str) -> None:
        """Title, headings, rows, signatures, notes, and how it is printed."""
        table, last = self._table, self._table.columns - 1
        self._across(0, table.title, bold=True, font_size=16, align="center")
        self._across(1, f"填报单位：{table.town}　　　统计期间：{table.period.label}　　　{table.unit_line}")
        for level, column, heading in table.placed_headings():
            self._heading(2 + level, column, heading.rows, heading.columns, heading.text)
        top = 2 + len(table.headings)
        for place, row in enumerate(table.rows):
            self._row(top + place, row)
        end = top + len(table.rows)
        self._across(end, signed)
        for place, note in enumerate(table.notes):
            self._across(end + 1 + place, note, font_size=9, text_wrap=True)
            self._sheet.set_row(end + 1 + place, 12 * (1 + _width(note) // 120))
        self._set_up(top, end + len(table.notes), last)

    def _set_up(self, top: int, end: int, last: int) -> None:
        sheet = self._sheet
        for column in range(last + 1):
            sheet.set_column(column, column, self._column_width(column))
        sheet.set_row(0, 28)
        for level in range(len(self._table.headings)):
            sheet.set_row(2 + level, self._heading_height(level))
        sheet.freeze_panes(top, self._table.label_columns)
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.repeat_rows(2, top - 1)
        sheet.print_area(0, 0, end, last)
        sheet.fit_to_pages(1, 0)
        sheet.center_horizontally()
        sheet.set_footer("&C第 &P 页，共 &N 页")

    def _across(self, row: int, text: str, **style: Any) -> None:
        """Words over the whole width."""
        last, style = self._table.columns - 1, self._format(**style)
        if last:
            self._sheet.merge_range(row, 0, row, last, "", style)
        self._sheet.write_string(row, 0, text, style)

    def _heading(self, row: int, column: int, rows: int, columns: int, text: str) -> None:
        style = self._format(bold=True, align="center", text_wrap=True, border=1)
        if rows > 1 or columns > 1:
            self._sheet.merge_range(row, column, row + rows - 1, column + columns - 1, "", style)
        self._sheet.write_string(row, column, text, style)

    def _row(self, place: int, row: OfficialRow) -> None:
        bold = row.kind is not RowKind.PLAIN
        label = self._format(border=1, bold=bold, text_wrap=True)
        if row.kind is RowKind.HEADING:
            last = self._table.columns - 1
            if last:
                self._sheet.merge_range(place, 0, place, last, "", label)
            self._sheet.write_string(place, 0, row.labels[0], label)
            return
        for column, text in enumerate(row.labels):
            self._sheet.write_string(place, column, text, label)
        for column, cell in enumerate(row.cells, len(row.labels)):
            self._cell(place, column, cell, bold)

    def _cell(self, row: int, column: int, cell: OfficialCell, bold: bool) -> None:
        written = _number(cell)
        if written is None:
            words = cell.text is not None
            style = self._format(border=1, bold=bold, text_wrap=words, align="left" if words else "right")
            self._sheet.write_string(row, column, cell.shown, style)
        else:
            number, shape = written
            self._sheet.write_number(row, column, number, self._format(border=1, bold=bold, num_format=shape))

    def _column_width(self, column: int) -> int:
        labels = self._table.label_columns
        said = [
            row.labels[column] if column < labels else row.cells[column - labels].shown
            for row in self._table.rows
            if row.kind is not RowKind.HEADING
        ]
        longest = max((_width(text) for text in said), default=0)
        return min(max(longest + 2, _NARROWEST), _WIDEST)

    def _heading_height(self, level: int) -> float:
        """Room for the longest heading of a level in lines; spreadsheets do not see to merged cells."""
        heights = [_LINE]
        for begins, column, heading in self._table.placed_headings():
            if begins <= level < begins + heading.rows:
                width = sum(self._column_width(place) for place in range(column, column + heading.columns))
                heights.append(_LINE * ceil(_width(heading.text) / (width - 1)) / heading.rows)
        return max(heights) + 2

    def _format(self, **style: Any) -> Any:
        key = tuple(sorted(style.items()))
        if key not in self._formats:
            base = {"font_name": _FONT, "font_size": 10, "valign": "vcenter"}
            self._formats[key] = self._book.add_format({**base, **style})
        return self._formats[key]


def _number(cell: OfficialCell) -> tuple[float, str] | None:
    """A cell as a number with its form; nothing for words and for what cannot be said (—)."""
    if cell.text is not None or cell.value is None:
        return None
    if isinstance(cell.value, Rate):
        return None if cell.value.percent is None else (float(cell.value.percent / _HUNDRED), _PERCENT)
    if cell.signed:
        return (float(cell.value / _HUNDRED), _CHANGE) if cell.unit == "%" else (float(cell.value), _POINTS)
    whole = cell.value == cell.value.to_integral_value()
    return (int(cell.value), _WHOLE) if whole else (float(Decimal(cell.value)), _PARTS)


def _width(text: str) -> int:
    return sum(2 if east_asian_width(letter) in "WFA" else 1 for letter in text)
