"""A worker's items as rows (逐项得分): what each was counted from, its target, its points, and by which rule."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from gridapp.assessing.sheet import Line
from ui.assessing.score_words import marks_in_words, points_in_words, raw_in_words, target_in_words
from ui.theme import COLOURS
from ui.widgets.row_model import Index, RowModel

WIDTHS = (12, 8, 34, 10, 14, 9, 40)
RULE = 6
_HEADINGS = ("项目", "分值", "实绩", "折算基数", "人工登记", "得分", "计分办法")
_POINTS = 5


class LineModel(RowModel[Line]):
    """In the order of the rules."""

    def __init__(self) -> None:
        super().__init__(_HEADINGS)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _words(line)[index.column()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return _words(line)[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == _POINTS and line.points < 0:
            return QColor(COLOURS.bad)
        return None


def _words(line: Line) -> tuple[str, ...]:
    item = line.item
    weight = f"{item.weight.normalize():f}" if item.weight else f"每次 {item.each.normalize():f}"
    return (
        item.name,
        weight,
        raw_in_words(line),
        target_in_words(line),
        marks_in_words(line),
        points_in_words(line.points),
        item.rule,
    )
