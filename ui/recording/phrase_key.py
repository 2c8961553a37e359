"""Standard phrases at a field (常用语): F4 or the small button lists them."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QToolButton
from typing_extensions import override

from gridapp.registers.phrases import phrases
from ui.desk import Desk
from ui.jobs import Questions
from ui.recording.phrase_panel import PhrasePanel


class PhraseKey(QObject):
    """Makes F4 list a topic's phrases at a field; what is picked goes in at the cursor."""

    def __init__(self, desk: Desk, field: QLineEdit | QPlainTextEdit, topic: str) -> None:
        super().__init__(field)
        self._desk, self._field, self._topic = desk, field, topic
        self._questions = Questions(desk.jobs, self)
        self.button = QToolButton()
        self.button.setObjectName("phrases")
        self.button.setText("常用语")
        self.button.setToolTip("常用语（F4）")
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.button.clicked.connect(self.open)
        field.installEventFilter(self)

    def open(self) -> None:
        """Lists the phrases."""
        registers, topic = self._desk.office.registers, self._topic
        self._questions.ask("phrases", lambda: phrases(registers, topic), lambda p: PhrasePanel(self._field, p).open())

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_F4:
            self.open()
            return True
        return super().eventFilter(watched, event)
