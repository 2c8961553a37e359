"""The records that explain a difference (差异记录) as rows: what each counted, what it counts now, and why."""

from typing import Any

from PySide6.QtCore import Qt
from typing_extensions import override

from gridapp.counting.amount import spoken
from gridapp.domain.moment import spoken as spoken_moment
from gridapp.reconciling.explaining import Named
from ui.reconciling.amount_words import signed
from ui.widgets.row_model import Index, RowModel

HEADINGS = ("变动原因", "编号", "标题", "上报时", "现在", "变动", "说明", "时间", "办理人", "理由")
WIDTHS = (11, 24, 14, 6, 6, 6, 16, 15, 8, 14)
TITLE = 2
_NUMBERS = (3, 4, 5)
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RecordModel(RowModel[Named]):
    """A row a record."""

    def __init__(self) -> None:
        super().__init__(HEADINGS)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in _NUMBERS:
            return _RIGHT
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return _texts(self.rows[index.row()])[index.column()]
        return None

    @override
    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        is_number = orientation == Qt.Orientation.Horizontal and section in _NUMBERS
        if is_number and role == Qt.ItemDataRole.TextAlignmentRole:
            return _RIGHT
        return super().headerData(section, orientation, role)


def _texts(record: Named) -> tuple[str, ...]:
    return (
        f"{record.part}{record.cause.value}",
        record.number,
        record.title,
        spoken(record.before),
        spoken(record.after),
        signed(record.difference),
        record.detail,
        spoken_moment(record.at) if record.at else "",
        record.person or "",
        record.reason or "",
    )
