"""The doubts of a period (数据疑点) as rows: what sort, what is doubtful, how many records to look at."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from gridapp.reporting.sense.doubt import Doubt, DoubtKind
from ui.theme import COLOURS
from ui.widgets.row_model import Index, RowModel

WIDTHS = (12, 57, 8)
SENTENCE = 1
_HEADINGS = ("疑点", "说明", "涉及记录")
_TO_BE_EXPLAINED = frozenset({DoubtKind.OUTLIER, DoubtKind.CARRIED_OVER})
"""What may be right and wants a word; the others are mistakes."""


class DoubtModel(RowModel[Doubt]):
    """A row a doubt, mistakes first."""

    def __init__(self) -> None:
        super().__init__(_HEADINGS)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        doubt = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return (doubt.kind.value, doubt.sentence, f"{len(doubt.cases)} 件")[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == SENTENCE:
            return doubt.sentence
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 0:
            return QColor(COLOURS.warn if doubt.kind in _TO_BE_EXPLAINED else COLOURS.bad)
        return None
