"""What was done with a confidential group (保密台账): the changes of its list, and who opened what."""

from collections.abc import Sequence
from typing import Any, TypeVar

from PySide6.QtCore import Qt
from typing_extensions import override

from gridapp.domain.moment import spoken
from gridapp.ports import ConfidantsChange, Reading
from ui.widgets.row_model import Index, RowModel

Row = TypeVar("Row")


class _Account(RowModel[Row]):
    """Lines of words; a long one is read in its tool tip."""

    def texts(self, row: Row) -> Sequence[str]:
        """The words of a line, a column each."""
        raise NotImplementedError

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        return self.texts(self.rows[index.row()])[index.column()]


class ChangesModel(_Account[ConfidantsChange]):
    """The changes of a list (名单变更)."""

    WIDTHS = (17, 12, 12, 20, 20)
    STRETCHED = 4

    def __init__(self) -> None:
        super().__init__(("时间", "修改人", "工作站", "原名单", "现名单"))

    @override
    def texts(self, row: ConfidantsChange) -> Sequence[str]:
        before = "、".join(row.before) or "（还没有名单）"
        return (spoken(row.at), row.person, row.workstation, before, "、".join(row.after))


class ReadingsModel(_Account[Reading]):
    """The readings of confidential cases (查阅记录)."""

    WIDTHS = (17, 12, 12, 12, 24)
    STRETCHED = 4

    def __init__(self) -> None:
        super().__init__(("时间", "查阅人", "工作站", "台账", "编号"))

    @override
    def texts(self, row: Reading) -> Sequence[str]:
        return (spoken(row.at), row.person, row.workstation, row.kind.label, row.number)
