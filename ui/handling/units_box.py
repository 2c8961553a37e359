"""Several units (协办、抄告单位): typed or picked one after the other, each taken off with Delete."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget
from typing_extensions import override

from ui.cases.word_box import WordBox

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOST_SHOWN = 3


class UnitsBox(QWidget):
    """A field above, in which Enter adds what is written, and below it the units so far."""

    changed = Signal()

    def __init__(self, name: str, offered: Sequence[str]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.entry = WordBox(name)
        self.entry.setPlaceholderText("可添加多个，回车加入")
        self.entry.offer(offered)
        self.entry.installEventFilter(self)
        self.entry.chosen.connect(self._add_written)
        self.setFocusProxy(self.entry)
        self.list = QListWidget()
        self.list.setAccessibleName(f"已加入的{name}")
        self.list.setToolTip("Delete 移除")
        self.list.installEventFilter(self)
        self.list.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.entry)
        column.addWidget(self.list)

    @property
    def units(self) -> tuple[str, ...]:
        """The units, with what is written and not added yet."""
        added = [self.list.item(row).text() for row in range(self.list.count())]
        written = self.entry.words.strip()
        return tuple(dict.fromkeys([*added, written] if written else added))

    def show_units(self, units: Iterable[str]) -> None:
        """Shows some units, and no others."""
        self.list.clear()
        self.list.addItems(list(units))
        self._fit()

    def _add_written(self) -> None:
        if self.entry.words.strip():
            units = self.units
            self.entry.show_words("")
            self.show_units(units)
            self.changed.emit()

    def _take_off(self) -> None:
        self.list.takeItem(self.list.currentRow())
        self._fit()
        self.changed.emit()

    def _fit(self) -> None:
        rows = min(self.list.count(), _MOST_SHOWN)
        height = self.list.sizeHintForRow(0) if rows else 0
        self.list.setFixedHeight(rows * height + 2 * self.list.frameWidth())
        if not rows and self.list.hasFocus():
            self.entry.setFocus()
        self.list.setVisible(bool(rows))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if watched is self.entry and event.key() in _ENTER and plain and not self.entry.is_open:
                self._add_written()
                return True
            if watched is self.list and event.key() == Qt.Key.Key_Delete:
                self._take_off()
                return True
        return super().eventFilter(watched, event)
