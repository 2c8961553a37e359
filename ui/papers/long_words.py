"""Words of several lines that are typed for a paper (多行补填): each line becomes a paragraph of it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QToolButton, QVBoxLayout, QWidget
from typing_extensions import override

from ui.recording.phrase_panel import PhrasePanel

_LEAST_LINES, _MOST_LINES = 3, 8
_FRAME = 24
_AWAY_FOR_A_MOMENT = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class LongEdit(QPlainTextEdit):
    """A field that grows with what is written in it; Tab leaves it."""

    left = Signal()
    """The keyboard went elsewhere; what is written is as final as it will be."""
    usual_asked = Signal()
    """Somebody wants to see what is usually written (F4)."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self._grow()

    def _grow(self) -> None:
        lines = min(max(int(self.document().size().height()), _LEAST_LINES), _MOST_LINES)
        self.setFixedHeight(lines * self.fontMetrics().lineSpacing() + _FRAME)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _AWAY_FOR_A_MOMENT:
            self.left.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F4:
            self.usual_asked.emit()
        else:
            super().keyPressEvent(event)


class LongWords(QWidget):
    """A name, what is usually written there, and the field below."""

    edited = Signal(str)
    """Somebody wrote something."""

    def __init__(self, name: str, label: str, usual: Sequence[str]) -> None:
        super().__init__()
        self._usual, self._is_told = tuple(usual), False
        self.edit = LongEdit(name)
        self.edit.textChanged.connect(self._changed)
        self.edit.usual_asked.connect(self.open)
        self.setFocusProxy(self.edit)
        self.usual_button = QToolButton()
        self.usual_button.setObjectName("phrases")
        self.usual_button.setText("常用语")
        self.usual_button.setToolTip("插入常用的写法（F4）")
        self.usual_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.usual_button.clicked.connect(self.open)
        self.usual_button.setVisible(bool(usual))
        heading = QLabel(label)
        heading.setBuddy(self.edit)
        head = QHBoxLayout()
        head.addWidget(heading, 1)
        head.addWidget(self.usual_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self.edit)

    @property
    def words(self) -> str:
        """What is written."""
        return self.edit.toPlainText()

    def show_words(self, words: str) -> None:
        """Shows some words without telling anybody."""
        self._is_told = True
        self.edit.setPlainText(words)
        self._is_told = False

    def open(self) -> None:
        """Lists what is usually written there."""
        if self._usual:
            PhrasePanel(self.edit, self._usual).open()

    def _changed(self) -> None:
        if not self._is_told:
            self.edited.emit(self.words)
