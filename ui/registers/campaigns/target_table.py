"""The targets of a drive (目标任务): what was set, what was done, and how much of it that is."""

from typing import Any

from PySide6.QtCore import Qt
from typing_extensions import override

from gridapp.counting.amount import spoken
from gridapp.counting.campaign import Progress
from ui.figures.figure_words import value_in_words
from ui.widgets.row_model import Index, RowModel

HEADINGS = ("任务", "目标", "已完成", "完成率")
WIDTHS = (24, 12, 12, 18)
DONE = 2
"""The column whose number is opened."""


class TargetModel(RowModel[Progress]):
    """A line each; the number done opens its list."""

    def __init__(self) -> None:
        super().__init__(HEADINGS)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        progress = self.rows[index.row()]
        target, unit = progress.target, unit_of(progress)
        return (
            name_of(progress),
            f"{spoken(target.quantity)} {unit}",
            f"{spoken(progress.done)} {unit}",
            value_in_words(progress.rate),
        )[index.column()]


def name_of(progress: Progress) -> str:
    """What a target is called: by its own name, else by its indicator's and what it is narrowed to."""
    words = [word for name, word in progress.target.where if name != "unit"]
    return progress.target.name or " ".join((progress.indicator.name, *words))


def unit_of(progress: Progress) -> str:
    """The unit of a target; where units stay apart, the one that was set."""
    return dict(progress.target.where).get("unit") or progress.indicator.unit
