"""The rows of a checklist (检查表): each item with what it came to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from gridapp.domain.checklist import ChecklistItem, checklist_of
from gridapp.domain.inspection import Answer, Checked
from ui.theme import COLOURS
from ui.widgets.row_model import RowModel

_HEADINGS = ("", "检查内容", "结果")
_INK = {Answer.FITS: COLOURS.good, Answer.FAILS: COLOURS.bad, Answer.NOT_APPLICABLE: COLOURS.muted}


@dataclass(frozen=True, slots=True)
class CheckRow:
    """An item by its words, what the list knows of it, what it came to, and the remark that was made."""

    item: str
    known: ChecklistItem | None = None
    answer: Answer | None = None
    note: str | None = None


def rows_of(place_type: str | None, checks: Sequence[Checked]) -> Sequence[CheckRow]:
    """The items for a type of places with what was answered; answers to items of another list stay below them."""
    answered = {checked.item: checked for checked in checks}
    items = checklist_of(place_type)
    rows = []
    for known in items:
        said = answered.pop(known.item, None)
        rows.append(CheckRow(known.item, known, said.answer if said else None, said.note if said else None))
    return (*rows, *(CheckRow(said.item, None, said.answer, said.note) for said in answered.values()))


class ChecklistModel(RowModel[CheckRow]):
    """Number, item and answer."""

    def __init__(self) -> None:
        super().__init__(_HEADINGS)

    @property
    def checks(self) -> tuple[Checked, ...]:
        """What was answered."""
        answered = ((row, row.answer) for row in self.rows)
        return tuple(Checked(item=row.item, answer=said, note=row.note) for row, said in answered if said is not None)

    def answer(self, place: int, answer: Answer | None) -> None:
        """Gives an item another answer."""
        rows = list(self.rows)
        rows[place] = replace(rows[place], answer=answer)
        self.rows = tuple(rows)
        self.dataChanged.emit(self.index(place, 0), self.index(place, len(_HEADINGS) - 1))

    @override
    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (str(index.row() + 1), row.item, row.answer.value if row.answer else "—")[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == len(_HEADINGS) - 1:
            return QColor(_INK[row.answer] if row.answer else COLOURS.muted)
        if role == Qt.ItemDataRole.ToolTipRole and row.known is not None:
            return f"{row.item}\n依据：{row.known.basis}"
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.item}，{row.answer.value if row.answer else '未答'}"
        return None
