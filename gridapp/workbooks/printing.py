"""How sheets are printed (打印设置): A4 across, as wide as the paper, headings and page numbers on every page."""

from typing import Any

_A4 = 9


def print_across(sheet: Any, headings: tuple[int, int], last_row: int, last_column: int) -> None:
    """Sets a sheet up for paper; `headings` are the first and the last of the rows that stand on every page."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.repeat_rows(*headings)
    sheet.print_area(0, 0, last_row, last_column)
    sheet.fit_to_pages(1, 0)
    sheet.center_horizontally()
    sheet.set_footer("&C第 &P 页，共 &N 页")
