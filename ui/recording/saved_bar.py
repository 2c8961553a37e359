"""The line above the form that says what was saved last (已保存提示), and how many this time."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from gridapp.domain.case import Case
from gridapp.domain.status import Status
from ui.icons import icon
from ui.theme import COLOURS


class SavedBar(QFrame):
    """Hidden until something was saved."""

    wanted = Signal(object)
    """The id of the case that is to be looked at."""

    def __init__(self) -> None:
        super().__init__()
        self._id: UUID | None = None
        self._count = 0
        self.setObjectName("saved_bar")
        mark = QLabel()
        mark.setPixmap(icon("tick", COLOURS.good).pixmap(16, 16))
        self._text = QLabel()
        self._tally = QLabel()
        self.show_button = QPushButton("查看")
        self.show_button.setObjectName("small")
        self.show_button.setToolTip("查看刚保存的一件（Alt+K）")
        self.show_button.clicked.connect(lambda: self.wanted.emit(self._id))
        QShortcut(QKeySequence("Alt+K"), self, self.show_button.click)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(8)
        for widget in (mark, self._text, self.show_button, self._tally):
            row.addWidget(widget)
        row.addStretch()
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return f"{self._text.text()}{self._tally.text()}"

    def show_saved(self, case: Case) -> None:
        """Says that a case was saved, one more."""
        self._id = case.id
        self._count += 1
        self._text.setText(f"已保存{'并自办办结' if case.status is Status.SELF_CLOSED else ''} {case.number}")
        self._tally.setText(f"· 本次已登记 {self._count} 件")
        self.show()
