"""The line of copied totals below a table (补录汇总数): marked, with its months and sources, added to nothing."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel

from gridapp.counting.amount import spoken
from gridapp.counting.cut import Cut
from gridapp.domain.kind import Kind
from gridapp.reconciling.historical import MARK, HistoricalCell, historical
from ui.desk import Desk
from ui.figures.figure_words import unit_in
from ui.reconciling.figure_words import where_in_words

_MOST = 6


class TotalsLine(QLabel):
    """Not there where nothing was copied for what the table shows."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("rule")
        self.setWordWrap(True)
        self.setAccessibleName(MARK)
        self.hide()

    def say(self, words: str) -> None:
        """Shows the line, or nothing."""
        self.setText(words)
        self.setVisible(bool(words))


def totals_in_words(desk: Desk, cut: Cut, kind: Kind) -> str:
    """The copied totals of whole months of a cut in one line; asks the database."""
    cells = historical(desk.office, cut, kind)
    if not cells:
        return ""
    told = [_said(desk, cell) for cell in cells[:_MOST]]
    more = f"；……共 {len(cells)} 条，见“报表对账”的补录汇总数" if len(cells) > _MOST else ""
    return f"【{MARK}，不与记录相加】{'；'.join(told)}{more}"


def _said(desk: Desk, cell: HistoricalCell) -> str:
    total = cell.total
    words: Sequence[str] = [
        "" if cell.cut.town is None or len(desk.areas.towns) == 1 else desk.areas.name(cell.cut.town) or "",
        str(total.month),
        cell.indicator.name,
        where_in_words(total.where),
        f"{spoken(total.value)} {unit_in(cell.indicator, cell.cut)}",
    ]
    beside = f"，本月另有记录 {spoken(cell.recorded)}" if cell.has_records else ""
    return f"{' '.join(filter(None, words))}（{total.source}{beside}）"
