"""A searchable list of cases with its count (台账列表), for whatever query it is given."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from gridapp.ports import CaseQuery
from ui.cases.case_model import CaseModel
from ui.cases.case_table import CaseTable
from ui.cases.columns import ListColumn
from ui.cases.search_box import SearchBox
from ui.desk import Desk


class CaseList(QWidget):
    """Search box, whatever filters the page puts into `tools`, the table, and how many there are."""

    opened = Signal(object)
    told = Signal(str)
    refused = Signal(str)
    counted = Signal(int)

    def __init__(self, desk: Desk, columns: Sequence[ListColumn], query: CaseQuery, name: str) -> None:
        super().__init__()
        self._query = query
        self.model = CaseModel(desk, columns)
        self.model.setParent(self)
        self.table = CaseTable(desk, self.model, name)
        self.table.show_order(query.sort, descending=query.descending)
        self.search = SearchBox()
        self.count = QLabel()
        self.count.setObjectName("count")
        self.tools = QHBoxLayout()
        self.tools.setSpacing(8)
        self.tools.addWidget(self.search)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addLayout(self.tools)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.count)
        self._connect()

    def _connect(self) -> None:
        self.search.wanted.connect(lambda text: self.narrow(replace(self._query, text=text)))
        self.table.sorted.connect(lambda field, down: self.narrow(replace(self._query, sort=field, descending=down)))
        self.table.opened.connect(self.opened)
        self.table.copied.connect(lambda n: self.told.emit(f"已复制 {n} 行（含表头），可直接粘贴到表格中。"))
        self.model.failed.connect(self.refused)
        self.model.counted.connect(self._show_count)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, self._start_search)

    @property
    def query(self) -> CaseQuery:
        """What is shown."""
        return self._query

    def narrow(self, query: CaseQuery) -> None:
        """Shows another query."""
        self._query = query
        self.reload()

    def reload(self) -> None:
        """Asks for the list again."""
        self.model.show(self._query)

    def _show_count(self, count: int) -> None:
        found = "找到" if self._query.text else "共"
        self.count.setText(f"{found} {count:,} 条" if count else "没有符合条件的记录")
        self.counted.emit(count)

    def _start_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()
