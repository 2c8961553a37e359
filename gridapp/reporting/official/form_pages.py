"""How a form goes on paper (报表打印页数): wide ones on A3, what runs over a page by little on one."""

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

_ACROSS = 132
"""Digits beside each other on A4 across in the usual type."""
_HIGH = 516.0
"""Points below each other on A4 across between the margins."""
_SMALLEST = 0.6
"""Type of 10 points is then still 6 points high; what would be smaller on A4 is set up for A3."""
_OVER = 1.35
"""Pages that are made one: type is then still 7.4 points high."""
_USUAL = 15.0
"""The height of a row of which nothing is said."""


def set_paper(sheet: Worksheet) -> None:
    """A new form across the paper on which it can be read, as wide as that and as many pages high as it needs."""
    set_up = sheet.page_setup
    set_up.orientation = sheet.ORIENTATION_LANDSCAPE
    is_wide = _wide(sheet) * _SMALLEST > _ACROSS
    set_up.paperSize = sheet.PAPERSIZE_A3 if is_wide else sheet.PAPERSIZE_A4
    set_up.fitToWidth, set_up.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)


def keep_on_one_page(sheet: Worksheet, end: int) -> None:
    """A filled form whose notes would run over A4 is made to fit; what an office has set up otherwise stays."""
    set_up, properties = sheet.page_setup, sheet.sheet_properties.pageSetUpPr
    is_ours = (set_up.paperSize, set_up.fitToWidth, set_up.fitToHeight) == (int(sheet.PAPERSIZE_A4), 1, 0)
    if properties is None or not properties.fitToPage or not is_ours:
        return
    high = sum(sheet.row_dimensions[row].height or _USUAL for row in range(1, end + 1))
    if 1 < high * min(1.0, _ACROSS / _wide(sheet)) / _HIGH <= _OVER:
        set_up.fitToHeight = 1


def _wide(sheet: Worksheet) -> float:
    """The width of all columns that are shown, in digits."""
    columns = (sheet.column_dimensions[get_column_letter(column)] for column in range(1, sheet.max_column + 1))
    return sum(float(column.width) for column in columns if not column.hidden)
