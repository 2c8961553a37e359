"""Points by hand (扣分加分): what was entered and what became of it, and what can be done now."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gridapp.domain.assessment_mark import Mark, MarkAct, awaits_decision, worth
from ui.assessing.appeal_dialog import AppealDialog
from ui.assessing.decide_dialog import DecideDialog
from ui.assessing.enter_dialog import EnterDialog
from ui.assessing.form_dialog import FormDialog
from ui.assessing.mark_model import REASON, WIDTHS, MarkModel, acts_of
from ui.assessing.month_reading import AssessedMonth
from ui.assessing.withdraw_dialog import WithdrawDialog
from ui.desk import Desk
from ui.widgets.row_table import RowTable

_LOCKED = "已关账，成绩已锁定；请在没有关账的月份登记"


class MarksPanel(QWidget):
    """Enter on a line opens its case; the buttons are what can be done with the line that is chosen."""

    case_asked = Signal(object)
    changed = Signal(str)
    """Something was entered or decided, in one sentence."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._found: AssessedMonth | None = None
        self.worker: str | None = None
        self.model = MarkModel()
        self.table = RowTable(self.model, "扣分加分登记经过")
        self.model.setParent(self.table)
        self.table.give_widths(WIDTHS, REASON)
        self.table.row_opened.connect(self._open)
        self.table.selectionModel().currentRowChanged.connect(lambda _: self._offer())
        self.empty = QLabel()
        self.empty.setObjectName("empty")
        self.enter_button = _button("登记扣分加分…(&N)", self.enter)
        self.withdraw_button = _button("撤回…(&W)", self.withdraw)
        self.appeal_button = _button("申诉…(&U)", self.appeal)
        self.decide_button = _button("处理申诉…(&H)", self.decide)
        self.case_button = _button("查看案件(&V)", lambda: self._open(self.table.currentIndex().row()))
        line = QHBoxLayout()
        line.setSpacing(8)
        for button in (
            self.enter_button,
            self.withdraw_button,
            self.appeal_button,
            self.decide_button,
            self.case_button,
        ):
            line.addWidget(button)
        line.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(line)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.empty, 1)

    def show_month(self, found: AssessedMonth) -> None:
        """Shows the acts of a month; the line that was chosen stays."""
        row = max(self.table.currentIndex().row(), 0)
        self._found = found
        self.model.show_marks(found.marks, found.rules, found.cases)
        self.table.setVisible(bool(found.marks))
        self.empty.setVisible(not found.marks)
        self.empty.setText("本月没有人工登记的扣分、加分，也没有申诉。")
        self.enter_button.setEnabled(not found.is_closed and not found.is_empty)
        self.enter_button.setToolTip(_LOCKED if found.is_closed else "登记扣分或加分（Alt+N）")
        self.appeal_button.setEnabled(not found.is_empty)
        if found.marks:
            self.table.selectRow(min(row, len(found.marks) - 1))
        self._offer()

    @property
    def mark(self) -> Mark | None:
        """The act that is chosen."""
        row = self.table.currentIndex().row()
        return self.model.rows[row] if 0 <= row < len(self.model.rows) else None

    def _offer(self) -> None:
        mark = self.mark
        acts = acts_of(self.model.rows, mark.entry) if mark else ()
        is_entry = bool(acts) and acts[0].act is MarkAct.ENTERED
        self.withdraw_button.setEnabled(is_entry and bool(worth(acts)))
        self.decide_button.setEnabled(awaits_decision(acts))
        self.case_button.setEnabled(mark is not None and mark.case_id is not None)

    def enter(self) -> None:
        """Asks for a deduction or a bonus."""
        found = self._found
        if found is not None and found.assessment is not None and not found.is_closed:
            workers = [(score.worker.name, score.worker.role) for score in found.assessment.scores]
            proposed = self.worker
            self._ask(
                EnterDialog(self, self._desk, found.town, found.month, found.rules, workers, proposed), "已登记。"
            )

    def withdraw(self) -> None:
        """Asks why the chosen entry is taken back."""
        mark = self.mark
        if mark is not None:
            self._ask(WithdrawDialog(self, self._desk, mark, self._about(mark)), "已撤回。")

    def appeal(self) -> None:
        """Asks what is appealed against, and why."""
        found, mark = self._found, self.mark
        if found is not None:
            proposed = mark.entry if mark else self.worker
            self._ask(AppealDialog(self, self._desk, found.town, found.month, proposed), "申诉已登记，待裁定。")

    def decide(self) -> None:
        """Asks what becomes of the chosen appeal."""
        mark = self.mark
        if mark is not None:
            last = acts_of(self.model.rows, mark.entry)[-1]
            self._ask(DecideDialog(self, self._desk, last, self._about(last)), "申诉已裁定。")

    def _about(self, mark: Mark) -> str:
        return f"{mark.worker}　{self.model.item_of(mark)}　{mark.about.year}年{mark.about.number}月"

    def _ask(self, dialog: FormDialog, told: str) -> None:
        dialog.done_with.connect(lambda: self.changed.emit(told))
        dialog.finished.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))
        dialog.open()

    def _open(self, row: int) -> None:
        mark = self.model.rows[row] if 0 <= row < len(self.model.rows) else None
        if mark is not None and mark.case_id is not None:
            self.case_asked.emit(mark.case_id)


def _button(words: str, act: Callable[[], None]) -> QPushButton:
    button = QPushButton(words)
    button.clicked.connect(lambda: act())
    return button
