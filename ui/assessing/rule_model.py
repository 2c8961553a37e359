"""The rules of assessment as a table (考核办法表): read, or revised in place."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor
from typing_extensions import override

from gridapp.counting.indicator import indicator_named
from gridapp.domain.assessment import RuleSet
from ui.assessing.rule_revision import EACH, RULE, WEIGHT, Place, Revision
from ui.assessing.score_words import FORMULAS
from ui.theme import COLOURS

_Index = QModelIndex | QPersistentModelIndex
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RuleModel(QAbstractTableModel):
    """A row an item; a target for each role stands in a column of its own."""

    changed = Signal()

    def __init__(self, rules: RuleSet) -> None:
        super().__init__()
        self.revision = Revision(rules)
        self.is_revising = False
        self.problems: Mapping[Place, str] = {}

    def show(self, rules: RuleSet, *, revising: bool) -> None:
        """Shows a set of rules, to be read or to be revised."""
        self.beginResetModel()
        self.revision, self.is_revising, self.problems = Revision(rules), revising, {}
        self.endResetModel()

    def tell(self, problems: Mapping[Place, str]) -> None:
        """Marks what is wrong."""
        self.problems = problems
        self._redraw()

    @property
    def fields(self) -> tuple[str, ...]:
        """What stands in the columns that can be changed, in their order."""
        return (WEIGHT, EACH, *self.revision.rules.roles, RULE)

    def index_of(self, place: Place) -> QModelIndex:
        """Where something stands."""
        return self.index(place[0], 2 + self.fields.index(place[1]))

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self.revision.rules.items)

    @override
    def columnCount(self, parent: _Index = QModelIndex()) -> int:
        return 0 if parent.isValid() else len(self._headings)

    @property
    def _headings(self) -> tuple[str, ...]:
        roles = tuple(f"{role}\n月基数" for role in self.revision.rules.roles)
        return ("项目", "计分方式", "分值", "每次", *roles, "计分办法", "统计指标")

    def _place(self, index: _Index) -> Place | None:
        column = index.column() - 2
        return (index.row(), self.fields[column]) if 0 <= column < len(self.fields) else None

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        place = self._place(index)
        if self.is_revising and place is not None and self.revision.is_open(place):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    @override
    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        place = self._place(index)
        if place is None or not self.is_revising or not self.revision.is_open(place):
            return False
        if str(value).strip() != self.revision.text(place):
            self.revision.write(place, str(value))
            self.problems = {where: told for where, told in self.problems.items() if where != place}
            self._redraw()
            self.changed.emit()
        return True

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        place = self._place(index)
        told = self.problems.get(place) if place else None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return told or self._text(index)
        if role == Qt.ItemDataRole.AccessibleDescriptionRole:
            return told
        if role == Qt.ItemDataRole.BackgroundRole and told:
            return QColor(COLOURS.bad_pale)
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._colour(place, told)
        if role == Qt.ItemDataRole.TextAlignmentRole and place is not None and place[1] != RULE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _colour(self, place: Place | None, told: str | None) -> QColor | None:
        if told:
            return QColor(COLOURS.bad)
        is_open = place is not None and self.revision.is_open(place)
        return QColor(COLOURS.muted) if not is_open and (self.is_revising or place is not None) else None

    def _text(self, index: _Index) -> str:
        item, place = self.revision.rules.items[index.row()], self._place(index)
        if place is not None:
            return self.revision.text(place)
        if index.column() == 0:
            return item.name
        if index.column() == 1:
            return FORMULAS[item.formula]
        return indicator_named(item.indicator).name if item.indicator else "人工登记"

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _LEFT
        return self._headings[section] if role == Qt.ItemDataRole.DisplayRole else None

    def _redraw(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
