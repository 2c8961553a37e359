"""A list as a workbook to be handed in (导出台账): title and question above, signatures below, typed cells between."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from decimal import Decimal
from math import ceil
from typing import Any

from gridapp.exporting.order import ListOrder
from gridapp.ports import CaseRow
from gridapp.workbooks.cell_text import cell_text, looks_like_formula
from gridapp.workbooks.printing import print_across
from gridapp.workbooks.sheet_name import sheet_name
from gridapp.workbooks.styles import DAY, MOMENT, PARTS, TEXT, WHOLE, Styles
from gridapp.workbooks.widths import shown_width

MOST_ROWS = 1_048_576
"""Rows that a sheet has."""

_HEADINGS, _FIRST = 2, 3
_DELICATE = frozenset(("", *"=+-@\t\r<"))
"""With one of these a text begins that may need care, or is not written at all."""
_BELOW = 2
"""Rows of a sheet below the list: an empty one and that of the signatures."""
_WIDEST, _NARROWEST = 42, 6
_ARROW = 3
"""The width of the button of a filter."""
_MOMENT_WIDTH, _DAY_WIDTH = 17, 11
_EPOCH, _DAY = datetime(1899, 12, 30), timedelta(days=1)
"""From where a workbook counts its days."""
_WHITE = "#FFFFFF"
"""The colour of lines that are not to be seen: printed gridlines would frame the title."""
_LINE = 15.0
"""The height of a line, in points."""


class ListWorkbook:
    """Writes the rows of a list from above, on as many sheets as they need."""

    def __init__(self, book: Any, order: ListOrder, head: str, foot: str, rows_of_a_sheet: int = MOST_ROWS) -> None:
        self._book, self._order, self._head, self._foot = book, order, head, foot
        self._reads = [column.read(unmasked=order.unmasked) for column in order.columns]
        self._styles = Styles(book)
        self._formula = text = self._styles.style(num_format=TEXT)
        self._texts = [text if column.code else None for column in order.columns]
        self._columns = list(zip(range(len(self._reads)), self._reads, self._texts, strict=True))
        self._moment = self._styles.style(num_format=MOMENT, align="left")
        self._day = self._styles.style(num_format=DAY, align="left")
        self._whole = self._styles.style(num_format=WHOLE)
        self._parts = self._styles.style(num_format=PARTS)
        self._last_row = rows_of_a_sheet - _BELOW
        self._writers: dict[type, Callable[[int, int, Any], None]] = {
            str: self._write_text,
            int: self._write_number,
            float: self._write_number,
            Decimal: self._write_number,
            date: self._write_day,
            datetime: self._write_moment,
        }
        self._sheets = 0
        self._begin()

    def write(self, rows: Iterable[CaseRow]) -> None:
        """Writes some more rows."""
        for row in rows:
            if self._row == self._last_row:
                self._end()
                self._begin()
            self._write_row(self._row, row)
            self._row += 1

    def _write_row(self, number: int, row: CaseRow) -> None:
        short, widths, write_string = self._short, self._widths, self._sheet.write_string
        for place, read, style in self._columns:
            content = read(row)
            # Nearly every cell is a text without anything in it that needs care, and not wider than those above it.
            if (
                content.__class__ is str
                and (len(content) <= short[place] or (len(content) <= widths[place] and content.isascii()))
                and content[:1] not in _DELICATE
                and content.isprintable()
            ):
                write_string(number, place, content, style)
            elif content is not None:
                self._writers[type(content)](number, place, content)

    def finish(self) -> None:
        """Ends the last sheet with the line of those who sign."""
        self._across(self._row + 1, self._foot)
        self._end()

    def _begin(self) -> None:
        self._sheets += 1
        self._sheet = self._book.add_worksheet(sheet_name(self._order.title, self._sheets))
        headings = [column.heading for column in self._order.columns]
        self._widths = [max(shown_width(heading) + _ARROW, _NARROWEST) for heading in headings]
        self._short = [width // 2 for width in self._widths]
        self._sheet.set_row(0, 28)
        self._across(0, self._order.title, bold=True, font_size=16, align="center")
        lines = ceil(shown_width(self._head) / sum(self._widths))
        self._sheet.set_row(1, _LINE * lines)
        self._across(1, self._head, text_wrap=True)
        style = self._styles.style(border=1, bold=True, bg_color="#E8EEF6", align="center")
        for place, heading in enumerate(headings):
            self._sheet.write_string(_HEADINGS, place, heading, style)
        self._sheet.freeze_panes(_FIRST, 1)
        # Lines between all cells, also the empty ones, which need not be written for that.
        self._sheet.hide_gridlines(0)
        self._row = _FIRST

    def _end(self) -> None:
        last = len(self._reads) - 1
        for place, width in enumerate(self._widths):
            self._sheet.set_column(place, place, min(width + 1, _WIDEST))
        self._sheet.autofilter(_HEADINGS, 0, max(self._row - 1, _HEADINGS), last)
        print_across(self._sheet, (_HEADINGS, _HEADINGS), self._row + 1, last)

    def _across(self, row: int, text: str, **style: Any) -> None:
        """Words over the whole width."""
        last, made = len(self._reads) - 1, self._styles.style(**style, border=1, border_color=_WHITE)
        if last:
            self._sheet.merge_range(row, 0, row, last, "", made)
        self._sheet.write_string(row, 0, cell_text(text), made)

    def _write_text(self, row: int, place: int, text: str) -> None:
        plain = cell_text(text)
        if plain:
            style = self._formula if looks_like_formula(plain) else self._texts[place]
            self._sheet.write_string(row, place, plain, style)
            self._widen(place, shown_width(plain))

    def _write_number(self, row: int, place: int, number: int | float | Decimal) -> None:
        style = self._whole if number == int(number) else self._parts
        self._sheet.write_number(row, place, float(number), style)
        if len(str(number)) > self._widths[place] - 3:
            self._widen(place, len(f"{number:,}"))

    def _write_day(self, row: int, place: int, day: date) -> None:
        self._sheet.write_datetime(row, place, day, self._day)
        self._widen(place, _DAY_WIDTH)

    def _write_moment(self, row: int, place: int, moment: datetime) -> None:
        self._sheet.write_number(row, place, (moment - _EPOCH) / _DAY, self._moment)
        self._widen(place, _MOMENT_WIDTH)

    def _widen(self, place: int, width: int) -> None:
        if width > self._widths[place]:
            self._widths[place], self._short[place] = width, width // 2
