"""A form in our own style (报表样式): on paper across, headings in levels, placeholders where cells will stand."""

from math import ceil

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem
from openpyxl.worksheet.worksheet import Worksheet

from gridapp.reporting.official.form_pages import set_paper
from gridapp.reporting.official.placeholders import NOTE, ROW_MARKS, column_names
from gridapp.reporting.official.table import OfficialTable, RowKind
from gridapp.workbooks.widths import shown_width

_FONT = "宋体"
_LINE = 14.0
"""The height of a line, in points."""

_WIDEST, _NARROWEST = 30, 7
_INVALID = str.maketrans("[]:*?/\\", "（）：＊？、、")
_THIN = Side(style="thin")
_BORDER = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


def draw_form(book: Workbook, table: OfficialTable) -> Worksheet:
    """Adds the form of a table to a workbook: a template of its own, to be filled or to be edited by an office."""
    sheet: Worksheet = book.create_sheet(f"{table.code} {table.title}".translate(_INVALID)[:31])
    _Drawing(sheet, table).draw()
    return sheet


class _Drawing:
    """One form while it is being drawn."""

    def __init__(self, sheet: Worksheet, table: OfficialTable) -> None:
        self._sheet, self._table, self._names = sheet, table, column_names(table)
        self._widths = [self._column_width(column) for column in range(table.columns)]

    def draw(self) -> None:
        table, top = self._table, 3 + len(self._table.headings)
        around = f"填报单位：{table.town}　　　统计期间：{table.period.label}　　　{table.unit_line}"
        self._sheet.row_dimensions[2].height = lines_height(around, sum(self._widths), 10)
        self._across(1, "{{表名}}", Font(name=_FONT, size=16, bold=True), "center")
        self._across(2, "填报单位：{{填报单位}}　　　统计期间：{{统计期间}}　　　{{单位}}", Font(name=_FONT, size=10))
        for level, column, heading in table.placed_headings():
            cell = self._sheet.cell(3 + level, column + 1, heading.text)
            self._frame(3 + level, column + 1, heading.rows, heading.columns)
            cell.font = Font(name=_FONT, size=10, bold=True)
            cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        self._body(top, [f"{{{{{name}}}}}" for name in self._names], Font(name=_FONT, size=10))
        for place, (kind, mark) in enumerate(ROW_MARKS.items(), top + 1):
            told = [f"{{{{{mark}}}}}"] + [""] * (table.columns - 1)
            self._body(place, told, Font(name=_FONT, size=10, bold=True))
            if kind is RowKind.HEADING:
                self._frame(place, 1, 1, table.columns)
        end = top + 1 + len(ROW_MARKS)
        signing = "　　　　".join(f"{who}：{{{{{who}}}}}" for who in ("填报人", "审核人", "签发人", "日期"))
        self._across(end, signing, Font(name=_FONT, size=10))
        self._across(end + 1, f"{{{{{NOTE}}}}}", Font(name=_FONT, size=9))
        self._sheet.row_dimensions[end + 1].height = _LINE
        self._set_up(top, end + 1)

    def _body(self, row: int, texts: list[str], font: Font) -> None:
        for column, text in enumerate(texts, 1):
            cell = self._sheet.cell(row, column, text)
            cell.font, cell.border = font, _BORDER
            side = "left" if self._holds_words(column - 1) else "right"
            cell.alignment = Alignment(horizontal=side, vertical="center", wrap_text=True)

    def _across(self, row: int, text: str, font: Font, side: str | None = None) -> None:
        """Words over the whole width."""
        cell = self._sheet.cell(row, 1, text)
        cell.font = font
        cell.alignment = Alignment(horizontal=side, vertical="center", wrap_text=True)
        self._merge(row, 1, 1, self._table.columns)

    def _frame(self, row: int, column: int, rows: int, columns: int) -> None:
        for line in range(row, row + rows):
            for place in range(column, column + columns):
                self._sheet.cell(line, place).border = _BORDER
        self._merge(row, column, rows, columns)

    def _merge(self, row: int, column: int, rows: int, columns: int) -> None:
        if rows > 1 or columns > 1:
            self._sheet.merge_cells(
                start_row=row, start_column=column, end_row=row + rows - 1, end_column=column + columns - 1
            )

    def _set_up(self, top: int, end: int) -> None:
        sheet = self._sheet
        for column, width in enumerate(self._widths, 1):
            sheet.column_dimensions[get_column_letter(column)].width = width
        sheet.row_dimensions[1].height = 28
        for level in range(len(self._table.headings)):
            sheet.row_dimensions[3 + level].height = self._heading_height(level)
        sheet.freeze_panes = f"{get_column_letter(self._table.label_columns + 1)}{top}"
        set_paper(sheet)
        margins = sheet.page_margins
        margins.left, margins.right, margins.top, margins.bottom = 0.4, 0.4, 0.5, 0.6
        sheet.print_title_rows = f"3:{top - 1}"
        sheet.print_area = f"A1:{get_column_letter(self._table.columns)}{end}"
        sheet.print_options.horizontalCentered = True
        footer = HeaderFooterItem()
        footer.center.text = "第 &P 页，共 &N 页"
        sheet.HeaderFooter.oddFooter = footer

    def _holds_words(self, column: int) -> bool:
        labels = self._table.label_columns
        plain = (row for row in self._table.rows if row.kind is not RowKind.HEADING)
        return column < labels or any(row.cells[column - labels].text is not None for row in plain)

    def _column_width(self, column: int) -> int:
        labels = self._table.label_columns
        said = [
            row.labels[column] if column < labels else row.cells[column - labels].shown
            for row in self._table.rows
            if row.kind is not RowKind.HEADING
        ]
        longest = max((shown_width(text) for text in said), default=0)
        return min(max(longest + 2, _NARROWEST), _WIDEST)

    def _heading_height(self, level: int) -> float:
        """Room for the longest heading of a level in lines; spreadsheets do not see to merged cells."""
        heights = [_LINE]
        for begins, column, heading in self._table.placed_headings():
            if begins <= level < begins + heading.rows:
                width = sum(self._widths[column : column + heading.columns])
                heights.append(_LINE * ceil(shown_width(heading.text) / (width - 1)) / heading.rows)
        return max(heights) + 2


def lines_height(text: str, width: float, size: float) -> float:
    """The height in points of words in a type of some size, by how often they are broken at a width in digits."""
    return ceil(shown_width(text) * size / 10 / width) * size * 1.4
