"""The acts of the entries by hand (登记经过): entered, taken back, appealed against, decided, oldest first."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from gridapp.domain.assessment import RuleSet
from gridapp.domain.assessment_mark import Mark, awaits_decision
from gridapp.domain.moment import spoken
from gridapp.ports import CaseRow
from ui.theme import COLOURS
from ui.widgets.row_model import Index, RowModel

WIDTHS = (16, 10, 14, 16, 8, 10, 28, 18, 10)
REASON = 6
_HEADINGS = ("时间", "姓名", "项目", "办理", "分数", "计入月份", "原因、理由、意见", "案件编号", "经办人")
_ACT, _POINTS = 3, 4


class MarkModel(RowModel[Mark]):
    """An appeal that waits says so."""

    def __init__(self) -> None:
        super().__init__(_HEADINGS)
        self._rules: RuleSet | None = None
        self._cases: Mapping[UUID, CaseRow] = {}
        self._waiting: frozenset[UUID] = frozenset()

    def show_marks(self, marks: Sequence[Mark], rules: RuleSet, cases: Mapping[UUID, CaseRow]) -> None:
        """Shows the acts of a month under its rules."""
        self._rules, self._cases = rules, cases
        self._waiting = frozenset(m.entry for m in marks if awaits_decision(acts_of(marks, m.entry)))
        self.show(marks)

    def item_of(self, mark: Mark) -> str:
        """What an act is about."""
        item = self._rules.item(mark.item) if self._rules else None
        return item.name if item else "（办法中已没有的项目）"

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        mark = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(mark)[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole:
            if index.column() == _ACT and self._is_waiting(mark):
                return QColor(COLOURS.warn)
            if index.column() == _POINTS and mark.amount < 0:
                return QColor(COLOURS.bad)
        return None

    def _is_waiting(self, mark: Mark) -> bool:
        return mark.entry in self._waiting and mark == acts_of(self.rows, mark.entry)[-1]

    def _words(self, mark: Mark) -> tuple[str, ...]:
        act = f"{mark.act.value}：{mark.verdict.value}" if mark.verdict else mark.act.value
        row = self._cases.get(mark.case_id) if mark.case_id else None
        return (
            spoken(mark.at),
            mark.worker,
            self.item_of(mark),
            f"{act}（待裁定）" if self._is_waiting(mark) else act,
            f"{mark.amount:+.2f}" if mark.amount else "—",
            f"{mark.month.year}年{mark.month.number}月",
            mark.reason,
            row.number if row else "—",
            mark.person,
        )


def acts_of(marks: Sequence[Mark], entry: UUID) -> Sequence[Mark]:
    """The acts of one entry, oldest first."""
    return sorted((mark for mark in marks if mark.entry == entry), key=lambda mark: mark.n)
