"""The preview of a bulk change (批量修改预览): row by row what will change, or why it is refused."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from typing_extensions import override

from gridapp.cases.bulk import Line
from gridapp.domain.area import AreaTree
from gridapp.domain.kind import Kind
from gridapp.domain.status import Status
from ui.cases.field_words import name_of, value_of
from ui.theme import COLOURS
from ui.widgets.row_model import Index, RowModel

_HEADINGS = ("编号", "标题", "结果", "修改内容或不能修改的原因")
WIDTHS = (26, 20, 8, 34)
STRETCHED = 3
_VERDICT = 2
_UNSAID = {"status": Status.REPORTED.value}
"""What a case has where its plain form says nothing."""
_LEFT_OUT = frozenset({"steps", "closings", "version"})
"""What a move writes besides: its state says the same in one word."""


class BulkPreviewModel(RowModel[Line]):
    """The lines of a preview."""

    def __init__(self, kind: Kind, areas: AreaTree) -> None:
        super().__init__(_HEADINGS)
        self._kind, self._areas = kind, areas

    def words(self, line: Line) -> str:
        """What a change makes of a case, in the office's words."""
        if line.refusal is not None:
            return line.refusal.removeprefix(line.number).strip()
        said = []
        for field, (before, after) in line.changes.items():
            name = name_of(self._kind, field)
            if name is not None and field not in _LEFT_OUT:
                old, new = (value_of(field, value or _UNSAID.get(field), self._areas) for value in (before, after))
                said.append(f"{name}：{old} → {new}")
        return "；".join(said) or ("无变化" if not line.changed else "办理记录")

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        line = self.rows[index.row()]
        texts = (line.number, line.title, _verdict(line), self.words(line))
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return texts[index.column()]
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == _VERDICT:
            return QColor(COLOURS.bad if line.refusal else COLOURS.good if line.changed else COLOURS.muted)
        return None


def _verdict(line: Line) -> str:
    return "不能修改" if line.refusal else "修改" if line.changed else "不变"
