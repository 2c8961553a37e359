"""The petitions received on a reception day (接待来访): a line each, Enter opens it."""

from typing import Any

from PySide6.QtCore import Qt
from typing_extensions import override

from gridapp.domain.case import Case
from gridapp.domain.confidence import Confidence
from gridapp.domain.petition import Petition
from ui.widgets.row_model import Index, RowModel

HEADINGS = ("信访人", "人数", "诉求", "状态")
WIDTHS = (10, 5, 16, 9)


class ReceivedModel(RowModel[Case]):
    """A petition that is closed to the reader is named without its matter."""

    def __init__(self) -> None:
        super().__init__(HEADINGS)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        case = self.rows[index.row()]
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{case.number}　{case.title}"
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        who = case.petitioner or "" if isinstance(case, Petition) else ""
        is_told = isinstance(case, Petition) and case.title != Confidence.ACCUSATION.veiled_title
        heads = str(case.heads) if isinstance(case, Petition) and is_told else ""
        state = "已作废" if case.excluded is not None else case.status.label
        return (who, heads, case.title, state)[index.column()]
