"""The decisions of a meeting on site (现场办公任务): a line each, added and filled by keyboard."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton, QWidget
from typing_extensions import override

from gridapp.cases.order import Task
from ui.cases.word_box import WordBox
from ui.handling.proposals import People

_STRETCH = (5, 4, 2)


class TasksBox(QWidget):
    """Lines of 内容, 承办单位 and 承办人; an empty one is none."""

    changed = Signal()

    def __init__(self, name: str, people: People) -> None:
        super().__init__()
        self._people = people
        self.setAccessibleName(name)
        self.rows: list[tuple[QLineEdit, WordBox, WordBox]] = []
        self.add_button = QPushButton("再加一项")
        self.add_button.setToolTip("再加一项任务（Alt+T）；Ctrl+Delete 清空所在的一项")
        self.add_button.setShortcut("Alt+T")
        self.add_button.clicked.connect(self._begin_row)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(6)
        for column, stretch in enumerate(_STRETCH):
            self._grid.setColumnStretch(column, stretch)
        self._add_row()
        self._add_row()
        self.setFocusProxy(self.rows[0][0])

    @property
    def tasks(self) -> tuple[Task, ...]:
        """The tasks, as far as they are filled in."""
        written = [tuple(entry.text().strip() for entry in row) for row in self.rows]
        return tuple(
            Task(title=title, unit=unit, handler=handler)
            for title, unit, handler in written
            if title or unit or handler
        )

    def show_tasks(self, tasks: Iterable[Task]) -> None:
        """Shows some tasks, and room for another."""
        wanted: Sequence[Task] = tuple(tasks)
        while len(self.rows) < len(wanted):
            self._add_row()
        for row, task in zip(self.rows, wanted, strict=False):
            for entry, words in zip(row, (task.title, task.unit, task.handler), strict=True):
                entry.setText(words)

    def _begin_row(self) -> None:
        self._add_row()
        self.rows[-1][0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_row(self) -> None:
        number = len(self.rows) + 1
        title = QLineEdit()
        title.setAccessibleName(f"第 {number} 项任务内容")
        title.setPlaceholderText(f"第 {number} 项：要办什么")
        unit = WordBox(f"第 {number} 项承办单位")
        unit.setPlaceholderText("承办单位")
        unit.offer(self._people.units)
        handler = WordBox(f"第 {number} 项承办人")
        handler.setPlaceholderText("承办人")
        handler.offer(self._people.staff)
        before = self.rows[-1][-1] if self.rows else None
        self.rows.append((title, unit, handler))
        for column, entry in enumerate((title, unit, handler)):
            entry.textChanged.connect(self.changed)
            entry.installEventFilter(self)
            self._grid.addWidget(entry, number - 1, column)
        self._grid.addWidget(self.add_button, number, 0, Qt.AlignmentFlag.AlignLeft)
        if before is not None:
            self.setTabOrder(before, title)
        for one, following in ((title, unit), (unit, handler), (handler, self.add_button)):
            self.setTabOrder(one, following)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Delete
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            for entry in next(row for row in self.rows if watched in row):
                entry.clear()
            return True
        return super().eventFilter(watched, event)
