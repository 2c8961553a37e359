"""Historical totals (补录汇总数) as rows: what was copied from where, and what the records of the month say."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from gridapp.counting.amount import spoken
from gridapp.counting.historical import HistoricalTotal
from gridapp.counting.indicator import indicator_named
from gridapp.domain.moment import spoken as spoken_moment
from gridapp.reconciling.historical import HistoricalCell
from ui.reconciling.figure_words import said_of, where_in_words
from ui.theme import COLOURS
from ui.widgets.row_model import Index, RowModel

HEADINGS = (
    ("序号", 4),
    ("乡镇", 7),
    ("月份", 8),
    ("指标", 16),
    ("条件", 11),
    ("汇总数", 9),
    ("单位", 5),
    ("本月记录", 9),
    ("来源", 17),
    ("补录人", 8),
    ("补录时间", 15),
    ("状态", 6),
)
INDICATOR = 3
_NUMBERS = (5, 7)
_STATE = len(HEADINGS) - 1
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class TotalLine:
    """A total with its town's name, and beside which cell it stands; nothing where it was taken back."""

    total: HistoricalTotal
    town: str
    cell: HistoricalCell | None

    @property
    def remark(self) -> str:
        """What is to be known of it."""
        if self.cell is not None:
            return self.cell.remark
        at = self.total.taken_back_at
        return (
            f"已撤回：{self.total.taken_back_by or ''} {spoken_moment(at) if at else ''}"
            f"　原因：{self.total.taken_back_reason or ''}"
        )


class TotalsModel(RowModel[TotalLine]):
    """In the order of their months."""

    def __init__(self) -> None:
        super().__init__([heading for heading, _ in HEADINGS])

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _texts(line)[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in _NUMBERS:
            return _RIGHT
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == _STATE:
            return QColor(COLOURS.warn if line.cell else COLOURS.muted)
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        is_number = orientation == Qt.Orientation.Horizontal and section in _NUMBERS
        if is_number and role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT
        return super().headerData(section, orientation, role)


def _texts(line: TotalLine) -> Sequence[str]:
    total, indicator = line.total, indicator_named(line.total.indicator)
    recorded = "" if line.cell is None else spoken(line.cell.recorded) if line.cell.has_records else "无记录"
    return (
        str(total.n or ""),
        line.town,
        str(total.month),
        said_of(indicator),
        where_in_words(total.where),
        spoken(total.value),
        indicator.unit,
        recorded,
        total.source,
        total.person,
        spoken_moment(total.at) if total.at else "",
        "补录" if line.cell else "已撤回",
    )
