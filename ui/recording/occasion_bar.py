"""The line that says on what occasion an event was found (发现来源)."""

from uuid import UUID

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from ui.recording.occasion import Occasion
from ui.requests import ShowRecord


class OccasionBar(QFrame):
    """Hidden where an event was reported by itself."""

    wanted = Signal(object)
    """The entry is to be looked at, by the `ShowRecord` that asks for it."""

    def __init__(self) -> None:
        super().__init__()
        self._occasion: Occasion | None = None
        self.setObjectName("saved_bar")
        self._text = QLabel()
        self._text.setWordWrap(True)
        self.show_button = QPushButton("查看来源")
        self.show_button.setObjectName("small")
        self.show_button.setToolTip("查看巡防、走访记录，回到这里时填写的内容都在（Alt+O）")
        self.show_button.clicked.connect(self._show)
        QShortcut(QKeySequence("Alt+O"), self, self.show_button.click)
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 4, 12, 4)
        row.setSpacing(10)
        row.addWidget(self._text, 1)
        row.addWidget(self.show_button)
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    @property
    def occasion(self) -> Occasion | None:
        """The entry on whose occasion the event was found."""
        return self._occasion

    @property
    def case_id(self) -> UUID | None:
        """Its identity."""
        return self._occasion.id if self._occasion else None

    def show_occasion(self, occasion: Occasion | None) -> None:
        """Shows on what occasion an event was found."""
        self._occasion = occasion
        self._text.setText(occasion.in_words if occasion else "")
        self.setVisible(occasion is not None)

    def _show(self) -> None:
        if self._occasion is not None:
            self.wanted.emit(ShowRecord(self._occasion.kind, self._occasion.id))
