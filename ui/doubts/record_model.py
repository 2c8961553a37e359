"""The records of a doubt (疑点涉及的记录): those to look at, with what each contributes."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from typing_extensions import override

from gridapp.counting.amount import spoken
from gridapp.counting.ledger import Counted
from gridapp.ports import CaseRow
from ui.widgets.row_model import Index, RowModel

WIDTHS = (26, 36, 11, 8)
TITLE = 1
_HEADINGS = ("编号", "标题", "计入日期", "计入")


class RecordModel(RowModel[CaseRow]):
    """A row a record."""

    def __init__(self) -> None:
        super().__init__(_HEADINGS)
        self._counted: Mapping[UUID, Counted] = {}

    def show_records(self, rows: list[CaseRow], counted: Mapping[UUID, Counted]) -> None:
        """Shows other records."""
        self._counted = counted
        self.show(rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        counted = self._counted[row.id]
        if role == Qt.ItemDataRole.DisplayRole:
            return (row.number, row.title, f"{counted.day}", spoken(counted.quantity))[index.column()]
        return row.title if role == Qt.ItemDataRole.ToolTipRole and index.column() == TITLE else None
