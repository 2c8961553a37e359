"""The list of standard phrases over a field (常用语列表): typing narrows it, Enter inserts, Esc closes."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QLineEdit, QListWidget, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from ui.widgets.choices import Choice, matching

_ROWS = 8
_NONE = "还没有常用语，可在“设置 › 常用语”中添加。"


class PhrasePanel(QFrame):
    """Lies on the window under its field and goes away when the keyboard leaves it."""

    def __init__(self, field: QLineEdit | QPlainTextEdit, phrases: Sequence[str]) -> None:
        super().__init__(field.window())
        self._field = field
        self._choices = [Choice(phrase, phrase) for phrase in phrases]
        self.setObjectName("phrase_panel")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.filter = QLineEdit()
        self.filter.setAccessibleName("查找常用语")
        self.filter.setPlaceholderText("汉字或拼音查找，↑↓ 选择，回车插入")
        self.filter.textChanged.connect(self._narrow)
        self.filter.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName("常用语")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.itemClicked.connect(self._insert)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(4)
        layout.addWidget(self.filter)
        layout.addWidget(self.list)
        if not self._choices:
            none = QLabel(_NONE)
            none.setObjectName("muted")
            layout.addWidget(none)
        field.destroyed.connect(self.deleteLater)

    def open(self) -> None:
        """Shows the list under the field, or above it where there is more room."""
        self._narrow("")
        window, top = self._field.window(), self._field.mapTo(self._field.window(), QPoint(0, 0))
        row = max(self.list.sizeHintForRow(0), self.fontMetrics().height())
        self.list.setFixedHeight(row * min(max(len(self._choices), 1), _ROWS) + 4)
        self.setFixedWidth(max(min(self._field.width(), 460), self.fontMetrics().horizontalAdvance("0") * 50))
        self.ensurePolished()
        self.adjustSize()
        height = self.height()
        under = top.y() + self._field.height()
        fits = under + height <= window.height()
        left = max(0, min(top.x(), window.width() - self.width()))
        self.move(left, under if fits else max(0, top.y() - height))
        self.show()
        self.raise_()
        self.filter.setFocus()

    def _narrow(self, typed: str) -> None:
        self.list.clear()
        self.list.addItems([choice.text for choice in matching(typed, self._choices)])
        self.list.setCurrentRow(0)

    def _insert(self) -> None:
        item = self.list.currentItem()
        self._back_to_field()
        if item is None:
            return
        if isinstance(self._field, QLineEdit):
            self._field.insert(item.text())
        else:
            self._field.insertPlainText(item.text())

    def _back_to_field(self) -> None:
        self._field.setFocus()
        self.close()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.type() == QEvent.Type.FocusOut:
            if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
                self.close()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(Qt.Key(event.key()), event)
        return super().eventFilter(watched, event)

    def _key(self, key: Qt.Key, event: QKeyEvent) -> bool:
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._insert()
        elif key == Qt.Key.Key_Escape:
            self._back_to_field()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            QApplication.sendEvent(self.list, event)
        else:
            return False
        return True


def panel_on(window: QWidget) -> PhrasePanel | None:
    """The list that is open on a window, if one is."""
    return next((panel for panel in window.findChildren(PhrasePanel) if panel.isVisible()), None)
