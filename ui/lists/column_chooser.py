"""The chooser of columns (选择列): tick what is shown, Alt+↑ and Alt+↓ move a column."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from gridapp.domain.kind import Kind
from ui.cases.ledger_columns import all_columns, columns_named
from ui.settings.roomy_rows import RoomyRows

_NAME = Qt.ItemDataRole.UserRole
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class ColumnChooser(QDialog):
    """The columns that are shown stand first, in their order; the first of all cannot be taken away."""

    chosen = Signal(object)
    """The names of the columns, from left to right."""

    def __init__(self, parent: QWidget, kind: Kind, shown: Sequence[str], usual: Sequence[str]) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"{kind.label}的列")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._kind, self._usual = kind, usual
        self.list = _ColumnList()
        self.list.setAccessibleName("列")
        self.list.setItemDelegate(RoomyRows(self.list))
        hint = QLabel("空格勾选，Alt+↑ Alt+↓ 调整顺序；也可以在表头上拖动。")
        hint.setObjectName("hint")
        self.up, self.down = QPushButton("上移"), QPushButton("下移")
        self.reset = QPushButton("恢复默认")
        for button, key in ((self.up, "Alt+↑"), (self.down, "Alt+↓"), (self.reset, "")):
            button.setAutoDefault(False)
            button.setToolTip(f"{button.text()}（{key}）" if key else "恢复默认的列、顺序和宽度")
        self.up.clicked.connect(lambda: self.list.move_current(-1))
        self.down.clicked.connect(lambda: self.list.move_current(1))
        self.reset.clicked.connect(lambda: self._show(self._usual))
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
        self.buttons.accepted.connect(self._settle)
        self.buttons.rejected.connect(self.reject)
        side = QVBoxLayout()
        for button in (self.up, self.down, self.reset):
            side.addWidget(button)
        side.addStretch()
        middle = QHBoxLayout()
        middle.addWidget(self.list, 1)
        middle.addLayout(side)
        layout = QVBoxLayout(self)
        layout.addWidget(hint)
        layout.addLayout(middle, 1)
        layout.addWidget(self.buttons)
        letter = self.fontMetrics().horizontalAdvance("汉")
        self.resize(letter * 30, letter * 36)
        self._show(shown)

    @property
    def names(self) -> tuple[str, ...]:
        """The columns that are ticked, in their order."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(item.data(_NAME) for item in items if item.checkState() is Qt.CheckState.Checked)

    def _show(self, shown: Sequence[str]) -> None:
        self.list.clear()
        first = columns_named(self._kind, shown)
        names = {column.name for column in first}
        for column in (*first, *(column for column in all_columns(self._kind) if column.name not in names)):
            item = QListWidgetItem(column.heading)
            item.setData(_NAME, column.name)
            item.setCheckState(Qt.CheckState.Checked if column.name in names else Qt.CheckState.Unchecked)
            if column.name == "number":
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
                item.setToolTip("编号总是显示")
            self.list.addItem(item)
        self.list.setCurrentRow(0)
        self.list.setFocus()

    def _settle(self) -> None:
        self.chosen.emit(self.names)
        self.accept()


class _ColumnList(QListWidget):
    def move_current(self, step: int) -> None:
        """Moves the current column by one place, if there is one."""
        row = self.currentRow()
        if 0 <= row + step < self.count():
            item = self.takeItem(row)
            self.insertItem(row + step, item)
            self.setCurrentRow(row + step)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_current(_STEPS[key])
        else:
            super().keyPressEvent(event)
