"""A list as a csv file (导出文本表格) that Excel opens in Chinese: its headings and rows, nothing else."""

import csv
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import TextIO

from gridapp.exporting.column import Content
from gridapp.exporting.order import ListOrder
from gridapp.ports import CaseRow
from gridapp.workbooks.cell_text import csv_text

ENCODING = "utf-8-sig"


class ListText:
    """Writes the rows of a list from above."""

    def __init__(self, file: TextIO, order: ListOrder) -> None:
        self._writer = csv.writer(file)
        self._reads = [(column.read(unmasked=order.unmasked), column.code) for column in order.columns]
        self._writer.writerow([column.heading for column in order.columns])

    def write(self, rows: Iterable[CaseRow]) -> None:
        """Writes some more rows."""
        for row in rows:
            self._writer.writerow([_said(read(row), code) for read, code in self._reads])


def _said(content: Content, code: bool) -> str:
    if content is None:
        return ""
    if isinstance(content, str):
        # A tab behind them keeps a spreadsheet from rounding 18 digits; an import leaves it away.
        return f"{content}\t" if code and content.isdigit() else csv_text(content)
    if isinstance(content, datetime):
        return content.strftime("%Y-%m-%d %H:%M")
    if isinstance(content, date):
        return content.isoformat()
    return f"{content.normalize():f}" if isinstance(content, Decimal) else str(content)
