"""What is looked at before a month is handed in (关账前检查): each line opens what is left to do."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QVBoxLayout
from typing_extensions import override

from gridapp.closing.month_end import standing
from gridapp.closing.precondition import Precondition
from gridapp.closing.preconditions import preconditions
from gridapp.domain.books import BookState
from ui.closing.month_tab import MonthTab
from ui.desk import Desk
from ui.icons import icon
from ui.requests import ShowDue
from ui.theme import COLOURS
from ui.widgets.row_model import Index, RowModel
from ui.widgets.row_table import RowTable

_HEADINGS = ("项目", "结论", "情况")
_WIDTHS = (14, 10, 24)
_SAID = 2
_MOST_LINES = 12


class ChecksTab(MonthTab):
    """Enter or a double click opens the list of a line; lines that name no cases are told below."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.model = _Checks()
        self.table = RowTable(self.model, "关账前检查")
        self.model.setParent(self.table)
        self.table.give_widths(_WIDTHS, _SAID)
        self.table.break_lines()
        self.table.row_opened.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(lambda index: self._tell(index.row()))
        self.summary = QLabel("正在核对…")
        self.summary.setObjectName("card_title")
        self.told_below = QLabel()
        self.told_below.setObjectName("rule")
        self.told_below.setWordWrap(True)
        hint = QLabel("回车打开未了事项的清单；“不能关账”的必须先解决，“未了”的可以带着关账")
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        for widget in (self.summary, self.table, self.told_below, hint):
            column.addWidget(widget, int(widget is self.table))

    @override
    def load(self) -> None:
        desk, town, month = self.desk, self.town, self.month
        self.summary.setText("正在核对…")
        self.questions.ask(
            "checks",
            lambda: (preconditions(desk.office, town, month, desk.now), standing(desk.office.books, town, month)),
            self._show,
            self.refuse,
        )

    def _show(self, found: tuple[Sequence[Precondition], BookState]) -> None:
        lines, state = found
        self.model.show(sorted(lines, key=lambda line: (not line.stands_in_the_way, line.is_met)))
        self.summary.setText(_summary(lines, state))
        self.table.selectRow(0)
        self._tell(0)

    def _tell(self, row: int) -> None:
        lines = self.model.rows[row].lines if 0 <= row < len(self.model.rows) else ()
        more = f"\n……共 {len(lines)} 项" if len(lines) > _MOST_LINES else ""
        self.told_below.setText("\n".join(lines[:_MOST_LINES]) + more)
        self.told_below.setVisible(bool(lines))

    def _open(self, row: int) -> None:
        line = self.model.rows[row]
        if line.query is not None:
            self.asked.emit(ShowDue(line.query, line.said))


class _Checks(RowModel[Precondition]):
    def __init__(self) -> None:
        super().__init__(_HEADINGS)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.rows[index.row()]
        word, colour, drawing = _verdict(line)
        if role == Qt.ItemDataRole.DisplayRole:
            return (line.name, word, line.said)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return line.said
        if index.column() != 1:
            return None
        if role == Qt.ItemDataRole.ForegroundRole:
            return QColor(colour)
        return icon(drawing, colour) if role == Qt.ItemDataRole.DecorationRole else None


def _summary(lines: Sequence[Precondition], state: BookState) -> str:
    left = sum(not line.is_met for line in lines)
    if state is BookState.CLOSED:
        return f"已经关账，现在有 {left} 项未了" if left else "已经关账"
    if any(line.stands_in_the_way for line in lines):
        return "现在还不能关账"
    return f"可以关账，有 {left} 项未了" if left else "都已就绪，可以关账"


def _verdict(line: Precondition) -> tuple[str, str, str]:
    if line.is_met:
        return "就绪", COLOURS.good, "tick"
    return ("不能关账", COLOURS.bad, "cross") if line.blocking else ("未了", COLOURS.warn, "cross")
