"""What a cell is written into (单元格编辑): a line, or one with a list to pick from."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.batch.offers import settled
from ui.widgets.choices import Choice
from ui.widgets.pick_box import PickBox


class CellEditor(PickBox):
    """A `PickBox` that lies in a cell: without a list the arrow keys are those of a line."""

    def __init__(self, parent: QWidget, name: str, choices: Sequence[Choice] | None, *, free: bool) -> None:
        super().__init__(name, free=free or not choices)
        self.setParent(parent)
        self._list_offered, self._takes_all = tuple(choices or ()), free
        self.offer(self._list_offered)
        if choices is None:
            for action in self.actions():
                self.removeAction(action)

    def take(self) -> str:
        """The words as they are meant: the highlighted entry, or the only one that fits what was typed."""
        if self.is_open and self._list is not None and self._list.highlighted is not None:
            return self._list.highlighted.text
        return self.text() if self._takes_all else settled(self.text(), self._list_offered)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Semicolon and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
            return
        super().keyPressEvent(event)
