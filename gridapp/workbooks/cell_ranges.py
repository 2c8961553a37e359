"""Cells that others refer to (单元格区域), as a workbook writes them."""


def column_range(sheet: str, column: int, first_row: int, last_row: int) -> str:
    """Some cells of a column of a sheet, counted from 0, wherever they are named."""
    from xlsxwriter.utility import xl_range_abs

    cells: str = xl_range_abs(first_row, column, last_row, column)
    return f"'{sheet}'!{cells}"
