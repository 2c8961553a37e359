"""From which day a place is no longer there (注销场所)."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gridapp.domain.moment import day_of, start_of
from ui.cases.field_box import FieldBox
from ui.cases.moment_edit import MomentEdit


class ClosingDialog(QDialog):
    """Asks for the day; today is proposed."""

    decided = Signal(object)
    """The `date` from which on it is off file."""

    def __init__(self, parent: QWidget, name: str, today: date) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"注销 {name}")
        self.day = MomentEdit("注销日期", today)
        self.day.show_moment(start_of(today))
        self._box = FieldBox("注销日期（从这一天起不再列入名录）", self.day, required=True)
        told = QLabel("原有的检查、隐患和文书都保留；以后可以恢复。")
        told.setObjectName("muted")
        self.close_button = QPushButton("注销")
        self.close_button.setObjectName("primary")
        self.close_button.setToolTip("注销（Ctrl+Enter）")
        self.close_button.clicked.connect(self.decide)
        cancel = QPushButton("取消")
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(cancel)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(10)
        for widget in (told, self._box):
            column.addWidget(widget)
        column.addLayout(buttons)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.decide)

    def decide(self) -> None:
        """Takes the day that is written, or says that it cannot be read."""
        moment = self.day.moment if self.day.readable else None
        if moment is None:
            self._box.show_problem("请填写注销日期，如 0611。")
            self.day.setFocus()
            return
        self.accept()
        self.decided.emit(day_of(moment))
