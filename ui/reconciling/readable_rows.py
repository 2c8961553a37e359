"""Tables that stay readable on a low screen (低屏可读): a few rows are always seen, the rest of the page scrolls."""

from ui.widgets.row_table import RowTable

_ROWS = 5


def keep_readable(table: RowTable) -> None:
    """Never lower than its headings and a few rows."""
    rows = _ROWS * table.verticalHeader().defaultSectionSize()
    table.setMinimumHeight(rows + table.horizontalHeader().sizeHint().height())
