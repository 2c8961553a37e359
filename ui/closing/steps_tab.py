"""What was done with a month's report (办理经过): each step with who signed it, by whose leave, why."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout
from typing_extensions import override

from gridapp.domain.books import BookAction, BookStep
from gridapp.domain.moment import spoken
from ui.closing.month_tab import MonthTab
from ui.desk import Desk
from ui.widgets.row_model import Index, RowModel
from ui.widgets.row_table import RowTable

_HEADINGS = ("时间", "步骤", "签名", "工作站", "原因", "报表校验码")
_WIDTHS = (15, 8, 22, 10, 14, 13)
_REASON = 4
_SHORT = 12
_SIGNS = {
    BookAction.SUBMIT: "填报人",
    BookAction.APPROVE: "审核人",
    BookAction.CLOSE: "签发人",
    BookAction.RETURN: "退回人",
}


class StepsTab(MonthTab):
    """Oldest first; steps are never taken away."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.model = _Steps()
        self.table = RowTable(self.model, "办理经过")
        self.model.setParent(self.table)
        self.table.give_widths(_WIDTHS, _REASON)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.table, 1)

    @override
    def load(self) -> None:
        books, town, month = self.desk.office.books, self.town, self.month
        self.questions.ask("steps", lambda: books.steps(town, month), self._show, self.refuse)

    def _show(self, steps: Sequence[BookStep]) -> None:
        self.model.show(steps)


class _Steps(RowModel[BookStep]):
    def __init__(self) -> None:
        super().__init__(_HEADINGS)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        step = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            texts = (
                spoken(step.at),
                step.action.value,
                signature(step),
                step.workstation,
                step.reason or "",
                (step.digest or "")[:_SHORT],
            )
            return texts[index.column()]
        return step.digest if role == Qt.ItemDataRole.ToolTipRole and index.column() == len(_HEADINGS) - 1 else None


def signature(step: BookStep) -> str:
    """Who signed a step, and as what."""
    if step.authority:
        return f"准许 {step.authority}，操作 {step.person}"
    return f"{_SIGNS.get(step.action, '操作')} {step.person}"
