"""The small dialog that asks for a result or a reason (办结、重开、作废、恢复)."""

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from ui.cases.field_box import FieldBox
from ui.cases.moment_edit import MomentEdit


class MoveDialog(QDialog):
    """Asks for words, and for a closing also when it was."""

    answered = Signal(str, object)
    """The words, and the moment if one was asked for."""

    def __init__(self, parent: QWidget, action: str, what: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(action)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(460)
        self.text = QPlainTextEdit()
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(96)
        self._words = FieldBox(what, self.text, required=True)
        self._what = what
        self.moment: MomentEdit | None = None
        buttons = QDialogButtonBox()
        self.confirm = QPushButton(f"确认{action}")
        self.confirm.setObjectName("primary")
        buttons.addButton(self.confirm, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self._answer)
        buttons.rejected.connect(self.reject)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(20, 16, 20, 16)
        self._layout.setSpacing(12)
        self._layout.addWidget(self._words)
        self._layout.addWidget(buttons)
        QShortcut(QKeySequence("Ctrl+Return"), self, self._answer)

    def ask_moment(self, name: str, moment: datetime, today: date) -> None:
        """Asks for a moment too."""
        self.moment = MomentEdit(name, today)
        self.moment.show_moment(moment)
        self._moment_box = FieldBox(name, self.moment, required=True)
        self._layout.insertWidget(1, self._moment_box)

    def _answer(self) -> None:
        words = self.text.toPlainText().strip()
        self._words.show_problem("" if words else f"请填写{self._what}。")
        edit = self.moment
        wrong = edit is not None and (not edit.readable or not edit.text().strip())
        if edit is not None:
            self._moment_box.show_problem("看不懂这个时间，请写成 2018-06-11 9:30。" if wrong else "")
        if not words:
            self.text.setFocus()
        elif not wrong:
            self.answered.emit(words, edit.moment if edit is not None else None)
            self.accept()
