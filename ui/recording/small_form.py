"""A few fields that belong together (小表单): named, in rows of twelve columns, with what is wrong below each."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QPlainTextEdit, QWidget

from gridapp.domain.problem import Problem
from ui.cases.field_box import FieldBox
from ui.cases.moment_edit import MomentEdit
from ui.recording.attachments_box import AttachmentsBox
from ui.recording.case_entries import one_line
from ui.widgets.pick_box import PickBox
from ui.widgets.tab_order import put_in_order

_COLUMNS = 12
_UNREADABLE = "看不懂这个时间，请写成 0611、6-11 9:30 或 2018-06-11。"
_DIGITS = 6

Rows = Sequence[Sequence[tuple[str, int]]]
"""Fields with how many of twelve columns they take."""


class SmallForm(QWidget):
    """Entries by the names of their fields, in the order of Tab."""

    changed = Signal()
    left = Signal()
    """The keyboard left an entry; what is written there is as final as it will be."""

    def __init__(
        self, entries: Mapping[str, QWidget], names: Mapping[str, str], rows: Rows, required: Sequence[str] = ()
    ) -> None:
        super().__init__()
        self.entries = entries
        self.boxes = {name: FieldBox(names[name], entry, required=name in required) for name, entry in entries.items()}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(4)
        for column in range(_COLUMNS):
            self._grid.setColumnStretch(column, 1)
        for line, row in enumerate(rows):
            column = 0
            for name, span in row:
                self._grid.addWidget(self.boxes[name], line, column, 1, span)
                column += span
        for entry in entries.values():
            self._watch(entry)
        self.keep_order()

    def _watch(self, entry: QWidget) -> None:
        if isinstance(entry, QLineEdit | QPlainTextEdit):
            entry.textChanged.connect(self.changed)
        if isinstance(entry, PickBox | MomentEdit):
            entry.left.connect(self.left)
        elif isinstance(entry, QLineEdit):
            entry.editingFinished.connect(self.left)
        elif isinstance(entry, QCheckBox):
            entry.toggled.connect(self.changed)
        elif isinstance(entry, AttachmentsBox):
            entry.changed.connect(self.changed)

    @property
    def stops(self) -> Sequence[QWidget]:
        """Where Tab stops, in order."""
        stops: list[QWidget] = []
        for entry in self.entries.values():
            stops += [entry.add_button, entry.list] if isinstance(entry, AttachmentsBox) else [entry]
        return stops

    def keep_order(self) -> None:
        """Lets Tab go through the entries in their order."""
        put_in_order(self.stops)

    @property
    def has_problems(self) -> bool:
        """Whether anything is told to be wrong."""
        return any(box.problem for box in self.boxes.values())

    def show_problems(self, told: Mapping[str, str]) -> None:
        """Shows what is wrong under each field."""
        for name, box in self.boxes.items():
            box.show_problem(told.get(name, ""))

    def go_to_first_problem(self) -> None:
        """Goes to the first field with a problem."""
        for box in self.boxes.values():
            if box.problem:
                box.entry.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def unreadable(self) -> Iterator[Problem]:
        """What is wrong with entries that cannot be read at all."""
        for name, entry in self.entries.items():
            if isinstance(entry, PickBox) and entry.is_unknown:
                yield Problem(name, "unknown", f"清单里没有“{entry.words.strip()}”，请从清单中选择。")
            elif isinstance(entry, MomentEdit) and not entry.readable:
                yield Problem(name, "moment", _UNREADABLE)

    def typed(self) -> Mapping[str, Any]:
        """What cannot be read, as it was typed."""
        return {problem.field: self.line(problem.field) for problem in self.unreadable()}

    def retype(self, typed: Mapping[str, Any]) -> None:
        """Writes again what could not be read."""
        for name, text in typed.items():
            entry = self.entries.get(name)
            if isinstance(entry, QLineEdit) and isinstance(text, str):
                entry.setText(text)

    def line(self, name: str) -> str:
        """What is written in a line."""
        entry = self.entries[name]
        return one_line(entry) if isinstance(entry, QLineEdit) else ""

    def moment(self, name: str) -> datetime | None:
        """The moment that is written; nothing where it cannot be read."""
        entry = self.entries[name]
        return entry.moment if isinstance(entry, MomentEdit) and entry.readable else None

    def show_fields(self, shown: Mapping[str, bool]) -> None:
        """Shows some fields and hides others."""
        for name, visible in shown.items():
            self.boxes[name].setVisible(visible)


def read_whole(text: str) -> int | None:
    """A whole number as somebody wrote it; nothing where it is none."""
    bare = text.strip()
    return int(bare) if bare.isdecimal() and len(bare) <= _DIGITS else None


def told_of(problems: Sequence[Problem], part: str) -> Mapping[str, str]:
    """What is wrong with the fields of a part (`notice.number`), by the name of each; the first is told."""
    begin = f"{part}."
    found = [(p.field.removeprefix(begin), p.message) for p in problems if p.field.startswith(begin)]
    return dict(reversed(found))
