"""The decisions of a meeting on site (现场办公任务): a line each, added and filled by keyboard."""

from collections.abc import Iterable, Sequence

from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from gridapp.cases.order import Task
from ui.cases.word_box import WordBox
from ui.handling.proposals import People
from ui.widgets.lines_box import LinesBox

_STRETCH = (5, 4, 2)
_Row = tuple[QLineEdit, WordBox, WordBox]


class TasksBox(LinesBox[_Row]):
    """Lines of 内容, 承办单位 and 承办人; an empty one is none."""

    def __init__(self, name: str, people: People) -> None:
        super().__init__(name, "任务", _STRETCH)
        self._people = people
        self.add_rows(2)

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
        self.add_rows(len(wanted))
        for row, task in zip(self.rows, wanted, strict=False):
            for entry, words in zip(row, (task.title, task.unit, task.handler), strict=True):
                entry.setText(words)

    @override
    def entries_of(self, number: int) -> _Row:
        title = QLineEdit()
        title.setAccessibleName(f"第 {number} 项任务内容")
        title.setPlaceholderText(f"第 {number} 项：要办什么")
        unit = WordBox(f"第 {number} 项承办单位")
        unit.setPlaceholderText("承办单位")
        unit.offer(self._people.units)
        handler = WordBox(f"第 {number} 项承办人")
        handler.setPlaceholderText("承办人")
        handler.offer(self._people.staff)
        return title, unit, handler
