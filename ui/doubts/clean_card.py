"""What is said of a period without doubts (没有疑点): how much was looked at, and for what."""

from PySide6.QtWidgets import QGridLayout, QLabel

from gridapp.reporting.sense.doubt import DoubtKind
from ui.icons import icon
from ui.theme import COLOURS
from ui.widgets.card import Card

_LOOKED_FOR = {
    DoubtKind.OUTLIER: "每个月的数字与以前各月比较，没有突然增减的",
    DoubtKind.CONTRADICTION: "人次不少于批次、家次不少于家数，前后的数对得上",
    DoubtKind.NEGATIVE: "期末结存没有小于零的",
    DoubtKind.CARRIED_OVER: "没有因上期结转而超过 100% 的比率",
    DoubtKind.RECORD: "没有办结早于上报一类的记录",
}


class CleanCard(Card):
    """One sentence, and below it a line for each sort of doubt."""

    def __init__(self) -> None:
        super().__init__(wraps=True)
        side = self.fontMetrics().height()
        lines = QGridLayout()
        lines.setColumnStretch(2, 1)
        lines.setHorizontalSpacing(side // 2)
        for row, (kind, words) in enumerate(_LOOKED_FOR.items()):
            mark, looked_for = QLabel(), QLabel(words)
            mark.setPixmap(icon("tick", COLOURS.good).pixmap(side, side))
            looked_for.setObjectName("muted")
            looked_for.setWordWrap(True)
            for column, label in enumerate((mark, QLabel(kind.value), looked_for)):
                lines.addWidget(label, row, column)
        self.body.addLayout(lines)
