"""A sheet of many rows (长表): cells are told by row and column alone, which spares a look at each for `A1`."""

from typing import Any

from xlsxwriter.worksheet import Worksheet


class QuickSheet(Worksheet):  # type: ignore[misc]
    """Writes texts and numbers as every sheet does; the file is the same."""

    def write_string(self, row: int, col: int, string: str, cell_format: Any = None) -> Any:
        """Writes a text; counted from 0."""
        return self._write_string(row, col, string, cell_format)

    def write_number(self, row: int, col: int, number: float, cell_format: Any = None) -> Any:
        """Writes a number; counted from 0."""
        return self._write_number(row, col, number, cell_format)
