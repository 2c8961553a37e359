"""A person's last saves (最近的保存), each of which can be taken back."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from gridapp.cases.undo import KEPT_STEPS, UndoStep, undoable
from gridapp.domain.moment import spoken
from gridapp.domain.problem import Refusal
from ui.desk import Desk
from ui.jobs import Questions


class RecentSavesDialog(QDialog):
    """Newest first; Enter takes one back."""

    chosen = Signal(object)
    """An `UndoStep` is to be taken back."""

    def __init__(self, parent: QWidget, desk: Desk) -> None:
        super().__init__(parent)
        self.setWindowTitle("最近的保存")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._questions = Questions(desk.jobs, self)
        self._steps: Sequence[UndoStep] = ()
        self.said = QLabel(f"{desk.actor.name}最近 {KEPT_STEPS} 次保存，新的在上：")
        self.said.setWordWrap(True)
        self.list = QTreeWidget()
        self.list.setAccessibleName("最近的保存")
        self.list.setHeaderLabels(["时间", "操作", "编号", "标题", "件数"])
        self.list.setObjectName("roomy")
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.itemActivated.connect(self.answer)
        self.confirm = QPushButton("撤销这一次")
        self.confirm.setObjectName("primary")
        self.confirm.setToolTip("撤销选中的一次保存（回车）")
        self.confirm.setEnabled(False)
        self.confirm.clicked.connect(self.answer)
        cancel = QPushButton("关闭")
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch()
        for button in (cancel, self.confirm):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 14)
        column.addWidget(self.said)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        letter = self.fontMetrics().horizontalAdvance("字")
        self.resize(letter * 60, self.fontMetrics().height() * 24)
        for place, letters in enumerate((11, 7, 15, 19)):
            self.list.setColumnWidth(place, letter * letters)
        store, person = desk.office.cases, desk.actor.name
        self._questions.ask("saves", lambda: undoable(store, person), self._show, self._refuse)

    def _show(self, steps: Sequence[UndoStep]) -> None:
        self._steps = steps
        for step in steps:
            item = QTreeWidgetItem([spoken(step.at), step.action, step.number, step.title, f"{step.cases} 件"])
            item.setToolTip(3, step.title)
            self.list.addTopLevelItem(item)
        self.confirm.setEnabled(bool(steps))
        if steps:
            self.list.setCurrentIndex(self.list.model().index(0, 0))
            self.list.setFocus()
        else:
            self.said.setText("没有可以撤销的保存。")

    def answer(self) -> None:
        """Takes back what is chosen."""
        row = self.list.currentIndex().row()
        if 0 <= row < len(self._steps):
            self.accept()
            self.chosen.emit(self._steps[row])

    def _refuse(self, refusal: Refusal) -> None:
        self.said.setText(str(refusal))
