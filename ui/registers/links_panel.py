"""The card of what belongs together (关联记录): a line each, Enter opens it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel
from typing_extensions import override

from gridapp.domain.case import Case
from gridapp.domain.moment import spoken
from ui.handling.loaded import Loaded
from ui.registers.links import gist_of, links_of, summary_of
from ui.requests import ShowRecord
from ui.widgets.card import Card
from ui.widgets.row_model import Index, RowModel
from ui.widgets.row_table import RowTable

_MOST_LINES = 6
_WIDTHS = (8, 15, 18)


class LinksModel(RowModel[Case]):
    """What kind of record, when, and what it tells."""

    def __init__(self) -> None:
        super().__init__(("台账", "时间", "内容"))

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        case = self.rows[index.row()]
        words = (case.kind.label, spoken(case.reported_at), gist_of(case))
        if role == Qt.ItemDataRole.DisplayRole:
            return words[index.column()]
        return f"{case.number}　{words[2]}" if role == Qt.ItemDataRole.ToolTipRole else None


class LinksPanel(Card):
    """Hidden lines say at least that there are none."""

    opened = Signal(object)
    """Another record is to be shown, by the `ShowRecord` that asks for it."""

    def __init__(self) -> None:
        super().__init__("关联记录")
        self.summary = QLabel()
        self.summary.setObjectName("muted")
        self.summary.setWordWrap(True)
        self.model = LinksModel()
        self.model.setParent(self)
        self.table = RowTable(self.model, "关联记录")
        self.table.give_widths(_WIDTHS, 2)
        self.table.row_opened.connect(self._open)
        self.body.addWidget(self.summary)
        self.body.addWidget(self.table)

    @property
    def cases(self) -> Sequence[Case]:
        """What is listed."""
        return self.model.rows

    def show_links(self, loaded: Loaded) -> None:
        """Shows what belongs to a record."""
        self.model.show(links_of(loaded))
        self.summary.setText(summary_of(loaded))
        self.table.setVisible(bool(self.model.rows))
        self.table.fit_lines(_MOST_LINES)

    def _open(self, row: int) -> None:
        case = self.model.rows[row]
        self.opened.emit(ShowRecord(case.kind, case.id))
