"""A short table of cases that belong to something else (相关案件): what each is, where it stands, until when."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QSizePolicy
from typing_extensions import override

from gridapp.domain.case import Case
from gridapp.domain.hazard import Hazard
from gridapp.domain.kind import Kind
from gridapp.domain.moment import day_of, spoken_limit
from gridapp.domain.status import Status
from gridapp.ports import CaseRow
from ui.requests import ShowRecord
from ui.theme import status_colour
from ui.widgets.card import Card
from ui.widgets.row_model import RowModel
from ui.widgets.row_table import RowTable

_HEADINGS = ("日期", "内容", "状态", "期限")
_WIDTHS = (10, 8, 8, 10)
_STATE = 2
_ROWS = 12
"""Rows that are shown without scrolling."""


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case in one line."""

    kind: Kind
    id: UUID
    number: str
    title: str
    status: Status
    at: datetime
    due_at: datetime | None


def line_of(case: Case | CaseRow) -> CaseLine:
    """A case, or its row of a list, in one line; a hazard says in what unit it counts."""
    unit = case.counting_unit.value if isinstance(case, Hazard) else ""
    title = f"{case.title}（1 {unit}）" if unit else case.title
    return CaseLine(case.kind, case.id, case.number, title, Status(case.status), case.reported_at, case.due_at)


class _Lines(RowModel[CaseLine]):
    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            due = spoken_limit(line.due_at) if line.due_at else ""
            return (f"{day_of(line.at):%Y-%m-%d}", line.title, line.status.label, due)[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == _STATE:
            return QColor(status_colour(line.status))
        return f"{line.title}\n{line.number}" if role == Qt.ItemDataRole.ToolTipRole else None


class CaseLines(Card):
    """Some cases under a heading; Enter opens one."""

    asked = Signal(object)
    """A `ShowRecord`."""

    def __init__(self, heading: str, nothing: str) -> None:
        super().__init__(heading)
        self._name, self._nothing = heading, QLabel(nothing)
        self._nothing.setObjectName("muted")
        self._nothing.setWordWrap(True)
        self.model = _Lines(_HEADINGS)
        self.table = RowTable(self.model, heading)
        self.table.give_widths(_WIDTHS, 1)
        self.table.row_opened.connect(self._open)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.table)
        self.show_lines(())

    def show_lines(self, lines: Iterable[CaseLine], counted: Callable[[Sequence[CaseLine]], str] | None = None) -> None:
        """Shows some cases, with what they are counted to behind the heading."""
        rows = tuple(lines)
        self.model.show(rows)
        self.set_heading(f"{self._name}　{counted(rows)}" if counted and rows else self._name)
        self.table.setVisible(bool(rows))
        self._nothing.setVisible(not rows)
        self.table.fit_lines(_ROWS)

    def say_nothing(self, sentence: str) -> None:
        """Changes what is said where there is none."""
        self._nothing.setText(sentence)

    def _open(self, place: int) -> None:
        line = self.model.rows[place]
        self.asked.emit(ShowRecord(line.kind, line.id))
