"""The formats of a workbook's cells (单元格样式): each is made once, whoever asks for it."""

from typing import Any

FONT, SIZE = "宋体", 10
"""The letters of every cell, in points."""
TEXT = "@"
"""A number format: what is typed into the cell stays text, so that 18 digits stay whole."""
MOMENT, DAY = "yyyy-mm-dd hh:mm", "yyyy-mm-dd"
WHOLE, PARTS = "#,##0", "#,##0.###"
PERCENT = "0.00%"


class Styles:
    """The formats of one workbook."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Any] = {}

    def style(self, **properties: Any) -> Any:
        """The format with some properties (those of XlsxWriter) beside the usual letters."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            base = {"font_name": FONT, "font_size": SIZE, "valign": "vcenter"}
            self._made[key] = self._book.add_format(base | properties)
        return self._made[key]
