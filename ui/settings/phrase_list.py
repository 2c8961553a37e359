"""The phrases of one topic as a list that is edited in place (常用语列表)."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem
from typing_extensions import override

from ui.settings.roomy_rows import RoomyRows


class PhraseList(QListWidget):
    """Insert adds, Enter or F2 edits, Delete removes, Alt with an arrow moves."""

    edited = Signal()
    """The phrases are others now."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName("常用语")
        self.setAccessibleDescription("Insert 新增，回车修改，Delete 删除，Alt 加上下键移动")
        self.setItemDelegate(RoomyRows(self))
        self.setAlternatingRowColors(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked | QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setSpacing(2)
        self._told: Sequence[str] = ()

    @property
    def phrases(self) -> Sequence[str]:
        """The phrases in their order."""
        return [self.item(row).text().strip() for row in range(self.count())]

    def show_phrases(self, phrases: Sequence[str]) -> None:
        """Shows other phrases; the same row stays current."""
        row = max(self.currentRow(), 0)
        with QSignalBlocker(self):
            self.clear()
            for phrase in phrases:
                self.addItem(_item(phrase))
        self._told = self.phrases
        self.setCurrentRow(min(row, self.count() - 1))

    def add(self) -> None:
        """Begins a new phrase below the current one."""
        row = self.currentRow() + 1
        with QSignalBlocker(self):
            self.insertItem(row, _item(""))
        self.setCurrentRow(row)
        self.edit_current()

    def edit_current(self) -> None:
        """Edits the current phrase."""
        if self.currentItem() is not None:
            self.editItem(self.currentItem())

    def remove_current(self) -> None:
        """Removes the current phrase."""
        if self.currentRow() >= 0:
            self.takeItem(self.currentRow())
            self._tell()

    def move_current(self, by: int) -> None:
        """Moves the current phrase up or down."""
        row = self.currentRow()
        if row >= 0 and 0 <= row + by < self.count():
            item = self.takeItem(row)
            self.insertItem(row + by, item)
            self.setCurrentItem(item)
            self._tell()

    def _tell(self) -> None:
        if self.phrases != self._told:
            self._told = self.phrases
            self.edited.emit()

    @override
    def closeEditor(self, editor: object, hint: object) -> None:
        super().closeEditor(editor, hint)  # type: ignore[arg-type]
        # A phrase that was emptied, or begun and given up, leaves no empty line behind.
        for row in reversed(range(self.count())):
            if not self.item(row).text().strip():
                self.takeItem(row)
        self._tell()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, moves = event.key(), event.modifiers() & Qt.KeyboardModifier.AltModifier
        if self.state() == QAbstractItemView.State.EditingState:
            # The line that is edited passes on the Enter by which it ends.
            super().keyPressEvent(event)
        elif moves and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.move_current(-1 if key == Qt.Key.Key_Up else 1)
        elif key == Qt.Key.Key_Insert:
            self.add()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_current()
        elif key == Qt.Key.Key_Delete:
            self.remove_current()
        else:
            super().keyPressEvent(event)


def _item(text: str) -> QListWidgetItem:
    item = QListWidgetItem(text)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
    return item
