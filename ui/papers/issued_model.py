"""The versions of a paper that were made (已制作的文书), newest first."""

from typing import Any

from PySide6.QtCore import Qt
from typing_extensions import override

from gridapp.domain.moment import spoken
from gridapp.ports import IssuedPaper
from ui.widgets.row_model import Index, RowModel

_HEADINGS = ("制作时间", "制作人", "文号")
WIDTHS = (17, 10, 18)
STRETCHED = 2


class IssuedModel(RowModel[IssuedPaper]):
    """One row a version."""

    def __init__(self) -> None:
        super().__init__(_HEADINGS)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        paper = self.rows[index.row()]
        return (spoken(paper.made_at), paper.made_by, paper.number or "")[index.column()]
