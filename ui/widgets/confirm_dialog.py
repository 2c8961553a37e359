"""A dialog with one deed (确认窗口): the deed and 取消 in one row, Ctrl+Enter for the deed, Esc to leave it."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

KEYS = ("Ctrl+Return", "Ctrl+Enter")
"""What confirms, whichever Enter there is."""


class ConfirmDialog(QDialog):
    """Its parts are put into `column`, above what is wrong with the whole and the row of buttons."""

    def __init__(self, parent: QWidget, title: str, word: str, keys: Iterable[str] = KEYS) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.confirm, self.cancel = QPushButton(word), QPushButton("取消")
        self.confirm.setObjectName("primary")
        self.confirm.setToolTip(f"{word}（Ctrl+Enter）")
        self.confirm.clicked.connect(lambda: self.answer())
        self.cancel.setToolTip("不保存（Esc）")
        self.cancel.clicked.connect(self.reject)
        self.problem = QLabel()
        self.problem.setObjectName("problem")
        self.problem.setWordWrap(True)
        self.problem.hide()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(20, 16, 20, 16)
        self.column.setSpacing(10)
        for key in keys:
            QShortcut(QKeySequence(key), self, lambda: self.answer())

    def answer(self) -> None:
        """Does it, or shows everything that is wrong; each dialog says how."""
        raise NotImplementedError

    def end_with_buttons(self) -> None:
        """Puts what is wrong and the buttons below the parts."""
        buttons = QHBoxLayout()
        buttons.addStretch()
        for button in (self.cancel, self.confirm):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        self.column.addWidget(self.problem)
        self.column.addLayout(buttons)

    def tell(self, words: str) -> None:
        """Says what is wrong with the whole, or that nothing is."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
