"""Picking several values (多选): type to find, arrow keys move, Space or Enter ticks."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget
from typing_extensions import override

from ui.settings.roomy_rows import RoomyRows
from ui.widgets.choices import Choice, matching

_KEY = Qt.ItemDataRole.UserRole


class ValuePicker(QWidget):
    """A line to find by, and the list below it; a `free` one takes other words too."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._choices: list[Choice] = []
        self._picked: list[str] = []
        self.free = False
        self.line = _FindLine()
        self.line.setAccessibleName(f"查找{name}")
        self.line.setPlaceholderText("汉字、拼音首字母或代码；空格勾选")
        self.list = _TickList()
        self.list.setAccessibleName(f"{name}清单")
        self.list.setItemDelegate(RoomyRows(self.list))
        self.list.setUniformItemSizes(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.line)
        layout.addWidget(self.list, 1)
        self.setFocusProxy(self.line)
        self.line.narrowed.connect(self._show)
        self.line.stepped.connect(self._step)
        self.line.ticked.connect(self.tick)
        self.list.ticked.connect(self.tick)
        self.list.itemClicked.connect(lambda _: self.tick())

    @property
    def values(self) -> tuple[str, ...]:
        """What is ticked, in the order of ticking."""
        return tuple(self._picked)

    def offer(self, choices: Iterable[Choice], picked: Sequence[str] = ()) -> None:
        """Offers other values, some of them ticked; what is ticked stands first."""
        self._picked = list(picked)
        known = list(choices)
        keys = {choice.key for choice in known}
        strange = [Choice(value, value) for value in picked if value not in keys]
        self._choices = sorted([*strange, *known], key=lambda choice: choice.key not in picked)
        self._show()

    def add(self, choices: Iterable[Choice]) -> None:
        """Offers more values behind those that are there."""
        keys = {choice.key for choice in self._choices}
        self._choices += [choice for choice in choices if choice.key not in keys]
        self._show()

    def tick(self) -> None:
        """Ticks what is highlighted, or takes the tick away; free words that are no entry become one."""
        item = self.list.currentItem()
        typed = self.line.text().strip()
        if item is not None:
            key = item.data(_KEY)
        elif self.free and typed:
            key = typed
            self._choices.insert(0, Choice(typed, typed))
        else:
            return
        if key in self._picked:
            self._picked.remove(key)
        else:
            self._picked.append(key)
        self._show(key)
        self.line.selectAll()
        self.changed.emit()

    def _show(self, key: str | None = None) -> None:
        typed = self.line.text().strip()
        found = matching(typed, self._choices)
        self.list.clear()
        for choice in found:
            item = QListWidgetItem(choice.text)
            item.setData(_KEY, choice.key)
            ticked = choice.key in self._picked
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        here = next((row for row, choice in enumerate(found) if choice.key == key), 0 if found else -1)
        self.list.setCurrentRow(here)

    def _step(self, rows: int) -> None:
        self.list.setCurrentRow(min(max(self.list.currentRow() + rows, 0), self.list.count() - 1))


class _FindLine(QLineEdit):
    narrowed = Signal()
    stepped = Signal(int)
    ticked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._composing = False
        self.textChanged.connect(lambda: None if self._composing else self.narrowed.emit())

    @override
    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        key = Qt.Key(event.key())
        if key in steps:
            self.stepped.emit(steps[key])
        elif key == Qt.Key.Key_Space or (key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip()):
            self.ticked.emit()
            if key != Qt.Key.Key_Space:
                self.clear()
        else:
            super().keyPressEvent(event)


class _TickList(QListWidget):
    ticked = Signal()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.ticked.emit()
        else:
            super().keyPressEvent(event)
