"""What was changed after a month was closed (关账后变动): which case, by how much, booked where, why and by whom."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout
from typing_extensions import override

from gridapp.closing.late_changes import ToldChange, late_changes
from gridapp.domain.moment import spoken
from ui.closing.month_tab import MonthTab
from ui.desk import Desk
from ui.requests import ShowRecord
from ui.widgets.row_model import Index, RowModel
from ui.widgets.row_table import RowTable

_HEADINGS = ("时间", "办理人", "操作", "编号", "标题", "变动", "原因")
_WIDTHS = (15, 9, 6, 24, 18, 26, 20)
_CHANGED = 5


class ChangesTab(MonthTab):
    """Enter or a double click opens the case."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.model = _Changes()
        self.table = RowTable(self.model, "关账后变动")
        self.model.setParent(self.table)
        self.table.give_widths(_WIDTHS, _CHANGED)
        self.table.row_opened.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(lambda index: self._tell(index.row()))
        self.summary = QLabel()
        self.summary.setObjectName("card_title")
        self.told_below = QLabel()
        self.told_below.setObjectName("rule")
        self.told_below.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        for widget in (self.summary, self.table, self.told_below):
            column.addWidget(widget, int(widget is self.table))

    @override
    def load(self) -> None:
        office, town, month = self.desk.office, self.town, self.month
        self.questions.ask("changes", lambda: late_changes(office, town, month), self._show, self.refuse)

    def _show(self, changes: Sequence[ToldChange]) -> None:
        self.model.show(changes)
        self.summary.setText(f"关账后变动 {len(changes)} 次" if changes else "关账后没有变动")
        self.table.selectRow(0)
        self._tell(0)

    def _tell(self, row: int) -> None:
        changes = self.model.rows
        told = changes[row] if 0 <= row < len(changes) else None
        self.told_below.setText("\n".join((*told.what, *told.amounts, f"原因：{told.reason}")) if told else "")

    def _open(self, row: int) -> None:
        change = self.model.rows[row]
        if change.kind is None:
            self.refused.emit("这一件已随导入批次撤销，没有可以打开的记录。")
        else:
            self.asked.emit(ShowRecord(change.kind, change.case_id))


class _Changes(RowModel[ToldChange]):
    def __init__(self) -> None:
        super().__init__(_HEADINGS)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        change = self.rows[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return change.sentence
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        amounts = "；".join((*change.what, *change.amounts))
        told = (change.person, change.action, change.number, change.title, amounts, change.reason)
        return (spoken(change.at), *told)[index.column()]
