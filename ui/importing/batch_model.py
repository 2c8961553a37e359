"""The imports so far (导入记录): who brought what and when, and whether it was taken back."""

from typing import Any

from PySide6.QtCore import Qt
from typing_extensions import override

from gridapp.domain.area import AreaTree
from gridapp.domain.moment import spoken
from gridapp.ports import Batch
from ui.widgets.row_model import Index, RowModel

_HEADINGS = ("时间", "台账", "乡镇", "文件", "导入人", "读取", "新增", "更新", "相同", "退回", "状态")
_NUMBERS = range(5, 10)
WIDTHS = (17, 12, 10, 24, 10, 7, 7, 7, 7, 7, 12)
STRETCHED = 3


class BatchModel(RowModel[Batch]):
    """One row an import, newest first."""

    def __init__(self, areas: AreaTree) -> None:
        super().__init__(_HEADINGS)
        self._areas = areas

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in _NUMBERS:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        batch = self.rows[index.row()]
        counts = (f"{count:,}" for count in (batch.read, batch.new, batch.changed, batch.same, batch.refused))
        town = self._areas.name(batch.town) or batch.town
        state = "已撤销" if batch.taken_back_at else ""
        return (spoken(batch.at), batch.kind.label, town, batch.file_name, batch.person, *counts, state)[index.column()]
