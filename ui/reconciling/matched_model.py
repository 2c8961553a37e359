"""The lines of a matched list (比对结果) as rows."""

from typing import Any

from PySide6.QtCore import Qt
from typing_extensions import override

from gridapp.reconciling.matched import Line
from ui.widgets.row_model import Index, RowModel

WIDTHS = (8, 25, 25, 24, 5, 32)
TITLE = 3
_HEADINGS = ("清单行号", "上级编号", "本地编号", "标题", "依据", "说明")


class MatchedModel(RowModel[Line]):
    """A row a line."""

    def __init__(self) -> None:
        super().__init__(_HEADINGS)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        line = self.rows[index.row()]
        place = "" if line.row is None else str(line.row)
        return (place, line.upper_number, line.number, line.title, line.by, "；".join(line.notes))[index.column()]
