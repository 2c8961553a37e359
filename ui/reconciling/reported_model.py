"""The reported figures (上报数) as rows: what was reported, what is recomputed, how far apart they are."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from gridapp.counting.amount import Rate, Value, spoken
from gridapp.counting.cut import Cut
from gridapp.counting.indicator import indicator_named
from gridapp.counting.reconciliation import Reconciled
from gridapp.domain.moment import spoken as spoken_moment
from ui.figures.figure_words import value_in_words
from ui.icons import icon
from ui.requests import ShowFigure
from ui.theme import COLOURS
from ui.widgets.row_model import Index, RowModel


@dataclass(frozen=True, slots=True)
class Line:
    """A reconciled figure and what it was asked of."""

    found: Reconciled
    cut: Cut

    @property
    def figure(self) -> ShowFigure:
        """The recomputed figure, as something whose cases can be shown."""
        published = self.found.published
        return ShowFigure(
            indicator_named(published.indicator),
            self.cut,
            self.found.recomputed,
            f"{published.town} {published.title}",
        )


@dataclass(frozen=True, slots=True)
class _Column:
    heading: str
    text: Callable[[Reconciled], str]
    width: int
    is_number: bool = False
    is_verdict: bool = False


def _recomputed(value: Value) -> str:
    return value_in_words(value) if isinstance(value, Rate) else spoken(value)


def _reported_at(found: Reconciled) -> str:
    moment = found.published.reported_at
    return "不详" if moment is None else spoken_moment(moment)


COLUMNS: Sequence[_Column] = (
    _Column("编号", lambda f: f.published.id, 5),
    _Column("乡镇", lambda f: f.published.town, 6),
    _Column("名称", lambda f: f.published.title, 20),
    _Column("统计期间", lambda f: f.published.period.label, 22),
    _Column("上报数", lambda f: f.reported_in_words, 8, is_number=True),
    _Column("重算数", lambda f: _recomputed(f.recomputed), 21, is_number=True),
    _Column("差额", lambda f: f.difference_in_words, 13, is_number=True),
    _Column("单位", lambda f: f.published.unit, 5),
    _Column("结论", lambda f: f.verdict, 7, is_verdict=True),
    _Column("上报时间", _reported_at, 15),
)
NAME, RECOMPUTED = 2, 5
_ABBREVIATED = ("名称", "统计期间")


class ReportedModel(RowModel[Line]):
    """In the order of their numbers."""

    def __init__(self) -> None:
        super().__init__([column.heading for column in COLUMNS])

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(COLUMNS[section])
        return super().headerData(section, orientation, role)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        answer = _ANSWERS.get(role)
        if answer is None or not index.isValid():
            return None
        return answer(self.rows[index.row()].found, COLUMNS[index.column()])


def _alignment(column: _Column) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column.is_number else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _colour(found: Reconciled) -> str:
    return COLOURS.good if found.agrees else COLOURS.bad


_ANSWERS: Mapping[int, Callable[[Reconciled, _Column], Any]] = {
    Qt.ItemDataRole.DisplayRole: lambda found, column: column.text(found),
    Qt.ItemDataRole.TextAlignmentRole: lambda _, column: _alignment(column),
    Qt.ItemDataRole.ForegroundRole: lambda found, column: QColor(_colour(found)) if column.is_verdict else None,
    Qt.ItemDataRole.DecorationRole: lambda found, column: (
        icon("tick" if found.agrees else "cross", _colour(found)) if column.is_verdict else None
    ),
    Qt.ItemDataRole.ToolTipRole: lambda found, column: column.text(found) if column.heading in _ABBREVIATED else None,
}
